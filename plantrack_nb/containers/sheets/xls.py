"""Workbooks of Excel 5 to 2003 (.xls), by way of xlrd: values, formats, merged and hidden cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import xlrd
from xlrd.biffh import XLRDError, error_text_from_code

from plantrack_nb.containers.grid import Grid, Row
from plantrack_nb.containers.sheets.formats import GENERAL, NumberFormat, number_format
from plantrack_nb.containers.sheets.rows import hidden_note, sheet_name, sheet_rows
from plantrack_nb.containers.sheets.stored import Area, Sheet, Stored, StoredRow
from plantrack_nb.containers.sheets.values import Book
from plantrack_nb.containers.zipcheck import damaged, password_protected

if TYPE_CHECKING:
    from xlrd.sheet import Cell

_BIFF8 = 80
_LATIN = re.compile(r"[\x80-\xff]{2}")
"""What Thai bytes become when the file names no code page, or a western one."""


def read(path: Path) -> Grid:
    """Read a workbook; ``งบ!E12`` is cell E12 of the sheet งบ."""
    opened = _opened(path)
    if opened.biff_version < _BIFF8 and _holds_latin(opened):
        opened = _opened(path, encoding="cp874")
    book = Book((), tuple(_formats(opened)), from_1904=opened.datemode == 1)
    notes: list[str] = []
    rows: list[Row] = []
    for sheet in opened.sheets():
        name = sheet_name(sheet.name)
        if sheet.visibility:
            notes.append(hidden_note(name))
        else:
            rows += sheet_rows(name, _sheet(sheet, path), book, path)
    return Grid(path.name, tuple(rows), tuple(notes))


def _opened(path: Path, encoding: str | None = None) -> xlrd.book.Book:
    try:
        return xlrd.open_workbook(str(path), formatting_info=True, encoding_override=encoding)
    except XLRDError as error:
        if "encrypt" in str(error).lower():
            raise password_protected(path) from None
        raise damaged(path, str(error)) from None


def _holds_latin(opened: xlrd.book.Book) -> bool:
    """Tell whether texts came out as western letters with accents, as Thai ones misread do."""
    cells = (cell for sheet in opened.sheets() for row in sheet.get_rows() for cell in row)
    return any(cell.ctype == xlrd.XL_CELL_TEXT and _LATIN.search(str(cell.value)) for cell in cells)


def _formats(opened: xlrd.book.Book) -> Iterator[NumberFormat]:
    for style in opened.xf_list:
        known = opened.format_map.get(style.format_key)
        yield number_format(known.format_str) if known else GENERAL


def _sheet(source: xlrd.sheet.Sheet, path: Path) -> Sheet:
    sheet = Sheet(
        merged=[
            Area(top + 1, left + 1, bottom, right)
            for top, bottom, left, right in source.merged_cells
        ],
        hidden_columns=[
            (at + 1, at + 1) for at, column in source.colinfo_map.items() if column.hidden
        ],
    )
    for number, row in enumerate(source.get_rows()):
        cells = tuple(
            stored for at, cell in enumerate(row, start=1) if (stored := _stored(cell, at))
        )
        if cells:
            known = source.rowinfo_map.get(number)
            hidden = known is not None and bool(known.hidden)
            sheet.add(StoredRow(number + 1, hidden, cells), path)
    return sheet


def _stored(cell: Cell, column: int) -> Stored | None:
    style = cell.xf_index or 0
    match cell.ctype:
        case xlrd.XL_CELL_TEXT:
            return Stored(column, "text", style, str(cell.value), None) if cell.value else None
        case xlrd.XL_CELL_NUMBER | xlrd.XL_CELL_DATE:
            return Stored(column, "n", style, f"{cell.value:.15g}", None)
        case xlrd.XL_CELL_BOOLEAN:
            return Stored(column, "b", style, str(cell.value), None)
        case xlrd.XL_CELL_ERROR:
            text = error_text_from_code.get(int(cell.value), "#N/A")
            return Stored(column, "e", style, text, None)
    return None
