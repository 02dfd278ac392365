"""Files that letters are written to and read from."""
