"""Pictures: what is drawn stands in them, with its texts or without."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantrack_nb.render.drawing.bars import NARROW, WIDE, Layout, drawn, drawn_in_pieces
from plantrack_nb.render.drawing.picture import Label, Picture
from plantrack_nb.render.parts import Bar, Column, Figure, Segment, Shade, Table

_NO_DATA = Table("ข้อมูล", (Column("ก"),), ())


def _root(drawing: str) -> ET.Element:
    return ET.fromstring(drawing)  # noqa: S314  # our own


def _picture() -> Picture:
    picture = Picture(100)
    picture.rect((0, 0), (50.04, 20), "#12355b")
    picture.text((7.06, 18), "๑๒ < ๓", "#ffffff", anchor="middle")
    picture.down = 40
    return picture


def test_a_text_stands_in_the_picture() -> None:
    """Shapes and texts are written in the order in which they are drawn, all text escaped."""
    root = _root(_picture().svg({"role": "img", "aria-label": "ก"}))
    assert [child.tag for child in root] == ["rect", "text"]
    assert root[0].attrib["width"] == "50"
    assert root[1].text == "๑๒ < ๓"
    assert root.attrib["viewBox"] == "0 0 100 40"
    assert (root.attrib["role"], root.attrib["aria-label"]) == ("img", "ก")


def test_a_text_can_be_set_by_another_hand() -> None:
    """Without its texts the picture has shapes only; they are told with place and look."""
    picture = _picture()
    assert "text" not in picture.svg(labels=False)
    assert [*picture.labels] == [Label("๑๒ < ๓", 7.1, 18, "#ffffff", anchor="middle")]


@pytest.mark.parametrize("layout", [WIDE, NARROW])
@given(
    st.lists(st.lists(st.integers(0, 10_000), min_size=3, max_size=3), max_size=6),
    st.text(max_size=60),
)
def test_the_length_of_a_bar_is_its_count(
    layout: Layout, counts: list[list[int]], label: str
) -> None:
    """Parts of bars are as long as their counts say, at every width; nothing is painted outside."""
    segments = tuple(Segment(name, shade) for name, shade in zip("กขค", Shade, strict=False))
    bars = tuple(Bar(label, tuple(row)) for row in counts)
    picture = drawn(Figure("ก", bars, "ข", _NO_DATA, segments), layout)
    rects = [one.attrib for one in _root(picture.svg(labels=False))][len(segments) :]
    painted = [float(one["width"]) for one in rects]
    wanted = [count for row in counts for count in row if count]
    longest = max([sum(row) for row in counts] or [0])
    room = layout.width - layout.labels - 34
    assert len(painted) == len(wanted)
    for width, count in zip(painted, wanted, strict=True):
        assert width == pytest.approx(count / longest * room, abs=0.06)
    assert all(float(one["x"]) + float(one["width"]) <= layout.width for one in rects)


def test_a_high_chart_comes_in_pieces_on_one_scale() -> None:
    """Each bar stands in one piece, as long as in the whole; the target's name stands but once."""
    bars = tuple(Bar(f"กลุ่ม {at}", (float(at),), f"กลยุทธ์ที่ {at // 6}") for at in range(40))
    figure = Figure("ก", bars, "ข", _NO_DATA, target=51.0, target_label="เป้าหมาย")
    (whole,) = drawn_in_pieces(figure, WIDE, 1e6)
    pieces = drawn_in_pieces(figure, WIDE, 300)
    assert len(pieces) > 3
    assert all(one.height < 300 for one in pieces)
    said = [label.text for one in pieces for label in one.labels]
    assert sorted(said) == sorted(label.text for label in whole.labels)
    wide = re.compile(r'(?<!-)width="([\d.]+)"')
    found = [size for one in pieces for size in wide.findall(one.svg(labels=False))]
    assert sorted(found) == sorted(wide.findall(whole.svg(labels=False)))


def test_a_heading_that_goes_on_in_the_next_piece_says_so() -> None:
    """Only the first piece under a heading bears its plain name."""
    bars = tuple(Bar(f"กลุ่ม {at}", (float(at),), f"กลยุทธ์ที่ {at // 20}") for at in range(40))
    pieces = drawn_in_pieces(Figure("ก", bars, "ข", _NO_DATA), WIDE, 300)
    heads = [label.text for one in pieces for label in one.labels if label.text.startswith("กลยุทธ์")]
    assert len(heads) > 4
    assert {heads.count(f"กลยุทธ์ที่ {at}") for at in (0, 1)} == {1}
    assert {one for one in heads if not one.endswith("(ต่อ)")} == {"กลยุทธ์ที่ 0", "กลยุทธ์ที่ 1"}
