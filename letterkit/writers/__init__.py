"""A letter written as Word, as an HTML page, as plain text."""
