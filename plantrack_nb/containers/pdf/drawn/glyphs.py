"""What a page's content stream draws: glyphs in the order they are drawn, rules, pictures.

All places are in points from the page's upper left corner, ``y`` growing downwards, after the
page's own rotation. A glyph's ``start`` and ``end`` run along the direction of reading and its
``base`` across it, so that turned text is set into lines by the same rules as upright text.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum

from plantrack_nb.containers.grid import Box

NO_TEXT = "\ufffd"
"""Stands for a glyph that has no text: it cannot be read, only seen."""


class Seen(StrEnum):
    """What was met on a page that may speak against reading it."""

    HIDDEN = "hidden"
    INVISIBLE = "invisible"
    SLANTED = "slanted"
    UPRIGHT_FONT = "upright font"
    SPREAD = "spread"
    OTHER_DIGITS = "other digits"


@dataclass(slots=True)
class Glyph:
    """One glyph, or all glyphs that one ActualText stands for.

    Parameters
    ----------
    text : str
        What it tells: several letters for a cluster, :data:`NO_TEXT` when nobody knows.
    start, end, base : float
        Where it begins and ends along its line, and its base line.
    size : float
        Font size in points.
    turn : int
        Quarter turns to the left: 0 is upright, 1 reads upwards, 3 downwards, -1 askew.
    x, y : float
        A point in its middle, to find the cell it stands in.
    zero : bool
        It takes no room, as marks above and below letters do.
    artifact : bool
        The maker says that it belongs to the page, not to the text (page numbers, headers).
    fresh : bool
        It begins a string that was placed on its own.
    mark : int
        Number of the marked content it is in, -1 for none.
    """

    text: str
    start: float
    end: float
    base: float
    size: float
    turn: int
    x: float
    y: float
    zero: bool = False
    artifact: bool = False
    fresh: bool = False
    mark: int = -1


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line or thin bar: ``at`` is its place, ``first`` to ``last`` its extent."""

    upright: bool
    at: float
    first: float
    last: float

    def within(self, box: Box) -> Rule | None:
        """Return the part of it inside a box, None when there is none."""
        left, top, right, bottom = box
        if self.upright:
            side, first, last = left - 1 <= self.at <= right + 1, top, bottom
        else:
            side, first, last = top - 1 <= self.at <= bottom + 1, left, right
        first, last = max(first, self.first), min(last, self.last)
        return Rule(self.upright, self.at, first, last) if side and first <= last else None


@dataclass(slots=True)
class PageContent:
    """All that was found on one page.

    Parameters
    ----------
    number : int
        The page, counted from 1.
    width, height : float
        Its size in points, as it is shown.
    glyphs : list of Glyph
        In the order of the content.
    rules, fills : list
        Lines and thin bars; areas filled with colour.
    pictures : list of Box
        Where pictures lie.
    seen : Counter of Seen
        What may speak against reading the page, counted.
    """

    number: int
    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    fills: list[Box] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)
    seen: Counter[Seen] = field(default_factory=Counter)

    def note(self, what: Seen) -> None:
        """Count one more of something."""
        self.seen[what] += 1
