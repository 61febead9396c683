"""The annual report: what a year's records say, section by section, and what only a person can write."""
