"""Where records are kept: find the root, read, write, allocate ids, ask git."""
