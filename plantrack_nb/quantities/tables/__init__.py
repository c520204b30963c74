"""Summary tables: what their rows and columns must be to each other.

In: heads, labels and values. Out: the cells that do not fit, with what would make them fit.
To change here: which words make a total or a percent (`heads`), a relation between cells
(`relations`), how one wrong cell is told from what it spoils (`blame`).
Tests: tests/unit/quantities/tables.
"""
