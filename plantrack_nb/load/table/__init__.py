"""From a grid of cells to the seven tables: the one interpreter of progress tables.

In: a `containers.grid.Grid`.
Out: drafts, then rows with the cell each came from, mends, and what was not understood.
To change here: how a cell, a row or a heading is understood.
Tests: tests/unit/load/table.
"""
