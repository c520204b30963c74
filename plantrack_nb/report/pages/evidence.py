"""The cells behind each finding, as they stand in the source, and the figures that hold."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from plantrack_nb.core.findings import SEVERITY_TH, Agreement, Finding
from plantrack_nb.core.provenance import SourceRef, page_of, parted
from plantrack_nb.render import parts as p
from plantrack_nb.render.formats import NOTHING
from plantrack_nb.report.pages.findings import NOTHING_TO_MEND, by_project, still_open
from plantrack_nb.report.pages.labels import TONES, cut, more

if TYPE_CHECKING:
    import pandas as pd

_MOST_REFS = 6
_MOST_AGREEMENTS = 200
_AROUND = 90
_MOST_BYTES = 7_000
"""Of the pictures of a report: a page on the web is to weigh little more than half a megabyte."""
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_OPEN, _CLOSE = "«", "»"


def evidence(
    findings: Sequence[Finding],
    projects: pd.DataFrame,
    pictures: Mapping[str, bytes] = MappingProxyType({}),
    *,
    info: bool = False,
) -> p.Part:
    """Show each project's findings with the raw cells they come from, the figure marked.

    Accepted findings are left out, and what is only worth knowing too, unless ``info``. Below the
    raw texts stand cut-outs of the pages, by their places, where there are ``pictures``.
    """
    shown = still_open(findings, info=info)
    if not shown:
        return NOTHING_TO_MEND
    bodies = (
        p.Details(
            f"{title} ({len(members)} ข้อ)", tuple(_callout(*one, pictures) for one in members)
        )
        for title, members in by_project(shown, projects)
    )
    return p.Details(f"หลักฐานจากเอกสารของข้อตรวจพบ {len(shown)} ข้อ", tuple(bodies))


def agreements(agreed: Sequence[Agreement]) -> p.Part:
    """Tell how many printed figures were recomputed and are right, and list them on demand."""
    if not agreed:
        return p.Paragraph("ไม่มีตัวเลขที่พิมพ์ไว้ให้คำนวณเทียบ")
    rows = (
        (one.where, p.Cell(one.what, ref=one.ref.ref), p.Cell(one.printed, tone=p.Tone.GOOD))
        for one in agreed[:_MOST_AGREEMENTS]
    )
    columns = {"ที่ปรากฏ": 2, "เรื่อง": 3, "ค่าที่พิมพ์และคำนวณได้": 1}
    note = cut(len(agreed), _MOST_AGREEMENTS)
    table = p.table("ตัวเลขที่ตรวจแล้วถูกต้อง", columns, rows, name_column=1, note=note)
    return p.Details(f"ตัวเลขที่พิมพ์ไว้และคำนวณใหม่แล้วถูกต้อง {len(agreed)} ตัว", (table,))


def _callout(one: Finding, under: str, pictures: Mapping[str, bytes]) -> p.Callout:
    said = [p.Paragraph(one.message)]
    if one.expected or one.found:
        said.append(p.Paragraph(f"พบ {one.found or NOTHING} ควรเป็น {one.expected or NOTHING}"))
    if one.hint:
        said.append(p.Paragraph(one.hint, lead="สิ่งที่ควรทำ"))
    cells = (_cells(one), *cut_outs(one.refs[:_MOST_REFS], pictures)) if one.refs else ()
    return p.Callout(f"{under}{SEVERITY_TH[one.severity]}", (*said, *cells), TONES[one.severity])


def cut_outs(refs: Sequence[SourceRef], pictures: Mapping[str, bytes]) -> Iterator[p.Image]:
    """Show the cut-outs of pages at some places, so that a person can judge the reading."""
    for ref in dict.fromkeys(one.ref for one in refs if one.ref in pictures):
        yield _picture(ref, pictures[ref], f"ภาพตัดจากหน้า {page_of(ref)} ของเอกสาร ({ref})")


def page_pictures(
    findings: Sequence[Finding], pictures: Mapping[str, bytes], most: int = _MOST_BYTES
) -> p.Part | None:
    """Show the cut-outs of pages behind the findings, what is proved first, within a weight.

    Nothing where there is no picture. How many find no room is told.
    """
    named: dict[str, Finding] = {}
    for one in sorted(still_open(findings, info=False), key=lambda one: one.severity.rank):
        for ref in one.refs[:1]:
            if ref.ref in pictures:
                named.setdefault(ref.ref, one)
    shown, weight = [], 0
    for place, one in named.items():
        if weight + len(pictures[place]) <= most:
            weight += len(pictures[place])
            caption = f"{_short(one.message)} (หน้า {page_of(place)})"
            shown.append(_picture(place, pictures[place], caption))
    if not shown:
        return None
    rest = len(named) - len(shown)
    left = [p.Paragraph(f"และอีก {rest} แห่ง ดูในเอกสารต้นฉบับ")] if rest else []
    return p.Details(f"ภาพตัดจากเอกสารต้นฉบับของข้อตรวจพบ {len(shown)} แห่ง", (*shown, *left))


def _picture(ref: str, picture: bytes, caption: str) -> p.Image:
    said = f"ภาพของช่อง {ref} ในเอกสารต้นฉบับ ข้อความที่อ่านได้อยู่ในตารางข้อความเดิม"
    return p.Image(caption, said, p.ImageKind.PNG, b64encode(picture).decode("ascii"))


def _short(text: str) -> str:
    return text if len(text) <= _AROUND else f"{text[:_AROUND].rstrip()}…"


def _cells(one: Finding) -> p.Table:
    tone = TONES[one.severity]
    rows = ((ref.ref, _marked(ref, tone)) for ref in one.refs[:_MOST_REFS])
    note = more(len(one.refs), _MOST_REFS, "แห่ง")
    columns = {"ตำแหน่ง": 1, "ข้อความเดิม": 5}
    return p.table(f"ข้อความในเอกสาร ({one.id})", columns, rows, note=note)


def _marked(ref: SourceRef, tone: p.Tone) -> p.Cell:
    """Cut the raw text around the words that are meant, and set marks about them."""
    raw, words = (" ".join(_TAG.sub(" ", text).split()) for text in (ref.raw, ref.mark))
    before, words, after = parted(raw, words)
    if not words:
        return p.Cell(raw if len(raw) <= 2 * _AROUND else f"{raw[: 2 * _AROUND]}…")
    start = f"…{before[-_AROUND:]}" if len(before) > _AROUND else before
    end = f"{after[:_AROUND]}…" if len(after) > _AROUND else after
    return p.Cell(f"{start}{_OPEN}{words}{_CLOSE}{end}", tone=tone)
