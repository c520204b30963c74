"""Writes a table as workbooks that are not .xlsx: what Excel 97, LibreOffice and exports make.

``None`` lies under the merged cell to its left or above it, as in ``helpers.containers``.
"""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

import xlwt
from helpers.containers import Table, merged_areas

_ODF = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    ' xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
)
_SPREADSHEET = "application/vnd.oasis.opendocument.spreadsheet"


def ods_content(rows: str, *, root: str = "document-content") -> str:
    """Wrap rows given as XML into the content of a spreadsheet with one sheet งบ."""
    kind = f' office:mimetype="{_SPREADSHEET}"' if root == "document" else ""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:{root} {_ODF}{kind}><office:body>'
        f'<office:spreadsheet><table:table table:name="งบ">{rows}</table:table>'
        f"</office:spreadsheet></office:body></office:{root}>"
    )


def write_ods(path: Path, rows: str) -> Path:
    """Write rows given as XML as an .ods."""
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", _SPREADSHEET)
        archive.writestr("content.xml", ods_content(rows))
    return path


def write_ods_table(path: Path, table: Table, *, flat: bool = False) -> Path:
    """Write a table as an .ods, or as one XML file (.fods)."""
    rows = "".join(_ods_row(table, at) for at in range(len(table)))
    if flat:
        path.write_text(ods_content(rows, root="document"), encoding="utf-8")
        return path
    return write_ods(path, rows)


def _ods_row(table: Table, at: int) -> str:
    spans = {area[:2]: area for area in merged_areas(table)}
    cells = []
    for column, value in enumerate(table[at]):
        if value is None:
            cells.append("<table:covered-table-cell/>")
            continue
        _, _, bottom, right = spans.get((at, column), (at, column, at, column))
        span = (
            f' table:number-columns-spanned="{right - column + 1}"'
            f' table:number-rows-spanned="{bottom - at + 1}"'
        )
        number = isinstance(value, int | float)
        typed = f' office:value-type="float" office:value="{value}"' if number else ""
        lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in str(value).split("\n"))
        cells.append(f"<table:table-cell{span}{typed}>{lines}</table:table-cell>")
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


def write_xml2003(path: Path, table: Table, encoding: str = "utf-8") -> Path:
    """Write a table as Excel's XML of 2003."""
    spans = {area[:2]: area for area in merged_areas(table)}
    rows = []
    for at, row in enumerate(table):
        cells = []
        for column, value in enumerate(row):
            if value is None:
                continue
            _, _, bottom, right = spans.get((at, column), (at, column, at, column))
            merge = f' ss:MergeAcross="{right - column}" ss:MergeDown="{bottom - at}"'
            kind = "Number" if isinstance(value, int | float) else "String"
            text = escape(str(value)).replace("\n", "&#10;")
            data = f'<Data ss:Type="{kind}">{text}</Data>'
            cells.append(f'<Cell ss:Index="{column + 1}"{merge}>{data}</Cell>')
        rows.append(f'<Row ss:Index="{at + 1}">{"".join(cells)}</Row>')
    space = "urn:schemas-microsoft-com:office:spreadsheet"
    name = "windows-874" if encoding == "cp874" else encoding
    text = (
        f'<?xml version="1.0" encoding="{name}"?><Workbook xmlns="{space}" xmlns:ss="{space}">'
        f"<Worksheet ss:Name={quoteattr('งบ')}><Table>{''.join(rows)}</Table></Worksheet>"
        "</Workbook>"
    )
    path.write_bytes(text.encode(encoding))
    return path


def write_mht(path: Path, page: bytes, charset: str) -> Path:
    """Write a page as a web archive with a picture beside it."""
    import base64

    def part(kind: str, content: bytes) -> str:
        body = base64.encodebytes(content).decode()
        return f"--x\r\nContent-Type: {kind}\r\nContent-Transfer-Encoding: base64\r\n\r\n{body}\r\n"

    head = 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n'
    parts = part(f"text/html; charset={charset}", page) + part("image/png", b"\x89PNG")
    path.write_text(f"{head}{parts}--x--\r\n", encoding="ascii", newline="")
    return path


