"""How wide the columns of a printed table are.

Figures and short words get the room they need, in points. Longer texts share what is left, but no
column is narrower than the longest of its pieces that no line may break (a word, a number).
"""

from __future__ import annotations

from collections.abc import Sequence

from plantrack_nb.render.letters.text_width import width
from plantrack_nb.render.parts import Column, Unit
from plantrack_nb.render.typesetting.shares import Block, balanced
from plantrack_nb.thai.word_breaks import pieces

_MOST_FOR_FIGURES = 0.9
"""The share of a table's width that headings may claim for columns of figures."""

_MOST_FIXED = 0.8
"""The share of it that columns of fixed width may take in all."""

_SHORT, _HEADING = 84.0, 60.0
"""Texts up to this many points stay on one line; a word of a heading gets up to so many."""

BOLD = 1.125
"""Bold, and with a mark, a text is about an eighth wider."""


def column_widths(
    columns: Sequence[Column],
    texts: Sequence[Sequence[str]],
    size: float,
    inset: float,
    room: float,
    *,
    blocks: Sequence[Block] = (),
) -> list[dict[str, float]]:
    """Return for each column ``{"points": …}`` or, of what they leave, ``{"share": …}``.

    ``texts`` holds the printed lines of each column, ``room`` is the width of the page in points.
    Where the ``blocks`` of the table are given, its texts share so that it is low.
    """
    figures = {at for at, column in enumerate(columns) if column.unit is not Unit.TEXT}
    most = _MOST_FOR_FIGURES * room / max(len(figures), 1) - 2 * inset
    longest = [max((width(line, size) for line in lines), default=0.0) for lines in texts]
    heading = [min(_widest([one.heading], size), most, _HEADING) for one in columns]
    needed = [max(a, b) * BOLD + 2 * inset for a, b in zip(longest, heading, strict=True)]
    short = {at for at, wide in enumerate(longest) if wide <= _SHORT}
    fixed = figures | short
    if len(fixed) == len(columns) or sum(needed[at] for at in fixed) > _MOST_FIXED * room:
        fixed = figures
    if len(fixed) == len(columns):
        fixed = set()
    points = {at: needed[at] for at in fixed}
    least = [_least(lines, size) * BOLD + 2 * inset for lines in texts]
    free = [at for at in range(len(columns)) if at not in points]
    _widen(points, columns, least, room)
    made = [
        {"points": round(points[at], 1)} if at in points else {"share": column.width}
        for at, column in enumerate(columns)
    ]
    if len(free) < 2 or not blocks:
        return made
    given = in_points(made, room)
    needed = [max(a, b * BOLD + 2 * inset) for a, b in zip(least, heading, strict=True)]
    found = balanced(
        blocks,
        {at: given[at] - 2 * inset for at in free},
        {at: needed[at] - 2 * inset for at in free},
    )
    return [
        {"share": round(found[at] + 2 * inset, 1)} if at in found else one
        for at, one in enumerate(made)
    ]


def in_points(widths: Sequence[dict[str, float]], room: float) -> list[float]:
    """Return the points each column gets of ``room``."""
    shares = sum(one.get("share", 0.0) for one in widths) or 1.0
    left = room - sum(one.get("points", 0.0) for one in widths)
    return [one["points"] if "points" in one else left * one["share"] / shares for one in widths]


def _widen(
    points: dict[int, float], columns: Sequence[Column], least: Sequence[float], room: float
) -> None:
    """Fix the columns whose share would be too narrow, as long as others have room to give."""
    while True:
        free = [at for at in range(len(columns)) if at not in points]
        left = room - sum(points.values())
        shares = sum(columns[at].width for at in free)
        narrow = [at for at in free if left * columns[at].width / shares < least[at]]
        if not narrow or len(narrow) == len(free):
            return
        points.update({at: least[at] for at in narrow})


def _least(lines: Sequence[str], size: float) -> float:
    return min(_widest(lines, size), _SHORT)


def _widest(lines: Sequence[str], size: float) -> float:
    """Return the width of the widest piece that no line may break."""
    kept = {piece.rstrip() for line in lines for piece in pieces(line)}
    return max((width(one, size) for one in kept), default=0.0)
