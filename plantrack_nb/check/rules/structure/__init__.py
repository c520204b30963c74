"""Rules: Numbers, lists, owners: is everything there."""
