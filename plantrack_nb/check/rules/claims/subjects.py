"""Printed figures that say of no cell of the summary tables what they are about."""

from __future__ import annotations

from plantrack_nb.check.rules import Facts, Hit, Hits, Settings, Severity, cell, rule
from plantrack_nb.core.vocabulary import CLAIM_TH, COLUMN_TH, ClaimKind
from plantrack_nb.measures.summary import TABLES


@rule(
    "claim-subject",
    Severity.WARNING,
    title="ตัวเลขในตารางสรุปไม่ได้บอกว่าอยู่แถวใดหรือช่องใด",
    title_en="A figure of a summary table names no row or no column",
    why="ตัวเลขที่ไม่รู้ว่านับอะไรตรวจไม่ได้ และไม่ปรากฏในการเทียบตัวเลขของรายงาน",
    example="เรื่องของตัวเลขเขียนว่า “group=กลุ่มอำนวยการ” โดยไม่มี “column=”",
    todo="เขียนเรื่องให้ครบ เช่น “group=กลุ่มอำนวยการ; column=done”",
)
def unplaced_figures(facts: Facts, _: Settings) -> Hits:
    """Find figures of the two tables whose subject has no group, or a column there is not."""
    for row in facts.printed:
        if row.kind not in TABLES or (row.group.strip() and row.column in COLUMN_TH):
            continue
        lacking = f"ไม่มีช่อง “{row.column}”" if row.column else "ไม่ได้บอกช่อง (column=)"
        lacking = lacking if row.group.strip() else "ไม่ได้บอกแถว (group=)"
        yield Hit(
            cell(row, "subject"),
            f"{row.kind}/{row.row_name}",
            f"{CLAIM_TH[ClaimKind(row.kind)]} มีตัวเลขที่เขียนเรื่องว่า “{row.subject}” ซึ่ง{lacking}"
            " จึงตรวจไม่ได้",
            expected="group=…; column=" + "|".join(COLUMN_TH),
            found=row.subject,
            hint="เขียนเรื่องของตัวเลขนี้ให้ครบ หรือลบแถวนี้ถ้าไม่ใช่ตัวเลขของตารางสรุป",
        )
