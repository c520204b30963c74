"""The font: what is shipped, what it can draw, how wide it is."""

from __future__ import annotations

import string

import pytest
from helpers.web_font import build_web_font
from hypothesis import given
from hypothesis import strategies as st

from plantrack_nb.render.letters.fonts import WEIGHTS, missing_glyphs, web_font
from plantrack_nb.render.letters.text_width import width, wrap
from plantrack_nb.render.theme import TONES

_THAI = "".join(map(chr, range(0x0E01, 0x0E3B))) + "เแโใไๅๆ็่้๊๋์ํ๐๑๒๓๔๕๖๗๘๙ฯ"


@pytest.mark.parametrize("weight", WEIGHTS)
def test_the_shipped_web_font_is_what_we_build(weight: int) -> None:
    """The woff2 files in the package are made from the installed Sarabun, byte for byte."""
    assert web_font(weight) == build_web_font(weight)


def test_the_web_font_is_small() -> None:
    """Both weights together cost a page less than 60 kB."""
    assert sum(len(web_font(weight)) for weight in WEIGHTS) * 4 / 3 < 60_000


def test_missing_glyphs_are_named_once_and_in_order() -> None:
    """What Sarabun cannot draw is listed; what needs no drawing is not."""
    assert missing_glyphs(["ก☃ข", "😀 ☃\u200b\n"]) == ["☃", "😀"]


def test_what_reports_write_can_be_drawn() -> None:
    """Thai, Latin, and the marks of our own are all there."""
    marks = "".join(look.mark for look in TONES.values()) + "–—−“”‘’•…≤≥×%฿"
    assert missing_glyphs([_THAI, string.printable.replace("\r\x0b\x0c", ""), marks]) == []


_labels = st.text(st.sampled_from(_THAI + " abc()./-"), max_size=80)


@given(_labels, st.floats(60, 400))
def test_a_wrapped_label_loses_no_letter_and_fits(label: str, limit: float) -> None:
    """Lines are within the limit, and together hold every letter in order."""
    lines = wrap(label, limit, 15)
    assert "".join("".join(lines).split()) == "".join(label.split())
    assert all(width(line, 15) <= limit for line in lines)


def test_a_label_breaks_between_words() -> None:
    """A long name breaks at spaces, and before words that open a new part of it."""
    name = "กลุ่มส่งเสริมการศึกษาทางไกล เทคโนโลยีสารสนเทศและการสื่อสาร"
    assert wrap(name, 300, 15) == ("กลุ่มส่งเสริมการศึกษาทางไกล", "เทคโนโลยีสารสนเทศและการสื่อสาร")
