"""Where lessons stand in the loop on a day, and what recurs across the Board."""
