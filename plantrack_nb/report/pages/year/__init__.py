"""The year on the page: what changed, the line to its end, the end, and how old findings are.

In: a round within its year, changes, ages of findings.
Out: parts, or None in a first round: nothing is shown where there is nothing to compare with.
To change here: what of the year is shown; what it says stands in `report/figures/year_so_far`.
Tests: tests/unit/report/pages/test_year.py.
"""
