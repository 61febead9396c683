"""What agencies returned to an audit, and what their answers say: one round, from its own records."""
