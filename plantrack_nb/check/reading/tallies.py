"""What the progress table adds up to: the whole plan, each strategy, each status."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from plantrack_nb.check.facts import ROUND, Facts, RoundKey
from plantrack_nb.core.records import Row, gathered, total
from plantrack_nb.core.vocabulary import Band, Status
from plantrack_nb.measures.projects import percent_of
from plantrack_nb.thai.text import arabic_digits

COUNT, BUDGET, SPENT, LEFT, PERCENT = "count", "budget", "spent", "left", "percent"
ALL = "รวม"
_STATUSES = {
    Status.DONE.value: (Status.DONE.value,),
    Status.IN_PROGRESS.value: (Status.IN_PROGRESS.value, Status.PARTIAL.value),
    Status.NOT_STARTED.value: (Status.NOT_STARTED.value,),
}


@dataclass(frozen=True)
class Tally:
    """What some projects add up to.

    Parameters
    ----------
    projects : tuple of Row
        The projects.
    """

    projects: tuple[Row, ...]

    @property
    def values(self) -> Mapping[str, float]:
        """Their number, money and percent."""
        budget = total(one.budget for one in self.projects)
        spent = total(one.disbursed for one in self.projects)
        return {
            COUNT: float(len(self.projects)),
            BUDGET: budget,
            SPENT: spent,
            LEFT: budget - spent,
            PERCENT: percent_of(spent, budget),
        }


Tallies = Mapping[str, Mapping[str, float]]
"""Numbers by the part of the plan: "รวม", the number of a strategy, a status."""


def tallies(facts: Facts) -> dict[RoundKey, Tallies]:
    """Add up the projects of every round, to be asked for by :meth:`Facts.once`."""
    return {key: _parts(some) for key, some in gathered(facts.in_rows, ROUND).items()}


def _parts(some: list[Row]) -> Tallies:
    parts: dict[str, Iterable[Row]] = {ALL: some}
    for one in {row.strategy_no for row in some}:
        parts[strategy_part(one)] = [row for row in some if row.strategy_no == one]
    for status, counted in _STATUSES.items():
        parts[status] = [row for row in some if row.status in counted]
    for band in (Band.AWAITING.value, Band.NO_BUDGET.value):
        parts[band] = [row for row in some if row.band == band]
    return {part: Tally(tuple(rows)).values for part, rows in parts.items()}


def strategy_part(number: str) -> str:
    """Name a strategy among the parts."""
    return f"กลยุทธ์ {arabic_digits(number).strip()}"


def strategies(found: Tallies) -> int:
    """Tell how many strategies a round has."""
    return sum(part.startswith("กลยุทธ์ ") for part in found)
