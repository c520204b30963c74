"""The four charts of one round, each showing what the others have chosen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import ipywidgets as w

from plantrack_nb.explore import charts
from plantrack_nb.explore.choice import Choice, narrowed
from plantrack_nb.explore.linked import Linked
from plantrack_nb.explore.opened import Opened
from plantrack_nb.findings import Finding

FIELDS = {
    "project_no": "project_no",
    "owner": "group",
    "strategy_no": "strategy_no",
    "rule": "rule",
}
"""The column clicked in each chart, and what of a :class:`Choice` it sets."""


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
        self._charts = {field: Linked(field, self._listener(field)) for field in FIELDS}
        self.widget = w.HBox(layout=w.Layout(flex_flow="row wrap"))

    def draw(
        self, opened: Opened, findings: tuple[Finding, ...], choice: Choice, but: str = ""
    ) -> None:
        """Draw a round; each chart leaves its own part of the choice out, ``but`` one as it is."""
        self.choice = choice
        for field, linked in self._charts.items():
            if field == but:
                continue
            shown = narrowed(opened, findings, replace(choice, **{FIELDS[field]: ""}))
            if field == "project_no":
                made = charts.money_against_progress(shown.projects)
            elif field == "rule":
                made = charts.findings_by_rule(shown.findings, self._rules)
            else:
                title = "กลุ่ม" if field == "owner" else "กลยุทธ์"
                made = charts.disbursement(shown.projects, field, title, opened.target)
            linked.draw(made)
        self.widget.children = [one.widget for one in self._charts.values()]

    def _listener(self, field: str) -> Callable[[str], None]:
        return lambda value: self._picked(field, value)

    def _picked(self, field: str, value: str) -> None:
        choice = replace(self.choice, **{FIELDS[field]: value})
        if choice != self.choice:
            self.choice = choice
            self.last = field
            self._on_choice(choice)
