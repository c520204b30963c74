"""Tell from a document's titles which office and round it reports.

Only titles count: lines above a table, titles of pages, names of sheets, the letter in front.
Words in the cells of a table (an activity that reports another quarter) say nothing of the round.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TypeVar

from plantrack_nb.containers.grid import Row
from plantrack_nb.load.document.parts import Document
from plantrack_nb.load.identity import Identity, Said
from plantrack_nb.office.register import District, Register
from plantrack_nb.thai.periods import find_periods, find_years
from plantrack_nb.thai.text import arabic_digits, squeeze

_OFFICE = re.compile(
    r"(?:สพป\.?|สพม\.?|สำนักงานเขตพื้นที่การศึกษา(?:ประถมศึกษา|มัธยมศึกษา)|(?<!สำนักงาน)เขตพื้นที่การศึกษา(?:ประถมศึกษา|มัธยมศึกษา))"
    r"[ก-๙]+?(?:เขต\d{1,2}|(?=[^ก-๙]|$))"
)
_SPOKEN = re.compile(r"ไตรมาส|รอบ|เดือน")
_FRONT_ROWS = 120
_Value = TypeVar("_Value")


def identify(document: Document, register: Register) -> Identity:
    """Look for the office, the fiscal year and the round in a document's titles.

    Titles of tables and names of sheets come first; the letter in front of a report is asked only
    for what they leave open.
    """
    titles = list(_said(_titles(document), register))
    front = list(_said(((row, "") for row in document.front[:_FRONT_ROWS]), register))
    offices = [one.value for one in titles if one.part == "office"] or [
        one.value for one in front if one.part == "office"
    ]
    areas = [one for one in offices if isinstance(one, District)]
    codes = [one.code for one in areas if one.code]
    return Identity(
        _settled(codes, [one.value for one in titles if one.part == "district"]),
        _of("fiscal_year", titles, front),
        _of("quarter", titles, front),
        tuple(dict.fromkeys(areas)),
        tuple(titles or front),
    )


def other_rounds(document: Document, quarter: int) -> str:
    """Find words in the tables that name another quarter, where no title names one; else ``""``."""
    for one in document.progress:
        for cell in one.row.cells:
            if cell.text and _SPOKEN.search(cell.text):
                for period in find_periods(cell.text):
                    if period.quarter is not None and period.quarter != quarter:
                        return period.words
    return ""


def _titles(document: Document) -> Iterator[tuple[Row, str]]:
    """Give the titles of tables, and the names of their sheets as if they stood there."""
    sheets: set[str] = set()
    for block in document.blocks:
        for row in block.titles:
            yield row, ""
        if block.sheet and block.sheet not in sheets:
            sheets.add(block.sheet)
            yield block.head.rows[0], block.sheet


def _said(rows: Iterable[tuple[Row, str]], register: Register) -> Iterator[Said]:
    for row, sheet in rows:
        texts = [(sheet, row.ref)] if sheet else [(c.text, c.ref) for c in row.cells if c.text]
        for text, ref in texts:
            yield from _of_text(text, ref, register)


def _of_text(text: str, ref: str, register: Register) -> Iterator[Said]:
    plain = squeeze(arabic_digits(text))
    for match in _OFFICE.finditer(plain):
        area = register.by_name(match.group())
        if area is not None:
            yield Said("office", area, match.group(), ref, text)
            yield Said("district", area.code, match.group(), ref, text)
    periods = [one for one in find_periods(text) if one.quarter is not None]
    years = [(one.year, one.words) for one in find_years(text)]
    years = years or [(one.year, one.words) for one in periods if one.year is not None]
    for year, words in years:
        yield Said("fiscal_year", year, words, ref, text)
    since = [one for one in periods if one.from_start] or periods
    if since:
        last = max(since, key=lambda one: one.last)
        yield Said("quarter", last.quarter, last.words, ref, text)


def _of(part: str, titles: Iterable[Said], front: Iterable[Said]) -> int | None:
    said = [one.value for one in titles if one.part == part]
    if said:
        return _only(said)  # type: ignore[return-value]  # years and quarters are numbers
    others = [one.value for one in front if one.part == part]
    return _most_common(others)  # type: ignore[return-value]


def _settled(codes: list[str], of_titles: list[object]) -> str | None:
    return _only(codes) if of_titles else _most_common(codes)


def _only(values: list[_Value]) -> _Value | None:
    """Return the value that all give; None where they differ or there is none."""
    return values[0] if len(set(values)) == 1 else None


def _most_common(values: list[_Value]) -> _Value | None:
    return max(values, key=values.count, default=None)
