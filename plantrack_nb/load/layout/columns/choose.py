"""Choose what each column of a table holds: by its heading, by its cells, by what sums say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from plantrack_nb.core.vocabulary import Status
from plantrack_nb.load.layout.columns.assign import assigned
from plantrack_nb.load.layout.columns.heading_levels import Heading
from plantrack_nb.load.layout.columns.money import settle
from plantrack_nb.load.layout.columns.profile import Profile, profiles
from plantrack_nb.load.layout.columns.row_arithmetic import number_of
from plantrack_nb.load.layout.columns.settling import Money
from plantrack_nb.load.layout.record import Column, Role
from plantrack_nb.load.layout.titles import line_of
from plantrack_nb.thai.numbers import is_dash
from plantrack_nb.thai.text import squeeze

_NO_PLACE = {Role.OTHER, Role.SOURCE}
_TOLD = "สำนักงานกำหนดไว้ว่าไม่อ่าน"
_NOT_READ = {
    Role.OTHER: "ไม่มีที่เก็บในตารางของรอบ",
    Role.SOURCE: "แหล่งหรือประเภทของเงิน ไม่มีที่เก็บในตารางของรอบ",
    Role.PLANNED: "เงินตามแผน ไม่ใช่ผลการเบิกจ่าย",
    Role.CODE: "ใช้เลขที่โครงการแทนรหัส",
}


@dataclass(frozen=True)
class Asked:
    """The round that is asked for; it decides between columns of several periods.

    ``added_up`` says whether amounts of several periods are added up, where an office told it.
    """

    fiscal_year: int | None = None
    quarter: int | None = None
    added_up: bool | None = None


@dataclass(frozen=True)
class Columns:
    """Which role each column index plays, for reading rows.

    Parameters
    ----------
    roles : Mapping of int to Role
        The columns whose values are read.
    others : frozenset of int
        Columns that nobody understands: their cells are listed as not read.
    aside : frozenset of int
        Columns that are understood and left out; the layout says why.
    ticks : Mapping of int to Status
        What a tick in a column says.
    units : Mapping of Role to float
        By how much amounts are multiplied to be baht.
    names : frozenset of str
        The words of the head, squeezed.
    """

    roles: Mapping[int, Role]
    others: frozenset[int] = frozenset()
    aside: frozenset[int] = frozenset()
    ticks: Mapping[int, Status] = field(default_factory=dict)
    units: Mapping[Role, float] = field(default_factory=dict)
    names: frozenset[str] = frozenset()

    def role(self, at: int) -> Role | None:
        """Role of the column at ``at`` (from 0)."""
        return self.roles.get(at)

    def index(self, role: Role) -> int | None:
        """Index of the first column with this role."""
        return next((at for at, one in self.roles.items() if one is role), None)

    def has(self, role: Role) -> bool:
        """Tell whether some column plays this role."""
        return role in self.roles.values()


@dataclass(frozen=True)
class Chosen:
    """The columns of a table as they are understood, and what is unsure of them."""

    columns: tuple[Column, ...]
    added_up: bool = False
    unsure: tuple[str, ...] = ()
    missing: str = ""

    @property
    def for_rows(self) -> Columns:
        """The same, as rows are laid over it."""
        used = {one.at: one.role for one in self.columns if one.used and one.role is not None}
        unread = {one.at for one in self.columns if one.heading and _is_unread(one)}
        aside = {one.at for one in self.columns if one.role is not None and not one.used}
        leaves = (one.heading.rpartition(" > ")[2] for one in self.columns)
        return Columns(
            used,
            frozenset(unread),
            frozenset(aside - unread),
            {one.at: one.status for one in self.columns if one.status is not None},
            {one.role: one.unit for one in self.columns if one.role and one.used and one.unit != 1},
            frozenset(squeeze(leaf) for leaf in leaves if leaf),
        )


def _is_unread(column: Column) -> bool:
    """Tell whether a column's cells are listed as not read: no table has a place for them."""
    return column.role is None or (column.role in _NO_PLACE and column.why != _TOLD)


def choose(
    headings: Mapping[int, Heading],
    rows: Sequence[Sequence[str]],
    asked: Asked,
    told: Mapping[int, Role | None] | None = None,
) -> Chosen:
    """Choose what each column holds.

    Parameters
    ----------
    headings : Mapping of int to Heading
        What the heading of each column can mean.
    rows : sequence of sequence of str
        The texts below the head, or enough of them.
    asked : Asked
        The round to be read.
    told : Mapping of int to Role or None, optional
        What the office says its columns mean; None leaves a column out.
    """
    width = max([*headings, *(len(row) - 1 for row in rows)], default=-1) + 1
    seen = profiles([row for row in rows if not _stands_alone(row)] or rows, width)
    roles = assigned(headings, seen) if told is None else {**_assigned_left(told, headings, seen)}
    columns = [
        _column(at, headings.get(at, Heading("")), roles.get(at), seen[at]) for at in range(width)
    ]
    in_use = [one for one in columns if one.heading or seen[one.at].filled]
    if told is not None:
        left = {at for at, role in told.items() if role is None}
        in_use = [replace(one, used=False, why=_TOLD) if one.at in left else one for one in in_use]
    money = settle(Money(in_use, headings, rows, asked.fiscal_year, asked.quarter, asked.added_up))
    settled = tuple(map(_left_out, money.columns))
    return Chosen(_codes_as_numbers(settled), money.added_up, money.unsure, money.missing)


def _stands_alone(row: Sequence[str]) -> bool:
    """Tell whether a row is a heading, a note, a sum: its words do not show what a column holds."""
    words = [text for text in row if text and number_of(text) is None and not is_dash(text)]
    return len(words) == 1 and (sum(map(bool, row)) == 1 or line_of(words[0]) is not None)


def _assigned_left(
    told: Mapping[int, Role | None], headings: Mapping[int, Heading], seen: Sequence[Profile]
) -> dict[int, Role]:
    """Take the office's word; only a column without a heading is still guessed."""
    unnamed = {at: role for at, role in assigned(headings, seen).items() if at not in told}
    given = {at: role if role is not None else Role.OTHER for at, role in told.items()}
    taken = set(given.values())
    return {**{at: role for at, role in unnamed.items() if role not in taken}, **given}


def _column(at: int, heading: Heading, role: Role | None, seen: Profile) -> Column:
    status = heading.status if role is Role.TICK else None
    known = role is not None
    why = "" if known else ("ไม่รู้จักหัวคอลัมน์" if heading.text else "ไม่มีหัวคอลัมน์")
    return Column(
        at,
        heading.text,
        role,
        known,
        why if seen.filled or not known else "",
        heading.period,
        heading.side,
        heading.kind,
        heading.unit,
        status,
        heading.is_sum,
    )


def _left_out(column: Column) -> Column:
    """Leave out what has no place in the tables, and say so."""
    if column.role in _NOT_READ and column.role is not Role.CODE and column.used:
        return replace(column, used=False, why=_NOT_READ[column.role])
    return column


def _codes_as_numbers(columns: Sequence[Column]) -> tuple[Column, ...]:
    """Take codes for the projects' numbers where there are no others."""
    has_number = any(one.role is Role.NUMBER for one in columns)
    return tuple(
        replace(one, used=not has_number, why=_NOT_READ[Role.CODE] if has_number else "")
        if one.role is Role.CODE
        else one
        for one in columns
    )
