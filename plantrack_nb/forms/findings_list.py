"""Findings as a workbook to sort and filter: one row each, by project, group, weight and rule."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from plantrack_nb.core.findings import SEVERITY_TH, Finding
from plantrack_nb.workbooks.book import Cell, Lane, Sheet, cut, in_rows, workbook
from plantrack_nb.workbooks.styles import HEAD_STANDING, TEXT

if TYPE_CHECKING:
    import pandas as pd

_LANES = {
    "ระดับ": 12,
    "โครงการที่": 10,
    "ชื่อโครงการ": 32,
    "กลุ่มที่รับผิดชอบ": 24,
    "ข้อตรวจพบ": 60,
    "พบ": 18,
    "ควรเป็น": 18,
    "ข้อแนะนำ": 44,
    "ตำแหน่งในเอกสาร": 22,
    "รับทราบแล้วเพราะ": 22,
    "เกิดจากข้อ": 14,
    "กฎ": 24,
    "รหัสข้อ": 14,
}
_WHOLE = "ทั้งเอกสาร"


def findings_workbook(
    findings: Sequence[Finding], projects: pd.DataFrame, titles: Mapping[str, str]
) -> bytes:
    """Write findings into an .xlsx; the same findings give the same bytes.

    Parameters
    ----------
    findings : sequence of Finding
        In the order they are to stand.
    projects : DataFrame
        The round's projects, for names and groups.
    titles : mapping
        What each rule asks, by its code.
    """
    names, groups = (_by_number(projects, column) for column in ("name", "owner_groups"))
    rows = [[*_texts(one, names, groups, titles)] for one in findings]
    lanes = [Lane(width, title, HEAD_STANDING) for title, width in _LANES.items()]
    cells = ([Cell(cut(text), TEXT) for text in row] for row in rows)
    sheet = Sheet(
        "ข้อตรวจพบ",
        lanes,
        in_rows(cells, 1),
        frozen=(1, 2),
        filtered=max(len(rows), 1),
        printed=True,
    )
    return workbook([sheet], title="ข้อตรวจพบ")


def _by_number(projects: pd.DataFrame, column: str) -> dict[str, str]:
    return dict(zip(projects["project_no"], projects[column].fillna(""), strict=True))


def _texts(
    one: Finding, names: Mapping[str, str], groups: Mapping[str, str], titles: Mapping[str, str]
) -> Iterable[str]:
    return (
        SEVERITY_TH[one.severity],
        one.project_no or _WHOLE,
        names.get(one.project_no, ""),
        groups.get(one.project_no, ""),
        one.message,
        one.found,
        one.expected,
        one.hint,
        " ".join(dict.fromkeys(ref.ref for ref in one.refs)),
        one.waived,
        one.because_of,
        titles.get(one.rule, one.rule),
        one.id,
    )
