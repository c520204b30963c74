"""Rules: Money in the cells."""
