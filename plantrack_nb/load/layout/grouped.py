"""Amounts whose thousands are parted by blanks ("1 250 000"), joined where a column writes so.

A blank between figures may also part two of them, so that a cell by itself says nothing: the
column must be headed as money, and all its cells must be written in the one way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from plantrack_nb.containers.grid import Row
from plantrack_nb.load.layout.columns.heading_levels import Heading
from plantrack_nb.load.layout.record import MONEY_ROLES
from plantrack_nb.thai.text import arabic_digits

_GROUPED = re.compile(r"-?[1-9]\d{0,2}(?: \d{3})+(?:\.\d{1,2})?(?: ?บาท)?")
_OTHERWISE = re.compile(r"\d,\d|\d{4}|\d [^\dบ]|\n")
"""Figures that are parted by commas or not at all, and cells that hold more than a figure."""
_PARTED = re.compile(r"\d \d")
_BLANK = re.compile(r"(?<=\d) (?=\d)")

_Rows = Sequence[tuple[Row, bool]]


def with_joined_amounts(rows: _Rows, headings: Mapping[int, Heading]) -> _Rows:
    """Join the figures of the columns of money that part their thousands by blanks."""
    money = [at for at, one in headings.items() if MONEY_ROLES & set(one.roles)]
    parted = {at for at in money if any(_PARTED.search(text) for text in _texts(rows, at))}
    columns = {at for at in parted if _is_grouped(_texts(rows, at))}
    if not columns:
        return rows
    return [(_joined(row, columns), after_break) for row, after_break in rows]


def _texts(rows: _Rows, at: int) -> Iterable[str]:
    return (row.cells[at].text for row, _ in rows if at < len(row.cells))


def _is_grouped(texts: Iterable[str]) -> bool:
    plain = [arabic_digits(text).strip() for text in texts]
    parted = [text for text in plain if _PARTED.search(text)]
    alike = all(map(_GROUPED.fullmatch, parted))
    return alike and not any(map(_OTHERWISE.search, plain))


def _joined(row: Row, columns: set[int]) -> Row:
    cells = tuple(
        replace(cell, text=_BLANK.sub("", cell.text)) if at in columns and cell.text else cell
        for at, cell in enumerate(row.cells)
    )
    return replace(row, cells=cells)
