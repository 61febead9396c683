"""Where templates run, what they may use, and how a Board's own are tried."""
