"""What two people wrote at once, brought together."""
