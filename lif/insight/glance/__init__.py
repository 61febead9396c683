"""What the one page at the front of a pack chooses, each by a rule that a reader can check against the records."""
