"""What actions are on a day: where each stands, what deserves a look, and which of them answer what."""
