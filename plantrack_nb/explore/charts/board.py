"""The four charts of one round, each showing what the others have chosen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import ipywidgets as w

from plantrack_nb.core.findings import Finding
from plantrack_nb.explore.charts import drawn
from plantrack_nb.explore.charts import specs as charts
from plantrack_nb.explore.charts.linked import Linked
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
            field: Linked(field, chart, self._listener(field)) for field, chart in _CHARTS.items()
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
            linked.draw(self._drawn(field, opened, shown))
        self.widget.children = [one.widget for one in self._charts.values()]

    def _drawn(self, field: str, opened: Opened, shown: Shown) -> drawn.Drawn:
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
