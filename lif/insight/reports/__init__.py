"""What agencies were asked to report, and what has come."""
