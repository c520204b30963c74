"""Writes the same content in every container, and workbooks that are no rounds at all.

A document is a list of blocks: a string is a paragraph, a list of rows is a table. A table's value
``None`` lies under the merged cell to its left or above it.
"""

from __future__ import annotations

import html
import io
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import xlsxwriter
from docx import Document


@dataclass(frozen=True)
class Formula:
    """A formula for a sheet; ``stored=None`` leaves out the result, as many programs do."""

    text: str
    stored: str | float | None = None


Value = str | int | float | Formula | None
Table = Sequence[Sequence[Value]]
Block = str | Table


# --- the same content in every container ------------------------------------------------------


def write_text(path: Path, blocks: Sequence[Block], encoding: str = "utf-8") -> Path:
    """Write paragraphs and tab-separated tables, a blank line between blocks."""
    parts = [
        block if isinstance(block, str) else "\n".join("\t".join(_inline(row)) for row in block)
        for block in blocks
    ]
    path.write_bytes(("\n\n".join(parts) + "\n").encode(encoding))
    return path


def write_markdown(path: Path, blocks: Sequence[Block]) -> Path:
    """Write paragraphs and pipe tables."""
    parts = []
    for block in blocks:
        if isinstance(block, str):
            parts.append(block)
            continue
        head, *body = ["| " + " | ".join(_inline(row)) + " |" for row in block]
        parts.append("\n".join([head, "|" + "---|" * len(block[0]), *body]))
    path.write_text("\n\n".join(parts) + "\n", encoding="utf-8")
    return path


def write_html(path: Path, blocks: Sequence[Block], charset: str = "utf-8") -> Path:
    """Write a page with merged cells as spans; line breaks as paragraphs."""
    body = [
        f"<p>{html.escape(block)}</p>" if isinstance(block, str) else _html_table(block)
        for block in blocks
    ]
    head = f'<head><meta http-equiv="Content-Type" content="text/html; charset={charset}"></head>'
    page = f"<html>{head}<body>{''.join(body)}</body></html>"
    path.write_bytes(page.encode("cp874" if charset == "tis-620" else charset))
    return path


def write_csv(
    path: Path, rows: Table, delimiter: str = ",", encoding: str = "utf-8", end: str = "\r\n"
) -> Path:
    """Write a delimited file, quoted where needed."""

    def quoted(text: str) -> str:
        needs = any(mark in text for mark in (delimiter, '"', "\n"))
        return '"' + text.replace('"', '""') + '"' if needs else text

    lines = [delimiter.join(quoted(_text(value)) for value in row) for row in rows]
    path.write_bytes((end.join(lines) + end).encode(encoding))
    return path


def write_docx(path: Path, blocks: Sequence[Block]) -> Path:
    """Write a Word document with merged cells."""
    document = Document()
    for block in blocks:
        if isinstance(block, str):
            document.add_paragraph(block)
            continue
        table = document.add_table(len(block), len(block[0]))
        laid = [row.cells for row in table.rows]  # table.cell() lays the table anew each time
        for (row, column), value in _cells(block):
            laid[row][column].text = _text(value)
        for top, left, bottom, right in merged_areas(block):
            table.cell(top, left).merge(table.cell(bottom, right))
    document.save(str(path))
    return path


def write_xlsx(
    path: Path,
    sheets: dict[str, Table] | Table,
    *,
    hidden_sheets: Sequence[str] = (),
    hidden_rows: Sequence[int] = (),
    percent: Sequence[tuple[int, int]] = (),
    first_row: int = 0,
) -> Path:
    """Write a workbook with merged cells; ``percent`` names cells (row, column) shown as 0.00%."""
    tables = sheets if isinstance(sheets, dict) else {"งบ": sheets}
    with xlsxwriter.Workbook(path, {"strings_to_formulas": False}) as book:
        as_percent = book.add_format({"num_format": "0.00%"})
        for name, table in tables.items():
            sheet = book.add_worksheet(name)
            for top, left, bottom, right in merged_areas(table):
                sheet.merge_range(first_row + top, left, first_row + bottom, right, "")
            for (row, column), value in _cells(table):
                style = as_percent if (row, column) in percent else None
                _put(sheet, first_row + row, column, value, style)
            for row in hidden_rows:
                sheet.set_row(row, None, None, {"hidden": True})
            if name in hidden_sheets:
                sheet.hide()
    return path


