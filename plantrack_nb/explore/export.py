"""Write what is on the screen to a spreadsheet, to CSV, as a picture: never a live formula."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from plantrack_nb.core.files import write_bytes
from plantrack_nb.core.schema import TABLES
from plantrack_nb.render.letters.fonts import print_fonts
from plantrack_nb.workbooks.book import Cell, Placed, Sheet, workbook
from plantrack_nb.workbooks.formulas import disarmed
from plantrack_nb.workbooks.styles import EXPORT_HEAD, EXPORT_TEXT, UNSTYLED

if TYPE_CHECKING:
    import pandas as pd

    from plantrack_nb.explore.charts.scene import Scene

_SHARP = 2.0
"""Pixels of a picture for each of the screen's."""


def export(table: str, data: pd.DataFrame, folder: Path) -> tuple[Path, Path]:
    """Write the rows shown of a declared table; return the .xlsx and the .csv.

    Raises
    ------
    OutputError
        A value does not fit a cell, or a file cannot be written.
    """
    titles = {one.name: one.title for one in TABLES[table].columns}
    return export_rows(table, TABLES[table].title, data, titles, folder)


def export_rows(
    name: str, title: str, data: pd.DataFrame, titles: Mapping[str, str], folder: Path
) -> tuple[Path, Path]:
    """Write rows, each column under its title in the .xlsx and its name in the .csv.

    Raises
    ------
    OutputError
        A value does not fit a cell, or a file cannot be written.
    """
    book, text = folder / f"{name}.xlsx", folder / f"{name}.csv"
    sheet = Sheet(title, [], _cells(data, titles), frozen=(1, 0))
    write_bytes(book, workbook([sheet]))
    # people open it in a spreadsheet, which takes a file without the mark for another code
    plain = disarmed(data).to_csv(index=False, lineterminator="\n")
    write_bytes(text, plain.encode("utf-8-sig"))
    return book, text


def export_picture(name: str, scene: Scene, folder: Path) -> Path:
    """Write a chart as a .png.

    Raises
    ------
    OutputError
        The file cannot be written.
    """
    import vl_convert

    vl_convert.register_font_directory(str(print_fonts()))
    path = folder / f"{name}.png"
    write_bytes(path, vl_convert.svg_to_png(scene.svg(), scale=_SHARP))
    return path


def _cells(data: pd.DataFrame, titles: Mapping[str, str]) -> Iterator[Placed]:
    for at, name in enumerate(data.columns):
        yield 0, at, Cell(titles[name], EXPORT_HEAD)
        for row, value in enumerate(data[name].tolist(), start=1):
            if value is not None and value == value:  # noqa: PLR0124  # not NaN
                yield row, at, Cell(value, EXPORT_TEXT if isinstance(value, str) else UNSTYLED)
