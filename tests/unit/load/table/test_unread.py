"""What found no place is listed with the reason."""

from __future__ import annotations

from dataclasses import replace

from helpers.nine_columns import HEAD
from helpers.progress_table import KEY, grid_of, line, opened, read, table

from plantrack_nb.containers.grid import Row
from plantrack_nb.load.table.interpret import interpret


def test_reasons() -> None:
    """Each kind of thing left has its own reason, in Thai, and its place."""
    reading = read(
        line(action="ก่อนโครงการ"),
        opened(action="1.ประชุม", owner="กลุ่มนิเทศฯ (นายสมมติ ตัวอย่าง) โทรแจ้ง"),
        line(targets="ครู", owner="กลุ่มอำนวยการ"),
        "คั่นหน้า",
        HEAD,
        line(action="2.อบรม"),
        "หมายเหตุ จบ",
    )
    assert table(reading, "unread", "reason", "text", "source_ref") == [
        ("แถวนี้อยู่ก่อนโครงการแรก", "ก่อนโครงการ", "L2.8"),
        ("ผู้รับผิดชอบในแถวที่ไม่มีกิจกรรม", "กลุ่มอำนวยการ", "L4.9"),
        ("ไม่ใช่ชื่อกลุ่มหรือบุคคล", "โทรแจ้ง", "L3.9"),
        ("อยู่หลังตารางและไม่อยู่ใต้หัวข้อที่รู้จัก", "หมายเหตุ จบ", "L8"),
        ("ข้อความนอกตาราง ระหว่างหน้าของตาราง", "คั่นหน้า", "L5"),
    ]


def test_formula_without_value() -> None:
    """A formula whose result the file does not hold is listed."""
    grid = grid_of([HEAD, opened(action="1.ประชุม")])
    cells = list(grid.rows[1].cells)
    cells[4] = replace(cells[4], raw="=SUM(E3:E9)", note="formula without a stored value")
    reading = interpret(replace(grid, rows=(grid.rows[0], Row("L2", tuple(cells)))), KEY)
    assert table(reading, "unread", "source_ref", "raw") == [("L2.5", "=SUM(E3:E9)")]


def test_nothing_left() -> None:
    """A table that is understood leaves nothing."""
    assert read(opened(budget="5", disbursed="5 (100)", action="1.ก")).round.unread.empty
