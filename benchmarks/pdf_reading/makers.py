"""Print a table and the paragraphs around it to PDF with the programs that offices use.

A document is a list of blocks: a string is a paragraph, a list of rows is a table. LibreOffice and
Chromium must be installed (Debian: libreoffice-calc, libreoffice-writer, chromium); Typst and
Sarabun come with the project, other fonts only where the machine has them.
"""

from __future__ import annotations

import html
import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

Row = Sequence[str]
Block = str | Sequence[Row]


@dataclass(frozen=True)
class Job:
    """Something to print: its blocks, the font to ask for, and where the PDF goes."""

    blocks: Sequence[Block]
    font: str
    path: Path


_WIDTHS = (6, 19, 15, 17, 12, 12, 11, 25, 13)
"""Shares of the nine columns."""
_SPANS = 12  # letters
_PAGE = 900  # seconds for one printing; a large one takes half a minute


def fonts_folder() -> Path:
    """Return the folder of the project's own Sarabun files."""
    import fontpkg_sarabun

    return Path(fontpkg_sarabun.__file__).parent


def shares(columns: int) -> list[float]:
    """Return the widths of columns as shares of 1."""
    widths = [*_WIDTHS, *[10] * columns][:columns]
    return [width / sum(widths) for width in widths]


def spans(row: Row) -> bool:
    """Tell whether a row is a heading over all columns, as that of a strategy."""
    return len(row) > 1 and len(row[0]) > _SPANS and not any(row[1:])


# --- LibreOffice


def calc(jobs: Sequence[Job]) -> None:
    """Print sheets by LibreOffice Calc: landscape, the head repeated."""
    _office([_sheet(job.blocks, job.path.with_suffix(".xlsx"), job.font) for job in jobs])


