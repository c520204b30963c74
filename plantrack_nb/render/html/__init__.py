"""Parts to HTML: one function a part. Whatever is not a tag written here is escaped.

In: a part.
Out: safe markup.
To change here: how a part looks on a screen.
Tests: tests/unit/render.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from markupsafe import Markup

from plantrack_nb.render import parts as p
from plantrack_nb.render.drawing.bars import NARROW, WIDE, drawn
from plantrack_nb.render.drawing.vega import plotted
from plantrack_nb.render.formats import UNIT_TH, goal_name, masthead_lines, show
from plantrack_nb.render.html import front, table_tags
from plantrack_nb.render.html.elements import Ids, broken, el, el_void, join, mark
from plantrack_nb.render.outputs.images import image_address
from plantrack_nb.render.part_texts import worded
from plantrack_nb.render.recent import Recent
from plantrack_nb.render.stylesheets import cell_style

__all__ = ["Ids", "cell", "fragment", "render"]

_MIDDLE = 50.0

_UNPLACED = "\x01"
"""Begins an id until it is known where on which page the table stands."""

_OWN_ID = re.compile(f"{_UNPLACED}([a-z])_(\\d+)")


class _Drawn(NamedTuple):
    """A table as it was drawn, and how many ids it has."""

    part: p.Table
    drawn: str
    ids: int


_DRAWN: Recent[int, _Drawn] = Recent(128)

_UNNAMED = "\x00"
"""Begins an id until the part is drawn and can be named by what it shows; no page may hold it."""


def fragment(part: p.Part) -> str:
    """Return one part as HTML for a notebook's output."""
    drawn = str(el("div", render(part, Ids(_UNNAMED)), class_="plantrack", lang="th"))
    digest = hashlib.blake2s(drawn.encode(), digest_size=4).hexdigest()
    return drawn.replace(_UNNAMED, f"p{digest}-")


def cell(part: p.Part) -> str:
    """Return one part as HTML for a notebook's cell, which has no style sheet of ours around it."""
    return f"<style>{cell_style(part)}</style>{fragment(part)}"


def render(part: p.Part, ids: Ids) -> Markup:
    """Return one part as HTML for a page whose ids come from ``ids``."""
    if isinstance(part, p.Table):
        return _table(part, ids)
    return _WRITERS[type(part)](worded(part), ids)


def _table(part: p.Table, ids: Ids) -> Markup:
    """Draw a table once, for its cell and for the page; only its ids differ."""
    known = _DRAWN.get(id(part))
    if known is None or known.part is not part:
        own = Ids(_UNPLACED)
        known = _Drawn(part, table_tags.table(part, own), own.given)
        _DRAWN.put(id(part), known)
    before = ids.given
    ids.skip(known.ids)

    def placed(found: re.Match[str]) -> str:
        return f"{ids.prefix}{found[1]}_{before + int(found[2])}"

    return Markup(_OWN_ID.sub(placed, known.drawn))  # noqa: S704  # drawn by us


def _bodies(body: Iterable[p.Part], ids: Ids) -> Markup:
    return join(render(one, ids) for one in body)


def _masthead(part: p.Masthead, _: Ids) -> Markup:
    small = (el("p", one) for one in masthead_lines(part))
    return el("header", el("h1", part.title), *small, class_="masthead")


def _heading(part: p.Heading, _: Ids) -> Markup:
    level = min(max(part.level, 2), 4)
    return el(f"h{level}", part.text, id=part.anchor or None)


def _paragraph(part: p.Paragraph, _: Ids) -> Markup:
    lead = [el("strong", part.lead), " "] if part.lead else []
    return el("p", *lead, broken(part.text), class_="indent" if part.indent else None)


def _bullets(part: p.Bullets, _: Ids) -> Markup:
    items = (el("li", broken(one)) for one in part.items)
    return el("ol" if part.ordered else "ul", *items, class_=f"{part.digits}-digits")


def _facts(part: p.Facts, _: Ids) -> Markup:
    listed = el("dl", *(_fact(one) for one in part.facts))
    return el("div", listed, class_="facts", role="group", aria_label=part.label)


def _fact(fact: p.Fact) -> Markup:
    said = show(fact.value, fact.unit)
    # The sheet of styles makes a long number smaller, so that it fits its card.
    number = el("span", said, class_="number", style=f"--letters:{len(said)}")
    unit = el("span", fact.suffix or UNIT_TH[fact.unit], class_="unit")
    note = [el("dd", fact.note, class_="note")] if fact.note else []
    bar = [el("dd", _bar(fact.share, fact.target), class_="bar", aria_hidden="true")]
    return el(
        "div",
        el("dt", mark(fact.tone), fact.label),  # before the number it could pass for a point
        el("dd", number, " ", unit),
        *(bar if fact.share is not None else []),
        *note,
        class_=f"fact {fact.tone}",
    )


