"""What follows from the tables by definition: a project's status, money, band and owners.

Checks and summaries share these definitions, so that a recomputed figure can only differ from
a printed one because the document is wrong. Every function takes tables that may hold many
rounds and works on all of them in one pass.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from math import nan
from operator import attrgetter
from typing import TYPE_CHECKING

from plantrack_nb.core.records import Row, gathered, rows, total
from plantrack_nb.core.vocabulary import (
    ITEM_SEPARATOR,
    Band,
    BudgetState,
    ClaimKind,
    Status,
    split_items,
)
from plantrack_nb.thai.groups import combination
from plantrack_nb.thai.names import split_owners

if TYPE_CHECKING:
    import pandas as pd

ROUND = ["district", "fiscal_year", "quarter"]
PROJECT = [*ROUND, "project_no"]
_BAND_EDGE = 70.0
_REMEMBERED = 1024
"""The same few groups stand in every row."""
_NEEDED = ("projects", "budget_lines", "activities", "claims")
_SUMMARY_TABLES = (ClaimKind.LEVEL_TABLE.value, ClaimKind.STRATEGY_TABLE.value)
_round = attrgetter(*ROUND)
_project = attrgetter(*PROJECT)


@dataclass(frozen=True, slots=True)
class Measured:
    """What a project is counted by.

    Parameters
    ----------
    budget, committed, disbursed : float
        Sums over its lines, baht.
    lines : float
        Number of its budget lines.
    disbursed_pct : float
        Percent of the budget disbursed; NaN without a budget.
    status : str
        The one status on which all marks of its activities agree, else ``partial``; ``""``
        when nothing is marked.
    band : str
        Disbursement band from the budget state and the percent disbursed.
    owner, all_groups : str
        Canonical combination of its own owner groups, and of its own and its activities'.
    """

    budget: float
    committed: float
    disbursed: float
    lines: float
    disbursed_pct: float
    status: str
    band: str
    owner: str
    all_groups: str


def percent(part: pd.Series[float], whole: pd.Series[float]) -> pd.Series[float]:
    """Percent of ``part`` in ``whole``; NaN where the whole is zero or missing."""
    return 100.0 * part / whole.where(whole > 0)


def percent_of(part: float, whole: float) -> float:
    """Percent of one amount in another; NaN where the whole is zero or missing."""
    return 100.0 * part / whole if whole > 0 else nan


def measured(
    projects: Iterable[Row], budget_lines: Iterable[Row], activities: Iterable[Row]
) -> list[Measured]:
    """Measure each project by its lines and activities, in the projects' order."""
    lines_of, activities_of = gathered(budget_lines, PROJECT), gathered(activities, PROJECT)
    return [
        _measured(one, lines_of.get(_project(one), []), activities_of.get(_project(one), []))
        for one in projects
    ]


def _measured(project: Row, lines: list[Row], activities: list[Row]) -> Measured:
    budget = total(line.budget for line in lines)
    disbursed = total(line.disbursed for line in lines)
    spent = percent_of(disbursed, budget)
    groups = [project.owner_groups, *(one.owner_groups for one in activities)]
    return Measured(
        budget=budget,
        committed=total(line.committed for line in lines),
        disbursed=disbursed,
        lines=float(len(lines)),
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


def projects(tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """One row a project with everything the summaries count it by.

    Returns
    -------
    DataFrame
        The columns of ``projects``, those of :class:`Measured`, and ``summary_group`` (the row
        it is counted in: the printed row that names all its groups, if there is one, else its
        owner).
    """
    import pandas as pd

    own, lines, activities, claims = (rows(tables[name]) for name in _NEEDED)
    found = measured(own, lines, activities)
    made = tables["projects"].reset_index(drop=True)
    for column in fields(Measured):
        values = [getattr(one, column.name) for one in found]
        made[column.name] = pd.Series(values, dtype=str(column.type))
    labels = _labels(claims)
    chosen = [_summary_group(one, by, labels) for one, by in zip(own, found, strict=True)]
    made["summary_group"] = pd.Series(chosen, dtype="str")
    return made


def claim_keys(claims: pd.DataFrame) -> pd.DataFrame:
    """Take claims with their subject's keys as columns (``group``, ``column``, …, else ``""``)."""
    import pandas as pd

    found = list(map(_subject, claims["subject"].tolist()))
    made = claims.copy()
    for name in ("group", "column", "strategy_no", "item", "project_no", "activity_no", "row"):
        made[name] = pd.Series([one.get(name, "") for one in found], claims.index, dtype="str")
    return made


def _labels(claims: Iterable[Row]) -> dict[tuple[object, ...], str]:
    """Name the rows of the summary tables, by round and the set of groups that each stands for."""
    labels: dict[tuple[object, ...], str] = {}
    for row in claims:
        if row.kind in _SUMMARY_TABLES:
            groups = _groups_in(_subject(row.subject).get("group", ""))
            if groups:
                labels.setdefault((*_round(row), _set_key(groups)), combination(groups))
    return labels


def _summary_group(project: Row, by: Measured, labels: Mapping[tuple[object, ...], str]) -> str:
    """Joint owners are compared as sets: the printed order of groups means nothing."""
    ways = (_groups_in(text) for text in (by.all_groups, by.owner))
    named = (labels.get((*_round(project), _set_key(groups)), "") for groups in ways)
    return next(filter(None, named), by.owner)


def _subject(text: str) -> dict[str, str]:
    """Read the keys of a claim's subject."""
    pairs = (part.partition("=") for part in text.split("; "))
    return {name: value for name, _, value in pairs}


@lru_cache(maxsize=_REMEMBERED)
def _groups_in(text: str) -> tuple[str, ...]:
    return split_owners(text).groups


@lru_cache(maxsize=_REMEMBERED)
def _set_key(groups: tuple[str, ...]) -> str:
    return "; ".join(sorted({combination([group]) for group in groups}))


@lru_cache(maxsize=_REMEMBERED)
def _combined(owner_groups: str) -> str:
    return combination(split_items(owner_groups))
