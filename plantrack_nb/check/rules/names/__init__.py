"""Rules: Names and spelling."""
