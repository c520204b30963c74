"""OpenDocument spreadsheets (.ods, and .fods in one XML file), straight from their XML.

Libraries lose what a table needs: line breaks inside a cell, spans of time, errors, percents.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from plantrack_nb.containers.grid import Grid, Row
from plantrack_nb.containers.ooxml import Package, attribute, local, opened, xml_tree
from plantrack_nb.containers.sheets.formats import GENERAL, Shown, one_way
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
from plantrack_nb.containers.zipcheck import LIMITS, damaged, password_protected, too_wide
from plantrack_nb.core.language import say

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_CONTENT, _MANIFEST = "content.xml", "META-INF/manifest.xml"
_BOOK = Book((), (GENERAL, one_way(Shown.PERCENT)))
_PERCENT = 1
_UNSEEN = {"annotation", "ruby-text", "note", "shapes", "frame"}
"""What stands in a cell but is not its text."""


def read(path: Path) -> Grid:
    """Read a spreadsheet; ``งบ!E12`` is cell E12 of the sheet งบ."""
    if path.read_bytes()[:2] != b"PK":
        return _grid(xml_tree(path.read_bytes(), path), path)
    with opened(path) as package:
        return _grid(_content(package), path)


def _content(package: Package) -> Element:
    if _CONTENT not in package.names:
        raise damaged(package.path, say(f"{_CONTENT} ขาดหาย", f"{_CONTENT} is missing"))
    manifest = package.tree(_MANIFEST) if _MANIFEST in package.names else None
    if manifest is not None and manifest.find(".//{*}encryption-data") is not None:
        raise password_protected(package.path)
    return package.tree(_CONTENT)


def _grid(root: Element, path: Path) -> Grid:
    unseen = {
        attribute(style, "name")
        for style in root.iter("{*}style")
        for shown in style.iterfind("{*}table-properties")
        if attribute(shown, "display") == "false"
    }
    notes: list[str] = []
    rows: list[Row] = []
    for table in root.iterfind(".//{*}spreadsheet/{*}table"):
        name = sheet_name(attribute(table, "name") or "")
        if attribute(table, "style-name") in unseen:
            notes.append(hidden_note(name))
        else:
            rows += sheet_rows(name, _sheet(table, path), _BOOK, path)
    return Grid(path.name, tuple(rows), tuple(notes))


def _sheet(table: Element, path: Path) -> Sheet:
    sheet = Sheet(hidden_columns=list(_hidden_columns(table)))
    number = 0
    for element in _own(table, "table-row"):
        times = _count(element, "number-rows-repeated")
        cells = tuple(_cells(element, number + 1, sheet, path))
        if cells:
            if number + times > LIMITS.rows:
                raise too_wide(path, f"A{number + times}")
            for nth in range(1, times + 1):
                sheet.add(StoredRow(number + nth, _is_hidden(element), cells), path)
        number += times
    return sheet


def _own(element: Element, wanted: str) -> Iterator[Element]:
    """Give a table's rows or columns, those in groups and heads too, no inner table's."""
    for child in element:
        name = local(child)
        if name == wanted:
            yield child
        elif name.startswith(wanted) or name in {"table-header-rows", "table-header-columns"}:
            yield from _own(child, wanted)


def _hidden_columns(table: Element) -> Iterator[tuple[int, int]]:
    column = 1
    for element in _own(table, "table-column"):
        times = _count(element, "number-columns-repeated")
        if _is_hidden(element):
            yield column, column + times - 1
        column += times


def _cells(row: Element, number: int, sheet: Sheet, path: Path) -> Iterator[Stored]:
    column = 1
    for element in row:
        if local(element) not in {"table-cell", "covered-table-cell"}:
            continue
        times = _count(element, "number-columns-repeated")
        stored = _stored(element, column, path)
        if stored is not None:
            if column + times - 1 > LIMITS.columns:
                raise too_wide(path, f"column {column + times - 1}")
            yield from (_moved(stored, column + nth) for nth in range(times))
        right = column + _count(element, "number-columns-spanned") - 1
        bottom = number + _count(element, "number-rows-spanned") - 1
        if right > column or bottom > number:
            sheet.merged.append(Area(number, column, bottom, right))
        column += times


def _moved(stored: Stored, column: int) -> Stored:
    return Stored(column, stored.kind, stored.style, stored.value, stored.formula)


def _stored(cell: Element, column: int, path: Path) -> Stored | None:
    """Take a cell's value by the type it states; what has none but text is text."""
    text = "\n".join(_flat(part) for part in cell if local(part) == "p")
    if len(text) > LONGEST_TEXT:
        raise too_long(path, say("เซลล์หนึ่ง", "a cell"))
    kind, style, value = _typed(cell, text)
    formula = attribute(cell, "formula")
    if not value and formula is None:
        return None
    return Stored(column, kind, style, value, formula.partition("=")[2] if formula else None)


def _typed(cell: Element, text: str) -> tuple[str, int, str]:
    number = attribute(cell, "value") or text
    stated = {attribute(cell, "value-type"), cell.get(_CALC_TYPE)}
    if "error" in stated:
        return "e", 0, text
    if stated & {"float", "currency"}:
        return "n", 0, number
    if "percentage" in stated:
        return "n", _PERCENT, number
    if "date" in stated:
        return "d", 0, attribute(cell, "date-value") or text
    if "boolean" in stated:
        return "b", 0, str(int(attribute(cell, "boolean-value") == "true"))
    return "text", 0, text or attribute(cell, "string-value") or ""


_CALC_TYPE = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}value-type"


def _flat(element: Element) -> str:
    """Join a paragraph's text; blanks, tabs and line breaks are elements of their own."""
    parts = [element.text or ""]
    for child in element:
        match local(child):
            case "s":
                parts.append(" " * min(_count(child, "c"), LONGEST_TEXT))
            case "tab":
                parts.append("\t")
            case "line-break":
                parts.append("\n")
            case name if name not in _UNSEEN:
                parts.append(_flat(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _count(element: Element, name: str) -> int:
    text = attribute(element, name) or "1"
    return max(int(text), 1) if text.isdecimal() and len(text) < 9 else 1


def _is_hidden(element: Element) -> bool:
    return attribute(element, "visibility") in {"collapse", "filter"}
