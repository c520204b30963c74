"""Numbered lists inside a text column."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plantrack_nb.check.reading.running_text.lists import Item, is_unfinished, items


@pytest.mark.parametrize(
    ("column", "wanted"),
    [
        ("1.โรงเรียน 2.ครู", [(1, 1, "โรงเรียน"), (1, 2, "ครู")]),
        ("1. โรงเรียน\n2. ครู", [(1, 1, "โรงเรียน"), (1, 2, "ครู")]),
        ("๑.โรงเรียน ๒.ครู", [(1, 1, "โรงเรียน"), (1, 2, "ครู")]),
        ("1.ก 2.ข\n1.ค", [(1, 1, "ก"), (1, 2, "ข"), (2, 1, "ค")]),
        ("1.ก 3.ข", [(1, 1, "ก"), (1, 3, "ข")]),
        ("1.ก 3.ข 3.ค", [(1, 1, "ก"), (1, 3, "ข"), (1, 3, "ค")]),
        ("1.ก 9.ข", [(1, 1, "ก 9.ข")]),
        ("1.ก\n9.ข", [(1, 1, "ก"), (1, 9, "ข")]),
        ("4.ก", [(1, 4, "ก")]),
        ("ทุกโรงเรียน", [(0, 0, "ทุกโรงเรียน")]),
        ("1.ก\nทุกโรงเรียน", [(1, 1, "ก"), (1, 0, "ทุกโรงเรียน")]),
        ("1.ครูและ\nนักเรียน 2.ข", [(1, 1, "ครูและ นักเรียน"), (1, 2, "ข")]),
        ("1.ครู (ป.1\nถึง ป.3)", [(1, 1, "ครู (ป.1 ถึง ป.3)")]),
        ("เนื้อที่ 3.5 ไร่", [(0, 0, "เนื้อที่ 3.5 ไร่")]),
        ("ชั้น ม.1 ถึง ม.3", [(0, 0, "ชั้น ม.1 ถึง ม.3")]),
        ("", []),
        ("\n \n", []),
    ],
)
def test_items(column: str, wanted: list[tuple[int, int, str]]) -> None:
    """Numbers open items where the count can go on; lines without one go on or stand alone."""
    assert items(column) == [Item(*one) for one in wanted]


@settings(deadline=None)
@given(st.lists(st.sampled_from(["โรงเรียน", "ครู 20 คน", "นักเรียนทุกคน"]), min_size=1, max_size=30))
def test_a_whole_list_comes_back(texts: list[str]) -> None:
    """Whatever is listed 1, 2, 3 … is read back, in a line or in lines."""
    listed = [f"{number}.{text}" for number, text in enumerate(texts, 1)]
    wanted = [Item(1, number, text) for number, text in enumerate(texts, 1)]
    assert items(" ".join(listed)) == wanted
    assert items("\n".join(listed)) == wanted


@pytest.mark.parametrize(
    "text",
    ["ครูและ", "ครู หรือ", "เพื่อ", "สอนใน", "ร่วมกับ", "ครู (ป.1", "กำหนดเป็น", "ครู, นักเรียน,",
     "อยู่ในระดับ", "คิดเป็นร้อยละ", "ครู การ", "ตาม", "งาน จำนวน", "ครู/"],
)  # fmt: skip
def test_unfinished(text: str) -> None:
    """A connective or an opening mark at the end wants more."""
    assert is_unfinished(text)


@pytest.mark.parametrize(
    "text",
    ["ภายใน", "ด้านใน", "กำกับ", "จำเป็น", "ติดตาม", "ทุกระดับ", "แต่ละระดับ", "หลายระดับ", "ยกระดับ",
     "วิชาการ", "เจ้าหน้าที่", "ครู (ป.1)", "ครบจำนวน", "ครู (1)"],
)  # fmt: skip
def test_finished(text: str) -> None:
    """Words that only end like a connective are whole."""
    assert not is_unfinished(text)
