"""Pictures and charts of an analyst's cells."""

from __future__ import annotations

import base64
import json
import re
import struct
import zlib
from typing import Any

import pytest
from helpers.own_cells import executed, plain, shown_by
from hypothesis import given
from hypothesis import strategies as st

from plantrack_nb import shown
from plantrack_nb.core.errors import RenderError
from plantrack_nb.render import parts as p
from plantrack_nb.render.document import Document, assemble, read_notebook
from plantrack_nb.render.drawing.bars import NARROW
from plantrack_nb.render.html import Ids, render
from plantrack_nb.render.outputs.charts import plot, spec_in
from plantrack_nb.render.outputs.png import checked_png, png_size
from plantrack_nb.render.outputs.svg import checked_svg
from plantrack_nb.render.page import to_html
from plantrack_nb.render.pdf import to_pdf

alt = pytest.importorskip("altair")
_OF_WORDS = ("text", "wbr")
"""Tags that are as many as the words they write or part."""
_NAME = re.compile(r"([\w-]+)=")
_SPEC = "application/vnd.vegalite.v6+json"
_SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2">{}</svg>'


def png(wide: int = 2, high: int = 2, *, remark: bytes = b"") -> bytes:
    """Make a small grey PNG."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        )

    head = struct.pack(">IIBBBBB", wide, high, 8, 0, 0, 0, 0)
    pixels = zlib.compress(b"".join(b"\0" + b"\x80" * wide for _ in range(high)))
    told = chunk(b"tEXt", remark) if remark else b""
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + told
        + chunk(b"IDAT", pixels)
        + chunk(b"IEND", b"")
    )


def _chart(text: str = "กลุ่ม ก", title: str = "เงิน") -> Any:
    rows = [{"g": text, "v": 1.5, "hidden": "ลับ"}, {"g": "ข", "v": 3.0, "hidden": "ลับ"}]
    data = alt.Data(values=rows)
    return alt.Chart(data, title=title).mark_bar().encode(x="v:Q", y="g:N", color="g:N")


def _own(document: Document) -> p.Part:
    (own,) = document.parts
    assert isinstance(own, p.Own)
    return own.body[0]


def test_a_chart_is_drawn_wide_and_narrow_and_told() -> None:
    """Two pictures without a script, words that say it, and the plotted columns as a table."""
    part = _own(read_notebook(executed([shown_by(_chart())])))
    assert isinstance(part, p.Plot)
    assert part.caption == "เงิน"
    assert "มากที่สุดคือ ข (3)" in part.alt
    assert [one.heading for one in part.tables[0].columns] == ["g", "v"]
    page = render(part, Ids())
    assert page.count("<svg") == 2
    assert 'viewBox="0 0 800' in page
    assert f'viewBox="0 0 {NARROW.width:g}' in page
    assert "ลับ" not in page


def test_the_same_chart_from_any_notebook() -> None:
    """From Altair's own page, as another kernel leaves it, or as the specification."""
    html = _chart()._repr_mimebundle_()["text/html"]
    by_html = _own(read_notebook(executed([plain(text_html=html)])))
    spec = {_SPEC: _chart().to_dict()}
    by_spec = _own(read_notebook(executed([plain(**spec)])))
    assert by_html == by_spec == _own(read_notebook(executed([shown_by(_chart())])))
    assert spec_in("<script>vega })({broken</script>") is None


def test_the_analyst_gives_caption_and_words() -> None:
    """They go before what the chart says itself."""
    (part,) = shown(_chart(), "คำบรรยาย", alt="สรุป").body
    assert isinstance(part, p.Plot)
    assert (part.caption, part.alt) == ("คำบรรยาย", "สรุป")


