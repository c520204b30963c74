"""Paragraphs that the turn of a page cut are whole again."""

from __future__ import annotations

import pytest

from plantrack_nb.containers.grid import Cell, Row
from plantrack_nb.load.document.page_breaks import turned


def paragraphs(*texts: str) -> list[Row]:
    """Return each text as a paragraph with a place of its own."""
    return [
        Row(f"L{at}", (Cell(text, f"L{at}", text),), in_table=False)
        for at, text in enumerate(texts, 1)
    ]


@pytest.mark.parametrize("catchword", ["/จะลงมือ...", "/ จะลงมือ …", "/จะลง มือ……"])
def test_catchword(catchword: str) -> None:
    """The next page's first words at the foot of a page go; what they stand between is joined."""
    made = turned(paragraphs("การขับเคลื่อนกิจกรรม", catchword, "จะลงมือปฏิบัติจริง", "อื่น ๆ"))
    assert [(row.ref, row.cells[0].text) for row in made.rows] == [
        ("L1", "การขับเคลื่อนกิจกรรมจะลงมือปฏิบัติจริง"),
        ("L4", "อื่น ๆ"),
    ]
    assert made.rows[0].cells[0].raw == "การขับเคลื่อนกิจกรรม ⏎ จะลงมือปฏิบัติจริง"
    assert [(one.kind, one.source_ref) for one in made.mends] == [
        ("dropped", "L2"),
        ("joined", "L3"),
    ]
    assert [row.ref for row in made.parts["L1"]] == ["L1", "L3"]


def test_twice_over_a_page() -> None:
    """A paragraph may go on over several pages."""
    made = turned(paragraphs("หนึ่ง", "/สอง...", "สอง ก", "/สาม...", "สาม ข"))
    assert [row.cells[0].text for row in made.rows] == ["หนึ่งสอง กสาม ข"]
    assert [row.ref for row in made.parts["L1"]] == ["L1", "L3", "L5"]


def test_catchword_before_a_listed_paragraph() -> None:
    """A new item behind the turn of a page is an item of its own."""
    made = turned(paragraphs("1. รับทราบ", "/2. อนุญาต...", "2. อนุญาตให้ใช้บันทึก"))
    assert [row.ref for row in made.rows] == ["L1", "L3"]
    assert [one.kind for one in made.mends] == ["dropped"]


@pytest.mark.parametrize("text", ["/จะลงมือ", "และ/หรือ...", "/อื่น ๆ...", "..."])
def test_no_catchword(text: str) -> None:
    """Only words behind a slash that the next paragraph begins with are a catchword."""
    rows = paragraphs("หนึ่ง", text, "จะลงมือปฏิบัติ")
    assert turned(rows).rows == rows


def test_catchword_without_text_before() -> None:
    """A catchword at the very start or end of the text is kept: there is nothing to join."""
    rows = paragraphs("/จะลงมือ...", "จะลงมือปฏิบัติ", "/ต่อไป...")
    assert turned(rows).rows == rows
