"""Rows that go on with the one above: on paper what names them stands above them, over all columns.

A row that goes on over a page is then named there too, and its texts have the room of the columns
that named it. How wide the texts' columns are is chosen so that the families are low.
"""

from __future__ import annotations

from dataclasses import replace

from plantrack_nb.render import parts as p
from plantrack_nb.render.letters.text_width import width

_ROUNDS = 60
_SHARP = 6.0
"""How much more the highest cell of a family counts than the others."""


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
    return replace(bare, columns=_balanced(bare)), tuple(names)


def _balanced(part: p.Table) -> tuple[p.Column, ...]:
    """Give columns of text the shares with which all families together are lowest."""
    free = [at for at, column in enumerate(part.columns) if column.unit is p.Unit.TEXT]
    loads = _loads(part, free)
    shares = [1 / len(free)] * len(free)
    for _ in range(_ROUNDS if loads else 0):
        pull = [0.0] * len(free)
        for load in loads:
            heights = [one / share for one, share in zip(load, shares, strict=True)]
            most = max(heights)
            for at, height in enumerate(heights if most else ()):
                pull[at] += most * (height / most) ** _SHARP
        total = sum(pull) or 1.0
        mixed = [(share * (one / total)) ** 0.5 for share, one in zip(shares, pull, strict=True)]
        shares = [max(one / sum(mixed), 0.02) for one in mixed]
    made = list(part.columns)
    for at, share in zip(free, shares, strict=True):
        made[at] = replace(made[at], width=100 * share)
    return tuple(made)


def _loads(part: p.Table, free: list[int]) -> list[list[float]]:
    """Return, for each family, how long its text is in each of the free columns."""
    found: list[list[float]] = []
    for row in part.rows:
        if row.role is p.RowRole.GROUP:
            continue
        if row.role is p.RowRole.BODY or not found:
            found.append([0.0] * len(free))
        for place, at in enumerate(free):
            found[-1][place] += width(str(row.cells[at].value or ""), 1.0)
    return found
