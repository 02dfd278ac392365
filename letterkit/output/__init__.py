"""What was found, told: in the terminal, as a page, as data."""
