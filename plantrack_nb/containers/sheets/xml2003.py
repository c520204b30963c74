"""Excel's XML of 2003 (SpreadsheetML), which budget systems still export, often named .xls."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from plantrack_nb.containers.grid import Grid, Row
from plantrack_nb.containers.ooxml import attribute, local, xml_tree
from plantrack_nb.containers.sheets.formats import (
    GENERAL,
    NumberFormat,
    Shown,
    number_format,
    one_way,
)
from plantrack_nb.containers.sheets.rows import hidden_note, sheet_name, sheet_rows
from plantrack_nb.containers.sheets.stored import (
    LONGEST_TEXT,
    Area,
    Sheet,
    Stored,
    StoredRow,
    too_long,
)
from plantrack_nb.containers.sheets.values import Book
from plantrack_nb.containers.zipcheck import damaged
from plantrack_nb.core.language import say

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_NAMED = {
    "Percent": Shown.PERCENT,
    "General Date": Shown.DATE,
    "Long Date": Shown.DATE,
    "Medium Date": Shown.DATE,
    "Short Date": Shown.DATE,
    "Long Time": Shown.TIME,
    "Medium Time": Shown.TIME,
    "Short Time": Shown.TIME,
}
_KINDS = {"Number": "n", "String": "text", "DateTime": "d", "Boolean": "b", "Error": "e"}


def read(path: Path) -> Grid:
    """Read a workbook; ``งบ!E12`` is cell E12 of the sheet งบ."""
    root = xml_tree(path.read_bytes(), path)
    formats = _formats(root)
    styles = {name: at for at, name in enumerate(formats)}
    book = Book((), tuple(formats.values()))
    notes: list[str] = []
    rows: list[Row] = []
    for worksheet in root.iterfind("{*}Worksheet"):
        name = sheet_name(attribute(worksheet, "Name") or "")
        if worksheet.find("{*}WorksheetOptions/{*}Visible") is not None:
            notes.append(hidden_note(name))
        else:
            rows += sheet_rows(name, _sheet(worksheet, styles, path), book, path)
    return Grid(path.name, tuple(rows), tuple(notes))


def _formats(root: Element) -> dict[str, NumberFormat]:
    """Return each style's number format by its id; a style without one has its parent's."""
    known: dict[str, NumberFormat] = {"": GENERAL}
    for style in root.iterfind("{*}Styles/{*}Style"):
        own = style.find("{*}NumberFormat")
        code = (attribute(own, "Format") or "") if own is not None else None
        parent = known.get(attribute(style, "Parent") or "", GENERAL)
        named = one_way(_NAMED[code]) if code in _NAMED else None
        known[attribute(style, "ID") or ""] = (
            parent if code is None else named or (number_format(code) if code else GENERAL)
        )
    return known


def _sheet(worksheet: Element, styles: dict[str, int], path: Path) -> Sheet:
    sheet = Sheet()
    number = 0
    for table in worksheet.iterfind("{*}Table"):
        sheet.hidden_columns += _hidden_columns(table)
        for element in table.iterfind("{*}Row"):
            number = _index(element, number, path)
            cells = tuple(_cells(element, number, sheet, styles, path))
            if cells:
                sheet.add(StoredRow(number, attribute(element, "Hidden") == "1", cells), path)
            number += _whole(element, "Span")
    return sheet


def _hidden_columns(table: Element) -> Iterator[tuple[int, int]]:
    at = 0
    for column in table.iterfind("{*}Column"):
        at = _whole(column, "Index") or at + 1
        last = at + _whole(column, "Span")
        if attribute(column, "Hidden") == "1":
            yield at, last
        at = last


def _cells(
    row: Element, number: int, sheet: Sheet, styles: dict[str, int], path: Path
) -> Iterator[Stored]:
    column = 0
    for element in row:
        if local(element) != "Cell":
            continue
        column = _index(element, column, path)
        stored = _stored(element, column, styles, path)
        if stored is not None:
            yield stored
        right = column + _whole(element, "MergeAcross")
        bottom = number + _whole(element, "MergeDown")
        if right > column or bottom > number:
            sheet.merged.append(Area(number, column, bottom, right))
        column = right


def _stored(cell: Element, column: int, styles: dict[str, int], path: Path) -> Stored | None:
    data = cell.find("{*}Data")
    text = "" if data is None else "".join(str(part) for part in data.itertext())
    if len(text) > LONGEST_TEXT:
        raise too_long(path, say(f"เซลล์ในคอลัมน์ที่ {column}", f"a cell in column {column}"))
    formula = attribute(cell, "Formula")
    if data is None or not text:
        return Stored(column, "n", 0, "", formula.lstrip("=")) if formula else None
    kind = _KINDS.get(attribute(data, "Type") or "", "text")
    style = styles.get(attribute(cell, "StyleID") or "", 0)
    return Stored(column, kind, style, text, formula.lstrip("=") if formula else None)


def _index(element: Element, before: int, path: Path) -> int:
    index = _whole(element, "Index") or before + 1
    if index <= before:
        name = local(element)
        raise damaged(
            path,
            say(
                f"{name} {index} อยู่หลัง {name} {before}",
                f"{name} {index} comes after {name} {before}",
            ),
        )
    return index


def _whole(element: Element, name: str) -> int:
    text = attribute(element, name) or "0"
    return int(text) if text.isdecimal() and len(text) < 8 else 0
