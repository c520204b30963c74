"""Lines make boxes, boxes make tables."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from plantrack_nb.containers.pdf.drawn.glyphs import Rule
from plantrack_nb.containers.pdf.tables.ruled import RuledTable, ruled_tables


def level(y: float, first: float, last: float) -> Rule:
    """Return a level line."""
    return Rule(upright=False, at=y, first=first, last=last)


def upright(x: float, first: float, last: float) -> Rule:
    """Return an upright line."""
    return Rule(upright=True, at=x, first=first, last=last)


def grid(xs: Sequence[float], ys: Sequence[float]) -> list[Rule]:
    """Return all lines of a table."""
    return [
        *(level(y, xs[0], xs[-1]) for y in ys),
        *(upright(x, ys[0], ys[-1]) for x in xs),
    ]


def only(rules: Sequence[Rule]) -> RuledTable:
    """Return the one table that lines make."""
    (table,) = ruled_tables(rules)
    return table


def places(table: RuledTable) -> list[tuple[int, int, int, int]]:
    """Return the place and reach of each cell."""
    return [(cell.row, cell.column, cell.rows, cell.columns) for cell in table.cells]


def test_plain_table() -> None:
    """Every box is a cell, in reading order, and points are found in it."""
    table = only(grid([0, 50, 120], [0, 20, 40]))
    assert places(table) == [(0, 0, 1, 1), (0, 1, 1, 1), (1, 0, 1, 1), (1, 1, 1, 1)]
    assert table.cells[3].box == (50, 20, 120, 40)
    assert (table.at(60, 30), table.at(10, 10), table.at(200, 10)) == (3, 0, None)


def test_merged_cells() -> None:
    """A cell over several columns or rows is one cell."""
    rules = [
        *(level(y, 0, 90) for y in (0, 20, 60)),
        level(40, 30, 90),
        upright(0, 0, 60),
        upright(90, 0, 60),
        upright(30, 20, 60),
        upright(60, 20, 60),
    ]
    assert places(only(rules)) == [
        (0, 0, 1, 3),
        (1, 0, 2, 1),
        (1, 1, 1, 1),
        (1, 2, 1, 1),
        (2, 1, 1, 1),
        (2, 2, 1, 1),
    ]


def test_pieces_make_lines() -> None:
    """Lines drawn in pieces, twice, or in dots are lines."""
    dots = [level(20, x, x + 2) for x in range(0, 120, 4)]
    pieces = [upright(50, y, y + 10) for y in range(0, 40, 10)]
    twice = [level(0, 0, 120), level(1.5, 0, 120)]
    rules = [*dots, *pieces, *twice, level(40, 0, 120), upright(0, 0, 40), upright(120, 0, 40)]
    assert len(only(rules).cells) == 4


def test_row_cut_by_the_page() -> None:
    """Where upright lines go on below the last level one, as in a cut row, they close cells."""
    rules = [*grid([0, 50, 120], [0, 20]), *(upright(x, 20, 44) for x in (0, 50, 120))]
    table = only(rules)
    assert len(table.cells) == 4
    assert table.cells[2].box == (0, 20, 50, 44)


def test_table_without_outer_sides() -> None:
    """Level lines that stick out on both sides close the outer columns."""
    rules = [*(level(y, 0, 120) for y in (0, 20, 40)), upright(40, 0, 40), upright(80, 0, 40)]
    assert len(only(rules).cells) == 6


def test_two_tables() -> None:
    """Tables that do not touch are two, from top to bottom."""
    first, second = ruled_tables([*grid([0, 50, 99], [200, 220]), *grid([0, 50, 99], [0, 20, 40])])
    assert (first.box[1], second.box[1]) == (0, 200)


def test_no_tables() -> None:
    """Underlines, a frame around text and a single column of boxes are no tables."""
    assert ruled_tables([level(10, 0, 80), level(30, 0, 60)]) == []
    assert ruled_tables(grid([0, 100], [0, 50])) == []
    assert ruled_tables(grid([0, 100], [0, 50, 100])) == []


def test_frame_around_a_table() -> None:
    """A frame around the page does not hide the table in it."""
    table = only([*grid([0, 400], [0, 300]), *grid([20, 80, 140], [20, 40, 60])])
    assert table.box == (20, 20, 140, 60)


def test_table_inside_a_cell() -> None:
    """A small table inside a cell of a larger one is part of that cell's text."""
    outer = grid([0, 200, 400], [0, 100, 200, 300])
    assert only([*outer, *grid([20, 80, 140], [20, 40])]).box == (0, 0, 400, 300)


def test_underline_in_a_cell() -> None:
    """A line under words does not cut their cell in two."""
    assert len(only([*grid([0, 50, 120], [0, 40]), level(20, 8, 42)]).cells) == 2


_STEPS = st.lists(st.floats(8, 90), min_size=3, max_size=9)


@given(_STEPS, _STEPS)
def test_any_grid(wide: list[float], tall: list[float]) -> None:
    """A grid of any measures gives one cell a box, each found at its middle."""
    xs, ys = [0.0], [0.0]
    for step in wide:
        xs.append(xs[-1] + step)
    for step in tall:
        ys.append(ys[-1] + step)
    table = only(grid(xs, ys))
    assert len(table.cells) == len(wide) * len(tall)
    for number, cell in enumerate(table.cells):
        left, top, right, bottom = cell.box
        assert table.at((left + right) / 2, (top + bottom) / 2) == number
