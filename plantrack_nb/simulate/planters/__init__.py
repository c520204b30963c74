"""How to plant what the rules look for, by the code of the rule.

In: a draft, and which projects are still whole.
Out: the draft with one fault more, and what was done.
To change here: add an entry to the table of a family; most faults are one of the ``shapes``.
Tests: tests/unit/simulate/test_faults.py.
"""

from plantrack_nb.simulate.planters import amounts, misprints, slips, structure

ROWS = amounts.PLANTERS | structure.PLANTERS | slips.PLANTERS
"""Planted before the document's figures are worked out from the rows."""

DOCUMENT = misprints.PLANTERS
"""Planted after."""