def write_xls(path: Path, table: Table) -> Path:
    """Write a table as an Excel 97 workbook."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("งบ")
    areas = {area[:2]: area for area in merged_areas(table)}
    for at, row in enumerate(table):
        for column, value in enumerate(row):
            if value is None:
                continue
            top, left, bottom, right = areas.get((at, column), (at, column, at, column))
            if (bottom, right) == (top, left):
                sheet.write(at, column, value)
            else:
                sheet.write_merge(top, bottom, left, right, value)
    book.save(str(path))
    return path


# --- .xlsb: records of a number, a length, and bytes --------------------------------------------


def record(number: int, data: bytes = b"") -> bytes:
    """Make one record of a binary part."""
    return _variable(number) + _variable(len(data)) + data


def wide(text: str) -> bytes:
    """Make a text of a binary part."""
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def write_xlsb(path: Path, rows: bytes, *, strings: bytes = b"", styles: bytes = b"") -> Path:
    """Write a binary workbook of one sheet งบ, whose records are given."""
    rels = "http://schemas.openxmlformats.org/package/2006/relationships"
    links = "".join(
        f'<Relationship Id="r{at}" Type="t" Target="{target}"/>'
        for at, target in enumerate(["worksheets/sheet1.bin", "sharedStrings.bin", "styles.bin"])
    )
    with zipfile.ZipFile(path, "w") as archive:
        sheet = struct.pack("<II", 0, 1) + wide("r0") + wide("งบ")
        archive.writestr("xl/workbook.bin", record(156, sheet))
        archive.writestr(
            "xl/_rels/workbook.bin.rels", f'<Relationships xmlns="{rels}">{links}</Relationships>'
        )
        archive.writestr("xl/worksheets/sheet1.bin", rows)
        archive.writestr("xl/sharedStrings.bin", strings)
        archive.writestr("xl/styles.bin", styles)
    return path


def xlsb_row(number: int, cells: bytes, *, hidden: bool = False) -> bytes:
    """Make a row, counted from 0, with its cells' records behind it."""
    flags = 0x10 if hidden else 0
    return record(0, struct.pack("<IIHBBB", number, 0, 300, 0, flags, 0)) + cells


def xlsb_cell(kind: int, column: int, value: bytes, style: int = 0) -> bytes:
    """Make a cell, its column counted from 0."""
    return record(kind, struct.pack("<II", column, style) + value)


def write_xlsb_table(path: Path, table: Table) -> Path:
    """Write a table as a binary workbook: texts shared, numbers real, merged areas behind."""
    texts = sorted({value for row in table for value in row if isinstance(value, str)})
    strings = b"".join(record(19, b"\x00" + wide(text)) for text in texts)
    rows = b"".join(xlsb_row(at, b"".join(_xlsb_cells(row, texts))) for at, row in enumerate(table))
    merged = b"".join(
        record(176, struct.pack("<IIII", top, bottom, left, right))
        for top, left, bottom, right in merged_areas(table)
    )
    return write_xlsb(path, rows + merged, strings=strings)


def _xlsb_cells(row: object, texts: list[str]) -> Iterator[bytes]:
    assert isinstance(row, list | tuple)
    for column, value in enumerate(row):
        if isinstance(value, str):
            yield xlsb_cell(7, column, struct.pack("<I", texts.index(value)))
        elif isinstance(value, int | float):
            yield xlsb_cell(5, column, struct.pack("<d", float(value)))


def _variable(value: int) -> bytes:
    made = bytearray()
    while True:
        value, byte = value >> 7, value & 0x7F
        made.append(byte | (0x80 if value else 0))
        if not value:
            return bytes(made)
