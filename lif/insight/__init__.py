"""What the records mean on a given day: what is due, BRAG, what changed since."""
