"""One sheet of a workbook of corrections: a table's doubtful rows, and room for what is right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from plantrack_nb.core.schema import TABLES, Column
from plantrack_nb.forms import wording
from plantrack_nb.forms.doubts import Doubt
from plantrack_nb.forms.formats import FONT, MAY, Formats
from plantrack_nb.forms.layout import Layout, laid_out, shown

if TYPE_CHECKING:
    import pandas as pd
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

_WIDE = {"text": 60, "name": 40, "targets": 40, "indicators": 40, "label": 32, "subject": 30}
_NOTE = {"font_name": FONT, "font_size": 9, "author": "", "width": 320, "height": 130}


@dataclass(frozen=True)
class _Page:
    sheet: Worksheet
    formats: Formats
    layout: Layout


def write_sheet(
    book: Workbook, formats: Formats, data: pd.DataFrame, doubts: Sequence[Doubt]
) -> None:
    """Add a sheet with the rows of one table in which cells are doubted."""
    table = TABLES[doubts[0].table]
    layout = laid_out(table.name, {one.column for one in doubts})
    page = _Page(book.add_worksheet(table.title), formats, layout)
    page.sheet.protect("", MAY)
    _headings(page)
    rows: dict[int, dict[str, Doubt]] = defaultdict(dict)
    for one in doubts:
        rows[one.position][one.column] = one
    for row, (position, of_row) in enumerate(rows.items(), start=1):
        _write_row(page, row, data.iloc[position], of_row)
    page.sheet.freeze_panes(1, 2)
    page.sheet.set_landscape()
    page.sheet.set_paper(9)  # A4
    page.sheet.repeat_rows(0)
    page.sheet.fit_to_pages(1, 0)


def _headings(page: _Page) -> None:
    sheet, layout = page.sheet, page.layout
    for at, title in enumerate(layout.headings):
        entry = at > layout.remarks
        sheet.write_string(0, at, title, page.formats.head_entry if entry else page.formats.head)
    sheet.set_column(0, 0, 12)
    for at, column in enumerate(layout.shown, start=1):
        sheet.set_column(at, at, _WIDE.get(column.name, 14))
    sheet.set_column(layout.place, layout.place, 12)
    sheet.set_column(layout.remarks, layout.remarks, 60)
    for at, column in enumerate(layout.asked, start=layout.remarks + 1):
        sheet.set_column(at, at, min(_WIDE.get(column.name, 20), 40))
    sheet.set_column(layout.reason, layout.reason, 40)


def _write_row(page: _Page, row: int, values: pd.Series[Any], doubted: Mapping[str, Doubt]) -> None:
    sheet, layout, formats = page.sheet, page.layout, page.formats
    sheet.write_string(row, 0, next(iter(doubted.values())).row, formats.quiet)
    for at, column in enumerate(layout.shown, start=1):
        _write_value(page, row, at, values[column.name], column, column.name in doubted)
        if column.name in doubted:
            sheet.write_comment(row, at, "\n".join(_remarks(doubted[column.name])), _NOTE)
    sheet.write_string(row, layout.place, values["source_ref"], formats.quiet)
    said = dict.fromkeys(line for one in doubted.values() for line in _remarks(one))
    sheet.write_string(row, layout.remarks, "\n".join(said), formats.text)
    for at, column in enumerate(layout.asked, start=layout.remarks + 1):
        if column.name in doubted:
            sheet.write_blank(row, at, None, formats.entry(column))
            _add_choices(sheet, row, at, column)
        else:
            sheet.write_blank(row, at, None, formats.closed)
    sheet.write_blank(row, layout.reason, None, formats.entry_text)


def _write_value(  # noqa: PLR0917 - a cell and what stands in it
    page: _Page, row: int, at: int, stored: object, column: Column, doubted: bool
) -> None:
    value, style = shown(column, stored), page.formats.shown(column, doubted=doubted)
    if isinstance(value, str) and value:
        page.sheet.write_string(row, at, value, style)
    elif isinstance(value, float):
        page.sheet.write_number(row, at, value, style)
    else:
        page.sheet.write_blank(row, at, None, style)


def _add_choices(sheet: Worksheet, row: int, at: int, column: Column) -> None:
    if column.allowed is None:
        return
    rule = {
        "validate": "list",
        "source": [*column.allowed.values(), *([] if column.required else [wording.NOTHING])],
        "error_title": wording.LIST_ERROR_TITLE,
        "error_message": wording.LIST_ERROR,
    }
    sheet.data_validation(row, at, row, at, rule)


def _remarks(doubt: Doubt) -> list[str]:
    """Say why a cell is doubted, one finding a line, with what to do."""
    said = (f"{one.message} ({one.hint})" if one.hint else one.message for one in doubt.findings)
    return [*dict.fromkeys(" ".join(line.split()) for line in said)]
