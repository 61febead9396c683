"""How far plans are on a day, and the reviews of their impact."""
