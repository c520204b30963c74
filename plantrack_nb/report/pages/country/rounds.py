"""What the pages over many rounds are made of: districts of a quarter, and how they stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from plantrack_nb.measures.totals import Totals, together
from plantrack_nb.render import parts as p

if TYPE_CHECKING:
    from plantrack_nb.office.targets import Target

TITLE = "ผลการติดตามแผนปฏิบัติการของสำนักงานเขตพื้นที่การศึกษา"


class Standing(StrEnum):
    """Where a district's round stands, the worst first."""

    FAILED = "failed"
    NO_INPUT = "no_input"
    FINDINGS = "findings"
    DONE = "done"


STANDING_TH: Mapping[Standing, str] = MappingProxyType(
    {
        Standing.FAILED: "จัดทำรายงานไม่สำเร็จ",
        Standing.NO_INPUT: "ยังไม่มีข้อมูล",
        Standing.FINDINGS: "มีข้อตรวจพบ",
        Standing.DONE: "ไม่มีข้อตรวจพบ",
    }
)
TONES: Mapping[Standing, p.Tone] = MappingProxyType(
    {
        Standing.FAILED: p.Tone.BAD,
        Standing.NO_INPUT: p.Tone.BAD,
        Standing.FINDINGS: p.Tone.WATCH,
        Standing.DONE: p.Tone.GOOD,
    }
)
STEP_TH: Mapping[str, str] = MappingProxyType(
    {"01_load": "อ่านข้อมูล", "02_check": "ตรวจตัวเลข", "03_report": "ประกอบรายงาน"}
)
FAR = 10.0
"""Points below the target from which a district is far behind."""


@dataclass(frozen=True)
class Line:
    """One district in a quarter.

    Parameters
    ----------
    code, name : str
        The district.
    standing : Standing
        Where its round stands.
    totals : Totals, optional
        Its projects and money, when they are known.
    errors, warnings : int
        Findings that are open.
    reports : mapping of str to str
        Relative path of each report by its format; the first is linked with the name.
    stopped_at : str
        The notebook at which it failed.
    """

    code: str
    name: str
    standing: Standing
    totals: Totals | None = None
    errors: int = 0
    warnings: int = 0
    reports: Mapping[str, str] = field(default_factory=dict)
    stopped_at: str = ""

    @property
    def is_made(self) -> bool:
        """True when the district has reported, and its report was made."""
        return self.standing in (Standing.FINDINGS, Standing.DONE)

    @property
    def percent(self) -> float | None:
        """Percent disbursed, where it is known."""
        return None if self.totals is None else self.totals.percent

    def gap(self, target: Target | None) -> float | None:
        """Points above the target (below it: negative); None where either is not known."""
        share = self.percent
        return None if share is None or target is None else share - target.percent


@dataclass(frozen=True)
class Quarter:
    """All districts of one quarter, and the national target for it."""

    fiscal_year: int
    quarter: int
    lines: Sequence[Line]
    target: Target | None = None

    @property
    def totals(self) -> Totals:
        """Sums over the districts whose figures are known."""
        return together(one.totals for one in self.lines if one.totals is not None)

    @property
    def reported(self) -> list[Line]:
        """Districts whose report was made, the furthest below the target first."""
        made = [one for one in worst_first(self.lines) if one.is_made]
        if self.target is None:
            return made
        return sorted(made, key=lambda one: _weight(one.gap(self.target)))

    @property
    def absent(self) -> list[Line]:
        """Districts without a report: it failed, or nothing came."""
        return [one for one in worst_first(self.lines) if not one.is_made]

    def count(self, standing: Standing) -> int:
        """Count the districts that stand so."""
        return sum(one.standing is standing for one in self.lines)

    @property
    def is_late(self) -> bool:
        """True when less was disbursed than the target asks for."""
        share = self.totals.percent
        return share is not None and self.target is not None and share < self.target.percent


def worst_first(lines: Iterable[Line]) -> list[Line]:
    """Order districts: failed, missing, most errors, most warnings, least disbursed, code."""

    def weight(one: Line) -> tuple[int, int, int, float, str]:
        share = one.totals.percent if one.totals is not None else None
        least = -1.0 if share is None else share
        return (list(Standing).index(one.standing), -one.errors, -one.warnings, least, one.code)

    return sorted(lines, key=weight)


def tone_of(gap: float | None) -> p.Tone:
    """Tell by the distance to the target whether a district is on time, behind, or far behind."""
    if gap is None:
        return p.Tone.PLAIN
    if gap >= 0:
        return p.Tone.GOOD
    return p.Tone.WATCH if gap > -FAR else p.Tone.BAD


def _weight(gap: float | None) -> float:
    return float("inf") if gap is None else gap
