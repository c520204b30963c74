"""Saved web pages and HTML that Word or Excel wrote.

``table3!E12`` is column E of row 12 of the document's third table, ``L45`` its 45th paragraph. A
cell's raw text is what stands between its tags, white space as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree, html

from plantrack_nb.containers.decoding import decode_marked
from plantrack_nb.containers.documents.flow import Piece, Table, grid_of
from plantrack_nb.containers.documents.spans import Spanned
from plantrack_nb.containers.grid import Grid
from plantrack_nb.core.errors import SourceError
from plantrack_nb.core.language import say

_XML_LINE = re.compile(r"^\s*<\?xml[^>]*\?>")
_WHITE = re.compile(r"[ \t]*[\r\n\f]\s*|\t")  # where the source wraps; runs of blanks stay as typed
_VOID = re.compile(r"<(?:wbr|source|track|embed)\b[^<>]*>", re.IGNORECASE)
"""Tags without an end that libxml2 does not know: it would nest all that follows in them."""
_IGNORED = {"script", "style", "template", "noscript", "head", "title", "iframe", "object", "svg"}
_INLINE = re.compile(
    "abbr|bdi|bdo|big|cite|code|em|font|label|mark|o:p|small|span|strike|strong|sub|sup|tt|var|ins"
    "|[abiqsu]"
)


def read(path: Path) -> Grid:
    """Read a page's tables and the paragraphs between them."""
    decoded = decode_marked(path.read_bytes(), path.name)
    return grid_of(path.name, pieces_of(decoded.text, path), decoded.notes)


def pieces_of(text: str, path: Path) -> Iterator[Piece]:
    """Take a page apart into text and tables.

    Raises
    ------
    SourceError
        It is no page that can be read.
    """
    parser = html.HTMLParser(no_network=True, huge_tree=False, remove_comments=True)
    try:
        root = html.document_fromstring(_VOID.sub("", _XML_LINE.sub("", text)), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise _broken(path, str(error)) from None
    if any("depth" in entry.message for entry in parser.error_log):
        raise _broken(path, say("แท็กซ้อนกันลึกเกินไป", "its tags are nested too deeply"))
    return _pieces(root)


def _broken(path: Path, why: str) -> SourceError:
    return SourceError(
        say("อ่านหน้าเว็บนี้ไม่ได้", "This page cannot be read"),
        where=path.name,
        why=say(
            f"ควรเป็นหน้า HTML ที่มีตาราง แต่{why}",
            f"expected an HTML page with a table, but {why}",
        ),
        hint=say(
            "เปิดใน Excel หรือ Word แล้วบันทึกเป็น .xlsx หรือ .docx",
            "open it in Excel or Word and save it as .xlsx or .docx",
        ),
    )


def _pieces(element: html.HtmlElement) -> Iterator[Piece]:
    """Yield text, line breaks and tables in reading order."""
    tag = element.tag if isinstance(element.tag, str) else ""
    if tag == "table":
        yield _table(element)
    elif tag == "br":
        yield "\n"
    elif tag and tag not in _IGNORED:
        edge = "" if _INLINE.fullmatch(tag) else "\n"
        yield edge
        yield _WHITE.sub(" ", element.text or "") if tag != "pre" else element.text or ""
        for child in element:
            yield from _pieces(child)
            yield _WHITE.sub(" ", child.tail or "")
        yield edge


def _table(table: html.HtmlElement) -> Table:
    rows = [
        [
            Spanned(tuple(_cell(cell)), _span(cell, "colspan"), _span(cell, "rowspan"))
            for cell in row
            if cell.tag in {"td", "th"}
        ]
        for row in _own_rows(table)
    ]
    caption = [piece for part in table.iterchildren("caption") for piece in _pieces(part)]
    return Table(rows, tuple(caption))


def _cell(cell: html.HtmlElement) -> Iterator[Piece]:
    yield _WHITE.sub(" ", cell.text or "")
    for child in cell:
        yield from _pieces(child)
        yield _WHITE.sub(" ", child.tail or "")


def _own_rows(table: html.HtmlElement) -> Iterator[html.HtmlElement]:
    for part in table:
        if part.tag == "tr":
            yield part
        elif part.tag in {"thead", "tbody", "tfoot"}:
            yield from part.iterchildren("tr")


def _span(cell: html.HtmlElement, name: str) -> int:
    text = cell.get(name, "1").strip()
    return max(int(text), 1) if text.isdecimal() and len(text) < 6 else 1
