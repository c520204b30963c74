"""Where lines of Thai may break."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantrack_nb.thai.lexicon import lexicon
from plantrack_nb.thai.word_breaks import pieces

_MARKS = set("ะัาำิีึืฺุูๅ็่้๊๋์ํ๎")


@given(st.text(st.sampled_from("กขงนมราเแ่้ัิ ๆฯ.()/-–1๒ab\n"), max_size=60))
def test_no_letter_is_lost_and_no_cluster_cut(text: str) -> None:
    """The pieces put together are the text; none begins with a vowel or mark that hangs on."""
    cut = pieces(text)
    assert "".join(cut) == text
    inner = [(one, next_) for one, next_ in pairwise(cut) if one.strip()]
    assert not any(next_[0] in _MARKS and "ก" <= one[-1] <= "๎" for one, next_ in inner)


@pytest.mark.parametrize(
    "whole",
    [
        *("มีนาคม", "นวัตกรรม", "นครปฐม", "บูรณาการ", "สพฐ.", "ก.ค.ศ.", "มี.ค.", "ต่าง ๆ", "เขต 1"),
        *("22 เมษายน", "พ.ศ. 2565", "ร้อยละ 85.88", "38 โครงการ", "(ฉบับร่าง)", "นายสมชาย ใจดี"),
        *("เทคโนโลยี", "สารสนเทศ", "กระทรวงศึกษาธิการ", "ฯลฯ", "1. โครงการ", "ทางการศึกษา", "เบิกจ่าย"),
    ],
)
def test_what_belongs_together_stays_together(whole: str) -> None:
    """Words, abbreviations, months, names, a word and its number stand on one line."""
    cut = [one.strip() for one in pieces(f"ตาม {whole} ของ")]
    assert whole in cut


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("ครูและบุคลากร", ("ครู", "และ", "บุคลากร")),
        ("กลุ่ม/ฝ่าย", ("กลุ่ม/", "ฝ่าย")),
        ("หนึ่ง\nสอง", ("หนึ่ง", "\n", "สอง")),
        ("", ()),
    ],
)
def test_lines_may_break_between_words(text: str, cut: tuple[str, ...]) -> None:
    """A line may end where a word does, and does not begin with a slash."""
    assert pieces(text) == cut


def test_long_addresses_can_be_broken() -> None:
    """No piece of an address or of a word of another script is longer than a column is wide."""
    text = "https://example.org/a-very-long-path/without/any/blank?and=more&of=it " + "x" * 90
    assert max(map(len, pieces(text))) <= 14
    assert max(map(len, pieces("04022/" + "1" * 70))) <= 14


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("2,492,263–2,515,536 บาท", ("2,492,263–", "2,515,536 บาท")),
        ("(502,027.25–517,242.50)", ("(502,027.25–", "517,242.50)")),
        ("๑๓๘,๒๙๘,๖๘๗-๑๔๑,๓๑๕,๕๑๗", ("๑๓๘,๒๙๘,๖๘๗-", "๑๔๑,๓๑๕,๕๑๗")),
    ],
)
def test_a_range_of_amounts_breaks_between_them(text: str, cut: tuple[str, ...]) -> None:
    """Never within an amount: half of one reads as another."""
    assert pieces(text) == cut


def test_an_unknown_name_is_not_torn_in_letters() -> None:
    """Letters that are in no word stay together."""
    assert "ฮฬฮฒฮ" in "".join(pieces("ฮฬฮฒฮ"))
    assert len(pieces("ฮฬฮฒฮ")) == 1


def test_the_words_are_those_that_are_packed() -> None:
    """The shipped list is the one that the installed PyThaiNLP gives."""
    from helpers.word_list import PACKED, build_word_list

    assert PACKED.read_bytes() == build_word_list()
    assert {"มีนาคม", "สพฐ."} <= set(lexicon().words)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("รอบ 6 เดือน (1 ตุลาคม 2564)", "(1 ตุลาคม "),
        ("1 ตุลาคม 2564 – 31 มีนาคม 2565", "2564 – "),
        ("แสดงว่ากลยุทธ์ที่ 4 สูงสุด", "กลยุทธ์ที่ 4 "),
        ("งบประมาณรวม 62,000 บาท", "62,000 บาท"),
        ("ของกลุ่ม DLICT และกลุ่มอื่น", "กลุ่ม DLICT "),
    ],
)
def test_what_is_read_as_one_stays_on_one_line(text: str, whole: str) -> None:
    """Day and month, a rank, an amount behind its word, a group with a Latin name."""
    assert any(one.endswith(whole) for one in pieces(text)), pieces(text)
