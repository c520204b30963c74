"""Tables to HTML: heads, groups of rows, cells that name their row, and where a value is from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from markupsafe import Markup

from plantrack_nb.render import parts as p
from plantrack_nb.render.html.elements import Ids, broken, el, join, link, mark, trusted
from plantrack_nb.render.table_text import (
    HeadCell,
    TextCell,
    body_rows,
    head_rows,
    is_dense,
)

_WIDE = 6
"""From this many columns on, a table may need sideways scrolling even on a desk."""

_SHORT = 24
"""A text of so many letters stands beside its label on a card, a longer one below it."""

_LONG = 120
"""A text of more letters makes the row of a scrolling table high."""

_once_a_heading = lru_cache(maxsize=64)
"""A page has two hundred tables under a dozen headings."""


def table(part: p.Table, ids: Ids) -> Markup:
    """Write a table, and its note below it; a folded one by its groups, each to be opened."""
    note = [el("p", part.note, class_="note")] if part.note else []
    if not (part.folded and part.rows):
        return join([_boxed(part, ids), *note])
    groups = (_folded(one, many, ids) for one, many in _by_group(part))
    cards = part.phone is p.Phone.CARDS
    return join([el("div", *groups, style=_labels(part.columns) if cards else None), *note])


def _by_group(part: p.Table) -> Iterator[tuple[p.Table, int]]:
    """Part a table at its groups, and count the rows of each that are more than a continuation."""
    starts = [at for at, row in enumerate(part.rows) if row.role is p.RowRole.GROUP]
    bounds = [*([0] if starts[:1] != [0] else []), *starts, len(part.rows)]
    for start, end in pairwise(bounds):
        rows = part.rows[start:end]
        headed = rows[0].role is p.RowRole.GROUP
        caption = str(rows[0].cells[0].value) if headed else part.caption
        many = sum(row.role is p.RowRole.BODY for row in rows)
        yield replace(part, caption=caption, rows=rows, note=""), many


def _folded(part: p.Table, many: int, ids: Ids) -> Markup:
    counted = "" if part.caption.endswith(")") else f" ({many} รายการ)"
    head = part.rows[0].role is p.RowRole.GROUP
    summary = el("summary", f"{part.caption}{counted}")
    anchor = el("span", id=part.rows[0].anchor) if head and part.rows[0].anchor else ""
    rows = part.rows[1:] if head else part.rows
    # A place within what is folded opens it when a link leads there.
    table = _boxed(replace(part, rows=rows), ids, labelled=False)
    return el("details", summary, anchor, table, class_="fold")


def _boxed(part: p.Table, ids: Ids, *, labelled: bool = True) -> Markup:
    caption = ids.next("t")
    cards = part.phone is p.Phone.CARDS
    drawn = el(
        "table",
        el("caption", part.caption, id=caption),
        _colgroup(part.columns),
        _thead(part.columns),
        *_tbodies(part),
        style=_labels(part.columns) if cards and labelled else None,
    )
    wide = not cards or len(part.columns) >= _WIDE
    return el(
        "div",
        drawn,
        class_=f"table {part.phone}" + (" dense" if is_dense(part) else ""),
        tabindex=0 if wide else None,
        role="group" if wide else None,
        aria_labelledby=caption if wide else None,
    )


@_once_a_heading
def _labels(columns: tuple[p.Column, ...]) -> str:
    """Write the headings where the style sheet finds them, once a table and not once a cell.

    A card has no headings above it: each of its values stands beside its column's. Every letter
    that is not Thai is written as its number, so that a heading stays a text whatever it holds.
    """
    headings = [" ".join(filter(None, [one.group, one.heading])) for one in columns]
    return ";".join(f'--c{at}:"{_as_numbers(text)}"' for at, text in enumerate(headings))


def _as_numbers(text: str) -> str:
    return "".join(one if "ก" <= one <= "๙" else f"\\{ord(one):x} " for one in text)


@_once_a_heading
def _colgroup(columns: tuple[p.Column, ...]) -> Markup:
    total = sum(column.width for column in columns) or 1.0
    widths = [f"width:{100 * column.width / total:.2f}%" for column in columns]
    return el("colgroup", *(Markup('<col style="{}">').format(one) for one in widths))


@_once_a_heading
def _thead(columns: tuple[p.Column, ...]) -> Markup:
    return el("thead", *(el("tr", *map(_heading, row)) for row in head_rows(columns)))


def _heading(head: HeadCell) -> Markup:
    if head.of_group:
        return el("th", head.text, scope="colgroup", colspan=head.wide, class_="group")
    rowspan = head.tall if head.tall > 1 else None
    if not head.text:
        return el("td", rowspan=rowspan)
    unit = None if head.unit is p.Unit.TEXT else head.unit.value
    return el("th", head.text, scope="col", rowspan=rowspan, class_=unit)


def _tbodies(part: p.Table) -> list[Markup]:
    """Write one ``tbody`` for each group of rows, the group's heading first."""
    bodies: list[list[Markup]] = [[]]
    for row, cells in zip(part.rows, body_rows(part), strict=True):
        if row.role is p.RowRole.GROUP:
            text = join(_content(cell) for cell in cells if cell is not None)
            head = el("th", text, scope="rowgroup", colspan=len(part.columns))
            bodies.append([el("tr", head, class_="group", id=row.anchor or None)])
        else:
            name_at = _name_at(part, row)
            said = [
                _cell(part, cell, at, names_row=at == name_at)
                for at, cell in enumerate(cells)
                if cell is not None
            ]
            role = None if row.role is p.RowRole.BODY else row.role.value
            bodies[-1].append(el("tr", *said, class_=role))
    return [el("tbody", *body) for body in bodies if body]


