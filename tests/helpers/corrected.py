"""A small round with one wrong percent, and corrections of it."""

from __future__ import annotations

from dataclasses import replace

from helpers.rounds import KEY, tables

from plantrack_nb.core.corrections import Correction
from plantrack_nb.core.findings import Cell, Finding, Severity
from plantrack_nb.core.provenance import SourceRef
from plantrack_nb.core.schema import Round

LINE = {"budget": 200.0, "disbursed": 50.0, "reported_pct": 52.0, "label": "=1+1"}
FINDING = Finding(
    "amount-percent",
    "1.1/line 1",
    Severity.ERROR,
    "ร้อยละไม่ตรง",
    project_no="1.1",
    expected="25.00",
    found="52.00",
    cells=(Cell("budget_lines", "1.1/1", "reported_pct"),),
    refs=(SourceRef("round.xlsx", "budget_lines!A1", "=1+1"),),
    district=KEY.district,
)
MENDED = Correction(
    version=1,
    table="budget_lines",
    row="1.1/1",
    column="reported_pct",
    before=52.0,
    after=25.0,
    reason="พิมพ์ผิด",
    who="นายสมมติ ตัวอย่าง",
    group="กลุ่มอำนวยการ",
    when="2022-04-22",
    origin="filled.xlsx, รายการงบประมาณ!K2",
)


def small_round() -> Round:
    """One project of two groups, one line, two activities of one number."""
    project = {"project_no": "1.1", "owner_groups": "กลุ่มนโยบายฯ; ทุกกลุ่ม"}
    activities = [{"text": "ประชุม"}, {"text": "สรุป", "owner_groups": "กลุ่ม DLICT"}]
    made = tables(projects=[project], lines=[LINE], activities=activities)
    return Round(KEY, **made)


def corrected(**changes: object) -> Correction:
    """Return :data:`MENDED` with some of it changed."""
    return replace(MENDED, **changes)  # type: ignore[arg-type]
