"""Marks against the money."""

from __future__ import annotations

from typing import Any

import pytest
from helpers.checking import run_rule, subjects
from helpers.rounds import tables

from plantrack_nb.core.findings import Severity


def _project(status: str, state: str = "budgeted", **line: Any) -> dict[str, Any]:
    """One project with one line and one activity."""
    return tables(projects=[{"budget_state": state}], lines=[line], activities=[{"status": status}])


def _two_lines(status: str, percent: float | None = None, **line: Any) -> dict[str, Any]:
    """Make a project of two lines, each for an activity of its own; the second is as given."""
    return tables(
        projects=[{}],
        lines=[
            {"line_no": 1, "label": "อบรมครู", "budget": 100, "disbursed": 50},
            {"line_no": 2, "label": "จัดซื้อสื่อ", **line},
        ],
        activities=[
            {"activity_no": "1", "text": "อบรม ครู", "status": "in_progress"},
            {"activity_no": "2", "text": "จัดซื้อสื่อ", "status": status, "progress_pct": percent},
        ],
    )


@pytest.mark.parametrize("disbursed", [0, None])
def test_done_and_nothing_spent(disbursed: float | None) -> None:
    """A project that is done, with money and nothing spent, is asked about."""
    (one,) = run_rule("status-done-unspent", _project("done", budget=10, disbursed=disbursed))
    assert (one.subject, one.project_no) == ("project_no=1.1", "1.1")
    assert one.severity is Severity.WARNING
    assert [ref.ref for ref in one.refs] == ["budget_lines!A1", "activities!A1"]


@pytest.mark.parametrize(
    ("status", "line"),
    [
        ("done", {"budget": 10, "disbursed": 0.01}),
        ("done", {"budget": 0, "disbursed": 0}),
        ("done", {"budget": None, "disbursed": None}),
        ("in_progress", {"budget": 10, "disbursed": 0}),
    ],
)
def test_done_that_is_in_order(status: str, line: dict[str, Any]) -> None:
    """Something spent, no money, or work still going on is in order."""
    assert not subjects("status-done-unspent", _project(status, **line))


def test_line_of_a_done_activity_unspent() -> None:
    """Of several lines, the one whose own activity is done and that has spent nothing is told."""
    given = _two_lines("done", budget=10000, disbursed=None)
    (one,) = run_rule("status-done-unspent", given)
    assert one.subject == "project_no=1.1; line_no=2"
    assert "กิจกรรม 2" in one.message
    assert "10,000" in one.message
    assert not subjects("status-done-unspent", _two_lines("done", budget=10000, disbursed=1))
    assert not subjects("status-done-unspent", _two_lines("in_progress", budget=1, disbursed=0))
    assert not subjects("status-done-unspent", _two_lines("done", budget=0, disbursed=0))


def test_the_only_line_is_for_the_whole_project() -> None:
    """One line printed beside a done activity says nothing about that activity."""
    given = tables(
        projects=[{}],
        lines=[{"label": "ประชุม", "budget": 10, "disbursed": 0}],
        activities=[
            {"activity_no": "1", "text": "ประชุม", "status": "done"},
            {"activity_no": "2", "text": "อบรม", "status": "not_started"},
        ],
    )
    assert not subjects("status-done-unspent", given)
    (one,) = run_rule("status-started-unspent", given)
    assert one.severity is Severity.INFO
    assert "(1)" in one.message


@pytest.mark.parametrize(
    ("marks", "severity"),
    [
        ("done done in_progress not_started not_started", Severity.WARNING),
        ("done in_progress not_started", Severity.INFO),
        ("done done in_progress", Severity.INFO),
        ("done in_progress in_progress in_progress", Severity.INFO),
    ],
)
def test_much_done_and_nothing_spent_is_a_warning(marks: str, severity: Severity) -> None:
    """Two of five marks done: then some of it should have cost something."""
    given = tables(
        projects=[{}],
        lines=[{"budget": 10, "disbursed": 0}],
        activities=[
            {"activity_no": str(at), "text": f"งาน {at}", "status": mark}
            for at, mark in enumerate(marks.split(), 1)
        ],
    )
    assert [one.severity for one in run_rule("status-started-unspent", given)] == [severity]


def test_label_that_several_activities_bear() -> None:
    """A line is paired only when one activity bears its label."""
    given = _two_lines("done", budget=10, disbursed=0)
    twice = tables(
        projects=[{}],
        lines=[{"line_no": at, "label": "สื่อ", "budget": 1, "disbursed": 0} for at in (1, 2)],
        activities=[{"activity_no": str(at), "text": "สื่อ"} for at in (1, 2)]
        + [{"activity_no": "3", "text": "อื่น", "status": "in_progress"}],
    )
    assert subjects("status-done-unspent", given)
    assert not subjects("status-done-unspent", twice)


