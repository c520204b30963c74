"""Puts heads, rows and what stands around them on sheets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from helpers.layouts import around
from helpers.layouts.cells import Value, Writer
from helpers.layouts.columns import UNITS, Column, columns
from helpers.layouts.order import Numbered, numbered
from helpers.layouts.rows import Row, Rows, strategy_text

if TYPE_CHECKING:
    from helpers.layouts.layout import Layout
    from helpers.layouts.true_round import TrueRound

Area = tuple[int, int, int, int]
_LEADING = frozenset({"no", "code", "name", "strategy"})


@dataclass
class Sheet:
    """A sheet: its cells, row by row, and its merged areas (top, left, bottom, right; from 0)."""

    name: str
    rows: list[list[Value]] = field(default_factory=list)
    merged: list[Area] = field(default_factory=list)

    def merge(self, top: int, left: int, bottom: int, right: int) -> None:
        """Merge an area that is more than one cell."""
        if (top, left) != (bottom, right):
            self.merged.append((top, left, bottom, right))


def sheets(true: TrueRound, layout: Layout) -> list[Sheet]:
    """Lay a round out."""
    shown = numbered(true, layout)
    made = list(_tables(true, layout, shown))
    writer = Writer(layout)
    if layout.summary != "none":
        summary = around.summary(true, writer, shown)
        sheet = Sheet(around.summary_name(writer), *summary)
        made = [sheet, *made] if layout.summary == "first" else [*made, sheet]
    if layout.other_sheet:
        made.append(Sheet("คำชี้แจง", [[line] for line in around.EXPLAINED]))
    return made


def _tables(true: TrueRound, layout: Layout, shown: Sequence[Numbered]) -> Iterator[Sheet]:
    writer = Writer(layout)
    if layout.strategies == "sheets":
        for at in range(len(true.strategies)):
            here = [one for one in shown if one.project.strategy == at]
            heading = strategy_text(writer, true, at)
            yield _table(around.strategy_sheet(writer, at), true, layout, here, heading=heading)
    elif layout.shape == "quarter_sheets":
        last = 4 if layout.filled == "beyond" else true.quarter
        for quarter in range(1, last + 1):
            name = around.quarter_sheet(writer, quarter)
            yield _table(name, true, layout, shown, quarter=quarter)
    else:
        yield _table(around.sheet_name(writer), true, layout, shown)


def _table(
    name: str,
    true: TrueRound,
    layout: Layout,
    shown: Sequence[Numbered],
    *,
    heading: str = "",
    quarter: int = 0,
) -> Sheet:
    """Lay one table out on a sheet of its own."""
    sheet, writer = Sheet(name), Writer(layout)
    until = quarter or (4 if layout.filled == "beyond" else true.quarter)
    laid = columns(layout, true.year)
    for line in around.titles(true, writer, quarter):
        _line(sheet, line, len(laid), joined=layout.heading_place == "merged")
    if heading:
        _line(sheet, heading, len(laid), joined=layout.heading_place == "merged")
    if layout.unit != "baht" and layout.unit_by == "line":
        unit = writer.one("unit line", ("หน่วย : {}", "(หน่วย: {})", "หน่วย:{}", "หน่วย {}"))
        right = 0 if writer.is_plain("unit place") else len(laid) - 1
        sheet.rows.append([*[""] * right, unit.format(UNITS[layout.unit])])
    if layout.blank_rows and sheet.rows:
        sheet.rows.append([""])
    _head(sheet, laid, layout)
    body = list(Rows(true, layout, until).rows(shown))
    again = len(body) // 2 if layout.head_again else -1
    for at, row in enumerate(body):
        if at == again and row.kind in {"project", "strategy", "group"} and not row.joined:
            _head(sheet, laid, layout)
        _row(sheet, row, laid, layout)
    for line in around.below(true, writer):
        _line(sheet, line, len(laid), joined=False)
    return _shifted(sheet) if layout.blank_column else sheet


def _line(sheet: Sheet, text: str, width: int, *, joined: bool) -> None:
    sheet.rows.append([text, *[""] * (width - 1)] if text else [""] * width)
    if joined:
        sheet.merge(len(sheet.rows) - 1, 0, len(sheet.rows) - 1, width - 1)


def _head(sheet: Sheet, laid: Sequence[Column], layout: Layout) -> None:
    """Write the head: upper heads across what they hold, the lowest down to the last row."""
    top, deep = len(sheet.rows), max(len(column.heads) for column in laid)
    grid: list[list[Value]] = [[""] * len(laid) for _ in range(deep)]
    for at, column in enumerate(laid):
        for level, text in enumerate(column.heads):
            upper = level < len(column.heads) - 1
            shared = (
                at > 0 and upper and laid[at - 1].heads[: level + 1] == column.heads[: level + 1]
            )
            if shared and len(laid[at - 1].heads) > level + 1:
                continue
            grid[level][at] = text
            if not layout.merged_head:
                continue
            right = at
            while upper and _same(laid, at, right + 1, level):
                right += 1
            sheet.merge(top + level, at, top + (level if upper else deep - 1), right)
    sheet.rows += grid
    if layout.units_row:
        unit = f"({UNITS[layout.unit]})"
        sheet.rows.append([unit if column.is_money else "" for column in laid])
    if layout.numbers_row:
        mark = Writer(layout).one("number row", ("({})", "{}"))
        sheet.rows.append([mark.format(n) for n in range(1, len(laid) + 1)])


def _same(laid: Sequence[Column], at: int, other: int, level: int) -> bool:
    if other >= len(laid) or len(laid[other].heads) <= level + 1:
        return False
    return laid[other].heads[: level + 1] == laid[at].heads[: level + 1]


def _row(sheet: Sheet, row: Row, laid: Sequence[Column], layout: Layout) -> None:
    cells: list[Value] = [row.cells.get(column.field, "") for column in laid]
    at = len(sheet.rows)
    if row.label:
        left, right = _label_place(row, laid, layout)
        cells[left] = row.label
        sheet.merge(at, left, at, right)
    for column, one in enumerate(laid):
        if one.field in row.joined:
            cells[column] = ""
            _join(sheet, at, column)
    sheet.rows.append(cells)


def _label_place(row: Row, laid: Sequence[Column], layout: Layout) -> tuple[int, int]:
    """Say over which columns the text of a heading or a sum stands."""
    fields = [column.field for column in laid]
    name = fields.index("name")
    if layout.heading_place == "name" or fields[0] not in _LEADING:
        return name, name
    if layout.heading_place == "first":
        return 0, 0
    if not row.cells:
        return 0, len(laid) - 1
    right = 0
    while right + 1 < len(fields) and fields[right + 1] not in row.cells:
        right += 1
    return 0, right


def _join(sheet: Sheet, row: int, column: int) -> None:
    """Let a cell lie under the merged cell above it."""
    for at, (top, left, bottom, right) in enumerate(sheet.merged):
        if (left, right, bottom) == (column, column, row - 1):
            sheet.merged[at] = (top, left, row, right)
            return
    sheet.merged.append((row - 1, column, row, column))


def _shifted(sheet: Sheet) -> Sheet:
    merged = [(top, left + 1, bottom, right + 1) for top, left, bottom, right in sheet.merged]
    return Sheet(sheet.name, [["", *row] for row in sheet.rows], merged)
