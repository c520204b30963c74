"""Workbooks as they are: every visible sheet, one after the other.

Read straight from the sheets' XML in one pass, because only there the exact stored value, the
number format, hidden rows, merged areas and formulas without a result stand side by side.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from plantrack_nb.containers.grid import Grid, Row
from plantrack_nb.containers.ooxml import Package, attribute, opened
from plantrack_nb.containers.sheets.formats import BUILT_IN, GENERAL, NumberFormat, number_format
from plantrack_nb.containers.sheets.plain_xml import plain_texts
from plantrack_nb.containers.sheets.rows import chart_note, hidden_note, sheet_name, sheet_rows
from plantrack_nb.containers.sheets.stored import LONGEST_TEXT, too_long
from plantrack_nb.containers.sheets.values import Book, Value, text_value
from plantrack_nb.containers.sheets.xlsx_sheet import read_sheet, rich_text
from plantrack_nb.core.language import say

if TYPE_CHECKING:
    from lxml import etree

WORKBOOK = "xl/workbook.xml"


@dataclass(frozen=True, slots=True)
class Tab:
    """A sheet of the workbook: its name, its part, and whether a reader sees it."""

    name: str
    part: str
    visible: bool


def read(path: Path) -> Grid:
    """Read a workbook; ``งบ!E12`` is cell E12 of the sheet งบ."""
    with opened(path) as package:
        return _grid(package)


def _grid(package: Package) -> Grid:
    root = package.tree(WORKBOOK)
    targets = package.targets(WORKBOOK)
    book = book_of(package, root, targets)
    notes: list[str] = []
    rows: list[Row] = []
    for tab in tabs(root, targets):
        if not tab.visible:
            notes.append(hidden_note(tab.name))
        elif "/chartsheets/" in f"/{tab.part}":
            notes.append(chart_note(tab.name))
        else:
            rows += sheet_rows(tab.name, read_sheet(package, tab.part), book, package.path)
    return Grid(package.path.name, tuple(rows), (*notes, *package.left_out()))


def tabs(root: etree._Element, targets: dict[str, str]) -> Iterator[Tab]:
    """Yield the sheets in the order of their tabs."""
    for sheet in root.iterfind("{*}sheets/{*}sheet"):
        part = targets.get(attribute(sheet, "id") or "", "")
        yield Tab(
            sheet_name(sheet.get("name", "")), part, sheet.get("state", "visible") == "visible"
        )


def book_of(package: Package, root: etree._Element, targets: dict[str, str]) -> Book:
    """Return what the cells of the workbook refer to."""
    parts = {part.rpartition("/")[2].lower(): part for part in targets.values()}
    strings = parts.get("sharedstrings.xml")
    properties = root.find("{*}workbookPr")
    calculation = root.find("{*}calcPr")
    on = {"1", "true"}
    return Book(
        strings=tuple(_strings(package, strings)) if strings else (),
        formats=_cell_formats(package, parts.get("styles.xml")),
        from_1904=properties is not None and properties.get("date1904") in on,
        recalculated=calculation is None or calculation.get("fullCalcOnLoad") not in on,
    )


def _strings(package: Package, part: str) -> Iterator[Value]:
    plain = plain_texts(package, part)
    each = map(rich_text, package.stream(part, "si")) if plain is None else plain
    for text in each:
        if len(text) > LONGEST_TEXT:
            raise too_long(package.path, say("ข้อความหนึ่งในแฟ้ม", "a text of the workbook"))
        yield text_value(text)


def _cell_formats(package: Package, part: str | None) -> tuple[NumberFormat, ...]:
    """Return how each cell style of the workbook shows numbers, by style number."""
    if part is None:
        return ()
    root = package.tree(part)
    codes = {
        int(fmt.get("numFmtId", "0")): number_format(fmt.get("formatCode", ""))
        for fmt in root.iter("{*}numFmt")
        if fmt.getparent() is not None
    }
    known = {**BUILT_IN, **codes}
    return tuple(
        known.get(int(style.get("numFmtId", "0")), GENERAL)
        for style in root.iterfind("{*}cellXfs/{*}xf")
    )
