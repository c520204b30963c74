"""Which of a document's tables are read: of several quarters the asked one, of summaries none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from plantrack_nb.containers.grid import Row
from plantrack_nb.load.layout.columns.choose import Asked, Chosen
from plantrack_nb.load.layout.columns.head_rows import Head
from plantrack_nb.load.layout.record import MONEY_ROLES, Role, RowKind
from plantrack_nb.load.layout.titles import (
    ACTIVITY,
    CALLED_PROJECT,
    Line,
    is_total,
    line_of,
    strategy_of,
)
from plantrack_nb.thai.groups import canonical_group
from plantrack_nb.thai.periods import Period, find_periods, find_years
from plantrack_nb.thai.text import arabic_digits, squeeze

_SUMMARY_NAME = re.compile(r"สรุป|ภาพรวม|summary|รวมทั้งหมด|^รวม")
_OF_WORK = {Role.TARGETS, Role.INDICATORS, Role.ACTION, Role.PROGRESS, Role.STATUS, Role.TICK}
_SAME_NAMES = 0.6
_OF_GROUPS = 0.6


@dataclass(frozen=True)
class Label:
    """What the sheet's name and the titles above a table say of it."""

    period: Period | None = None
    years: tuple[int, ...] = ()
    strategy: Line | None = None
    group: str = ""


@dataclass(frozen=True, eq=False)
class Table:
    """A table with its columns chosen."""

    at: int
    sheet: str
    label: Label
    head: Head
    rows: tuple[tuple[Row, bool], ...]
    chosen: Chosen
    unit: float = 1.0
    is_broken: bool = False
    names: frozenset[str] = field(default=frozenset())

    def column(self, role: Role) -> int | None:
        """Place of the first column in a role, also of those left out."""
        return next((one.at for one in self.chosen.columns if one.role is role and one.used), None)

    def texts(self, role: Role) -> list[str]:
        """Return the texts of a role's column, empty ones and sums left out."""
        at = self.column(role)
        if at is None:
            return []
        texts = (row.cells[at].text for row, _ in self.rows if at < len(row.cells))
        return [text for text in texts if text and not is_total(squeeze(text).lower())]

    @property
    def has_money(self) -> bool:
        """Whether any of its columns holds amounts."""
        return any(one.role in MONEY_ROLES for one in self.chosen.columns)

    @property
    def tells_of_work(self) -> bool:
        """Whether any of its columns says what is to be done, or how far it is."""
        return any(one.role in _OF_WORK for one in self.chosen.columns)


@dataclass
class Tables:
    """The tables to be read, the summaries, others without projects, and why each is left out."""

    used: list[Table] = field(default_factory=list)
    summaries: tuple[Table, ...] = ()
    others: tuple[Table, ...] = ()
    why: dict[int, str] = field(default_factory=dict)
    unsure: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    added_up: bool = False


def label_of(sheet: str, titles: Sequence[Row]) -> Label:
    """Read what a sheet's name and the titles above a table say."""
    texts = [text for row in titles for text in row.texts if text]
    spoken = [*texts, sheet]
    periods = [one for text in spoken for one in find_periods(text)]
    years = [one.year for text in spoken for one in find_years(text)]
    strategies = [
        line
        for text in spoken
        if (line := strategy_of(text)) is not None and (line.number or line.name)
    ]
    groups = [
        line.name
        for text in spoken
        if (line := line_of(text)) is not None and line.kind is RowKind.GROUP
    ]
    groups += [sheet] if canonical_group(sheet) else []
    best = max(periods, key=lambda one: (one.from_start, one.last), default=None)
    return Label(best, tuple(dict.fromkeys(years)), _best(strategies), next(iter(groups), ""))


def _best(strategies: Sequence[Line]) -> Line | None:
    """Take the strategy that is told most fully: with its number and its name."""
    return max(strategies, key=lambda one: (bool(one.number), len(one.name)), default=None)


def choose_tables(tables: Sequence[Table], asked: Asked, left_out: Sequence[str] = ()) -> Tables:
    """Choose the tables to be read for a round; the office may leave sheets out."""
    found = Tables()
    able = [one for one in tables if _has_projects(one) and one.sheet not in left_out]
    if any(one.has_money for one in able):
        able = [one for one in able if one.has_money or one.tells_of_work]
    for one in tables:
        if one.sheet in left_out:
            found.why[one.at] = "สำนักงานกำหนดไว้ว่าไม่อ่าน"
        elif one not in able:
            found.why[one.at] = "ไม่ใช่ตารางโครงการ"
    summaries = [one for one in tables if one not in able and _is_summary(one)]
    projects = _without_summaries(able, found, summaries)
    projects = _of_year(projects, asked, found)
    projects = _of_period(projects, asked, found)
    found.used = _without_copies(projects, found)
    found.summaries = tuple(summaries) if found.used else ()
    found.others = tuple(one for one in tables if one not in able and one not in found.summaries)
    return found


def _has_projects(table: Table) -> bool:
    return table.column(Role.PROJECT) is not None and bool(table.texts(Role.PROJECT))


