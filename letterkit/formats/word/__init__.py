"""Word: the zip package, reading, writing, redlines."""
