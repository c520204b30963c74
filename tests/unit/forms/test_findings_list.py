"""Findings as a workbook to sort and filter."""

from __future__ import annotations

from io import BytesIO

import openpyxl
import pandas as pd

from plantrack_nb.core.findings import Finding, Severity
from plantrack_nb.core.provenance import SourceRef
from plantrack_nb.forms.findings_list import findings_workbook

PROJECTS = pd.DataFrame(
    {"project_no": ["6.10"], "name": ["=1+1"], "owner_groups": ["กลุ่มนโยบาย; กลุ่มการเงิน"]}
)


def test_each_finding_is_a_row_with_its_project_and_groups() -> None:
    """A filter over all columns; numbers of projects stay text, and no text is a formula."""
    found = Finding(
        "amount-percent", "6.10", Severity.ERROR, "ผิด", project_no="6.10", expected="1", found="2",
        refs=(SourceRef("a.xlsx", "s!B2", "x"), SourceRef("a.xlsx", "s!B2", "x")),
    )  # fmt: skip
    whole = Finding("claim-x", "", Severity.INFO, "ดู", waived="ยอมรับ")
    made = findings_workbook([found, whole], PROJECTS, {"amount-percent": "ร้อยละ"})
    sheet = openpyxl.load_workbook(BytesIO(made))["ข้อตรวจพบ"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[1][:4] == ["ต้องแก้ไข", "6.10", "=1+1", "กลุ่มนโยบาย; กลุ่มการเงิน"]
    assert sheet["C2"].data_type == "s"
    assert rows[1][8] == "s!B2"
    assert rows[1][11] == "ร้อยละ"
    assert rows[2][1] == "ทั้งเอกสาร"
    assert rows[2][9] == "ยอมรับ"
    assert sheet.auto_filter.ref == "A1:M3"
    assert made == findings_workbook([found, whole], PROJECTS, {"amount-percent": "ร้อยละ"})


def test_no_finding_is_an_empty_list() -> None:
    """The heads stand there all the same."""
    made = findings_workbook([], PROJECTS, {})
    assert openpyxl.load_workbook(BytesIO(made)).active.max_row == 1  # type: ignore[union-attr]
