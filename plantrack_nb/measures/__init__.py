"""What follows from the tables by definition, once for checks and reports.

In: the tables of one round or of many.
Out: projects with their money, status, band and row; printed figures beside recomputed ones; the
cell behind a value; rounding; totals.
To change here: a definition, for all who use it at once.
Tests: tests/unit/measures.
"""