def _bar(share: float | None, target: float | None) -> Markup:
    filled = el("span", style=f"width:{_within(share)}%", class_="filled")
    if target is None:
        return el("span", filled, class_="track")
    side = "before" if target > _MIDDLE else "after"
    name = el("span", goal_name(target), class_=side)
    goal = el("span", name, style=f"left:{_within(target)}%", class_="goal")
    return el("span", filled, goal, class_="track with-goal")


def _within(percent: float | None) -> str:
    return f"{min(max(percent or 0.0, 0.0), 100.0):.1f}"


def _figure(part: p.Figure, ids: Ids) -> Markup:
    name, words = ids.next("f"), ids.next("f")
    of = {"role": "img", "aria-labelledby": name, "aria-describedby": words}
    pictures = (
        # Written from elements and attributes of ours.
        el("div", Markup(drawn(part, layout).svg(of)), class_=f"picture {where}")  # noqa: S704
        for layout, where in ((WIDE, "wide"), (NARROW, "narrow"))
    )
    shown = render(part.data, ids) if part.data.rows else ""
    data = [el("details", el("summary", "ข้อมูลของแผนภูมิ"), shown)] if shown else []
    ids.skip(2)  # each picture once had one; with them, pages stay the bytes they were
    return el(
        "figure",
        el("figcaption", part.caption, id=name),
        *pictures,
        el("div", el("p", part.alt, id=words), *data, class_="words"),
        class_="chart",
    )


def _plot(part: p.Plot, ids: Ids) -> Markup:
    name, words = ids.next("f"), ids.next("f")
    of = {"role": "img", "aria-labelledby": name, "aria-describedby": words}
    pictures = (
        # Written from elements and attributes of ours.
        el("div", Markup(plotted(part, layout).svg(of)), class_=f"picture {where}")  # noqa: S704
        for layout, where in ((WIDE, "wide"), (NARROW, "narrow"))
    )
    tables = [render(one, ids) for one in part.tables]
    data = [el("details", el("summary", "ข้อมูลของแผนภูมิ"), *tables)] if tables else []
    return el(
        "figure",
        el("figcaption", part.caption, id=name),
        *pictures,
        el("div", el("p", part.alt, id=words), *data, class_="words"),
        class_="chart",
    )


def _image(part: p.Image, _: Ids) -> Markup:
    held = image_address(part)
    caption = [el("figcaption", part.caption)] if part.caption else []
    drawn = el("div", el_void("img", src=held, alt=part.alt), class_="picture wide")
    return el("figure", *caption, drawn, class_="chart image")


def _printed(part: p.Printed, _: Ids) -> Markup:
    return el("pre", part.text, class_="printed", tabindex=0)


def _callout(part: p.Callout, ids: Ids) -> Markup:
    name = ids.next("c")
    title = el("p", mark(part.tone), part.title, class_="title", id=name)
    return el(
        "div", title, _bodies(part.body, ids), class_=f"callout {part.tone}", role="note",
        aria_labelledby=name,
    )  # fmt: skip


def _details(part: p.Details, ids: Ids) -> Markup:
    return el("details", el("summary", part.summary), _bodies(part.body, ids))


def _landscape(part: p.Landscape, ids: Ids) -> Markup:
    return el("div", _bodies(part.body, ids), class_="landscape")


def _series(part: p.Series | p.Own, ids: Ids) -> Markup:
    return _bodies(part.body, ids)


def _page_break(_part: p.PageBreak, _: Ids) -> Markup:
    return el("div", class_="page-break")


_WRITERS: dict[type[p.Part], Callable[[Any, Ids], Markup]] = {
    p.Masthead: _masthead,
    p.Cover: front.cover,
    p.Memo: front.memo,
    p.Contents: front.contents,
    p.Closing: front.closing,
    p.Heading: _heading,
    p.Paragraph: _paragraph,
    p.Bullets: _bullets,
    p.Facts: _facts,
    p.Figure: _figure,
    p.Callout: _callout,
    p.Details: _details,
    p.Landscape: _landscape,
    p.Series: _series,
    p.Own: _series,
    p.Plot: _plot,
    p.Image: _image,
    p.Printed: _printed,
    p.PageBreak: _page_break,
}
