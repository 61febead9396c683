"""The Board's registers on a day: risks, challenges, and what people said."""
