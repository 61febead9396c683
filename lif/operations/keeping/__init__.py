"""Saves, takes back and exchanges what was changed, without a word of git."""
