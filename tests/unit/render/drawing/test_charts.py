"""Charts: the picture, what it says, and its figures."""

from __future__ import annotations

import re

from plantrack_nb.render.drawing.bars import NARROW, WIDE, drawn
from plantrack_nb.render.drawing.charts import percent_bars, stacked_counts
from plantrack_nb.render.html import fragment
from plantrack_nb.render.parts import Bar, Figure, RowRole, Segment, Shade

_SEGMENTS = [Segment("สำเร็จแล้ว", Shade.DEEP), Segment("ยังไม่ดำเนินการ", Shade.PALE)]


def _stacks(label: str = "กลุ่มหนึ่ง") -> Figure:
    bars = [Bar(label, (2, 0)), Bar("กลุ่มสอง", (1, 4))]
    return stacked_counts("จำนวน", bars, _SEGMENTS, label_heading="กลุ่ม")


def _bars(target: float | None = 51) -> Figure:
    bars = [
        Bar("กลยุทธ์ที่ 1", (12.5,), "กลุ่มหนึ่ง"),
        Bar("กลยุทธ์ที่ 2", (None,), "กลุ่มหนึ่ง"),
        Bar("กลยุทธ์ที่ 1", (120.0,), "กลุ่มสอง"),
    ]
    return percent_bars("ร้อยละ", bars, label_headings=("กลุ่ม", "กลยุทธ์"), target=target)


def _drawn(figure: Figure) -> list[str]:
    return [label.text for label in drawn(figure, WIDE).labels]


def test_a_stacked_bar_shows_its_counts_and_their_sum() -> None:
    """Every count, sum, label and series stands in the picture; an empty part does not."""
    drawn = _drawn(_stacks())
    assert sorted(drawn) == sorted(
        ["กลุ่มหนึ่ง", "กลุ่มสอง", "2", "1", "4", "2", "5", "สำเร็จแล้ว", "ยังไม่ดำเนินการ"]
    )


def test_ties_and_nothing_are_told_as_such() -> None:
    """No bar is called the highest of equals, no level is told that nobody stands at."""
    alike = [Bar(name, (40.0,)) for name in ("ก", "ข", "ค")]
    said = percent_bars("ก", alike, label_headings=("", "กลุ่ม"), target=51).alt
    assert said == "ทุกรายการเท่ากัน ร้อยละ 40.00 ไม่มีรายการใดถึงเป้าหมาย 51%"
    low = [Bar("สูง", (90.0,)), *alike]
    said = percent_bars("ก", low, label_headings=("", "กลุ่ม")).alt
    assert said == "สูงสุดคือ สูง ร้อยละ 90.00 ต่ำสุดคือ ก และอีก 2 รายการ ร้อยละ 40.00"
    segments = [Segment(one, Shade.DEEP) for one in ("เสร็จ", "ไม่เริ่ม")]
    counts = [Bar("ก", (2, 0)), Bar("ข", (2, 0))]
    said = stacked_counts("ก", counts, segments, label_heading="กลุ่ม").alt
    assert said == "รวม 4 โครงการ ได้แก่ เสร็จ 4 ก และอีก 1 รายการมีมากที่สุด 2 โครงการ"


def test_the_text_alternative_has_the_main_figures() -> None:
    """The words give the totals and the largest, without the picture."""
    assert _stacks().alt == (
        "รวม 7 โครงการ ได้แก่ สำเร็จแล้ว 3 และยังไม่ดำเนินการ 4 โดยกลุ่มสอง มีมากที่สุด 5 โครงการ"
    )
    assert _bars().alt == (
        "สูงสุดคือ กลุ่มสอง กลยุทธ์ที่ 1 ร้อยละ 120.00 ต่ำสุดคือ กลุ่มหนึ่ง กลยุทธ์ที่ 1 ร้อยละ 12.50 "
        "ถึงเป้าหมาย 51% แล้ว 1 จาก 2 รายการ"
    )


def test_the_figures_are_there_as_a_table() -> None:
    """The data table holds the numbers that were drawn, and their sums."""
    table = _stacks().data
    assert [[cell.value for cell in row.cells] for row in table.rows] == [
        ["กลุ่มหนึ่ง", 2, 0, 2],
        ["กลุ่มสอง", 1, 4, 5],
        ["รวม", 3, 4, 7],
    ]
    assert table.rows[-1].role is RowRole.TOTAL
    assert [row.cells[2].value for row in _bars().data.rows] == [12.5, None, 120.0]


def test_percent_bars_say_their_percents_and_the_target() -> None:
    """Each bar has its percent; nothing to spend is a dash; the target is named."""
    said = _drawn(_bars())
    assert {"12.50", "–", "120.00", "เป้าหมาย 51%"} <= set(said)
    assert "stroke-dasharray" in drawn(_bars(), WIDE).svg()
    assert "stroke-dasharray" not in drawn(_bars(target=None), NARROW).svg()


def test_on_a_phone_the_target_crosses_no_name() -> None:
    """Names stand above their bars there: a mark on each bar, where a desk has one line."""
    wide, narrow = (drawn(_bars(), one) for one in (WIDE, NARROW))
    assert wide.svg().count("<line") == 1
    marks = re.findall(r"M[\d.]+,([\d.]+)V([\d.]+)", narrow.svg())
    assert len(marks) == 3
    said = [one.y for one in narrow.labels if one.text.startswith("กลยุทธ์")]
    assert len(said) == 3
    assert not any(float(top) < y < float(end) for top, end in marks for y in said)
    assert "<line" not in narrow.svg()


def test_the_same_rows_give_the_same_picture() -> None:
    """Nothing random stands in a chart."""
    assert _stacks() == _stacks()
    assert _bars() == _bars()


def test_rows_with_equal_labels_stay_apart() -> None:
    """Two bars of one name are two bars."""
    assert _drawn(_stacks("กลุ่มสอง")).count("กลุ่มสอง") == 2


def test_a_label_is_text_whatever_it_holds() -> None:
    """Markup, code and Vega's own words in a label are drawn, not run."""
    hostile = "</text><script>alert(1)</script> '+datum.x+' \\n"
    assert "</text><script>alert(1)</script> '+datum.x+'" in _drawn(_stacks(hostile))
    assert "<script" not in fragment(_stacks(hostile))


def test_nothing_to_draw_is_said() -> None:
    """A chart without rows is an empty picture and a sentence."""
    assert stacked_counts("จำนวน", [], _SEGMENTS, label_heading="กลุ่ม").alt == "ไม่มีโครงการ"
    none = percent_bars("ร้อยละ", [], label_headings=("ก", "ข"))
    assert none.alt == "ไม่มีรายการที่มีงบประมาณให้เบิกจ่าย"
