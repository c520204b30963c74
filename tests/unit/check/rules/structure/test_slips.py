"""Doubled words and quotation marks left open."""

from __future__ import annotations

import pytest
from helpers.rounds import tables
from helpers.rules import found, said
from hypothesis import given
from hypothesis import strategies as st

from plantrack_nb.core.findings import Severity
from plantrack_nb.core.vocabulary import NARRATIVE_TH, NarrativeKind


def test_a_word_twice_in_a_row() -> None:
    """The word, where it stands, and what is around it."""
    (one,) = said("wording-doubled", "ตามมาตรฐานสำนักงานเขตพื้นที่การศึกษาการศึกษา ทุกข้อ")
    assert (one.expected, one.found) == ("การศึกษา", "การศึกษาการศึกษา")
    assert (one.severity, one.project_no) == (Severity.WARNING, "1.1")
    assert "โครงการ 1.1 กิจกรรม 1" in one.message
    assert one.message.endswith("ซ้ำติดกัน: “นเขตพื้นที่การศึกษาการศึกษา ทุกข้อ”")


@pytest.mark.parametrize(
    "text",
    [
        "บันทึกข้อมูลข้อมูลสารสนเทศ",
        "การศึกษา การศึกษา",
        "โรงเรียนทุกโรงเรียน",
        "ต่าง ๆ ต่าง ๆ",
        "การศึกษาการศึกษาๆ",
        "11111111 22222222",
        "",
    ],
)
def test_words_that_may_follow_each_other(text: str) -> None:
    """Short words, words with a space between them, and figures."""
    assert said("wording-doubled", text) == []


@given(st.text("กขคงจาเโิ่", min_size=8, max_size=15).filter(lambda word: word[0] in "กขคงจเโ"))
def test_any_long_word_that_is_doubled_is_found(word: str) -> None:
    """Whatever its letters."""
    assert said("wording-doubled", f"{word}{word} แล้ว")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("รับทราบ “รายงานผลการติดตาม", "ขาดเครื่องหมายคำพูดปิด (”): ““รายงานผลการติดตาม”"),
        ("ตามระเบียบการเงิน” ข้อ 12", "ขาดเครื่องหมายคำพูดเปิด (“): “ตามระเบียบการเงิน” ข้อ 12”"),
    ],
)
def test_quotes_left_open(text: str, message: str) -> None:
    """In an activity and in the document's own paragraphs; what lacks is named."""
    (one,) = said("wording-quotes", text)
    assert message in one.message
    (memo,) = found("wording-quotes", tables(narrative=[{"kind": "memo", "text": text}]))
    assert (memo.project_no, memo.severity) == ("", Severity.WARNING)
    assert memo.subject.startswith("kind=memo; text=")


@pytest.mark.parametrize("text", ["“หนึ่ง” และ “สอง”", '"ตรง"', "ไม่มี"])
def test_quotes_that_pair_up(text: str) -> None:
    """As many closed as opened; straight marks are not looked at."""
    assert said("wording-quotes", text) == []
    assert found("wording-quotes", tables(narrative=[{"kind": "summary", "text": text}])) == []


def test_where_quotes_are_left_open() -> None:
    """The last opened one, or some letters before the first closed one, begin what is shown."""
    (one,) = said("wording-quotes", "อ่าน “หนึ่ง” แล้วเขียน “สอง และส่งงาน")
    assert one.message.endswith("ขาดเครื่องหมายคำพูดปิด (”): ““สอง และส่งงาน”")
    (one,) = said("wording-quotes", "ตามระเบียบว่าด้วยการเงินและการบัญชี” ข้อ 1” และข้อ 2")
    assert one.message.endswith("(“): “ด้วยการเงินและการบัญชี” ข้อ 1” และข้อ 2”")


REST = "รเงินและการบัญชีของไทยฯ”"


@pytest.mark.parametrize(
    ("text", "shown"), [(f"า{REST}", f"า{REST}"), (f"กา{REST}", REST), (f"กกา{REST}", REST)]
)
def test_what_is_shown_begins_with_a_letter(text: str, shown: str) -> None:
    """A text shown from its beginning is whole; one cut within a letter begins with the next."""
    (one,) = said("wording-quotes", text)
    assert one.message.endswith(f"เปิด (“): “{shown}”")


def test_paragraphs_of_the_document() -> None:
    """They are told by their kind and first letters; a project's own ones are told with it."""
    text = "สรุป “ผลการดำเนินงานตามแผนปฏิบัติการประจำปีงบประมาณของสำนักงานเขตพื้นที่"
    rows = [
        {"kind": "obstacle", "project_no": "1.1", "text": "ขาดงบประมาณ"},
        {"kind": "summary", "text": "“ครบ”"},
        {"kind": "summary", "text": text},
    ]
    (one,) = found("wording-quotes", tables(narrative=rows))
    assert one.subject == f"kind=summary; text={text.replace(' ', '')[:40]}"
    assert one.message.startswith(f"{NARRATIVE_TH[NarrativeKind.SUMMARY]} ขาดเครื่องหมาย")


def test_a_circular_without_its_letter() -> None:
    """Another letter stands in the place of ว; Thai digits too."""
    (one,) = said("wording-circular", "ตามหลักเกณฑ์ (จ17/2553) ของ ก.ค.ศ.")
    assert (one.found, one.expected) == ("(จ17/2553)", "(ว17/2553)")
    (thai,) = said("wording-circular", "ตามหลักเกณฑ์ (จ ๑๗/๒๕๕๓)")
    assert thai.expected == "(ว๑๗/๒๕๕๓)"


@pytest.mark.parametrize(
    "text", ["(ว17/2553)", "(ป.6/2564)", "ครั้งที่ 1/2565", "(ศธ 04009/2565)", "(17/2553)"]
)
def test_other_numbers_in_brackets(text: str) -> None:
    """Right circulars, classes, meetings, and letters of an office."""
    assert said("wording-circular", text) == []
