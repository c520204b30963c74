"""A chart in JupyterLab that tells what was clicked in it; it works without the network."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from plantrack_nb.explore.charts.drawn import PICK, Drawn

if TYPE_CHECKING:
    from plantrack_nb.explore.charts.specs import Chart
    from plantrack_nb.explore.charts.widget import ChartWidget

_EMBED = {"actions": False, "renderer": "svg"}  # no menu: its "View Source" runs data as a page


class Linked:
    """One chart and the column of which a click chooses a value.

    Parameters
    ----------
    field : str
        The column.
    chart : callable
        Makes the chart, without data; called once.
    on_pick : callable
        Is told the value clicked, or ``""`` when the click was beside everything.
    """

    def __init__(
        self, field: str, chart: Callable[[], Chart], on_pick: Callable[[str], None]
    ) -> None:
        self._field, self._chart, self._on_pick = field, chart, on_pick
        self._drawing = False
        self.widget: ChartWidget | None = None

    def draw(self, drawn: Drawn) -> ChartWidget:
        """Show data in the chart; nothing is chosen in it afterwards."""
        widget = self.widget or self._made()
        self._drawing = True
        try:
            widget.show(drawn)
        finally:
            self._drawing = False
        return widget

    def _made(self) -> ChartWidget:
        from plantrack_nb.explore.charts.widget import ChartWidget

        self.widget = ChartWidget(self._chart(), embed_options=_EMBED)
        self.widget.add_class(f"plantrack-chart-{self._field.replace('_', '-')}")
        self.widget.selections.observe(self._picked, names=[PICK])
        return self.widget

    def _picked(self, change: dict[str, Any]) -> None:
        if self._drawing:
            return
        chosen = change["new"].value
        self._on_pick(str(chosen[0].get(self._field, "")) if chosen else "")
