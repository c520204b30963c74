"""Projects that the document counts but does not hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import isnan

from plantrack_nb.check.causes import id_of
from plantrack_nb.check.facts import ROUND, Facts, ref_of, round_of
from plantrack_nb.check.registry import Family, Settings, rule
from plantrack_nb.core.findings import Finding, Severity
from plantrack_nb.core.provenance import SourceRef
from plantrack_nb.core.records import Row, gathered
from plantrack_nb.core.vocabulary import ClaimKind
from plantrack_nb.thai.numbers import format_count

_RULE = "claim-absent-project"
_MOST_LISTED = 20
StrategyKey = tuple[str, int, int, str]
"""District, fiscal year, quarter and strategy number."""


@dataclass(frozen=True)
class Absent:
    """Projects of one strategy that are counted but not there.

    ``numbers`` are the gaps in the strategy's numbering, then the numbers after its last.
    """

    strategy_no: str
    numbers: tuple[str, ...]
    claimed: int
    found: int
    district: str
    refs: tuple[SourceRef, ...]

    @property
    def id(self) -> str:
        """Id of the finding about them, under which others hang."""
        return id_of(_RULE, _subject(self.strategy_no))

    @property
    def listed(self) -> str:
        """The numbers as a reader sees them."""
        more = " …" if len(self.numbers) > _MOST_LISTED else ""
        return ", ".join(self.numbers[:_MOST_LISTED]) + more


@rule(
    _RULE,
    Family.CLAIMS,
    Severity.ERROR,
    title="โครงการที่เอกสารนับไว้แต่ไม่มีในตารางความก้าวหน้า",
    title_en="Projects that are counted but absent",
    why="โครงการที่หายไปทั้งแถวทำให้งบประมาณ การเบิกจ่าย และจำนวนโครงการของเขตไม่ครบ",
    example="สารบัญพิมพ์ว่ากลยุทธ์ที่ 6 มี 14 โครงการ แต่ตารางมีถึงโครงการ 6.13",
    todo="เพิ่มโครงการที่ขาดในตารางความก้าวหน้า หรือแก้จำนวนโครงการทุกแห่ง",
)
def absent_projects(facts: Facts, _: Settings) -> Iterator[Finding]:
    """Find strategies with fewer projects than every part of the document says."""
    for gone in by_strategy(facts).values():
        yield Finding(
            rule=_RULE,
            subject=_subject(gone.strategy_no),
            severity=Severity.ERROR,
            message=f"กลยุทธ์ที่ {gone.strategy_no} เอกสารนับไว้ {format_count(gone.claimed)} โครงการ"
            f" แต่ตารางความก้าวหน้ามี {format_count(gone.found)} โครงการ"
            f" น่าจะขาดโครงการ {gone.listed}",
            expected=format_count(gone.claimed),
            found=format_count(gone.found),
            hint=f"เพิ่มแถวของโครงการ {gone.listed} พร้อมงบประมาณและผลการเบิกจ่าย",
            refs=gone.refs,
            district=gone.district,
        )


def counts(facts: Facts) -> list[Row]:
    """Select the claims that count a strategy's projects, with ``found``: how many there are."""
    return [
        row
        for row in facts.beside
        if _counts_strategy(row) and not isnan(row.value) and row.strategy_no.isdecimal()
    ]


def _counts_strategy(row: Row) -> bool:
    if row.kind == ClaimKind.CONTENTS.value:
        return bool(row.column == "")
    return bool(
        row.kind == ClaimKind.STRATEGY_TABLE.value and row.is_total and row.column == "projects"
    )


def by_strategy(facts: Facts) -> Mapping[StrategyKey, Absent]:
    """Gather what is absent: every count of the strategy is larger than what was found."""
    counted = gathered(counts(facts), [*ROUND, "strategy_no"])
    less = {
        place: least
        for place, group in counted.items()
        if (least := min(group, key=lambda row: row.value)).value > least.found
    }
    numbers = gathered(facts.in_rows, [*ROUND, "strategy_no"]) if less else {}
    found: dict[StrategyKey, Absent] = {}
    for place, least in less.items():
        there = (row.project_no for row in numbers.get(place, ()))
        lost = int(least.value - least.found)
        found[place] = Absent(
            strategy_no=place[3],
            numbers=_missing(place[3], there, lost),
            claimed=int(least.value),
            found=int(least.found),
            district=round_of(least),
            refs=tuple(map(ref_of, counted[place])),
        )
    return found


def strategy_key(row: Row) -> StrategyKey:
    """Tell which strategy of which round a row belongs to."""
    return (row.district, row.fiscal_year, row.quarter, row.strategy_no)


def _missing(strategy_no: str, there: Iterable[str], count: int) -> tuple[str, ...]:
    taken = {int(tail) for tail in (no.rpartition(".")[2] for no in there) if tail.isdecimal()}
    last = max(taken, default=0)
    gaps = [number for number in range(1, last) if number not in taken]
    after = range(last + 1, last + 1 + count)
    return tuple(f"{strategy_no}.{number}" for number in [*gaps, *after][:count])


def _subject(strategy_no: str) -> str:
    return f"strategy {strategy_no}"