def test_done_activities_of_an_unspent_project() -> None:
    """Parts of a done activity are not named again; nothing done is nothing to tell."""
    given = tables(
        projects=[{}],
        lines=[{"budget": 10, "disbursed": 0}],
        activities=[
            {"activity_no": "1", "status": "done"},
            {"activity_no": "1-1", "parent_no": "1", "status": "done"},
            {"activity_no": "2", "status": "in_progress"},
            {"activity_no": "2-1", "parent_no": "2", "status": "done"},
        ],
    )
    (one,) = run_rule("status-started-unspent", given)
    assert "(1 และ 2-1)" in one.message
    assert len(one.refs) == 3
    assert not subjects("status-started-unspent", _project("in_progress", budget=1, disbursed=0))
    assert not subjects("status-started-unspent", _project("done", budget=1, disbursed=0))


def test_spent_though_not_started() -> None:
    """A project all of whose marks say not started may not have spent."""
    (one,) = run_rule("status-spent-not-started", _project("not_started", budget=9, disbursed=5))
    assert (one.subject, one.found) == ("project_no=1.1", "เบิกจ่าย 5")
    assert len(one.refs) == 2
    assert not subjects("status-spent-not-started", _project("not_started", budget=9, disbursed=0))
    assert not subjects("status-spent-not-started", _project("in_progress", budget=9, disbursed=5))


def test_line_spent_though_its_activity_is_not_started() -> None:
    """Of several lines, the one whose own activity is not started is told, once."""
    (one,) = run_rule("status-spent-not-started", _two_lines("not_started", budget=9, disbursed=5))
    assert one.subject == "project_no=1.1; line_no=2"
    assert not subjects(
        "status-spent-not-started", _two_lines("not_started", budget=9, disbursed=0)
    )
    assert not subjects("status-spent-not-started", _two_lines("done", budget=9, disbursed=5))


def test_done_while_money_is_awaited() -> None:
    """A whole project done without its money is a warning, a part of it an information."""
    (whole,) = run_rule("status-awaiting", _project("done", "awaiting", budget=None))
    assert (whole.severity, whole.subject) == (Severity.WARNING, "project_no=1.1")
    assert [ref.ref for ref in whole.refs] == ["projects!A1", "activities!A1", "budget_lines!A1"]
    some = tables(
        projects=[{"budget_state": "awaiting"}],
        activities=[{"activity_no": "1"}, {"activity_no": "2", "status": "in_progress"}],
    )
    (part,) = run_rule("status-awaiting", some)
    assert part.severity is Severity.INFO
    assert "(1)" in part.message
    assert "ไม่มีงบประมาณ" not in part.hint
    obstacle = {"kind": "obstacle", "project_no": "1.1", "text": "ไม่มีงบประมาณในการดำเนินกิจกรรม"}
    told = some | {"narrative": tables(narrative=[obstacle])["narrative"]}
    (part,) = run_rule("status-awaiting", told)
    assert "เขียนว่าไม่มีงบประมาณ" in part.hint
    assert part.refs[-1].ref == "narrative!A1"
    marks = ["done", "done", "done", "in_progress", "not_started"]
    acts = [{"activity_no": f"{at}", "status": mark} for at, mark in enumerate(marks)]
    most = tables(projects=[{"budget_state": "awaiting"}], activities=acts)
    assert run_rule("status-awaiting", most)[0].severity is Severity.WARNING
    assert not subjects("status-awaiting", _project("in_progress", "awaiting"))
    assert not subjects("status-awaiting", _project("done", "none"))


@pytest.mark.parametrize(
    ("progress", "disbursed", "severity"),
    [
        (50, 80, Severity.WARNING),
        (50, 79.99, None),
        (80, 50, Severity.INFO),
        (79.99, 50, None),
        (90, 0, None),
        (50, 100, Severity.WARNING),
        (50, 100.01, None),
    ],
)
def test_money_and_progress_lie_apart(
    progress: float, disbursed: float, severity: Severity | None
) -> None:
    """Thirty points apart are told; nothing spent and over 100 % belong to other rules."""
    given = _two_lines("in_progress", progress, budget=100, disbursed=disbursed)
    found = run_rule("status-money-ahead", given)
    assert [one.severity for one in found] == ([severity] if severity else [])


