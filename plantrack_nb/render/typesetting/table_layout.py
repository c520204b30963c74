"""Tables as Typst lays them out: every value already text, every width decided."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict

from plantrack_nb.render import parts as p
from plantrack_nb.render.codec import Json
from plantrack_nb.render.table_text import TextCell, body_rows, head_rows, is_dense
from plantrack_nb.render.theme import TONES
from plantrack_nb.render.typesetting.widths import column_widths

_WHOLE = 900
"""Rows that belong together and hold at most this many letters in depth stay on one page."""


def table(part: p.Table, room: float) -> dict[str, Json]:
    """Lay out a table in ``room`` points of width."""
    dense = is_dense(part)
    size, inset = (8.5, 3.0) if dense else (9.5, 5.0)
    rows = body_rows(part)
    own = [
        cells for row, cells in zip(part.rows, rows, strict=True) if row.role is not p.RowRole.GROUP
    ]
    texts = [_lines((cells[at] for cells in own), dense=dense) for at in range(len(part.columns))]
    return {
        "caption": part.caption,
        "note": part.note,
        "size": size,
        "inset": inset,
        "heads": [[asdict(head) for head in row] for row in head_rows(part.columns)],
        "widths": [{**one} for one in column_widths(part.columns, texts, size, inset, room)],
        "rows": [_row(part, at, cells, dense=dense) for at, cells in enumerate(rows)],
    }


def _printed(cell: TextCell, *, dense: bool) -> str:
    """Write a cell; among many columns its percent stands below its amount."""
    below = dense and cell.of.percent is not None
    return cell.text.replace(" (", "\n(") if below else cell.text


def _lines(cells: Iterable[TextCell | None], *, dense: bool) -> list[str]:
    """Return what is printed in a column, line by line, marks and references too."""
    return [
        line
        for cell in cells
        if cell is not None
        for line in [
            *f"{TONES[cell.of.tone].mark} {_printed(cell, dense=dense)}".split("\n"),
            cell.of.ref,
        ]
    ]


def _row(
    part: p.Table, number: int, cells: list[TextCell | None], *, dense: bool
) -> dict[str, Json]:
    # Cells that reach down hold their rows together, one the next: all of them, or none.
    depth = sum(map(_longest, _family(part.rows, number)))
    row = part.rows[number]
    own = _longest(row)
    laid_out: list[Json] = [
        None
        if cell is None
        else {
            "text": _printed(cell, dense=dense),
            "numeric": cell.unit is not p.Unit.TEXT,
            "tone": cell.of.tone.value,
            "label": cell.of.label,
            "ref": cell.of.ref,
            "tall": cell.tall,
            "whole": (depth if cell.tall > 1 else own) <= _WHOLE,
        }
        for cell in cells
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
