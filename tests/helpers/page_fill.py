"""How far down each page of a PDF is filled, seen in its picture; and which pages may be less so.

Poppler draws the pages. A page ends a part where the next one begins another: with a heading of
the first level, turned the other way, or with no foot of its own (memo and cover).
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_DPI = 40
_MM = _DPI / 25.4
_INK = 200
_TOP, _FOOT = 15, 17
"""Millimetres above and below the text of a page."""

_HEAD_OF_PAGE = 60
"""Millimetres from the upper edge within which a heading begins the page."""


@dataclass(frozen=True)
class Filled:
    """A page: its number, the share of its height down to the last ink, whether it ends a part."""

    page: int
    share: float
    ends_part: bool


@dataclass(frozen=True)
class _Picture:
    wide: int
    rows: tuple[bytes, ...]

    def inked(self, first: float, last: float) -> list[int]:
        """Return the rows between two places (millimetres) that hold ink."""
        begin, end = round(first * _MM), min(round(last * _MM), len(self.rows))
        return [at for at in range(begin, end) if min(self.rows[at]) < _INK]

    @property
    def height(self) -> float:
        return len(self.rows) / _MM

    @property
    def has_foot(self) -> bool:
        return bool(self.inked(self.height - _FOOT, self.height))

    @property
    def has_number_above(self) -> bool:
        return bool(self.inked(8, 20)) and not self.has_foot

    @property
    def share(self) -> float:
        last = max(self.inked(_TOP, self.height - _FOOT), default=_TOP * _MM)
        return (last / _MM - _TOP) / (self.height - _FOOT - _TOP)


def filled(pdf: Path) -> list[Filled]:
    """Measure every page."""
    pictures = [*_pictures(pdf)]
    headed = _begun_by_heading(pdf)
    return [
        Filled(at + 1, one.share, at + 1 == len(pictures) or _ends(at, pictures, headed))
        for at, one in enumerate(pictures)
    ]


def _ends(at: int, pictures: list[_Picture], headed: set[int]) -> bool:
    now, after = pictures[at], pictures[at + 1]
    turned = (now.wide > len(now.rows)) != (after.wide > len(after.rows))
    own = not after.has_foot and not after.has_number_above
    return at + 1 in headed or turned or own


def _pictures(pdf: Path) -> Iterator[_Picture]:
    command = ["pdftoppm", "-r", str(_DPI), "-gray", str(pdf)]
    drawn = subprocess.run(command, capture_output=True, check=True).stdout
    at = 0
    while at < len(drawn):
        kind, size, most, rest = drawn[at:].split(b"\n", 3)
        assert (kind, most) == (b"P5", b"255")
        wide, high = map(int, size.split())
        begin = len(drawn) - len(rest)
        rows = tuple(drawn[begin + wide * row : begin + wide * (row + 1)] for row in range(high))
        yield _Picture(wide, rows)
        at = begin + wide * high


def _begun_by_heading(pdf: Path) -> set[int]:
    """Return the places of the pages that begin with a heading of the first level."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    found = set()
    for one in document.get_toc():
        target = one.get_dest()
        if one.level == 0 and target is not None and target.get_index() is not None:
            page = target.get_index()
            _, places = target.get_view()
            high = document[page].get_height()
            if len(places) > 1 and (high - places[1]) / 72 * 25.4 <= _HEAD_OF_PAGE:
                found.add(page)
    document.close()
    return found
