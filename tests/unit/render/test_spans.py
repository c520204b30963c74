"""Cells that reach over the continued rows below them."""

from __future__ import annotations

from plantrack_nb.render.parts import Cell, Column, Row, RowRole, Table
from plantrack_nb.render.spans import row_spans

_COLUMNS = (Column("ก"), Column("ข"))


def _table(*rows: tuple[RowRole, tuple[str | None, ...]]) -> Table:
    return Table("ต", _COLUMNS, tuple(Row(tuple(map(Cell, cells)), role) for role, cells in rows))


def test_an_empty_cell_of_a_continued_row_belongs_to_the_one_above() -> None:
    """A project's name reaches over all rows of its activities."""
    table = _table(
        (RowRole.BODY, ("1", "a")),
        (RowRole.CONTINUED, ("", "b")),
        (RowRole.CONTINUED, (None, "c")),
        (RowRole.BODY, ("2", "d")),
    )
    assert row_spans(table) == [[3, 1], [0, 1], [0, 1], [1, 1]]


def test_an_empty_cell_of_a_row_of_its_own_stays() -> None:
    """Only continued rows are joined; an empty cell elsewhere is just empty."""
    table = _table((RowRole.BODY, ("1", "a")), (RowRole.BODY, ("", "b")))
    assert row_spans(table) == [[1, 1], [1, 1]]


def test_a_continued_row_after_a_heading_stands_alone() -> None:
    """A heading reaches over nothing."""
    table = _table((RowRole.GROUP, ("กลยุทธ์",)), (RowRole.CONTINUED, ("", "b")))
    assert row_spans(table) == [[1], [1, 1]]
