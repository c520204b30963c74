"""The one table in a piece of foreign HTML, as text: from libraries that show frames this way."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from plantrack_nb.render import parts as p
from plantrack_nb.render.outputs.tabled import MOST_ROWS

_FIGURE = re.compile(r"[-−+]?[\d,]*\.?\d+(?:[eE][-+]?\d+)?\s*%?|NaN|\.\.\.|–|-|", re.ASCII)
_MOST_LETTERS = 5_000_000
_ACTIVE = (
    ".//script | .//svg | .//iframe | .//img | .//canvas | .//object | .//embed | .//form"
    " | .//video | .//audio | .//math"
)


def table_in(html: str) -> p.Table | None:
    """Return the table that is all a piece of HTML shows; None when it shows anything else.

    Every cell is text as it stands there: a screen may have rounded it, so no figure is made of it.
    """
    from lxml import html as parser
    from lxml.etree import ParserError

    if "<table" not in html or len(html) > _MOST_LETTERS:
        return None
    try:
        root = parser.fragment_fromstring(html, create_parent="div")
    except (ParserError, ValueError):
        return None
    tables = root.xpath(".//table")
    if len(tables) != 1 or root.xpath(_ACTIVE):
        return None
    return _table(tables[0], _around(root))


def _table(table: Any, note: str) -> p.Table | None:
    rows = [_cells(one) for one in table.xpath(".//tr")]
    heads = len(table.xpath("./thead/tr")) or 1
    wide = max(map(len, rows), default=0)
    if wide == 0 or len(rows) <= heads:
        return None
    rows = [[*row, *[""] * (wide - len(row))] for row in rows]
    body = rows[heads:]
    columns = [
        p.Column(
            " ".join(dict.fromkeys(row[at] for row in rows[:heads] if row[at])), _unit(body, at)
        )
        for at in range(wide)
    ]
    cut = f"แสดง {MOST_ROWS:,} แถวแรกจาก {len(body):,} แถว" if len(body) > MOST_ROWS else ""
    caption = "".join(table.xpath("string(./caption)")).strip()
    named = caption or _joined(["ตาราง", *(one.heading for one in columns[:4])])
    return p.table(named, columns, body[:MOST_ROWS], note=_joined([note, cut]))


def _joined(words: Iterable[str]) -> str:
    """Join words, each once, without the empty ones."""
    return " ".join(dict.fromkeys(filter(None, words)))


def _cells(row: Any) -> list[str]:
    """Return a row's texts; a cell that spans columns stands in the first of them."""
    made: list[str] = []
    for cell in row.xpath("./th | ./td"):
        span = cell.get("colspan", "1")
        wide = int(span) if span.isdecimal() and len(span) < 3 else 1
        made += [" ".join(cell.text_content().split()), *[""] * (wide - 1)]
    return made


def _unit(body: list[list[str]], at: int) -> p.Unit:
    figures = all(_FIGURE.fullmatch(row[at]) for row in body)
    return p.Unit.DECIMAL if figures and any(row[at] for row in body) else p.Unit.TEXT


def _around(root: Any) -> str:
    """Return the words beside the table, such as how many rows the screen has left out."""
    said = root.xpath(".//text()[not(ancestor::table) and not(ancestor::style)]")
    return " ".join(" ".join(said).split())[:200]
