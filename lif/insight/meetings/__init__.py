"""Meetings on a day: what became of their decisions, who came, and what changed between two of them."""