def _is_summary(table: Table) -> bool:
    return table.has_money and any(
        table.column(role) is not None for role in (Role.OWNER, Role.STRATEGY, Role.PLAN)
    )


def _without_summaries(able: Sequence[Table], found: Tables, summaries: list[Table]) -> list[Table]:
    """Leave out tables whose rows are groups or strategies, where others have the projects."""
    kept = []
    for one in able:
        others = [other for other in able if other is not one]
        if others and _sums_up(one):
            found.why[one.at] = "ตารางสรุป: ใช้สอบทาน ไม่นับเป็นโครงการ"
            summaries.append(one)
        else:
            kept.append(one)
    for one in summaries:
        found.why[one.at] = "ตารางสรุป: ใช้สอบทาน ไม่นับเป็นโครงการ"
    return kept or list(able)


def _sums_up(table: Table) -> bool:
    kinds = [_kind_of_heading(name) for name in table.texts(Role.PROJECT)]
    # a heading that stands above another kind of row heads it; a row of a summary heads nothing
    heads = [kind not in (None, below) for kind, below in pairwise(kinds)]
    leaves = [kind for kind, is_above in zip(kinds, [*heads, False], strict=False) if not is_above]
    if kinds and all(map(_are_of_summary, (kinds, leaves))):
        return True
    counted = any("จำนวนโครงการ" in squeeze(one.heading) for one in table.chosen.columns)
    return counted and bool(_SUMMARY_NAME.search(table.sheet))


def _are_of_summary(kinds: Sequence[RowKind | None]) -> bool:
    return len(kinds) - kinds.count(None) >= _OF_GROUPS * len(kinds)


def _kind_of_heading(name: str) -> RowKind | None:
    """Tell what a name heads by its words: a group's, a strategy's or a plan's projects."""
    line = line_of(name)
    is_heading = line is not None and line.kind in (RowKind.GROUP, RowKind.STRATEGY, RowKind.PLAN)
    return line.kind if line is not None and is_heading else None


def _of_year(tables: Sequence[Table], asked: Asked, found: Tables) -> list[Table]:
    """Of tables of several fiscal years keep those of the asked one."""
    years = {year for one in tables for year in one.label.years}
    if len(years) < 2 or asked.fiscal_year not in years:
        return list(tables)
    kept = [one for one in tables if not one.label.years or asked.fiscal_year in one.label.years]
    for one in tables:
        if one not in kept:
            found.why[one.at] = f"เป็นของปีงบประมาณ {one.label.years[0]}"
    return kept


def _of_period(tables: Sequence[Table], asked: Asked, found: Tables) -> list[Table]:
    """Of tables of several quarters or rounds keep the asked one's."""
    ends = {one.label.period.last for one in tables if one.label.period is not None}
    if len(ends) < 2 or asked.quarter is None:
        return list(tables)
    wanted = 3 * asked.quarter
    kept = [one for one in tables if one.label.period is None or one.label.period.last == wanted]
    if not any(one.label.period is not None for one in kept):
        said = ", ".join(
            f"“{one.sheet or one.label.period.words}”" for one in tables if one.label.period
        )
        found.missing.append(f"ไม่มีแผ่นงานหรือตารางของไตรมาส {asked.quarter}: มี {said}")
    for one in tables:
        if one not in kept:
            found.why[one.at] = "เป็นของรอบหรือไตรมาสอื่น"
    undated = [one for one in kept if one.label.period is None]
    dated = [one for one in kept if one.label.period is not None]
    if undated and dated:
        copies = [one for one in undated if _shares_names(one, dated)]
        for one in copies:
            found.why[one.at] = "มีโครงการเดียวกับตารางของรอบที่ขอ"
        kept = [one for one in kept if one not in copies]
    return kept


def _without_copies(tables: Sequence[Table], found: Tables) -> list[Table]:
    """Leave out tables that have the projects of another one again."""
    kept: list[Table] = []
    for one in sorted(
        tables, key=lambda table: (bool(_SUMMARY_NAME.search(table.sheet)), table.at)
    ):
        if _shares_names(one, kept):
            found.why[one.at] = "มีโครงการเดียวกับตารางก่อนหน้า"
            told = (
                f"แผ่นงาน “{one.sheet}” มีโครงการเดียวกับแผ่นงานอื่น จึงไม่นับซ้ำ"
                if one.sheet
                else "มีตารางที่ซ้ำโครงการเดิม จึงไม่นับซ้ำ"
            )
            found.unsure.append(told)
        else:
            kept.append(one)
    return sorted(kept, key=lambda table: table.at)


def _shares_names(table: Table, others: Sequence[Table]) -> bool:
    names = _project_names(table)
    known = {name for one in others for name in _project_names(one)}
    return bool(names) and len(names & known) >= _SAME_NAMES * len(names)


def _project_names(table: Table) -> set[str]:
    """Gather the names that may be projects': headings, notes and parts stand in every sheet."""
    names = [name for name in table.texts(Role.PROJECT) if line_of(name) is None]
    names = [name for name in names if not ACTIVITY.match(name)] or names
    called = [name for name in names if CALLED_PROJECT.match(name)]
    return {squeeze(arabic_digits(name)) for name in called or names}
