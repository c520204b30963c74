"""Findings for people: how many and of what kind, then one by one under their project."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from plantrack_nb.findings import Finding, Severity
from plantrack_nb.render.parts import (
    Cell,
    Column,
    Fact,
    Facts,
    Paragraph,
    Part,
    Row,
    RowRole,
    Table,
    Tone,
)

if TYPE_CHECKING:
    import pandas as pd

SEVERITY_TH: Mapping[Severity, str] = {
    Severity.ERROR: "ผิดแน่นอน",
    Severity.WARNING: "ควรตรวจสอบ",
    Severity.INFO: "เพื่อทราบ",
}
_TONES = {Severity.ERROR: Tone.BAD, Severity.WARNING: Tone.WATCH, Severity.INFO: Tone.INFO}
_MOST_REFS = 4
_WHOLE = "ทั้งฉบับ"


def finding_facts(findings: Sequence[Finding]) -> Facts:
    """Count findings by severity; accepted ones stand apart."""
    open_ones = [one for one in findings if not one.waived]
    counts = [
        Fact(
            SEVERITY_TH[severity],
            sum(1 for one in open_ones if one.severity is severity),
            tone=_TONES[severity],
        )
        for severity in Severity
    ]
    waived = len(findings) - len(open_ones)
    return Facts("ข้อตรวจพบ", (*counts, Fact("รับทราบและยกเว้นแล้ว", waived)))


def findings_table(
    findings: Sequence[Finding], projects: pd.DataFrame, *, info: bool = True
) -> Part:
    """List findings under their project: what is wrong, what it should be, where it stands."""
    shown = [
        one for one in findings if not one.waived and (info or one.severity is not Severity.INFO)
    ]
    if not shown:
        return Paragraph("ไม่มีข้อตรวจพบที่ต้องแก้ไข")
    names = dict(zip(projects["project_no"], projects["name"], strict=True))
    rows: list[Row] = []
    last = None
    for one in shown:
        if one.project_no != last:
            last = one.project_no
            title = f"{last} {names.get(last, '')}".strip() if last else _WHOLE
            rows.append(Row((Cell(title),), RowRole.GROUP))
        rows.append(Row(tuple(_cells(one))))
    return Table(
        f"ข้อตรวจพบ {len(shown)} ข้อ",
        (
            Column("ระดับ", width=0.9),
            Column("ข้อตรวจพบ", width=4),
            Column("พบ", width=1.1),
            Column("ควรเป็น", width=1.1),
            Column("ข้อแนะนำ", width=2.2),
        ),
        tuple(rows),
        name_column=1,
    )


def _cells(one: Finding) -> list[Cell]:
    where = ", ".join(ref.ref for ref in one.refs[:_MOST_REFS])
    more = len(one.refs) - _MOST_REFS
    place = f"{where} และอีก {more} แห่ง" if more > 0 else where
    return [
        Cell(SEVERITY_TH[one.severity], tone=_TONES[one.severity]),
        Cell(one.message, ref=place),
        Cell(one.found),
        Cell(one.expected),
        Cell(one.hint),
    ]
