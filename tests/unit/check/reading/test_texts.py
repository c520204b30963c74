"""The running text of a round, and the cell that each piece of it stands in."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from helpers.rounds import KEY, tables
from hypothesis import given
from hypothesis import strategies as st

from plantrack_nb.check.facts import Facts
from plantrack_nb.check.reading.texts import (
    ACTIVITY,
    INDICATOR,
    NARRATIVE,
    TARGET,
    Text,
    all_texts,
    dated_rounds,
    decimals,
    figures_of,
    items,
    key_of,
    outside_brackets,
    place,
    texts,
)
from plantrack_nb.measures.places import Place, Places
from plantrack_nb.office.validation import FIRST_YEAR, LAST_YEAR

ROUND = ("0101", 2565, 2)
LONG = "ประชุมเชิงปฏิบัติการพัฒนาครูผู้สอนภาษาไทยระดับประถมศึกษา 30 คน"


def _text(**given: Any) -> Text:
    row = Text(*ROUND, "1.1", ACTIVITY, "", "2", "done", LONG, "a.txt", "L1.2", LONG)
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
    file, project = "round.xlsx", ("projects!A1", "ก")
    assert facts.once(all_texts) == [
        Text(*ROUND, "1.1", ACTIVITY, "", "1", "done", "ประชุม", file, "activities!A1", "ประชุม"),
        Text(*ROUND, "1.1", TARGET, "", "", "", "1.ครู 3 คน", file, *project),
        Text(*ROUND, "1.1", TARGET, "", "", "", "2.โรงเรียน", file, *project),
        Text(*ROUND, "1.1", INDICATOR, "", "", "", "ร้อยละ 5", file, *project),
        Text(*ROUND, "1.1", NARRATIVE, "obstacle", "", "", "ฝนตก", file, "narrative!A1", "ฝนตก"),
    ]
    assert [one.text for one in texts(facts, "โรง|ฝน", (TARGET,))] == ["2.โรงเรียน"]
    assert [one.part for one in texts(facts, r"\d|ต")] == [TARGET, TARGET, INDICATOR, NARRATIVE]


def _claim(raw: str, ref: str, subject: str = "project_no=1.1; column=targets") -> dict[str, str]:
    return {"kind": "activity_text", "subject": subject, "raw": raw, "source_ref": ref}


def _sources(targets: str, *claims: dict[str, str]) -> list[tuple[str, str]]:
    """Return where the target cells of a project stand, and what is printed there."""
    given = tables(projects=[{"targets": targets, "source_ref": "L1.1", "raw": "ก"}], claims=claims)
    return [(one.source_ref, one.raw) for one in Facts(given).once(all_texts) if one.part == TARGET]


def test_a_target_stands_where_its_figure_was_read() -> None:
    """A claim on targets tells the cell; one on another column, or on an activity, does not."""
    found = _sources(
        "1.ครู 3 คน\n2.นักเรียน 9 คน\n3.ชุมชน 2 แห่ง",
        _claim("3.ชุมชน 2 แห่ง", "L9.4", "project_no=1.1; column=indicators"),
        _claim("1.ครู 3 คน", "L9.4", "table=1"),
        _claim("2.นักเรียน 9 คน", "L2.3"),
        _claim("3.ชุมชน 2 แห่ง", "L9.8", "project_no=1.1; activity_no=3"),
    )
    assert found == [("L1.1", "ก"), ("L2.3", "2.นักเรียน 9 คน"), ("L1.1", "ก")]


@pytest.mark.parametrize("between", ["\n", "<br>", " \n ", "<br/>\n"])
def test_a_claim_with_several_lines(between: str) -> None:
    """A cell whose lines are broken in any way is the source of each of them."""
    raw = f"1.ครู 3 คน{between}2.นักเรียน 9 คน"
    assert _sources("1.ครู 3 คน\n2.นักเรียน 9 คน", _claim(raw, "L2.3")) == [("L2.3", raw)] * 2


def test_equal_targets_with_figures() -> None:
    """Of equal cells each has its own source; several figures in one cell are one source."""
    refs = ["L2.3", "L2.3", "L4.3", "L6.3"]
    found = _sources("ครู 3 คน\n" * 3 + "ครู 4 คน", *(_claim("ครู 3 คน", ref) for ref in refs))
    assert [ref for ref, _ in found] == ["L2.3", "L4.3", "L6.3", "L1.1"]


def test_the_file_of_a_claim() -> None:
    """The claim's file is the source too."""
    claim = {**_claim("ครู 3 คน", "L2.3"), "source_file": "b.txt"}
    (one,) = Facts(
        tables(projects=[{"targets": "ครู 3 คน", "indicators": ""}], claims=[claim])
    ).once(all_texts)
    assert (one.source_file, one.source_ref) == ("b.txt", "L2.3")


def _placed(column: str, *pieces: tuple[str, str]) -> list[tuple[str, str]]:
    """Return where the lines of a value stand that was joined from some pieces of text."""
    known = [Place("1.1", "L1.1", "", column, text, ref, f"<{ref}>") for ref, text in pieces]
    project = {"targets": "", "indicators": "", "source_ref": "L1.1", "raw": "ก"}
    project[column] = "ก่อน\nครู\nครู\nครู\nนักเรียนที่มีผลดี\nหลัง"
    facts = Facts(tables(projects=[project]), places=Places({KEY: known}))
    return [(one.source_ref, one.raw) for one in facts.once(all_texts)]


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


@pytest.mark.parametrize(
    ("text", "outside"),
    [
        ("ครู 5 คน (ชาย 2 คน หญิง 3 คน) 7 แห่ง", [5, 7]),
        ("ครู (ชาย)5 คน", [5]),
        ("ครู (3 คน)", []),
        ("ครู 9 คน (ชาย 4 คน", [9]),
    ],
)
def test_figures_outside_brackets(text: str, outside: list[int]) -> None:
    """What stands between brackets, or behind one that is never closed, is left out."""
    assert [one.value for one in outside_brackets(text, figures_of(text))] == outside


@pytest.mark.parametrize(
    ("text", "printed"), [("ร้อยละ 55.50", 2), ("ร้อยละ ๕๕.๕", 1), ("ครู 1,200 คน", 0)]
)
def test_decimals_as_printed(text: str, printed: int) -> None:
    """Zeros at the end count, in Thai digits too; a whole number has none."""
    (figure,) = figures_of(text)
    assert decimals(text, figure) == printed
