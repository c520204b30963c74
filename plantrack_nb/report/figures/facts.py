"""The facts of one round: its money and projects as plain records, without a word of prose."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from math import isnan
from typing import TYPE_CHECKING

from plantrack_nb.core.calendar import QUARTERS, round_period
from plantrack_nb.core.records import Row, gathered, rows
from plantrack_nb.core.schema import Round, RoundKey
from plantrack_nb.core.vocabulary import TOTAL, UNMARKED, Band, BudgetState, ClaimKind, Status
from plantrack_nb.measures.claims import printed_figures
from plantrack_nb.measures.memo import in_words, tells_received
from plantrack_nb.measures.projects import Money, of_round
from plantrack_nb.measures.rounding import HALF_SATANG
from plantrack_nb.measures.summary import TABLES, beside, placed
from plantrack_nb.quantities.counted_nouns import BAHT, PERCENT
from plantrack_nb.report.figures.dominant import largest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    import pandas as pd

    from plantrack_nb.office.targets import Target

_UNITS = (BAHT, PERCENT, "project")


@dataclass(frozen=True, slots=True)
class Project(Money):
    """One project as the report counts it; money in baht, ``status`` ``""`` if nothing is marked.

    ``group`` is the row of the report's tables it stands in.
    """

    project_no: str
    name: str
    strategy_no: str
    group: str
    status: str
    budget_state: str
    band: str
    budget: float
    disbursed: float
    done: int


@dataclass(frozen=True, slots=True)
class Sum(Money):
    """Projects and money (baht) of a part of the round: a strategy, a group, or the whole."""

    label: str
    name: str
    projects: int
    budget: float
    disbursed: float


@dataclass(frozen=True)
class RoundFacts:
    """What the tables of a round say about its money and its projects.

    Parameters
    ----------
    key : RoundKey
        The round.
    office : str
        The reporting office's short name.
    projects : tuple of Project
        In the order of the document.
    strategies, groups : tuple of Sum
        Every strategy (``label`` its number) and every group (``label`` and ``name`` alike).
    overspent : mapping of str to float
        What was disbursed beyond its budget lines by each project, the largest excess first.
    target : Target or None
        The country's target for the end of the quarter, if it is known.
    printed : tuple of Row
        Each figure of the document's two tables beside ours
        (:func:`plantrack_nb.measures.summary.beside`).
    told : tuple of Row
        Each figure of its memo and summary beside what their words give
        (:func:`plantrack_nb.measures.memo.in_words`).
    """

    key: RoundKey
    office: str
    projects: tuple[Project, ...]
    strategies: tuple[Sum, ...]
    groups: tuple[Sum, ...]
    overspent: Mapping[str, float] = field(default_factory=dict)
    target: Target | None = None
    printed: tuple[Row, ...] = ()
    told: tuple[Row, ...] = ()

    @property
    def period(self) -> tuple[date, date]:
        """First and last day the round reports on."""
        return round_period(self.key.fiscal_year, self.key.quarter)

    @property
    def is_over(self) -> bool:
        """The fiscal year has ended with this round."""
        return self.key.quarter == QUARTERS[-1]

    @cached_property
    def whole(self) -> Sum:
        """All projects and all money."""
        return _sum("", "", self.projects)

    @property
    def has_money(self) -> bool:
        """Some project was given money, or spent some."""
        return any(one.budget > 0 or one.disbursed > 0 for one in self.projects)

    @property
    def needs_no_money(self) -> bool:
        """All projects do without money."""
        return set(self.states) == {BudgetState.NONE}

    @property
    def carried(self) -> list[Row]:
        """Figures of the memo's numbered items, which no table gives."""
        items = (one for one in self.told if one.kind == ClaimKind.MEMO and one.item)
        return [one for one in items if one.unit in _UNITS and not isnan(one.value)]

    @property
    def received(self) -> Row | None:
        """The money the memo says was received in all, if it says so."""
        return next(filter(tells_received, self.told), None)

    @cached_property
    def by_group(self) -> dict[str, list[Project]]:
        """Projects by the row of the two tables, the last one the total."""
        groups = gathered(self.projects, ["group"])
        return {**{one.label: groups[one.label] for one in self.groups}, TOTAL: [*self.projects]}

    @cached_property
    def statuses(self) -> Counter[str]:
        """How many projects stand at each status, those with nothing marked too."""
        return Counter(one.status or UNMARKED for one in self.projects)

    @cached_property
    def states(self) -> Counter[str]:
        """How many projects have money, await it, or need none."""
        return Counter(one.budget_state for one in self.projects)

    @cached_property
    def bands(self) -> Counter[str]:
        """How many projects are in each disbursement band."""
        return Counter(one.band for one in self.projects)

    @property
    def short_of_target(self) -> float:
        """Baht that should have been disbursed and were not, by the target; 0 if none is known."""
        return self.lacking(self.whole)

    @property
    def unspent(self) -> list[Project]:
        """Projects with money left, the most first."""
        return sorted((one for one in self.projects if one.left > HALF_SATANG), key=_by_left)

    @property
    def untouched(self) -> list[Project]:
        """Projects that were given money and have disbursed none of it, the most first."""
        held = [one for one in self.projects if one.band == Band.NOTHING and one.budget > 0]
        return sorted(held, key=_by_left)

    @property
    def not_started(self) -> list[Project]:
        """Projects of which nothing was begun."""
        return [one for one in self.projects if one.status == Status.NOT_STARTED]

    @property
    def awaiting(self) -> list[Project]:
        """Projects that wait for money."""
        return [one for one in self.projects if one.budget_state == BudgetState.AWAITING]

    @cached_property
    def largest(self) -> tuple[Project, ...]:
        """The one to three projects that carry the percent, in the order of the document.

        See :func:`plantrack_nb.report.figures.dominant.largest`.
        """
        return largest(self.projects)

    @cached_property
    def besides_largest(self) -> Sum | None:
        """All but :attr:`largest`, where there are such."""
        rest = (one for one in self.projects if one not in self.largest)
        return _sum("", "", rest) if self.largest else None

    @property
    def below_target(self) -> tuple[list[Sum], list[Sum]]:
        """Strategies and groups that stand below the target, those that lack most money first."""
        if self.target is None:
            return [], []
        goal = self.target.percent

        def slow(sums: Iterable[Sum]) -> list[Sum]:
            late = (one for one in sums if one.percent is not None and one.percent < goal)
            return sorted(late, key=lambda one: -self.lacking(one))

        return slow(self.strategies), slow(self.groups)

    def lacking(self, one: Sum) -> float:
        """Baht that would bring a part of the round to the target; 0 if none is known."""
        goal = 0.0 if self.target is None else self.target.percent
        return max(goal / 100 * one.budget - one.disbursed, 0.0)


