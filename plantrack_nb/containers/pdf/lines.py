"""Glyphs set into stretches, stretches into lines, lines into the text of a cell or paragraph.

A stretch is what was drawn without a gap; inside it the order of the content stands. Stretches on
one base line make a line from left to right, and lines follow each other downwards.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from plantrack_nb.containers.grid import Box
from plantrack_nb.containers.pdf.drawn.glyphs import Glyph
from plantrack_nb.containers.pdf.drawn.old_font_letters import in_order, is_mark

# All in parts of the font size.
_GAP = 0.18  # a blank that no glyph stands for begins here
_BACK = 0.4  # so far a glyph may reach back over the one before
_SAME_LINE = 0.45  # base lines so near are one line
_RAISED = 0.6  # a small figure above the line
_MARK_NEAR = 1.2
_DIGIT = 0.75
_WIDEST_WORD = 4.5  # Thai words that a program does not break are seldom wider

_THAI = "ก-ฮะ-ฺเ-ๅ็-๎"
_ENDS_THAI = re.compile(f"[{_THAI}ๆฯ]$")
_STARTS_THAI = re.compile(f"^[{_THAI}]")
_ENDS_FIGURE = re.compile(r"[\d๐-๙][.,]?$")
_GOES_ON_FIGURE = re.compile(r"^[.,]?[\d๐-๙]")
_STARTS_CLOSED = re.compile(r"^[.,)\]%:;!?”’]")
_ENDS_OPEN = re.compile(r"[(\[“‘]$")
_FIGURE_END = re.compile(r"[\d,]*$")
_FIGURE_START = re.compile(r"^[\d,.]*")
_BROKEN = re.compile(r"\d{1,3}(?:,\d{3})*,\d{0,2}")
_WHOLE = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?:\(.*\))?")
LISTED = re.compile(r"^(?:\(?[\d๐-๙]{1,2}(?:\.[\d๐-๙]{1,2})*[.)]|[-–•·▪■●○◦])\s*\D")


@dataclass(slots=True)
class Stretch:
    """Glyphs drawn one after the other without a gap."""

    glyphs: list[Glyph]
    start: float
    end: float
    base: float
    size: float
    turn: int

    @property
    def text(self) -> str:
        """What the glyphs tell, in their order."""
        return "".join(one.text for one in self.glyphs)


@dataclass(slots=True)
class Line:
    """Stretches on one base line, from left to right."""

    text: str
    start: float
    end: float
    base: float
    size: float
    turn: int
    head: float = 0.0
    """Width of its first word, up to the first blank."""
    artifact: bool = False
    is_last: bool = False
    """The file states that a paragraph ends with it."""


@dataclass(frozen=True, slots=True)
class Text:
    """The text of a cell or a paragraph: as it reads, and line by line as it stands."""

    text: str
    raw: str


def stretches(glyphs: Iterable[Glyph]) -> list[Stretch]:
    """Put glyphs that follow without a gap together; a mark always stays with its letter."""
    made: list[Stretch] = []
    for glyph in glyphs:
        last = made[-1] if made else None
        if last is not None and _follows(glyph, last):
            last.glyphs.append(glyph)
            last.end = max(last.end, glyph.end)
        else:
            made.append(
                Stretch([glyph], glyph.start, glyph.end, glyph.base, glyph.size, glyph.turn)
            )
    return made


def _follows(glyph: Glyph, last: Stretch) -> bool:
    if glyph.turn != last.turn:
        return False
    step, drop = glyph.start - last.end, abs(glyph.base - last.base)
    if is_mark(glyph.text):
        return drop < last.size and abs(step) < _MARK_NEAR * last.size
    return drop < 0.2 * last.size and -_BACK * last.size < step < _GAP * last.size


def lines(stretched: Sequence[Stretch]) -> list[Line]:
    """Set stretches into lines, in reading order; turned text comes after upright text."""
    made: list[Line] = []
    for turn in (0, 1, 2, 3):
        own = [one for one in stretched if one.turn == turn and one.text.strip()]
        made += [_line(one) for one in by_base(own)]
    return made


def by_base(own: Sequence[Stretch]) -> list[list[Stretch]]:
    """Group stretches by the line they stand on, from top to bottom."""
    grouped: list[list[Stretch]] = []
    for one in sorted(own, key=lambda stretch: (stretch.base, stretch.start)):
        main = max(grouped[-1], key=lambda stretch: stretch.size) if grouped else None
        if main is not None and _on_line(one, main, grouped[-1]):
            grouped[-1].append(one)
        else:
            grouped.append([one])
    return grouped


def _on_line(one: Stretch, main: Stretch, others: Sequence[Stretch]) -> bool:
    drop = abs(one.base - main.base)
    larger, smaller = max(one.size, main.size), min(one.size, main.size)
    if drop < _SAME_LINE * smaller:
        return True
    covers = any(min(one.end, two.end) - max(one.start, two.start) > 0.3 for two in others)
    return smaller < 0.8 * larger and drop < _RAISED * larger and not covers


def _line(group: Sequence[Stretch]) -> Line:
    ordered = sorted(group, key=lambda stretch: stretch.start)
    gaps = [after.start - before.end for before, after in pairwise(ordered)]
    size = max(one.size for one in ordered)
    blank = _blank(gaps, size)
    text = ordered[0].text
    for gap, after in zip(gaps, ordered[1:], strict=True):
        more = after.text
        apart = gap > blank and not text.endswith((" ", "\xa0")) and not more.startswith(" ")
        text += (" " if apart else "") + more
    base = max(ordered, key=lambda one: len(one.glyphs)).base
    return Line(
        in_order(text),
        ordered[0].start,
        max(one.end for one in ordered),
        base,
        size,
        ordered[0].turn,
        _head(ordered),
        all(glyph.artifact for one in ordered for glyph in one.glyphs),
    )


def _blank(gaps: Sequence[float], size: float) -> float:
    """Return the gap from which on it is a blank: wider where letters are spread to fill a line."""
    spread = [gap for gap in gaps if gap > _GAP * size]
    if len(spread) < 8:
        return _GAP * size
    return max(_GAP * size, 1.8 * median(spread))


def _head(ordered: Sequence[Stretch]) -> float:
    """Return how wide a line's first word is."""
    for one in ordered:
        for glyph in one.glyphs:
            if glyph.text.isspace() and glyph.start > ordered[0].start:
                return glyph.start - ordered[0].start
    return ordered[0].end - ordered[0].start


