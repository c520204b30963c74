"""What several rules read in the same way: running text, lists, marks, parts of money.

In: `check.facts.Facts`.
Out: records that rules pass over.
To change here: a way of reading that two rules share.
Tests: tests/unit/check/reading.
"""
