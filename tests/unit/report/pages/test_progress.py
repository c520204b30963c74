"""The table of progress: what stands beside what."""

from __future__ import annotations

from typing import Any

from helpers.reporting import a_round, facts_of, ordinary

from plantrack_nb.core.schema import Round
from plantrack_nb.render.parts import Row, RowRole, Table
from plantrack_nb.report import pages as views

NO, NAME, TARGETS, INDICATORS, BUDGET, SPENT, MARK, DONE, OWNER = range(9)


def rows_of(loaded: Round) -> list[Row]:
    """Return the rows of a round's table of progress."""
    made = views.progress_table(loaded.tables, facts_of(loaded), "รายงาน", "รอบ").body[-1]
    assert isinstance(made, Table)
    return [*made.rows]


def column(loaded: Round, at: int) -> list[Any]:
    """Return what stands in a column, group rows left out."""
    return [row.cells[at].value for row in rows_of(loaded) if row.role is not RowRole.GROUP]


def one_project(**rows: list[dict[str, object]]) -> Round:
    """Build a round of one project."""
    return a_round(**{"projects": [{}], **rows})  # type: ignore[arg-type]


def test_strategies_head_their_projects() -> None:
    """A strategy is a group row, its projects follow, and each project names itself once."""
    heads = [row.cells[0].value for row in rows_of(ordinary()) if row.role is RowRole.GROUP]
    assert heads == ["กลยุทธ์ที่ 1 หนึ่ง", "กลยุทธ์ที่ 2 สอง"]
    assert column(ordinary(), NO) == ["1.1", "", "1.2", "2.1", "2.2"]


def test_an_amount_stands_beside_the_activity_it_is_for() -> None:
    """The line's label finds its activity; a percent follows what was disbursed."""
    cells = [row.cells for row in rows_of(ordinary()) if row.role is not RowRole.GROUP]
    shown = [(row[BUDGET].value, row[SPENT].percent, row[DONE].value) for row in cells[:2]]
    assert shown == [(1000.0, 80.0, "1. ประชุม"), (200.0, 125.0, "2. อบรม")]


def test_an_amount_without_its_activity_is_not_lost() -> None:
    """More amounts than activities go on below, with what they are for."""
    loaded = one_project(
        lines=[
            {"line_no": 1, "label": "ก", "budget": 5},
            {"line_no": 2, "label": "ข", "budget": 7},
        ],
        activities=[{"text": "ค"}],
    )
    cells = [row.cells[BUDGET] for row in rows_of(loaded) if row.role is not RowRole.GROUP]
    assert [(one.value, one.label) for one in cells] == [(5.0, "ก"), (7.0, "ข")]


def test_awaiting_and_no_budget_are_said_in_words() -> None:
    """A project without an amount says why."""
    assert column(ordinary(), BUDGET)[3:] == ["รอจัดสรร", "ไม่ใช้งบ"]


def test_activities_without_a_mark_stand_under_the_one_above() -> None:
    """Steps of an activity share its mark and its row."""
    loaded = one_project(
        activities=[
            {"activity_no": "1", "text": "ก", "status": "in_progress", "progress_pct": 50},
            {"activity_no": "1-1", "parent_no": "1", "text": "ข", "status": ""},
            {"activity_no": "2", "text": "ค", "status": ""},
        ]
    )
    assert column(loaded, DONE) == ["1. ก\n1-1 ข", "2. ค"]
    assert column(loaded, MARK) == ["ระหว่างดำเนินการ", ""]
    assert rows_of(loaded)[1].cells[MARK].percent == 50


def test_owners_are_named_where_they_change() -> None:
    """An owner is not repeated in every row; persons, if any, follow in brackets."""
    loaded = one_project(
        activities=[
            {"activity_no": "1", "text": "ก", "owner_groups": "กลุ่มก", "persons": "นายก ข"},
            {"activity_no": "2", "text": "ข", "owner_groups": "กลุ่มก", "persons": "นายก ข"},
            {"activity_no": "3", "text": "ค", "owner_groups": "กลุ่มข"},
        ]
    )
    assert column(loaded, OWNER) == ["กลุ่มก\n(นายก ข)", "", "กลุ่มข"]


def test_numbered_items_begin_lines_of_their_own() -> None:
    """Items run together in one cell are set one below the other; other texts stay."""
    loaded = one_project(activities=[{}])
    loaded.projects["targets"] = "1.ครู 20 คน 2.โรงเรียน 121 แห่ง"
    loaded.projects["indicators"] = "ร้อยละ 80.50 ของครู"
    assert column(loaded, TARGETS) == ["1.ครู 20 คน\n2.โรงเรียน 121 แห่ง"]
    assert column(loaded, INDICATORS) == ["ร้อยละ 80.50 ของครู"]


def test_a_long_cell_is_parted_and_nothing_of_it_is_lost() -> None:
    """Long lists are spread beside the activities in their order."""
    items = [f"{at}.{'ก' * 100}" for at in range(1, 9)]
    loaded = one_project(activities=[{"activity_no": str(at), "text": "ข"} for at in range(4)])
    loaded.projects["indicators"] = "\n".join(items)
    shown = column(loaded, INDICATORS)
    assert "\n".join(filter(None, shown)) == "\n".join(items)
    assert sum(1 for one in shown if one) > 1


def test_a_projects_obstacle_ends_its_rows() -> None:
    """What hindered a project is told with the project."""
    loaded = one_project(
        activities=[{"activity_no": "1", "text": "ก"}],
        narrative=[{"kind": "obstacle", "project_no": "1.1", "text": "น้ำท่วม"}],
    )
    assert column(loaded, DONE) == ["1. ก", "ปัญหาอุปสรรค: น้ำท่วม"]
