"""No person's name is left, and nothing else is lost."""

from __future__ import annotations

import pytest
from helpers.any_round import any_round, empty_round
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plantrack_nb.core.findings import Finding, Severity
from plantrack_nb.core.provenance import SourceRef
from plantrack_nb.core.schema import TABLES, Kind, Round
from plantrack_nb.load.without_persons import (
    findings_without_persons,
    names_in,
    places_without_persons,
    without_persons,
)
from plantrack_nb.measures.places import OWNERS, Place
from plantrack_nb.thai.persons import HIDDEN

NAMES = ("ทดสอบ", "สมมติ", "ตัวอย่าง", "แสนดี")


def a_round() -> Round:
    """Return a round that names two invented persons in every way a document does."""
    return empty_round(
        projects=[
            {
                "project_no": "1.1",
                "strategy_no": "1",
                "name": "โครงการอบรมครู",
                "budget_state": "none",
                "owner_groups": "กลุ่มอำนวยการ",
                "persons": "นายทดสอบ สมมติ; น.ส.ตัวอย่าง แสนดี",
                "raw": "1.1 | โครงการอบรมครู | กลุ่มอำนวยการ (นายทดสอบ สมมติ/น.ส. ตัวอย่าง  แสนดี)",
            }
        ],
        activities=[{"project_no": "1.1", "text": "ประชุมโดย ทดสอบ สมมติ 18 คน", "status": "done"}],
        narrative=[
            {"kind": "memo", "text": "จึงเรียนมาเพื่อโปรดพิจารณา"},
            {
                "kind": "memo",
                "text": "- ทดสป สมมด",
                "raw": "ทดสป สมมด\n\n(นายทดสอบ สมมติ)\nนักวิเคราะห์",
            },
            {"kind": "memo", "text": "(นายทดสอบ สมมติ)"},
            {"kind": "memo", "text": "นักวิเคราะห์นโยบายและแผน"},
            {"kind": "memo", "text": "โทร. 034 000 0000 ต่อ 12"},
        ],
        claims=[{"kind": "memo", "text": "นางสาวอื่น คนไกล รับไป 12,500 บาท", "value": 12500}],
    )


def everything(made: Round) -> str:
    """Return all text of a round."""
    return "\n".join(
        text
        for name, data in made.tables.items()
        for column in TABLES[name].columns
        if column.kind is Kind.TEXT
        for text in data[column.name]
    )


def test_no_name_is_left_in_any_text() -> None:
    """With a title or without, in any column, of any spelling seen in the persons columns."""
    text = everything(without_persons(a_round()))
    assert not [name for name in (*NAMES, "คนไกล") if name in text]


def test_what_is_no_person_stays() -> None:
    """Groups, numbers, words around a name, places and figures are as they were."""
    before, after = a_round(), without_persons(a_round())
    assert list(after.projects["persons"]) == [""]
    assert list(after.projects["owner_groups"]) == ["กลุ่มอำนวยการ"]
    assert list(after.activities["text"]) == [f"ประชุมโดย {HIDDEN} 18 คน"]
    assert list(after.claims["text"]) == [f"{HIDDEN} รับไป 12,500 บาท"]
    for name, data in before.tables.items():
        same = [column for column in data if column not in {"persons", "raw", "text"}]
        assert after.tables[name][same].equals(data[same])
        assert list(after.tables[name].columns) == list(data.columns)
        assert (after.tables[name].dtypes == data.dtypes).all()


def test_the_signature_above_a_name_is_hidden() -> None:
    """A signature is often misread; the line above the bracketed name goes, its neighbours stay."""
    memo = without_persons(a_round()).narrative
    assert list(memo["text"])[:4] == [
        "จึงเรียนมาเพื่อโปรดพิจารณา",
        HIDDEN,
        HIDDEN,
        "นักวิเคราะห์นโยบายและแผน",
    ]
    assert memo["raw"][1] == f"{HIDDEN}\n\n{HIDDEN}\nนักวิเคราะห์"


@pytest.mark.parametrize(
    "above", ["เรียน ผู้อำนวยการสำนักงานเขตพื้นที่การศึกษาประถมศึกษาตัวแทน", "วันที่ 22 เมษายน 2565", HIDDEN]
)
def test_a_sentence_above_a_name_is_no_signature(above: str) -> None:
    """A long line, or one with digits or brackets, stays."""
    made = empty_round(
        narrative=[{"kind": "memo", "text": text} for text in (above, "(นายทดสอบ สมมติ)")]
    )
    assert list(without_persons(made).narrative["text"]) == [above, HIDDEN]


def test_a_telephone_number_is_hidden() -> None:
    """The number goes, the word before it stays."""
    text = everything(without_persons(a_round()))
    assert "0000" not in text
    assert "โทร." in text


def test_doing_it_again_changes_nothing() -> None:
    """A redacted round is its own redaction."""
    once = without_persons(a_round())
    twice = without_persons(once)
    assert all(twice.tables[name].equals(data) for name, data in once.tables.items())


@given(made=any_round(), person=st.sampled_from(["นายทดสอบ สมมติ", "สมมติ", "น.ส.ก ข"]))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_round_can_be_redacted_twice(made: Round, person: str) -> None:
    """Whatever the text, persons are gone and the second time changes nothing."""
    made.projects["persons"] = person
    once = without_persons(made)
    assert (once.projects["persons"] == "").all()
    twice = without_persons(once)
    assert all(twice.tables[name].equals(data) for name, data in once.tables.items())


def test_findings_name_nobody() -> None:
    """Names go from everything a finding says, and its id stays."""
    finding = Finding(
        rule="missing-owner",
        subject="1.1",
        severity=Severity.ERROR,
        message="ผู้รับผิดชอบคือ นายทดสอบ สมมติ",
        expected="ทดสอบ สมมติ",
        found="นาย ทดสอบ สมมติ",
        hint="ถามนายทดสอบ สมมติ",
        refs=(SourceRef("a.txt", "L1", "(นายทดสอบ สมมติ)"),),
    )
    (hidden,) = findings_without_persons([finding], names_in(a_round()))
    assert "ทดสอบ" not in repr(hidden)
    assert hidden.id == finding.id
    assert hidden.refs[0].ref == "L1"


def test_places() -> None:
    """Owner cells keep their groups alone, other cells lose the names in them."""
    owner = "กลุ่มอำนวยการ (นายทดสอบ สมมติ/ น.ส.ตัวอย่าง แส"
    rest = "นดี สมมุติ) 2.ทุกกลุ่ม"
    cells = [
        Place("1.1", "L1.1", "", OWNERS, owner, "L1.9", owner),
        Place("1.1", "L1.1", "", OWNERS, rest, "L2.9", rest),
        Place("1.1", "L1.1", "", "targets", "ทดสอบ สมมติ 18 คน", "L1.3", "<p>ทดสอบ สมมติ 18 คน"),
    ]
    told = [(one.text, one.raw) for one in places_without_persons(cells, a_round())]
    assert told == [
        ("กลุ่มอำนวยการ", "กลุ่มอำนวยการ"),
        ("ทุกกลุ่ม", "ทุกกลุ่ม"),
        (f"{HIDDEN} 18 คน", f"<p>{HIDDEN} 18 คน"),
    ]
    assert [one.source_ref for one in places_without_persons(cells, a_round())] == [
        "L1.9",
        "L2.9",
        "L1.3",
    ]
