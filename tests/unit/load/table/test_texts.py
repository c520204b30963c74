"""Names, targets, indicators and owners go on over rows and pages."""

from __future__ import annotations

import pytest
from helpers.nine_columns import HEAD
from helpers.progress_table import line, opened, read, table

BREAK = HEAD


def test_name_continues_over_a_break() -> None:
    """The rest of a name at the top of a page is joined, and listed."""
    reading = read(opened(project="โครงการยกย่องครู"), BREAK, line(project="และบุคลากร"))
    assert table(reading, "projects", "name") == [("โครงการยกย่องครูและบุคลากร",)]
    assert [(mend.kind, mend.source_ref) for mend in reading.mends] == [("joined", "L4.2")]


@pytest.mark.parametrize("again", ["โครงการหนึ่ง", "โครงการหนึ่ง (ต่อ)", ""])
def test_number_repeated_at_the_top_of_a_page(again: str) -> None:
    """A number printed again after a page break goes on with the same project."""
    reading = read(
        opened(action="1.ประชุม"),
        BREAK,
        opened(project=again, action="2.อบรม"),
        line(action="3.สรุป"),
    )
    assert table(reading, "projects", "name") == [("โครงการหนึ่ง",)]
    assert [number for (number,) in table(reading, "activities", "activity_no")] == ["1", "2", "3"]


def test_repeated_number_with_the_rest_of_the_name() -> None:
    """The name may go on behind the repeated number."""
    reading = read(opened(project="โครงการยกย่องครู"), BREAK, opened(project="และบุคลากร"))
    assert table(reading, "projects", "name") == [("โครงการยกย่องครูและบุคลากร",)]


@pytest.mark.parametrize(
    ("row", "goes_on"),
    [
        (line(targets="สังกัดทุกคน"), True),
        (line(targets="สังกัดทุกคน", action="2.อบรมครู"), True),
        (line(targets="สังกัดทุกคน", action="- อบรมครู"), True),
        (line(targets="สังกัดทุกคน", progress="40", action="2.อบรมครู"), False),
        (line(targets="สังกัดทุกคน", budget="5,000", action="2.อบรมครู"), False),
        (line(targets="ของสังกัดทุกคน", budget="5,000", action="2.อบรมครู"), True),
        (line(targets="2.นักเรียนทุกคน"), False),
        (line(targets="๒.นักเรียนทุกคน"), False),
    ],
)
def test_targets_after_a_break(row: list[str], goes_on: bool) -> None:
    """After a page break a text goes on, unless it is listed or its row stands alone."""
    reading = read(opened(targets="ข้าราชการครูใน", action="1.ประชุม"), BREAK, row)
    between = "" if goes_on else "\n"
    assert table(reading, "projects", "targets") == [(f"ข้าราชการครูใน{between}{row[2]}",)]


def test_targets_within_a_page() -> None:
    """Within a page each cell is a target of its own."""
    reading = read(opened(targets="ครูทุกคน"), line(targets="สังกัดทุกคน"))
    assert table(reading, "projects", "targets") == [("ครูทุกคน\nสังกัดทุกคน",)]


def test_owner_of_project_and_activities() -> None:
    """The first owner is the project's; each activity has the owner of its row only."""
    reading = read(
        opened(action="1.ประชุม", owner="กลุ่มนิเทศฯ (นายสมมติ ตัวอย่าง)"),
        line(action="2.อบรม"),
        line(action="3.สรุป", owner="กลุ่มอำนวยการ (นางดี งาม/ น.ส.เก่ง มาก)"),
    )
    assert table(reading, "projects", "owner_groups", "persons") == [("กลุ่มนิเทศฯ", "นายสมมติ ตัวอย่าง")]
    assert table(reading, "activities", "owner_groups", "persons") == [
        ("กลุ่มนิเทศฯ", "นายสมมติ ตัวอย่าง"),
        ("", ""),
        ("กลุ่มอำนวยการ", "นางดี งาม; น.ส.เก่ง มาก"),
    ]


