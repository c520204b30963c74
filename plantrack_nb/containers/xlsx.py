"""Workbooks as they are: every visible sheet, one after the other.

Read straight from the sheets' XML in one pass, because only there the exact stored value, the
number format, hidden rows, merged areas and formulas without a result stand side by side.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from plantrack_nb.containers.grid import Cell, Grid, Row
from plantrack_nb.containers.ooxml import Package, attribute, opened
from plantrack_nb.containers.xlsx_formats import cell_formats
from plantrack_nb.containers.xlsx_sheet import (
    LONGEST_TEXT,
    Area,
    Sheet,
    Stored,
    read_sheet,
    rich_text,
    too_long,
)
from plantrack_nb.containers.xlsx_values import Book, Value, text_value, value_of
from plantrack_nb.containers.zipcheck import LIMITS, unsafe
from plantrack_nb.core.provenance import cell_ref

if TYPE_CHECKING:
    from lxml import etree

WORKBOOK = "xl/workbook.xml"


@dataclass(frozen=True, slots=True)
class Tab:
    """A sheet of the workbook: its name, its part, and whether a reader sees it."""

    name: str
    part: str
    visible: bool


def read(path: Path) -> Grid:
    """Read a workbook; ``งบ!E12`` is cell E12 of the sheet งบ."""
    with opened(path) as package:
        return _grid(package)


def _grid(package: Package) -> Grid:
    root = package.tree(WORKBOOK)
    targets = package.targets(WORKBOOK)
    book = book_of(package, root, targets)
    notes: list[str] = []
    rows: list[Row] = []
    for tab in tabs(root, targets):
        if not tab.visible:
            notes.append(f"sheet {tab.name!r} is hidden and was not read")
        elif "/chartsheets/" in f"/{tab.part}":
            notes.append(f"sheet {tab.name!r} is a chart and was not read")
        else:
            rows += _rows(tab.name, read_sheet(package, tab.part), book, package.path)
    return Grid(package.path.name, tuple(rows), (*notes, *package.left_out()))


def tabs(root: etree._Element, targets: dict[str, str]) -> Iterator[Tab]:
    """Yield the sheets in the order of their tabs."""
    for sheet in root.iterfind("{*}sheets/{*}sheet"):
        part = targets.get(attribute(sheet, "id") or "", "")
        name = " ".join(sheet.get("name", "").split()) or "sheet"
        yield Tab(name, part, sheet.get("state", "visible") == "visible")


def book_of(package: Package, root: etree._Element, targets: dict[str, str]) -> Book:
    """Return what the cells of the workbook refer to."""
    parts = {part.rpartition("/")[2].lower(): part for part in targets.values()}
    strings = parts.get("sharedstrings.xml")
    properties = root.find("{*}workbookPr")
    calculation = root.find("{*}calcPr")
    on = {"1", "true"}
    return Book(
        strings=tuple(_strings(package, strings)) if strings else (),
        formats=cell_formats(package, parts.get("styles.xml")),
        from_1904=properties is not None and properties.get("date1904") in on,
        recalculated=calculation is None or calculation.get("fullCalcOnLoad") not in on,
    )


def _strings(package: Package, part: str) -> Iterator[Value]:
    for element in package.stream(part, "si"):
        text = rich_text(element)
        if len(text) > LONGEST_TEXT:
            raise too_long(package, "a text of the workbook")
        yield text_value(text)


def _rows(name: str, sheet: Sheet, book: Book, path: Path) -> Iterator[Row]:
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
                raise unsafe(path, f"merged cells cover more than {LIMITS.cells:,} cells")
    return found


def _under(area: Area, row: int, right: int) -> range:
    """Columns of one row that an area covers, its own first cell left out."""
    return range(area.left + (1 if row == area.top else 0), right + 1)
