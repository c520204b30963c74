"""Write the round workbook, filled or empty; the same round always gives the same bytes."""

from __future__ import annotations

import io
import math
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plantrack_nb.core.errors import OutputError
from plantrack_nb.core.files import write_bytes
from plantrack_nb.core.provenance import cell_ref
from plantrack_nb.core.schema import TABLES, Column, Round, RoundKey, Table
from plantrack_nb.load.round_book import wording
from plantrack_nb.load.round_book.formats import Formats, width_of
from plantrack_nb.load.round_book.guide import write_guide
from plantrack_nb.load.round_book.layout import heading, sheet_columns
from plantrack_nb.load.round_book.places import write_places
from plantrack_nb.measures.places import Place

if TYPE_CHECKING:
    import pandas as pd
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

_OPTIONS = {
    "in_memory": True,
    "strings_to_numbers": False,
    "strings_to_formulas": False,
    "strings_to_urls": False,
}
_CREATED = datetime(2000, 1, 1)  # noqa: DTZ001  # a fixed stamp: the same round, the same bytes
_LONGEST_TEXT = 32_767  # Excel counts UTF-16 units
_NOTE = {"font_size": 9, "author": "", "width": 260, "height": 110}
_LAST_ROW = 9_999  # how far down the drop-downs reach, for rows that people add


def write_workbook(
    path: Path,
    round: Round | None = None,  # noqa: A002
    key: RoundKey | None = None,
    notice: str = "",
    places: Iterable[Place] = (),
) -> None:
    """Write a round, or an empty workbook to be filled in.

    Parameters
    ----------
    path : Path
        The .xlsx to write.
    round : Round, optional
        What fills the sheets; its key stands on the first sheet.
    key : RoundKey, optional
        The round an empty workbook is meant for; without it the cells stay empty.
    notice : str, optional
        What everybody who opens it must know, e.g. that its data are made up: it stands on the
        first sheet and in the file's properties.
    places : iterable of Place
        The cells of the source behind the values, for the last sheet.

    Raises
    ------
    OutputError
        A value does not fit a spreadsheet cell, or the file cannot be written.
    """
    import xlsxwriter

    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, _OPTIONS)
    book.set_properties({"title": wording.TITLE, "comments": notice, "created": _CREATED})
    formats = Formats(book)
    write_guide(book, formats, round.key if round else key, notice)
    for name, table in TABLES.items():
        _write_table(book, formats, table, round.tables[name] if round else None)
    write_places(book, formats, places)
    book.close()
    write_bytes(path, stream.getvalue())


def _write_table(book: Workbook, formats: Formats, table: Table, data: pd.DataFrame | None) -> None:
    sheet = book.add_worksheet(table.title)
    columns = sheet_columns(table)
    for at, column in enumerate(columns):
        _write_heading(sheet, formats, table, column, at)
    rows = 0 if data is None else len(data)
    if data is not None:
        _write_cells(sheet, formats, table, data)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(rows, 1), len(columns) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.repeat_rows(0)
    sheet.fit_to_pages(1, 0)


def _write_heading(
    sheet: Worksheet, formats: Formats, table: Table, column: Column, at: int
) -> None:
    sheet.set_column(at, at, width_of(column), formats.body(column))
    sheet.write_string(0, at, heading(column), formats.heading(column))
    meaning, example = wording.column_help(table.name, column.name)
    note = "\n".join(
        part
        for part in (
            meaning,
            wording.REQUIRED if column.required else "",
            f"หน่วย: {wording.UNITS[column.unit]}" if column.unit else "",
            f"เช่น {example}" if example else "",
        )
        if part
    )
    sheet.write_comment(0, at, note, _NOTE | {"font_name": formats.font})
    if column.allowed is not None:
        rule = {
            "validate": "list",
            "source": list(column.allowed.values()),
            "error_title": wording.LIST_ERROR_TITLE,
            "error_message": wording.LIST_ERROR,
        }
        sheet.data_validation(1, at, _LAST_ROW, at, rule)


def _write_cells(sheet: Worksheet, formats: Formats, table: Table, data: pd.DataFrame) -> None:
    for at, column in enumerate(sheet_columns(table)):
        style = formats.body(column)
        for row, value in enumerate(_shown(column, data[column.name]), start=1):
            if why := _unfit(value):
                raise OutputError(
                    "A value does not fit a cell of the round workbook; nothing was written.",
                    where=cell_ref(table.title, row + 1, at + 1),
                    why=why,
                    hint="Shorten it in the source, or keep the round as tables (plantrack load).",
                )
            if isinstance(value, str):
                if value:
                    sheet.write_string(row, at, value, style)
            elif not math.isnan(value):
                sheet.write_number(row, at, value, style)


def _shown(column: Column, values: pd.Series[Any]) -> list[str | float]:
    listed: list[str | float] = values.tolist()
    if column.allowed is None:
        return listed
    return [column.allowed.get(str(code), code) for code in listed]


def _unfit(value: str | float) -> str:
    if not isinstance(value, str):
        return "the number is infinite" if math.isinf(value) else ""
    units = len(value.encode("utf-16-le", "surrogatepass")) // 2
    many = f"it has {units:,} characters, a cell holds {_LONGEST_TEXT:,}"
    return many if units > _LONGEST_TEXT else ""
