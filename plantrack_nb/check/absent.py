"""Projects that the document counts but does not hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from plantrack_nb.check.causes import id_of
from plantrack_nb.check.facts import ROUND, Facts, groups, ref_of, round_of, rows
from plantrack_nb.check.registry import Family, Settings, rule
from plantrack_nb.findings import Finding, Severity
from plantrack_nb.provenance import SourceRef
from plantrack_nb.thai.numbers import format_count
from plantrack_nb.vocabulary import ClaimKind

if TYPE_CHECKING:
    import pandas as pd

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


def counts(facts: Facts) -> pd.DataFrame:
    """Select the claims that count a strategy's projects, with ``found``: how many there are."""
    claims = facts.printed
    contents = (claims["kind"] == ClaimKind.CONTENTS.value) & (claims["column"] == "")
    totals = (claims["kind"] == ClaimKind.STRATEGY_TABLE.value) & claims["is_total"]
    totals &= claims["column"] == "projects"
    chosen = claims[(contents | totals) & claims["value"].notna()]
    chosen = chosen[chosen["strategy_no"].str.fullmatch(r"\d+")]
    return _with_found(chosen, facts.placed)


def _with_found(claims: pd.DataFrame, projects: pd.DataFrame) -> pd.DataFrame:
    held = projects.groupby([*ROUND, "strategy_no"], sort=False).size().rename("found")
    made = claims.merge(held.reset_index(), on=[*ROUND, "strategy_no"], how="left")
    return made.fillna({"found": 0})


def by_strategy(facts: Facts) -> Mapping[StrategyKey, Absent]:
    """Gather what is absent: every count of the strategy is larger than what was found."""
    claims = counts(facts)
    grouped = claims.groupby([*ROUND, "strategy_no"], sort=False)["value"]
    claims = claims[grouped.transform("min").gt(claims["found"])]
    numbers = _numbers(facts.placed) if len(claims) else {}
    found: dict[StrategyKey, Absent] = {}
    for group in groups(claims, [*ROUND, "strategy_no"]):
        least = min(group, key=lambda row: row.value)
        place = strategy_key(least)
        lost = int(least.value - least.found)
        found[place] = Absent(
            strategy_no=place[3],
            numbers=_missing(place[3], numbers.get(place, ()), lost),
            claimed=int(least.value),
            found=int(least.found),
            district=round_of(least),
            refs=tuple(ref_of(row) for row in group),
        )
    return found


def strategy_key(row: Any) -> StrategyKey:
    """Tell which strategy of which round a row belongs to."""
    return (row.district, int(row.fiscal_year), int(row.quarter), row.strategy_no)


def _numbers(projects: pd.DataFrame) -> Mapping[StrategyKey, list[str]]:
    gathered: dict[StrategyKey, list[str]] = {}
    for row in rows(projects[[*ROUND, "strategy_no", "project_no"]]):
        gathered.setdefault(strategy_key(row), []).append(row.project_no)
    return gathered


def _missing(strategy_no: str, there: Iterable[str], count: int) -> tuple[str, ...]:
    taken = {int(tail) for tail in (no.rpartition(".")[2] for no in there) if tail.isdecimal()}
    last = max(taken, default=0)
    gaps = [number for number in range(1, last) if number not in taken]
    after = range(last + 1, last + 1 + count)
    return tuple(f"{strategy_no}.{number}" for number in [*gaps, *after][:count])


def _subject(strategy_no: str) -> str:
    return f"strategy {strategy_no}"
