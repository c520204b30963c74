"""Rows that go on with the one above: on paper what names them stands above them, over all columns.

A row that goes on over a page is then named there too, and its texts have the room of the columns
that named it.
"""

from __future__ import annotations

from dataclasses import replace

from plantrack_nb.render import parts as p


def goes_on(part: p.Table) -> bool:
    """Tell whether a table has rows that go on, all of them named by its first columns."""
    roles = {row.role for row in part.rows}
    first = len(part.columns) > part.name_column + 1
    return p.RowRole.CONTINUED in roles and p.RowRole.TOTAL not in roles and first


def lifted(part: p.Table) -> tuple[p.Table, tuple[str, ...]]:
    """Return a table without the columns that name its rows, and the name of each row or ``""``."""
    lead = part.name_column + 1
    names, rows = [], []
    for row in part.rows:
        named = row.role is p.RowRole.BODY
        said = (str(cell.value) for cell in row.cells[:lead] if cell.value not in (None, ""))
        names.append(" ".join(said) if named else "")
        kept = row.cells if row.role is p.RowRole.GROUP else row.cells[lead:]
        rows.append(replace(row, cells=kept))
    bare = replace(part, columns=part.columns[lead:], rows=tuple(rows), name_column=0)
    return bare, tuple(names)
