"""Marks are tied to their activities."""

from __future__ import annotations

from helpers.nine_columns import HEAD
from helpers.progress_table import line, opened, read, statuses, table

GOING, DONE, NOT = "in_progress", "done", "not_started"


def test_marks_in_order() -> None:
    """Several marks in a cell go to the items of the row in order."""
    reading = read(
        opened(
            progress="70 สำเร็จแล้ว สำเร็จแล้ว", action="1.รับสมัคร - สำรวจ - จัดทำแผน - ประกาศ 2.ติดตาม"
        )
    )
    assert statuses(reading) == [
        ("1", GOING, 70),
        ("1-1", DONE, None),
        ("1-2", DONE, None),
        ("1-3", "", None),
        ("2", "", None),
    ]


def test_marks_on_lines() -> None:
    """Marks as paragraphs go to items as paragraphs."""
    reading = read(opened(progress="สำเร็จแล้ว\nยังไม่ดำเนินการ", action="- จัดทำคู่มือ\n- เผยแพร่"))
    assert [status for _, status, _ in statuses(reading)] == [DONE, NOT]


def test_inline_marks() -> None:
    """Marks among the items are tied to the item behind each, and listed as mends."""
    reading = read(opened(progress="40", action="1.ดูแล สำเร็จแล้ว - เยี่ยม ระหว่างดำเนินการ 2.เสริม"))
    assert statuses(reading) == [("1", GOING, 40), ("1-1", DONE, None), ("2", GOING, None)]
    assert [mend.after for mend in reading.mends if mend.kind == "mark"] == ["1-1", "2"]


def test_marks_alone_below_a_list() -> None:
    """Rows of a mark alone belong to the next activities of the cell above."""
    reading = read(
        opened(progress="สำเร็จแล้ว", action="1.วางแผน 2.ประชุม 3.ติดตาม 4.สรุป"),
        line(progress="ระหว่างดำเนินการ"),
        line(progress="ยังไม่ดำเนินการ"),
    )
    assert [status for _, status, _ in statuses(reading)] == [DONE, GOING, NOT, ""]
    told = [(one.kind, one.source_ref, one.after) for one in reading.mends]
    assert told == [("order", "L3.7", "2"), ("order", "L4.7", "3")]


def test_trailing_marks_before_a_break() -> None:
    """Marks that end a cell wait for the sub-activities behind the page break."""
    reading = read(
        opened(action="4.จัดการ\nสำเร็จแล้ว\nระหว่างดำเนินการ"),
        HEAD,
        line(action="- ติดตั้ง\n- ตั้งคณะทำงาน\n- อบรม"),
    )
    assert statuses(reading) == [
        ("4", "", None),
        ("4-1", DONE, None),
        ("4-2", GOING, None),
        ("4-3", "", None),
    ]


def test_trailing_marks_without_items() -> None:
    """Marks whose items never come stay with the activity that they stood below."""
    reading = read(
        opened(progress="30", action="3.ประเมิน สำเร็จแล้ว ระหว่างดำเนินการ"),
        line(progress="40", action="4.บริหาร"),
    )
    assert table(reading, "activities", "parent_no", "status", "text") == [
        ("", GOING, "ประเมิน"),
        ("3", DONE, ""),
        ("3", GOING, ""),
        ("", GOING, "บริหาร"),
    ]


def test_a_row_with_marks_of_its_own() -> None:
    """Waiting marks are not given to a row that brings its own."""
    reading = read(
        opened(action="3.ประเมิน สำเร็จแล้ว"),
        line(progress="40", action="- บริหาร"),
    )
    assert table(reading, "activities", "text", "status") == [
        ("ประเมิน", ""),
        ("", DONE),
        ("บริหาร", GOING),
    ]


def test_mark_in_the_action_column_alone() -> None:
    """A mark whose activity has no text is kept as an activity without text."""
    reading = read(
        opened(progress="40", action="1.ทะเบียน"),
        line(action="ระหว่างดำเนินการ"),
        line(progress="50", action="3.สรรหา"),
    )
    assert statuses(reading) == [("1", GOING, 40), ("", GOING, None), ("3", GOING, 50)]
    assert reading.mends[0].after == "ไม่พบข้อความของกิจกรรม"


def test_more_marks_than_items() -> None:
    """A mark too many is kept below the last item of its row."""
    reading = read(opened(progress="สำเร็จแล้ว สำเร็จแล้ว", action="1.ประชุม"))
    assert table(reading, "activities", "text", "parent_no") == [("ประชุม", ""), ("", "1")]


def test_marks_after_a_break_skip_the_rest_of_a_list() -> None:
    """Bullets that end the list of the page before leave the mark to the next number."""
    reading = read(
        opened(progress="40", action="1.สนับสนุน - ค่าหนังสือ"),
        HEAD,
        line(progress="สำเร็จแล้ว", action="- ค่าอุปกรณ์ 2.สนับสนุนรอบสอง - ค่าหนังสือ"),
    )
    assert [status for _, status, _ in statuses(reading)] == [GOING, "", "", DONE, ""]


def test_enough_marks_for_all_after_a_break() -> None:
    """With a mark for each item, the rest of a list gets its own."""
    reading = read(
        opened(progress="40", action="1.สนับสนุน - ค่าหนังสือ"),
        HEAD,
        line(progress="สำเร็จแล้ว 50", action="- ค่าอุปกรณ์ 2.สนับสนุนรอบสอง"),
    )
    assert statuses(reading)[2:] == [("1-2", DONE, None), ("2", GOING, 50)]


def test_raw_of_a_mark_beside() -> None:
    """The raw text of an activity shows the mark of the other column, too."""
    reading = read(opened(progress="40", action="1.ประชุม"))
    assert table(reading, "activities", "raw") == [("40 | 1.ประชุม",)]
