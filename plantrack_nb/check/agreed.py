"""The printed figures that hold: recomputed like the rules do, and right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from plantrack_nb.check.facts import ROUND, Facts, ref_of, round_of, rows
from plantrack_nb.check.grouping import bands, counted, percents
from plantrack_nb.check.rounding import disagree, steps_of
from plantrack_nb.findings import Agreement
from plantrack_nb.measures import percent
from plantrack_nb.thai.numbers import format_count, format_percent
from plantrack_nb.vocabulary import BAND_TH, CLAIM_TH, STATUS_TH, Band, ClaimKind

if TYPE_CHECKING:
    import pandas as pd

_LINES = "ร้อยละการเบิกจ่ายในตารางความก้าวหน้า"
_COLUMN_TH = {str(one): text for one, text in [*BAND_TH.items(), *STATUS_TH.items()]}
_COLUMN_TH["projects"] = "จำนวนโครงการ"


def agreed(tables: Mapping[str, pd.DataFrame]) -> list[Agreement]:
    """Recompute what can be recomputed exactly, and return what is right.

    These are percents of budget lines, and in the two summary tables the numbers of projects,
    percents and bands of each group, and the totals of the counts; a zero proves little and is
    left out.
    """
    facts = Facts(tables)
    return [
        *_lines(facts),
        *_counts(facts),
        *_percents(facts),
        *_bands(facts),
        *_totals(facts),
    ]


def _lines(facts: Facts) -> Iterator[Agreement]:
    lines = facts.lines.assign(exact=percent(facts.lines["disbursed"], facts.lines["budget"]))
    lines = lines[lines["reported_pct"].notna() & lines["exact"].notna()]
    step = lines["reported_pct"] * 0 + steps_of(lines["reported_pct"], lines["raw"])
    for row in rows(lines[~disagree(lines["reported_pct"], lines["exact"], step)]):
        what = f"โครงการ {row.project_no} รายการที่ {row.line_no}"
        yield _holds(row, _LINES, what, format_percent(row.reported_pct), row.exact)


def _counts(facts: Facts) -> Iterator[Agreement]:
    cells = counted(facts)
    for row in rows(cells[(cells["value"] == cells["found"]) & (cells["value"] > 0)]):
        what = f"{row.group} กลยุทธ์ที่ {row.strategy_no}: จำนวนโครงการ"
        yield _holds(row, _table(row), what, format_count(row.value))


def _percents(facts: Facts) -> Iterator[Agreement]:
    cells = percents(facts)
    cells = cells[cells["value"].notna() & cells["exact"].notna()]
    step = cells["value"] * 0 + steps_of(cells["value"], cells["text"])
    for row in rows(cells[~disagree(cells["value"], cells["exact"], step)]):
        what = f"{row.group} กลยุทธ์ที่ {row.strategy_no}: ร้อยละการเบิกจ่าย"
        yield _holds(row, _table(row), what, format_percent(row.value), row.exact)


def _bands(facts: Facts) -> Iterator[Agreement]:
    cells = bands(facts)
    for row in rows(cells[(cells["value"] == cells["exact"]) & (cells["value"] > 0)]):
        what = f"{row.group}: {BAND_TH[Band(row.column)]}"
        yield _holds(row, _table(row), what, format_count(row.value))


def _totals(facts: Facts) -> Iterator[Agreement]:
    kinds = [ClaimKind.LEVEL_TABLE.value, ClaimKind.STRATEGY_TABLE.value]
    cells = facts.printed[facts.printed["kind"].isin(kinds)]
    cells = cells[cells["column"].isin(list(_COLUMN_TH))]
    place = [*ROUND, "kind", "column", "strategy_no"]
    sums = cells[~cells["is_total"]].groupby(place, sort=False)["value"].sum()
    both = cells[cells["is_total"]].merge(sums.rename("exact").reset_index(), on=place)
    for row in rows(both[both["value"] == both["exact"]]):
        strategy = f" กลยุทธ์ที่ {row.strategy_no}" if row.strategy_no else ""
        what = f"แถวรวม{strategy}: {_COLUMN_TH[row.column]}"
        yield _holds(row, _table(row), what, format_count(row.value))


def _table(row: Any) -> str:
    return CLAIM_TH[ClaimKind(row.kind)]


def _holds(row: Any, where: str, what: str, printed: str, exact: float | None = None) -> Agreement:
    computed = printed if exact is None else format_percent(exact)
    return Agreement(where, what, printed, computed, ref_of(row), round_of(row))
