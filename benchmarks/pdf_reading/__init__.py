"""How PDFs are read: random tables, printed by many makers, held against what was read."""
