"""A workspace opened, and the commands that work on it."""

from letterkit.workspace.folder import Workspace

__all__ = ["Workspace"]
