"""matplotlib figures in the report's font: the one they come with has no Thai letters."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from plantrack_nb.render.letters.fonts import FAMILY, WEIGHTS, installed_font

_AXES = ("xaxis", "yaxis", "zaxis")
_UNCHOSEN = ["sans-serif"]


def in_our_font(figure: Any) -> None:
    """Let the words of a figure be drawn in our font, where nobody has chosen another."""
    matplotlib: Any = import_module("matplotlib")
    chosen = matplotlib.rcParams["font.sans-serif"]
    if chosen != matplotlib.rcParamsDefault["font.sans-serif"]:
        return
    _known()
    for axes in figure.axes:
        for axis in (getattr(axes, name, None) for name in _AXES):
            if axis is not None:
                axis.get_ticklabels(which="both")  # else they are made only when it is drawn
    for text in figure.findobj(import_module("matplotlib.text").Text):
        if list(text.get_fontfamily()) == _UNCHOSEN:
            text.set_fontfamily([FAMILY, *_UNCHOSEN])


def _known() -> None:
    manager: Any = import_module("matplotlib.font_manager").fontManager
    if all(one.name != FAMILY for one in manager.ttflist):
        for weight in WEIGHTS:
            manager.addfont(str(installed_font(weight)))
