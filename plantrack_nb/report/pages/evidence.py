"""The cells behind each finding, as they stand in the source, and the figures that hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from plantrack_nb.core.findings import Agreement, Finding
from plantrack_nb.core.provenance import SourceRef
from plantrack_nb.render.parts import (
    Callout,
    Cell,
    Column,
    Details,
    Paragraph,
    Part,
    Table,
    Tone,
)
from plantrack_nb.report.pages.findings import (
    SEVERITY_TH,
    TONES,
    UNDER,
    by_project,
    project_titles,
    still_open,
)
from plantrack_nb.report.pages.labels import row_of

if TYPE_CHECKING:
    import pandas as pd

_MOST_REFS = 6
_MOST_AGREEMENTS = 200
_AROUND = 90
_FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?")
_QUOTED = re.compile(r"“([^“”]+)”")
_LONGEST_MARKED = 200
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_WHOLE = "ทั้งฉบับ"
_OPEN, _CLOSE = "«", "»"


def evidence(findings: Sequence[Finding], projects: pd.DataFrame, *, info: bool = False) -> Part:
    """Show each project's findings with the raw cells they come from, the figure marked.

    Accepted findings are left out, and what is only worth knowing too, unless ``info``.
    """
    shown = still_open(findings, info=info)
    if not shown:
        return Paragraph("ไม่มีข้อตรวจพบที่ต้องแก้ไข")
    titles = project_titles(projects)
    bodies = tuple(
        Details(
            f"{titles.get(project_no, project_no) or _WHOLE} ({len(members)} ข้อ)",
            tuple(_callout(one, under=under) for one, under in members),
        )
        for project_no, members in by_project(shown)
    )
    return Details(f"หลักฐานจากเอกสารของข้อตรวจพบ {len(shown)} ข้อ", bodies)


def agreements(agreed: Sequence[Agreement]) -> Part:
    """Tell how many printed figures were recomputed and are right, and list them on demand."""
    if not agreed:
        return Paragraph("ไม่มีตัวเลขที่พิมพ์ไว้ให้คำนวณเทียบ")
    rows = tuple(
        row_of(one.where, Cell(one.what, ref=one.ref.ref), Cell(one.printed, tone=Tone.GOOD))
        for one in agreed[:_MOST_AGREEMENTS]
    )
    columns = (Column("ที่ปรากฏ", width=2), Column("เรื่อง", width=3), Column("ค่าที่พิมพ์และคำนวณได้"))
    cut = len(agreed) > _MOST_AGREEMENTS
    note = f"แสดง {_MOST_AGREEMENTS} จาก {len(agreed)} รายการ" if cut else ""
    table = Table("ตัวเลขที่ตรวจแล้วถูกต้อง", columns, rows, name_column=1, note=note)
    return Details(f"ตัวเลขที่พิมพ์ไว้และคำนวณใหม่แล้วถูกต้อง {len(agreed)} ตัว", (table,))


def _callout(one: Finding, *, under: bool) -> Callout:
    said = [Paragraph(one.message)]
    if one.expected or one.found:
        said.append(Paragraph(f"พบ {one.found or '–'} ควรเป็น {one.expected or '–'}"))
    if one.hint:
        said.append(Paragraph(one.hint, lead="สิ่งที่ควรทำ"))
    cells = (_cells(one),) if one.refs else ()
    title = f"{UNDER if under else ''}{SEVERITY_TH[one.severity]}"
    return Callout(title, (*said, *cells), TONES[one.severity])


def _cells(one: Finding) -> Table:
    tone = TONES[one.severity]
    rows = [row_of(ref.ref, _marked(ref, one, tone)) for ref in one.refs[:_MOST_REFS]]
    more = len(one.refs) - _MOST_REFS
    return Table(
        f"ข้อความในเอกสาร ({one.id})",
        (Column("ตำแหน่ง"), Column("ข้อความเดิม", width=5)),
        tuple(rows),
        note=f"และอีก {more} แห่ง" if more > 0 else "",
    )


def _marked(ref: SourceRef, one: Finding, tone: Tone) -> Cell:
    """Cut the raw text around the figure concerned, and set marks about it."""
    raw = " ".join(_TAG.sub(" ", ref.raw).split())
    said = [one.found, *_QUOTED.findall(one.message), one.expected]
    places = (_place(raw, words) for words in said)
    at, length = next((place for place in places if place[0] >= 0), (-1, 0))
    if at < 0:
        return Cell(raw if len(raw) <= 2 * _AROUND else f"{raw[: 2 * _AROUND]}…")
    begin, end = max(at - _AROUND, 0), min(at + length + _AROUND, len(raw))
    before = f"{'…' if begin else ''}{raw[begin:at]}"
    after = f"{raw[at + length : end]}{'…' if end < len(raw) else ''}"
    return Cell(f"{before}{_OPEN}{raw[at : at + length]}{_CLOSE}{after}", tone=tone)


def _place(raw: str, found: str) -> tuple[int, int]:
    """Find the words of ``found`` in a raw text, or else its first figure that stands there."""
    whole = "".join(found.strip("“”…").split())
    if whole and not _FIGURE.fullmatch(whole):
        spaced = re.search(r"\s*".join(map(re.escape, whole[:_LONGEST_MARKED])), raw)
        if spaced:
            return spaced.start(), len(spaced[0])
    for figure in _FIGURE.findall(found):
        match = re.search(rf"(?<![\d.,]){re.escape(figure)}(?![\d.,]*\d)", raw)
        if match:
            return match.start(), len(figure)
    return -1, 0
