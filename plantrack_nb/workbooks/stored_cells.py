"""The cells of a round workbook with their types.

Text must come back exactly and a number must not pass for text, so the stored cells are taken
here, not the readable grid that the office's own spreadsheets are read through. A file that
unpacks to little can do no harm and is read here; a larger one in a child process, whose start
would cost as much as a whole report does in a batch.
"""

from __future__ import annotations

import math
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from plantrack_nb.containers.ooxml import opened
from plantrack_nb.containers.sandbox import in_child
from plantrack_nb.containers.sheets.formats import Shown
from plantrack_nb.containers.sheets.stored import Sheet, Stored
from plantrack_nb.containers.sheets.values import Book, value_of
from plantrack_nb.containers.sheets.xlsx import WORKBOOK, book_of, tabs
from plantrack_nb.containers.sheets.xlsx_sheet import read_sheet
from plantrack_nb.containers.zipcheck import check_zip, unsafe
from plantrack_nb.core.errors import SourceError
from plantrack_nb.core.language import say
from plantrack_nb.core.letters import is_plain, joined, seen, unseen

_BREAK = re.compile("[\v\f]")  # as word processors end a line within a paragraph
_LITTLE = 10_000_000  # bytes unpacked; the sample round has a tenth of it
_MOST_TEXT = 50_000_000  # characters: a long text stored once may stand in every cell
_TEXTS = {"s", "str", "inlineStr"}
_ODD = {
    "b": ("ค่าจริง/เท็จ", "a true/false value"),
    "d": ("วันที่หรือเวลา", "a date or time"),
    "e": ("ค่าผิดพลาดของโปรแกรมตาราง", "an error of the spreadsheet"),
}


@dataclass(frozen=True, slots=True)
class Odd:
    """A cell that is neither text nor a number: what is seen of it, and what it is."""

    text: str
    what: str

    def __str__(self) -> str:
        return self.text


CellValue = str | float | Odd
"""What a cell holds; an empty cell is ``""``."""

SheetRow = tuple[int, tuple[CellValue, ...]]
"""A row's number, and its cells from column A on."""


def read_cells(path: Path, *, only: str | None = None) -> Mapping[str, Sequence[SheetRow]]:
    """Give the rows in use of every sheet, hidden ones too: a filter hides rows.

    Parameters
    ----------
    path : Path
        The workbook.
    only : str, optional
        Read the sheet of this name and no other.

    Raises
    ------
    SourceError
        The file is missing or damaged.
    UnsafeSourceError
        Reading it would exhaust memory or time.
    """
    if not path.is_file():
        raise SourceError(
            "The round workbook was not found.", where=str(path), hint="Check its name and folder."
        )
    try:
        return _read(path, only) if _is_little(path) else in_child(_read, path, only)
    except SourceError as error:
        error.where = error.where or path.name
        raise


def _is_little(path: Path) -> bool:
    """Tell by the sizes the zip states; reading a part never goes beyond them."""
    try:
        with zipfile.ZipFile(path) as archive:
            return sum(info.file_size for info in archive.infolist()) <= _LITTLE
    except (OSError, ValueError, NotImplementedError, zipfile.BadZipFile):
        return True  # damaged: _read says how


def _read(path: Path, only: str | None) -> dict[str, list[SheetRow]]:
    check_zip(path)
    with opened(path) as package:
        root, targets = package.tree(WORKBOOK), package.targets(WORKBOOK)
        book = book_of(package, root, targets)
        known = {str(at): _text(one.raw) for at, one in enumerate(book.strings)}
        sheets = {
            seen(tab.name): list(_rows(read_sheet(package, tab.part), book, known))
            for tab in tabs(root, targets)
            if "/worksheets/" in f"/{tab.part}" and only in {None, seen(tab.name)}
        }
    if sum(map(_length, sheets.values())) > _MOST_TEXT:
        raise unsafe(path, f"its cells hold more than {_MOST_TEXT:,} characters")
    return sheets


def _length(rows: list[SheetRow]) -> int:
    return sum(len(cell) for _, cells in rows for cell in cells if isinstance(cell, str))


def _rows(sheet: Sheet, book: Book, known: Mapping[str, CellValue]) -> Iterator[SheetRow]:
    """Give a sheet's rows; ``known`` are the workbook's texts by their number in its list."""
    for row in sheet.rows:
        values: list[CellValue] = [""] * row.cells[-1].column
        for cell in row.cells:
            column, kind, _, value, formula = cell
            if kind == "s" and formula is None and value in known:
                values[column - 1] = known[value]
            else:
                values[column - 1] = _value(cell, book)
        yield row.number, tuple(values)


def _value(cell: Stored, book: Book) -> CellValue:
    if cell.formula is not None and not cell.value and cell.kind != "str":
        return Odd(
            f"={cell.formula}", say("สูตรที่ไม่มีผลลัพธ์เก็บไว้", "a formula whose result is not stored")
        )
    if cell.kind in _TEXTS:
        return _text(value_of(cell, book).raw)
    if cell.kind in _ODD:
        return Odd(value_of(cell, book).text, say(*_ODD[cell.kind]))
    return _number(cell, book)


def _text(text: str) -> CellValue:
    """Take a text as it stands, but for characters that no page can hold."""
    if is_plain(text):
        return text
    whole = _BREAK.sub("\n", joined(text))
    odd = unseen(whole)
    what = (
        f"ข้อความที่มีอักขระซึ่งมองไม่เห็น ({odd})",
        f"a text with a character that nobody can see ({odd})",
    )
    return Odd(seen(whole), say(*what)) if odd else whole


def _number(cell: Stored, book: Book) -> CellValue:
    try:
        number = float(cell.value)
    except ValueError:
        number = math.nan
    shown = book.format_of(cell).shown(number)
    if shown is Shown.PERCENT:
        return value_of(cell, book).text  # 0.5 shown as 50%: what the person sees is meant
    if shown is not Shown.NUMBER:
        return Odd(value_of(cell, book).text, say(*_ODD["d"]))
    return (
        number
        if math.isfinite(number)
        else Odd(cell.value, say("ตัวเลขที่ใหญ่เกินไป", "a number out of range"))
    )
