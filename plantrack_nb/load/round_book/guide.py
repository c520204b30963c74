"""The first sheet: which round this is, how to fill the workbook, what each column means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plantrack_nb.core.provenance import column_letters
from plantrack_nb.core.schema import ROUND_COLUMNS, TABLES, Column, Kind, RoundKey, Table
from plantrack_nb.load.round_book import wording
from plantrack_nb.load.round_book.formats import Formats
from plantrack_nb.load.round_book.layout import GUIDE_SHEET, heading, sheet_columns

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

_WIDTHS = (20, 26, 52, 10, 9, 34, 34)
_LAST = len(_WIDTHS) - 1


def write_guide(book: Workbook, formats: Formats, key: RoundKey | None, notice: str) -> None:
    """Add the explaining sheet, with ``key`` in its named cells (or left to be filled in)."""
    sheet = book.add_worksheet(GUIDE_SHEET)
    for at, width in enumerate(_WIDTHS):
        sheet.set_column(at, at, width)
    sheet.hide_gridlines(2)
    sheet.write_string(0, 0, wording.TITLE, formats.title)
    sheet.merge_range(1, 0, 1, _LAST, wording.ABOUT, formats.plain)
    if notice:
        sheet.merge_range(2, 0, 2, _LAST, notice, formats.strong)
    row = _write_key(book, sheet, formats, key, 3)
    row = _write_how(sheet, formats, row + 1)
    _write_columns(sheet, formats, row + 1)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)


def _write_key(
    book: Workbook, sheet: Worksheet, formats: Formats, key: RoundKey | None, row: int
) -> int:
    sheet.write_string(row, 0, wording.KEY_TITLE, formats.section)
    for column in ROUND_COLUMNS:
        row += 1
        sheet.write_string(row, 0, column.title, formats.strong)
        _write_key_cell(sheet, formats, column, key, row)
        sheet.merge_range(row, 2, row, _LAST, wording.KEY_HELP[column.name], formats.plain)
        book.define_name(column.name, f"='{GUIDE_SHEET}'!${column_letters(2)}${row + 1}")
        if column.name == "quarter":
            sheet.data_validation(row, 1, row, 1, {"validate": "list", "source": [1, 2, 3, 4]})
    return row + 1


def _write_key_cell(
    sheet: Worksheet, formats: Formats, column: Column, key: RoundKey | None, row: int
) -> None:
    style = formats.entry if column.kind is Kind.TEXT else formats.entry_number
    if key is None:
        sheet.write_blank(row, 1, None, style)
    elif column.kind is Kind.TEXT:
        sheet.write_string(row, 1, getattr(key, column.name), style)
    else:
        sheet.write_number(row, 1, getattr(key, column.name), style)


def _write_how(sheet: Worksheet, formats: Formats, row: int) -> int:
    sheet.write_string(row, 0, wording.HOW_TITLE, formats.section)
    for number, line in enumerate(wording.HOW, start=1):
        row += 1
        sheet.merge_range(row, 0, row, _LAST, f"{number}. {line}", formats.plain)
    return row + 1


def _write_columns(sheet: Worksheet, formats: Formats, row: int) -> None:
    sheet.write_string(row, 0, wording.COLUMNS_TITLE, formats.section)
    for table in TABLES.values():
        row += 1
        text = f"แผ่นงาน “{table.title}”: {wording.TABLE_HELP[table.name]}"
        sheet.merge_range(row, 0, row, _LAST, text, formats.strong)
        row += 1
        for at, title in enumerate(wording.COLUMNS_HEADINGS):
            sheet.write_string(row, at, title, formats.grid_head)
        for column in sheet_columns(table):
            row += 1
            for at, text in enumerate(_explained(table, column)):
                sheet.write_string(row, at, text, formats.grid)


def _explained(table: Table, column: Column) -> tuple[str, ...]:
    meaning, example = wording.column_help(table.name, column.name)
    return (
        table.title,
        heading(column),
        meaning,
        wording.REQUIRED if column.required else "",
        wording.UNITS[column.unit] if column.unit else "",
        "\n".join(column.allowed.values()) if column.allowed is not None else "",
        example,
    )
