"""A chart in the notebook: shows a scene, and tells what was chosen in it."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files
from typing import Any

import traitlets
from anywidget import AnyWidget

from plantrack_nb.explore.charts.scene import Scene


class Plot(AnyWidget):
    """A chart.

    Parameters
    ----------
    name : str
        What the page calls it, in its class.
    on_pick : callable, optional
        Is told the key that was clicked, or ``""`` when nothing is chosen any more.
    """

    _esm = files(__package__).joinpath("plot.js").read_text(encoding="utf-8")
    drawn = traitlets.Dict().tag(sync=True)
    chosen = traitlets.Unicode().tag(sync=True, echo_update=False)
    picked = traitlets.Dict().tag(sync=True, echo_update=False)

    def __init__(self, name: str, on_pick: Callable[[str], None] | None = None) -> None:
        super().__init__()
        self._on_pick = on_pick
        self.scene: Scene | None = None
        self.add_class(f"plantrack-chart-{name}")
        self.observe(self._was_picked, names="picked")

    def show(self, scene: Scene, chosen: str = "") -> None:
        """Paint a scene, one of its keys chosen; what is painted already is not sent again."""
        with self.hold_sync():
            if scene != self.scene:
                self.scene, self.drawn = scene, scene.wire
            self.chosen = chosen

    def _was_picked(self, change: dict[str, Any]) -> None:
        if self._on_pick is not None:
            self.chosen = str(change["new"].get("key", ""))
            self._on_pick(self.chosen)
