"""Which cell of a table is told as wrong."""

from __future__ import annotations

from helpers.small_tables import table_of
from hypothesis import given
from hypothesis import strategies as st

from plantrack_nb.quantities.tables.blame import misfits
from plantrack_nb.quantities.tables.table import Table

ROWS = st.lists(st.tuples(st.integers(20, 500), st.integers(20, 500)), min_size=3, max_size=5)


def _people(rows: list[tuple[int, int]], at: int = -1, more: int = 0) -> Table:
    """Make a table of men, women and both; the men of one row are printed with ``more``."""
    made = [
        (f"อำเภอ {nth}", one + more * (nth == at), two, one + two)
        for nth, (one, two) in enumerate(rows)
    ]
    feet = [sum(one for one, _ in rows), sum(two for _, two in rows)]
    return table_of(["ชาย", "หญิง", "รวม"], *made, ("รวม", *feet, sum(feet)))


@given(ROWS, st.data())
def test_the_one_wrong_cell_is_blamed(rows: list[tuple[int, int]], data: st.DataObject) -> None:
    """Whatever the figures are: a cell off by seven is named with its right value, nothing else."""
    assert list(misfits(_people(rows))) == []
    at = data.draw(st.integers(0, len(rows) - 1))
    (one,) = misfits(_people(rows, at, 7))
    assert (one.cell, one.right, one.is_sure) == ((at, 0), rows[at][0], True)


def test_a_total_less_than_its_rows_in_every_column_is_no_fault() -> None:
    """Rows that share what they count add up to more than there is."""
    table = table_of(["โครงการ", "งบ"], ("กลุ่ม ก", 4, 40), ("กลุ่ม ข", 5, 50), ("รวม", 7, 70))
    assert list(misfits(table)) == []


def test_a_lone_sum_is_no_proof_of_which_cell() -> None:
    """Where one column alone fails, its foot is told, and not as sure."""
    table = table_of(["จำนวน"], ("ก", 10), ("ข", 20), ("ค", 30), ("รวม", 66))
    (one,) = misfits(table)
    assert (one.cell, one.right, one.is_sure) == ((3, 0), 60, False)
