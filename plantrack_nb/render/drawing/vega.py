"""Charts of any kind as pictures: drawn by Vega-Lite in our look, wide and narrow.

vl-convert takes half a second the first time, and some hundredths after; a picture is drawn once a
process.
"""

from __future__ import annotations

import json
from functools import cache, lru_cache
from typing import Any

from plantrack_nb.core.errors import RenderError
from plantrack_nb.render import theme
from plantrack_nb.render.drawing.bars import NARROW, WIDE, Layout
from plantrack_nb.render.drawing.flat import flattened
from plantrack_nb.render.drawing.picture import TEXT_SIZE, Picture
from plantrack_nb.render.drawing.still import still
from plantrack_nb.render.letters.fonts import FAMILY, print_fonts
from plantrack_nb.render.letters.text_width import width, wrap
from plantrack_nb.render.parts import Plot, Shade

_PANES = ("hconcat", "vconcat", "concat", "facet", "repeat", "spec")
_LABELS = {"labelFontSize": TEXT_SIZE, "titleFontSize": TEXT_SIZE, "labelColor": theme.INK,
           "titleColor": theme.INK, "labelLimit": 0, "titleLimit": 0}  # fmt: skip
_LINES = "lines"
"""Name of the labels that are broken into lines, handed over as data."""

_SHARE = 0.42
"""A label beside the bars takes at most this share of a picture's width."""


def plotted(part: Plot, layout: Layout) -> Picture:
    """Draw a chart.

    Raises
    ------
    RenderError
        It holds what no report can show; its caption says which chart it is.
    """
    try:
        return _drawn(part.spec, narrow=layout is NARROW)
    except RenderError as error:
        raise RenderError(error.what, where=part.caption, why=error.why, hint=error.hint) from error


@lru_cache(maxsize=64)
def _drawn(spec: str, *, narrow: bool) -> Picture:
    import vl_convert

    _register()
    made = _fitted(still(json.loads(spec)), NARROW if narrow else WIDE)
    return flattened(vl_convert.vegalite_to_svg(made, allowed_base_urls=[]))


@cache
def _register() -> None:
    import vl_convert

    vl_convert.register_font_directory(str(print_fonts()))


def _fitted(spec: dict[str, Any], layout: Layout) -> dict[str, Any]:
    """Return a specification at a layout's width, without its title, which is the caption."""
    made = {name: one for name, one in spec.items() if name not in {"title", "usermeta"}}
    made["config"] = _config(spec.get("config") or {}, layout)
    if any(name in made for name in _PANES):
        return _stacked(made, layout)
    asked = made.get("width")
    wide = asked if isinstance(asked, int | float) and layout is WIDE else layout.width
    made["width"] = min(wide, layout.width)
    made["autosize"] = {"type": "fit-x", "contains": "padding"}
    return _with_lines(made, layout)


def _stacked(made: dict[str, Any], layout: Layout) -> dict[str, Any]:
    """Put panes that stand side by side below each other where there is no room."""
    if layout is NARROW and "hconcat" in made:
        made["vconcat"] = made.pop("hconcat")
    if layout is NARROW and "concat" in made:
        made["columns"] = 1
    return made


def _with_lines(made: dict[str, Any], layout: Layout) -> dict[str, Any]:
    """Break the long labels of the upright axis into lines; they are values, never expressions."""
    encoding = made.get("encoding", {})
    channel = encoding.get("y")
    held = isinstance(channel, dict) and channel.get("type") in {"nominal", "ordinal"}
    axis = channel.get("axis") or {} if held else {}
    if not held or "labelExpr" in axis or channel.get("axis", {}) is None:
        return made
    room = layout.width * _SHARE
    values = {
        str(row.get(channel.get("field")))
        for rows in [*made.get("datasets", {}).values(), made.get("data", {}).get("values", [])]
        for row in rows
        if isinstance(row, dict)
    }
    broken = {one: [*wrap(one, room, TEXT_SIZE)] for one in sorted(values)
              if width(one, TEXT_SIZE) > room}  # fmt: skip
    if not broken:
        return made
    axis = {**axis, "labelExpr": f"{_LINES}[datum.label] || datum.label"}
    made["params"] = [*made.get("params", []), {"name": _LINES, "value": broken}]
    made["encoding"] = {**encoding, "y": {**channel, "axis": axis}}
    return _with_room(made, max(map(len, broken.values())))


def _with_room(made: dict[str, Any], lines: int) -> dict[str, Any]:
    """Give each bar the room its label's lines need, unless the analyst has said a height."""
    if "height" not in made:
        made["height"] = {"step": lines * (TEXT_SIZE + 4) + 10}
    return made


def _config(own: dict[str, Any], layout: Layout) -> dict[str, Any]:
    """Return our look, under what the chart itself says."""
    shades = [theme.SHADES[one] for one in (Shade.DEEP, Shade.WARM, Shade.MIDDLE, Shade.PALE)]
    narrow = layout is NARROW
    ours: dict[str, Any] = {
        "font": FAMILY,
        "background": None,
        "padding": {"left": 10, "right": 26, "top": 8, "bottom": 4},
        "mark": {"color": theme.ACCENT},
        "axis": {**_LABELS, "gridColor": theme.LINE, "domainColor": theme.MUTED,
                 "tickColor": theme.MUTED, "labelLineHeight": TEXT_SIZE + 4},
        "axisX": {"labelSeparation": 8, "titlePadding": 8},
        "axisY": {"maxExtent": layout.width},
        "header": _LABELS,
        "legend": {**_LABELS, "orient": "bottom", "direction": "vertical",
                   "columns": 1 if narrow else 3, "symbolStrokeColor": theme.MUTED},
        "range": {"category": [*shades, *_more_colours()]},
        "scale": {"bandPaddingInner": 0.25},
        "text": {"fontSize": TEXT_SIZE, "color": theme.INK},
        "title": {"fontSize": TEXT_SIZE, "color": theme.INK, "anchor": "start"},
        "view": {"stroke": theme.LINE, "continuousWidth": 260 if narrow else 300},
    }  # fmt: skip
    for name, said in own.items():
        held = ours.get(name)
        ours[name] = {**held, **said} if isinstance(held, dict) and isinstance(said, dict) else said
    ours["view"] = {**ours["view"], "continuousWidth": 260 if narrow else 300}
    return ours


def _more_colours() -> list[str]:
    return [look.colour for look in theme.TONES.values() if look.mark]
