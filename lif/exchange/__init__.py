"""Forms and sheets that go out and come back, each value with its cell."""
