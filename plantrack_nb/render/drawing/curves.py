"""Curves of percents over the steps of a year, with what ought to be and what is expected."""

from __future__ import annotations

from itertools import pairwise

from plantrack_nb.render import theme
from plantrack_nb.render.drawing.picture import TEXT_SIZE, Picture
from plantrack_nb.render.formats import show
from plantrack_nb.render.letters.text_width import wrap
from plantrack_nb.render.parts import Curve, Figure, Stroke, Unit

_HIGH = 260.0
_LEFT, _RIGHT = 44.0, 30.0
_LINE = 19.0
_SAMPLE = 38.0
_EVERY = 25
_LABELS = {Stroke.SOLID: -8.0, Stroke.DASHED: _LINE, Stroke.DOTTED: -8.0}
_LOOKS = {
    Stroke.SOLID: (theme.ACCENT, ""),
    Stroke.DASHED: (theme.TARGET, "7,5"),
    Stroke.DOTTED: (theme.ACCENT, "2,5"),
}


def draw_curves(picture: Picture, figure: Figure) -> None:
    """Draw the curves over their steps; what is and what ought to be begin at nothing."""
    _legend(picture, figure.curves)
    scale = _Scale(picture, figure)
    scale.draw_grid(picture, figure.steps)
    for curve in figure.curves:
        _draw(picture, curve, scale)
    picture.down = scale.bottom + 2.2 * _LINE


class _Scale:
    """Where a step and a percent lie in the picture."""

    def __init__(self, picture: Picture, figure: Figure) -> None:
        known = [one for curve in figure.curves for one in (*curve.points, *curve.bounds) if one]
        self.highest = max([100.0, *known])
        self.top = picture.down + 1.4 * _LINE
        self.bottom = self.top + _HIGH
        self.room = picture.width - _LEFT - _RIGHT
        self.steps = max(len(figure.steps), 1)

    def at(self, step: int, percent: float) -> tuple[float, float]:
        """Place a percent at the end of a step; step 0 is the beginning."""
        x = _LEFT + step / self.steps * self.room
        return x, self.bottom - max(percent, 0.0) / self.highest * _HIGH

    def draw_grid(self, picture: Picture, names: tuple[str, ...]) -> None:
        """Draw the lines of whole percents, and write what the steps are."""
        for percent in range(0, int(self.highest) + 1, _EVERY):
            left, right = self.at(0, percent), self.at(self.steps, percent)
            picture.path((left, right), theme.LINE, wide=1.0)
            label = (_LEFT - 8, left[1] + 0.35 * TEXT_SIZE)
            picture.text(label, str(percent), theme.MUTED, anchor="end")
        for step, name in enumerate(names, start=1):
            x, y = self.at(step, 0)
            picture.text((x, y + 1.3 * _LINE), name, theme.MUTED, anchor="middle")


def _draw(picture: Picture, curve: Curve, scale: _Scale) -> None:
    colour, dashes = _LOOKS[curve.stroke]
    known = [(step, one) for step, one in enumerate(curve.points, start=1) if one is not None]
    expected = curve.stroke is Stroke.DOTTED
    start = [] if expected else [(0, 0.0)]
    for one in pairwise([scale.at(*each) for each in (*start, *known)]):
        picture.path(one, colour, dashes=dashes)
    if curve.bounds and known:
        low, high = (scale.at(known[-1][0], one) for one in curve.bounds)
        picture.path((low, high), colour, wide=6.0)
    for step, percent in known[1:] if expected else known:
        x, y = scale.at(step, percent)
        picture.dot((x, y), colour)
        goal = curve.stroke is Stroke.DASHED and step < scale.steps
        place = (x + 7, y + _LINE) if goal else (x - 9, y + _LABELS[curve.stroke])
        said, bold = show(percent, Unit.COUNT), curve.stroke is not Stroke.DASHED
        picture.text(place, said, colour, bold=bold, anchor="start" if goal else "end")


def _legend(picture: Picture, curves: tuple[Curve, ...]) -> None:
    for curve in curves:
        colour, dashes = _LOOKS[curve.stroke]
        middle = picture.down + 0.5 * _LINE
        picture.path(((0.0, middle), (_SAMPLE - 8, middle)), colour, dashes=dashes)
        for line in wrap(curve.name, picture.width - _SAMPLE, TEXT_SIZE):
            picture.text((_SAMPLE, picture.down + 0.5 * _LINE + 0.35 * TEXT_SIZE), line)
            picture.down += _LINE
        picture.down += 2
