"""Tables as Typst lays them out: every value already text, every width decided."""

from __future__ import annotations

from itertools import groupby

from plantrack_nb.render import parts as p
from plantrack_nb.render.formats import TONE_MARK, decimals_of, show_cell
from plantrack_nb.render.spans import row_spans
from plantrack_nb.render.typesetting.values import Json
from plantrack_nb.render.typesetting.widths import column_widths

_MANY_COLUMNS = 9
_WHOLE = 900
"""Rows that belong together and hold at most this many letters in depth stay on one page."""


def table(part: p.Table, room: float) -> dict[str, Json]:
    """Lay out a table in ``room`` points of width."""
    size, inset = (8.5, 3.0) if _is_dense(part) else (9.5, 5.0)
    spans, decimals = row_spans(part), decimals_of(part)
    texts = [_lines(part, at, digits) for at, digits in enumerate(decimals)]
    return {
        "caption": part.caption,
        "note": part.note,
        "size": size,
        "inset": inset,
        "heads": _heads(part.columns),
        "numeric": [column.unit is not p.Unit.TEXT for column in part.columns],
        "widths": [{**one} for one in column_widths(part.columns, texts, size, inset, room)],
        "rows": [_row(part, at, decimals, spans) for at in range(len(part.rows))],
    }


def _is_dense(part: p.Table) -> bool:
    return len(part.columns) >= _MANY_COLUMNS


def _printed(cell: p.Cell, unit: p.Unit, decimals: int | None, part: p.Table) -> str:
    """Write a cell; among many columns its percent stands below its amount."""
    if unit is p.Unit.TEXT and cell.value in (None, ""):
        return ""
    text = show_cell(cell, unit, decimals)
    below = _is_dense(part) and cell.percent is not None
    return text.replace(" (", "\n(") if below else text


def _heads(columns: tuple[p.Column, ...]) -> list[Json]:
    """Return one or two rows of headings, each cell with its span."""
    if not any(column.group for column in columns):
        return [[{"text": column.heading, "wide": 1, "tall": 1} for column in columns]]
    top: list[Json] = []
    below: list[Json] = []
    for group, members in groupby(columns, key=lambda column: column.group):
        names: list[str] = [column.heading for column in members]
        if group:
            top.append({"text": group, "wide": len(names), "tall": 1})
            below += [{"text": name, "wide": 1, "tall": 1} for name in names]
        else:
            top += [{"text": name, "wide": 1, "tall": 2} for name in names]
    return [top, below]


def _lines(part: p.Table, at: int, decimals: int | None) -> list[str]:
    """Return what is printed in a column, line by line, marks and references too."""
    unit = part.columns[at].unit
    cells = [row.cells[at] for row in part.rows if row.role is not p.RowRole.GROUP]
    return [
        line
        for cell in cells
        for line in [
            *f"{TONE_MARK.get(cell.tone, '')} {_printed(cell, unit, decimals, part)}".split("\n"),
            cell.ref,
        ]
    ]


def _row(
    part: p.Table, number: int, decimals: list[int | None], spans: list[list[int]]
) -> dict[str, Json]:
    row = part.rows[number]
    # Cells that reach down hold their rows together, one the next: all of them, or none.
    depth = sum(map(_longest, _family(part.rows, number)))
    cells: list[Json] = []
    for cell, column, digits, reach in zip(
        row.cells, part.columns, decimals, spans[number], strict=False
    ):
        whole = (depth if reach > 1 else _longest(row)) <= _WHOLE
        text = _printed(cell, column.unit, digits, part)
        cells.append(_cell(cell, text, reach, whole) if reach else None)
    return {"role": row.role.value, "anchor": row.anchor, "cells": cells}


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


def _cell(cell: p.Cell, text: str, reach: int, whole: bool) -> dict[str, Json]:
    return {
        "text": text,
        "tone": cell.tone.value,
        "mark": TONE_MARK.get(cell.tone, ""),
        "label": cell.label,
        "ref": cell.ref,
        "tall": reach,
        "whole": whole,
    }