def test_how_far_apart_is_a_parameter() -> None:
    """A done activity counts as 100 %, one not started as 0 %, without a printed percent."""
    done = _two_lines("done", budget=100, disbursed=80)
    assert not subjects("status-money-ahead", done)
    (one,) = run_rule("status-money-ahead", done, gap_points=20)
    assert (one.subject, one.found) == ("project_no=1.1; line_no=2", "ร้อยละ 80")
    idle = _two_lines("not_started", budget=100, disbursed=40)
    assert subjects("status-money-ahead", idle)
    unknown = _two_lines("in_progress", budget=100, disbursed=99)
    assert not subjects("status-money-ahead", unknown)


@pytest.mark.parametrize(
    ("code", "state"), [("status-started-unspent", "budgeted"), ("status-awaiting", "awaiting")]
)
def test_done_activities_without_a_number(code: str, state: str) -> None:
    """They are named by the first thirty letters of their words."""
    given = tables(
        projects=[{"budget_state": state}],
        lines=[{"budget": 10, "disbursed": 0}],
        activities=[
            {"activity_no": "", "text": "ประชุมคณะกรรมการพัฒนาหลักสูตรสถานศึกษา"},
            {"activity_no": "2", "status": "in_progress"},
        ],
    )
    (one,) = run_rule(code, given)
    assert "(“ประชุมคณะกรรมการพัฒนาหลักสูตรส…”)" in one.message


def test_a_done_project_without_lines() -> None:
    """Money may be there without a line of its own; then only the marks are shown."""
    given = tables(projects=[{"budget_state": "awaiting"}], activities=[{}])
    (one,) = run_rule("status-awaiting", given)
    assert [ref.ref for ref in one.refs] == ["projects!A1", "activities!A1"]


def test_small_sums_count() -> None:
    """Half a baht that is spent is spent, in a project and in a line."""
    whole = _project("not_started", budget=9, disbursed=0.5)
    assert subjects("status-spent-not-started", whole) == ["project_no=1.1"]
    line = _two_lines("not_started", budget=9, disbursed=0.5)
    assert subjects("status-spent-not-started", line) == ["project_no=1.1; line_no=2"]
    half = _two_lines("in_progress", 90, budget=1000, disbursed=5)
    assert [one.severity for one in run_rule("status-money-ahead", half)] == [Severity.INFO]


@pytest.mark.parametrize(
    ("done", "marks", "severity"),
    [
        (3, 5, Severity.WARNING),
        (2, 4, Severity.INFO),
        (3, 4, Severity.WARNING),
        (3, 3, Severity.WARNING),
        (119, 200, Severity.INFO),
        (120, 200, Severity.WARNING),
    ],
)
def test_how_much_is_most(done: int, marks: int, severity: Severity) -> None:
    """Sixty of a hundred marks, of four at least, are most; all of them are the whole project."""
    acts = [
        {"activity_no": str(at), "status": "done" if at < done else "in_progress"}
        for at in range(marks)
    ]
    given = tables(projects=[{"budget_state": "awaiting"}], activities=acts)
    assert [one.severity for one in run_rule("status-awaiting", given)] == [severity]


def test_an_obstacle_is_told_in_words() -> None:
    """What the project wrote about its money stands at the end of the hint."""
    obstacle = {"kind": "obstacle", "project_no": "1.1", "text": "ไม่มีงบประมาณ"}
    given = tables(projects=[{"budget_state": "awaiting"}], activities=[{}], narrative=[obstacle])
    (one,) = run_rule("status-awaiting", given)
    assert one.hint.endswith("ให้ระบุแหล่งเงิน (ปัญหาอุปสรรคของโครงการเขียนว่าไม่มีงบประมาณ)")


@pytest.mark.parametrize(
    ("progress", "disbursed", "severity"),
    [(49.5, 50, Severity.WARNING), (50, 50, Severity.INFO), (50.5, 50, Severity.INFO)],
)
def test_money_ahead_by_a_little(progress: float, disbursed: float, severity: Severity) -> None:
    """However small the gap that an office asks for, only money that is ahead is a warning."""
    given = _two_lines("in_progress", progress, budget=100, disbursed=disbursed)
    found = run_rule("status-money-ahead", given, gap_points=0)
    assert [one.severity for one in found] == [severity]


def test_money_without_a_budget_is_no_share() -> None:
    """Where there is no budget no percent of it is spent."""
    given = _two_lines("in_progress", 90, budget=0, disbursed=5)
    assert not subjects("status-money-ahead", given, gap_points=0)
