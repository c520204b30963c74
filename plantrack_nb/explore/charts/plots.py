"""The charts: points on two axes, bars, stacked counts, and pairs of figures on one axis."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from plantrack_nb.explore.charts.scene import SIZE, Scene, Shape, ticks
from plantrack_nb.render.letters.text_width import wrap

WIDTH = 450.0
"""Two charts stand side by side beside JupyterLab's list of files."""

_LABELS, _GAP, _BAR, _LINE = 205.0, 8.0, 16.0, 14.0
_ROOM_FOR_FIGURE, _LABEL_LINES = 44.0, 3
_LEFT, _HEAD, _HIGH, _BELOW = 34.0, 30.0, 268.0, 36.0
_LEAST, _MOST = 4.5, 14.0


@dataclass(frozen=True, slots=True)
class Point:
    """A point: its key, what it says, its places, its weight (its area), its look."""

    key: str
    said: str
    x: float
    y: float
    weight: float
    look: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of one or several pieces: each with its look, its length, and what it says."""

    key: str
    label: str
    pieces: tuple[tuple[str, float, str], ...]
    figure: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two figures of one thing, either of which may be missing."""

    label: str
    first: float | None
    second: float | None
    said: str


def points(
    title: str,
    data: Sequence[Point],
    axes: tuple[str, str],
    note: str = "",
    legend: Sequence[tuple[str, str]] = (),
) -> Scene:
    """Draw points of percents; the largest are drawn first, so that none is hidden."""
    marks = ticks(0, max([100.0, *(one.y for one in data)]))
    low, high = min([0.0, *(one.y for one in data)]), marks[-1]
    right = WIDTH - 12

    def across(value: float) -> float:
        return _LEFT + 12 + value / 100 * (right - _LEFT - 24)

    def down(value: float) -> float:
        return _HEAD + (high - value) / (high - low) * (_HIGH - _HEAD - 12)

    shapes = [_text(axes[1], 0, 12)]
    for mark in marks:
        shapes.append(_line((_LEFT, down(mark)), (right, down(mark))))
        shapes.append(_text(f"{mark:g}", _LEFT - 6, down(mark) + 4, "end"))
    for mark in ticks(0, 100):
        shapes.append(_line((across(mark), _HEAD - 6), (across(mark), _HIGH)))
        shapes.append(_text(f"{mark:g}", across(mark), _HIGH + 15, "middle"))
    shapes.append(_text(axes[0], (_LEFT + right) / 2, _HIGH + 31, "middle"))
    largest = max([1.0, *(one.weight for one in data)])
    for one in sorted(data, key=lambda one: -one.weight):
        radius = _LEAST + (_MOST - _LEAST) * (max(one.weight, 0) / largest) ** 0.5
        at = {"cx": across(one.x), "cy": down(one.y), "r": radius}
        shapes.append(Shape("circle", at, one.look, one.key, one.said))
    return Scene(title, WIDTH, _HIGH + _BELOW, tuple(shapes), note, tuple(legend))


def bars(
    title: str,
    data: Sequence[Bar],
    axis: str,
    note: str = "",
    *,
    goal: float | None = None,
    legend: Sequence[tuple[str, str]] = (),
    wide: float = WIDTH,
    step: float = 0.0,
) -> Scene:
    """Draw bars from the left, each with its label and figure, and a line at the goal.

    Marks of the axis are ``step`` apart at least.
    """
    longest = max([0.0, goal or 0.0, *(_whole(one) for one in data)])
    marks = ticks(0, longest or 1, step)
    begin, room = _LABELS + _GAP, wide - _LABELS - _GAP - _ROOM_FOR_FIGURE
    unit = room / marks[-1]
    shapes: list[Shape] = []
    top = 4.0
    for one in data:
        lines = label_lines(one.label)
        high = max(len(lines) * _LINE, _BAR) + _GAP
        shapes += _label(lines, top, high)
        y = top + (high - _BAR) / 2
        ends = accumulate(length for _, length, _ in _drawable(one))
        for (look, length, said), end in zip(_drawable(one), ends, strict=True):
            at = {"x": begin + (end - length) * unit, "y": y, "width": length * unit}
            shapes.append(Shape("rect", {**at, "height": _BAR}, look, one.key, said))
        shapes.append(_text(one.figure, begin + _whole(one) * unit + 5, y + 12))
        top += high
    ground = _ground(marks, axis, (begin, unit), top)
    line = [] if goal is None or not data else [_goal(begin + goal * unit, top)]
    return Scene(
        title, wide, top + _BELOW, (*ground, *shapes, *line) if data else (), note, tuple(legend)
    )


