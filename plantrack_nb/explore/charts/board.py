"""The four charts of one round, each showing what the others have chosen.

A chart tells what was clicked in it; it works without the network: vl-convert brings all of Vega.
It is embedded once, and a choice sends data, not a chart to build anew: building, validating and
embedding four charts took half a second a choice; their data takes some milliseconds.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from importlib.resources import files
from typing import Any

import ipywidgets as w
import traitlets
import vl_convert
from altair import JupyterChart
from altair.utils._importers import vl_version_for_vl_convert

from plantrack_nb.core.findings import Finding
from plantrack_nb.explore.charts import drawn
from plantrack_nb.explore.charts import specs as charts
from plantrack_nb.explore.charts.drawn import PICK, Drawn
from plantrack_nb.explore.choice import Choice, Shown, narrowed
from plantrack_nb.explore.opened import Opened

FIELDS = {
    "project_no": "project_no",
    "owner": "group",
    "strategy_no": "strategy_no",
    "rule": "rule",
}
"""The column clicked in each chart, and what of a :class:`Choice` it sets."""

_CHARTS: dict[str, Callable[[], charts.Chart]] = {
    "project_no": charts.money_against_progress,
    "owner": lambda: charts.disbursement("owner", "กลุ่ม"),
    "strategy_no": lambda: charts.disbursement("strategy_no", "กลยุทธ์"),
    "rule": charts.findings_by_rule,
}
_EMBED = {"actions": False, "renderer": "svg"}  # no menu: its "View Source" runs data as a page
_SCRIPT = files(__package__).joinpath("linked.js").read_text(encoding="utf-8")


class LinkedChart(JupyterChart):
    """A chart whose named data and words are changed from Python, and that tells what was clicked.

    Parameters
    ----------
    field : str
        The column of which a click chooses a value.
    chart : Chart
        The chart, without data.
    on_pick : callable
        Is told the value clicked, or ``""`` when the click was beside everything.
    """

    _esm = vl_convert.javascript_bundle(_SCRIPT, vl_version=vl_version_for_vl_convert())
    drawn = traitlets.Dict().tag(sync=True)
    _turn = 0
    _drawing = False

    def __init__(self, field: str, chart: charts.Chart, on_pick: Callable[[str], None]) -> None:
        super().__init__(chart, embed_options=_EMBED)
        self._field, self._on_pick = field, on_pick
        self.add_class(f"plantrack-chart-{field.replace('_', '-')}")
        self.selections.observe(self._picked, names=[PICK])

    def show(self, data: Drawn) -> None:
        """Draw other data; nothing is chosen afterwards."""
        self._turn += 1  # even the same data are drawn again, with nothing chosen
        self._drawing = True
        try:
            with self.hold_sync():
                self.drawn = {"turn": self._turn, "data": data.data, "words": data.words}
                self._vl_selections = {PICK: {"value": None, "store": []}}
        finally:
            self._drawing = False

    def _picked(self, change: dict[str, Any]) -> None:
        if not self._drawing:
            chosen = change["new"].value
            self._on_pick(str(chosen[0].get(self._field, "")) if chosen else "")


class Board:
    """Four charts side by side.

    Parameters
    ----------
    rules : mapping
        Titles of the rules by code.
    on_choice : callable
        Is told the new choice after a click.
    """

    def __init__(self, rules: Mapping[str, str], on_choice: Callable[[Choice], None]) -> None:
        self._rules, self._on_choice = rules, on_choice
        self.choice = Choice()
        self.last = ""  # the chart that was clicked last
        self._charts = {
            field: LinkedChart(field, chart(), self._listener(field))
            for field, chart in _CHARTS.items()
        }
        self.widget = w.HBox()
        self.widget.add_class("plantrack-board")

    def draw(
        self, opened: Opened, findings: tuple[Finding, ...], choice: Choice, but: str = ""
    ) -> None:
        """Draw a round; each chart leaves its own part of the choice out, ``but`` one as it is."""
        self.choice = choice
        for field, linked in self._charts.items():
            if field == but:
                continue
            shown = narrowed(opened, findings, replace(choice, **{FIELDS[field]: ""}))
            linked.show(self._drawn(field, opened, shown))
        self.widget.children = [*self._charts.values()]

    def _drawn(self, field: str, opened: Opened, shown: Shown) -> Drawn:
        if field == "project_no":
            return drawn.money_against_progress(shown.projects)
        if field == "rule":
            return drawn.findings_by_rule(shown.findings, self._rules)
        names = opened.strategies if field == "strategy_no" else {}
        return drawn.disbursement(shown.projects, field, names, opened.target)

    def _listener(self, field: str) -> Callable[[str], None]:
        return lambda value: self._picked(field, value)

    def _picked(self, field: str, value: str) -> None:
        choice = replace(self.choice, **{FIELDS[field]: value})
        if choice != self.choice:
            self.choice = choice
            self.last = field
            self._on_choice(choice)
