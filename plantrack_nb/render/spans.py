"""How far down a cell reaches: over the continued rows in which its column is empty."""

from __future__ import annotations

from plantrack_nb.render.parts import RowRole, Table


def row_spans(table: Table) -> list[list[int]]:
    """Return, for each row and column, how many rows the cell covers; 0 if another covers it.

    Only ``CONTINUED`` rows are covered, by the cell above them, where they hold nothing.
    """
    spans = [[1] * len(row.cells) for row in table.rows]
    for at in range(len(table.columns)):
        top = 0
        for number, row in enumerate(table.rows):
            empty = row.role is RowRole.CONTINUED and row.cells[at].value in (None, "")
            if empty and number and table.rows[top].role is not RowRole.GROUP:
                spans[top][at] += 1
                spans[number][at] = 0
            else:
                top = number
    return spans
