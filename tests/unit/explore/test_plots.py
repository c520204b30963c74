"""The charts as shapes: lengths, labels, axes, and the pictures made of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantrack_nb.explore.charts.plots import Bar, Pair, Point, bars, label_lines, pairs, points
from plantrack_nb.explore.charts.scene import LOOKS, Scene, Shape, ticks
from plantrack_nb.render.letters.break_marks import BREAK
from plantrack_nb.thai.word_breaks import pieces

PERCENTS = st.lists(st.floats(0, 1e9), min_size=1, max_size=8)


def bar(key: str, length: float) -> Bar:
    """Make a bar of one piece."""
    return Bar(key, f"กลุ่มที่ {key}", (("accent", length, f"ร้อยละ {length}"),), f"{length:.2f}")


def marks(scene: Scene) -> list[Shape]:
    """Take what can be chosen."""
    return [one for one in scene.shapes if one.key]


@given(PERCENTS)
def test_bars_are_as_long_as_their_numbers(lengths: list[float]) -> None:
    """One scale for all, from nothing at the left, and all of it within the picture."""
    scene = bars("ชื่อ", [bar(str(at), one) for at, one in enumerate(lengths)], "ร้อยละ")
    found = marks(scene)
    starts = {one.at["x"] for one in found}
    assert len(starts) == 1
    longest = max(lengths)
    scale = max(one.at["width"] for one in found) / longest if longest else 0
    assert [one.at["width"] for one in found] == pytest.approx([one * scale for one in lengths])
    assert all(one.at["x"] + one.at["width"] <= scene.width for one in found)


def test_a_bar_below_nothing_has_no_length_but_its_figure() -> None:
    """An amount that was taken back is told by its figure."""
    scene = bars("ชื่อ", [bar("1", -5.0), bar("2", 10.0)], "ร้อยละ")
    assert next(one.at["width"] for one in marks(scene)) == 0
    assert "-5.00" in {one.words for one in scene.shapes}


@given(st.floats(-1e6, 1e12), st.floats(0, 1e12))
def test_an_axis_holds_all_in_a_few_even_steps(low: float, span: float) -> None:
    """Its first mark is at or below, its last at or above, and there are not many."""
    found = ticks(low, low + span)
    assert found[0] <= low + abs(low) * 1e-9
    assert found[-1] >= (low + span) - abs(low + span) * 1e-9
    assert len(found) <= 9


def test_no_label_is_broken_within_a_word() -> None:
    """Lines end where words end; what is left out is marked."""
    name = "กลุ่มนิเทศ ติดตาม และประเมินผลการจัดการศึกษา และเทคโนโลยีสารสนเทศเพื่อการเรียนรู้"
    ends = [0]
    for piece in pieces(name):
        ends.append(ends[-1] + len(piece))
    lines = label_lines(f"{name} {name}")
    assert lines[-1].endswith("…")
    at = 0
    for line in lines[:-1]:
        at = name.index(line, at) + len(line)
        assert at in ends or at + 1 in ends


def test_pairs_stand_on_one_axis() -> None:
    """The same figure of both stands at the same place; what one lacks is not drawn."""
    scene = pairs(
        "ชื่อ", [Pair("ก", 40.0, 40.0, "ก"), Pair("ข", None, 80.0, "ข")], "ร้อยละ", ("1", "2")
    )
    same, other, alone = (one.at["cx"] for one in marks(scene))
    assert same == other < alone
    assert [name for _, name in scene.legend] == ["1", "2"]


def test_small_points_lie_on_large_ones() -> None:
    """None is hidden by another that is drawn after it."""
    data = [Point(str(at), "", 50, 50, weight, "accent") for at, weight in enumerate((1, 9, 4))]
    found = marks(points("ชื่อ", data, ("x", "y")))
    radii = [one.at["r"] for one in found]
    assert radii == sorted(radii, reverse=True)


def test_what_is_sent_is_text_and_numbers() -> None:
    """A name that looks like markup stays a text of its shape, and breaks are told apart."""
    name = "<script>alert(1)</script>"
    scene = bars(name, [Bar(name, name, (("accent", 1.0, name),))], "ร้อยละ")
    sent = scene.wire
    assert sent["title"].replace(BREAK, "") == name
    assert [one["key"] for one in sent["shapes"] if "key" in one] == [name]
    assert "<script>" not in scene.svg()
    assert {one.look for one in scene.shapes} <= {*LOOKS}


def test_nothing_to_draw_is_told_by_the_note() -> None:
    """No axis stands without a bar."""
    scene = bars("ชื่อ", [], "ร้อยละ", "ไม่มีงบประมาณ")
    assert scene.shapes == ()
    assert scene.wire["note"].replace(BREAK, "") == "ไม่มีงบประมาณ"
