"""Lines outside tables joined to paragraphs, and the lines that every page repeats."""

from __future__ import annotations

import re
from bisect import bisect
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plantrack_nb.containers.grid import Box
from plantrack_nb.containers.pdf.lines import Line, box_of, joined
from plantrack_nb.containers.pdf.page_records import FoundPage

_HEAD, _FOOT = 0.14, 0.88  # of the page's height
_OFTEN = 3
_DIGITS = re.compile(r"[0-9๐-๙]+")
_PAGE_NUMBER = re.compile(r"[-–—(\[ ]*(?:หน้า(?:ที่)? ?)?#(?: ?(?:/|จาก|ของ) ?#)?[-–—)\] ]*")
_PITCH = 2.1  # of the size: lines of a paragraph follow at most so far below each other
_INDENT = 1.8  # of the size: a first line that stands in so far opens a paragraph


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: its text, its lines as they stand, its box on the page."""

    text: str
    raw: str
    box: Box


def repeated(pages: Sequence[FoundPage]) -> set[str]:
    """Return the running lines: what stands at the head or foot of many pages, digits aside.

    What the file itself calls an artifact of the page is one wherever it stands.
    """
    counted: Counter[str] = Counter()
    marked: set[str] = set()
    for page in pages:
        margin = {signature(one) for one in page.lines if _in_margin(one, page)}
        counted.update(margin)
        marked |= {signature(one) for one in page.lines if one.artifact}
    often = _OFTEN if len(pages) > 2 else 2
    return marked | {text for text, count in counted.items() if count >= often}


def signature(line: Line) -> str:
    """Return a line's text with every number as ``#``."""
    return without_numbers(line.text)


def is_number(text: str) -> bool:
    """Tell whether a text is nothing but the number of a page."""
    return bool(_PAGE_NUMBER.fullmatch(without_numbers(text)))


def without_numbers(text: str) -> str:
    """Return a text with every number as ``#`` and single blanks."""
    return " ".join(_DIGITS.sub("#", text).split())


def _in_margin(line: Line, page: FoundPage) -> bool:
    return line.turn == 0 and not _HEAD * page.height < line.base < _FOOT * page.height


def paragraphs(lines: Sequence[Line], tops: Sequence[float]) -> Iterator[Paragraph]:
    """Join lines of one page to paragraphs; a table between them ends one.

    Parameters
    ----------
    lines : sequence of Line
        From top to bottom.
    tops : sequence of float
        Where the page's tables begin, from top to bottom.
    """
    upright = [one for one in lines if one.turn == 0]
    left = min((one.start for one in upright), default=0.0)
    room = max((one.end for one in upright), default=0.0) - left
    run: list[Line] = []
    for one in lines:
        if run and not _goes_on(one, run, tops, left, room):
            yield _paragraph(run)
            run = []
        run.append(one)
    if run:
        yield _paragraph(run)


def _goes_on(
    one: Line, run: Sequence[Line], tops: Sequence[float], left: float, room: float
) -> bool:
    before = run[-1]
    if one.turn != before.turn or one.artifact != before.artifact:
        return False
    if bisect(tops, one.base) != bisect(tops, before.base):
        return False
    if abs(one.size - before.size) > 0.15 * one.size:
        return False
    if not 0 < one.base - before.base < _PITCH * one.size:
        return False
    if one.start - max(left, run[-1].start) > _INDENT * one.size:
        return False
    return "\n" not in joined([before, one], room - max(before.start - left, 0)).text


def _paragraph(run: Sequence[Line]) -> Paragraph:
    text = joined(run, 0.0)
    return Paragraph(text.text.replace("\n", " "), text.raw, box_of(run))
