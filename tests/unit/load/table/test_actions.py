"""An action cell is split into items and marks, and nothing of it is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantrack_nb.core.vocabulary import Status
from plantrack_nb.load.table.actions import Level, Piece, split_action
from plantrack_nb.thai.text import squeeze, thai_digits

NUMBER, BULLET, BRACKET, PARENS = Level.NUMBER, Level.BULLET, Level.BRACKET, Level.PARENTHESES
Parts = list[tuple[Level | None, int | None, str]]


def parts(text: str, after: int = 0) -> Parts:
    """Return level, number and words of each piece."""
    return [(one.level, one.number, one.text) for one in split_action(text, "L1.8", after)[0]]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("1.ประชุม 2.อบรม", [(NUMBER, 1, "ประชุม"), (NUMBER, 2, "อบรม")]),
        ("1. ประชุม\n- รุ่นหนึ่ง", [(NUMBER, 1, "ประชุม"), (BULLET, None, "รุ่นหนึ่ง")]),
        (
            "1.ประชุม -รุ่นหนึ่ง -รุ่นสอง",
            [(NUMBER, 1, "ประชุม"), (BULLET, None, "รุ่นหนึ่ง"), (BULLET, None, "รุ่นสอง")],
        ),
        (
            "– จ้าง 1) พิมพ์ดีด 2) ยาม",
            [(BULLET, None, "จ้าง"), (BRACKET, 1, "พิมพ์ดีด"), (BRACKET, 2, "ยาม")],
        ),
        ("(1) ตรวจ\n(2) สรุป", [(PARENS, 1, "ตรวจ"), (PARENS, 2, "สรุป")]),
        ("ต่อเนื่อง 4.สรุป", [(None, None, "ต่อเนื่อง 4.สรุป")]),
        ("9.สรุป", [(NUMBER, 9, "สรุป")]),
        ("", []),
    ],
)
def test_list_marks(text: str, wanted: Parts) -> None:
    """Numbers, bullets, brackets and parentheses open items of their level."""
    assert parts(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "อบรมตั้งแต่ ต.ค.64 - ม.ค.65",
        "ค่าจ้าง (ก.พ. - ก.ย.65)",
        "รับแบบทดสอบ -กระดาษคำตอบ",
        "เดือนละ 2.5 บาท",
        "ชั้น ม. 3 จำนวน 12 คน",
        "ระยะทาง 3.1-10 กิโลเมตร",
        "อยู่ระหว่างดำเนินการจัดซื้อ",
    ],
)
def test_no_list_marks(text: str) -> None:
    """Spans of time, hyphens, decimals and words within a sentence open no item."""
    assert parts(text) == [(None, None, text)]


def test_count_goes_on() -> None:
    """Within a line a number opens an item only when it follows the last one."""
    assert parts("พัฒนาต่อ 4.สรุป", after=3)[1] == (NUMBER, 4, "สรุป")
    assert parts("พัฒนาต่อ 5.สรุป", after=3)[1] == (NUMBER, 5, "สรุป")
    assert len(parts("พัฒนาต่อ 7.สรุป", after=3)) == 1


def test_thai_digits() -> None:
    """Items may be numbered in Thai digits; the words keep theirs."""
    assert parts("๑.ประชุม ๒ ครั้ง ๒.อบรม") == [(NUMBER, 1, "ประชุม ๒ ครั้ง"), (NUMBER, 2, "อบรม")]


def test_inline_marks() -> None:
    """A status word belongs to the item behind it."""
    pieces, trailing = split_action("1.ดูแล สำเร็จแล้ว - เยี่ยม ระหว่างดำเนินการ 2.เสริม", "L9.8")
    assert [(one.text, one.mark and one.mark.status) for one in pieces] == [
        ("ดูแล", None),
        ("เยี่ยม", Status.DONE),
        ("เสริม", Status.IN_PROGRESS),
    ]
    assert pieces[1].mark is not None
    assert pieces[1].mark.ref == "L9.8"
    assert not trailing


def test_mark_before_the_first_item() -> None:
    """A status word at the start of the cell belongs to the first item."""
    pieces, _ = split_action("ระหว่างดำเนินการ 8.ประชุม")
    assert [(one.number, one.mark and one.mark.status) for one in pieces] == [
        (8, Status.IN_PROGRESS)
    ]


def test_trailing_marks() -> None:
    """Status words behind the last item are handed on in order."""
    pieces, trailing = split_action("4.จัดการ\nสำเร็จแล้ว\nระหว่างดำเนินการ")
    assert [one.text for one in pieces] == ["จัดการ"]
    assert [mark.status for mark in trailing] == [Status.DONE, Status.IN_PROGRESS]


def test_only_marks() -> None:
    """A cell of marks alone gives no piece."""
    pieces, trailing = split_action("ระหว่างดำเนินการ")
    assert not pieces
    assert len(trailing) == 1


_BITS = st.sampled_from(
    [
        "1.",
        "2.",
        "๓.",
        "-",
        "- ",
        "1) ",
        "(2) ",
        "สำเร็จแล้ว",
        "ยังไม่ดำเนินการ",
        "ประชุม",
        "ครู 25 คน",
        "(",
        " ",
        "\n",
        "ก.พ.",
    ]
)


def _all_words(pieces: list[Piece], marks: list[str]) -> list[str]:
    return sorted(
        "".join([*(one.raw for one in pieces), *marks]).replace(" ", "").replace("\n", "")
    )


@given(st.lists(_BITS, max_size=30).map("".join))
def test_nothing_is_lost(text: str) -> None:
    """Pieces and marks together hold every letter of the cell."""
    pieces, trailing = split_action(text)
    marks = [one.mark.raw for one in pieces if one.mark and one.mark.raw not in one.raw]
    held = _all_words(pieces, [*marks, *(mark.raw for mark in trailing)])
    assert held == sorted(text.replace(" ", "").replace("\n", ""))


@given(st.lists(st.integers(1, 9), min_size=1, max_size=9))
def test_lines_are_items(numbers: list[int]) -> None:
    """A number that opens a line always opens an item, in either digits."""
    text = "\n".join(f"{number}.งาน" for number in numbers)
    for written in (text, thai_digits(text)):
        assert [one.number for one in split_action(written)[0]] == numbers
    assert squeeze(text)


def test_a_mark_at_the_start_of_a_line_lost_its_blank() -> None:
    """On a page the blank at a line's end is lost; the word is a mark as the others are."""
    text = "1.งาน สำเร็จแล้ว - ประชุมผู้ปกครองระหว่างดำเนินการ - อบรมครู"
    raw = "1.งาน สำเร็จแล้ว -\nประชุมผู้ปกครอง\nระหว่างดำเนินการ - อบรมครู"

    def marks(raw: str, text: str = text) -> list[str]:
        pieces, _ = split_action(text, raw=raw)
        return [one.mark.status for one in pieces if one.mark is not None]

    assert marks(raw) == ["done", "in_progress"]
    assert marks(text) == ["done"]
    assert marks(raw.replace("ปกครอง\nระหว่าง", "ปกครองระหว่าง")) == ["done"]
    within = text.replace("ระหว่าง", "อยู่ระหว่าง")
    assert marks(raw.replace("\nระหว่าง", "อยู่\nระหว่าง"), within) == ["done"]
    alone = "1.งาน - ประชุมผู้ปกครองระหว่างดำเนินการ - อบรมครู"
    assert marks(alone.replace("ปกครอง", "ปกครอง\n"), alone) == []
