"""Writes sheets as the files that offices keep."""

from __future__ import annotations

import csv
import html
import io
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape, quoteattr

import xlsxwriter
import xlwt
from helpers.layouts.cells import Percent, Value

if TYPE_CHECKING:
    from helpers.layouts.sheets import Sheet

_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_ODS = "application/vnd.oasis.opendocument.spreadsheet"


def write(folder: Path, sheets: Sequence[Sheet], container: str, encoding: str) -> Path:
    """Write the sheets to ``round.CONTAINER`` in a folder; equal sheets give equal bytes."""
    path = folder / f"round.{container}"
    if container == "csv":
        _csv(path, sheets[0], encoding)
    else:
        _WRITERS[container](path, sheets)
    return path


def _csv(path: Path, sheet: Sheet, encoding: str) -> None:
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(sheet.rows)
    path.write_bytes(text.getvalue().encode(encoding, errors="ignore"))


def _xlsx(path: Path, sheets: Sequence[Sheet]) -> None:
    with xlsxwriter.Workbook(path, {"strings_to_formulas": False}) as book:
        as_percent = book.add_format({"num_format": "0.00%"})
        for sheet in sheets:
            page = book.add_worksheet(sheet.name)
            for top, left, bottom, right in sheet.merged:
                page.merge_range(top, left, bottom, right, "")
            for row, column, value in _cells(sheet):
                if isinstance(value, Percent):
                    page.write_number(row, column, value, as_percent)
                elif isinstance(value, str):
                    page.write_string(row, column, value)
                else:
                    page.write_number(row, column, value)


def _xls(path: Path, sheets: Sequence[Sheet]) -> None:
    book = xlwt.Workbook()
    as_percent = xlwt.easyxf(num_format_str="0.00%")
    for sheet in sheets:
        page = book.add_sheet(sheet.name)
        for row, column, value in _cells(sheet):
            style: tuple[Any, ...] = (as_percent,) if isinstance(value, Percent) else ()
            page.write(row, column, value, *style)
        for top, left, bottom, right in sheet.merged:
            page.merge(top, bottom, left, right)
    book.save(str(path))


def _ods(path: Path, sheets: Sequence[Sheet]) -> None:
    spaces = " ".join(f'xmlns:{name}="{_ODF}:{name}:1.0"' for name in ("office", "table", "text"))
    tables = "".join(
        f"<table:table table:name={quoteattr(sheet.name)}>{_ods_rows(sheet)}</table:table>"
        for sheet in sheets
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {spaces}><office:body>'
        f"<office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{kind}"/>'
        for name, kind in (("/", _ODS), ("content.xml", "text/xml"))
    )
    manifest = (
        f'<manifest:manifest xmlns:manifest="{_ODF}:manifest:1.0">{entries}</manifest:manifest>'
    )
    parts = {"mimetype": _ODS, "content.xml": content, "META-INF/manifest.xml": manifest}
    with zipfile.ZipFile(path, "w") as archive:
        for name, part in parts.items():
            archive.writestr(zipfile.ZipInfo(name), part)


def _ods_rows(sheet: Sheet) -> str:
    starts, under = _spans(sheet)
    made = []
    for row, values in enumerate(sheet.rows):
        cells = [
            "<table:covered-table-cell/>"
            if (row, column) in under
            else _ods_cell(value, starts.get((row, column), (1, 1)))
            for column, value in enumerate(values)
        ]
        made.append(f"<table:table-row>{''.join(cells)}</table:table-row>")
    return "".join(made)


def _ods_cell(value: Value, span: tuple[int, int]) -> str:
    down, across = span
    kind = "percentage" if isinstance(value, Percent) else "float"
    typed = "" if isinstance(value, str) else f' office:value-type="{kind}" office:value="{value}"'
    if isinstance(value, str) and value:
        typed = ' office:value-type="string"'
    shown = f"{100 * value:.2f}%" if isinstance(value, Percent) else str(value)
    lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in shown.split("\n") if shown)
    size = f' table:number-columns-spanned="{across}" table:number-rows-spanned="{down}"'
    return f"<table:table-cell{size if span != (1, 1) else ''}{typed}>{lines}</table:table-cell>"


def _html(path: Path, sheets: Sequence[Sheet]) -> None:
    sheet = sheets[0]
    starts, under = _spans(sheet)
    rows = []
    for row, values in enumerate(sheet.rows):
        cells = []
        for column, value in enumerate(values):
            if (row, column) in under:
                continue
            down, across = starts.get((row, column), (1, 1))
            size = f' rowspan="{down}"' * (down > 1) + f' colspan="{across}"' * (across > 1)
            text = html.escape(str(value)).replace("\n", "<br>")
            cells.append(f"<td{size}>{text}</td>")
        rows.append(f"<tr>{''.join(cells)}</tr>")
    page = (
        f'<html><head><meta charset="utf-8"></head><body><table border="1">{"".join(rows)}</table>'
    )
    path.write_text(f"{page}</body></html>", encoding="utf-8")


def _spans(sheet: Sheet) -> tuple[dict[tuple[int, int], tuple[int, int]], set[tuple[int, int]]]:
    """Say how far merged cells reach (down, across), and which cells lie under them."""
    starts, under = {}, set()
    for top, left, bottom, right in sheet.merged:
        starts[top, left] = (bottom - top + 1, right - left + 1)
        area = (
            (row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)
        )
        under |= {place for place in area if place != (top, left)}
    return starts, under


def _cells(sheet: Sheet) -> list[tuple[int, int, Value]]:
    return [
        (row, column, value)
        for row, values in enumerate(sheet.rows)
        for column, value in enumerate(values)
        if value != ""
    ]


_WRITERS = {"xlsx": _xlsx, "xls": _xls, "ods": _ods, "html": _html}
