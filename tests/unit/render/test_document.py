"""From a notebook to a document."""

from __future__ import annotations

from typing import Any

import pytest
from helpers.sample_parts import sample_parts
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from plantrack_nb.core.errors import RenderError
from plantrack_nb.render.document import assemble, read_notebook
from plantrack_nb.render.outline import walk
from plantrack_nb.render.parts import Callout, Details, Heading, Masthead, Paragraph, Part


def _shown(part: Part) -> Any:
    return new_output("display_data", data=part._repr_mimebundle_())


def _notebook(*cells: Any) -> Any:
    return new_notebook(cells=list(cells))


def test_the_parts_that_cells_show_make_the_document() -> None:
    """Parts come in reading order, the first masthead first, from however many cells."""
    head, body = Masthead("ชื่อ"), Paragraph("ก")
    nb = _notebook(
        new_code_cell("x", outputs=[_shown(body), _shown(head)]),
        new_code_cell("y", outputs=[_shown(Paragraph("ข"))]),
    )
    document = read_notebook(nb)
    assert document.masthead == head
    assert document.parts == (body, Paragraph("ข"))


def test_the_record_counts_and_not_the_stored_html() -> None:
    """HTML that someone put into the notebook is never used."""
    output = _shown(Paragraph("ก"))
    output["data"]["text/html"] = "<script>alert(1)</script>"
    assert read_notebook(_notebook(new_code_cell(outputs=[output]))).parts == (Paragraph("ก"),)


def test_what_cannot_be_shown_is_counted() -> None:
    """A remark at the end says how many outputs were left out; their names are told elsewhere."""
    foreign = [
        new_output("display_data", data={"text/html": "<b>x</b>", "text/plain": "x"}),
        new_output("stream", name="stderr", text="log"),
    ]
    document = read_notebook(_notebook(new_code_cell(outputs=foreign)))
    (remark,) = document.parts
    assert isinstance(remark, Paragraph)
    assert "2 รายการ" in remark.text
    assert len(document.left_out) == 2


def test_a_failed_cell_stops_the_report() -> None:
    """A report is not made of a notebook that stopped; the cell and its error are named."""
    failed = new_output("error", ename="KeyError", evalue="'x'", traceback=[])
    nb = _notebook(new_markdown_cell("#"), new_code_cell(outputs=[failed]))
    with pytest.raises(RenderError, match=r"cell 2\n.*KeyError: 'x'"):
        read_notebook(nb)


def test_headings_skip_no_level() -> None:
    """Levels go down one at a time whatever the author wrote, also inside other parts."""
    parts = [
        Heading("ก", 4),
        Heading("ข", 4),
        Callout("ค", (Heading("ง", 4),)),
        Details("จ", (Heading("ฉ", 2),)),
    ]
    outline = assemble(parts).outline
    assert [one.level for one in outline] == [2, 3, 4, 2]
    assert [one.anchor for one in outline] == ["s1", "s2", "s3", "s4"]


def test_walking_reaches_the_parts_inside_parts() -> None:
    """Every part is visited, containers before what they hold."""
    document = assemble(sample_parts())
    kinds = [type(part).__name__ for part in walk(document.parts)]
    assert kinds.count("Heading") == 3
    assert kinds.index("Callout") + 1 == kinds.index("Bullets")


def test_a_document_without_a_masthead_has_a_title() -> None:
    """A page always has a first-level heading."""
    assert assemble([Paragraph("ก")]).masthead == Masthead("รายงาน")
