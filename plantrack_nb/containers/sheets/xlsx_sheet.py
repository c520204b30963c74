"""One sheet of an .xlsx: taken by pattern where programs wrote it, else streamed from its XML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from plantrack_nb.containers.ooxml import Package, local
from plantrack_nb.containers.sheets.plain_xml import PlainSheet, plain_sheet
from plantrack_nb.containers.sheets.stored import (
    LONGEST_TEXT,
    Area,
    Sheet,
    Stored,
    StoredRow,
    too_long,
)
from plantrack_nb.containers.zipcheck import damaged
from plantrack_nb.core.language import say
from plantrack_nb.core.provenance import column_letters, column_number

if TYPE_CHECKING:
    from lxml import etree

_REF = re.compile(r"([A-Z]{1,3})(\d{1,7})")


def read_sheet(package: Package, part: str) -> Sheet:
    """Read a sheet's part; cells and rows without value or formula are passed over."""
    plain = plain_sheet(package, part)
    return _streamed(package, part) if plain is None else _taken(plain, package)


def _taken(plain: PlainSheet, package: Package) -> Sheet:
    """Take over a sheet that is written as programs do."""
    sheet = Sheet()
    for row in plain.rows:
        sheet.add(row, package.path)
    for element in plain.around.iter("{*}mergeCell", "{*}col"):
        _note(element, sheet)
    return sheet


def _note(element: etree._Element, sheet: Sheet) -> None:
    match local(element):
        case "mergeCell":
            sheet.merged.append(_area(element.get("ref", "")))
        case "col" if _is_on(element.get("hidden")):
            bounds = int(element.get("min", "1")), int(element.get("max", "1"))
            sheet.hidden_columns.append(bounds)


def _streamed(package: Package, part: str) -> Sheet:
    """Walk through a sheet's XML."""
    sheet = Sheet()
    number = 0
    for element in package.stream(part, "row", "mergeCell", "col"):
        if local(element) != "row":
            _note(element, sheet)
            continue
        number = _next(int(element.get("r") or number + 1), number, "row", package)
        if cells := tuple(_cells(element, number, package)):
            row = StoredRow(number, _is_on(element.get("hidden")), cells)
            sheet.add(row, package.path)
    return sheet


def _cells(row: etree._Element, number: int, package: Package) -> Iterator[Stored]:
    """Yield the cells in use; blank ones with a ref cost next to nothing, for there may be many."""
    column = 0
    for element in row.iterchildren("{*}c"):
        ref = element.get("r")
        if ref and len(element) == 0:
            continue
        column = _next(_column(ref) if ref else _implied(element, column), column, "cell", package)
        stored = _stored(element, column)
        if max(len(stored.value), len(stored.formula or "")) > LONGEST_TEXT:
            cell = f"{column_letters(column)}{number}"
            raise too_long(package.path, say(f"เซลล์ {cell}", f"cell {cell}"))
        if stored.value or stored.formula is not None:
            yield stored


def _implied(element: etree._Element, column: int) -> int:
    """Return the column of a cell without a ref: the one after the cell before it."""
    before = element.getprevious()
    ref = None if before is None else before.get("r")
    return (_column(ref) if ref else column) + 1


def _next(index: int, last: int, what: str, package: Package) -> int:
    if index <= last:
        raise damaged(
            package.path,
            say(
                f"แผ่นงานหนึ่งมี {what} {index} อยู่หลัง {what} {last}",
                f"a sheet has {what} {index} after {what} {last}",
            ),
        )
    return index


def _stored(element: etree._Element, column: int) -> Stored:
    value, formula = "", None
    for child in element:
        match local(child):
            case "v":
                value = child.text or ""
            case "is":
                value = rich_text(child)
            case "f":
                formula = child.text or ""
    kind = element.get("t", "n")
    return Stored(column, kind, int(element.get("s", "0")), value, formula)


def rich_text(element: etree._Element) -> str:
    """Join the runs of a text; the reading aids (phonetic runs) of East Asian text stay out."""
    return "".join(
        part.text or ""
        for part in element.iter("{*}t")
        if (parent := part.getparent()) is None or local(parent) != "rPh"
    )


def _area(text: str) -> Area:
    corners = [(int(row), column_number(letters)) for letters, row in _REF.findall(text)]
    if not corners:
        return Area(0, 0, 0, 0)
    return Area(*corners[0], *corners[-1])


def _column(ref: str) -> int:
    return column_number(ref.rstrip("0123456789"))


def _is_on(value: str | None) -> bool:
    return value in {"1", "true"}