def _put(sheet: Any, row: int, column: int, value: object, style: Any) -> None:
    if isinstance(value, Formula):
        stored = "" if value.stored is None else value.stored
        sheet.write_formula(row, column, value.text, style, stored)
    elif isinstance(value, str):
        sheet.write_string(row, column, value, style)
    else:
        sheet.write_number(row, column, value, style)


def merged_areas(table: Table) -> list[tuple[int, int, int, int]]:
    """Rectangles (top, left, bottom, right; from 0) made by ``None`` beside or below a value."""
    areas = []
    for (row, column), _ in _cells(table):
        right = column
        while right + 1 < len(table[row]) and table[row][right + 1] is None:
            right += 1
        bottom = row
        while bottom + 1 < len(table) and all(
            place < len(table[bottom + 1]) and table[bottom + 1][place] is None
            for place in range(column, right + 1)
        ):
            bottom += 1
        if (bottom, right) != (row, column):
            areas.append((row, column, bottom, right))
    return areas


def _cells(table: Table) -> list[tuple[tuple[int, int], Value]]:
    return [
        ((row, column), value)
        for row, values in enumerate(table)
        for column, value in enumerate(values)
        if value is not None
    ]


def _html_table(table: Table) -> str:
    spans = {area[:2]: area for area in merged_areas(table)}
    rows: list[list[str]] = [[] for _ in table]
    for (row, column), value in _cells(table):
        _, _, bottom, right = spans.get((row, column), (row, column, row, column))
        size = f' rowspan="{bottom - row + 1}" colspan="{right - column + 1}"'
        lines = "".join(f"<p>{html.escape(line)}</p>" for line in _text(value).split("\n"))
        rows[row].append(f"<td{size}>{lines}</td>")
    body = "".join("<tr>" + "".join(cells) + "</tr>" for cells in rows)
    return f"<table>{body}</table>"


def _text(value: Value) -> str:
    return "" if value is None else str(value)


def _inline(row: Sequence[Value]) -> list[str]:
    """Cells on one line: line breaks become paragraphs, as in published reports."""
    return [
        "".join(f"<p>{line}</p>" for line in text.split("\n")) if "\n" in text else text
        for text in map(_text, row)
    ]


# --- workbooks that are no rounds ---------------------------------------------------------------


