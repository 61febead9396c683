"""Whether figures can be right: pure functions over the values of one indicator. They ask, and change nothing."""
