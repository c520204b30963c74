"""Says whether a person was told of what was read otherwise: no reading may be wrong in silence.

Told is what names the very thing: the cell or head among what was not understood, the column among
those left out or doubtful, a finding on the field of that project or of all. A remark on another
column, or a finding on another field, tells nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from helpers.layouts.judge import Difference, squeezed

from plantrack_nb.core.findings import Finding

if TYPE_CHECKING:
    from helpers.layouts.columns import Column
    from helpers.layouts.sheets import Sheet

    from plantrack_nb.load.reading import Reading

_MONEY = ("amount", "budget", "claim")
_CONCERNS: dict[str, tuple[str, ...]] = {
    "budget": _MONEY,
    "disbursed": _MONEY,
    "committed": _MONEY,
    "state": _MONEY,
    "percents": ("amount-percent",),
    "progress": ("status-percent", "status-parent"),
    "statuses": ("status", "activity", "project-without-activity"),
    "activities": ("activity", "project-without-activity", "list"),
    "owners": ("owner", "project-missing"),
    "name": ("project-name", "project-missing"),
    "key": ("project-number",),
    "projects": ("project-number", "project-name-repeated", "claim"),
    "strategy": ("strategy", "project-number"),
    "strategies": ("strategy", "project-number", "claim-table"),
    "round": ("date-round",),
}
"""Which rules can tell of a fault of reading, by what is wrong."""
_MISSING = {"owners": "รับผิดชอบ", "name": "ชื่อ"}
_COLUMNS = {
    "budget": ("budget", "kind"),
    "disbursed": ("disbursed",),
    "committed": ("committed",),
    "statuses": ("words", "percent_done", "fraction", "tick"),
    "percents": ("percent", "disbursed"),
    "progress": ("percent_done", "fraction"),
    "activities": ("activities",),
    "owners": ("owner",),
    "name": ("name",),
    "key": ("no", "code"),
    "strategy": ("strategy",),
    "strategies": ("strategy",),
    "state": ("budget", "kind"),
}
"""Which columns the clerk reads a field from; of several periods, those of the round."""
_OF_ROWS = {"projects", "key", "strategy", "strategies", "activities", "statuses"}
"""What may be wrong because the kinds of rows are."""


@dataclass(frozen=True)
class Said:
    """What a person gets to see beside the tables.

    Parameters
    ----------
    findings : sequence of Finding
        What checking says.
    unread : sequence of str
        Texts that were not understood.
    doubts : sequence of str
        What the layout calls unsure.
    left_out : sequence of str
        Lowest heads of the columns that the layout shows as not used.
    """

    findings: Sequence[Finding]
    unread: Sequence[str]
    doubts: Sequence[str] = ()
    left_out: Sequence[str] = ()


def said_in(reading: Reading, findings: Sequence[Finding]) -> Said:
    """Gather what a reading says; one without a record of its layout says less."""
    layout = getattr(reading, "layout", None)
    columns = [column for table in getattr(layout, "tables", ()) for column in table.columns]
    left_out = [column.heading.split(" > ")[-1] for column in columns if not column.used]
    unread = list(map(squeezed, reading.round.unread["text"]))
    doubts = list(map(squeezed, getattr(layout, "unsure", ())))
    return Said(findings, unread, doubts, list(map(squeezed, left_out)))


@dataclass(frozen=True)
class Shown:
    """What a layout shows: columns (from the ``first`` on), sheets, the round's periods."""

    columns: Sequence[Column]
    sheets: Sequence[Sheet]
    periods: frozenset[str]
    first: int = 0

    def read_for(self, field: str) -> list[Column]:
        """Name the columns that a clerk reads for a field."""
        starts = _COLUMNS.get(field)
        if starts is None:
            return []
        return [
            column
            for column in self.columns
            if column.field.startswith(starts)
            or (field == "disbursed" and column.field in self.periods)
        ]


def silent(found: Iterable[Difference], said: Said, shown: Shown) -> list[Difference]:
    """Return the differences of which nobody was told."""
    return [
        one
        for one in found
        if not (
            _in_words(one, said, shown) or any(_concerns(one, other) for other in said.findings)
        )
    ]


def _in_words(one: Difference, said: Said, shown: Shown) -> bool:
    """Look for the column's head, or its cells, in what was left out or not understood."""
    if one.field == "projects" and squeezed(one.name or one.got) in said.unread:
        return True
    if one.field in _OF_ROWS and any("“" not in doubt for doubt in said.doubts):
        return True
    columns = shown.read_for(one.field)
    heads = {squeezed(head) for column in columns for head in column.heads}
    leaves = {squeezed(column.heads[-1]) for column in columns}
    if leaves & set(said.left_out) or any(_names(doubt, leaves) for doubt in said.doubts):
        return True
    unread = set(said.unread)
    return bool(unread & heads) or any(_cells(shown, column) & unread for column in columns)


def _names(doubt: str, leaves: Iterable[str]) -> bool:
    return any(f"{before}{leaf}”" in doubt for leaf in leaves for before in "“>")


def _cells(shown: Shown, column: Column) -> set[str]:
    """Gather the texts of a column over all sheets that have it, its zeros and dashes left out."""
    at = shown.first + list(shown.columns).index(column)
    values = {
        squeezed(str(row[at])) for sheet in shown.sheets for row in sheet.rows if at < len(row)
    }
    return {value for value in values if len(value) > 2}


def _concerns(one: Difference, finding: Finding) -> bool:
    """Tell whether a finding is about this field of this project, or about all of them."""
    if finding.severity == "info" or not finding.rule.startswith(_CONCERNS.get(one.field, ())):
        return False
    if finding.rule == "project-missing" and _MISSING[one.field] not in finding.message:
        return False
    if finding.rule == "project-without-activity" and one.got not in {"", "()"}:
        return False
    other = "column=" in finding.subject and f"column={one.field}" not in finding.subject
    if other and one.field in {"budget", "disbursed", "committed"}:
        return False
    if not finding.project_no or one.field == "percents":
        return True
    named = one.name and squeezed(one.name) in squeezed(finding.message)
    return bool(named) or finding.project_no == one.key
