"""Every figure that the document printed and the tables do not give, with the reason."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import isnan
from typing import TYPE_CHECKING

from plantrack_nb.core.records import Row, extended, gathered
from plantrack_nb.core.vocabulary import BAND_TH, BANDS, LEVELS, PROJECTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from plantrack_nb.core.findings import Finding
    from plantrack_nb.report.figures.facts import RoundFacts

_OF_CLAIMS = "claim-"
_BAND_RULE = "claim-group-band"


class Cause(StrEnum):
    """Why a printed figure is not the recomputed one."""

    FAULT = "fault"
    ABSENT = "absent"
    BLANK = "blank"
    DEFINITION = "definition"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Compared:
    """The printed figures of the two tables.

    Parameters
    ----------
    printed : int
        How many they are.
    differences : tuple of Row
        Those that differ (:func:`plantrack_nb.measures.summary.beside`), with ``cause`` (a
        :class:`Cause`) and ``reason`` (Thai).
    others : tuple of Finding
        What is wrong with figures elsewhere in the document (contents, memo, summary).
    """

    printed: int
    differences: tuple[Row, ...] = ()
    others: tuple[Finding, ...] = ()


def compare(facts: RoundFacts, findings: Sequence[Finding]) -> Compared:
    """Tell the printed figures that differ, each with its reason.

    Parameters
    ----------
    facts : RoundFacts
        The round recomputed, beside what its document printed.
    findings : sequence of Finding
        What the checks found; a finding about a cell explains it.
    """
    claims = [one for one in findings if one.rule.startswith(_OF_CLAIMS)]
    about = _by_cell(claims)
    wrong = [one for one in facts.printed if not one.agrees]
    absent = {
        one.label: about[one.source_ref]
        for one in wrong
        if one.strategy_no and one.column == PROJECTS and not one.is_total
        if one.source_ref in about
    }
    made = (_because(one, facts, about, absent) for one in wrong)
    told = {one.source_ref for one in facts.printed}
    others = [one for one in claims if told.isdisjoint(_figures(one))]
    return Compared(len(facts.printed), tuple(made), tuple(others))


def _by_cell(claims: Iterable[Finding]) -> dict[str, Finding]:
    """Find for each printed figure the finding that doubts it; the first stays."""
    found: dict[str, Finding] = {}
    for one in claims:
        for cell in one.cells:
            found.setdefault(cell.row, one)
    return found


def _figures(one: Finding) -> Iterator[str]:
    """Name the printed figures that a finding speaks of; a cell of the tables by its place."""
    return (cell.row for cell in (*one.cells, *one.beside) if cell.table == "claims")


def _because(
    one: Row, facts: RoundFacts, about: Mapping[str, Finding], absent: Mapping[str, Finding]
) -> Row:
    cause, reason = _why(one, facts, about.get(one.source_ref), absent.get(one.label))
    return extended(one, cause=cause, reason=reason)


def _why(
    one: Row, facts: RoundFacts, found: Finding | None, absent: Finding | None
) -> tuple[Cause, str]:
    if isnan(one.value):
        return Cause.BLANK, "รายงานพิมพ์ขีดไว้ ทั้งที่คำนวณได้"
    if found is not None and found.rule == _BAND_RULE:
        return Cause.FAULT, f"โครงการในแถวนี้: {_bands_of(facts, one.label)}"
    if found is not None:
        return Cause.FAULT, found.hint or found.message
    if absent is not None:
        return Cause.ABSENT, f"แถวนี้นับโครงการที่ไม่มีในตาราง {absent.hint}"
    if one.column in LEVELS:
        return Cause.DEFINITION, "นิยามระดับต่างกัน"
    return Cause.UNKNOWN, "ไม่พบเหตุผลในเอกสาร ควรตรวจกับต้นเรื่อง"


def _bands_of(facts: RoundFacts, group: str) -> str:
    members = gathered(facts.by_group.get(group, []), ["band"])
    return "; ".join(
        f"{BAND_TH[band]} {', '.join(one.project_no for one in members[band])}"
        for band in BANDS
        if band in members
    )
