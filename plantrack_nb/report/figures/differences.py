"""Every figure that the document printed and the tables do not give, with the reason."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from plantrack_nb.core.vocabulary import BAND_TH, Band
from plantrack_nb.report.figures.groups import BANDS, LEVELS, TOTAL

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import pandas as pd

    from plantrack_nb.core.findings import Finding
    from plantrack_nb.report.figures.facts import RoundFacts

_OF_CLAIMS = "claim-"
_BAND_RULE = "claim-group-band"
_ABOUT_ALL_CELLS = (_BAND_RULE, "claim-absent-project")
"""Rules whose findings are about each cell they name; others are about the first."""

_ABOUT_NO_CELL = ("claim-group-status", "claim-total-blank")
"""Rules that speak of a whole row or table."""


class Cause(StrEnum):
    """Why a printed figure is not the recomputed one."""

    FAULT = "fault"
    ABSENT = "absent"
    BLANK = "blank"
    DEFINITION = "definition"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Difference:
    """A cell of the document's tables that differs.

    ``column`` is a level, a band, ``projects`` or ``disbursed_pct``; ``strategy_no`` is ``""`` in
    the first table. ``printed`` is ``None`` for a dash.
    """

    group: str
    column: str
    strategy_no: str
    printed: float | None
    recomputed: float | None
    cause: Cause
    reason: str
    ref: str


@dataclass(frozen=True)
class Compared:
    """The printed figures of the two tables: how many, which differ, and what else is wrong.

    ``others`` are findings about figures elsewhere in the document (contents, memo, summary).
    """

    printed: int
    differences: tuple[Difference, ...] = ()
    others: tuple[Finding, ...] = ()

    def by_cause(self, *causes: Cause) -> list[Difference]:
        """Return the differences of some causes."""
        return [one for one in self.differences if one.cause in causes]


def compare(
    levels: pd.DataFrame,
    strategies: pd.DataFrame,
    facts: RoundFacts,
    findings: Sequence[Finding],
) -> Compared:
    """Tell the printed figures that differ, each with its reason.

    Parameters
    ----------
    levels, strategies : DataFrame
        What :mod:`plantrack_nb.report.figures.printed` puts side by side.
    facts : RoundFacts
        The round recomputed.
    findings : sequence of Finding
        What the checks found; a finding about a cell explains it.
    """
    claims = [one for one in findings if one.rule.startswith(_OF_CLAIMS)]
    about = _by_cell(claims)
    absent = _rows_with_absent(strategies, about)
    cells = [*levels.to_dict("records"), *strategies.to_dict("records")]
    wrong = [row for row in cells if not row["agrees"]]
    made = tuple(_difference(row, facts, about, absent) for row in wrong)
    known = {str(row["source_ref"]) for row in cells}
    others = [one for one in claims if not known & {ref.ref for ref in one.refs}]
    return Compared(len(cells), made, tuple(others))


def _by_cell(claims: Iterable[Finding]) -> dict[str, Finding]:
    """Find for each cell the finding about it; the first stays."""
    found: dict[str, Finding] = {}
    for one in claims:
        refs = one.refs if one.rule in _ABOUT_ALL_CELLS else one.refs[:1]
        for ref in refs if one.rule not in _ABOUT_NO_CELL else ():
            found.setdefault(ref.ref, one)
    return found


def _rows_with_absent(strategies: pd.DataFrame, about: dict[str, Finding]) -> dict[str, Finding]:
    """Find the groups whose number of projects is wrong, with the finding that says so."""
    counts = strategies[~strategies["agrees"] & (strategies["column"] == "projects")]
    pairs = zip(counts["group"], counts["source_ref"], strict=True)
    return {group: about[ref] for group, ref in pairs if ref in about and group != TOTAL}


def _difference(
    row: dict[Any, Any], facts: RoundFacts, about: dict[str, Finding], absent: dict[str, Finding]
) -> Difference:
    group, column, ref = str(row["group"]), str(row["column"]), str(row["source_ref"])
    printed, again = _number(row["printed"]), _number(row["recomputed"])
    if printed is None:
        cause, reason = Cause.BLANK, "รายงานพิมพ์ขีดไว้ ทั้งที่คำนวณได้"
    else:
        cause, reason = _why(group, column, facts, about.get(ref), absent.get(group))
    number = str(row.get("strategy_no", ""))
    return Difference(group, column, number, printed, again, cause, reason, ref)


def _why(
    group: str, column: str, facts: RoundFacts, found: Finding | None, absent: Finding | None
) -> tuple[Cause, str]:
    if found is not None and found.rule == _BAND_RULE:
        return Cause.FAULT, f"โครงการในแถวนี้: {_bands_of(facts, group)}"
    if found is not None:
        return Cause.FAULT, found.hint or found.message
    if absent is not None:
        return Cause.ABSENT, f"แถวนี้นับโครงการที่ไม่มีในตาราง {absent.hint}"
    if column in LEVELS:
        return Cause.DEFINITION, "นิยามระดับต่างกัน"
    return Cause.UNKNOWN, "ไม่พบเหตุผลในเอกสาร ควรตรวจกับต้นเรื่อง"


def _bands_of(facts: RoundFacts, group: str) -> str:
    members = [one for one in facts.projects if one.group == group]
    counts = Counter(one.band for one in members)
    listed = [
        f"{BAND_TH[Band(band)]} {', '.join(one.project_no for one in members if one.band == band)}"
        for band in BANDS
        if counts[band]
    ]
    return "; ".join(listed)


def _number(value: object) -> float | None:
    number = float(str(value))
    return None if math.isnan(number) else number
