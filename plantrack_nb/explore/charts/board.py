"""The four charts of one round, each showing what the others have chosen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import ipywidgets as w

from plantrack_nb.core.findings import Finding
from plantrack_nb.explore.charts import drawn
from plantrack_nb.explore.charts.plot import Plot
from plantrack_nb.explore.charts.scene import Scene
from plantrack_nb.explore.choice import Choice, Shown, narrowed
from plantrack_nb.explore.opened import Opened

FIELDS = {
    "project_no": "project_no",
    "owner": "group",
    "strategy_no": "strategy_no",
    "rule": "rule",
}
"""What is clicked in each chart, and what of a :class:`Choice` it sets."""


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
        self.plots = {
            field: Plot(field.replace("_", "-"), self._listener(field)) for field in FIELDS
        }
        self.widget = w.HBox([*self.plots.values()])
        self.widget.add_class("plantrack-board")

    def draw(self, opened: Opened, findings: tuple[Finding, ...], choice: Choice) -> None:
        """Draw a round; each chart leaves its own part of the choice out, and marks it."""
        self.choice = choice
        for field, plot in self.plots.items():
            part = FIELDS[field]
            shown = narrowed(opened, findings, replace(choice, **{part: ""}))
            plot.show(self._scene(field, opened, shown), getattr(choice, part))

    def _scene(self, field: str, opened: Opened, shown: Shown) -> Scene:
        if field == "project_no":
            return drawn.money_against_progress(shown.records)
        if field == "rule":
            return drawn.findings_by_rule(shown.findings, self._rules)
        names = opened.strategies if field == "strategy_no" else {}
        return drawn.disbursement(shown.records, field, names, opened.target)

    def _listener(self, field: str) -> Callable[[str], None]:
        return lambda key: self._picked(field, key)

    def _picked(self, field: str, key: str) -> None:
        choice = replace(self.choice, **{FIELDS[field]: key})
        if choice != self.choice:
            self._on_choice(choice)
