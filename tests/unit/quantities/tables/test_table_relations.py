"""What the cells of a table must be by others."""

from __future__ import annotations

from helpers.small_tables import table_of
from hypothesis import given
from hypothesis import strategies as st

from plantrack_nb.quantities.tables.relations import statements
from plantrack_nb.quantities.tables.table import Table

ROW = st.tuples(st.integers(1, 500), st.integers(1, 500))


def _wrong(table: Table) -> list[tuple[str, tuple[int, int], float]]:
    return [(one.kind, one.cell, round(one.right, 2)) for one in statements(table) if not one.holds]


def _people(*rows: tuple[int, int], more: int = 0) -> Table:
    """Make a table of men, women and both, with a foot; its last cell is off by ``more``."""
    made = [(f"อำเภอ {at}", one, two, one + two) for at, (one, two) in enumerate(rows, 1)]
    men, women = sum(one for one, _ in rows), sum(two for _, two in rows)
    return table_of(["ชาย", "หญิง", "รวม"], *made, ("รวม", men, women, men + women + more))


@given(st.lists(ROW, min_size=3, max_size=6))
def test_true_sums_are_silent_and_one_more_is_told(rows: list[tuple[int, int]]) -> None:
    """Whatever the figures are: sums hold; a corner that is off by one fails row and column."""
    assert _wrong(_people(*rows)) == []
    foot, total = len(rows), sum(map(sum, rows))
    told = _wrong(_people(*rows, more=1))
    assert told == [("column", (foot, 2), total), ("row", (foot, 2), total)]


def test_what_is_left_and_its_percent() -> None:
    """Differences and percents are found by what nearly all rows keep, not by their heads."""
    heads = ["ได้รับ", "ใช้ไป", "คงเหลือ", "ร้อยละ"]
    table = table_of(
        heads,
        ("ค่าใช้สอย", 200, 150, 50, "75.00"),
        ("ค่าวัสดุ", 120, 42, 87, "53.00"),
        ("ค่าตอบแทน", 80, 20, 60, "25.00"),
        ("รวม", 400, 212, 188, "53.00"),
    )
    assert _wrong(table) == [
        ("column", (3, 2), 197),
        ("left", (1, 2), 78),
        ("percent", (1, 3), 35),
    ]


def test_shares_of_the_foot() -> None:
    """A percent may be the share of the whole column."""
    table = table_of(
        ["จำนวน", "ร้อยละ"],
        ("แล้วเสร็จ", 3, "50.00"),
        ("อยู่ระหว่าง", 2, "33.33"),
        ("ยังไม่ดำเนินการ", 1, "61.67"),
        ("รวม", 6, "100.00"),
    )
    assert ("percent", (2, 1), 16.67) in _wrong(table)


def test_differences_of_two_years() -> None:
    """A column of differences, up or down, is that of two others."""
    table = table_of(
        ["ปี 2564", "ปี 2565", "ผลต่าง"],
        ("ภาษาไทย", "52.10", "54.60", "5.20"),
        ("คณิตศาสตร์", "33.40", "32.10", "-1.30"),
        ("วิทยาศาสตร์", "37.00", "39.25", "2.25"),
    )
    assert _wrong(table) == [("left", (0, 2), 2.5)]


def test_means_at_the_foot() -> None:
    """The last row may hold the means of those above; where heads are counted it is weighed."""
    rows = (("ก", "4.20"), ("ข", "4.60"), ("ค", "4.40"), ("เฉลี่ยรวม", "4.04"))
    assert _wrong(table_of(["ค่าเฉลี่ย"], *rows)) == [("mean", (3, 0), 4.4)]
    counted = [(label, 10 * at, mean) for at, (label, mean) in enumerate(rows, 1)]
    assert _wrong(table_of(["จำนวนคน", "ค่าเฉลี่ย"], *counted)) == []


def test_sums_so_far() -> None:
    """A column that grows by another holds the sums of all rows so far."""
    table = table_of(
        ["เบิกจ่าย", "สะสม"], ("ต.ค.", 10, 10), ("พ.ย.", 20, 30), ("ธ.ค.", 5, 53), ("ม.ค.", 5, 40)
    )
    assert ("column", (2, 1), 35) in _wrong(table)


def test_once_an_amount_is_no_product() -> None:
    """Rows of one project whose whole budget is spent do not make spending a product."""
    table = table_of(
        ["จำนวนโครงการ", "งบประมาณ", "เบิกจ่าย"],
        ("กลยุทธ์ที่ 1", 1, 500, 500),
        ("กลยุทธ์ที่ 2", 1, 300, 300),
        ("กลยุทธ์ที่ 3", 1, 400, 200),
        ("รวม", 3, 1200, 1000),
    )
    assert _wrong(table) == []


def test_products_are_told_but_not_of_the_foot() -> None:
    """Pieces times price is held against each row, also one of a single piece; sums are sums."""
    table = table_of(
        ["จำนวน", "ราคาต่อหน่วย (บาท)", "เป็นเงิน (บาท)"],
        ("กระดาษ", 4, 120, 480),
        ("แฟ้ม", 10, 35, 350),
        ("เครื่องพิมพ์", 1, 4500, 4400),
        ("รวม", 15, 4655, 5230),
    )
    assert _wrong(table) == [("product", (2, 2), 4500)]
