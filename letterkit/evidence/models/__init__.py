"""The kinds of evidence, one a file."""
