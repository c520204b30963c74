"""Rows as HTML for widgets: every text escaped, and a style of their own around them."""

from __future__ import annotations

import math
from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING

from plantrack_nb.core.findings import Finding, Severity
from plantrack_nb.core.schema import TABLES, Column, Kind
from plantrack_nb.explore.source import Marked
from plantrack_nb.render.drawing import theme
from plantrack_nb.render.fonts import FAMILY, WEIGHTS, web_font

if TYPE_CHECKING:
    import pandas as pd

    from plantrack_nb.explore.opened import Opened

_SEVERITY_TH = {
    Severity.ERROR: "▲ ผิด",
    Severity.WARNING: "◆ น่าสงสัย",
    Severity.INFO: "■ ควรทราบ",
}
_LONG = 40
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
.plantrack td:first-child {{ white-space: nowrap; }}
.plantrack td.number {{ text-align: right; white-space: nowrap; }}
.plantrack mark {{ background: #fcd9b6; color: inherit; font-weight: bold; padding: 0 2px; }}
.plantrack .scroll {{ overflow: auto; max-height: 420px; }}
.plantrack .muted {{ color: {theme.MUTED}; margin: 0; }}
.plantrack-explorer {{ overflow-x: hidden; }}
.plantrack-explorer .widget-hbox {{ flex-wrap: wrap; }}
.plantrack-board {{ display: grid !important; gap: 14px 20px; align-items: start;
  grid-template-columns: repeat(auto-fill, 460px); }}
.plantrack-boards > * {{ flex: 1 1 460px; }}
.plantrack-pair .plantrack-board {{ grid-template-columns: 460px; }}
.plantrack-explorer .vega-embed svg {{ overflow: visible; }}
.plantrack h3 {{ font-size: 15px; margin: 8px 0 0; }}
.plantrack .busy::before {{ content: "⏳ "; }}
.plantrack .lines {{ white-space: pre-line; margin: 0; }}
.plantrack .clamp {{ min-width: 190px; max-height: 9em; overflow-y: auto; }}
.jp-RenderedHTMLCommon {{ --jp-content-font-family: system-ui, {_FONTS}; }}
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


def heading(title: str, opened: Opened, findings: Iterable[Finding]) -> str:
    """Say which round stands below, and its few figures that are compared first."""
    money = opened.projects[["budget", "disbursed"]].sum()
    share = money["disbursed"] / money["budget"] * 100 if money["budget"] else 0.0
    counts = Counter(one.severity for one in findings if not one.waived)
    said = (
        f"{len(opened.projects)} โครงการ · งบประมาณ {money['budget']:,.2f} บาท · "
        f"เบิกจ่ายร้อยละ {share:.2f} · ผิด {counts[Severity.ERROR]} ข้อ · "
        f"น่าสงสัย {counts[Severity.WARNING]} ข้อ"
    )
    return page(f"<h3>{escape(title)}</h3>", paragraph(said, "muted"))


def rows_table(table: str, data: pd.DataFrame, columns: Sequence[str], caption: str) -> str:
    """Write rows of a declared table, its columns under their Thai headings."""
    declared = {one.name: one for one in TABLES[table].columns}
    heads = [declared[name] for name in columns]
    body = [
        "".join(_value(column, value) for column, value in zip(heads, row, strict=True))
        for row in data[list(columns)].itertuples(index=False)
    ]
    return _table(caption, [column.title for column in heads], body)


def findings_table(findings: Sequence[Finding], notes: Mapping[str, str], count: int) -> str:
    """Write findings with what people have said of them; ``count`` is how many there are."""
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
    cut = f" (แสดง {len(body)} ข้อแรก)" if count > len(body) else ""
    return _table(f"ข้อตรวจพบ {count} ข้อ{cut}", heads, body)


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
    empty = f"<td colspan='{len(heads)}' class='muted'>ไม่มีแถวที่ตรงกับตัวเลือก</td>"
    rows = "".join(f"<tr>{one}</tr>" for one in body or [empty])
    return (
        f"<div class='scroll'><table><caption>{escape(caption)}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _value(column: Column, value: object) -> str:
    if column.kind is Kind.TEXT:
        text = (column.allowed or {}).get(str(value), str(value))
        said = escape(text)
        return (
            f"<td><div class='clamp'>{said}</div></td>" if len(text) > _LONG else f"<td>{said}</td>"
        )
    number = float(value)  # type: ignore[arg-type]
    if math.isnan(number):
        return "<td class='number'>–</td>"
    said = f"{number:,.2f}" if column.kind is Kind.FLOAT else f"{number:.0f}"
    return f"<td class='number'>{said}</td>"
