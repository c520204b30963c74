"""Action and progress cells become activities and obstacles."""

from __future__ import annotations

import pytest
from helpers.nine_columns import HEAD
from helpers.progress_table import line, opened, read, statuses, table
from hypothesis import given
from hypothesis import strategies as st

from plantrack_nb.core.vocabulary import STATUS_TH, Status


def texts(*rows: list[str]) -> list[object]:
    """Return the texts of the activities."""
    return [text for (text,) in table(read(*rows), "activities", "text")]


def test_rows_are_activities() -> None:
    """Each row is an activity with its number, mark and place."""
    reading = read(
        opened(progress="สำเร็จแล้ว", action="1.ประชุม"), line(progress="74.95", action="2.อบรม")
    )
    assert statuses(reading) == [("1", "done", None), ("2", "in_progress", 74.95)]
    assert table(reading, "activities", "source_ref") == [("L2.8",), ("L3.8",)]


def test_text_cut_by_a_page() -> None:
    """Unlisted text behind a page break goes on with the activity, without a space in Thai."""
    rows = (opened(action="1.รายงานผล"), HEAD, line(action="การดำเนินงาน 2.สรุป"))
    assert texts(*rows) == ["รายงานผลการดำเนินงาน", "สรุป"]


def test_paragraph_below() -> None:
    """Unlisted text within a page is a further line of the activity."""
    assert texts(opened(action="1.ประชุม"), line(action="ครั้งที่หนึ่ง")) == ["ประชุม\nครั้งที่หนึ่ง"]


def test_unlisted_text_with_a_mark() -> None:
    """Unlisted text with a mark of its own is an activity."""
    reading = read(
        opened(progress="40", action="7.ตรวจ"), line(progress="50", action="ร้อยละของโรงเรียน")
    )
    assert statuses(reading) == [("7", "in_progress", 40), ("7-1", "in_progress", 50)]


@pytest.mark.parametrize(
    ("row", "text", "ref"),
    [
        (line(progress="ปัญหาอุปสรรค งบล่าช้า"), "งบล่าช้า", "L3.7"),
        (line(action="ปัญหาอุปสรรค งบล่าช้า"), "งบล่าช้า", "L3.8"),
        (line(progress="ปัญหาอุปสรรค", action="งบล่าช้า"), "งบล่าช้า", "L3.8"),
        (line(progress="ปัญหาและอุปสรรค:", action="งบล่าช้า"), "งบล่าช้า", "L3.8"),
        (line(action="2.อบรม\nปัญหา/อุปสรรค งบล่าช้า"), "งบล่าช้า", "L3.8"),
    ],
)
def test_obstacles(row: list[str], text: str, ref: str) -> None:
    """An obstacle, in whichever column, is the project's and no activity."""
    reading = read(opened(action="1.ประชุม"), row)
    assert table(reading, "narrative", "kind", "project_no", "text", "source_ref") == [
        ("obstacle", "1.1", text, ref)
    ]
    assert "งบ" not in "".join(reading.round.activities["text"])
    assert reading.round.unread.empty


def test_obstacle_cut_by_a_page() -> None:
    """An obstacle goes on behind a page break."""
    reading = read(
        opened(action="1.ประชุม"), line(action="ปัญหาอุปสรรค งบ"), HEAD, line(action="ล่าช้า")
    )
    assert table(reading, "narrative", "text") == [("งบล่าช้า",)]
    assert table(reading, "activities", "text") == [("ประชุม",)]


def test_activity_after_an_obstacle() -> None:
    """A listed item behind an obstacle is an activity."""
    reading = read(
        opened(action="1.ประชุม"), line(action="ปัญหาอุปสรรค งบ"), HEAD, line(action="2.อบรม")
    )
    assert table(reading, "activities", "text") == [("ประชุม",), ("อบรม",)]


def test_no_progress() -> None:
    """What is neither mark nor percent stands in unread; a dash says nothing."""
    head = [text for text in HEAD if text not in ("เป้าหมาย", "ตัวชี้วัดความสำเร็จ")]
    full = ["1.1", "โครงการ", "5", "0", "เกือบเสร็จ", "1.ประชุม", "กลุ่มนิเทศฯ"]
    reading = read(full, head=head)
    assert table(reading, "unread", "text", "source_ref") == [("เกือบเสร็จ", "L2.5")]
    full[4] = "-"
    assert read(full, head=head).round.unread.empty


@given(st.lists(st.sampled_from(list(STATUS_TH)[:3]), min_size=1, max_size=12), st.data())
def test_no_mark_is_lost(marks: list[Status], data: st.DataObject) -> None:
    """However marks are spread over rows and cells, each is found once, in order."""
    rows = [opened()]
    for number, mark in enumerate(marks, 1):
        cells = [("progress", "action"), ("action", "progress")][data.draw(st.booleans())]
        words = STATUS_TH[mark]
        if cells[0] == "progress":
            rows.append(line(progress=words, action=f"{number}.งาน"))
        else:
            rows.append(line(action=f"{words} {number}.งาน"))
        if data.draw(st.booleans()):
            rows.append(list(HEAD))
    found = [status for _, status, _ in statuses(read(*rows))]
    assert found == [mark.value for mark in marks]


def test_result_over_a_break() -> None:
    """Words of results in front of a page's list tell of the activity above, and head nothing."""
    reading = read(
        opened(progress="50", action="7.ตรวจสอบ - โรงเรียน"),
        HEAD,
        line(progress="สำเร็จแล้ว\nสำเร็จแล้ว", action="ร้อยละ 80 อยู่ในระดับดี\n(1) การเงิน"),
        line(progress="ระหว่างดำเนินการ", action="2) พัสดุ"),
        line(action="- รายงาน"),
    )
    rows = table(reading, "activities", "activity_no", "parent_no", "text", "status")
    assert rows[2:] == [
        ("", "7-1", "ร้อยละ 80 อยู่ในระดับดี", "done"),
        ("7-1-(1)", "7-1", "การเงิน", "done"),
        ("7-1-2)", "7-1", "พัสดุ", "in_progress"),
        ("7-2", "7", "รายงาน", ""),
    ]


def test_unlisted_activity_over_a_break() -> None:
    """Unlisted words with a mark of their own that tell no result are an activity."""
    reading = read(
        opened(progress="50", action="7.ตรวจสอบ"),
        HEAD,
        line(progress="สำเร็จแล้ว", action="ผลักดันนโยบาย"),
    )
    rows = table(reading, "activities", "activity_no", "text")
    assert rows == [("7", "ตรวจสอบ"), ("7-1", "ผลักดันนโยบาย")]
