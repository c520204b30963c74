"""Sheets to the rows of a grid, whatever file they stand in."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from pathlib import Path

from plantrack_nb.containers.grid import Cell, Row
from plantrack_nb.containers.sheets.stored import Area, Sheet, Stored
from plantrack_nb.containers.sheets.values import Book, value_of
from plantrack_nb.containers.zipcheck import LIMITS, unsafe
from plantrack_nb.core.language import say
from plantrack_nb.core.provenance import cell_ref


def hidden_note(name: str) -> str:
    """Say that a sheet was left out because nobody sees it."""
    return say(f"แผ่นงาน {name!r} ถูกซ่อนไว้ จึงไม่ได้อ่าน", f"sheet {name!r} is hidden and was not read")


def chart_note(name: str) -> str:
    """Say that a sheet was left out because it holds no cells."""
    return say(f"แผ่นงาน {name!r} เป็นแผนภูมิ จึงไม่ได้อ่าน", f"sheet {name!r} is a chart and was not read")


def sheet_name(name: str) -> str:
    """Name a sheet on one line, as refs do."""
    return " ".join(name.split()) or "sheet"


def sheet_rows(name: str, sheet: Sheet, book: Book, path: Path) -> Iterator[Row]:
    """Give a sheet's rows; ``งบ!E12`` is cell E12 of the sheet งบ."""
    covered = _covered(sheet, path)
    for row in sheet.rows:
        stored = {cell.column: cell for cell in row.cells}
        under = covered.get(row.number, set())
        cells = tuple(
            _cell(
                cell_ref(name, row.number, column),
                stored.get(column),
                book,
                hidden=row.hidden or _within(column, sheet.hidden_columns),
                covered=column in under,
            )
            for column in range(1, sheet.width + 1)
        )
        yield Row(cells[0].ref, cells)


def _cell(ref: str, stored: Stored | None, book: Book, *, hidden: bool, covered: bool) -> Cell:
    if stored is None:
        return Cell("", ref, "", "merged" if covered else "")
    value = value_of(stored, book)
    if covered:
        return Cell("", ref, value.raw, "merged: a value under a merged cell is not shown")
    note = "; ".join(part for part in ("hidden" if hidden else "", value.note) if part)
    return Cell(value.text, ref, value.raw, note)


def _within(column: int, ranges: list[tuple[int, int]]) -> bool:
    return any(first <= column <= last for first, last in ranges)


def _covered(sheet: Sheet, path: Path) -> dict[int, set[int]]:
    """Columns that lie under a merged cell, by row; rows not in use do not count."""
    numbers = [row.number for row in sheet.rows]
    found: dict[int, set[int]] = {}
    count = 0
    for area in sheet.merged:
        right = min(area.right, sheet.width)
        for number in numbers[bisect_left(numbers, area.top) : bisect_right(numbers, area.bottom)]:
            columns = _under(area, number, right)
            found.setdefault(number, set()).update(columns)
            count += len(columns)
            if count > LIMITS.cells:
                raise unsafe(
                    path,
                    say(
                        f"เซลล์ที่ผสานกันครอบคลุมเกิน {LIMITS.cells:,} เซลล์",
                        f"merged cells cover more than {LIMITS.cells:,} cells",
                    ),
                )
    return found


def _under(area: Area, row: int, right: int) -> range:
    """Columns of one row that an area covers, its own first cell left out."""
    return range(area.left + (1 if row == area.top else 0), right + 1)
