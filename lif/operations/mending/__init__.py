"""Mends what has a single right form, and numbers that two things share."""
