"""Projects that the document counts but does not hold, strategy by strategy."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import isnan

from plantrack_nb.check.causes import id_of
from plantrack_nb.check.facts import ROUND, Facts
from plantrack_nb.core.records import Row, gathered
from plantrack_nb.core.vocabulary import ClaimKind

ABSENT_PROJECT = "claim-absent-project"
"""Code of the rule that tells of them; other findings hang under its own."""

_MOST = 1_000  # a count of a million million is a slip, and so is such a number of a project
_MOST_LISTED = 20
_CONTENTS, _STRATEGIES = ClaimKind.CONTENTS.value, ClaimKind.STRATEGY_TABLE.value
StrategyKey = tuple[str, int, int, str]
"""District, fiscal year, quarter and strategy number."""


@dataclass(frozen=True)
class Absent:
    """Projects of one strategy that are counted but not there.

    ``numbers`` are the gaps in the strategy's numbering, then the numbers after its last;
    ``claims`` the printed figures that count the strategy's projects.
    """

    strategy_no: str
    numbers: tuple[str, ...]
    claimed: int
    found: int
    claims: tuple[Row, ...]

    @property
    def subject(self) -> str:
        """What the finding about them is about."""
        return f"strategy {self.strategy_no}"

    @property
    def id(self) -> str:
        """Id of the finding about them, under which others hang."""
        return id_of(ABSENT_PROJECT, self.subject)

    @property
    def listed(self) -> str:
        """The numbers as a reader sees them."""
        more = " …" if len(self.numbers) > _MOST_LISTED else ""
        return ", ".join(self.numbers[:_MOST_LISTED]) + more


def counts(facts: Facts) -> list[Row]:
    """Select the claims that count a strategy's projects, with ``found``: how many there are.

    To be asked for by :meth:`Facts.once`, as :func:`by_strategy` is.
    """
    return [
        row
        for row in facts.beside
        if _counts_strategy(row) and not isnan(row.value) and row.strategy_no.isdecimal()
    ]


def _counts_strategy(row: Row) -> bool:
    if row.kind == _CONTENTS:
        return bool(row.column == "")
    return bool(row.kind == _STRATEGIES and row.is_total and row.column == "projects")


def by_strategy(facts: Facts) -> Mapping[StrategyKey, Absent]:
    """Gather what is absent: every count of the strategy is larger than what was found."""
    counted = gathered(facts.once(counts), [*ROUND, "strategy_no"])
    less = {
        place: least
        for place, group in counted.items()
        if (least := min(group, key=lambda row: row.value)).value > least.found
    }
    numbers = gathered(facts.in_rows, [*ROUND, "strategy_no"]) if less else {}
    found: dict[StrategyKey, Absent] = {}
    for place, least in less.items():
        there = (row.project_no for row in numbers.get(place, ()))
        lost = int(least.value - least.found)
        found[place] = Absent(
            strategy_no=place[3],
            numbers=_missing(place[3], there, lost),
            claimed=int(least.value),
            found=int(least.found),
            claims=tuple(counted[place]),
        )
    return found


def strategy_key(row: Row) -> StrategyKey:
    """Tell which strategy of which round a row belongs to."""
    return (row.district, row.fiscal_year, row.quarter, row.strategy_no)


def _missing(strategy_no: str, there: Iterable[str], count: int) -> tuple[str, ...]:
    taken = {int(tail) for tail in (no.rpartition(".")[2] for no in there) if tail.isdecimal()}
    free = (number for number in itertools.count(1) if number not in taken)
    return tuple(f"{strategy_no}.{number}" for number in itertools.islice(free, min(count, _MOST)))
