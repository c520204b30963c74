"""Letters as fonts draw them become the letters that were typed."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantrack_nb.containers.pdf.drawn.old_font_letters import Told, in_order, is_mark, typed

SHIFTED = [  # private number, and the name of the letter it is another shape of
    (0xF700, "THO THAN"),
    (0xF701, "SARA I"),
    (0xF702, "SARA II"),
    (0xF703, "SARA UE"),
    (0xF704, "SARA UEE"),
    (0xF705, "MAI EK"),
    (0xF706, "MAI THO"),
    (0xF707, "MAI TRI"),
    (0xF708, "MAI CHATTAWA"),
    (0xF709, "THANTHAKHAT"),
    (0xF70A, "MAI EK"),
    (0xF70B, "MAI THO"),
    (0xF70C, "MAI TRI"),
    (0xF70D, "MAI CHATTAWA"),
    (0xF70E, "THANTHAKHAT"),
    (0xF70F, "YO YING"),
    (0xF710, "MAI HAN-AKAT"),
    (0xF711, "NIKHAHIT"),
    (0xF712, "MAITAIKHU"),
    (0xF713, "MAI EK"),
    (0xF714, "MAI THO"),
    (0xF715, "MAI TRI"),
    (0xF716, "MAI CHATTAWA"),
    (0xF717, "THANTHAKHAT"),
    (0xF718, "SARA U"),
    (0xF719, "SARA UU"),
    (0xF71A, "PHINTHU"),
    (0xF71B, "DO CHADA"),
    (0xF71C, "TO PATAK"),
    (0xF71D, "LO CHULA"),
    (0xF880, "FONGMAN"),
    (0xF881, "RU"),
    (0xF882, "LU"),
]


@pytest.mark.parametrize(("number", "name"), SHIFTED)
def test_private_numbers(number: int, name: str) -> None:
    """Every private number of old Thai fonts is the letter whose shape it is."""
    letter = next(
        one
        for one in map(chr, range(0xE01, 0xE5C))
        if unicodedata.name(one, "").removeprefix("THAI CHARACTER ") == name
    )
    assert typed(f"ก{chr(number)}ข") == f"ก{letter}ข"


def test_other_private_numbers_stay() -> None:
    """What no Thai font is known to mean is left, so that it is seen as damage."""
    assert typed("\uf6ff\uf0b7\ue000") == "\uf6ff\uf0b7\ue000"


@pytest.mark.parametrize(
    ("drawn", "meant"),
    [
        ("สํา", "สำ"),  # the ring and the vowel of ำ
        ("นํ้า", "น้ำ"),  # the tone between them
        ("น้ํา", "น้ำ"),  # the tone before both
        ("สำา", "สำ"),  # the ring called a whole ำ
        ("นำ้า", "น้ำ"),
        ("นำ้", "น้ำ"),  # the tone behind ำ
        ("ก่ี", "กี่"),  # the tone before the vowel above
        ("ผู้", "ผู้"),  # the tone before the vowel below
        ("ป๊ี", "ปี๊"),
        ("พันธ์ุ", "พันธุ์"),  # the sign of silence before the vowel below
        ("สิทธิ์", "สิทธิ์"),
        ("ปี๊บ ญี่ปุ่น ฤๅษี เก็บ", "ปี๊บ ญี่ปุ่น ฤๅษี เก็บ"),
        ("1,250 (98.05) ABC", "1,250 (98.05) ABC"),
    ],
)
def test_marks_in_order(drawn: str, meant: str) -> None:
    """Stacked marks stand as they are typed, whatever order a font drew them in."""
    assert in_order(drawn) == meant


_SYLLABLES = st.builds(
    lambda lead, letter, vowel, tone, tail: lead + letter + vowel + tone + tail,
    st.sampled_from(["", "เ", "แ", "โ"]),
    st.sampled_from(list("กขคงจญฐนปผฝพฟรลวสหอ")),
    st.sampled_from(["", "ิ", "ี", "ึ", "ื", "ุ", "ู", "ั"]),
    st.sampled_from(["", "่", "้", "๊", "๋"]),
    st.sampled_from(["", "า", "ำ", "ะ", "น", " "]),
)


@given(st.lists(_SYLLABLES, max_size=12).map("".join))
def test_typed_text_is_left_alone(text: str) -> None:
    """Text in the order of typing is not changed, and putting in order twice changes nothing."""
    plain = text.replace("ัำ", "ำ").replace("ิำ", "ิ").replace("ีำ", "ี")
    once = in_order(plain)
    assert in_order(once) == once
    assert sorted(once.replace("ำ", "")) == sorted(plain.replace("ำ", ""))


@given(st.lists(_SYLLABLES, max_size=12).map("".join))
def test_split_am_comes_back(text: str) -> None:
    """A text whose ำ is drawn in two pieces reads as the one whose ำ is whole."""
    assert in_order(text.replace("ำ", "ํา")) == in_order(text)


def test_marks_told_with_their_letter() -> None:
    """Marks that a font gives as part of their letter are not told again."""
    told = Told()
    assert [told.tell("ที่", zero=False), told.tell("ี", zero=True), told.tell("่", zero=True)] == [
        "ที่",
        "",
        "",
    ]
    assert told.tell("ง", zero=False) == "ง"


def test_cluster_told_twice() -> None:
    """A mark whose own text is the whole cluster adds nothing to it."""
    told = Told()
    assert told.tell("ทั้", zero=False) + told.tell("ทั้", zero=True) == "ทั้"


def test_marks_of_their_own() -> None:
    """Marks that nobody told yet are told, the same one after two letters twice."""
    told = Told()
    pieces = [("ก", False), ("่", True), ("ข", False), ("่", True), ("้", True)]
    assert "".join(told.tell(text, zero=zero) for text, zero in pieces) == "ก่ข่้"


@pytest.mark.parametrize(
    ("text", "is_one"), [("่", True), ("ูก", True), ("ก่", False), ("ำ", False), ("", False)]
)
def test_is_mark(text: str, is_one: bool) -> None:
    """A mark stands above or below a letter; ำ takes room of its own."""
    assert is_mark(text) is is_one
