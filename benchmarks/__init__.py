"""How fast letterkit is, measured: each module prints a table."""
