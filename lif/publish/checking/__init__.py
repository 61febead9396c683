"""Checks the templates that a Board has itself, by rehearsing every paper; and tells what each is given."""
