"""What is kept: one model per kind of record. Pure data, with no files, no clock and no git."""
