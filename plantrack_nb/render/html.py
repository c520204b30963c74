"""Parts to HTML: one function a part. Whatever is not a tag written here is escaped."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from markupsafe import Markup, escape

from plantrack_nb.render import parts as p
from plantrack_nb.render import svg
from plantrack_nb.render.formats import (
    TONE_MARK,
    TONE_TH,
    UNIT_TH,
    decimals_of,
    lines,
    long_date,
    show,
    show_cell,
)
from plantrack_nb.render.spans import row_spans

_WIDE = 6
"""From this many columns on, a table may need sideways scrolling even on a desk."""

_SHORT = 24
"""A text of so many letters stands beside its label on a card, a longer one below it."""


@dataclass
class Ids:
    """Hands out ids, so that no two parts of one page share one."""

    prefix: str = ""
    _count: int = field(default=0)

    def next(self, letter: str) -> str:
        """Return an id nobody else has on this page."""
        self._count += 1
        return f"{self.prefix}{letter}{self._count}"


def fragment(part: p.Part) -> str:
    """Return one part as HTML for a notebook's output."""
    digest = hashlib.blake2s(repr(part).encode(), digest_size=4).hexdigest()
    return str(_el("div", render(part, Ids(f"p{digest}-")), class_="plantrack", lang="th"))


def render(part: p.Part, ids: Ids) -> Markup:
    """Return one part as HTML for a page whose ids come from ``ids``."""
    return _WRITERS[type(part)](part, ids)


def _el(tag: str, *children: str | Markup, **attributes: str | int | None) -> Markup:
    """Write one element; ``class_`` stands for ``class``, ``aria_label`` for ``aria-label``."""
    given = Markup("").join(
        Markup(' {}="{}"').format(name.rstrip("_").replace("_", "-"), value)
        for name, value in attributes.items()
        if value is not None
    )
    return Markup("<{0}{1}>{2}</{0}>").format(tag, given, _join(children))


def _join(children: Iterable[str | Markup]) -> Markup:
    return Markup("").join(map(escape, children))


def _broken(text: str) -> Markup:
    return Markup("<br>").join(map(escape, lines(text)))


def _mark(tone: p.Tone) -> Markup:
    if tone is p.Tone.PLAIN:
        return Markup("")
    return _el("span", TONE_MARK[tone], class_="mark", role="img", aria_label=TONE_TH[tone])


def _bodies(body: Iterable[p.Part], ids: Ids) -> Markup:
    return _join(render(one, ids) for one in body)


def _masthead(part: p.Masthead, _: Ids) -> Markup:
    dated = [f"วันที่ {long_date(part.date)}"] if part.date else []
    small = [one for one in (part.office, part.period, *dated, *part.notes) if one]
    return _el(
        "header",
        _el("h1", part.title),
        *(_el("p", one) for one in small),
        class_="masthead",
    )


def _heading(part: p.Heading, _: Ids) -> Markup:
    level = min(max(part.level, 2), 4)
    return _el(f"h{level}", part.text, id=part.anchor or None)


def _paragraph(part: p.Paragraph, _: Ids) -> Markup:
    lead = [_el("strong", part.lead), " "] if part.lead else []
    return _el("p", *lead, _broken(part.text))


def _bullets(part: p.Bullets, _: Ids) -> Markup:
    return _el("ol" if part.ordered else "ul", *(_el("li", _broken(one)) for one in part.items))


def _facts(part: p.Facts, _: Ids) -> Markup:
    listed = _el("dl", *(_fact(one) for one in part.facts))
    return _el("div", listed, class_="facts", role="group", aria_label=part.label)


def _fact(fact: p.Fact) -> Markup:
    unit = fact.suffix or UNIT_TH[fact.unit]
    number = _el("span", show(fact.value, fact.unit), class_="number")
    said = [_mark(fact.tone), number, " ", _el("span", unit, class_="unit")]
    note = [_el("dd", fact.note, class_="note")] if fact.note else []
    bar = [_el("dd", _bar(fact.share, fact.target), class_="bar", aria_hidden="true")]
    return _el(
        "div",
        _el("dt", fact.label),
        _el("dd", *said),
        *(bar if fact.share is not None else []),
        *note,
        class_=f"fact {fact.tone}",
    )


def _bar(share: float | None, target: float | None) -> Markup:
    filled = _el("span", style=f"width:{_within(share)}%", class_="filled")
    goal = [] if target is None else [_el("span", style=f"left:{_within(target)}%", class_="goal")]
    return _join([filled, *goal])


def _within(percent: float | None) -> str:
    return f"{min(max(percent or 0.0, 0.0), 100.0):.1f}"


def _table(part: p.Table, ids: Ids) -> Markup:
    caption = ids.next("t")
    cards = part.phone is p.Phone.CARDS
    table = _el(
        "table",
        _el("caption", part.caption, id=caption),
        _colgroup(part),
        _thead(part),
        *_tbodies(part),
    )
    wide = not cards or len(part.columns) >= _WIDE
    box = _el(
        "div",
        table,
        class_=f"table {part.phone}",
        tabindex=0 if wide else None,
        role="group" if wide else None,
        aria_labelledby=caption if wide else None,
    )
    return _join([box, *([_el("p", part.note, class_="note")] if part.note else [])])


