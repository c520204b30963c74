"""Glyphs become stretches, lines and text."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from plantrack_nb.containers.pdf.drawn.glyphs import Glyph
from plantrack_nb.containers.pdf.lines import Line, joined, lines, stretches

SIZE = 10.0


def glyphs(words: str, x: float = 0, base: float = 100, size: float = SIZE) -> list[Glyph]:
    """Draw words letter by letter, each half its size wide, marks without a width."""
    made = []
    for letter in words:
        wide = 0.0 if letter in "่้๊๋ิีึืุูั็์" else size / 2
        made.append(Glyph(letter, x, x + wide, base, size, 0, x + wide / 2, base - 3, wide == 0))
        x += wide
    return made


def told(*drawn: Iterable[Glyph]) -> list[str]:
    """Return the lines that glyphs make."""
    return [line.text for line in lines(stretches(one for part in drawn for one in part))]


def line(text: str, wide: float, head: float = 0) -> Line:
    """Return a line of some width whose first word is ``head`` wide."""
    return Line(text, 0, wide, 100, SIZE, 0, head or wide)


def test_one_stretch() -> None:
    """Letters without a gap are one stretch, in the order of the content."""
    made = stretches(glyphs("ขึ้น 12"))
    assert [one.text for one in made] == ["ขึ้น 12"]


def test_mark_drawn_elsewhere_stays_with_its_letter() -> None:
    """A mark whose base line and place are a little off belongs to the letter before it."""
    first, mark, last = [*glyphs("ท"), *glyphs("่", 6.5, 97.8), *glyphs("ง", 5)]
    assert told([first, mark, last]) == ["ท่ง"]


def test_gap_is_a_blank() -> None:
    """Where no glyph stands for it, a gap between words is a blank."""
    assert told(glyphs("ผู้"), glyphs("สอน", 30)) == ["ผู้ สอน"]


def test_touching_strings_are_one_word() -> None:
    """Strings placed on their own that touch are one word."""
    assert told(glyphs("ผู้"), glyphs("สอน", 5.2)) == ["ผู้สอน"]


def test_order_of_stretches_is_by_place() -> None:
    """Stretches of one line stand from left to right, whatever was drawn first."""
    assert told(glyphs("12,000", 60), glyphs("รวม", 0)) == ["รวม 12,000"]


def test_lines_go_down() -> None:
    """Base lines that lie apart are lines of their own, the upper one first."""
    assert told(glyphs("ล่าง", base=114), glyphs("บน", base=100)) == ["บน", "ล่าง"]


def test_spread_letters_are_no_words() -> None:
    """Letters spread to fill a line are not taken for words of one letter."""
    letters = enumerate("กรรมการสถานฐานะ")
    spread = [one for at, letter in letters for one in glyphs(letter, at * 7.5)]
    assert told(spread) == ["กรรมการสถานฐานะ"]


def test_raised_figure_stays_in_line() -> None:
    """A small raised figure belongs to its line."""
    assert told(glyphs("หมายเหตุ"), glyphs("1", 35, 95.5, 6)) == ["หมายเหตุ1"]


def test_turned_text() -> None:
    """Text that reads upwards is set by its own base lines, after the upright one."""
    upwards = [
        Glyph(letter, at * 5 - 90, at * 5 - 85, 20, SIZE, 1, 20, 90)
        for at, letter in enumerate("ทา")
    ]
    assert told(upwards, glyphs("ก")) == ["ก", "ทา"]


def test_wrapped_thai_runs_on() -> None:
    """Thai that was wrapped is joined without a blank; the lines stay in the raw text."""
    made = joined([line("โครงการพัฒนา", 95), line("คุณภาพผู้เรียน", 60)], 100)
    assert (made.text, made.raw) == ("โครงการพัฒนาคุณภาพผู้เรียน", "โครงการพัฒนา\nคุณภาพผู้เรียน")


def test_short_line_ends_a_paragraph() -> None:
    """A line that had room for the next word ended by itself."""
    made = joined([line("กลุ่มแผน", 40), line("กลุ่มนิเทศ", 45, 30)], 100)
    assert made.text == "กลุ่มแผน\nกลุ่มนิเทศ"


@pytest.mark.parametrize("second", ["2.นักเรียน", "- นักเรียน", "(2) นักเรียน", "๒. นักเรียน", "• นักเรียน"])
def test_list_item_begins_a_paragraph(second: str) -> None:
    """The next item of a list stands on its own however full the line before it was."""
    assert joined([line("1.ครู", 99), line(second, 50)], 100).text == f"1.ครู\n{second}"


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("ไตรมาส", "2", "ไตรมาส 2"),
        ("386,510", "(98.05)", "386,510 (98.05)"),
        ("พ.ศ. ", "2569", "พ.ศ. 2569"),
        ("Video", "Conference", "Video Conference"),
        ("จำนวน 4", ".สนับสนุน", "จำนวน 4.สนับสนุน"),
        ("(ร้อยละ", ") ของแผน", "(ร้อยละ) ของแผน"),
        ("“แผน", "” ปี", "“แผน” ปี"),
    ],
)
def test_blank_at_a_wrap(first: str, second: str, whole: str) -> None:
    """A blank stands at a wrap unless Thai goes on or a sign closes."""
    assert joined([line(first, 92), line(second, 60)], 100).text == whole


def test_figure_cut_in_two() -> None:
    """A figure goes on without a blank when not a digit more had room on the line."""
    assert joined([line("12,853", 97), line(",600", 20)], 100).text == "12,853,600"
    assert joined([line("1,867,9", 97), line("20", 10)], 100).text == "1,867,920"


def test_two_figures_are_kept_apart() -> None:
    """Two figures stay two when the first line had room for more digits."""
    assert joined([line("ห้อง 12", 80, 30), line("34", 30)], 100).text == "ห้อง 12 34"


def test_stated_end() -> None:
    """A line that the file itself ends a paragraph with is not run on."""
    first = line("ครู", 99)
    first.is_last = True
    assert joined([first, line("นักเรียน", 40)], 100).text == "ครู\nนักเรียน"
