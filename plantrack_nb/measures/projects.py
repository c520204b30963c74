"""What follows from the tables by definition: a project's status, money, band and owners.

Checks and summaries share these definitions, so that a recomputed figure can only differ from
a printed one because the document is wrong. Every function takes tables that may hold many
rounds and works on all of them in one pass.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from math import nan
from operator import attrgetter
from typing import TYPE_CHECKING

from plantrack_nb.core.records import Row, extended, gathered, known, rows, total
from plantrack_nb.core.vocabulary import (
    ITEM_SEPARATOR,
    Band,
    BudgetState,
    Status,
    split_items,
)
from plantrack_nb.thai.groups import combination

if TYPE_CHECKING:
    import pandas as pd

ROUND = ["district", "fiscal_year", "quarter"]
PROJECT = [*ROUND, "project_no"]
_BAND_EDGE = 70.0
_REMEMBERED = 1024
"""The same few groups stand in every row."""
_NEEDED = ("projects", "budget_lines", "activities")
_NUMBERS = ("budget", "disbursed", "disbursed_pct")
_TEXTS = ("status", "band", "owner", "all_groups")
_project = attrgetter(*PROJECT)


def percent_of(part: float, whole: float) -> float:
    """Percent of one amount in another; NaN where the whole is zero or missing."""
    return 100.0 * part / whole if whole > 0 else nan


class Money:
    """What a budget and the money disbursed of it (baht) say together."""

    __slots__ = ()
    budget: float
    disbursed: float

    @property
    def left(self) -> float:
        """Baht not disbursed yet; negative where more was disbursed than given."""
        return self.budget - self.disbursed

    @property
    def percent(self) -> float | None:
        """Percent disbursed; ``None`` without a budget."""
        return known(percent_of(self.disbursed, self.budget))


def measured(
    projects: Iterable[Row], budget_lines: Iterable[Row], activities: Iterable[Row]
) -> list[Row]:
    """Give each project what it is counted by, in the projects' order.

    Returns
    -------
    list of Row
        The projects with ``budget`` and ``disbursed`` (sums over their lines, baht),
        ``disbursed_pct`` (NaN without a budget), ``status`` (see :func:`status_of`), ``band`` (see
        :func:`band_of`), ``owner`` and ``all_groups`` (canonical combination of its own owner
        groups, and of its own and its activities').
    """
    lines_of, activities_of = gathered(budget_lines, PROJECT), gathered(activities, PROJECT)
    return [
        _measured(one, lines_of.get(_project(one), []), activities_of.get(_project(one), []))
        for one in projects
    ]


def _measured(project: Row, lines: list[Row], activities: list[Row]) -> Row:
    budget = total(line.budget for line in lines)
    disbursed = total(line.disbursed for line in lines)
    spent = percent_of(disbursed, budget)
    groups = [project.owner_groups, *(one.owner_groups for one in activities)]
    return extended(
        project,
        budget=budget,
        disbursed=disbursed,
        disbursed_pct=spent,
        status=status_of(one.status for one in activities),
        band=band_of(project.budget_state, spent),
        owner=_combined(project.owner_groups),
        all_groups=_combined(ITEM_SEPARATOR.join(dict.fromkeys(groups))),
    )


def status_of(marks: Iterable[str]) -> str:
    """Return the status on which all marks agree, else ``partial``; ``""`` without a mark."""
    told = {mark for mark in marks if mark}
    return Status.PARTIAL.value if len(told) > 1 else "".join(told)


def band_of(budget_state: str, disbursed_pct: float) -> str:
    """Disbursement band from the budget state and the percent disbursed."""
    if budget_state == BudgetState.NONE.value:
        return Band.NO_BUDGET.value
    if budget_state == BudgetState.AWAITING.value:
        return Band.AWAITING.value
    if not disbursed_pct > 0:
        return Band.NOTHING.value
    return Band.OVER_70.value if disbursed_pct > _BAND_EDGE else Band.UPTO_70.value


def of_round(tables: Mapping[str, pd.DataFrame]) -> list[Row]:
    """Measure the projects of one round, or of several stacked in the same tables."""
    return measured(*(rows(tables[name]) for name in _NEEDED))


def projects(tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Give the table ``projects`` with the columns of :func:`measured`."""
    import pandas as pd

    names = [*tables["projects"].columns, *_NUMBERS, *_TEXTS]
    types = {**dict.fromkeys(_NUMBERS, "float64"), **dict.fromkeys(_TEXTS, "str")}
    found = pd.DataFrame([*map(attrgetter(*names), of_round(tables))], columns=names)
    return found.astype({**tables["projects"].dtypes, **types})


@lru_cache(maxsize=_REMEMBERED)
def _combined(owner_groups: str) -> str:
    return combination(split_items(owner_groups))
