"""What every project must have."""

from __future__ import annotations

import pytest
from helpers.checking import run_rule, subjects
from helpers.rounds import tables

from plantrack_nb.containers.grid import Cell, Grid, Row
from plantrack_nb.core.schema import RoundKey
from plantrack_nb.load.table.interpret import interpret

OTHER = RoundKey("0102", 2565, 2)


@pytest.mark.parametrize(
    ("column", "title"),
    [("name", "ชื่อโครงการ"), ("targets", "เป้าหมาย"), ("indicators", "ตัวชี้วัดความสำเร็จ")],
)
def test_empty_cells(column: str, title: str) -> None:
    """What every project must have is asked for; blanks are nothing."""
    (one,) = run_rule("project-missing", tables(projects=[{column: " "}]))
    assert one.message == f"โครงการ 1.1 ไม่มี{title}"
    assert one.subject == f"project_no=1.1; column={column}"


def test_owner_may_stand_at_an_activity() -> None:
    """A group at any activity is an owner; persons may be hidden."""
    nobody = {"owner_groups": "", "persons": ""}
    assert subjects("project-missing", tables(projects=[nobody]))
    made = tables(projects=[nobody], activities=[{"owner_groups": "กลุ่มอำนวยการ"}])
    assert not subjects("project-missing", made)
    assert not subjects("project-missing", tables(projects=[{"persons": ""}]))


def test_project_without_activities() -> None:
    """A mark without a text is no activity."""
    assert subjects("project-without-activity", tables(projects=[{}])) == ["project_no=1.1"]
    assert subjects("project-without-activity", tables(projects=[{}], activities=[{"text": " "}]))
    assert not subjects("project-without-activity", tables(projects=[{}], activities=[{}]))


@pytest.mark.parametrize(
    ("project", "line", "told"),
    [
        ({"budget_state": "none"}, None, True),
        ({"budget_state": "none", "raw": "1.1 | โครงการ | ไม่ใช้งบ"}, None, False),
        ({"budget_state": "none", "raw": "1.1 | ไม่ขอใช้ งบประมาณ"}, None, False),
        ({"budget_state": "none"}, {"raw": "ไม่ใช้งบ"}, False),
        ({"budget_state": "none"}, {"raw": "-"}, True),
        ({"budget_state": "awaiting"}, None, False),
        ({"budget_state": "budgeted"}, None, False),
    ],
)
def test_budget_not_spoken_of(
    project: dict[str, str], line: dict[str, str] | None, *, told: bool
) -> None:
    """A project is without a budget only when its row says so."""
    made = tables(projects=[project], lines=[line] if line else [])
    assert bool(subjects("budget-unsaid", made)) is told


@pytest.mark.parametrize(("cell", "told"), [("ไม่ใช้งบ", False), ("", True), ("รอจัดสรร", False)])
def test_budget_cell_of_a_document(cell: str, *, told: bool) -> None:
    """What a nine-column table says in the budget cell reaches the rule."""
    head = ["ที่", "โครงการ/กิจกรรม", "เป้าหมาย", "ตัวชี้วัดความสำเร็จ", "งบประมาณ", "เบิกจ่ายจริง (ร้อยละ)",
            "ความก้าวหน้า (ร้อยละ)", "การดำเนินการ", "ผู้รับผิดชอบ"]  # fmt: skip
    body = [
        "1.1",
        "โครงการตัวอย่าง",
        "1.ครู",
        "1.ร้อยละ 80",
        cell,
        "-",
        "สำเร็จแล้ว",
        "1.อบรม",
        "กลุ่มอำนวยการ",
    ]
    rows = [
        Row(f"L{at}", tuple(Cell(text, f"L{at}.{nth}", text) for nth, text in enumerate(texts, 1)))
        for at, texts in enumerate((head, body), 1)
    ]
    read = interpret(Grid("report.txt", tuple(rows)), OTHER).round.tables
    assert bool(subjects("budget-unsaid", read)) is told
