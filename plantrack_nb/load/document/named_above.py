"""Tables whose projects stand as rows of their own above their lines: number and name as columns.

Many plans print "1.2 โครงการ…" over the whole width and what belongs to it below; our own PDF does.
Such a table is laid out again with two columns more, so that it is read like any other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from plantrack_nb.containers.grid import Cell, Grid, Row
from plantrack_nb.load.layout.columns.head_rows import Head, head_at
from plantrack_nb.load.layout.columns.heading_words import Lexicon
from plantrack_nb.load.layout.record import Role
from plantrack_nb.thai.text import arabic_digits

_NAMED = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2})+)\.?\s+(?P<name>โครงการ.+)", re.DOTALL)
_LEAST_COLUMNS, _LEAST_NAMES = 4, 2
_NUMBER, _NAME = "ที่", "โครงการ"


def named_in_columns(grid: Grid, lexicon: Lexicon) -> Grid:
    """Give each row below a project's name its number and name, where no column has them."""
    if sum(_named(row) is not None for row in grid.rows) < _LEAST_NAMES:
        return grid
    return replace(grid, rows=tuple(_rows(grid.rows, lexicon)))


def _rows(rows: Sequence[Row], lexicon: Lexicon) -> Iterator[Row]:
    at, lacks, name, last = 0, False, None, ""
    while at < len(rows):
        row = rows[at]
        head = head_at(rows, at, lexicon)
        if head is not None:
            lacks = _lacks_name(head)
            for nth, one in enumerate(head.rows):
                yield _widened(one, *_heading(one, nth)) if lacks else one
            at += len(head.rows)
            continue
        at += 1
        named = _named(row) if lacks else None
        if named is not None:
            name = named if named[0].text != last else None  # a name that a page says again
            last = named[0].text
        elif lacks and row.in_table and not _is_alone(row):
            yield _widened(row, *(name or _blank(row)))
            name = None
        else:
            yield row


def _lacks_name(head: Head) -> bool:
    roles = {role for one in head.headings.values() for role in one.roles}
    return Role.PROJECT not in roles and len(head.headings) >= _LEAST_COLUMNS


def _named(row: Row) -> tuple[Cell, Cell] | None:
    """Take number and name from a row that holds nothing else."""
    if not row.in_table or len(row.cells) < _LEAST_COLUMNS or not _is_alone(row):
        return None
    cell = row.cells[0]
    found = _NAMED.fullmatch(arabic_digits(cell.text).strip())
    if found is None:
        return None
    text = cell.text.strip()[found.start("name") :]
    return replace(cell, text=found["number"]), replace(cell, text=text)


def _is_alone(row: Row) -> bool:
    return bool(row.cells[0].text.strip()) and not any(one.text.strip() for one in row.cells[1:])


def _heading(row: Row, nth: int) -> tuple[Cell, Cell]:
    first = row.cells[0]
    words = (_NUMBER, _NAME) if nth == 0 else ("", "")
    return Cell(words[0], first.ref, ""), Cell(words[1], first.ref, "")


def _blank(row: Row) -> tuple[Cell, Cell]:
    empty = Cell("", row.cells[0].ref, "", "merged")
    return empty, empty


def _widened(row: Row, number: Cell, name: Cell) -> Row:
    return replace(row, cells=(number, name, *row.cells))
