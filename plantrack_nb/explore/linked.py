"""A chart in JupyterLab that tells what was clicked in it; it works without the network."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from plantrack_nb.explore.charts import PICK

if TYPE_CHECKING:
    from altair import JupyterChart

    from plantrack_nb.explore.charts import Drawn

_EMBED = {"actions": False, "renderer": "svg"}  # no menu: its "View Source" runs data as a page


class Linked:
    """One chart and the column of which a click chooses a value.

    Parameters
    ----------
    field : str
        The column.
    on_pick : callable
        Is told the value clicked, or ``""`` when the click was beside everything.
    """

    def __init__(self, field: str, on_pick: Callable[[str], None]) -> None:
        self._field = field
        self._on_pick = on_pick
        self.widget: JupyterChart | None = None

    def draw(self, chart: Drawn) -> JupyterChart:
        """Show a chart in the widget; nothing is chosen in it afterwards."""
        from altair import JupyterChart

        if self.widget is None:
            JupyterChart.enable_offline()
            self.widget = JupyterChart(chart, embed_options=_EMBED)
            self.widget.add_class(f"plantrack-chart-{self._field.replace('_', '-')}")
        else:
            self.widget.chart = chart
        self.widget.selections.observe(self._picked, names=[PICK])
        return self.widget

    def _picked(self, change: dict[str, Any]) -> None:
        chosen = change["new"].value
        self._on_pick(str(chosen[0].get(self._field, "")) if chosen else "")
