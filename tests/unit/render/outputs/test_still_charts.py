"""Charts that a hand could move, as they stand in a report, and charts that cannot stand there."""

from __future__ import annotations

from typing import Any

import pytest

from plantrack_nb.core.errors import RenderError
from plantrack_nb.render.drawing.bars import WIDE
from plantrack_nb.render.drawing.vega import plotted
from plantrack_nb.render.outputs.charts import plot

alt = pytest.importorskip("altair")
_ROWS = [{"g": "ก", "v": 1}, {"g": "ข", "v": 3}]


def _points() -> Any:
    return alt.Chart(alt.Data(values=_ROWS)).mark_point().encode(x="v:Q", y="v:Q")


def _picture(chart: Any) -> str:
    return str(plotted(plot(chart.to_dict()), WIDE).svg())


@pytest.mark.parametrize(
    "moved",
    [
        lambda chart: chart.interactive(),
        lambda chart: chart.add_params(alt.selection_interval()),
        lambda chart: chart.add_params(alt.selection_point(fields=["g"])),
    ],
)
def test_what_a_hand_could_move_stands_still(moved: Any) -> None:
    """A chart to zoom, to brush or to click is the picture of the same chart without."""
    assert _picture(moved(_points())) == _picture(_points())


def test_panes_and_layers_stand_still_too() -> None:
    """Wherever in a chart the selection is told."""
    panes = _picture(_points() | _points())
    assert _picture(_points().interactive() | _points()) == panes
    layers = _picture(_points() + _points())
    assert _picture(alt.layer(_points(), _points()).interactive()) == layers
    by_hand = _points().to_dict()
    by_hand["params"] = [{"name": "zoom", "select": "interval", "bind": "scales"}]
    assert str(plotted(plot(by_hand), WIDE).svg()) == _picture(_points())


def test_colours_of_a_brush_are_those_before_anything_is_chosen() -> None:
    """A condition on a selection is drawn as if all were chosen."""
    brush = alt.selection_interval()
    chart = _points().encode(color=alt.condition(brush, alt.value("#123456"), alt.value("#abcdef")))
    picture = _picture(chart.add_params(brush))
    assert "#123456" in picture
    assert "#abcdef" not in picture


def test_what_is_cut_off_is_refused_by_its_name() -> None:
    """Marks that would stand beside the picture are no picture; the caption says which chart."""
    narrow = alt.X("v:Q", scale=alt.Scale(domain=[2, 3]))
    cut = _points().mark_line(clip=True).encode(x=narrow).properties(title="แนวโน้ม")
    with pytest.raises(RenderError, match="clip") as caught:
        _picture(cut)
    assert caught.value.where == "แนวโน้ม"
