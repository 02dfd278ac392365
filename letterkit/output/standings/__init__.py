"""How reports stand, in each form."""
