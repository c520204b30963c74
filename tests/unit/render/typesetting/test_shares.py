"""How columns of text share a page, so that the table is low."""

from __future__ import annotations

from math import ceil

from hypothesis import given
from hypothesis import strategies as st

from plantrack_nb.render.typesetting.shares import Block, balanced

_ROOMS = {0: 100.0, 1: 100.0, 2: 100.0}
_LEAST = {0: 30.0, 1: 30.0, 2: 30.0}


def _height(blocks: list[Block], rooms: dict[int, float]) -> int:
    """Count lines row by row, each row as high as its highest cell."""
    rows: dict[int, int] = {}
    for one in blocks:
        lines = sum(max(ceil(line / (rooms[one.column] * 0.88)), 1) for line in one.lines) or 1
        rows[one.first] = max(rows.get(one.first, 1), lines)
    return sum(rows.values())


_lines = st.lists(st.floats(1, 900), max_size=3).map(tuple)


@given(st.lists(st.tuples(_lines, _lines, _lines), min_size=1, max_size=12))
def test_no_table_gets_higher_nor_wider(rows: list[tuple[tuple[float, ...], ...]]) -> None:
    """The columns keep their room in all, none is too narrow, and no line is added."""
    blocks = [
        Block(at, number, number, lines)
        for number, row in enumerate(rows)
        for at, lines in enumerate(row)
    ]
    found = balanced(blocks, _ROOMS, _LEAST)
    assert abs(sum(found.values()) - 300) < 1e-6
    assert all(found[at] >= _LEAST[at] for at in found)
    assert _height(blocks, found) <= _height(blocks, _ROOMS)


def test_a_column_of_much_text_gets_the_room_of_one_with_little() -> None:
    """One long text beside two short ones takes what they can spare."""
    rows = [Block(at, n, n, (2000.0 if at == 1 else 60.0,)) for n in range(9) for at in range(3)]
    found = balanced(rows, _ROOMS, _LEAST)
    assert found[1] > 2 * found[0]


def test_the_room_follows_rows_not_whole_projects() -> None:
    """Many short activities beside one long target: the target's cell reaches down over them."""
    blocks = [Block(0, 0, 9, (800.0,)), *(Block(1, at, at, (150.0,)) for at in range(10))]
    found = balanced(blocks, {0: 150.0, 1: 150.0}, {0: 30.0, 1: 30.0})
    assert found[1] >= 150 / 0.88


def test_a_table_that_cannot_get_lower_stays_as_it_is() -> None:
    """Texts of one line keep the shares that they came with."""
    blocks = [Block(at, n, n, (20.0,)) for n in range(9) for at in range(3)]
    assert balanced(blocks, _ROOMS, _LEAST) == _ROOMS
