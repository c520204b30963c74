"""Projects as rows of a plan."""

from __future__ import annotations

from typing import Any

import pytest
from helpers.checking import run_rule, subjects
from helpers.rounds import stacked, tables
from hypothesis import given, settings
from hypothesis import strategies as st

from plantrack_nb.containers.grid import Cell, Grid, Row
from plantrack_nb.core.findings import Severity
from plantrack_nb.core.schema import RoundKey
from plantrack_nb.load.table.interpret import interpret

OTHER = RoundKey("0102", 2565, 2)


def _projects(*numbers: str, **more: Any) -> dict[str, Any]:
    return tables(
        projects=[{"project_no": one, "name": f"โครงการ {one}", **more} for one in numbers]
    )


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


def test_names_that_repeat() -> None:
    """Equal names in a round are told once, spaces apart; empty ones and other rounds' are not."""
    rows = [
        {"project_no": one, "name": name}
        for one, name in [("1.1", "โครงการ ก"), ("1.2", "โครงการก"), ("2.1", ""), ("2.2", "")]
    ]
    (one,) = run_rule("project-name-repeated", tables(projects=rows))
    assert one.subject == "name=โครงการก"
    assert "1.1 และ 1.2" in one.message
    assert one.project_no == "1.2"
    assert len(one.refs) == 2
    both = stacked(tables(projects=rows[:1]), tables(projects=rows[:1], key=OTHER))
    assert not subjects("project-name-repeated", both)
    assert not subjects("project-name-repeated", tables(projects=rows[:1] * 2))


def test_number_twice_is_an_error() -> None:
    """Two rows with one number are told once, however many."""
    (one,) = run_rule("project-number", _projects("1.1", "1.1", "1.1"))
    assert (one.severity, one.subject) == (Severity.ERROR, "project_no=1.1; fault=repeated")
    both = stacked(_projects("1.1"), tables(projects=[{}], key=OTHER))
    assert not subjects("project-number", both)


def test_number_of_another_strategy() -> None:
    """The part before the dot is the strategy's number."""
    (one,) = run_rule("project-number", _projects("1.1", strategy_no="2"))
    assert (one.expected, one.found) == ("2.…", "1.1")
    assert one.severity is Severity.WARNING
    assert not subjects("project-number", _projects("ก", strategy_no="2"))


@pytest.mark.parametrize(
    ("numbers", "missing"),
    [
        (["1.1", "1.3"], "1.2"),
        (["2.2", "2.3"], "2.1"),
        (["1.9", *(f"1.{nth}" for nth in range(1, 8)), "1.10"], "1.8"),
        (["1.1", "1.2", "2.1"], ""),
        (["1.10", *(f"1.{nth}" for nth in range(1, 10))], ""),
    ],
)
def test_numbers_that_are_skipped(numbers: list[str], missing: str) -> None:
    """Gaps inside a strategy are told; 1.10 follows 1.9."""
    assert [one.expected for one in run_rule("project-number", _projects(*numbers))] == (
        [missing] if missing else []
    )


def test_strategy_without_projects() -> None:
    """A heading that no project of the same round follows is told."""
    made = tables(strategies=[{"strategy_no": "1"}, {"strategy_no": "2"}], projects=[{}])
    assert subjects("strategy-empty", made) == ["strategy_no=2"]
    full = tables(strategies=[{"strategy_no": "1"}], projects=[{}])
    assert not subjects("strategy-empty", full)
    both = stacked(
        tables(strategies=[{"strategy_no": "1"}], projects=[{}]),
        tables(strategies=[{"strategy_no": "1"}], key=OTHER),
    )
    assert [one.district for one in run_rule("strategy-empty", both)] == ["0102"]


def test_name_that_begins_otherwise() -> None:
    """One name in ten without the usual first word is told; fewer projects show no habit."""
    ten = [{"project_no": f"1.{nth}", "name": f"โครงการ {nth}"} for nth in range(1, 10)]
    odd = {"project_no": "1.10", "name": "นวัตกรรม"}
    assert subjects("project-name-start", tables(projects=[*ten, odd])) == ["project_no=1.10"]
    assert not subjects("project-name-start", tables(projects=[*ten[:8], odd]))
    assert not subjects("project-name-start", tables(projects=[*ten[:8], odd, odd]))
    assert not subjects("project-name-start", tables(projects=ten))
    assert not subjects("project-name-start", tables(projects=[*ten, {**odd, "name": " "}]))
    assert subjects(
        "project-name-start", tables(projects=[*ten[:2], odd]),
        at_least_projects=3, others_percent=60,
    )  # fmt: skip


@settings(max_examples=25, deadline=None)
@given(st.integers(2, 14), st.data())
def test_any_project_that_is_left_out_is_named(count: int, data: st.DataObject) -> None:
    """Projects of one strategy in any order are silent; whichever but the last lacks is told."""
    numbers = data.draw(st.permutations([f"1.{nth}" for nth in range(1, count + 1)]))
    assert not subjects("project-number", _projects(*numbers))
    gap = data.draw(st.integers(1, count - 1))
    (one,) = run_rule("project-number", _projects(*(no for no in numbers if no != f"1.{gap}")))
    assert one.expected == f"1.{gap}"
