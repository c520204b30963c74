"""Parts as Typst lays them out: every value already text, every width decided, no markup at all.

In: a part.
Out: plain values for `templates/report.typ`.
To change here: how a part looks on paper.
Tests: tests/unit/render.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import asdict
from typing import Any

from plantrack_nb.render import parts as p
from plantrack_nb.render.document import Document
from plantrack_nb.render.drawing import svg
from plantrack_nb.render.formats import (
    GOAL_TH,
    TONE_MARK,
    UNIT_TH,
    in_digits,
    long_date,
    short_percent,
    show,
)
from plantrack_nb.render.typesetting import official, tables
from plantrack_nb.render.typesetting.values import Json

__all__ = ["Json", "view"]

_PORTRAIT, _LANDSCAPE = 482.0, 762.0


def view(document: Document) -> dict[str, Json]:
    """Return the document as the Typst template reads it."""
    head = document.masthead
    dated = [f"วันที่ {long_date(head.date)}"] if head.date else []
    lines = [one for one in (head.office, head.period, *dated, *head.notes) if one]
    # A cover or memo that comes first names the document itself.
    named = isinstance(next(iter(document.parts), None), p.Cover | p.Memo)
    parts = _all(document.parts, _PORTRAIT)
    return {"title": head.title, "named": named, "lines": [*lines], "parts": parts}


def _all(parts: Iterable[p.Part], room: float) -> list[Json]:
    """Write each part; ``room`` is the width of the page's text in points."""
    return [{"kind": type(part).__name__, **_WRITERS[type(part)](part, room)} for part in parts]


def _heading(part: p.Heading, _: float) -> dict[str, Json]:
    return {"text": part.text, "level": part.level - 1, "anchor": part.anchor}


def _paragraph(part: p.Paragraph, _: float) -> dict[str, Json]:
    text = in_digits(part.text, part.digits)
    return {"text": text, "lead": part.lead, "indent": part.indent}


def _bullets(part: p.Bullets, _: float) -> dict[str, Json]:
    items: list[Json] = [in_digits(one, part.digits) for one in part.items]
    thai = part.digits is p.Digits.THAI
    return {"items": items, "ordered": part.ordered, "thai": thai}


def _facts(part: p.Facts, _: float) -> dict[str, Json]:
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
        "goal": "" if fact.target is None else f"{GOAL_TH} {short_percent(fact.target)}",
    }


def _figure(part: p.Figure, _: float) -> dict[str, Json]:
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


def _callout(part: p.Callout, room: float) -> dict[str, Json]:
    return {
        "title": part.title,
        "tone": part.tone.value,
        "mark": TONE_MARK.get(part.tone, ""),
        "body": _all(part.body, room),
    }


def _details(part: p.Details, room: float) -> dict[str, Json]:
    return {"summary": part.summary, "body": _all(part.body, room)}


def _landscape(part: p.Landscape, _: float) -> dict[str, Json]:
    return {"running": part.running, "body": _all(part.body, _LANDSCAPE)}


def _page_break(_part: p.PageBreak, _: float) -> dict[str, Json]:
    return {}


_WRITERS: dict[type[p.Part], Callable[[Any, float], dict[str, Json]]] = {
    p.Cover: official.cover,
    p.Memo: official.memo,
    p.Contents: official.contents,
    p.Closing: official.closing,
    p.Heading: _heading,
    p.Paragraph: _paragraph,
    p.Bullets: _bullets,
    p.Facts: _facts,
    p.Table: tables.table,
    p.Figure: _figure,
    p.Callout: _callout,
    p.Details: _details,
    p.Landscape: _landscape,
    p.PageBreak: _page_break,
}
