"""What the widgets show: parts of a report as HTML, in a frame and a style of their own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from plantrack_nb.core.findings import SEVERITY_TH, Finding, Severity
from plantrack_nb.core.provenance import SourceRef, parted
from plantrack_nb.core.records import known
from plantrack_nb.core.schema import TABLES, Column, Kind
from plantrack_nb.explore.charts.scene import LOOKS
from plantrack_nb.measures.projects import percent_of
from plantrack_nb.render import parts as p
from plantrack_nb.render import theme
from plantrack_nb.render.formats import show
from plantrack_nb.render.html import fragment
from plantrack_nb.render.stylesheets import style as style_of_parts
from plantrack_nb.report.pages.evidence import cut_outs
from plantrack_nb.report.pages.labels import TONES, unit_of

if TYPE_CHECKING:
    import pandas as pd

    from plantrack_nb.explore.opened import Opened

_NARROWEST, _WIDEST = 8, 60  # letters of a column
_STYLE = files(__package__).joinpath("style.css").read_text(encoding="utf-8")
_DARK = '[data-jp-theme-light="false"] .plantrack:not(.plantrack-plot)'
_DARK_PAPER = "#111111"  # of JupyterLab's dark theme
_LETTERS = "<span class='plantrack plantrack-font' aria-hidden='true'>ก<b>ก</b></span>"
"""A letter in both weights has the font loaded before a chart measures its labels."""


def style() -> str:
    """Return the style of all that is framed, with the font that not every machine has."""
    return f"<style>{style_of_parts()}{_STYLE}{_colours()}</style>{_LETTERS}"


def framed(*parts: p.Part) -> str:
    """Write parts into a frame that :func:`style` styles."""
    return fragment(p.Series(parts))


def told(*texts: str) -> str:
    """Write paragraphs."""
    return framed(*map(p.Paragraph, texts))


def failed(error: Exception) -> str:
    """Say what could not be done."""
    what, _, more = str(error).partition("\n")
    return framed(p.Callout(what, (p.Paragraph(more),) if more else (), p.Tone.BAD))


def heading(title: str, opened: Opened, findings: Iterable[Finding]) -> str:
    """Say which round stands below, and its few figures that are compared first."""
    money = opened.projects[["budget", "disbursed"]].sum()
    share = known(percent_of(money["disbursed"], money["budget"]))
    counts = Counter(one.severity for one in findings if not one.waived)
    said = [
        f"{len(opened.projects)} โครงการ",
        f"งบประมาณ {show(float(money['budget']), p.Unit.BAHT)} บาท",
        f"เบิกจ่ายร้อยละ {show(share, p.Unit.PERCENT)}",
        *(f"{SEVERITY_TH[one]} {counts[one]} ข้อ" for one in (Severity.ERROR, Severity.WARNING)),
    ]
    return framed(p.Heading(title, 3), p.Paragraph(" · ".join(said)))


def rows_table(table: str, data: pd.DataFrame, columns: Sequence[str], caption: str) -> p.Part:
    """Show rows of a declared table, its columns under their Thai headings."""
    declared = {one.name: one for one in TABLES[table].columns}
    chosen = [declared[name] for name in columns]
    said = [[_value(one, value) for value in data[one.name].tolist()] for one in chosen]
    heads = [_column(one, values) for one, values in zip(chosen, said, strict=True)]
    return _table(caption, heads, [*zip(*said, strict=True)])


def findings_table(findings: Sequence[Finding], notes: Mapping[str, str], count: int) -> p.Part:
    """Show findings with what people have said of them; ``count`` is how many there are."""
    rows = [
        (
            p.Cell(SEVERITY_TH[one.severity], tone=TONES[one.severity]),
            one.project_no,
            one.message,
            one.found,
            one.expected,
            f"ยกเว้นแล้ว: {one.waived}" if one.waived else notes.get(one.id, ""),
        )
        for one in findings
    ]
    widths = {"ระดับ": 1.5, "โครงการ": 1, "ข้อตรวจพบ": 6, "พบ": 1.5, "ควรเป็น": 1.5, "การจัดการ": 2}
    cut = f" (แสดง {len(rows)} ข้อแรก)" if count > len(rows) else ""
    columns = [p.Column(name, width=width) for name, width in widths.items()]
    return _table(f"ข้อตรวจพบ {count} ข้อ{cut}", columns, rows, name_column=2)


def sources_table(findings: Iterable[Finding]) -> p.Part:
    """Show the raw text of each cell that findings name, what is meant in it marked."""
    refs: dict[SourceRef, SourceRef] = {}
    for ref in (ref for one in findings for ref in one.refs):
        refs[ref] = refs.get(ref, ref) if refs.get(ref, ref).mark else ref
    rows = [(one.file, one.ref, _marked(one)) for one in refs.values()]
    columns = [p.Column("ไฟล์"), p.Column("ตำแหน่ง"), p.Column("ข้อความ", width=8)]
    return _table("ข้อความเดิมในเอกสาร", columns, rows, name_column=1)


def pictures(findings: Iterable[Finding], drawn: Mapping[str, bytes]) -> Iterator[p.Part]:
    """Show the cut-outs of the pages that were drawn of findings' places."""
    return cut_outs([ref for one in findings for ref in one.refs], drawn)


def _colours() -> str:
    """Colours of shapes, and of tables on a dark ground; charts stay on paper."""
    looks = "".join(
        f".plantrack-plot .look-{name} {{ fill: {colour}; background: {colour}; }}"
        f".plantrack-plot line.look-{name} {{ stroke: {colour}; }}"
        for name, colour in LOOKS.items()
    )
    dark = "".join(f"--{name}: {colour}; " for name, colour in theme.DARK.items())
    tints = "".join(
        f"{_DARK} :is(td, th).{tone.value} {{ background: {tint}; }}"
        for tone, tint in theme.DARK_TINTS.items()
    )
    return f"{looks}{_DARK} {{ {dark}background: {_DARK_PAPER}; }}{tints}"


def _marked(ref: SourceRef) -> p.Cell:
    before, words, after = parted(ref.raw, ref.mark)
    return p.Cell(f"{before}«{words}»{after}", tone=p.Tone.WATCH) if words else p.Cell(before)


def _table(
    caption: str,
    columns: Sequence[p.Column],
    rows: Sequence[Sequence[p.Cell | p.Value]],
    name_column: int = 0,
) -> p.Part:
    if not rows:
        return p.Paragraph("ไม่มีแถวที่ตรงกับตัวเลือก", lead=caption)
    scrolls = p.Phone.SCROLL
    return p.table(caption, columns, rows, name_column=name_column, phone=scrolls)


def _column(column: Column, values: Sequence[p.Value]) -> p.Column:
    longest = max(len(column.title) // 2, *(len(str(one)) for one in values), 0)
    unit = p.Unit.COUNT if column.kind is Kind.INT else unit_of(column)
    unit = p.Unit.BAHT if column.kind is Kind.FLOAT and unit is p.Unit.TEXT else unit
    return p.Column(column.title, unit, width=max(_NARROWEST, min(longest, _WIDEST)))


def _value(column: Column, value: Any) -> p.Value:
    if column.kind is Kind.TEXT:
        return (column.allowed or {}).get(str(value), str(value))
    return known(value)