def _cell(part: p.Table, cell: TextCell, at: int, *, names_row: bool) -> Markup:
    content, is_text = _content(cell), cell.unit is p.Unit.TEXT
    if part.phone is p.Phone.SCROLL and is_text and len(cell.text) > _LONG:
        content = el("div", content, class_="long")  # can be kept low, and scroll by itself
    labelled = part.phone is p.Phone.CARDS and not (cell.is_empty or names_row)
    is_long = labelled and is_text and len(str(cell.of.value)) > _SHORT
    opening = _opened(
        at if labelled else None,
        cell.unit,
        cell.of.tone,
        cell.is_empty or (labelled and _is_none(cell)),
        is_long,
        names_row,
        cell.tall,
    )
    return trusted(opening + content)  # the next cell ends it


def _is_none(cell: TextCell) -> bool:
    """Tell whether a count is of nothing: a card leaves it out."""
    return cell.unit is p.Unit.COUNT and cell.of.value == 0 and not cell.of.ref


@lru_cache(maxsize=1024)
def _opened(  # noqa: PLR0917 - remembered by all of them
    label: int | None,
    unit: p.Unit,
    tone: p.Tone,
    empty: bool,
    long: bool,
    names_row: bool,
    tall: int,
) -> str:
    """Write the opening tag of a cell; most cells of a table have that of another."""
    words = [] if label is None else [f"c{label}"]
    words += [] if unit is p.Unit.TEXT else [unit.value]
    words += [] if tone is p.Tone.PLAIN else [tone.value]
    words += ["empty"] if empty else []
    words += ["long"] if long else []
    return el(
        "th" if names_row else "td",
        class_=" ".join(words) or None,
        scope="row" if names_row else None,
        rowspan=tall if tall > 1 else None,
    )


def _name_at(part: p.Table, row: p.Row) -> int | None:
    """Return the column whose cell names the row; in a row of sums it may be another than usual."""
    if row.role is p.RowRole.CONTINUED:
        return None
    columns = [part.name_column, *range(len(row.cells))]
    return next((at for at in columns if row.cells[at].value not in (None, "")), None)


def _content(cell: TextCell) -> Markup:
    of, text = cell.of, broken(cell.text)
    text = link(text, of.link) if of.link else text
    if not (of.label or of.ref or of.tone is not p.Tone.PLAIN):
        return text
    label = [el("span", of.label, class_="label")] if of.label else []
    where = [el("details", el("summary", "ที่มา"), of.ref, class_="ref")] if of.ref else []
    return join([*label, mark(of.tone), text, *where])
