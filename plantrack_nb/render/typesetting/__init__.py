"""Parts as Typst lays them out: records as they are, every value text, no markup at all.

Most parts go as they are, field by field; a template reads them by these names. Only what differs
on paper is made here: tables get widths, charts a picture and labels, facts their words.

In: a document's parts.
Out: plain values for `templates/report.typ`.
To change here: what differs on paper; how a part looks is in the templates.
Tests: tests/unit/render.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, fields, is_dataclass, replace
from typing import Any

from plantrack_nb.render import parts as p
from plantrack_nb.render import theme
from plantrack_nb.render.codec import Json
from plantrack_nb.render.document import Document
from plantrack_nb.render.drawing.bars import WIDE, drawn_in_pieces
from plantrack_nb.render.drawing.picture import TEXT_SIZE, Picture
from plantrack_nb.render.drawing.vega import plotted
from plantrack_nb.render.formats import (
    CONTENTS_TH,
    MEMO_TH,
    UNIT_TH,
    goal_name,
    masthead_lines,
    show,
)
from plantrack_nb.render.letters.break_marks import marked
from plantrack_nb.render.letters.fonts import missing_glyphs
from plantrack_nb.render.letters.missing_letters import LOST
from plantrack_nb.render.outputs.images import image_svg, png_svg
from plantrack_nb.render.paper import ON_ITS_SIDE, UPRIGHT
from plantrack_nb.render.part_texts import worded
from plantrack_nb.render.typesetting.table_layout import table

_HIGHEST = 470.0
"""Pixels of a chart that stays in one piece: some 100 millimetres, less than half a page."""

_UNBROKEN = frozenset({"anchor", "target"})
"""Fields that name a place: nobody reads them."""


def view(document: Document) -> dict[str, Json]:
    """Return the document as the Typst template reads it."""
    head = document.masthead
    # A cover or memo that comes first names the document itself.
    named = isinstance(next(iter(document.parts), None), p.Cover | p.Memo)
    return {
        "title": head.title,
        "heading": marked(head.title),
        "titles": {"Memo": MEMO_TH, "Contents": CONTENTS_TH},
        "colours": {**theme.COLOURS},
        "tones": {tone.value: asdict(look) for tone, look in theme.TONES.items()},
        "margins": {"upright": asdict(UPRIGHT), "on_its_side": asdict(ON_ITS_SIDE)},
        "named": named,
        "lines": [marked(one) for one in masthead_lines(head)],
        "parts": _typeset(document.parts, UPRIGHT.room),
    }


def _typeset(value: Any, room: float) -> Any:
    """Write a part, or what it holds; ``room`` is the width of the page's text in points."""
    if type(value) is str:
        return marked(value)
    if isinstance(value, tuple):
        return [_typeset(one, room) for one in value]
    if not is_dataclass(value):
        return value
    kind = type(value)
    part = worded(value) if isinstance(value, p.Part) else value
    return {"kind": kind.__name__, **_WRITERS.get(kind, _as_it_is)(part, room)}


def _as_it_is(record: Any, room: float) -> dict[str, Json]:
    held = {one.name: getattr(record, one.name) for one in fields(record)}
    return {
        name: value if name in _UNBROKEN else _typeset(value, room) for name, value in held.items()
    }


def _landscape(part: p.Landscape, _: float) -> dict[str, Json]:
    return _as_it_is(part, ON_ITS_SIDE.room)


def _fact(fact: p.Fact, room: float) -> dict[str, Json]:
    unit = fact.suffix or UNIT_TH[fact.unit]
    goal = "" if fact.target is None else marked(goal_name(fact.target))
    said = replace(fact, value=show(fact.value, fact.unit), suffix=unit)
    return {**_as_it_is(said, room), "goal": goal}


def _figure(part: p.Figure, _: float) -> dict[str, Json]:
    pieces: list[dict[str, Json]] = [_piece(one) for one in drawn_in_pieces(part, WIDE, _HIGHEST)]
    return {**_words_of(part), **pieces[0], "more": [*pieces[1:]]}


def _piece(picture: Picture) -> dict[str, Json]:
    # Typst sets the texts itself: it cannot write Thai inside an SVG to a tagged PDF.
    return {
        "svg": picture.svg({"xmlns": "http://www.w3.org/2000/svg"}, labels=False),
        "width": picture.width,
        "height": picture.height,
        "size": TEXT_SIZE,
        "labels": [asdict(label) for label in picture.labels],
    }


def _plot(part: p.Plot, _: float) -> dict[str, Json]:
    picture = plotted(part, WIDE)
    labels = [*picture.labels]
    lost = {ord(one): LOST for one in missing_glyphs(one.text for one in labels)}
    named: list[Json] = [asdict(replace(one, text=one.text.translate(lost))) for one in labels]
    return {**_words_of(part), **_piece(picture), "labels": named, "more": []}


def _words_of(part: p.Figure | p.Plot | p.Image) -> dict[str, Json]:
    """Return what a picture says: as text below it, and for those who cannot see it."""
    return {"caption": marked(part.caption), "alt": part.alt, "words": marked(part.alt)}


def _image(part: p.Image, _: float) -> dict[str, Json]:
    svg, width, height = image_svg(part)
    return {
        **_words_of(part),
        "svg": svg,
        "width": width,
        "height": height,
        "size": 0.0,
        "labels": [],
    }


def _cover(part: p.Cover, room: float) -> dict[str, Json]:
    return {**_as_it_is(part, room), "logo": png_svg(part.logo)[0] if part.logo else ""}


_WRITERS: dict[type, Callable[[Any, float], dict[str, Json]]] = {
    p.Cover: _cover,
    p.Fact: _fact,
    p.Table: table,
    p.Figure: _figure,
    p.Plot: _plot,
    p.Image: _image,
    p.Landscape: _landscape,
}
