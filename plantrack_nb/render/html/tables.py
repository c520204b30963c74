"""Tables to HTML: heads, groups of rows, cells that name their row, and where a value is from."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby

from markupsafe import Markup

from plantrack_nb.render import parts as p
from plantrack_nb.render.formats import decimals_of, show_cell
from plantrack_nb.render.html.elements import Ids, broken, el, join, link, mark
from plantrack_nb.render.spans import row_spans

_WIDE = 6
"""From this many columns on, a table may need sideways scrolling even on a desk."""

_DENSE = 9
"""From this many columns on, the letters are a little smaller."""

_SHORT = 24
"""A text of so many letters stands beside its label on a card, a longer one below it."""

_once_a_heading = lru_cache(maxsize=64)
"""A page has two hundred tables under a dozen headings."""


def table(part: p.Table, ids: Ids) -> Markup:
    """Write a table, and its note below it."""
    caption = ids.next("t")
    cards = part.phone is p.Phone.CARDS
    drawn = el(
        "table",
        el("caption", part.caption, id=caption),
        _colgroup(part.columns),
        _thead(part.columns),
        *_tbodies(part),
        style=_labels(part.columns) if cards else None,
    )
    wide = not cards or len(part.columns) >= _WIDE
    box = el(
        "div",
        drawn,
        class_=f"table {part.phone}" + (" dense" if len(part.columns) >= _DENSE else ""),
        tabindex=0 if wide else None,
        role="group" if wide else None,
        aria_labelledby=caption if wide else None,
    )
    return join([box, *([el("p", part.note, class_="note")] if part.note else [])])


@_once_a_heading
def _labels(columns: tuple[p.Column, ...]) -> str:
    """Write the headings where the style sheet finds them, once a table and not once a cell.

    A card has no headings above it: each of its values stands beside its column's. Every letter is
    written as its number, so that a heading stays a text whatever it holds.
    """
    headings = [" ".join(filter(None, [one.group, one.heading])) for one in columns]
    return ";".join(f'--c{at}:"{_as_numbers(text)}"' for at, text in enumerate(headings))


def _as_numbers(text: str) -> str:
    return "".join(f"\\{ord(letter):x} " for letter in text)


@_once_a_heading
def _colgroup(columns: tuple[p.Column, ...]) -> Markup:
    total = sum(column.width for column in columns) or 1.0
    widths = [f"width:{100 * column.width / total:.2f}%" for column in columns]
    return el("colgroup", *(Markup('<col style="{}">').format(one) for one in widths))


@_once_a_heading
def _thead(columns: tuple[p.Column, ...]) -> Markup:
    if not any(column.group for column in columns):
        return el("thead", el("tr", *map(_heading_cell, columns)))
    top, below = [], []
    for group, members in groupby(columns, key=lambda column: column.group):
        some = [*members]
        if group:
            top.append(el("th", group, scope="colgroup", colspan=len(some), class_="group"))
            below += [_heading_cell(column) for column in some]
        else:
            top += [_heading_cell(column, rowspan=2) for column in some]
    return el("thead", el("tr", *top), el("tr", *below))


def _heading_cell(column: p.Column, rowspan: int | None = None) -> Markup:
    if not column.heading:
        return el("td", rowspan=rowspan)
    return el("th", column.heading, scope="col", rowspan=rowspan, class_=column.unit.value)


def _tbodies(part: p.Table) -> list[Markup]:
    """Write one ``tbody`` for each group of rows, the group's heading first."""
    decimals, spans = decimals_of(part), row_spans(part)
    bodies: list[list[Markup]] = [[]]
    for row, reach in zip(part.rows, spans, strict=True):
        if row.role is p.RowRole.GROUP:
            bodies.append([_group_row(part, row)])
        else:
            name_at = _name_at(part, row)
            cells = [
                _cell(part, row, at, digits, reach[at], names_row=at == name_at)
                for at, digits in enumerate(decimals)
                if reach[at]
            ]
            bodies[-1].append(el("tr", *cells, class_=row.role.value))
    return [el("tbody", *body) for body in bodies if body]


def _group_row(part: p.Table, row: p.Row) -> Markup:
    text = join(_content(cell, p.Unit.TEXT, None) for cell in row.cells)
    head = el("th", text, scope="rowgroup", colspan=len(part.columns))
    return el("tr", head, class_="group", id=row.anchor or None)


def _cell(
    part: p.Table, row: p.Row, at: int, digits: int | None, reach: int, *, names_row: bool
) -> Markup:
    cell, column = row.cells[at], part.columns[at]
    is_empty = cell.value in (None, "")
    labelled = part.phone is p.Phone.CARDS and not (is_empty or names_row)
    is_long = column.unit is p.Unit.TEXT and len(str(cell.value)) > _SHORT
    words = [f"c{at}"] if labelled else []
    words += [column.unit.value] if column.unit is not p.Unit.TEXT else []
    words += [cell.tone.value] if cell.tone is not p.Tone.PLAIN else []
    words += ["empty"] if is_empty else []
    words += ["long"] if labelled and is_long else []
    return el(
        "th" if names_row else "td",
        _content(cell, column.unit, digits),
        class_=" ".join(words) or None,
        scope="row" if names_row else None,
        rowspan=reach if reach > 1 else None,
    )


def _name_at(part: p.Table, row: p.Row) -> int | None:
    """Return the column whose cell names the row; in a row of sums it may be another than usual."""
    if row.role is p.RowRole.CONTINUED:
        return None
    columns = [part.name_column, *range(len(row.cells))]
    return next((at for at in columns if row.cells[at].value not in (None, "")), None)


def _content(cell: p.Cell, unit: p.Unit, digits: int | None) -> Markup:
    nothing = unit is p.Unit.TEXT and cell.value in (None, "")
    text = Markup("") if nothing else broken(show_cell(cell, unit, digits))
    text = link(text, cell.link) if cell.link else text
    if not (cell.label or cell.ref or cell.tone is not p.Tone.PLAIN):
        return text
    label = [el("span", cell.label, class_="label")] if cell.label else []
    where = [el("details", el("summary", "ที่มา"), cell.ref, class_="ref")] if cell.ref else []
    return join([*label, mark(cell.tone), text, *where])
