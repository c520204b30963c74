"""What cells print, say in Markdown, and hide."""

from __future__ import annotations

import pytest
from helpers.own_cells import executed, plain
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from plantrack_nb.core.errors import RenderError
from plantrack_nb.render import parts as p
from plantrack_nb.render.document import read_notebook
from plantrack_nb.render.outputs.markdown import from_markdown


def _printed(text: str) -> list[p.Part]:
    document = read_notebook(executed([new_output("stream", text=text)]))
    return [part for own in document.parts if isinstance(own, p.Own) for part in own.body]


def test_printed_text_is_shown_in_its_place() -> None:
    """What is printed before and after a display stays before and after it."""
    outputs = [
        new_output("stream", text="ก\n"),
        new_output("stream", text="ข\n"),
        plain(text_plain="42"),
        new_output("stream", text="ค"),
    ]
    said = [part for own in read_notebook(executed(outputs)).parts for part in own.body]  # type: ignore[attr-defined]
    assert said == [p.Printed("ก\nข"), p.Printed("42"), p.Printed("ค")]


def test_printed_text_is_what_a_screen_would_show() -> None:
    """Colours go, a line written over is shown as it was left, the rest is counted."""
    assert _printed("\x1b[31mแดง\x1b[0m\n 10%\r100%\r\n\x07") == [p.Printed("แดง\n100%")]
    assert _printed("  \n ") == []
    many = _printed("x\n" * 700)
    assert "200" in many[1].text  # type: ignore[attr-defined]


def test_a_warning_is_told_and_not_printed() -> None:
    """What is written to stderr is for the analyst."""
    document = read_notebook(executed([new_output("stream", name="stderr", text="ระวัง\n")]), "own")
    assert "ระวัง" in document.left_out[0]


@pytest.mark.parametrize("text", ["<Axes: title='x'>", "[<a.Line2D at 0x7f>]", "<object at 0x0>"])
def test_the_mere_name_of_an_object_is_not_shown(text: str) -> None:
    """As the last line of a drawing cell leaves it."""
    document = read_notebook(executed([plain(text_plain=text)]))
    assert len(document.left_out) == 1


def test_a_widget_is_named() -> None:
    """It works where a kernel does."""
    widget = new_output(
        "display_data", data={"application/vnd.jupyter.widget-view+json": {}, "text/plain": "x"}
    )
    (told,) = read_notebook(executed([widget]), "own").left_out
    assert told.startswith("own เซลล์ 1")


@pytest.mark.parametrize("tag", ["hide", "remove-cell"])
def test_a_tag_hides_a_cell(tag: str) -> None:
    """Nothing of it is shown, and nothing is told of it: the analyst wants it so."""
    cells = [
        new_markdown_cell("เล่าให้ฟัง", metadata={"tags": [tag]}),
        new_code_cell(
            "x",
            outputs=[plain(text_html="<b>"), new_output("stream", text="x")],
            execution_count=1,
            metadata={"tags": [tag]},
        ),
    ]
    document = read_notebook(new_notebook(cells=cells))
    assert (document.parts, document.left_out) == ((), ())


def test_markdown_is_a_safe_subset() -> None:
    """Headings, lists, tables, quotes; tags stay letters, links say where they lead."""
    source = (
        "## หัวข้อ\n\n**เงิน** 1,500 บาท <b>ตัวหนา</b>\nต่อ\n\n1. หนึ่ง\n2. สอง\n   - ย่อย\n\n"
        "> คำพูด\n\n| ก | ข |\n|---|--:|\n| x | 12 |\n\n"
        "[ดู](https://example.org) [ไม่](javascript:alert(1))\n\n<script>alert(1)</script>\n"
    )
    parts, left_out = from_markdown(source)
    assert left_out == []
    assert parts[:4] == [
        p.Heading("หัวข้อ", 2),
        p.Paragraph("1,500 บาท <b>ตัวหนา</b> ต่อ", "เงิน"),
        p.Bullets(("หนึ่ง", "สอง\n– ย่อย"), ordered=True),
        p.Paragraph("คำพูด"),
    ]
    table = parts[4]
    assert isinstance(table, p.Table)
    assert [one.unit for one in table.columns] == [p.Unit.TEXT, p.Unit.DECIMAL]
    assert parts[5:] == [
        p.Paragraph("ดู (https://example.org) ไม่"),
        p.Paragraph("<script>alert(1)</script>"),
    ]


def test_a_picture_from_elsewhere_is_told() -> None:
    """Nothing is loaded by a report."""
    document = read_notebook(executed("![แผนที่](https://example.org/a.png)"))
    assert "แผนที่" in document.left_out[0]


def test_the_first_heading_names_a_document_without_a_masthead() -> None:
    """A page has a title, which is not repeated below it."""
    document = read_notebook(executed("# ชื่อ\n\nข้อความ"))
    assert document.masthead == p.Masthead("ชื่อ")
    assert document.parts == (p.Paragraph("ข้อความ"),)


def test_a_notebook_that_was_not_run_is_an_error() -> None:
    """Never an empty page; the error says how to run it."""
    with pytest.raises(RenderError, match="--execute"):
        read_notebook(new_notebook(cells=[new_code_cell("x"), new_markdown_cell("y")]))


def test_a_cell_that_was_not_run_is_told() -> None:
    """As when somebody forgot the last one."""
    run = new_code_cell("x", execution_count=1)
    document = read_notebook(
        new_notebook(cells=[run, new_code_cell("y"), new_code_cell("")]), "own"
    )
    assert document.left_out == ("own เซลล์ 2: ยังไม่ได้รัน",)


def test_a_cell_that_may_fail_stops_nothing() -> None:
    """Nor does an exit with 0, as papermill has it; any other error does."""
    failed = new_output("error", ename="KeyError", evalue="'x'", traceback=[])
    left = new_output("error", ename="SystemExit", evalue="0", traceback=[])
    may = new_code_cell(
        "x", outputs=[failed], execution_count=1, metadata={"tags": ["raises-exception"]}
    )
    over = new_code_cell("x", outputs=[left], execution_count=1)
    document = read_notebook(new_notebook(cells=[may, over, new_code_cell("never reached")]))
    assert len(document.left_out) == 2
    with pytest.raises(RenderError, match="KeyError"):
        read_notebook(executed([failed]))
