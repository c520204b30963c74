"""The next round's workbook: what stood in the last round is shown and locked, the rest is open.

Where a cell for what is new is left empty, what was reported before still stands: money is
cumulative. Another fiscal year begins with the same projects and no money.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from math import isnan
from pathlib import Path
from typing import Any

from plantrack_nb.core.calendar import round_label
from plantrack_nb.core.files import write_bytes
from plantrack_nb.core.records import Row, rows
from plantrack_nb.core.schema import TABLES, Column, Round, RoundKey, Table
from plantrack_nb.core.vocabulary import BudgetState
from plantrack_nb.load.round_book import legend
from plantrack_nb.load.round_book.legend import SOURCE_NAMES, sheet_columns
from plantrack_nb.load.round_book.write import column_lane, guide_sheet
from plantrack_nb.workbooks import styles
from plantrack_nb.workbooks.book import Cell, Lane, Sheet, in_rows, workbook
from plantrack_nb.workbooks.columns import content_of, declared

FRESH: Mapping[str, tuple[str, ...]] = {
    "budget_lines": ("committed", "disbursed"),
    "activities": ("text", "status", "progress_pct"),
}
"""What is reported anew each round, in columns beside what the last round said."""

_PLAN = ("strategies", "projects", "budget_lines", "activities")
_NEVER_KEPT = ("reported_pct",)
_MONEY = ("budget", "committed", "disbursed")
_WIDEST_LAST = 40


def write_next(path: Path, last: Round, key: RoundKey) -> None:
    """Write the workbook in which a round is filled in after another.

    Parameters
    ----------
    path : Path
        The .xlsx to write.
    last : Round
        The round before; its projects, budgets, activities and owners are shown and locked.
    key : RoundKey
        The round to be filled in.

    Raises
    ------
    OutputError
        A value does not fit a spreadsheet cell, or the file cannot be written.
    """
    same_year = last.key.fiscal_year == key.fiscal_year
    notice = _notice(last.key, same_year=same_year)
    sheets = [guide_sheet(key, notice)]
    for name, table in TABLES.items():
        kept = rows(last.tables[name]) if name in _PLAN else []
        sheets.append(_sheet(table, kept, same_year=same_year))
    write_bytes(path, workbook(sheets, title=legend.TITLE))


def _notice(last: RoundKey, *, same_year: bool) -> str:
    before = f"{round_label(last.quarter)} ปีงบประมาณ {last.fiscal_year}"
    locked = "ช่องอื่นล็อกไว้กันพลาดโดยไม่มีรหัสผ่าน ถ้าแผนเปลี่ยน ให้ยกเลิกการป้องกันแผ่นงานแล้วแก้ไขได้"
    if not same_year:
        return (
            f"แฟ้มนี้ขึ้นปีงบประมาณใหม่จากโครงการของ{before} ยอดเงินและสถานะเริ่มใหม่ทั้งหมด"
            f" กรอกในช่องสีเหลือง {locked}"
        )
    return (
        f"แฟ้มนี้ต่อจาก{before} กรอกยอดสะสมและสถานะใหม่ในช่องสีเหลือง ข้างคอลัมน์ “{legend.LAST}…”"
        f" ช่องที่เว้นว่างหมายถึงยังเท่ารอบก่อน โปรแกรมจะใช้ค่ารอบก่อนและบอกไว้ทุกช่อง {locked}"
    )


def _sheet(table: Table, kept: list[Row], *, same_year: bool) -> Sheet:
    fresh = FRESH.get(table.name, ()) if same_year else ()
    lanes, shown = [], []
    for column in sheet_columns(table):
        if column.name in fresh:
            lanes.append(_last_lane(table, column))
            shown.append((column, True))
        lanes.append(_open(column_lane(table, column), column))
        shown.append((column, False))
    cells = (_cells(row, shown, same_year=same_year) for row in kept)
    return Sheet(
        table.title,
        lanes,
        in_rows(cells, 1),
        frozen=(1, 1),
        printed=True,
        closed=table.name in _PLAN,
    )


def _last_lane(table: Table, column: Column) -> Lane:
    lane = column_lane(table, column)
    title = legend.LAST + column.title
    width = min(lane.width, _WIDEST_LAST)
    return Lane(width, title, styles.HEAD_STANDING, "ที่รายงานไว้ในรอบก่อน ไม่ต้องกรอก")


def _open(lane: Lane, column: Column) -> Lane:
    """Leave a column open below its rows, for what is added."""
    if column.name in SOURCE_NAMES:
        return lane
    return replace(lane, style=styles.style(lane.style, locked=False))


def _cells(row: Row, shown: list[tuple[Column, bool]], *, same_year: bool) -> Iterator[Cell | None]:
    for at, (column, is_last) in enumerate(shown):
        if column.name in SOURCE_NAMES:
            yield None
            continue
        value = getattr(row, column.name)
        paired = not is_last and at > 0 and shown[at - 1] == (column, True)
        if paired or column.name in _NEVER_KEPT or _begins_anew(column, same_year=same_year):
            yield Cell(None, declared(column, styles.ENTRY))
        else:
            based = styles.ENTRY if _is_awaited(column, value) else styles.STANDING
            yield Cell(content_of(column, value), declared(column, based))


def _begins_anew(column: Column, *, same_year: bool) -> bool:
    return not same_year and (column.name in _MONEY or column.name in {"status", "progress_pct"})


def _is_awaited(column: Column, value: Any) -> bool:
    """Tell whether a budget is still to come: then its cell stays open."""
    if column.name == "budget_state":
        return bool(value == BudgetState.AWAITING)
    return column.name == "budget" and isnan(value)
