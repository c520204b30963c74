"""Letters that we cannot print, because Sarabun does not have them.

Data come with such letters (a scanner reads a Lao or Devanagari letter into a Thai word). One must
not stop a report, and must not vanish: it is printed as :data:`LOST`, and a list at the end names
each. Words of our own with such a letter are an error.
"""

from __future__ import annotations

import unicodedata
from collections import Counter

from plantrack_nb.render.letters.fonts import missing_glyphs
from plantrack_nb.render.part_texts import changed, texts
from plantrack_nb.render.parts import Cell, Column, Heading, Own, Paragraph, Part, Row, Table, Unit

LOST = "◊"
"""Stands for a letter of the data that the font does not have."""

_NOT_DATA = frozenset({"title", "caption", "heading", "group", "summary"})
"""Fields with words of ours: names of tables, columns, boxes, documents."""

_AROUND = 24


def marked(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Mark the lost letters of the data and list them; words of ours are left as they are."""
    said = [one for part in parts for one in texts(part, but=_ours(part))]
    lost = missing_glyphs(said)
    if not lost:
        return parts
    marks = {ord(one): LOST for one in lost}
    made = [changed(part, lambda text: text.translate(marks), but=_ours(part)) for part in parts]
    return (*made, *_remarks(said, lost))


def _ours(part: Part) -> frozenset[str]:
    """Name the fields with words of ours; an analyst's own parts have none."""
    return frozenset() if isinstance(part, Own) else _NOT_DATA


def _remarks(said: list[str], lost: list[str]) -> list[Part]:
    counts = Counter("".join(said))
    why = (
        f"ข้อความต้นฉบับมีอักขระที่แบบอักษรของรายงานไม่มี จึงพิมพ์ {LOST} ไว้แทน "
        "โปรดแก้ไขที่ต้นฉบับหากเป็นอักขระที่เกิดจากการอ่านเอกสารผิด"
    )
    rows = tuple(_remark(one, counts[one], said) for one in lost)
    columns = (
        Column("รหัส"),
        Column("ชื่อของอักขระ", width=3),
        Column("พบครั้งแรกใน", width=4),
        Column("จำนวนครั้ง", Unit.COUNT),
    )
    return [
        Heading("อักขระที่พิมพ์ไม่ได้"),
        Paragraph(why),
        Table("อักขระของต้นฉบับที่แบบอักษรไม่มี", columns, rows),
    ]


def _remark(one: str, count: int, said: list[str]) -> Row:
    first = next(text for text in said if one in text)
    at = first.index(one)
    near = "".join(
        LOST if missing_glyphs([letter]) else letter
        for letter in first[max(at - _AROUND, 0) : at + _AROUND]
    )
    name = unicodedata.name(one, "ไม่มีชื่อ")
    return Row((Cell(f"U+{ord(one):04X}"), Cell(name), Cell(near), Cell(count)))
