"""Parts as Typst lays them out: every value already text, every width decided, no markup at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import asdict
from itertools import groupby
from typing import Any, TypeAlias

from plantrack_nb.render import parts as p
from plantrack_nb.render import svg
from plantrack_nb.render.document import Document
from plantrack_nb.render.formats import (
    TONE_MARK,
    UNIT_TH,
    decimals_of,
    long_date,
    show,
    show_cell,
)
from plantrack_nb.render.measure import width

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"

_TABLE_SIZE = 9.5
_INSET = 10.0
_HEADING_MOST = 44.0
_WHOLE_ROW = 700
"""A row with at most this many letters in a cell is kept on one page."""


def view(document: Document) -> dict[str, Json]:
    """Return the document as the Typst template reads it."""
    head = document.masthead
    dated = [f"วันที่ {long_date(head.date)}"] if head.date else []
    lines = [one for one in (head.office, head.period, *dated, *head.notes) if one]
    return {"title": head.title, "lines": [*lines], "parts": _all(document.parts)}


def _all(parts: Iterable[p.Part]) -> list[Json]:
    return [{"kind": type(part).__name__} | _WRITERS[type(part)](part) for part in parts]


def _heading(part: p.Heading) -> dict[str, Json]:
    return {"text": part.text, "level": part.level - 1}


def _paragraph(part: p.Paragraph) -> dict[str, Json]:
    return {"text": part.text, "lead": part.lead}


def _bullets(part: p.Bullets) -> dict[str, Json]:
    return {"items": [*part.items], "ordered": part.ordered}


def _facts(part: p.Facts) -> dict[str, Json]:
    return {"facts": [_fact(fact) for fact in part.facts]}


def _fact(fact: p.Fact) -> dict[str, Json]:
    return {
        "label": fact.label,
        "value": show(fact.value, fact.unit),
        "unit": fact.suffix or UNIT_TH[fact.unit],
        "note": fact.note,
        "tone": fact.tone.value,
        "mark": TONE_MARK.get(fact.tone, ""),
        "share": fact.share,
        "target": fact.target,
    }


def _table(part: p.Table) -> dict[str, Json]:
    decimals = decimals_of(part)
    return {
        "caption": part.caption,
        "note": part.note,
        "heads": _heads(part.columns),
        "numeric": [column.unit is not p.Unit.TEXT for column in part.columns],
        "widths": [
            _width(part, at, column, decimals[at]) for at, column in enumerate(part.columns)
        ],
        "rows": [_row(part, at, decimals) for at in range(len(part.rows))],
    }


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


def _width(part: p.Table, at: int, column: p.Column, decimals: int | None) -> dict[str, Json]:
    """Give figures the room they need in points, and let texts share the rest."""
    if column.unit is p.Unit.TEXT:
        return {"share": column.width}
    texts = [
        show_cell(row.cells[at], column.unit, decimals)
        for row in part.rows
        if row.role is not p.RowRole.GROUP
    ]
    figures = max((width(text, _TABLE_SIZE * 1.06) for text in texts), default=0.0)
    heading = min(width(column.heading, _TABLE_SIZE), _HEADING_MOST)
    return {"points": round(max(figures, heading) + _INSET, 1)}


def _row(part: p.Table, at: int, decimals: list[int | None]) -> dict[str, Json]:
    row = part.rows[at]
    following = part.rows[at + 1].role if at + 1 < len(part.rows) else p.RowRole.BODY
    units = [column.unit for column in part.columns]
    cells = [
        _cell(cell, unit, digits)
        for cell, unit, digits in zip(row.cells, units, decimals, strict=False)
    ]
    longest = max((len(str(cell.value or "")) for cell in row.cells), default=0)
    return {
        "role": row.role.value,
        "joined": following is p.RowRole.CONTINUED,
        "whole": longest <= _WHOLE_ROW,
        "cells": [*cells],
    }


def _cell(cell: p.Cell, unit: p.Unit, decimals: int | None) -> dict[str, Json]:
    nothing = unit is p.Unit.TEXT and cell.value in (None, "")
    return {
        "text": "" if nothing else show_cell(cell, unit, decimals),
        "tone": cell.tone.value,
        "mark": TONE_MARK.get(cell.tone, ""),
        "ref": cell.ref,
    }


def _figure(part: p.Figure) -> dict[str, Json]:
    # Typst sets the texts itself: it cannot write Thai inside an SVG to a tagged PDF.
    picture = svg.clean(part.svg)
    labels = svg.lift_labels(picture)
    across, down = svg.size(picture)
    return {
        "caption": part.caption,
        "alt": part.alt,
        "svg": svg.standalone(picture),
        "width": across,
        "height": down,
        "labels": [{**asdict(label)} for label in labels],
    }


def _callout(part: p.Callout) -> dict[str, Json]:
    return {
        "title": part.title,
        "tone": part.tone.value,
        "mark": TONE_MARK.get(part.tone, ""),
        "body": _all(part.body),
    }


def _details(part: p.Details) -> dict[str, Json]:
    return {"summary": part.summary, "body": _all(part.body)}


def _landscape(part: p.Landscape) -> dict[str, Json]:
    return {"body": _all(part.body)}


def _page_break(part: p.PageBreak) -> dict[str, Json]:
    return {}


_WRITERS: dict[type[p.Part], Callable[[Any], dict[str, Json]]] = {
    p.Heading: _heading,
    p.Paragraph: _paragraph,
    p.Bullets: _bullets,
    p.Facts: _facts,
    p.Table: _table,
    p.Figure: _figure,
    p.Callout: _callout,
    p.Details: _details,
    p.Landscape: _landscape,
    p.PageBreak: _page_break,
}
