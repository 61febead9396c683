"""What indicators and their figures say on a day, and what is to be asked about them."""
