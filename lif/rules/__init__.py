"""What must hold of the records: coded checks, pure functions from a Board to findings."""
