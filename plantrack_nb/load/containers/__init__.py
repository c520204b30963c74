"""Readers of file formats; each one gives a Grid and knows nothing of tracking."""
