"""Main activities without a mark in an office that marks them."""

from __future__ import annotations

from typing import Any

import pytest
from helpers.checking import run_rule, subjects
from helpers.rounds import tables

from plantrack_nb.core.findings import Severity


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
