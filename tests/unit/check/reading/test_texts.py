"""The running text of a round, and the cell that each piece of it stands in."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from helpers.rounds import KEY, tables
from hypothesis import given
from hypothesis import strategies as st

from plantrack_nb.check.facts import Facts
from plantrack_nb.check.reading.running_text.texts import (
    ACTIVITY,
    INDICATOR,
    LINE,
    NAME,
    NARRATIVE,
    TARGET,
    Text,
    all_texts,
    dated_rounds,
    items,
    key_of,
    place,
    texts,
)
from plantrack_nb.measures.places import Place, Places
from plantrack_nb.office.validation import FIRST_YEAR, LAST_YEAR

ROUND = ("0101", 2565, 2)
LONG = "ประชุมเชิงปฏิบัติการพัฒนาครูผู้สอนภาษาไทยระดับประถมศึกษา 30 คน"


def _text(**given: Any) -> Text:
    source, place = ("a.txt", "L1.2", LONG), ("activities", "1.1//2")
    row = Text(*ROUND, "1.1", ACTIVITY, "", "2", "", "done", LONG, *source, *place)
    return row._replace(**given)


def test_every_part_of_the_document() -> None:
    """Each text tells its part, and only what that part has: kind, or number and status."""
    facts = Facts(
        tables(
            projects=[{"targets": "1.ครู 3 คน\n2.โรงเรียน", "indicators": "ร้อยละ 5\n", "raw": "ก"}],
            activities=[{"activity_no": "1", "text": "ประชุม"}, {"activity_no": "2", "text": ""}],
            narrative=[{"kind": "obstacle", "project_no": "1.1", "text": "ฝนตก"}],
        )
    )
    one, project = (*ROUND, "1.1"), ("round.xlsx", "projects!A1", "ก", "projects", "1.1")
    activity = ("round.xlsx", "activities!A1", "ประชุม", "activities", "1.1//1")
    paragraph = ("round.xlsx", "narrative!A1", "ฝนตก", "narrative", "narrative!A1")
    assert facts.once(all_texts) == [
        Text(*one, ACTIVITY, "", "1", "", "done", "ประชุม", *activity),
        Text(*one, TARGET, "", "", "", "", "1.ครู 3 คน", *project),
        Text(*one, TARGET, "", "", "", "", "2.โรงเรียน", *project),
        Text(*one, INDICATOR, "", "", "", "", "ร้อยละ 5", *project),
        Text(*one, NARRATIVE, "obstacle", "", "", "", "ฝนตก", *paragraph),
        Text(*one, NAME, "", "", "", "", "โครงการตัวอย่าง", *project),
    ]
    assert [one.text for one in texts(facts, "โรง|ฝน", (TARGET,))] == ["2.โรงเรียน"]
    parts = [one.part for one in texts(facts, r"\d|ต")]
    assert parts == [TARGET, TARGET, INDICATOR, NARRATIVE, NAME]


def test_labels_that_no_activity_is_named_as() -> None:
    """A line's words are read once: as the activity that it pays for, else as the line's own."""
    facts = Facts(
        tables(
            lines=[{"label": "ประชุม", "line_no": 1}, {"label": "คงเหลือ 5 บาท", "line_no": 2}],
            activities=[{"text": "ประชุม"}],
        )
    )
    assert [(one.activity_no, one.text) for one in texts(facts, ".", (LINE,))] == [
        ("2", "คงเหลือ 5 บาท")
    ]


def _placed(column: str, *pieces: tuple[str, str]) -> list[tuple[str, str]]:
    """Return where the lines of a value stand that was joined from some pieces of text."""
    known = [Place("1.1", "L1.1", "", column, text, ref, f"<{ref}>") for ref, text in pieces]
    project = {"targets": "", "indicators": "", "source_ref": "L1.1", "raw": "ก"}
    project[column] = "ก่อน\nครู\nครู\nครู\nนักเรียนที่มีผลดี\nหลัง"
    facts = Facts(tables(projects=[project]), places=Places({KEY: known}))
    return [(one.source_ref, one.raw) for one in facts.once(all_texts) if one.part == column]


@pytest.mark.parametrize("column", ["targets", "indicators"])
def test_each_line_has_its_own_cell(column: str) -> None:
    """Equal lines take theirs in order; one over two pages has the first, others the row's."""
    pieces = [
        ("L2.3", "ก่อน"),
        ("L3.3", "ครู"),
        ("L4.3", "ครู"),
        ("L5.3", "ครู\nนักเรียนที่"),
        ("L7.3", "มีผลดี"),
    ]
    refs = ["L2.3", "L3.3", "L4.3", "L5.3", "L5.3"]
    assert _placed(column, *pieces) == [*((ref, f"<{ref}>") for ref in refs), ("L1.1", "ก")]