def _colgroup(part: p.Table) -> Markup:
    total = sum(column.width for column in part.columns) or 1.0
    widths = [f"width:{100 * column.width / total:.2f}%" for column in part.columns]
    return _el("colgroup", *(Markup('<col style="{}">').format(one) for one in widths))


def _thead(part: p.Table) -> Markup:
    if not any(column.group for column in part.columns):
        return _el("thead", _el("tr", *map(_heading_cell, part.columns)))
    top, below = [], []
    for group, members in groupby(part.columns, key=lambda column: column.group):
        columns = [*members]
        if group:
            top.append(_el("th", group, scope="colgroup", colspan=len(columns), class_="group"))
            below += [_heading_cell(column) for column in columns]
        else:
            top += [_heading_cell(column, rowspan=2) for column in columns]
    return _el("thead", _el("tr", *top), _el("tr", *below))


def _heading_cell(column: p.Column, rowspan: int | None = None) -> Markup:
    return _el("th", column.heading, scope="col", rowspan=rowspan, class_=column.unit.value)


def _tbodies(part: p.Table) -> list[Markup]:
    """Write one ``tbody`` for each group of rows, the group's heading first."""
    decimals, spans = decimals_of(part), row_spans(part)
    bodies: list[list[Markup]] = [[]]
    for row, reach in zip(part.rows, spans, strict=True):
        if row.role is p.RowRole.GROUP:
            bodies.append([_group_row(part, row)])
        else:
            cells = [
                _cell(part, row, at, digits, reach[at])
                for at, digits in enumerate(decimals)
                if reach[at]
            ]
            bodies[-1].append(_el("tr", *cells, class_=row.role.value))
    return [_el("tbody", *body) for body in bodies if body]


def _group_row(part: p.Table, row: p.Row) -> Markup:
    text = _join(_content(cell, p.Unit.TEXT, None) for cell in row.cells)
    head = _el("th", text, scope="rowgroup", colspan=len(part.columns))
    return _el("tr", head, class_="group")


def _cell(part: p.Table, row: p.Row, at: int, digits: int | None, reach: int) -> Markup:
    cell, column = row.cells[at], part.columns[at]
    names_row = at == _name_at(part, row)
    words = [column.unit.value, cell.tone.value]
    words += ["empty"] if cell.value in (None, "") else []
    words += ["short"] if len(str(cell.value)) <= _SHORT else []
    return _el(
        "th" if names_row else "td",
        _content(cell, column.unit, digits),
        class_=" ".join(words),
        scope="row" if names_row else None,
        rowspan=reach if reach > 1 else None,
        data_label=" ".join(filter(None, [column.group, column.heading])),
    )


def _name_at(part: p.Table, row: p.Row) -> int | None:
    """Return the column whose cell names the row; in a row of sums it may be another than usual."""
    if row.role is p.RowRole.CONTINUED:
        return None
    columns = [part.name_column, *range(len(row.cells))]
    return next((at for at in columns if row.cells[at].value not in (None, "")), None)


def _content(cell: p.Cell, unit: p.Unit, digits: int | None) -> Markup:
    nothing = unit is p.Unit.TEXT and cell.value in (None, "")
    text = Markup("") if nothing else _broken(show_cell(cell, unit, digits))
    where = [_el("details", _el("summary", "ที่มา"), cell.ref, class_="ref")] if cell.ref else []
    return _join([_mark(cell.tone), text, *where])


def _figure(part: p.Figure, ids: Ids) -> Markup:
    name, words = ids.next("f"), ids.next("f")
    drawn = svg.inline(part.svg, name=name, words=words, prefix=ids.next("g"))
    picture = Markup(drawn)  # noqa: S704  # written anew from known elements and attributes
    data = _el("details", _el("summary", "ข้อมูลของแผนภูมิ"), render(part.data, ids))
    return _el(
        "figure",
        _el("figcaption", part.caption, id=name),
        _el("div", picture, class_="picture"),
        _el("div", _el("p", part.alt, id=words), data, class_="words"),
        class_="chart",
    )


def _callout(part: p.Callout, ids: Ids) -> Markup:
    name = ids.next("c")
    title = _el("p", _mark(part.tone), part.title, class_="title", id=name)
    return _el(
        "div", title, _bodies(part.body, ids), class_=f"callout {part.tone}", role="note",
        aria_labelledby=name,
    )  # fmt: skip


def _details(part: p.Details, ids: Ids) -> Markup:
    return _el("details", _el("summary", part.summary), _bodies(part.body, ids))


def _landscape(part: p.Landscape, ids: Ids) -> Markup:
    return _el("div", _bodies(part.body, ids), class_="landscape")


def _page_break(_part: p.PageBreak, _: Ids) -> Markup:
    return _el("div", class_="page-break")


_WRITERS: dict[type[p.Part], Callable[[Any, Ids], Markup]] = {
    p.Masthead: _masthead,
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
