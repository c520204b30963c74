"""Hold a reading against its document: every word of it must be in some table."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from plantrack_nb.containers.grid import Cell, Grid, Row
from plantrack_nb.core.schema import TABLES, Kind
from plantrack_nb.load.document.divide import divide
from plantrack_nb.load.layout.cells import CellKind, kind_of
from plantrack_nb.load.reading import Reading
from plantrack_nb.thai.text import arabic_digits, squeeze

_WORD = re.compile(r"[^\s()\[\]/,;:|]+")
_LIST_MARK = re.compile(r"^(?:\d{1,2}[.)]|[-–•])+")
_STAMP = re.compile(r"ฮ\d{5}ฮ")
_IN_WORDS = {
    CellKind.TEXT,
    CellKind.NUMBERED,
    CellKind.BULLET,
    CellKind.INDICATOR,
    CellKind.COUNT,
    CellKind.PROJECT_NAME,
    CellKind.OBSTACLE,
    CellKind.OWNER,
}


def lost_words(grid: Grid, reading: Reading) -> list[tuple[str, str]]:
    """Return each word, with its place, that no table has and no mend tells of.

    List marks and dashes are no words.
    """
    held = "\n".join(_held(reading))
    return [
        (cell.ref, word)
        for row in _kept_rows(grid)
        for cell in row.cells
        for word in _words(cell.text)
        if word not in held
    ]


def stamped(grid: Grid) -> Grid:
    """Put a word of its own at the end of each cell of the progress table that holds words."""
    in_table = {row.ref for row in (one.row for one in divide(grid).progress)}
    numbers = iter(range(10_000, 100_000))

    def stamp(cell: Cell) -> Cell:
        if kind_of(cell.text) not in _IN_WORDS:
            return cell
        mark = f"ฮ{next(numbers)}ฮ"
        return replace(cell, text=f"{cell.text} {mark}", raw=f"{cell.raw} {mark}")

    rows = (
        replace(row, cells=tuple(map(stamp, row.cells))) if row.ref in in_table else row
        for row in grid
    )
    return replace(grid, rows=tuple(rows))


def lost_stamps(grid: Grid, reading: Reading) -> list[str]:
    """Return the stamps of :func:`stamped` that no table has."""
    held = "\n".join(_held(reading))
    given = _STAMP.findall("\n".join(cell.text for row in grid for cell in row.cells))
    assert given
    return [stamp for stamp in given if stamp not in held]


def repeated_stamps(reading: Reading) -> list[str]:
    """Return the stamps that the texts of two activities have."""
    texts = reading.round.tables["activities"]["text"]
    counts = Counter(_STAMP.findall("\n".join(texts)))
    return [stamp for stamp, count in counts.items() if count > 1]


def _kept_rows(grid: Grid) -> Iterator[Row]:
    document = divide(grid)
    left_out = {row.ref for row in (*document.furniture, *document.heads)}
    heads = {row.ref for table in document.tables for row in table.heads}
    return (row for row in grid if row.ref not in left_out | heads)


def _words(text: str) -> Iterator[str]:
    for found in _WORD.findall(arabic_digits(text)):
        word = squeeze(_LIST_MARK.sub("", found)).strip("-–•.")
        if word:
            yield word


def _held(reading: Reading) -> Iterator[str]:
    yield from (arabic_digits(squeeze(mend.before)) for mend in reading.mends)
    for name, data in reading.round.tables.items():
        for column in TABLES[name].columns:
            if column.kind is Kind.TEXT and column.name not in ("source_ref", "source_file"):
                yield from (arabic_digits(squeeze(text)) for text in data[column.name])
