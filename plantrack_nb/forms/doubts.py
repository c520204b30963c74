"""Which cells of the tables a finding casts doubt on, and whose they are to put right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plantrack_nb.core.findings import Cell, Finding, Severity
from plantrack_nb.core.records import row_names
from plantrack_nb.core.vocabulary import split_items
from plantrack_nb.load.overlay import correctable
from plantrack_nb.thai.groups import canonical_group, is_school
from plantrack_nb.thai.text import tidy

if TYPE_CHECKING:
    import pandas as pd

COMPILER = "ผู้จัดทำรายงาน"
"""Who answers for what no group is responsible for: the document's own text and totals."""

SENT = ("projects", "budget_lines", "activities", "claims", "narrative")
"""Tables whose rows are sent out."""

_NOT_SHOWN = "persons"


@dataclass(frozen=True)
class Doubt:
    """One cell to look at.

    Parameters
    ----------
    table, row, column : str
        Its place; the row by its lasting name.
    position : int
        The row's place in the table.
    group : str
        Official name of the group that answers for it.
    findings : tuple of Finding
        Why it is doubted.
    """

    table: str
    row: str
    column: str
    position: int
    group: str
    findings: tuple[Finding, ...]


def doubts(
    tables: Mapping[str, pd.DataFrame], findings: Iterable[Finding], asked: Collection[str] = ()
) -> list[Doubt]:
    """Gather the cells that open findings cast doubt on and that a group may put right.

    What stands in no such cell (a project's number, an officer's name) is asked elsewhere.

    Parameters
    ----------
    tables : Mapping of str to DataFrame
        One round.
    findings : iterable of Finding
        What was found in it; what somebody has accepted is left out, and so is what is only
        worth knowing.
    asked : collection of str
        Ids of findings that go out whatever their severity.

    Returns
    -------
    list of Doubt
        In the order of the tables and their rows.
    """
    names = {name: row_names(name, tables[name]) for name in SENT}
    positions = {(name, row): at for name in SENT for at, row in enumerate(names[name])}
    reasons: dict[tuple[int, int, str], list[Finding]] = defaultdict(list)
    for one in findings:
        if one.waived or (one.severity is Severity.INFO and one.id not in asked):
            continue
        for cell in one.cells:
            at = positions.get((cell.table, cell.row))
            if at is not None and _is_asked(cell):
                reasons[SENT.index(cell.table), at, cell.column].append(one)
    owners = _owners(tables)
    return [
        Doubt(SENT[nth], names[SENT[nth]][at], column, at, owners[SENT[nth]][at], tuple(found))
        for (nth, at, column), found in sorted(reasons.items(), key=lambda pair: pair[0])
    ]


def _is_asked(cell: Cell) -> bool:
    return cell.column != _NOT_SHOWN and cell.column in correctable(cell.table)


def group_of(owner_groups: str) -> str:
    """Return the official name of the group named first, which leads; ``""`` for none.

    A school is no group that could answer for the office: its project's group does.
    """
    first = next(iter(split_items(owner_groups)), "")
    return "" if is_school(first) else canonical_group(first) or tidy(first)


def _owners(tables: Mapping[str, pd.DataFrame]) -> dict[str, list[str]]:
    """Who answers for each row: its own first group, else its project's, else the compiler."""
    projects = tables["projects"]
    of_project = dict(
        zip(projects["project_no"], projects["owner_groups"].map(group_of), strict=True)
    )
    owners: dict[str, list[str]] = {}
    for name in SENT:
        data = tables[name]
        numbers = data["project_no"] if "project_no" in data else [""] * len(data)
        own = data["owner_groups"].map(group_of) if "owner_groups" in data else [""] * len(data)
        owners[name] = [
            group or of_project.get(number, "") or COMPILER
            for group, number in zip(own, numbers, strict=True)
        ]
    return owners
