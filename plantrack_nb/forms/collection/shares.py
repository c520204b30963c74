"""What each group reports of a round: the rows of its projects, joint ones with the others."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import isnan
from typing import TYPE_CHECKING

from plantrack_nb.core.records import Row, rows
from plantrack_nb.core.vocabulary import BudgetState, split_items
from plantrack_nb.forms.doubts import COMPILER
from plantrack_nb.thai.groups import ALL_GROUPS, canonical_group, is_school
from plantrack_nb.thai.text import tidy

if TYPE_CHECKING:
    import pandas as pd

ASKED: Mapping[str, tuple[str, ...]] = {
    "projects": ("budget_state",),
    "budget_lines": ("budget", "committed", "disbursed"),
    "activities": ("status", "progress_pct", "text"),
}
"""What is asked for, by table."""


@dataclass(frozen=True)
class Share:
    """One group's part: the places of its rows in each table, how many projects they are of.

    ``numbers`` are those of all projects that it answers for.
    """

    group: str
    rows: Mapping[str, Sequence[int]]
    projects: int
    numbers: tuple[str, ...] = ()


def shares(tables: Mapping[str, pd.DataFrame]) -> list[Share]:
    """Share a round's rows out to the groups that answer for them, in the order of its projects.

    An activity that names groups of its own is theirs, else its project's. What belongs to no
    group of the office goes to whoever compiles the report.
    """
    owners = {one.project_no: groups_of(one.owner_groups) for one in rows(tables["projects"])}
    parts: dict[str, dict[str, list[int]]] = {}
    projects: dict[str, set[str]] = {}
    for table in ASKED:
        for at, row in enumerate(rows(tables[table])):
            for group in _owners(table, row, owners) if _is_asked(table, row) else ():
                parts.setdefault(group, {}).setdefault(table, []).append(at)
                projects.setdefault(group, set()).add(row.project_no)
    order = dict.fromkeys([*(one for some in owners.values() for one in some), *parts])
    return [
        Share(one, parts[one], len(projects[one]), _numbers(one, owners, projects[one]))
        for one in order
        if one in parts
    ]


def _numbers(
    group: str, owners: Mapping[str, Sequence[str]], asked: Collection[str]
) -> tuple[str, ...]:
    return tuple(no for no, groups in owners.items() if group in groups or no in asked)


def groups_of(owner_groups: str) -> list[str]:
    """Return the official names of the groups that an owner cell names, schools left out.

    "Every group" beside others adds nobody who could be asked.
    """
    named = [
        canonical_group(one) or tidy(one) for one in split_items(owner_groups) if not is_school(one)
    ]
    return [one for one in dict.fromkeys(named) if one != ALL_GROUPS] or [COMPILER]


def is_open(column: str, row: Row) -> bool:
    """Tell whether a group may say something in a column: a budget, only while it is awaited."""
    return column != "budget" or isnan(row.budget)


def _owners(table: str, row: Row, owners: Mapping[str, list[str]]) -> list[str]:
    own = groups_of(row.owner_groups) if table == "activities" and row.owner_groups else []
    return own if own not in ([], [COMPILER]) else owners.get(row.project_no, [COMPILER])


def _is_asked(table: str, row: Row) -> bool:
    return table != "projects" or bool(row.budget_state == BudgetState.AWAITING)
