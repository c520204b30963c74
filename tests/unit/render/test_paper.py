"""What a document gets for paper: marks for lost letters, the charts' data."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from helpers.sample_parts import sample_parts
from hypothesis import given
from hypothesis import strategies as st

from plantrack_nb.render.document import assemble
from plantrack_nb.render.letters.fonts import missing_glyphs
from plantrack_nb.render.letters.missing_letters import LOST
from plantrack_nb.render.outline import walk
from plantrack_nb.render.paper import for_paper
from plantrack_nb.render.parts import Cell, Column, Heading, Paragraph, Row, Table

_THAI = re.compile("[\u0e00-\u0e7f]")


def test_every_word_of_ours_can_be_printed(root: Path) -> None:
    """The font has every letter of the Thai texts in our code that may be shown, and templates."""
    package = root / "plantrack_nb"
    readers = {
        "load",
        "thai",
        "containers",
        "quantities",
    }  # they know letters of other people's files
    shown = (
        file for file in package.rglob("*.py") if not readers & {*file.relative_to(package).parts}
    )
    texts = [
        node.value
        for file in shown
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    texts += [file.read_text(encoding="utf-8") for file in package.rglob("*.typ")]
    # Patterns that read documents know letters which we never write.
    ours = [text for text in texts if _THAI.search(text) and "(?" not in text]
    assert len(ours) > 100
    assert missing_glyphs(ours) == []
    assert missing_glyphs([LOST]) == []


def test_what_can_be_printed_is_left_alone() -> None:
    """Without charts and lost letters, the document for paper is the document."""
    document = assemble([Heading("ก"), Paragraph("ข")])
    assert for_paper(document) == document


def test_a_lost_letter_is_marked_and_named() -> None:
    """Each letter is marked wherever it stands, and listed once with its count and place."""
    table = Table("ต", (Column("ก"),), (Row((Cell("สະรุป"),)), Row((Cell(3),))))
    parts = for_paper(assemble([Paragraph("ผลສະรวม ສ"), table])).parts
    assert next(part.text for part in parts if isinstance(part, Paragraph)) == "ผล◊◊รวม ◊"
    listed = parts[-1]
    assert isinstance(listed, Table)
    assert [[cell.value for cell in row.cells] for row in listed.rows] == [
        ["U+0EAA", "LAO LETTER SO SUNG", "ผล◊◊รวม ◊", 2],
        ["U+0EB0", "LAO VOWEL SIGN A", "ผล◊◊รวม ◊", 2],
    ]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_no_text_of_the_data_can_stop_a_report(text: str) -> None:
    """Whatever letters the data hold, what is left to print has a glyph for each."""
    printed = for_paper(assemble([Paragraph(text), Heading(text)])).parts
    said = [part.text for part in printed if isinstance(part, Paragraph | Heading)]
    assert missing_glyphs(said) == []


def test_the_data_of_charts_stand_at_the_end() -> None:
    """On paper nothing opens on demand, so each chart's table is printed in an annex."""
    parts = for_paper(assemble(sample_parts())).parts
    assert [part.text for part in walk(parts) if isinstance(part, Heading)][-1] == "ข้อมูลของแผนภูมิ"
    assert isinstance(parts[-1], Table)
