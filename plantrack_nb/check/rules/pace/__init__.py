"""Rules: How fast money is spent."""
