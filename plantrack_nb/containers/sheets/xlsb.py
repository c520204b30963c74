"""Binary workbooks (.xlsb): the same sheets and styles as .xlsx, in records instead of XML."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from plantrack_nb.containers.grid import Grid, Row
from plantrack_nb.containers.ooxml import Package, opened
from plantrack_nb.containers.sheets.biff12 import Record, records
from plantrack_nb.containers.sheets.formats import BUILT_IN, GENERAL, NumberFormat, number_format
from plantrack_nb.containers.sheets.rows import chart_note, hidden_note, sheet_name, sheet_rows
from plantrack_nb.containers.sheets.stored import (
    LONGEST_TEXT,
    Area,
    Sheet,
    Stored,
    StoredRow,
    too_long,
)
from plantrack_nb.containers.sheets.values import Book, text_value
from plantrack_nb.containers.zipcheck import damaged
from plantrack_nb.core.language import say

WORKBOOK = "xl/workbook.bin"

# numbers of records, as MS-XLSB names them
_ROW, _BLANK, _RK, _ERROR, _BOOL, _REAL, _TEXT, _SHARED = range(8)
_TEXT_RESULT, _REAL_RESULT, _BOOL_RESULT, _ERROR_RESULT = range(8, 12)
_SHORT_BLANK, _SHORT_SHARED = 12, 18
"""Cells that leave out their column, as it is the one after the cell before them."""

_RICH_TEXT = 62
_SHARED_ITEM, _FORMAT, _STYLE, _COLUMNS, _MERGED = 19, 44, 47, 60, 176
_WORKBOOK_SETTINGS, _SHEET = 153, 156
_CELL_STYLES, _END_OF_CELL_STYLES = 617, 618
_HIDDEN_ROW = 0x10
_ERRORS = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?",
    0x24: "#NUM!", 0x2A: "#N/A", 0x2B: "#GETTING_DATA",
}  # fmt: skip


def read(path: Path) -> Grid:
    """Read a workbook; ``งบ!E12`` is cell E12 of the sheet งบ."""
    with opened(path) as package:
        try:
            return _grid(package)
        except (ValueError, IndexError) as error:
            raise damaged(path, str(error)) from None


def _grid(package: Package) -> Grid:
    targets = package.targets(WORKBOOK)
    parts = {part.rpartition("/")[2].lower(): part for part in targets.values()}
    main = list(records(package.binary(WORKBOOK)))
    strings = parts.get("sharedstrings.bin")
    book = Book(
        tuple(text_value(text) for text in _strings(package, strings)) if strings else (),
        tuple(_formats(package, parts.get("styles.bin"))),
        from_1904=any(one.number == _WORKBOOK_SETTINGS and one.unsigned(0) & 1 for one in main),
    )
    notes: list[str] = []
    rows: list[Row] = []
    for one in main:
        if one.number != _SHEET:
            continue
        target, end = one.text(8)
        name, part = sheet_name(one.text(end)[0]), targets.get(target, "")
        if one.unsigned(0):
            notes.append(hidden_note(name))
        elif "/worksheets/" not in f"/{part}":
            notes.append(chart_note(name))
        else:
            rows += sheet_rows(name, _sheet(package, part), book, package.path)
    return Grid(package.path.name, tuple(rows), (*notes, *package.left_out()))


def _strings(package: Package, part: str) -> Iterator[str]:
    for one in records(package.binary(part)):
        if one.number == _SHARED_ITEM:
            yield _checked(one.text(1)[0], package)


def _formats(package: Package, part: str | None) -> Iterator[NumberFormat]:
    """Give how each cell style shows numbers, by style number."""
    known = dict(BUILT_IN)
    of_cells = False
    for one in records(package.binary(part)) if part else ():
        if one.number == _FORMAT:
            known[one.unsigned(0, 2)] = number_format(one.text(2)[0])
        elif one.number in {_CELL_STYLES, _END_OF_CELL_STYLES}:
            of_cells = one.number == _CELL_STYLES
        elif one.number == _STYLE and of_cells:
            yield known.get(one.unsigned(2, 2), GENERAL)


def _sheet(package: Package, part: str) -> Sheet:
    sheet = Sheet()
    row: Record | None = None
    cells: list[Stored] = []
    for one in records(package.binary(part)):
        if one.number == _ROW:
            _end_row(sheet, row, cells, package)
            row, cells = one, []
        elif one.number == _MERGED:
            top, bottom, left, right = (one.unsigned(at) + 1 for at in (0, 4, 8, 12))
            sheet.merged.append(Area(top, left, bottom, right))
        elif one.number == _COLUMNS and one.unsigned(16, 2) & 1:
            sheet.hidden_columns.append((one.unsigned(0) + 1, one.unsigned(4) + 1))
        elif one.number <= _SHORT_SHARED or one.number == _RICH_TEXT:
            stored = _stored(_whole(one, cells), package)
            cells += [stored] if stored else []
    _end_row(sheet, row, cells, package)
    return sheet


def _end_row(sheet: Sheet, row: Record | None, cells: list[Stored], package: Package) -> None:
    if row is not None and cells:
        hidden = bool(row.unsigned(11, 1) & _HIDDEN_ROW)
        sheet.add(StoredRow(row.unsigned(0) + 1, hidden, tuple(cells)), package.path)


def _whole(one: Record, cells: list[Stored]) -> Record:
    """Give a short cell its column, so that it reads like any other."""
    if not _SHORT_BLANK <= one.number <= _SHORT_SHARED:
        return one
    column = cells[-1].column if cells else 0
    return Record(one.number - _SHORT_BLANK + _BLANK, column.to_bytes(4, "little") + one.data)


def _stored(one: Record, package: Package) -> Stored | None:
    kind, value = _value(one, package)
    formula = "" if _TEXT_RESULT <= one.number <= _ERROR_RESULT else None
    if not value:
        return None
    return Stored(one.unsigned(0) + 1, kind, one.unsigned(4, 3), value, formula)


def _value(one: Record, package: Package) -> tuple[str, str]:
    """Read what a cell holds, and of which kind it is as .xlsx names kinds."""
    number = one.number
    if number == _RK:
        return "n", f"{one.packed(8):.15g}"
    if number in {_REAL, _REAL_RESULT}:
        return "n", f"{one.real(8):.15g}"
    if number in {_BOOL, _BOOL_RESULT}:
        return "b", str(one.unsigned(8, 1))
    if number in {_ERROR, _ERROR_RESULT}:
        return "e", _ERRORS.get(one.unsigned(8, 1), "#N/A")
    if number in {_TEXT, _TEXT_RESULT, _RICH_TEXT}:
        return "str", _checked(one.text(9 if number == _RICH_TEXT else 8)[0], package)
    return ("s", str(one.unsigned(8))) if number == _SHARED else ("", "")


def _checked(text: str, package: Package) -> str:
    if len(text) > LONGEST_TEXT:
        raise too_long(package.path, say("ข้อความหนึ่งในแฟ้ม", "a text of the workbook"))
    return text
