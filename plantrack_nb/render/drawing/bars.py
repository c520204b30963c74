"""The pictures of the charts, each drawn twice: for a desk (and paper), and for a phone.

Labels stand beside their bars on the wide one and above them on the narrow one: long Thai names
need no cutting, and every text can be read at the width of its screen.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby

from plantrack_nb.render.drawing import theme
from plantrack_nb.render.drawing.canvas import TEXT_SIZE, Canvas
from plantrack_nb.render.drawing.text_width import width, wrap
from plantrack_nb.render.formats import short_percent, show
from plantrack_nb.render.parts import Unit

_LINE = 19.0
_BAR = 20.0
_GAP = 9.0
_SQUARE = 13.0
_ROOM_FOR_SUM = 34.0
_ROOM_FOR_PERCENT = 62.0


@dataclass(frozen=True)
class Layout:
    """The width of a picture, and of its labels where they stand beside the bars (else 0)."""

    width: float
    labels: float


WIDE = Layout(800.0, 300.0)
NARROW = Layout(340.0, 0.0)


def stacks(
    rows: Sequence[tuple[str, Sequence[int]]], series: Mapping[str, str], layout: Layout
) -> str:
    """Draw one stacked bar for each labelled row of counts; ``series`` gives names and colours."""
    canvas = Canvas(layout.width)
    _legend(canvas, series)
    longest = max([1, *(sum(counts) for _, counts in rows)])
    unit = (layout.width - layout.labels - _ROOM_FOR_SUM) / longest
    for label, counts in rows:
        top = _labelled(canvas, label, layout)
        ends = [*accumulate(counts)]
        for colour, count, end in zip(series.values(), counts, ends, strict=True):
            if count:
                x = layout.labels + (end - count) * unit
                _segment(canvas, (x, top), count * unit, colour, count)
        x = layout.labels + sum(counts) * unit + 8
        canvas.text((x, _middle(top)), f"{sum(counts):,}", bold=True)
    return canvas.finish()


def bars(
    rows: Sequence[tuple[str, str, float | None]],
    target: float | None,
    target_label: str,
    layout: Layout,
) -> str:
    """Draw percents as bars (``(group, label, percent)``), a heading over each group."""
    canvas = Canvas(layout.width)
    longest = max([100.0, target or 0.0, *(percent or 0.0 for _, _, percent in rows)])
    room = layout.width - layout.labels - _ROOM_FOR_PERCENT
    goal = None if target is None else layout.labels + target / longest * room
    if target is not None and goal is not None and rows:
        _goal_name(canvas, goal, f"{target_label} {short_percent(target)}")
    begin = canvas.down
    for group, members in groupby(rows, key=lambda row: row[0]):
        if group:
            _group_name(canvas, group)
        for _, label, percent in members:
            top = _labelled(canvas, label, layout)
            filled = max(percent or 0.0, 0.0) / longest * room
            canvas.rect((layout.labels, top), (room, _BAR), theme.TRACK)
            canvas.rect((layout.labels, top), (filled, _BAR), theme.ACCENT)
            said = show(percent, Unit.PERCENT)
            canvas.text((layout.width, _middle(top)), said, bold=True, anchor="end")
    if goal is not None and rows:
        canvas.line(goal, begin - 2, canvas.down - _GAP + 2, theme.TARGET)
    return canvas.finish()


def _labelled(canvas: Canvas, label: str, layout: Layout) -> float:
    """Write a bar's label and move on past the bar; return the bar's upper edge."""
    beside = bool(layout.labels)
    lines = wrap(label, layout.labels - 14 if beside else layout.width, TEXT_SIZE)
    words = len(lines) * _LINE
    high = max(words, _BAR) if beside else words + _BAR
    above = canvas.down + (max(_BAR - words, 0) / 2 if beside else 0)
    for at, line in enumerate(lines):
        canvas.text((0, above + (at + 0.5) * _LINE + 0.35 * TEXT_SIZE), line)
    top = canvas.down + ((high - _BAR) / 2 if beside else words)
    canvas.down += high + _GAP
    return top


def _middle(top: float) -> float:
    """Return the baseline of a text that stands in the middle of the bar."""
    return top + _BAR / 2 + 0.35 * TEXT_SIZE


def _segment(
    canvas: Canvas, corner: tuple[float, float], wide: float, colour: str, count: int
) -> None:
    # The edge keeps the palest colour visible, on grey paper too.
    canvas.rect(corner, (wide, _BAR), colour, edge=theme.MUTED)
    said = f"{count:,}"
    if width(said, TEXT_SIZE) + 4 <= wide:
        x, y, ink = corner[0] + wide / 2, _middle(corner[1]), theme.ink_on(colour)
        canvas.text((x, y), said, ink, anchor="middle")


def _legend(canvas: Canvas, series: Mapping[str, str]) -> None:
    x = 0.0
    for name, colour in series.items():
        wide = _SQUARE + 7 + width(name, TEXT_SIZE)
        if x and x + wide > canvas.width:
            x, canvas.down = 0.0, canvas.down + _LINE + 4
        canvas.rect((x, canvas.down + 3), (_SQUARE, _SQUARE), colour, edge=theme.MUTED)
        canvas.text((x + _SQUARE + 7, canvas.down + 3 + 0.85 * _SQUARE), name)
        x += wide + 22
    canvas.down += _LINE + _GAP + 4


def _group_name(canvas: Canvas, name: str) -> None:
    canvas.down += 6
    for line in wrap(name, canvas.width, TEXT_SIZE):
        canvas.text((0, canvas.down + 0.5 * _LINE + 0.35 * TEXT_SIZE), line, bold=True)
        canvas.down += _LINE
    canvas.down += 4


def _goal_name(canvas: Canvas, goal: float, name: str) -> None:
    """Write what the line is, beside its upper end, on the side where there is room."""
    lines = wrap(name, canvas.width, TEXT_SIZE)
    fits = goal + max(width(line, TEXT_SIZE) for line in lines) <= canvas.width
    # Right of the line if it fits there, else so that it ends at the picture's edge.
    x, anchor = (goal, "start") if fits else (canvas.width, "end")
    for line in lines:
        canvas.text((x, canvas.down + 0.9 * TEXT_SIZE), line, theme.TARGET, anchor=anchor)
        canvas.down += _LINE
    canvas.down += 4
