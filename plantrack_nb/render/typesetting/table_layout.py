"""Tables as Typst lays them out: every value already text, every width decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass

from plantrack_nb.render import parts as p
from plantrack_nb.render.codec import Json
from plantrack_nb.render.letters.break_marks import marked, marked_within
from plantrack_nb.render.letters.text_width import width
from plantrack_nb.render.table_text import HeadCell, TextCell, body_rows, head_rows, is_dense
from plantrack_nb.render.theme import TONES
from plantrack_nb.render.typesetting.families import goes_on, lifted
from plantrack_nb.render.typesetting.shares import Block
from plantrack_nb.render.typesetting.widths import BOLD, column_widths, in_points

_MANY = 25
"""From so many rows on, the letters of a table are smaller."""

_FEW = 3
"""With fewer rows the columns have the shares that their author gave them."""

_WHOLE = 500
"""Rows that belong together and hold at most this many letters in depth stay on one page."""


def table(part: p.Table, room: float) -> dict[str, Json]:
    """Lay out a table in ``room`` points of width."""
    dense, names = is_dense(part), ("",) * len(part.rows)
    if goes_on(part):
        part, names = lifted(part)
    size, inset = (8.0, 2.5) if dense else (8.5, 3.0) if len(part.rows) > _MANY else (9.5, 4.0)
    rows = body_rows(part)
    own = [
        cells for row, cells in zip(part.rows, rows, strict=True) if row.role is not p.RowRole.GROUP
    ]
    texts = [_lines((cells[at] for cells in own), dense=dense) for at in range(len(part.columns))]
    blocks = [*_blocks(own, size, dense=dense)] if len(own) >= _FEW else []
    widths = column_widths(part.columns, texts, size, inset, room, blocks=blocks)
    page = _Columns(part, tuple(one - 2 * inset for one in in_points(widths, room)), size)
    laid_out: list[Json] = []
    for at, (name, cells) in enumerate(zip(names, rows, strict=True)):
        laid_out += [{"role": "name", "text": marked(name)}] if name else []
        laid_out.append(_row(page, at, cells, dense=dense, named=any(names)))
    return {
        "caption": marked(part.caption),
        "note": marked(part.note),
        "size": size,
        "inset": inset,
        "heads": page.heads(),
        "widths": [{**one} for one in widths],
        "rows": laid_out,
    }


@dataclass(frozen=True)
class _Columns:
    """A table's columns on paper: the points of text each has room for, the size of its letters."""

    of: p.Table
    room: tuple[float, ...]
    size: float

    def text(self, text: str, at: int) -> str:
        """Say where the lines of a text in a column may break."""
        return marked_within(text, self.room[at], self.size)

    def heads(self) -> list[Json]:
        """Lay out the headings; one over several columns has the room of all."""
        room = {one.heading: wide for one, wide in zip(self.of.columns, self.room, strict=True)}
        return [[self._head(head, room) for head in row] for row in head_rows(self.of.columns)]

    def _head(self, head: HeadCell, room: dict[str, float]) -> dict[str, Json]:
        wide = sum(self.room) if head.of_group else room[head.text] / BOLD
        return {**asdict(head), "text": marked_within(head.text, wide, self.size)}


def _printed(cell: TextCell, *, dense: bool) -> str:
    """Write a cell; among many columns its percent stands below its amount."""
    below = dense and cell.of.percent is not None
    return cell.text.replace(" (", "\n(") if below else cell.text


def _lines(cells: Iterable[TextCell | None], *, dense: bool) -> list[str]:
    """Return what is printed in a column, line by line, marks and references too."""
    shown = (cell for cell in cells if cell is not None)
    return [line for cell in shown for line in _lines_of(cell, dense=dense)]


def _lines_of(cell: TextCell, *, dense: bool) -> list[str]:
    words = f"{TONES[cell.of.tone].mark} {_printed(cell, dense=dense)}".split("\n")
    return [*words, cell.of.ref]


def _blocks(
    rows: Sequence[Sequence[TextCell | None]], size: float, *, dense: bool
) -> Iterator[Block]:
    """Measure the text of each cell, and tell which rows it stands in."""
    for at, row in enumerate(rows):
        for column, cell in enumerate(row):
            if cell is not None:
                said = filter(None, [cell.of.label, *_lines_of(cell, dense=dense)])
                lines = tuple(width(one, size) for one in said)
                yield Block(column, at, at + cell.tall - 1, lines)


def _row(
    page: _Columns, number: int, cells: list[TextCell | None], *, dense: bool, named: bool
) -> dict[str, Json]:
    # Cells that reach down hold their rows together, one the next: all of them, or none. A family
    # that is named again over the page may part anywhere: to try is a quarter of Typst's time.
    rows = page.of.rows
    depth = _WHOLE + 1 if named else sum(map(_longest, _family(rows, number)))
    row = rows[number]
    spans = row.role is p.RowRole.GROUP
    own = _longest(row)
    laid_out: list[Json] = [
        None
        if cell is None
        else {
            "text": marked(cell.text) if spans else page.text(_printed(cell, dense=dense), at),
            "numeric": cell.unit is not p.Unit.TEXT,
            "tone": cell.of.tone.value,
            "label": page.text(cell.of.label, at),
            "ref": page.text(cell.of.ref, at),
            "tall": cell.tall,
            "whole": (depth if named or cell.tall > 1 else own) <= _WHOLE,
        }
        for at, cell in enumerate(cells)
    ]
    return {"role": row.role.value, "anchor": row.anchor, "cells": laid_out}


def _family(rows: tuple[p.Row, ...], number: int) -> list[p.Row]:
    """Return a row with the continued rows around it, down from the row that they continue."""
    goes_on = p.RowRole.CONTINUED
    first, last = number, number + 1
    while first > 0 and rows[first].role is goes_on:
        first -= 1
    while last < len(rows) and rows[last].role is goes_on:
        last += 1
    return [*rows[first:last]]


def _longest(row: p.Row) -> int:
    return max((len(str(cell.value or "")) for cell in row.cells), default=0)
