"""The country's year: districts over quarters, ranked and held against each other.

In: the rounds of a year, the register, the targets.
Out: courses, ranks, what is unlike the others; the page that shows them.
To change here: a figure (figures), a rank (ranks), what counts as unlike (unusual).
Tests: tests/unit/explore/test_country.py, tests/browser/test_country.py.
"""
