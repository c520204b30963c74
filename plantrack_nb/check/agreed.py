"""The printed figures that hold: recomputed like the rules do, and right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import isnan
from typing import TYPE_CHECKING

from plantrack_nb.check.facts import Facts, ref_of
from plantrack_nb.core.findings import Agreement
from plantrack_nb.core.records import Row
from plantrack_nb.core.vocabulary import BANDS, CLAIM_TH, COLUMN_TH, DISBURSED_PCT, ClaimKind
from plantrack_nb.measures.projects import percent_of
from plantrack_nb.measures.rounding import agrees, step_of
from plantrack_nb.measures.summary import counted, of_whole_rows, percents
from plantrack_nb.thai.numbers import format_count, format_percent

if TYPE_CHECKING:
    import pandas as pd

_LINES = "ร้อยละการเบิกจ่ายในตารางความก้าวหน้า"


def agreed(tables: Mapping[str, pd.DataFrame]) -> list[Agreement]:
    """Recompute what can be recomputed exactly, and return what is right.

    These are percents of budget lines, and in the two summary tables the numbers of projects,
    percents and bands of each group, and the totals of the counts; a zero proves little and is
    left out.
    """
    facts = Facts(tables)
    return [*_lines(facts), *map(_of_table, _right(facts))]


def _lines(facts: Facts) -> Iterator[Agreement]:
    for row in facts.lines:
        exact, printed = percent_of(row.disbursed, row.budget), row.reported_pct
        if not isnan(printed + exact) and agrees(printed, exact, step_of(printed, row.raw)):
            what = f"โครงการ {row.project_no} รายการที่ {row.line_no}"
            told = (format_percent(printed), format_percent(exact))
            yield Agreement(_LINES, what, *told, ref_of(row), row.district)


def _right(facts: Facts) -> Iterator[Row]:
    """Take the cells of the summary tables that hold; a total holds by what is printed above it."""
    cells = facts.beside
    yield from (row for row in counted(cells) if row.agrees and row.value > 0)
    yield from (row for row in percents(cells) if row.agrees and not isnan(row.value + row.exact))
    yield from (row for row in of_whole_rows(cells, BANDS) if row.agrees and row.value > 0)
    yield from (row for row in cells if row.value == row.sum)


def _of_table(row: Row) -> Agreement:
    named = "แถวรวม" if row.is_total else row.group
    strategy = f" กลยุทธ์ที่ {row.strategy_no}" if row.strategy_no else ""
    printed = computed = format_count(row.value)
    if row.column == DISBURSED_PCT:
        printed, computed = format_percent(row.value), format_percent(row.exact)
    what = f"{named}{strategy}: {COLUMN_TH[row.column]}"
    where = CLAIM_TH[ClaimKind(row.kind)]
    return Agreement(where, what, printed, computed, ref_of(row), row.district)
