"""A table as the relations see it."""

from math import isnan

from helpers.small_tables import table_of

from plantrack_nb.quantities.tables.heads import Meaning


def test_cells_rows_and_meanings() -> None:
    """Cells by row and column, totals by their labels, percents under a head that spans them."""
    table = table_of(
        ["โครงการ", "ที่ 1", "ที่ 2"],
        ("กลุ่ม ก", 3, 10, None),
        ("รวม", 3, 10, 20),
        spans=["", "ร้อยละ", "ร้อยละ"],
    )
    assert table.totals == [1]
    assert ([*table.rows], [*table.columns]) == ([0, 1], [0, 1, 2])
    assert table.meanings == [Meaning.COUNT, Meaning.PERCENT, Meaning.PERCENT]
    assert isnan(table.at((0, 2)))
    assert table.added([(0, 1), (0, 2), (1, 2)]) == 30
