"""What inspectors ask a Board for: its registers as tables, each with what it holds and where it comes from."""
