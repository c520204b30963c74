"""What opens on demand on a page, and what a document tells once."""

from __future__ import annotations

from plantrack_nb.render import parts as p
from plantrack_nb.render.document import assemble
from plantrack_nb.render.html import Ids, render
from plantrack_nb.render.page import to_html
from plantrack_nb.render.told_once import told_once

_ROWS = (
    p.group("กลุ่มแรก", "first"), p.row("ก", 1), p.row("ข", 0), p.group("กลุ่มหลัง"), p.row("ค", 3),
)  # fmt: skip
_COLUMNS: p.Columns = {"ชื่อ": 1.0, "จำนวน": p.Unit.COUNT}


def test_each_group_opens_by_itself() -> None:
    """A summary names the group and counts its rows; a link to it leads inside, which opens it."""
    made = str(render(p.table("ต", _COLUMNS, _ROWS, folded=True), Ids()))
    assert made.count('<details class="fold">') == 2
    assert "<summary>กลุ่มแรก (2 รายการ)</summary>" in made.replace("<wbr>", "")
    assert made.index('id="first"') > made.index("</summary>")
    assert made.count("<caption") == 2


def test_a_table_without_groups_opens_as_one() -> None:
    """Its caption is the summary; an empty table is not folded."""
    made = str(render(p.table("ตาราง", _COLUMNS, [("ก", 1)], folded=True), Ids()))
    assert made.count("<details") == 1
    assert "<details" not in render(p.table("ตาราง", _COLUMNS, (), folded=True), Ids())


def test_a_count_of_nothing_is_left_out_of_a_card() -> None:
    """A phone shows what there is; the table on a desk shows the zero too."""
    made = str(render(p.table("ต", _COLUMNS, [("ก", 0), ("ข", 2)]), Ids()))
    assert '<td class="c1 count empty">0' in made
    assert '<td class="c1 count">2' in made


def test_contents_name_every_part_behind_them() -> None:
    """Parts that nobody listed are added; what stands before is not."""
    entry = p.ContentsEntry("หนึ่ง", "one")
    parts = [
        p.Heading("ก่อน"), p.Contents((entry,)), p.Heading("หนึ่ง", anchor="one"),
        p.Heading("ย่อย", level=3), p.Heading("ภาคผนวก ก"),
    ]  # fmt: skip
    contents = assemble(parts).parts[1]
    assert isinstance(contents, p.Contents)
    assert [one.text for one in contents.entries] == ["หนึ่ง", "ภาคผนวก ก"]


def test_a_chart_brings_no_figures_that_a_table_shows() -> None:
    """Its data are left out where a table of the document holds them all, else they stay."""
    rows = [(f"ก{at}", at) for at in range(10)]
    data = p.table("ข้อมูล", _COLUMNS, rows)
    chart = p.Figure("แผนภูมิ", (p.Bar("ก", (1,)),), "คำ", data)
    own, same = told_once((chart,)), told_once((chart, p.table("ต", _COLUMNS, rows)))
    assert own[0] == chart
    assert isinstance(same[0], p.Figure)
    assert same[0].data.rows == ()


def test_the_way_back_is_on_every_page() -> None:
    """A page with several parts has links to its top and to its headings."""
    made = to_html(assemble([p.Masthead("ก"), p.Heading("หนึ่ง"), p.Heading("สอง")]))
    assert 'href="#top"' in made
    assert 'href="#outline"' in made
    assert 'id="outline"' in made
