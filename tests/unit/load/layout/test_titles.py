"""Lines that say what stands below them, and the sheets that rows stand in."""

from __future__ import annotations

import pytest

from plantrack_nb.containers.grid import Cell, Row
from plantrack_nb.load.layout.titles import heading_row, sheet_of


@pytest.mark.parametrize(
    ("ref", "sheet"),
    [
        ("งบ!E12", "งบ"),
        ("p1!E12", "p1"),
        ("p12!R3C5", ""),
        ("p12!L4", ""),
        ("table2!E12", ""),
        ("L3", ""),
    ],
)
def test_sheet_of(ref: str, sheet: str) -> None:
    """Only workbooks have sheets; the pages of a document are no tables of their own."""
    assert sheet_of(ref) == sheet


@pytest.mark.parametrize(
    ("text", "is_heading"),
    [
        ("กลยุทธ์ที่ 1 พัฒนาคุณภาพผู้เรียน", True),
        ("กลยุทธ์ที่ 2", True),
        ("กลยุทธ์ที่ 1 ดำเนินการแล้ว 1 โครงการ จาก 2 โครงการ", False),
        ("กลยุทธ์ที่ 1 เบิกจ่ายร้อยละ 60 ของงบประมาณที่ได้รับ", False),
        ("กลยุทธ์ที่ 3 มีโครงการล่าช้า จึงเห็นควรเร่งรัด", False),
    ],
)
def test_paragraphs_that_tell_of_a_strategy(text: str, is_heading: bool) -> None:
    """A paragraph that reports on a strategy is no heading of its projects."""
    row = Row("L3", (Cell(text, "L3", text),), in_table=False)
    assert (heading_row(row) is not None) is is_heading
