"""Tell a column that a document does not have once, not for every project."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from plantrack_nb.core.findings import Finding
from plantrack_nb.measures.claims import keys_of

_RULES = frozenset(
    {
        "activity-lost",
        "budget-unsaid",
        "project-missing",
        "project-without-activity",
        "status-unmarked",
    }
)
"""Rules that ask each project for something; where no project has it, its column is missing."""
_FEWEST = 3
_SHOWN = 3


def told_once(found: Sequence[Finding], projects: Mapping[str, int]) -> list[Finding]:
    """Gather findings that every project of a district has into one each.

    Parameters
    ----------
    found : sequence of Finding
        What the rules found.
    projects : Mapping of str to int
        The number of projects of each district.
    """
    groups: dict[tuple[str, str, str], list[Finding]] = {}
    for one in found:
        if one.rule in _RULES:
            groups.setdefault((one.district, one.rule, _column(one)), []).append(one)
    whole = {
        key: some
        for key, some in groups.items()
        if len({one.project_no for one in some}) == projects.get(key[0], 0) >= _FEWEST
    }
    return [*_others(found, whole), *(_gathered(key[2], some) for key, some in whole.items())]


def _others(
    found: Iterable[Finding], whole: Mapping[tuple[str, str, str], Sequence[Finding]]
) -> Iterator[Finding]:
    gathered = {id(one) for some in whole.values() for one in some}
    return (one for one in found if id(one) not in gathered)


def _gathered(column: str, some: Sequence[Finding]) -> Finding:
    first = some[0]
    words = first.message.removeprefix(f"โครงการ {first.project_no} ").removeprefix("โครงการ ")
    return replace(
        first,
        subject=f"column={column or 'all'}",
        project_no="",
        message=f"ทั้ง {len(some)} โครงการ{words if words.startswith('ไม่') else ' ' + words}",
        cells=(),  # no single cell is wrong: who made the document answers
        refs=tuple(ref for one in some[:_SHOWN] for ref in one.refs[:1]),
    )


def _column(one: Finding) -> str:
    return keys_of(one.subject).get("column", "")