def test_summed_figures_are_those_that_are_drawn() -> None:
    """The table of a chart of sums holds the sums."""
    rows = [{"g": "ก", "budget": 1.5}, {"g": "ก", "budget": 2.0}, {"g": "ข", "budget": 4.0}]
    chart = alt.Chart(alt.Data(values=rows)).mark_bar().encode(x="g:N", y="sum(budget):Q")
    (table,) = plot(chart.to_dict()).tables
    assert [[cell.value for cell in row.cells] for row in table.rows] == [["ก", 3.5], ["ข", 4.0]]
    assert table.columns[1].unit is p.Unit.BAHT


def test_bars_of_one_name_are_told_as_they_are_drawn() -> None:
    """Stacked ones by their whole length; points, and bars side by side, one by one."""
    rows = [{"g": "ก", "v": 4}, {"g": "ก", "v": 3}, {"g": "ข", "v": 5}, {"g": "ค", "v": 6}]
    chart = alt.Chart(alt.Data(values=rows))
    bars = chart.mark_bar().encode(x="v:Q", y="g:N")
    assert "มากที่สุดคือ ก (7) น้อยที่สุดคือ ข (5)" in plot(bars.to_dict()).alt
    points = chart.mark_point().encode(x="v:Q", y="g:N")
    assert "มากที่สุดคือ ค (6) น้อยที่สุดคือ ก (3)" in plot(points.to_dict()).alt
    apart = chart.mark_bar().encode(x=alt.X("v:Q", stack=False), y="g:N")
    assert "มากที่สุดคือ ค (6)" in plot(apart.to_dict()).alt


def test_columns_of_a_round_are_called_by_their_titles() -> None:
    """Axes without a name get the column's Thai title; a name that was given stays."""
    rows = [{"disbursed": 5.0, "project_no": "1", "mine": 2}]
    chart = alt.Chart(alt.Data(values=rows)).mark_bar()
    named = alt.Y("project_no:N", title="ของฉัน")
    spec = json.loads(
        plot(chart.encode(x="sum(disbursed):Q", y=named, color="mine:N").to_dict()).spec
    )
    titles = {name: one.get("title") for name, one in spec["encoding"].items()}
    assert titles == {"x": "รวม เบิกจ่าย (บาท)", "y": "ของฉัน", "color": None}


def test_layers_and_panes_are_drawn() -> None:
    """A target over bars, two charts side by side."""
    rule = alt.Chart(alt.Data(values=[{"goal": 2}])).mark_rule().encode(x="goal:Q")
    for chart in (_chart() + rule, _chart() | _chart("ค"), _chart() & _chart("ค")):
        part = plot(chart.to_dict())
        assert render(part, Ids()).count("<svg") == 2


def test_a_chart_that_loads_is_refused() -> None:
    """Neither files nor addresses are opened for a report."""
    chart = alt.Chart("file:///etc/hostname").mark_bar().encode(x="a:Q")
    document = read_notebook(executed([plain(**{_SPEC: chart.to_dict()})]))
    assert "address" in document.left_out[0]


_WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30)


def _bones(page: str) -> list[str]:
    tags = re.findall(r"<(/?[\w-]+)((?:\s[\w-]+=\"[^\"]*\")*)", page)
    return [
        f"{tag} {_NAME.findall(names)}" for tag, names in tags if tag.strip("/") not in _OF_WORDS
    ]


@pytest.mark.parametrize(
    "hostile",
    [
        "</text></svg><script>alert(1)</script>",
        '" onload="alert(1)',
        "]]><!--",
        "{{7*7}}",
        "#eval(1)",
    ],
)
def test_a_charts_words_stay_words(hostile: str) -> None:
    """Labels, legend, title: tags and attributes are those of a harmless chart."""
    bones = [_bones(render(plot(_chart(one, one).to_dict()), Ids())) for one in (hostile, "ก" * 10)]
    assert bones[0] == bones[1]
    assert to_pdf(assemble([p.Own((plot(_chart(hostile, hostile).to_dict()),))])).startswith(
        b"%PDF"
    )


