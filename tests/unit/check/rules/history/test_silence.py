"""Projects of which nothing new is said, and rounds that only repeat the one before."""

from __future__ import annotations

from typing import Any

import pytest
from helpers.earlier import SECOND, a_round, found

from plantrack_nb.core.findings import Severity
from plantrack_nb.core.schema import Round, RoundKey

SILENT, REPEATED = "history-nothing-reported", "history-figures-repeated"
NAMES = ("ธนาคารขยะ", "ลานกีฬา", "ห้องสมุดมีชีวิต", "สวนพฤกษศาสตร์", "อาหารกลางวัน", "ลูกเสือ", "ดนตรีไทย")

_STATES: tuple[tuple[str, dict[str, Any]], ...] = (
    ("awaiting", {}),
    ("budgeted", {"budget": 9_000.0}),
)


def whole(key: RoundKey, moved: int = 0) -> Round:
    """Make a round of seven unfinished projects, some of which have spent more."""
    numbers = [f"1.{at}" for at in range(1, len(NAMES) + 1)]
    return a_round(
        key,
        projects=[
            {"project_no": no, "name": f"โครงการ{name}"}
            for no, name in zip(numbers, NAMES, strict=True)
        ],
        lines=[
            {"project_no": no, "budget": 900.0, "disbursed": 300.0 + 100 * (at < moved)}
            for at, no in enumerate(numbers)
        ],
        activities=[
            {"project_no": no, "text": f"กิจกรรม{name}", "status": "in_progress"}
            for no, name in zip(numbers, NAMES, strict=True)
        ],
    )


def test_nothing_new_about_an_unfinished_project() -> None:
    """Its group is asked, at the statuses of its activities."""
    [one] = found(SILENT, a_round(), a_round(SECOND))
    assert [(cell.table, cell.column) for cell in one.cells] == [("activities", "status")]
    assert one.severity is Severity.WARNING


@pytest.mark.parametrize(
    "more",
    [
        {"lines": [{"budget": 1000.0, "disbursed": 150.0, "label": "ค่าวิทยากร"}]},
        {"activities": [{"text": "อบรมครูแกนนำ แล้ว 2 รุ่น", "status": "in_progress"}]},
        {"activities": [{"text": "อบรมครูแกนนำ", "status": "done"}]},
    ],
)
def test_anything_new_is_enough(more: dict[str, Any]) -> None:
    """Money, words or a status; and what is done has nothing more to say."""
    assert not found(SILENT, a_round(), a_round(SECOND, **more))


def test_who_waits_for_money_is_only_noted() -> None:
    """A project that is not begun because its budget is awaited cannot help it."""
    state: dict[str, Any] = {
        "projects": [{"project_no": "1.1", "name": "โครงการอบรมครู", "budget_state": "awaiting"}],
        "lines": [{}],
        "activities": [{"text": "อบรม", "status": "not_started"}],
    }
    [one] = found(SILENT, a_round(**state), a_round(SECOND, **state))
    assert one.severity is Severity.INFO
    assert "รอจัดสรร" in one.message


def test_who_has_just_got_its_money_is_only_noted() -> None:
    """Its budget was awaited until this quarter: it has had no time to report."""
    rounds: list[dict[str, Any]] = [
        {
            "projects": [{"project_no": "1.1", "name": "โครงการอบรมครู", "budget_state": state}],
            "lines": [line],
            "activities": [{"text": "อบรม", "status": "not_started"}],
        }
        for state, line in _STATES
    ]
    first, second = rounds
    [one] = found(SILENT, a_round(**first), a_round(SECOND, **second))
    assert one.severity is Severity.INFO
    assert "เพิ่งได้รับจัดสรรงบประมาณ" in one.message


def test_a_whole_round_that_repeats_is_told_once() -> None:
    """Then the single projects are not told; from one in ten on that moved, they are."""
    first = whole(RoundKey("0101", 2565, 1))
    [one] = found(REPEATED, first, whole(SECOND))
    assert "7 จาก 7" in one.found
    assert not found(SILENT, first, whole(SECOND))
    assert not found(REPEATED, first, whole(SECOND, moved=1))
    assert len(found(SILENT, first, whole(SECOND, moved=1))) == 6
