"""What people type."""

from letterkit.cli.app import main

__all__ = ["main"]