@pytest.mark.parametrize(
    ("year", "quarter", "kept"),
    [
        (FIRST_YEAR, 1, True),
        (LAST_YEAR, 4, True),
        (FIRST_YEAR - 1, 1, False),
        (LAST_YEAR + 1, 1, False),
        (FIRST_YEAR, 0, False),
        (FIRST_YEAR, 5, False),
    ],
)
def test_rounds_that_the_calendar_knows(year: int, quarter: int, kept: bool) -> None:
    """The first and the last year and quarter are in; what lies outside is left out."""
    row = SimpleNamespace(district="0101", fiscal_year=year, quarter=quarter)
    assert dated_rounds([row]) == ([row] if kept else [])


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({}, "โครงการ 1.1 กิจกรรม 2"),
        ({"activity_no": ""}, "โครงการ 1.1 กิจกรรม (ไม่มีเลขที่)"),
        ({"part": TARGET}, "โครงการ 1.1 เป้าหมาย"),
        ({"part": INDICATOR}, "โครงการ 1.1 ตัวชี้วัด"),
        ({"part": NARRATIVE}, "โครงการ 1.1 ข้อความประกอบ"),
        ({"part": NARRATIVE, "project_no": ""}, "เอกสารส่วนหน้าหรือส่วนสรุป"),
    ],
)
def test_where_a_text_stands(changed: dict[str, str], said: str) -> None:
    """A place is said in words, also where there is no number."""
    assert place(_text(**changed)) == said


def test_a_lasting_name() -> None:
    """The last forty letters name a text, spaces and figures left out; or the words given do."""
    letters = "ประชุมเชิงปฏิบัติการพัฒนาครูผู้สอนภาษาไทยระดับประถมศึกษาคน"
    assert key_of(_text()) == f"1.1/activity/2/{letters[-40:]}"
    assert key_of(_text(), "ครู 3,000 คน") == "1.1/activity/2/ครูคน"
    none = _text(project_no="", part=NARRATIVE, activity_no="", text="ฝน ๑๒ วัน")
    assert key_of(none) == "-/narrative/-/ฝนวัน"


@given(st.integers(0, 9_999_999), st.text("0123456789", max_size=3))
def test_figures_do_not_change_the_name(number: int, decimals: str) -> None:
    """A mended figure leaves the name as it was."""
    figure = f"{number:,}.{decimals}" if decimals else f"{number}"
    assert key_of(_text(text=f"ครู {figure} คน")) == "1.1/activity/2/ครูคน"


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("1.โรงเรียน 121 แห่ง 2.ครู 20 คน", ["1.โรงเรียน 121 แห่ง ", "2.ครู 20 คน"]),
        ("โรงเรียน 121 แห่ง\nครู 20 คน", ["โรงเรียน 121 แห่ง", "ครู 20 คน"]),
        ("เฉลี่ย 2.50 คะแนน\n \n", ["เฉลี่ย 2.50 คะแนน"]),
    ],
)
def test_items_of_one_cell(text: str, taken: list[str]) -> None:
    """Numbers with a dot begin items, and so do lines; decimals begin none."""
    assert items(text) == taken
