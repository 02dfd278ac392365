"""Standings, reviews and commitments told: in the terminal, as a page, as data for other programs.

Each form is a module of its own, so that a command imports only what it shows.
"""
