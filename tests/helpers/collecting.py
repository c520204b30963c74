"""Forms that collect progress, filled in as groups do."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import openpyxl
from helpers.rounds import tables

from plantrack_nb.core.schema import Round, RoundKey
from plantrack_nb.forms.form import GUIDE_SHEET

KEY = RoundKey("7301", 2565, 3)
PLAN, HEAD = "กลุ่มนโยบายและแผน", "กลุ่มอำนวยการ"
MONEY, DOINGS, STATES = "รายงานการเบิกจ่าย", "รายงานกิจกรรม", "รายงานงบประมาณ"
PAID, STATUS = "ใหม่: เบิกจ่าย (บาท)", "ใหม่: สถานะ"
REMARK = "หมายเหตุ"


def shared_round() -> Round:
    """Make three projects: one of the plan group, a joint one, and one that awaits its money."""
    made = tables(
        strategies=[{"strategy_no": "1"}],
        projects=[
            {"project_no": "1.1", "owner_groups": PLAN},
            {"project_no": "1.2", "owner_groups": f"{PLAN}; {HEAD}"},
            {"project_no": "1.3", "owner_groups": "โรงเรียนวัดตัวอย่าง", "budget_state": "awaiting"},
        ],
        lines=[
            {"project_no": "1.1", "line_no": 1, "budget": 900.0, "disbursed": 100.0},
            {"project_no": "1.2", "line_no": 1, "budget": 800.0, "disbursed": 200.0},
            {"project_no": "1.3", "line_no": 1},
        ],
        activities=[
            {"project_no": "1.1", "activity_no": "1", "text": "อบรม", "status": "in_progress"},
            {"project_no": "1.2", "activity_no": "1", "text": "ประชุม", "status": "not_started"},
            {"project_no": "1.2", "activity_no": "2", "text": "นิเทศ", "owner_groups": HEAD},
        ],
        key=KEY,
    )
    return Round(KEY, **made)


def filled(
    path: Path, answers: Mapping[tuple[str, str, str], str | float], who: str = "", name: str = ""
) -> Path:
    """Fill in a form: values by sheet, row name and heading."""
    book = openpyxl.load_workbook(path)
    if who:
        guide = book[GUIDE_SHEET]
        row = next(cells for cells in guide.iter_rows() if cells[0].value == "ผู้รายงาน")
        row[1].value = who
    for (sheet, row_name, heading), value in answers.items():
        heads = [cell.value for cell in book[sheet][1]]
        cells = next(one for one in book[sheet].iter_rows(min_row=2) if one[0].value == row_name)
        cells[heads.index(heading)].value = value
    target = path.with_name(name or f"filled-{path.name}")
    book.save(target)
    return target
