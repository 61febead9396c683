"""The letters that ask agencies for what waits on them: each only for its own."""
