"""Write what is on the screen to a spreadsheet and to CSV, never with a live formula."""

from __future__ import annotations

import io
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from plantrack_nb.core.files import write_bytes
from plantrack_nb.core.schema import TABLES
from plantrack_nb.workbooks.formulas import disarm

if TYPE_CHECKING:
    import pandas as pd

_OPTIONS = {
    "in_memory": True,
    "strings_to_numbers": False,
    "strings_to_formulas": False,
    "strings_to_urls": False,
}
_CREATED = datetime(2000, 1, 1)  # noqa: DTZ001  # a fixed stamp: the same rows, the same bytes


def export(table: str, data: pd.DataFrame, folder: Path) -> tuple[Path, Path]:
    """Write the rows shown of a declared table; return the .xlsx and the .csv.

    Raises
    ------
    OutputError
        A file cannot be written.
    """
    book, text = folder / f"{table}.xlsx", folder / f"{table}.csv"
    write_bytes(book, _workbook(table, data))
    write_bytes(text, _csv(data))
    return book, text


def _workbook(table: str, data: pd.DataFrame) -> bytes:
    import xlsxwriter

    titles = {one.name: one.title for one in TABLES[table].columns}
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, _OPTIONS)
    book.set_properties({"created": _CREATED})
    sheet = book.add_worksheet(TABLES[table].title)
    text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
    bold = book.add_format({"bold": True, "text_wrap": True})
    for at, name in enumerate(data.columns):
        sheet.write_string(0, at, titles[name], bold)
        for row, value in enumerate(data[name].tolist(), start=1):
            if isinstance(value, str):
                sheet.write_string(row, at, value, text)
            elif value == value:  # noqa: PLR0124  # not NaN
                sheet.write_number(row, at, value)
    sheet.freeze_panes(1, 0)
    book.close()
    return stream.getvalue()


def _csv(data: pd.DataFrame) -> bytes:
    safe = data.copy()
    for name in safe.columns[safe.dtypes == "str"]:
        safe[name] = disarm(safe[name])
    # people open it in a spreadsheet, which takes a file without the mark for another code
    return safe.to_csv(index=False, lineterminator="\n").encode("utf-8-sig")