def test_a_picture_is_shown_with_its_words() -> None:
    """From the output's metadata, where IPython keeps them, or as the analyst gives them."""
    held = base64.b64encode(png(remark=b"Author\0somebody")).decode()
    output = plain(**{"image/png": held})
    output.metadata["image/png"] = {"alt": "แผนที่"}
    part = _own(read_notebook(executed([output])))
    assert isinstance(part, p.Image)
    assert part.alt == "แผนที่"
    assert b"somebody" not in base64.b64decode(part.data)
    assert f'<img src="data:image/png;base64,{part.data}" alt="แผนที่">' in render(part, Ids())
    assert to_pdf(assemble([p.Own((part,))])).startswith(b"%PDF")


@pytest.mark.parametrize(
    "bad", [b"", b"GIF89a", png()[:-20], png()[:40] + b"x" + png()[41:], png(3)[:-30] + png()[-30:]]
)
def test_a_damaged_picture_is_told(bad: bytes) -> None:
    """It would stop the PDF, or show nothing."""
    with pytest.raises(ValueError, match="PNG"):
        checked_png(bad)
    document = read_notebook(executed([plain(**{"image/png": base64.b64encode(bad).decode()})]))
    assert len(document.left_out) == 1


def test_a_picture_that_unfolds_is_refused() -> None:
    """A few bytes that promise billions of pixels."""
    with pytest.raises(ValueError, match="too large"):
        checked_png(png(1 << 17, 1 << 10))
    assert png_size(checked_png(png(5, 3))) == (5, 3)


@given(st.binary(max_size=200))
def test_any_bytes_are_refused_or_whole(data: bytes) -> None:
    """Nothing but a ValueError comes of what is no picture."""
    with pytest.raises(ValueError, match="PNG"):
        checked_png(png()[:33] + data)


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<image href="https://example.org/a.png"/>',
        "<foreignObject><b/></foreignObject>",
        "<text>ก</text>",
        '<animate attributeName="x"/>',
    ],
)
def test_what_an_svg_may_not_hold_is_refused(inside: str) -> None:
    """Only shapes are kept."""
    with pytest.raises(ValueError, match="holds"):
        checked_svg(_SVG.format(inside))


def test_an_svg_keeps_its_shapes_alone() -> None:
    """Handlers, addresses, style sheets and titles go; places inside the picture stay."""
    made = checked_svg(
        _SVG.format(
            '<style>*{fill:url(https://a)}</style><title>x</title><g id="a" onclick="b()">'
            '<path d="M0,0L1,1" style="fill: none; stroke: #000; background: url(//a)"/></g>'
            '<use href="#a" xmlns:x="http://www.w3.org/1999/xlink" x:href="https://a"/>'
        )
    )
    assert "onclick" not in made
    assert "//a" not in made
    assert 'stroke="#000"' in made
    assert 'href="#a"' in made


def test_a_matplotlib_figure_is_shown() -> None:
    """As PNG or as SVG, with the words that stand on it."""
    matplotlib = pytest.importorskip("matplotlib")
    matplotlib.use("agg")
    from matplotlib.figure import Figure

    figure = Figure()
    axes = figure.subplots()
    axes.plot([1, 2, 3])
    axes.set_title("Progress")
    assert shown_by(figure).metadata["image/png"]["alt"] == "Progress"
    (part,) = shown(figure, "ความก้าวหน้า", alt="ขึ้นทุกเดือน").body
    assert isinstance(part, p.Image)
    document = assemble([p.Own((part,))])
    assert "ขึ้นทุกเดือน" in to_html(document)
    assert shown(figure, "ความก้าวหน้า", alt="ขึ้นทุกเดือน").body == (part,)


def test_a_record_by_another_hand_is_checked_again() -> None:
    """A notebook may be changed after it was run."""
    with pytest.raises(RenderError):
        render(p.Image("", "x", p.ImageKind.PNG, "AAAA"), Ids())
    with pytest.raises(RenderError):
        render(p.Image("", "x", p.ImageKind.SVG, _SVG.format("<script/>")), Ids())
