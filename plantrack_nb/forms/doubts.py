"""Which cells of the tables a finding casts doubt on, and whose they are to put right."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plantrack_nb.core.findings import Finding, Severity
from plantrack_nb.core.schema import TABLES, Column
from plantrack_nb.core.vocabulary import ClaimKind, split_items
from plantrack_nb.load.overlay import correctable, row_names
from plantrack_nb.thai.groups import canonical_group, is_school
from plantrack_nb.thai.text import squeeze, tidy

if TYPE_CHECKING:
    import pandas as pd

COMPILER = "ผู้จัดทำรายงาน"
"""Who answers for what no group is responsible for: the document's own text and totals."""

SENT = ("projects", "budget_lines", "activities", "claims", "narrative")
"""Tables whose rows are sent out."""

_OF_DOCUMENT = ("claims", "narrative")
_OF_PROJECTS = (ClaimKind.PROGRESS_TABLE.value, ClaimKind.ACTIVITY_TEXT.value)
_Row = tuple[str, int]
_Rows = Mapping[tuple[str, ...], Sequence[_Row]]
_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_COLUMN = re.compile(r"column=(\w+)")
_SHORTEST = 3
_USUAL = {
    "projects": "name",
    "budget_lines": "disbursed",
    "activities": "text",
    "claims": "value",
    "narrative": "text",
}
_BY_RULE = {
    ("budget", "projects"): "budget_state",
    ("status", "activities"): "status",
    ("status", "projects"): "budget_state",
    ("activity-lost", "activities"): "text",
    ("text", "projects"): "targets",
    ("text", "budget_lines"): "budget",
    ("list", "projects"): "indicators",
}


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
    """Find the cells that open findings cast doubt on.

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
    rows = _by_source(tables)
    reasons: dict[tuple[str, int, str], list[Finding]] = defaultdict(list)
    for one in findings:
        if one.waived or (one.severity is Severity.INFO and one.id not in asked):
            continue
        for place in _cells(tables, one, rows):
            reasons[place].append(one)
    names = {name: row_names(name, tables[name]).tolist() for name in SENT}
    owners = _owners(tables)
    return [
        Doubt(table, names[table][at], column, at, owners[table][at], tuple(reasons[place]))
        for place in sorted(reasons, key=lambda place: (SENT.index(place[0]), *place[1:]))
        for table, at, column in [place]
    ]


def group_of(owner_groups: str) -> str:
    """Return the official name of the group named first, which leads; ``""`` for none.

    A school is no group that could answer for the office: its project's group does.
    """
    first = next(iter(split_items(owner_groups)), "")
    return "" if is_school(first) else canonical_group(first) or tidy(first)


def _by_source(tables: Mapping[str, pd.DataFrame]) -> _Rows:
    """Rows by their place, with and without the text that stands there.

    Figures taken from a project's own text are left out: its row itself is to be put right.
    """
    found: dict[tuple[str, ...], list[_Row]] = defaultdict(list)
    for name in SENT:
        data = tables[name]
        skipped = data["kind"].isin(_OF_PROJECTS) if name == "claims" else [False] * len(data)
        sources = zip(data["source_file"], data["source_ref"], data["raw"], skipped, strict=True)
        for at, (file, ref, raw, skip) in enumerate(sources):
            if not skip:
                found[file, ref, raw].append((name, at))
                found[file, ref].append((name, at))
    return found


def _cells(
    tables: Mapping[str, pd.DataFrame], one: Finding, rows: _Rows
) -> list[tuple[str, int, str]]:
    hits = _hits(tables, one, rows)
    saying = [
        (table, at, column.name)
        for table, at in hits
        for column in _columns(table)
        if _stands_in(column, tables[table].at[at, column.name], one.found)  # noqa: PD008
    ]
    return saying or [(table, at, _usual(one, table)) for table, at in hits[:1]]


def _hits(tables: Mapping[str, pd.DataFrame], one: Finding, rows: _Rows) -> list[_Row]:
    """Rows that a finding names: a project's own if it is about one, else the document's."""
    hits = [
        row
        for ref in one.refs
        for row in rows.get((ref.file, ref.ref, ref.raw)) or rows.get((ref.file, ref.ref), ())
    ]
    wanted = [hit for hit in hits if (hit[0] in _OF_DOCUMENT) != bool(one.project_no)]
    if not wanted and one.project_no:
        own = tables["projects"]["project_no"] == one.project_no
        wanted = [("projects", int(at)) for at in own[own].index[:1]]
    return [*dict.fromkeys(wanted or hits)]


def _columns(table: str) -> list[Column]:
    may = correctable(table)
    return [one for one in TABLES[table].own_columns if one.name in may and one.name != "persons"]


def _stands_in(column: Column, value: object, found: str) -> bool:
    if isinstance(value, str):
        said = squeeze((column.allowed or {}).get(value, value))
        quoted = squeeze(found.strip("“”…"))
        if column.allowed is not None:
            return bool(said) and said in squeeze(found)
        return len(quoted) >= _SHORTEST and not _NUMBER.fullmatch(quoted) and quoted in said
    numbers = (float(number.replace(",", "")) for number in _NUMBER.findall(found))
    return any(number == value for number in numbers)


def _usual(one: Finding, table: str) -> str:
    named = _COLUMN.search(one.subject)
    if named and named[1] in correctable(table):
        return named[1]
    for (rule, of), column in _BY_RULE.items():
        if of == table and one.rule.startswith(rule):
            return column
    return _USUAL[table]


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
