"""Texts that are no whole sentence."""

from __future__ import annotations

from typing import Any

import pytest
from helpers.checking import run_rule, subjects
from helpers.rounds import tables


def _activity(text: str, **more: str) -> dict[str, Any]:
    return tables(projects=[{}], activities=[{"text": text, **more}])


@pytest.mark.parametrize(
    "text",
    [
        "อบรมครูและ",
        "จัดประชุมเพื่อ",
        "คู่มือ 5 เล่ม ได้แก่",
        "ผลการประเมินอยู่ในระดับ",
        "อยู่ในระดับคุณภาพ",
        "อบรม (",
        "แผนของสำนักงานเขตพื้นที่",
    ],
)
def test_text_that_stops_short(text: str) -> None:
    """A text may not end in a connective, an opening bracket or an announcement."""
    (one,) = run_rule("wording-cut", _activity(text))
    assert "จบกลางประโยค" in one.message
    assert one.subject == "project_no=1.1; activity_no=1"


@pytest.mark.parametrize(
    "text", ["นการดำเนินงาน", "ะท้อนผล", "และบุคลากร", "ของโรงเรียน", "ซึ่งได้รับ", "ๆ ละ 1 ครั้ง", ") อบรม"]
)
def test_text_that_starts_late(text: str) -> None:
    """A text may not begin with the rest of a word or a connective."""
    (one,) = run_rule("wording-cut", _activity(text))
    assert "ขึ้นต้นกลางประโยค" in one.message


@pytest.mark.parametrize(
    "text",
    ["อบรมครู", "การอบรม", "ของขวัญวันเด็ก", "ของใช้สำนักงาน", "งานวิชาการ", "กำกับ ติดตาม", "มาตรการ",
     "<b>ครู</b>", "😀", "รายงานผล (รอบ 1)", "โครงการ"],
)  # fmt: skip
def test_whole_texts(text: str) -> None:
    """Words that only look like fragments are whole."""
    assert not subjects("wording-cut", _activity(text))


def test_announcement_with_parts_below() -> None:
    """An announcement is whole when parts follow."""
    rows = [
        {"activity_no": "1", "text": "พัฒนา 2 ด้าน ดังนี้"},
        {"activity_no": "1-1", "parent_no": "1", "text": "วิชาการ"},
    ]
    assert not subjects("wording-cut", tables(projects=[{}], activities=rows))
    assert subjects("wording-cut", tables(projects=[{}], activities=rows[:1]))


def test_announcement_in_a_list() -> None:
    """In a column an announcement wants another item behind it."""
    last = tables(projects=[{"targets": "1.ครู 2.โรงเรียน ได้แก่"}])
    assert subjects("wording-cut", last) == ["project_no=1.1; column=targets; list=1; item=2"]
    more = tables(projects=[{"targets": "1.โรงเรียน ได้แก่ 2.ครู"}])
    assert not subjects("wording-cut", more)


@pytest.mark.parametrize(
    ("before", "after", "torn"),
    [
        ("ความโปร่งใส", "นการดำเนินงาน", True),
        ("การดำเนิ", "นการของโรงเรียน", False),
        ("คณะกรร", "มการสถานศึกษา", False),
        ("จัดทำแผน", "ัติการ", True),
        ("อบรม", "ครูทุกคน", False),
    ],
)
def test_torn_at_a_page_break(before: str, after: str, *, torn: bool) -> None:
    """Behind a page break stands the rest of a word only if the word began before it."""
    given = _activity(f"{before}{after}", raw=f"1.{before} ⏎ {after}")
    assert bool(subjects("wording-cut", given)) is torn


@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        ("อบรม (รุ่น 1", "ปิด"),
        ("อบรมรุ่น ๑๒๓)", "เปิด"),
        ("((ก)", "ปิด"),
        ("(ก))", "เปิด"),
        (")( ก", "เปิด"),
        ("ผลิต 12) ชุด)", "เปิด"),
    ],
)
def test_brackets_without_their_fellow(text: str, lacking: str) -> None:
    """Which bracket is lacking is said."""
    (one,) = run_rule("wording-brackets", _activity(text))
    assert f"ขาดวงเล็บ{lacking}" in one.message


@pytest.mark.parametrize(
    "text",
    ["อบรม (รุ่น 1)", "1) อบรม 2) นิเทศ", "ก) อบรม", "(ก) (ข)", "(รุ่นละ 8-10 คน)", "ครู", "อบรมครู ("],
)
def test_brackets_in_pairs(text: str) -> None:
    """List marks need no opening; a text cut at a bracket is told as cut."""
    assert not subjects("wording-brackets", _activity(text))


def test_brackets_may_close_in_the_next_line() -> None:
    """A bracket that a line break divides is whole."""
    given = tables(projects=[{"indicators": "1.ครู (ป.1\nถึง ป.3)"}])
    assert not subjects("wording-brackets", given)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ร้อยละ ของโรงเรียน", True),
        ("ครู ร้อยละ  ของทั้งหมด", True),
        ("ร้อยละ 80 ของโรงเรียน", False),
        ("ร้อยละของโรงเรียนที่ผ่าน", False),
        ("ค่าร้อยละ ของงาน", False),
    ],
)
def test_percent_without_its_number(text: str, *, told: bool) -> None:
    """A gap after ร้อยละ, where the number should stand, is told."""
    assert bool(subjects("wording-percent", _activity(text))) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [("....", True), ("-", True), ("XXX", True), ("Test", True), ("ระบุชื่อโครงการ", True),
     ("n/a", True), ("ระบุปัญหาและแนวทางแก้ไขของโรงเรียน", False), ("อบรม", False), ("ก", False)],
)  # fmt: skip
def test_placeholder(text: str, *, told: bool) -> None:
    """Dots, dashes and the words of a form are no text."""
    assert bool(subjects("wording-placeholder", _activity(text))) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ปีงบประมาณ .2565", True),
        ("สพป.ตัวอย่าง .เขต 1", True),
        ("ปีงบประมาณ พ.ศ.2565", False),
        ("จำนวน .25 ไร่", False),
        ("อบรม ... ครู", False),
        ("www.example.org", False),
    ],
)
def test_stray_dot(text: str, *, told: bool) -> None:
    """A full stop between a space and a word or year has lost what stood before it."""
    given = tables(projects=[{"name": text}])
    assert subjects("wording-dot", given) == (["project_no=1.1; column=name"] if told else [])


def test_obstacles_of_a_project_are_texts_too() -> None:
    """What stands under a project is looked at, the memo's own lines are not."""
    given = tables(
        projects=[{}],
        narrative=[
            {"kind": "obstacle", "project_no": "1.1", "text": "รการจัดสรรงบประมาณ"},
            {"kind": "memo", "project_no": "", "text": "/จะลงมือ และ"},
        ],
    )
    (one,) = run_rule("wording-cut", given)
    assert one.message.startswith("ปัญหาอุปสรรคของโครงการ 1.1")
    assert one.project_no == "1.1"
