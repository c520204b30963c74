"""Tables without lines, read by the blanks between their columns: where those are clear.

Four columns or more must be parted by the same blanks over several lines. A row begins where its
first column has text, or after a wider gap. All of it is doubtful, and told so.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from plantrack_nb.containers.pdf.lines import Stretch, by_base, lines
from plantrack_nb.containers.pdf.page_records import FoundCell, FoundTable

_FEWEST_COLUMNS = 4
_FEWEST_LINES = 4
_GUTTER = 0.7  # of the size: a blank so wide parts columns
_WIDER = 1.45  # of the usual step from line to line: a gap between rows
_TITLE_SHARE = 0.5  # a lone stretch over so much of the width runs over all columns


def aligned_table(
    stretched: Sequence[Stretch], width: float
) -> tuple[FoundTable, list[Stretch]] | None:
    """Find a table without lines among the text of a page; return it and what is left.

    Parameters
    ----------
    stretched : sequence of Stretch
        The page's text outside tables.
    width : float
        The page's width in points.
    """
    upright = [one for one in stretched if one.turn == 0 and one.text.strip()]
    rows = [sorted(own, key=lambda one: one.start) for own in by_base(upright)]
    many = [at for at, row in enumerate(rows) if len(_clusters(row)) >= _FEWEST_COLUMNS]
    if len(many) < _FEWEST_LINES:
        return None
    region = rows[many[0] : _last(rows, many) + 1]
    gutters = _gutters([row for row in region if len(_clusters(row)) > 1], region)
    if len(gutters) + 1 < _FEWEST_COLUMNS:
        return None
    xs = (0.0, *gutters, width)
    taken = {id(one) for row in region for one in row}
    rest = [one for one in stretched if id(one) not in taken]
    return _table(region, xs), rest


def _last(rows: Sequence[Sequence[Stretch]], many: Sequence[int]) -> int:
    """Return the last line of the table: wrapped words may follow the last full one."""
    at = many[-1]
    while at + 1 < len(rows):
        step = rows[at + 1][0].base - rows[at][0].base
        if step > 2 * rows[at][0].size or _runs_over(rows[at + 1], rows[many[-1]]):
            break
        at += 1
    return at


def _clusters(row: Sequence[Stretch]) -> list[tuple[float, float]]:
    """Return the stretches of ink on a line that wide blanks part."""
    made: list[tuple[float, float]] = []
    for one in row:
        start, end = _ink(one)
        if made and start - made[-1][1] < _GUTTER * one.size:
            made[-1] = (made[-1][0], max(made[-1][1], end))
        else:
            made.append((start, end))
    return made


def _ink(one: Stretch) -> tuple[float, float]:
    """Return where a stretch begins and ends without the blanks at its sides."""
    solid = [glyph for glyph in one.glyphs if not glyph.text.isspace()] or one.glyphs
    return min(glyph.start for glyph in solid), max(glyph.end for glyph in solid)


def _runs_over(row: Sequence[Stretch], full: Sequence[Stretch]) -> bool:
    """Tell whether a line is a heading or sentence over all columns."""
    clusters = _clusters(row)
    if len(clusters) > 1:
        return False
    whole = _ink(full[-1])[1] - _ink(full[0])[0]
    return clusters[0][1] - clusters[0][0] > _TITLE_SHARE * whole


def _gutters(
    parted: Sequence[Sequence[Stretch]], region: Sequence[Sequence[Stretch]]
) -> list[float]:
    """Return the middles of the blanks that no line with several columns writes into."""
    size = sorted(row[0].size for row in region)[len(region) // 2]
    ink = sorted(span for row in parted for span in _clusters(row))
    made: list[float] = []
    reach = ink[0][1]
    for start, end in ink[1:]:
        if start - reach >= _GUTTER * size:
            made.append((reach + start) / 2)
        reach = max(reach, end)
    return made


def _table(region: Sequence[Sequence[Stretch]], xs: tuple[float, ...]) -> FoundTable:
    cells: list[FoundCell] = []
    groups = list(_rows(region, xs))
    edges = [group[0][0].base - group[0][0].size for group in groups]
    edges.append(region[-1][0].base + 0.5 * region[-1][0].size)
    for row, (group, (top, bottom)) in enumerate(zip(groups, pairwise(edges), strict=True)):
        if len(group) == 1 and _crosses(group[0], xs):
            own = tuple(lines(group[0]))
            box = (xs[0], top, xs[-1], bottom)
            cells.append(FoundCell(row, 0, 1, len(xs) - 1, box, own, xs[-1]))
            continue
        for column, (left, right) in enumerate(pairwise(xs)):
            inside = [one for line in group for one in line if _column(one, xs) == column]
            set_in = tuple(lines(inside))
            room = max((line.end - line.start for line in set_in), default=0.0)
            box = (left, top, right, bottom)
            cells.append(FoundCell(row, column, 1, 1, box, set_in, room))
    return FoundTable((xs[0], edges[0], xs[-1], edges[-1]), xs, tuple(cells), aligned=True)


def _rows(
    region: Sequence[Sequence[Stretch]], xs: Sequence[float]
) -> Iterator[list[Sequence[Stretch]]]:
    """Put the lines of each row together."""
    steps = sorted(after[0].base - before[0].base for before, after in pairwise(region))
    usual = steps[len(steps) // 4]
    group: list[Sequence[Stretch]] = []
    for line in region:
        opens = _ink(line[0])[0] < xs[1] or _crosses(line, xs)
        gap = line[0].base - group[-1][0].base if group else 0.0
        if group and (opens or gap > _WIDER * usual or _crosses(group[-1], xs)):
            yield group
            group = []
        group.append(line)
    yield group


def _crosses(line: Sequence[Stretch], xs: Sequence[float]) -> bool:
    """Tell whether a line is one stretch of words that runs over several columns."""
    clusters = _clusters(line)
    start, end = clusters[0]
    return len(clusters) == 1 and bisect_right(xs, start) != bisect_right(xs, end)


def _column(one: Stretch, xs: Sequence[float]) -> int:
    start, end = _ink(one)
    return bisect_right(xs, (start + end) / 2) - 1