def test_owner_cut_by_a_page() -> None:
    """An owner goes on while its parenthesis is open; all rows of it have the whole."""
    reading = read(
        opened(action="1.ประชุม", owner="กลุ่มนโยบายฯ (น.ส.ดี งาม/"),
        BREAK,
        line(action="2.อบรม", owner="น.ส.เก่ง มาก)"),
    )
    owners = ("กลุ่มนโยบายฯ", "น.ส.ดี งาม; น.ส.เก่ง มาก")
    assert table(reading, "projects", "owner_groups", "persons") == [owners]
    assert table(reading, "activities", "owner_groups", "persons") == [owners, owners]


def test_numbered_owners_over_rows() -> None:
    """Joint owners counted on over several rows are one list."""
    reading = read(
        opened(action="1.ประชุม", owner="1.กลุ่มอำนวยการ"),
        line(action="2.อบรม", owner="2.ทุกกลุ่ม"),
        line(action="3.สรุป", owner="1.กลุ่มนิเทศฯ"),
    )
    assert table(reading, "activities", "owner_groups") == [
        ("กลุ่มอำนวยการ; ทุกกลุ่ม",),
        ("กลุ่มอำนวยการ; ทุกกลุ่ม",),
        ("กลุ่มนิเทศฯ",),
    ]


def test_owner_of_a_lost_activity() -> None:
    """An owner below a mark whose activity is gone belongs to that activity."""
    reading = read(
        opened(progress="40", action="1.ประชุม", owner="กลุ่มอำนวยการ"),
        line(action="ระหว่างดำเนินการ"),
        line(targets="ครูทุกคน", owner="กลุ่มนิเทศฯ"),
    )
    assert table(reading, "activities", "text", "owner_groups") == [
        ("ประชุม", "กลุ่มอำนวยการ"),
        ("", "กลุ่มนิเทศฯ"),
    ]


def test_owner_without_activity() -> None:
    """An owner in a row without activity is not guessed away: it stands in unread."""
    reading = read(
        opened(action="1.ประชุม", owner="กลุ่มอำนวยการ"), line(targets="ครู", owner="กลุ่มนิเทศฯ")
    )
    assert table(reading, "unread", "text", "source_ref") == [("กลุ่มนิเทศฯ", "L3.9")]


def test_owner_words_that_name_nobody() -> None:
    """What is neither group nor person in an owner cell stands in unread."""
    reading = read(opened(action="1.ประชุม", owner="กลุ่มนิเทศฯ (นายสมมติ ตัวอย่าง) โทรแจ้งก่อน"))
    assert table(reading, "unread", "reason") == [("ไม่ใช่ชื่อกลุ่มหรือบุคคล",)]


def test_list_counted_on_over_a_break() -> None:
    """A text in front of the list's next number is the rest of the item before it."""
    reading = read(
        opened(targets="1.ครู 2.ผู้เรียนที่มี", action="1.ประชุม"),
        BREAK,
        line(targets="ผลการเรียนดี\n3.ผู้ปกครอง", progress="40", action="2.อบรม"),
        BREAK,
        line(targets="ชุมชน 7.วัด", progress="40", action="3.สรุป"),
    )
    assert table(reading, "projects", "targets") == [
        ("1.ครู 2.ผู้เรียนที่มีผลการเรียนดี\n3.ผู้ปกครอง\nชุมชน 7.วัด",)
    ]


def test_owner_named_twice_in_a_cell() -> None:
    """An owner that stands twice in its cell is listed once, and it is said."""
    reading = read(opened(action="1.ประชุม", owner="กลุ่มนิเทศฯ 1.กลุ่มนิเทศฯ"))
    assert table(reading, "projects", "owner_groups") == [("กลุ่มนิเทศฯ",)]
    assert [(one.kind, one.before) for one in reading.mends] == [("dropped", "กลุ่มนิเทศฯ")]
