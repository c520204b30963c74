"""The printed figures that hold: recomputed like the rules do, and right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import isnan
from typing import TYPE_CHECKING

from plantrack_nb.check.facts import ROUND, Facts, ref_of, round_key, round_of
from plantrack_nb.check.reading.grouping import bands, counted, percents
from plantrack_nb.check.reading.printed import printed_figures
from plantrack_nb.core.findings import Agreement
from plantrack_nb.core.records import Row, gathered, total
from plantrack_nb.core.vocabulary import BAND_TH, CLAIM_TH, STATUS_TH, Band, ClaimKind
from plantrack_nb.measures.projects import percent_of
from plantrack_nb.measures.rounding import agrees, step_of
from plantrack_nb.thai.numbers import format_count, format_percent

if TYPE_CHECKING:
    import pandas as pd

_TABLES = (ClaimKind.LEVEL_TABLE.value, ClaimKind.STRATEGY_TABLE.value)
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
    for row in facts.lines:
        exact = percent_of(row.disbursed, row.budget)
        if _fits(row.reported_pct, exact, row.raw):
            what = f"โครงการ {row.project_no} รายการที่ {row.line_no}"
            yield _holds(row, _LINES, what, format_percent(row.reported_pct), exact)


def _counts(facts: Facts) -> Iterator[Agreement]:
    for row in counted(facts):
        if row.value == row.found and row.value > 0:
            what = f"{row.group} กลยุทธ์ที่ {row.strategy_no}: จำนวนโครงการ"
            yield _holds(row, _table(row), what, format_count(row.value))


def _percents(facts: Facts) -> Iterator[Agreement]:
    for row in percents(facts):
        if _fits(row.value, row.exact, row.text):
            what = f"{row.group} กลยุทธ์ที่ {row.strategy_no}: ร้อยละการเบิกจ่าย"
            yield _holds(row, _table(row), what, format_percent(row.value), row.exact)


def _bands(facts: Facts) -> Iterator[Agreement]:
    for row in bands(facts):
        if row.value == row.exact and row.value > 0:
            what = f"{row.group}: {BAND_TH[Band(row.column)]}"
            yield _holds(row, _table(row), what, format_count(row.value))


def _totals(facts: Facts) -> Iterator[Agreement]:
    cells = [
        row
        for row in facts.once(printed_figures)
        if row.kind in _TABLES and row.column in _COLUMN_TH
    ]
    place = [*ROUND, "kind", "column", "strategy_no"]
    columns = gathered((row for row in cells if not row.is_total), place)
    for row in cells:
        column = columns.get((*round_key(row), row.kind, row.column, row.strategy_no), [])
        if row.is_total and column and row.value == total(one.value for one in column):
            strategy = f" กลยุทธ์ที่ {row.strategy_no}" if row.strategy_no else ""
            what = f"แถวรวม{strategy}: {_COLUMN_TH[row.column]}"
            yield _holds(row, _table(row), what, format_count(row.value))


def _fits(printed: float, exact: float, text: str) -> bool:
    known = not isnan(printed) and not isnan(exact)
    return known and agrees(printed, exact, step_of(printed, text))


def _table(row: Row) -> str:
    return CLAIM_TH[ClaimKind(row.kind)]


def _holds(row: Row, where: str, what: str, printed: str, exact: float | None = None) -> Agreement:
    computed = printed if exact is None else format_percent(exact)
    return Agreement(where, what, printed, computed, ref_of(row), round_of(row))
