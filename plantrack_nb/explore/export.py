"""Write what is on the screen to a spreadsheet and to CSV, never with a live formula."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from plantrack_nb.core.files import write_bytes
from plantrack_nb.core.schema import TABLES
from plantrack_nb.workbooks.book import Cell, Placed, Sheet, workbook
from plantrack_nb.workbooks.formulas import disarmed
from plantrack_nb.workbooks.styles import EXPORT_HEAD, EXPORT_TEXT, UNSTYLED

if TYPE_CHECKING:
    import pandas as pd


def export(table: str, data: pd.DataFrame, folder: Path) -> tuple[Path, Path]:
    """Write the rows shown of a declared table; return the .xlsx and the .csv.

    Raises
    ------
    OutputError
        A value does not fit a cell, or a file cannot be written.
    """
    book, text = folder / f"{table}.xlsx", folder / f"{table}.csv"
    sheet = Sheet(TABLES[table].title, [], _cells(table, data), frozen=(1, 0))
    write_bytes(book, workbook([sheet]))
    # people open it in a spreadsheet, which takes a file without the mark for another code
    plain = disarmed(data).to_csv(index=False, lineterminator="\n")
    write_bytes(text, plain.encode("utf-8-sig"))
    return book, text


def _cells(table: str, data: pd.DataFrame) -> Iterator[Placed]:
    titles = {one.name: one.title for one in TABLES[table].columns}
    for at, name in enumerate(data.columns):
        yield 0, at, Cell(titles[name], EXPORT_HEAD)
        for row, value in enumerate(data[name].tolist(), start=1):
            if value == value:  # noqa: PLR0124  # not NaN
                yield row, at, Cell(value, EXPORT_TEXT if isinstance(value, str) else UNSTYLED)
