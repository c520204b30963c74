"""Rules: What the round before said."""
