"""Rows as HTML for widgets: every text escaped, and a style of their own around them."""

from __future__ import annotations

import math
from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING

from plantrack_nb.explore.source import Marked
from plantrack_nb.findings import Finding, Severity
from plantrack_nb.render import theme
from plantrack_nb.render.fonts import FAMILY, WEIGHTS, web_font
from plantrack_nb.schema import TABLES, Column, Kind

if TYPE_CHECKING:
    import pandas as pd

_SEVERITY_TH = {
    Severity.ERROR: "▲ ผิด",
    Severity.WARNING: "◆ น่าสงสัย",
    Severity.INFO: "■ ควรทราบ",
}
_FONTS = "Sarabun, 'Noto Sans Thai', Tahoma, sans-serif"
_RULES = f"""
.plantrack, .plantrack-explorer :is(label, select, input, button, .widget-label) {{
  font-family: {_FONTS}; }}
.plantrack {{ font-size: 14px; line-height: 1.5; color: {theme.INK}; background: #fff;
  padding: 2px 6px; }}
.plantrack table {{ border-collapse: collapse; width: 100%; }}
.plantrack caption {{ text-align: left; font-weight: bold; padding: 6px 0 2px; }}
.plantrack th, .plantrack td {{ border: 1px solid {theme.LINE}; padding: 3px 7px;
  text-align: left; vertical-align: top; white-space: pre-line; }}
.plantrack th {{ background: {theme.TRACK}; }}
.plantrack td.number {{ text-align: right; white-space: nowrap; }}
.plantrack mark {{ background: #fcd9b6; color: inherit; font-weight: bold; padding: 0 2px; }}
.plantrack .scroll {{ overflow: auto; max-height: 420px; }}
.plantrack .muted {{ color: {theme.MUTED}; margin: 0; }}
.plantrack-explorer .jp-AnyWidget, .plantrack-explorer .vega-embed {{ margin-right: 28px; }}
.plantrack-explorer .vega-embed svg {{ overflow: visible; }}
.plantrack-font {{ position: absolute; opacity: 0; }}
.plantrack .error {{ color: {theme.TARGET}; font-weight: bold; white-space: pre-line; }}
"""


def style() -> str:
    """Return the style of all pieces, with the font that not every machine has.

    A letter in both weights has the font loaded before a chart measures its labels.
    """
    faces = "".join(
        f"@font-face {{ font-family: {FAMILY}; font-weight: {weight}; "
        f"src: url(data:font/woff2;base64,{b64encode(web_font(weight)).decode()}) }}\n"
        for weight in WEIGHTS
    )
    letter = "<span class='plantrack plantrack-font' aria-hidden='true'>ก<b>ก</b></span>"
    return f"<style>{faces}{_RULES}</style>{letter}"


def page(*pieces: str) -> str:
    """Put escaped pieces into a frame that :func:`style` styles."""
    return f"<div class='plantrack'>{''.join(pieces)}</div>"


def paragraph(text: str, kind: str = "") -> str:
    """Write a paragraph; ``kind`` is a class of the style."""
    return f"<p class='{kind}'>{escape(text)}</p>"


def rows_table(table: str, data: pd.DataFrame, columns: Sequence[str], caption: str) -> str:
    """Write rows of a declared table, its columns under their Thai headings."""
    declared = {one.name: one for one in TABLES[table].columns}
    heads = [declared[name] for name in columns]
    body = [
        "".join(_value(column, value) for column, value in zip(heads, row, strict=True))
        for row in data[list(columns)].itertuples(index=False)
    ]
    return _table(caption, [column.title for column in heads], body)


def findings_table(findings: Iterable[Finding], notes: Mapping[str, str]) -> str:
    """Write findings with what people have said of them."""
    body = [
        "".join(
            f"<td>{escape(text)}</td>"
            for text in (
                _SEVERITY_TH[one.severity],
                one.project_no,
                one.message,
                one.found,
                one.expected,
                f"ยกเว้นแล้ว: {one.waived}" if one.waived else notes.get(one.id, ""),
            )
        )
        for one in findings
    ]
    heads = ["ระดับ", "โครงการ", "ข้อตรวจพบ", "ที่พบ", "ที่ควรเป็น", "การจัดการ"]
    return _table(f"ข้อตรวจพบ {len(body)} ข้อ", heads, body)


def sources_table(cells: Iterable[Marked]) -> str:
    """Write the raw text of cells, the doubtful figure marked."""
    body = [
        f"<td>{escape(one.file)}</td><td>{escape(one.ref)}</td><td>{escape(one.before)}"
        + (f"<mark>{escape(one.figure)}</mark>" if one.figure else "")
        + f"{escape(one.after)}</td>"
        for one in cells
    ]
    return _table("ข้อความเดิมในเอกสาร", ["ไฟล์", "ตำแหน่ง", "ข้อความ"], body)


def _table(caption: str, heads: Sequence[str], body: Sequence[str]) -> str:
    head = "".join(f"<th scope='col'>{escape(name)}</th>" for name in heads)
    rows = "".join(f"<tr>{one}</tr>" for one in body)
    return (
        f"<div class='scroll'><table><caption>{escape(caption)}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _value(column: Column, value: object) -> str:
    if column.kind is Kind.TEXT:
        text = str(value)
        return f"<td>{escape((column.allowed or {}).get(text, text))}</td>"
    number = float(value)  # type: ignore[arg-type]
    if math.isnan(number):
        return "<td class='number'>–</td>"
    said = f"{number:,.2f}" if column.kind is Kind.FLOAT else f"{number:.0f}"
    return f"<td class='number'>{said}</td>"