def zipped(parts: Sequence[tuple[str, bytes | str]]) -> bytes:
    """Make a zip of the given parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts:
            archive.writestr(name, content)
    return file.getvalue()


_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORKBOOK = (
    f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELS}"><sheets>'
    '<sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>'
)
_LINKS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="r1" Type="{_RELS}/worksheet" Target="worksheets/sheet1.xml"/>'
    "</Relationships>"
)


def bare_xlsx(sheet_data: str, *, before: str = "", extra: Sequence[tuple[str, str]] = ()) -> bytes:
    """Make a workbook of one sheet S, whose rows are given as XML."""
    sheet = f'{before}<worksheet xmlns="{_MAIN}"><sheetData>{sheet_data}</sheetData></worksheet>'
    return zipped(
        [
            ("xl/workbook.xml", _WORKBOOK),
            ("xl/_rels/workbook.xml.rels", _LINKS),
            ("xl/worksheets/sheet1.xml", sheet),
            *extra,
        ]
    )


def _with_xlsxwriter(fill: Callable[[Any], None]) -> bytes:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        fill(book)
    return file.getvalue()


def _charts_only(book: Any) -> None:
    chart = book.add_chart({"type": "line"})
    chart.add_series({"values": [book.add_worksheet("data").get_name(), 0, 0, 3, 0]})
    book.add_chartsheet("chart").set_chart(chart)


def _ole(*stream_names: str) -> bytes:
    names = b"".join(name.encode("utf-16-le").ljust(128, b"\0") for name in stream_names)
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + names


def _twice() -> bytes:
    parts = [("xl/workbook.xml", _WORKBOOK), ("xl/Workbook.xml", _WORKBOOK)]
    return zipped([*parts, ("xl/_rels/workbook.xml.rels", _LINKS)])


def _cell(ref: str, value: str) -> str:
    return f'<row r="{ref.lstrip("ADFX")}"><c r="{ref}"><v>{value}</v></c></row>'


_ENTITIES = (
    '<!DOCTYPE b [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)

REFUSED: dict[str, Callable[[], bytes]] = {
    "empty.xlsx": lambda: _with_xlsxwriter(lambda book: book.add_worksheet()),
    "charts only.xlsx": lambda: _with_xlsxwriter(_charts_only),
    "nothing.xlsx": lambda: b"",
    "blanks.csv": lambda: b" \n \n",
    "protected.xlsx": lambda: _ole("EncryptionInfo", "EncryptedPackage"),
    "old.xls": lambda: _ole("Workbook"),
    "old.doc": lambda: _ole("WordDocument"),
    "binary.xlsb": lambda: zipped([("xl/workbook.bin", b"\x00")]),
    "open.ods": lambda: zipped([("mimetype", "application/vnd.oasis.opendocument.spreadsheet")]),
    "any.zip": lambda: zipped([("readme", "x")]),
    "wide.xlsx": lambda: _with_xlsxwriter(
        lambda book: book.add_worksheet().write_row(0, 0, range(3000))
    ),
    "far corners.xlsx": lambda: bare_xlsx(_cell("A1", "1") + _cell("XFD1048576", "1")),
    "far refs.xlsx": lambda: bare_xlsx(_cell("A99999999999999999999", "1")),
    "cut short.xlsx": lambda: bare_xlsx(_cell("A1", "1"))[:-60],
    "broken xml.xlsx": lambda: bare_xlsx("<row><c r='A1'><v>1</row>"),
    "no sheet.xlsx": lambda: zipped([("xl/workbook.xml", _WORKBOOK)]),
    "rows twice.xlsx": lambda: bare_xlsx(_cell("A2", "1") + _cell("A1", "1")),
    "bomb.xlsx": lambda: bare_xlsx("", extra=[("xl/media/x.xml", "0" * 30_000_000)]),
    "entities.xlsx": lambda: bare_xlsx(_cell("A1", "&c;"), before=_ENTITIES),
    "utf-16.xlsx": lambda: zipped([("xl/workbook.xml", _WORKBOOK.encode("utf-16"))]),
    "parts twice.xlsx": _twice,
    "walks out.xlsx": lambda: bare_xlsx("", extra=[("../../evil.xml", "<a/>")]),
    "long number.xlsx": lambda: bare_xlsx(_cell("A1", "1" * 1_000_000)),
    "entities.docx": lambda: zipped([("word/document.xml", _ENTITIES + "<b>&c;</b>")]),
    "no text.docx": lambda: zipped([("word/document.xml", "<a/>")]),
    "scan.pdf": lambda: b"%PDF-1.7\n",
    "photo.txt": lambda: b"\x89PNG\r\n\x1a\n",
    "program.csv": lambda: b"\x7fELF\x02\x01\x01\x00\x00",
    "no suffix": lambda: b"text",
    "round.docx": lambda: b"just text",
    "spans.html": lambda: b"<html><table><tr>" + b"<td colspan=1000>x" * 1000,
    "deep.html": lambda: b"<html>" + b"<div>" * 5000 + b"x",
}
"""Files that must be refused, by name; each is made when asked for."""
