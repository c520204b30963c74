"""Rules: Status marks and what the text says."""
