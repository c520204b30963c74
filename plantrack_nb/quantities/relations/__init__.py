"""The relations: each proposes the readings of one kind, from the structure of a text.

In: `Reading`, and the `Around` of what stands beside it. Out: `Equation`s, right and wrong ones.
To change here: one file a relation; it is entered in `table.RELATIONS`.
Tests: tests/unit/quantities/relations.
"""
