"""The words of parts: read, changed, written in the digits asked for."""

from __future__ import annotations

from helpers.sample_parts import sample_parts
from hypothesis import given
from hypothesis import strategies as st

from plantrack_nb.render.part_texts import changed, texts, worded
from plantrack_nb.render.parts import (
    Bullets,
    Callout,
    Cover,
    Digits,
    Heading,
    Memo,
    MemoItem,
    Paragraph,
    Signature,
)


def test_a_part_is_written_in_the_digits_it_asks_for() -> None:
    """Every text of a part with Thai digits has them; one without is left alone."""
    assert worded(Bullets(("1 แห่ง", "ก"), digits=Digits.THAI)).items == ("๑ แห่ง", "ก")
    for same in (Bullets(("1 แห่ง",)), Heading("ภาค 1", anchor="s1")):
        assert worded(same) == same


def test_dates_are_written_out() -> None:
    """A cover has the month, a memo the day; a memo's anchor stays what links know."""
    memo = Memo(
        "ก", "1/2565", "2022-04-22", "ข", "ค",
        (MemoItem("2 คน", lead="ข้อ 1"),), (Signature("", "คนที่ 1"),), anchor="m-1",
    )  # fmt: skip
    read = worded(memo)
    assert (read.number, read.date, read.anchor) == ("๑/๒๕๖๕", "๒๒ เมษายน ๒๕๖๕", "m-1")
    assert (read.body[0].text, read.signatures[0].position) == ("๒ คน", "คนที่ ๑")
    assert worded(Cover("ก", "", "ข", "ค", "2022-04-22")).date == "เมษายน ๒๕๖๕"


@given(st.text())
def test_what_is_changed_is_what_is_read(word: str) -> None:
    """A change reaches each text that is read, however deep, and nothing else."""
    parts = sample_parts()
    made = changed(parts, lambda _: word, but={"anchor"})
    plain = [one for one in texts(made, but={"anchor"}) if type(one) is str]
    assert set(plain) == {word}
    assert len(plain) == len([one for one in texts(parts, but={"anchor"}) if type(one) is str])
    assert [type(part) for part in made] == [type(part) for part in parts]


def test_fields_can_be_left_out() -> None:
    """What nobody is to read is not read, in parts inside others too."""
    box = Callout("ชื่อ", (Paragraph("ความ", lead="นำ"),))
    assert list(texts(box, but={"title", "lead", "tone", "digits"})) == ["ความ"]