def pairs(
    title: str, data: Sequence[Pair], axis: str, names: tuple[str, str], note: str = ""
) -> Scene:
    """Draw two figures of each thing on one axis, a line between them."""
    values = [value for one in data for value in (one.first, one.second) if value is not None]
    marks = ticks(0, max([1.0, *values]))
    begin, room = _LABELS + _GAP + 6, WIDTH - _LABELS - _GAP - 18
    unit = room / marks[-1]
    shapes: list[Shape] = []
    top = 4.0
    for one in data:
        lines = label_lines(one.label)
        high = max(len(lines) * _LINE, _BAR) + _GAP
        shapes += _label(lines, top, high)
        shapes += _dumbbell(one, begin, unit, top + high / 2)
        top += high
    ground = _ground(marks, axis, (begin, unit), top)
    legend = (("accent", names[0]), ("second", names[1]))
    return Scene(title, WIDTH, top + _BELOW, (*ground, *shapes), note, legend)


def label_lines(text: str) -> list[str]:
    """Break a label between words; what does not fit in its lines is cut, and its mark says so."""
    lines = wrap(text, _LABELS, SIZE)
    shown = [*lines[:_LABEL_LINES]]
    if len(lines) > _LABEL_LINES:
        shown[-1] = f"{shown[-1]}…"
    return shown


def _dumbbell(one: Pair, begin: float, unit: float, y: float) -> list[Shape]:
    made: list[Shape] = []
    if one.first is not None and one.second is not None:
        ends = (begin + one.first * unit, y), (begin + one.second * unit, y)
        made.append(_line(*ends, look="muted"))
    # the second smaller, on top: where both are the same figure, both are seen
    for look, value, radius in (("accent", one.first, 7.0), ("second", one.second, 5.0)):
        if value is not None:
            at = {"cx": begin + value * unit, "cy": y, "r": radius}
            made.append(Shape("circle", at, look, one.label, one.said))
    return made


def _ground(
    marks: Iterable[float], axis: str, scale: tuple[float, float], bottom: float
) -> list[Shape]:
    begin, unit = scale
    made, end = [], begin
    for mark in marks:
        end = begin + mark * unit
        made.append(_line((end, 2), (end, bottom)))
        made.append(_text(f"{mark:,g}", end, bottom + 14, "middle"))
    return [*made, _text(axis, (begin + end) / 2, bottom + 30, "middle")]


def _label(lines: Sequence[str], top: float, high: float) -> list[Shape]:
    first = top + (high - len(lines) * _LINE) / 2 + 11
    return [
        _text(line, _LABELS, first + at * _LINE, "end") for at, line in enumerate(lines) if line
    ]


def _goal(x: float, bottom: float) -> Shape:
    return _line((x, 0), (x, bottom), look="target")


def _line(start: tuple[float, float], end: tuple[float, float], look: str = "line") -> Shape:
    return Shape("line", {"x1": start[0], "y1": start[1], "x2": end[0], "y2": end[1]}, look)


def _text(words: str, x: float, y: float, anchor: str = "start") -> Shape:
    return Shape("text", {"x": x, "y": y}, words=words, anchor=anchor)


def _drawable(one: Bar) -> list[tuple[str, float, str]]:
    """Give its pieces; below nothing there is no length, only the figure beside it."""
    return [(look, max(length, 0.0), said) for look, length, said in one.pieces]


def _whole(one: Bar) -> float:
    return sum(length for _, length, _ in _drawable(one))
