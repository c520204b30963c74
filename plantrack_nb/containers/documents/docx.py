"""Word documents: paragraphs and tables in the order of the text.

``table3!E12`` is column E of row 12 of the document's third table, ``L45`` its 45th paragraph.
Tracked insertions are read, tracked deletions are not. Numbers and bullets that Word itself puts
before list items are part of the text that a reader sees, so they are written out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from plantrack_nb.containers.documents.flow import Piece, Table, grid_of
from plantrack_nb.containers.documents.spans import Spanned
from plantrack_nb.containers.documents.word_lists import Lists
from plantrack_nb.containers.grid import Grid
from plantrack_nb.containers.ooxml import attribute, local, opened
from plantrack_nb.containers.zipcheck import damaged
from plantrack_nb.core.language import say

if TYPE_CHECKING:
    from lxml import etree

_DOCUMENT = "word/document.xml"
_SKIPPED = {
    "del",
    "moveFrom",
    "pPr",
    "rPr",
    "tblPr",
    "tblGrid",
    "trPr",
    "tcPr",
    "sdtPr",
    "sdtEndPr",
    "Fallback",
    "instrText",
    "fldData",
    "sectPr",
}
_MARKS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "", "ptab": " "}

Cells = list[Spanned[tuple[Piece, ...]]]


def read(path: Path) -> Grid:
    """Read a document's body; headers, footers and notes are left out."""
    with opened(path) as package:
        body = package.tree(_DOCUMENT).find("{*}body")
        if body is None:
            raise damaged(path, say("เนื้อความขาดหาย", "its text is missing"))
        return grid_of(path.name, _pieces(body, Lists.of(package)), package.left_out())


def _pieces(element: etree._Element, lists: Lists) -> Iterator[Piece]:
    for child in element:
        name = local(child)
        if name == "p":
            yield "\n"
            yield lists.label(child)
            yield from _pieces(child, lists)
            yield "\n"
        elif name == "tbl":
            yield _table(child, lists)
        elif name == "t":
            yield (child.text or "").replace("\n", " ")
        elif name in _MARKS:
            yield _MARKS[name]
        elif name not in _SKIPPED:
            yield from _pieces(child, lists)


def _table(table: etree._Element, lists: Lists) -> Table:
    rows = [list(_row(row, lists)) for row in _inside(table, "tr")]
    return Table(_joined_down(rows))


def _row(row: etree._Element, lists: Lists) -> Iterator[Spanned[tuple[Piece, ...]]]:
    """Yield a row's cells; one that goes on from above takes 0 rows (see ``_joined_down``)."""
    before = _number(row, "trPr", "gridBefore", 0)
    for _ in range(before):
        yield Spanned(())
    for cell in _inside(row, "tc"):
        merge = cell.find("{*}tcPr/{*}vMerge")
        goes_on = merge is not None and attribute(merge, "val") != "restart"
        content = tuple(_pieces(cell, lists))
        yield Spanned(content, _number(cell, "tcPr", "gridSpan", 1), 0 if goes_on else 1)


def _inside(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """Yield rows or cells, also those in content controls and tracked insertions."""
    for child in element:
        if local(child) == name:
            yield child
        elif local(child) in {"sdt", "sdtContent", "ins", "customXml", "moveTo"}:
            yield from _inside(child, name)


def _joined_down(rows: list[Cells]) -> list[Cells]:
    """Turn "goes on from above" into the number of rows that the first cell takes."""
    result: list[Cells] = []
    open_at: dict[int, tuple[int, int]] = {}  # column -> where its topmost cell stands in result
    for row in rows:
        kept: Cells = []
        column = 0
        for cell in row:
            top = open_at.get(column)
            if cell.rows == 0 and top is not None:
                above = result[top[0]][top[1]]
                result[top[0]][top[1]] = replace(above, rows=above.rows + 1)
            else:
                open_at[column] = (len(result), len(kept))
                kept.append(replace(cell, rows=1))
            column += cell.columns
        result.append(kept)
    return result


def _number(element: etree._Element, properties: str, name: str, default: int) -> int:
    found = element.find(f"{{*}}{properties}/{{*}}{name}")
    text = (attribute(found, "val") or "") if found is not None else ""
    return min(int(text), 1000) if text.isdecimal() else default
