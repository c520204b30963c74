"""A year's rounds of all districts, read when they are asked for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import TYPE_CHECKING

from plantrack_nb.analysis import Rounds
from plantrack_nb.core.findings import Severity
from plantrack_nb.core.records import Row, gathered, rows, total
from plantrack_nb.core.schema import RoundKey
from plantrack_nb.explore.country.figures import Course, Found
from plantrack_nb.measures.projects import Money
from plantrack_nb.measures.totals import Totals, totals_of
from plantrack_nb.office.targets import NO_TARGETS, Targets
from plantrack_nb.thai.text import THAI_LETTER
from plantrack_nb.thai.word_breaks import words

if TYPE_CHECKING:
    import pandas as pd

_SILENT = "nothing_reported"
_PROJECT = ("name", "owner", "status", "budget", "disbursed", "disbursed_pct")
_WORD = re.compile(f"[{THAI_LETTER}]{{4,}}")
_FEWEST = 3
Numbers = Mapping[RoundKey, Collection[str]]
"""Numbers of projects, by their round."""


@dataclass(frozen=True)
class Slice:
    """Some projects of every district: of an owner group, with words in their names."""

    group: str = ""
    words: str = ""

    @property
    def is_everything(self) -> bool:
        """True when no project is left out."""
        return not self.group and not self.words.strip()

    def holds(self, project: Row) -> bool:
        """Tell whether a project is one of them."""
        name = project.name.lower()
        in_name = all(word in name for word in self.words.lower().split())
        return in_name and self.group in ("", project.owner)


@dataclass(frozen=True, slots=True)
class Group(Money):
    """An owner group across districts: its projects, how many districts have it, its money."""

    name: str
    projects: int
    districts: int
    budget: float
    disbursed: float


class Nation:
    """A year's rounds.

    Parameters
    ----------
    rounds : Rounds
        Rounds of one fiscal year.
    names : mapping
        Names of the districts by their codes.
    targets : Targets
        National targets.
    """

    def __init__(
        self, rounds: Rounds, names: Mapping[str, str], targets: Targets = NO_TARGETS
    ) -> None:
        self.rounds, self._names, self._targets = rounds, names, targets
        self.quarters = sorted({key.quarter for key in rounds.keys})
        self.projects: Callable[[int], list[Row]] = cache(self._projects)
        self.groups: Callable[[int], list[Group]] = cache(self._groups)

    @property
    def fiscal_year(self) -> int:
        """The year, B.E."""
        return self.rounds.keys[0].fiscal_year

    def name(self, code: str) -> str:
        """Name a district."""
        return self._names.get(code, code)

    def target(self, quarter: int) -> float | None:
        """Percent to be disbursed by the end of a quarter."""
        found = self._targets.find(self.fiscal_year, quarter)
        return None if found is None else found.percent

    @cached_property
    def courses(self) -> list[Course]:
        """Every district of the register with all its projects; those without a round are late."""
        money = {_key(one): _totals(one) for one in rows(self.rounds.totals)}
        return self._courses(money, None)

    def narrowed(self, asked: Slice) -> list[Course]:
        """Every district with only some of its projects; those without any have no figures."""
        if asked.is_everything:
            return self.courses
        held: dict[RoundKey, list[Row]] = {}
        for quarter in self.quarters:
            kept = filter(asked.holds, self.projects(quarter))
            held |= {_key(some[0]): some for some in gathered(kept, ["district"]).values()}
        money = {key: totals_of(some) for key, some in held.items()}
        numbers = {key: {one.project_no for one in some} for key, some in held.items()}
        return self._courses(money, numbers)

    def common_words(self, quarter: int) -> list[str]:
        """Words that stand in the names of several projects, the most frequent first."""
        names = {one.name for one in self.projects(quarter)}
        count = Counter(
            word
            for name in names
            for part in name.removeprefix("โครงการ").split()
            for word in {*words(part)}
            if _WORD.fullmatch(word)
        )
        return [word for word, times in count.most_common() if times >= _FEWEST]

    def _courses(self, money: Mapping[RoundKey, Totals], numbers: Numbers | None) -> list[Course]:
        found = self._found(numbers)
        none: dict[str, list[RoundKey]] = {code: [] for code in self._names if code}
        keys = none | gathered(self.rounds.keys, ["district"])
        return [
            Course(
                code,
                self.name(code),
                frozenset(key.quarter for key in some),
                {key.quarter: money[key] for key in some if key in money},
                {key.quarter: found[key] for key in some},
            )
            for code, some in sorted(keys.items())
        ]

    def _found(self, numbers: Numbers | None) -> dict[RoundKey, Found]:
        counts: dict[RoundKey, Counter[str]] = {key: Counter() for key in self.rounds.keys}
        for key, project_no, what in self._told:
            if numbers is None or project_no in numbers.get(key, ()):
                counts[key][what] += 1
        return {
            key: Found(count[Severity.ERROR], count[Severity.WARNING], count[_SILENT])
            for key, count in counts.items()
        }

    @cached_property
    def _told(self) -> list[tuple[RoundKey, str, str]]:
        """What is counted of each round: a project, and a severity or that nothing was said."""
        findings, changes = self.rounds.findings, self.rounds.changes
        silent = changes[changes["kind"] == _SILENT]
        opened = findings[findings["waived"] == ""]
        return [
            *((_key(one), one.project_no, one.severity) for one in rows(opened)),
            *((_key(one), one.project_no, _SILENT) for one in rows(silent)),
        ]

    def _projects(self, quarter: int) -> list[Row]:
        keys = tuple(key for key in self.rounds.keys if key.quarter == quarter)
        data: pd.DataFrame = replace(self.rounds, keys=keys).projects
        return rows(data[["district", "fiscal_year", "quarter", "project_no", *_PROJECT]])

    def _groups(self, quarter: int) -> list[Group]:
        made = [
            Group(
                name,
                len(some),
                len({one.district for one in some}),
                total(one.budget for one in some),
                total(one.disbursed for one in some),
            )
            for name, some in gathered(self.projects(quarter), ["owner"]).items()
        ]
        return sorted(made, key=lambda one: (-one.left, one.name))


def _key(row: Row) -> RoundKey:
    return RoundKey(row.district, int(row.fiscal_year), int(row.quarter))


def _totals(row: Row) -> Totals:
    return Totals(
        projects=int(row.projects),
        finished=int(row.finished),
        not_started=int(row.not_started),
        budget=float(row.budget),
        disbursed=float(row.disbursed),
    )
