"""Rules: Figures in running text."""