def _sheet(blocks: Sequence[Block], source: Path, font: str) -> Path:
    import xlsxwriter

    plain_text = {"strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(source, plain_text) as book:
        look = {"font_name": font, "font_size": 10, "text_wrap": True, "valign": "top"}
        cell = book.add_format({**look, "border": 1})
        plain = book.add_format({"font_name": font, "font_size": 11, "valign": "top"})
        sheet = book.add_worksheet("รายงาน")
        columns = max((len(block[0]) for block in blocks if not isinstance(block, str)), default=1)
        for at, share in enumerate(shares(columns)):
            sheet.set_column(at, at, share * 140)
        number = 0
        for block in blocks:
            if isinstance(block, str):
                sheet.write_string(number, 0, block, plain)
                number += 1
                continue
            sheet.repeat_rows(number)
            for row in block:
                if spans(row):
                    sheet.merge_range(number, 0, number, len(row) - 1, row[0], cell)
                else:
                    sheet.set_row(number, _height(row))
                    for at, text in enumerate(row):
                        sheet.write(number, at, text or None, cell)
                number += 1
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.set_print_scale(80)
    return source


def _height(row: Row) -> float:
    """Return the height a row needs; a spreadsheet has none above 409 points."""
    deep = max(
        sum(-(-len(line) // int(share * 110)) for line in text.split("\n")) if text else 1
        for text, share in zip(row, shares(len(row)), strict=True)
    )
    return min(max(deep, 1) * 16.0, 409.0)


def writer(jobs: Sequence[Job]) -> None:
    """Print text documents by LibreOffice Writer: tables with heads on every page."""
    _office([_letter(job.blocks, job.path.with_suffix(".docx"), job.font) for job in jobs])


def _letter(blocks: Sequence[Block], source: Path, font: str) -> Path:
    from docx import Document
    from docx.enum.section import WD_ORIENT
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt

    document = Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(20)
    style = document.styles["Normal"]
    style.font.name, style.font.size = font, Pt(9)
    fonts = style.element.rPr.rFonts
    for kind in ("w:cs", "w:hAnsi", "w:eastAsia"):
        fonts.set(qn(kind), font)
    size = OxmlElement("w:szCs")
    size.set(qn("w:val"), "18")
    style.element.rPr.append(size)
    room = Mm(257)  # A4 on its side, within Word's own margins
    for block in blocks:
        if isinstance(block, str):
            document.add_paragraph(block)
            continue
        table = document.add_table(len(block), len(block[0]))
        table.style = "Table Grid"
        table.autofit = False
        again = OxmlElement("w:tblHeader")
        table.rows[0]._tr.get_or_add_trPr().append(again)  # noqa: SLF001 - no public way
        widths = [int(share * room) for share in shares(len(block[0]))]
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        for row, texts in zip(table.rows, block, strict=True):
            if spans(texts):
                row.cells[0].merge(row.cells[-1]).text = texts[0]
                continue
            for cell, text, width in zip(row.cells, texts, widths, strict=True):
                cell.width = width
                cell.text = text
    document.save(str(source))
    return source


def _office(sources: Sequence[Path]) -> None:
    """Let LibreOffice print files of one folder, with its own profile and the project's fonts."""
    command = shutil.which("soffice") or shutil.which("libreoffice")
    assert command is not None, "LibreOffice is not installed"
    with tempfile.TemporaryDirectory() as folder:
        run = [
            command,
            f"-env:UserInstallation=file://{folder}/profile",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(sources[0].parent),
            *map(str, sources),
        ]
        subprocess.run(  # noqa: S603 - a fixed program on a file of ours
            run, check=True, capture_output=True, timeout=_PAGE, env=_with_fonts(Path(folder))
        )


def _with_fonts(folder: Path) -> dict[str, str]:
    """Return an environment whose font configuration knows Sarabun."""
    config = folder / "fonts.conf"
    config.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>'
        f"<dir>{fonts_folder()}</dir><cachedir>{folder}/fonts</cachedir></fontconfig>",
        "utf-8",
    )
    return {**os.environ, "FONTCONFIG_FILE": str(config)}


# --- Chromium


_STYLE = """@page { size: A4 landscape; margin: 12mm }
body { font: 10pt FONT } table { border-collapse: collapse; width: 100%; table-layout: fixed }
td, th { border: 1px solid #000; padding: 1px 4px; vertical-align: top; text-align: left;
  font-weight: normal; overflow-wrap: anywhere; white-space: pre-line }"""


def chromium(jobs: Sequence[Job]) -> None:
    """Print web pages by Chromium."""
    for job in jobs:
        _web_page(job.blocks, job.path, job.font)


def _web_page(blocks: Sequence[Block], path: Path, font: str) -> None:
    command = shutil.which("chromium") or shutil.which("google-chrome")
    assert command is not None, "Chromium is not installed"
    body = "".join(
        f"<p>{html.escape(block)}</p>" if isinstance(block, str) else _html_table(block)
        for block in blocks
    )
    source = path.with_suffix(".html")
    style = _STYLE.replace("FONT", f"'{font}'")
    source.write_text(
        f'<!doctype html><html lang="th"><meta charset="utf-8"><title>-</title>'
        f"<style>{style}</style><body>{body}</body></html>",
        "utf-8",
    )
    with tempfile.TemporaryDirectory() as folder:
        run = [
            command,
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            f"--user-data-dir={folder}/profile",
            "--no-pdf-header-footer",
            f"--print-to-pdf={path}",
            source.as_uri(),
        ]
        subprocess.run(  # noqa: S603 - a fixed program on a file of ours
            run, check=True, capture_output=True, timeout=_PAGE, env=_with_fonts(Path(folder))
        )


def _html_table(rows: Sequence[Row]) -> str:
    columns = "".join(f'<col style="width:{share:.3%}">' for share in shares(len(rows[0])))

    def cells(row: Row, tag: str) -> str:
        if spans(row):
            return f'<{tag} colspan="{len(row)}">{html.escape(row[0])}</{tag}>'
        return "".join(f"<{tag}>{html.escape(text)}</{tag}>" for text in row)

    head, *body = rows
    lines = "".join(f"<tr>{cells(row, 'td')}</tr>" for row in body)
    return (
        f"<table><colgroup>{columns}</colgroup><thead><tr>{cells(head, 'th')}</tr></thead>"
        f"<tbody>{lines}</tbody></table>"
    )


# --- Typst


_TYPST = """#let blocks = json(bytes(sys.inputs.blocks))
#set page(paper: "a4", flipped: true, margin: 12mm)
#set text(font: sys.inputs.font, size: 9.5pt, lang: "th")
#for block in blocks {
  if type(block) == str { par(block) } else {
    table(
      columns: block.widths.map(share => share * 1fr), inset: 3pt, stroke: 0.5pt,
      table.header(..block.rows.first().cells),
      ..block.rows.slice(1).map(row => {
        let (first, ..) = row.cells
        if row.spans { (table.cell(colspan: row.cells.len(), first),) } else { row.cells }
      }).flatten(),
    )
  }
}
"""


def typst(jobs: Sequence[Job]) -> None:
    """Print by Typst."""
    for job in jobs:
        _typeset(job.blocks, job.path, job.font)


def _typeset(blocks: Sequence[Block], path: Path, font: str) -> None:
    import typst as engine

    laid = [
        block
        if isinstance(block, str)
        else {
            "rows": [{"cells": [*row], "spans": spans(row)} for row in block],
            "widths": shares(len(block[0])),
        }
        for block in blocks
    ]
    source = path.with_suffix(".typ")
    source.write_text(_TYPST, "utf-8")
    compiler = engine.Compiler(source, font_paths=[fonts_folder(), Path("/usr/share/fonts")])
    handed = {"blocks": json.dumps(laid, ensure_ascii=False), "font": font}
    made = compiler.compile(format="pdf", sys_inputs=handed)
    assert isinstance(made, bytes)
    path.write_bytes(made)


MAKERS: dict[str, Callable[[Sequence[Job]], None]] = {
    "calc": calc,
    "chromium": chromium,
    "typst": typst,
    "writer": writer,
}
FONTS = ("Sarabun", "Noto Sans Thai", "Norasi", "Garuda", "Loma", "Laksaman")
"""The fonts to print with; the first comes with the project."""


def fonts_here() -> list[str]:
    """Return those of :data:`FONTS` that the machine has."""
    listed = shutil.which("fc-list")
    known = ""
    if listed is not None:
        asked = [listed, ":", "family"]
        known = subprocess.run(  # noqa: S603 - a fixed program
            asked, check=True, capture_output=True, text=True
        ).stdout
    return [font for font in FONTS if font == FONTS[0] or font in known]


def makers_here() -> list[str]:
    """Return those of :data:`MAKERS` that the machine has."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    needs = {"calc": office, "writer": office, "chromium": browser, "typst": "typst"}
    return [maker for maker in MAKERS if needs[maker]]