def joined(set_lines: Sequence[Line], room: float) -> Text:
    """Join the lines of a cell or paragraph: those that were wrapped run on, others end.

    A line was wrapped when the first word of the next one had no room left on it.

    Parameters
    ----------
    set_lines : sequence of Line
        In reading order.
    room : float
        How wide a line can be at most.
    """
    raw = "\n".join(one.text for one in set_lines)
    text = ""
    for before, one in zip([None, *set_lines], set_lines, strict=False):
        words = one.text.strip()
        if before is None:
            text = words
        elif _ended(before, one, room):
            text += "\n" + words
        else:
            text += (" " if _is_apart(before, one, room) else "") + words
    return Text(text, raw)


def _is_apart(before: Line, one: Line, room: float) -> bool:
    """Tell whether a blank stood where a line was wrapped.

    Between Thai letters there is none, nor before a sign that closes; a figure was cut in two when
    not a digit more had room.
    """
    first, second = before.text, one.text
    if first.endswith(" ") or second.startswith(" "):
        return True
    if _ENDS_THAI.search(first) and _STARTS_THAI.match(second):
        return False
    if _STARTS_CLOSED.match(second) or _ENDS_OPEN.search(first):
        return False
    if is_broken(_FIGURE_END.findall(first)[0], _FIGURE_START.findall(second)[0]):
        return False
    in_figure = _ENDS_FIGURE.search(first) and _GOES_ON_FIGURE.match(second)
    return not (in_figure and room - (before.end - before.start) < _DIGIT * one.size)


def is_broken(first: str, second: str) -> bool:
    """Tell whether a figure breaks off inside a group of digits that the second part ends."""
    return bool(_BROKEN.fullmatch(first) and _WHOLE.fullmatch(first + second))


def goes_on(before: Line, one: Line, room: float) -> bool:
    """Tell whether a line was wrapped, so that the next one is the rest of its paragraph."""
    return not _ended(before, one, room)


def _ended(before: Line, one: Line, room: float) -> bool:
    if before.is_last or before.turn != one.turn or LISTED.match(one.text.strip()):
        return True
    left = room - (before.end - before.start)
    return left > min(one.head, _WIDEST_WORD * one.size) + 0.5 * one.size


def box_of(set_lines: Sequence[Line]) -> Box:
    """Return the box around upright lines."""
    return (
        min(one.start for one in set_lines),
        min(one.base - one.size for one in set_lines),
        max(one.end for one in set_lines),
        max(one.base + 0.35 * one.size for one in set_lines),
    )
