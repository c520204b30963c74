"""The year so far: its quarters against the targets, where it will end, what is left of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plantrack_nb.core.calendar import QUARTERS
from plantrack_nb.core.records import Row, rows, total
from plantrack_nb.core.schema import RoundKey
from plantrack_nb.measures.projects import Money
from plantrack_nb.measures.rounding import HALF_SATANG
from plantrack_nb.year.forecast import Forecast, forecast
from plantrack_nb.year.since_last_round import SinceLast

if TYPE_CHECKING:
    import pandas as pd

    from plantrack_nb.measures.totals import Totals
    from plantrack_nb.office.targets import Target, Targets
    from plantrack_nb.report.figures.facts import Project, RoundFacts

BACK = ("disbursed_fell", "status_back", "progress_fell", "activity_gone")
"""Kinds of change by which a project is worse than it was."""

FORWARD = ("status_forward", "progress_rose", "disbursed_rose")
"""Kinds by which it is further."""

SILENT = "nothing_reported"
LAST = QUARTERS[-1]


@dataclass(frozen=True, slots=True)
class Stage(Money):
    """Money at the end of a quarter, cumulative (baht)."""

    quarter: int
    budget: float
    disbursed: float


@dataclass(frozen=True)
class YearFacts:
    """A round within its year.

    Parameters
    ----------
    key : RoundKey
        The round.
    since : SinceLast
        What has changed since the round before.
    stages : tuple of Stage
        The quarters that are known, this round's last.
    targets : Mapping of int to Target
        The country's targets by quarter, where they are known.
    expected : Forecast or None
        Where the year will end; None after its last round.
    """

    key: RoundKey
    since: SinceLast
    stages: tuple[Stage, ...]
    targets: Mapping[int, Target]
    expected: Forecast | None

    @property
    def budget(self) -> float:
        """The year's budget as this round has it, baht."""
        return self.stages[-1].budget

    @property
    def target_of_year(self) -> float | None:
        """Percent to be disbursed by 30 September, where that is known."""
        found = self.targets.get(LAST)
        return None if found is None else found.percent


@dataclass(frozen=True, slots=True)
class Left:
    """What is left of a project when the year is over, and how much of it is committed (baht)."""

    project: Project
    kept: float

    @property
    def returned(self) -> float:
        """Baht that nothing is committed for."""
        return max(self.project.left - self.kept, 0.0)


def year_facts(
    facts: RoundFacts, since: SinceLast | None, earlier: Mapping[int, Totals], targets: Targets
) -> YearFacts | None:
    """Take a round within its year.

    Parameters
    ----------
    facts : RoundFacts
        The round's own facts.
    since : SinceLast, optional
        What has changed since the round before.
    earlier : Mapping of int to Totals
        Projects and money of the year's earlier rounds, by quarter.
    targets : Targets
        The country's targets.

    Returns
    -------
    YearFacts or None
        None in a first round: there is nothing to set it beside.
    """
    if since is None or since.before.fiscal_year != facts.key.fiscal_year:
        return None
    stages = [Stage(quarter, one.budget, one.disbursed) for quarter, one in sorted(earlier.items())]
    stages.append(Stage(facts.key.quarter, facts.whole.budget, facts.whole.disbursed))
    found = {quarter: targets.find(facts.key.fiscal_year, quarter) for quarter in QUARTERS}
    known = {quarter: one for quarter, one in found.items() if one is not None}
    goal = known[LAST].percent if LAST in known else None
    spent = {one.quarter: one.disbursed for one in stages}
    expected = forecast(spent, facts.whole.budget, goal)
    return YearFacts(facts.key, since, tuple(stages), known, expected)


def left_over(facts: RoundFacts, budget_lines: pd.DataFrame) -> list[Left]:
    """List what is left when the year is over, the most first; nothing before that."""
    if not facts.is_over:
        return []
    committed = _committed(rows(budget_lines[["project_no", "committed"]]))
    found = [
        Left(one, min(committed.get(one.project_no, 0.0), one.left))
        for one in facts.projects
        if one.left > HALF_SATANG
    ]
    return sorted(found, key=lambda one: -one.project.left)


def _committed(lines: Iterable[Row]) -> dict[str, float]:
    found: dict[str, list[float]] = {}
    for one in lines:
        found.setdefault(one.project_no, []).append(one.committed)
    return {no: max(total(amounts), 0.0) for no, amounts in found.items()}
