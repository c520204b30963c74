"""What a table says, cell by cell."""

from __future__ import annotations

from plantrack_nb.render.parts import Cell, Column, Row, RowRole, Table, Unit
from plantrack_nb.render.table_text import HeadCell, body_rows, head_rows

_COLUMNS = (Column("ก"), Column("ข"))


def _spans(table: Table) -> list[list[int]]:
    """Return how many rows each cell covers; 0 where another covers it."""
    return [[cell.tall if cell else 0 for cell in row] for row in body_rows(table)]


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
    assert _spans(table) == [[3, 1], [0, 1], [0, 1], [1, 1]]


def test_an_empty_cell_of_a_row_of_its_own_stays() -> None:
    """Only continued rows are joined; an empty cell elsewhere is just empty."""
    table = _table((RowRole.BODY, ("1", "a")), (RowRole.BODY, ("", "b")))
    assert _spans(table) == [[1, 1], [1, 1]]


def test_a_continued_row_after_a_heading_stands_alone() -> None:
    """A heading reaches over nothing."""
    table = _table((RowRole.GROUP, ("กลยุทธ์",)), (RowRole.CONTINUED, ("", "b")))
    assert _spans(table) == [[1], [1, 1]]


def test_a_cell_says_its_value_in_the_unit_of_its_column() -> None:
    """Figures of a column line up, a dash stands for none of them, words are as they are."""
    columns = (Column("ก"), Column("ข", Unit.BAHT))
    rows = (Row((Cell("1"), Cell(10.5))), Row((Cell(None), Cell(None))), Row((Cell(2), Cell(3))))
    said = [[cell.text for cell in row if cell] for row in body_rows(Table("ต", columns, rows))]
    assert said == [["1", "10.50"], ["", "–"], ["2", "3.00"]]


def test_headings_of_one_row_stand_alone() -> None:
    """Without groups there is one row of headings."""
    assert head_rows(_COLUMNS) == [[HeadCell("ก", Unit.TEXT), HeadCell("ข", Unit.TEXT)]]


def test_a_group_spans_its_columns_and_the_others_reach_down() -> None:
    """A heading over two columns is two wide, one beside it two tall."""
    columns = (Column("ก"), Column("ข", Unit.COUNT, "ค"), Column("ง", Unit.COUNT, "ค"))
    top, below = head_rows(columns)
    assert [(one.text, one.wide, one.tall, one.of_group) for one in top] == [
        ("ก", 1, 2, False),
        ("ค", 2, 1, True),
    ]
    assert [one.text for one in below] == ["ข", "ง"]
