"""Figures in running text are found with their unit; names, dates and list numbers are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantrack_nb.thai.figures import find_figures
from plantrack_nb.thai.numbers import format_count
from plantrack_nb.thai.text import thai_digits, tidy
from plantrack_nb.thai.units import UNITS


def found(text: str) -> list[tuple[float, str]]:
    """Value and unit of every figure."""
    return [(one.value, one.unit) for one in find_figures(text)]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("อัตราเดือนละ 15,000/คน/เดือน จำนวน 10 คน", [(15000, "baht/person/month"), (10, "person")]),
        ("15,000บาท/เดือน", [(15000, "baht/month")]),
        ("9,000/เดือน", [(9000, "baht/month")]),
        ("เดือนละ 9,000.บาท", [(9000, "baht/month")]),
        ("(55อัตรา)เดือนละ15 ,000บาท/คน/เดือน", [(55, "post"), (15000, "baht/person/month")]),
        ("คนละ 500 บาท/ภาคเรียน", [(500, "baht/person/term")]),
        ("อัตราเงินเดือน 11,500 บาท", [(11500, "baht/month")]),
        ("15 บาท/ต่อคน/1 วัน", [(15, "baht/person/day")]),
        ("โรงเรียนละ 8-10 คน", [(8, "person/school"), (10, "person/school")]),
        ("12 เดือน/ 12,075 บาท (144900 บาท)", [(12, "month"), (12075, "baht"), (144900, "baht")]),
        ("(180,000.-)", [(180000, "baht")]),
        ("ราคาต่ำกว่า 1 ล้านบาท", [(1000000, "baht")]),
        ("ร้อยละ 78.39 ของงบ", [(78.39, "percent")]),
        ("ร้อยละ ๗๐-๘๐", [(70, "percent"), (80, "percent")]),
        ("ไม่น้อยกว่า 50 %", [(50, "percent")]),
        ("39 โครงการ/กิจกรรม", [(39, "project")]),
        ("19 คน/1 ครั้ง", [(19, "person/time")]),
        ("จำนวน 6 คลิป 10 เล่ม", [(6, "คลิป"), (10, "เล่ม")]),
        ("ทั้ง 2 ด้าน = 61.12", [(2, "ด้าน"), (61.12, "")]),
        ("= 58.54 ด้านภาษา", [(58.54, "")]),
        ("จำนวน 5", [(5, "")]),
        ("(คะแนน 5)", [(5, "")]),
        ("5 หลักสูตร", [(5, "หลักสูตร")]),
        ("เขต 1 มี 64 คน", [(64, "person")]),
    ],
)
def test_figures_with_their_unit(text: str, figures: list[tuple[float, str]]) -> None:
    """Units, rates before and behind the number, ranges, multiples and bare figures."""
    assert found(text) == figures


@pytest.mark.parametrize(
    "text",
    [
        "1.ประชุม 2. จัดทำ 3) สรุป (4) รายงาน",
        "1.โรงเรียนในสังกัด",
        "ปีงบประมาณ พ.ศ. 2565 รายการปรับปรุง",
        "วันที่ 31 มีนาคม 2565 โครงการ",
        "ต.ค.64-ก.ย.65",
        "ว17/2553",
        "ภาคเรียนที่ 2/2564",
        "ชั้น ป.3 และ ม.1-3 คน",
        "โควิด 19 ครั้ง",
        "COVID-19",
        "เขต 1 โครงการ",
        "ครั้งที่ 2 เรื่อง",
        "โทร 034-123456",
        "ไตรมาสที่ 1 และ 2 ส่วนใหญ่",
        "6.10 โครงการ",
        "PMQA 4.0",
        "2 รายงาน",
    ],
)
def test_numbers_that_are_no_figures(text: str) -> None:
    """List numbers, years, dates, laws, grades, names and ordinals count nothing."""
    assert found(text) == []


def test_a_figure_shows_its_words() -> None:
    """A figure names its place and the words before it on its own line."""
    text = "เป้าหมาย\nโรงเรียนในสังกัด จำนวน ๒๐ แห่ง ทั่วเขต"
    (figure,) = find_figures(text)
    assert text[figure.start : figure.end] == "๒๐ แห่ง"
    assert figure.words == "โรงเรียนในสังกัด จำนวน ๒๐ แห่ง"


@given(st.integers(0, 10**9), st.sampled_from(sorted(UNITS)))
def test_a_counted_thing_is_found(value: int, word: str) -> None:
    """Any number before any unit word is that figure, in Thai digits too."""
    text = f"รวม {format_count(value)}{word}"
    assert found(text) == found(thai_digits(text)) == [(value, UNITS[word])]


@given(st.text(st.sampled_from("0129,./-() คนบาทเดือนละร้อยที่ต่อล้านปีพ.ศ.\n") | st.characters()))
def test_figures_stand_in_the_text_in_order(text: str) -> None:
    """No text breaks the search; figures do not overlap and lie within the text."""
    text = tidy(text)
    figures = find_figures(text)
    edges = [edge for one in figures for edge in (one.start, one.end)]
    assert edges == sorted(edges)
    assert all(one.words.endswith(text[one.start : one.end]) for one in figures)
