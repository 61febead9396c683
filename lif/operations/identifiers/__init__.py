"""Looks for what identifies somebody, and what the Board lets stand."""
