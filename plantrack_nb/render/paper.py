"""What a document needs on paper and not on screen: the charts' data, and letters we cannot print.

Data come with letters that Sarabun does not have (a scanner reads a Lao or Devanagari letter into a
Thai word). Such a letter must not stop a report, and must not vanish: it is printed as
:data:`LOST`, and a list at the end names each. Words of our own with such a letter are an error.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

from plantrack_nb.render.document import Document, assemble
from plantrack_nb.render.fonts import missing_glyphs
from plantrack_nb.render.outline import walk
from plantrack_nb.render.parts import (
    Cell,
    Column,
    Figure,
    Heading,
    PageBreak,
    Paragraph,
    Part,
    Row,
    Table,
    Unit,
)

LOST = "◊"
"""Stands for a letter of the data that the font does not have."""

_NOT_DATA = frozenset({"title", "caption", "heading", "group", "summary", "narrow"})
"""Fields with words of ours (names of tables, columns, boxes, documents), or not for paper."""

_AROUND = 24


def for_paper(document: Document) -> Document:
    """Return the document as it is printed: its lost letters marked and listed, its annexes added.

    Words of ours are left as they are.
    """
    figures = [part for part in walk(document.parts) if isinstance(part, Figure)]
    data = [PageBreak(), Heading("ข้อมูลของแผนภูมิ"), *(one.data for one in figures)]
    parts: list[Part] = [*document.parts, *(data if figures else [])]
    texts = [*_texts(tuple(parts))]
    lost = missing_glyphs(texts)
    if lost:
        marks = {ord(one): LOST for one in lost}
        parts = [*_marked(tuple(parts), marks), *_remarks(texts, lost)]
    return assemble([document.masthead, *parts])


def _remarks(texts: list[str], lost: list[str]) -> list[Part]:
    counts = Counter("".join(texts))
    said = (
        f"ข้อความต้นฉบับมีอักขระที่แบบอักษรของรายงานไม่มี จึงพิมพ์ {LOST} ไว้แทน "
        "โปรดแก้ไขที่ต้นฉบับหากเป็นอักขระที่เกิดจากการอ่านเอกสารผิด"
    )
    rows = tuple(_remark(one, counts[one], texts) for one in lost)
    columns = (
        Column("รหัส"),
        Column("ชื่อของอักขระ", width=3),
        Column("พบครั้งแรกใน", width=4),
        Column("จำนวนครั้ง", Unit.COUNT),
    )
    return [
        Heading("อักขระที่พิมพ์ไม่ได้"),
        Paragraph(said),
        Table("อักขระของต้นฉบับที่แบบอักษรไม่มี", columns, rows),
    ]


def _remark(one: str, count: int, texts: list[str]) -> Row:
    first = next(text for text in texts if one in text)
    at = first.index(one)
    near = "".join(
        LOST if missing_glyphs([letter]) else letter
        for letter in first[max(at - _AROUND, 0) : at + _AROUND]
    )
    name = unicodedata.name(one, "ไม่มีชื่อ")
    return Row((Cell(f"U+{ord(one):04X}"), Cell(name), Cell(near), Cell(count)))


def _texts(value: object) -> Iterator[str]:
    """Yield the words of the data in parts."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts(one)
    elif is_dataclass(value):
        for name in _of_data(value):
            yield from _texts(getattr(value, name))


def _marked(value: Any, marks: dict[int, str]) -> Any:
    """Return parts with the lost letters of the data replaced."""
    if type(value) is str:
        return value.translate(marks)
    if isinstance(value, tuple):
        return tuple(_marked(one, marks) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        made = {name: _marked(getattr(value, name), marks) for name in _of_data(value)}
        return replace(value, **made)
    return value


def _of_data(part: Any) -> list[str]:
    return [field.name for field in fields(part) if field.name not in _NOT_DATA]
