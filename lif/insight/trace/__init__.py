"""Where each thing came from and what it led to: a graph over the whole Board, from what its records name."""
