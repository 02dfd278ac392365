"""letterkit: letters from a policing body to HMICFRS, every fact merged from checked evidence."""

from importlib.metadata import version

__version__ = version("letterkit")
