"""Rules: Dates and spans of time."""
