"""Projects and activities without a mark."""

from __future__ import annotations

from typing import Any

import pytest
from helpers.checking import run_rule, subjects
from helpers.rounds import tables

from plantrack_nb.core.findings import Severity

Mark = str | float | None


def _row(activity_no: str, mark: Mark, text: str = "") -> dict[str, Any]:
    parent = activity_no.rpartition("-")[0]
    percent = mark if isinstance(mark, int | float) else None
    status = "in_progress" if percent is not None else mark or ""
    return {
        "activity_no": activity_no,
        "parent_no": parent,
        "status": status,
        "progress_pct": percent,
        "text": text or f"กิจกรรมหมายเลข {activity_no}",
    }


def _marks(**marks: Mark) -> dict[str, Any]:
    """Activities by number, underscores for hyphens: ``_marks(a1="done", a1_2=40)``."""
    rows = [_row(name[1:].replace("_", "-"), mark) for name, mark in marks.items()]
    return tables(projects=[{}], activities=rows)


def test_project_without_a_mark() -> None:
    """A project none of whose activities is marked is told; one without activities too."""
    (one,) = run_rule("status-unmarked", _marks(a1=None, a2=None))
    assert (one.subject, one.severity) == ("project_no=1.1", Severity.WARNING)
    assert subjects("status-unmarked", tables(projects=[{}])) == ["project_no=1.1"]


def test_one_mark_may_stand_for_all() -> None:
    """One mark for a whole project is a habit, two marks and an activity without are a gap."""
    assert not subjects("status-unmarked", _marks(a1="done", a2=None, a3=None))
    (one,) = run_rule("status-unmarked", _marks(a1="done", a2=40, a3=None, a4=None))
    assert (one.subject, one.severity) == ("project_no=1.1; level=top", Severity.WARNING)
    assert "กิจกรรม 3 และ 4 ไม่มีสถานะ" in one.message


def test_marked_parts_cover_their_parent() -> None:
    """A parent whose parts are marked, and parts whose parent is, need no mark of their own."""
    assert not subjects("status-unmarked", _marks(a1=None, a1_1="done", a1_2=40))
    assert not subjects("status-unmarked", _marks(a1="done", a1_1=None, a2=40, a2_1=None))
    assert not subjects("status-unmarked", _marks(a1=None, a1_1=None, a1_1_1="done", a2=40))


def test_parts_left_out_beside_marked_ones() -> None:
    """A part without a mark beside marked parts is worth knowing, no more."""
    (one,) = run_rule("status-unmarked", _marks(a1=40, a1_1="done", a1_2=None))
    assert (one.subject, one.severity) == ("project_no=1.1; level=sub", Severity.INFO)
    assert "กิจกรรมย่อย 1-2" in one.message


def test_many_left_out_are_cut_short() -> None:
    """After eight names the rest is counted."""
    given = _marks(a1="done", a2="done", **{f"a{at}": None for at in range(3, 12)})
    (one,) = run_rule("status-unmarked", given)
    assert "และอีก 1 รายการ" in one.message
    assert len(one.refs) == 9
    eight = _marks(a1="done", a2="done", **{f"a{at}": None for at in range(3, 11)})
    assert "และอีก" not in run_rule("status-unmarked", eight)[0].message


def _acts(project_no: str, **marks: str) -> list[dict[str, Any]]:
    return [
        {
            "project_no": project_no,
            "activity_no": name[1:].replace("_", "-"),
            "parent_no": name[1:].replace("_", "-").rpartition("-")[0],
            "text": name,
            "status": mark,
        }
        for name, mark in marks.items()
    ]


def _round(*odd: list[dict[str, Any]], usual: int = 9) -> Any:
    others = [row for at in range(usual) for row in _acts(f"2.{at + 1}", a1="done", a2="")]
    rows = [*others, *(row for acts in odd for row in acts)]
    return tables(
        projects=[{"project_no": no} for no in {r["project_no"] for r in rows}], activities=rows
    )


def test_one_project_marks_its_parts_only() -> None:
    """Nine of ten mark their main activities; the tenth is told once, with all of them."""
    given = _round(_acts("1.1", a1="", a1_1="done", a2="", a2_1="", a2_1_1="in_progress"))
    (one,) = run_rule("status-main-unmarked", given)
    assert (one.subject, one.severity) == ("project_no=1.1", Severity.WARNING)
    assert "กิจกรรมหลัก 1 และ 2 ไม่มีสถานะ" in one.message
    assert len(one.refs) == 2


@pytest.mark.parametrize(
    "acts",
    [
        _acts("1.1", a1="done", a1_1="done", a2="", a2_1="done"),
        _acts("1.1", a1="", a1_1="done", a2=""),
        _acts("1.1", a1="", a2=""),
    ],
)
def test_what_other_rules_tell(acts: list[dict[str, Any]]) -> None:
    """One main mark is a habit; without marks below, the activity itself is left out."""
    assert not subjects("status-main-unmarked", _round(acts))


def test_an_office_that_marks_parts() -> None:
    """Where it is no exception, or projects are few, it is no fault."""
    odd = [_acts(f"1.{at}", a1="", a1_1="done") for at in range(1, 4)]
    assert not subjects("status-main-unmarked", _round(*odd))
    assert not subjects("status-main-unmarked", _round(odd[0], usual=8))
    assert subjects("status-main-unmarked", _round(odd[0], usual=8), at_least_projects=9)
