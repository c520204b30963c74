"""Colours and type, chosen once: for screen, print, the colour-blind and grey paper alike."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from plantrack_nb.render import svg
from plantrack_nb.render.fonts import FAMILY, chart_fonts
from plantrack_nb.vocabulary import Status

if TYPE_CHECKING:
    import altair as alt

INK = "#1c2530"
MUTED = "#55606e"
LINE = "#d5dbe2"
TRACK = "#edf0f4"
ACCENT = "#1d4f8c"
TARGET = "#a3281f"

LEVEL_COLOURS = {
    Status.DONE: "#12355b",
    Status.IN_PROGRESS: "#3579a8",
    Status.PARTIAL: "#f0b54a",
    Status.NOT_STARTED: "#e3e7ec",
}
"""Lightness falls from one to the next, so that the four stay apart without hue."""

WIDTH = 440
TEXT_SIZE = 15
SMALL_SIZE = 13


def ink_on(colour: str) -> str:
    """Return white or ink, whichever reads better on ``colour``."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return "#ffffff" if 0.2126 * red + 0.7152 * green + 0.0722 * blue < 0.5 else INK


def to_svg(chart: alt.LayerChart | alt.FacetChart) -> str:
    """Draw a chart. The same chart gives the same text."""
    styled = chart.configure(
        background="transparent",
        font=FAMILY,
        padding=2,
        view={"stroke": None},
        text={"color": INK, "fontSize": SMALL_SIZE},
        # Vega measures a label again and again to cut it; none of ours is to be cut.
        axis={
            "labelLimit": 0,
            "labelFontSize": TEXT_SIZE,
            "labelColor": INK,
            "title": None,
            "ticks": False,
            "domain": False,
            "grid": False,
        },
        header={"labelLimit": 0, "labelFontSize": TEXT_SIZE, "labelColor": INK, "title": None},
        legend={
            "labelLimit": 0,
            "labelFontSize": SMALL_SIZE,
            "labelColor": INK,
            "orient": "top",
            "title": None,
            "symbolType": "square",
            "symbolStrokeColor": LINE,
            "columns": 2,
        },
        title={"anchor": "start", "color": TARGET, "fontSize": SMALL_SIZE, "offset": 14},
    )
    drawn = _renderer().vegalite_to_svg(styled.to_json(indent=None))
    return svg.standalone(svg.clean(drawn))


@cache
def _renderer():  # type: ignore[no-untyped-def]  # a module without type hints
    import vl_convert

    vl_convert.register_font_directory(str(chart_fonts()))
    return vl_convert
