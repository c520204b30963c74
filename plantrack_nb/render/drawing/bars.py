"""The pictures of the charts, each drawn twice: for a desk (and paper), and for a phone.

Labels stand beside their bars on the wide one and above them on the narrow one: long Thai names
need no cutting, and every text can be read at the width of its screen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, groupby, takewhile

from plantrack_nb.render import theme
from plantrack_nb.render.drawing.curves import draw_curves
from plantrack_nb.render.drawing.picture import TEXT_SIZE, Picture
from plantrack_nb.render.formats import goal_name, show
from plantrack_nb.render.letters.text_width import width, wrap
from plantrack_nb.render.parts import Bar, Figure, Segment, Unit

_LINE = 17.0
_BAR = 17.0
_GAP = 7.0
_NEAR = 4.0
"""Between a bar and the label above it."""
_SQUARE = 13.0
_GOES_ON = " (ต่อ)"
_MOST_BARS = 9
"""Of a piece of a chart that is too high for a page."""
_ROOM_FOR_SUM = 34.0
_ROOM_FOR_PERCENT = 62.0


@dataclass(frozen=True)
class Layout:
    """The width of a picture, and of its labels where they stand beside the bars (else 0)."""

    width: float
    labels: float


WIDE = Layout(800.0, 300.0)
NARROW = Layout(332.0, 0.0)


def drawn(figure: Figure, layout: Layout) -> Picture:
    """Draw a chart."""
    if figure.curves:
        picture = Picture(layout.width)
        draw_curves(picture, figure)
        return picture
    return _bars(figure, figure.bars, layout)


def drawn_in_pieces(figure: Figure, layout: Layout, highest: float) -> list[Picture]:
    """Draw a chart; one of more than ``highest`` pixels in pieces, between which a page can end."""
    whole = drawn(figure, layout)
    if figure.curves or whole.height <= highest:
        return [whole]
    pieces = [*_parted(figure.bars)]
    before = [None, *(some[-1] for some in pieces)]
    return [
        _bars(figure, _told_to_go_on(some, last), layout)
        for some, last in zip(pieces, before, strict=False)
    ]


def _parted(bars: Sequence[Bar]) -> Iterator[list[Bar]]:
    """Part bars where a new heading begins, or where they are many."""
    some: list[Bar] = []
    for bar in bars:
        turns = bool(some) and bar.under != some[-1].under
        if len(some) >= _MOST_BARS or (turns and 2 * len(some) >= _MOST_BARS):
            yield some
            some = []
        some.append(bar)
    yield some


def _told_to_go_on(some: Sequence[Bar], last: Bar | None) -> list[Bar]:
    """Say of the first heading that it goes on, where the piece before ended under it."""
    if last is None or not last.under or last.under != some[0].under:
        return [*some]
    same = sum(1 for _ in takewhile(lambda bar: bar.under == last.under, some))
    return [*(replace(bar, under=bar.under + _GOES_ON) for bar in some[:same]), *some[same:]]


def _bars(figure: Figure, some: Sequence[Bar], layout: Layout) -> Picture:
    """Draw some bars of a chart, all on its scale; what they mean stands above the first."""
    picture = Picture(layout.width)
    draw = _counts if figure.segments else _percents
    draw(picture, figure, some, layout)
    return picture


def _counts(picture: Picture, figure: Figure, some: Sequence[Bar], layout: Layout) -> None:
    """Draw one stacked bar for each row of counts."""
    if not some or some[0] is figure.bars[0]:
        _legend(picture, figure.segments)
    longest = max([1, *(bar.total for bar in figure.bars)])
    unit = (layout.width - layout.labels - _ROOM_FOR_SUM) / longest
    for bar in some:
        top = _labelled(picture, bar.label, layout)
        counts = [value or 0 for value in bar.values]
        for segment, count, end in zip(figure.segments, counts, accumulate(counts), strict=True):
            if count:
                x = layout.labels + (end - count) * unit
                _segment(picture, (x, top), count * unit, theme.SHADES[segment.shade], count)
        x = layout.labels + bar.total * unit + 8
        picture.text((x, _middle(top)), show(bar.total, Unit.COUNT), bold=True)


def _percents(picture: Picture, figure: Figure, some: Sequence[Bar], layout: Layout) -> None:
    """Draw percents as bars, a heading over each group, a line at the target."""
    target = figure.target
    longest = max([100.0, target or 0.0, *(bar.total for bar in figure.bars)])
    room = layout.width - layout.labels - _ROOM_FOR_PERCENT
    goal = None if target is None else layout.labels + target / longest * room
    if target is not None and goal is not None and some and some[0] is figure.bars[0]:
        _goal_name(picture, goal, goal_name(target, figure.target_label))
    begin, tops = picture.down, []
    for heading, members in groupby(some, key=lambda bar: bar.under):
        if heading:
            _heading(picture, heading)
        for bar in members:
            top = _labelled(picture, bar.label, layout)
            tops.append(top)
            filled = max(bar.total, 0.0) / longest * room
            picture.rect((layout.labels, top), (room, _BAR), theme.TRACK)
            picture.rect((layout.labels, top), (filled, _BAR), theme.ACCENT)
            said = show(bar.values[0], Unit.PERCENT)
            picture.text((layout.width, _middle(top)), said, bold=True, anchor="end")
    if goal is None or not some:
        return
    if layout.labels:
        picture.line(goal, begin - 2, picture.down - _GAP + 2, theme.TARGET)
    else:  # a line would cross the names, which stand above their bars
        picture.marks(goal, [(top - 2, top + _BAR + 2) for top in tops], theme.TARGET)


def _labelled(picture: Picture, label: str, layout: Layout) -> float:
    """Write a bar's label and move on past the bar; return the bar's upper edge."""
    beside = bool(layout.labels)
    lines = wrap(label, layout.labels - 14 if beside else layout.width, TEXT_SIZE)
    words = len(lines) * _LINE
    words += 0 if beside else _NEAR
    high = max(words, _BAR) if beside else words + _BAR
    above = picture.down + (max(_BAR - words, 0) / 2 if beside else 0)
    for at, line in enumerate(lines):
        picture.text((0, above + (at + 0.5) * _LINE + 0.35 * TEXT_SIZE), line)
    top = picture.down + ((high - _BAR) / 2 if beside else words)
    picture.down += high + _GAP
    return top


def _middle(top: float) -> float:
    """Return the baseline of a text that stands in the middle of the bar."""
    return top + _BAR / 2 + 0.35 * TEXT_SIZE


def _segment(
    picture: Picture, corner: tuple[float, float], wide: float, colour: str, count: float
) -> None:
    # The edge keeps the palest colour visible, on grey paper too.
    picture.rect(corner, (wide, _BAR), colour, edge=theme.MUTED)
    said = show(count, Unit.COUNT)
    if width(said, TEXT_SIZE) + 4 <= wide:
        x, y, ink = corner[0] + wide / 2, _middle(corner[1]), theme.ink_on(colour)
        picture.text((x, y), said, ink, anchor="middle")


def _legend(picture: Picture, segments: tuple[Segment, ...]) -> None:
    x, square = 0.0, (_SQUARE, _SQUARE)
    for segment in segments:
        wide = _SQUARE + 7 + width(segment.name, TEXT_SIZE)
        if x and x + wide > picture.width:
            x, picture.down = 0.0, picture.down + _LINE + 4
        fill = theme.SHADES[segment.shade]
        picture.rect((x, picture.down + 3), square, fill, edge=theme.MUTED)
        picture.text((x + _SQUARE + 7, picture.down + 3 + 0.85 * _SQUARE), segment.name)
        x += wide + 22
    picture.down += _LINE + _GAP + 4


def _heading(picture: Picture, name: str) -> None:
    picture.down += 6
    for line in wrap(name, picture.width, TEXT_SIZE):
        picture.text((0, picture.down + 0.5 * _LINE + 0.35 * TEXT_SIZE), line, bold=True)
        picture.down += _LINE
    picture.down += 4


def _goal_name(picture: Picture, goal: float, name: str) -> None:
    """Write what the line is, beside its upper end, on the side where there is room."""
    lines = wrap(name, picture.width, TEXT_SIZE)
    fits = goal + max(width(line, TEXT_SIZE) for line in lines) <= picture.width
    # Right of the line if it fits there, else so that it ends at the picture's edge.
    x, anchor = (goal, "start") if fits else (picture.width, "end")
    for line in lines:
        picture.text((x, picture.down + 0.9 * TEXT_SIZE), line, theme.TARGET, anchor=anchor)
        picture.down += _LINE
    picture.down += 4
