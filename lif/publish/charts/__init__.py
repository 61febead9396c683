"""Charts: what they show, drawn as SVG, and the same said in words."""
