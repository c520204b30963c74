"""A workbook as data: sheets of cells, and the one place that writes them into a file.

Text is text whatever it looks like: never a formula, a link or a number. Every time in the file
is fixed, so the same sheets always give the same bytes.
"""

from __future__ import annotations

import io
import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from plantrack_nb.core.errors import OutputError
from plantrack_nb.core.provenance import cell_ref
from plantrack_nb.workbooks.styles import FONT, UNSTYLED, Style

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_OPTIONS = {
    "in_memory": True,
    "strings_to_numbers": False,
    "strings_to_formulas": False,
    "strings_to_urls": False,
}
_CREATED = datetime(2000, 1, 1)  # noqa: DTZ001  # a fixed stamp
_LONGEST_TEXT = 32_767  # Excel counts UTF-16 units
_LAST_ROW = 9_999  # how far down a column's drop-down reaches, for rows that people add
_STILL_ALLOWED = {"format_columns": True, "format_rows": True, "select_locked_cells": True}
_NOTE = {"font_name": FONT, "font_size": 9, "author": ""}
_NOT_LISTED = "ค่าไม่อยู่ในรายการ"

CellContent = str | float | None
"""What is written into a cell; None leaves it empty, in its style."""


@dataclass(frozen=True, slots=True)
class Choices:
    """A drop-down: what may be chosen, and what somebody is told who writes another thing."""

    values: Sequence[str | int]
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell; its name is for the whole workbook, and it may span several columns."""

    value: CellContent
    style: Style = UNSTYLED
    note: str = ""
    choices: Choices | None = None
    name: str = ""
    across: int = 1


Placed: TypeAlias = tuple[int, int, Cell]
"""A cell with its row and column, both from 0."""


@dataclass(frozen=True, slots=True)
class Lane:
    """A column: width in characters, its head, and style and drop-down of the cells below."""

    width: int
    title: str = ""
    head: Style = UNSTYLED
    note: str = ""
    style: Style = UNSTYLED
    choices: Choices | None = None


@dataclass(frozen=True)
class Sheet:
    """One sheet: its columns, and its cells in the order in which they are written, heads first.

    Parameters
    ----------
    frozen : tuple of int
        How many rows and columns stay in sight.
    filtered : int
        How many rows below the head a filter covers; 0 is no filter.
    printed : bool
        Made for A4 across, one page wide, the head on every page.
    closed : bool
        Protected, without a password, but for cells whose style opens them.
    ruled : bool
        Shows the lines between its cells.
    note_size : tuple of int
        Width and height of its comments.
    """

    name: str
    lanes: Sequence[Lane]
    cells: Iterable[Placed] = ()
    frozen: tuple[int, int] = (0, 0)
    filtered: int = 0
    printed: bool = False
    closed: bool = False
    ruled: bool = True
    note_size: tuple[int, int] = (260, 110)


def in_rows(rows: Iterable[Iterable[Cell | None]], top: int = 0) -> Iterator[Placed]:
    """Place rows of cells one below the other, from the row ``top`` on; None is a gap."""
    for row, cells in enumerate(rows, top):
        for at, cell in enumerate(cells):
            if cell is not None:
                yield row, at, cell


def cut(text: str) -> str:
    """Cut a text to what a cell holds."""
    if _units(text) <= _LONGEST_TEXT:
        return text
    kept = text.encode("utf-16-le", "surrogatepass")[: 2 * _LONGEST_TEXT]
    return kept.decode("utf-16-le", "ignore")


def workbook(sheets: Iterable[Sheet], **properties: str) -> bytes:
    """Write sheets into an .xlsx; ``title`` and ``comments`` may be properties of the file.

    Raises
    ------
    OutputError
        A value does not fit a cell.
    """
    import xlsxwriter
    from xlsxwriter.utility import xl_rowcol_to_cell

    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, _OPTIONS)
    book.set_properties({**properties, "created": _CREATED})

    @cache
    def styled(style: Style) -> Format | None:
        return book.add_format(dict(sorted(style))) if style else None

    for sheet in sheets:
        page = book.add_worksheet(sheet.name)
        _set_up(page, sheet, styled)
        note = _NOTE | dict(zip(("width", "height"), sheet.note_size, strict=True))
        for row, at, cell in _placed(sheet):
            if why := _unfit(cell.value):
                raise _does_not_fit(cell_ref(sheet.name, row + 1, at + 1), why)
            _write(page, row, at, cell, styled(cell.style))
            if cell.note:
                page.write_comment(row, at, cell.note, note)
            if cell.name:
                fixed = xl_rowcol_to_cell(row, at, row_abs=True, col_abs=True)
                book.define_name(cell.name, f"='{sheet.name}'!{fixed}")
    book.close()
    return stream.getvalue()


def _set_up(page: Worksheet, sheet: Sheet, styled: Callable[[Style], Format | None]) -> None:
    for at, lane in enumerate(sheet.lanes):
        page.set_column(at, at, lane.width, styled(lane.style))
        _offer(page, (1, at, _LAST_ROW, at), lane.choices)
    if any(sheet.frozen):
        page.freeze_panes(*sheet.frozen)
    if sheet.filtered:
        page.autofilter(0, 0, sheet.filtered, len(sheet.lanes) - 1)
    if sheet.closed:
        page.protect("", _STILL_ALLOWED)
    if not sheet.ruled:
        page.hide_gridlines(2)
    if sheet.printed:
        page.set_landscape()
        page.set_paper(9)  # A4
        page.fit_to_pages(1, 0)
    if sheet.printed and sheet.frozen[0]:
        page.repeat_rows(0)


def _placed(sheet: Sheet) -> Iterator[Placed]:
    for at, lane in enumerate(sheet.lanes):
        if lane.title:
            yield 0, at, Cell(lane.title, lane.head, lane.note)
    yield from sheet.cells


def _write(page: Worksheet, row: int, at: int, cell: Cell, style: Format | None) -> None:
    if cell.across > 1:
        page.merge_range(row, at, row, at + cell.across - 1, "", style)
    if cell.value is None:
        page.write_blank(row, at, None, style)
    elif isinstance(cell.value, str):
        page.write_string(row, at, cell.value, style)
    else:
        page.write_number(row, at, cell.value, style)
    _offer(page, (row, at, row, at), cell.choices)


def _offer(page: Worksheet, cells: tuple[int, int, int, int], choices: Choices | None) -> None:
    if choices is None:
        return
    told = {"error_title": _NOT_LISTED, "error_message": choices.refusal}
    rule = {"validate": "list", "source": list(choices.values)}
    page.data_validation(*cells, rule | told if choices.refusal else rule)


def _unfit(value: CellContent) -> str:
    if not isinstance(value, str):
        return "the number is infinite" if value is not None and math.isinf(value) else ""
    if 2 * len(value) <= _LONGEST_TEXT or (units := _units(value)) <= _LONGEST_TEXT:
        return ""
    return f"it has {units:,} characters, a cell holds {_LONGEST_TEXT:,}"


def _does_not_fit(where: str, why: str) -> OutputError:
    return OutputError(
        "A value does not fit a cell of the workbook; nothing was written.",
        where=where,
        why=why,
        hint="Shorten it in the source, or keep the round as tables (plantrack load).",
    )


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
