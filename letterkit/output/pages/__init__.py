"""What was found, as pages: a Jinja file for the markup of each, with its style and script beside it."""
