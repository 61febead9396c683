"""What people do with indicators and their figures."""
