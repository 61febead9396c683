"""What people do: open, decide, note, complete. Each is a function from a Board and an input to a Change."""
