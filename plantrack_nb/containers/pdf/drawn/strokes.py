"""Straight lines, thin bars and areas, taken out of the paths that a page draws."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from plantrack_nb.containers.grid import Box
from plantrack_nb.containers.pdf.drawn.glyphs import Rule

if TYPE_CHECKING:
    from pdfminer.utils import Matrix, PathSegment

_THIN = 3.0
"""Points: a filled bar up to this thick is a line; so is a stroke up to twice as thick."""
_STRAIGHT = 0.7
"""Points: a line that leans no more than this is straight."""

_Point = tuple[float, float]


def rules_of(
    path: Sequence[PathSegment], ctm: Matrix, height: float, *, stroke: bool, width: float
) -> tuple[list[Rule], list[Box]]:
    """Return the rules of a path and the areas it encloses.

    Parameters
    ----------
    path : sequence
        As pdfminer gives it: operators with their points.
    ctm, height
        The matrix that places it, and the page's height.
    stroke : bool
        Its outline is drawn, ``width`` points wide; thin bars are taken for rules in any case.
    """
    rules: list[Rule] = []
    areas: list[Box] = []
    for points in _strands(path, ctm, height):
        box = _box(points)
        thin = _bar(box)
        if thin is not None:
            rules.append(thin)
            continue
        if stroke and width <= 2 * _THIN:
            rules += _sides(points)
        if len(points) > 3:
            areas.append(box)
    return rules, areas


def bounds(path: Sequence[PathSegment], ctm: Matrix, height: float) -> Box | None:
    """Return the bounds of a path, None when it is empty."""
    points = [point for strand in _strands(path, ctm, height) for point in strand]
    return _box(points) if points else None


def _strands(path: Sequence[PathSegment], ctm: Matrix, height: float) -> Iterator[list[_Point]]:
    """Yield each subpath as points on the page; a curve counts with its end."""
    a, b, c, d, e, f = ctm
    strand: list[_Point] = []
    for operator, *numbers in path:
        if operator == "h":
            if strand:
                strand.append(strand[0])
            continue
        if operator == "m" and strand:
            yield strand
            strand = []
        x, y = numbers[-2:]
        strand.append((a * x + c * y + e, height - (b * x + d * y + f)))
    if strand:
        yield strand


def _box(points: Sequence[_Point]) -> Box:
    xs = [x for x, _ in points]
    ys = [y for _, y in points]
    return (min(xs), min(ys), max(xs), max(ys))


def _bar(box: Box) -> Rule | None:
    """Return the rule that a thin bar is; dots of a dotted line are short ones."""
    left, top, right, bottom = box
    wide, tall = right - left, bottom - top
    if min(wide, tall) > _THIN or max(wide, tall) == 0:
        return None
    if wide >= tall:
        return Rule(upright=False, at=(top + bottom) / 2, first=left, last=right)
    return Rule(upright=True, at=(left + right) / 2, first=top, last=bottom)


def _sides(points: Sequence[_Point]) -> Iterator[Rule]:
    for (x0, y0), (x1, y1) in pairwise(points):
        if abs(y0 - y1) <= _STRAIGHT < abs(x0 - x1):
            yield Rule(upright=False, at=(y0 + y1) / 2, first=min(x0, x1), last=max(x0, x1))
        elif abs(x0 - x1) <= _STRAIGHT < abs(y0 - y1):
            yield Rule(upright=True, at=(x0 + x1) / 2, first=min(y0, y1), last=max(y0, y1))