def round_facts(loaded: Round, office: str, target: Target | None = None) -> RoundFacts:
    """Take the facts of a round from its tables.

    Parameters
    ----------
    loaded : Round
        The round.
    office : str
        The office's short name, e.g. ``"สพป.นครปฐม เขต 1"``.
    target : Target, optional
        The country's target for the end of the round's quarter.
    """
    printed = printed_figures(rows(loaded.claims))
    in_rows = placed(of_round(loaded.tables), printed)
    tables = [one for one in beside(in_rows, printed) if one.kind in TABLES]
    projects = tuple(_projects(in_rows, rows(loaded.activities[["project_no", "status"]])))
    held = dict.fromkeys(one.group for one in projects)
    order = dict.fromkeys([*(one.label for one in tables if one.label in held), *held])
    return RoundFacts(
        loaded.key,
        office,
        projects,
        tuple(_strategies(loaded.strategies, projects)),
        tuple(_sum(name, name, (p for p in projects if p.group == name)) for name in order),
        _overspent(rows(loaded.budget_lines)),
        target,
        tuple(tables),
        tuple(in_words(printed)),
    )


def _projects(in_rows: Iterable[Row], activities: Iterable[Row]) -> Iterable[Project]:
    done = Counter(row.project_no for row in activities if row.status == Status.DONE)
    for row in in_rows:
        yield Project(
            row.project_no,
            _tidy(row.name),
            row.strategy_no,
            row.group,
            row.status,
            row.budget_state,
            row.band,
            row.budget,
            row.disbursed,
            done[row.project_no],
        )


def _strategies(strategies: pd.DataFrame, projects: tuple[Project, ...]) -> Iterable[Sum]:
    """Sum each strategy; one that only projects name comes last, without a name."""
    named = dict(zip(strategies["strategy_no"], strategies["name"], strict=True))
    numbers = dict.fromkeys([*named, *(one.strategy_no for one in projects)])
    for number in numbers:
        members = (one for one in projects if one.strategy_no == number)
        yield _sum(str(number), str(named.get(number, "")), members)


def _overspent(lines: Iterable[Row]) -> dict[str, float]:
    """Add up by project what was disbursed beyond its lines, in the order of the largest line."""
    found: dict[str, float] = {}
    over = [one for one in lines if one.disbursed - one.budget > HALF_SATANG]
    for one in sorted(over, key=lambda one: one.budget - one.disbursed):
        found[one.project_no] = found.get(one.project_no, 0.0) + one.disbursed - one.budget
    return found


def _sum(label: str, name: str, projects: Iterable[Project]) -> Sum:
    members = list(projects)
    budget = sum(one.budget for one in members)
    return Sum(label, name, len(members), budget, sum(one.disbursed for one in members))


def _by_left(one: Project) -> float:
    return -one.left


def _tidy(text: object) -> str:
    return " ".join(str(text).split())
