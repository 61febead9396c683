"""What templates are given: plain data for each section and each paper."""
