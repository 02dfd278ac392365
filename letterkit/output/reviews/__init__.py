"""What a review found, in each form."""
