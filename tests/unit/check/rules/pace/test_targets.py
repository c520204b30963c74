"""Spending against the national target."""

from __future__ import annotations

from typing import Any

import pytest
from helpers.checking import subjects
from helpers.rounds import tables

from plantrack_nb.check.facts import Facts
from plantrack_nb.check.runner import all_rules
from plantrack_nb.core.findings import Finding, Severity
from plantrack_nb.core.schema import RoundKey
from plantrack_nb.office.targets import Target, Targets

TARGETS = Targets(
    (
        Target(2565, "investment", 2, 29.0, "S", "press"),
        Target(2565, "overall", 1, 30.0, "S", "press"),
        Target(2565, "overall", 2, 51.0, "M", "memory"),
    )
)


def _found(code: str, given: dict[str, Any], **settings: float) -> list[Finding]:
    rule = all_rules()[code]
    return list(rule.check(Facts(given, TARGETS), {**rule.parameters, **settings}))


def _spent(*percents: float | None, quarter: int = 2, **project: Any) -> dict[str, Any]:
    """Projects 1.1, 2.1 … of 1,000 baht each, of which so many percent are spent."""
    numbers = [f"{at}.1" for at in range(1, len(percents) + 1)]
    return tables(
        projects=[{"project_no": one, **project} for one in numbers],
        lines=[
            {"project_no": one, "budget": 1000, "disbursed": spent and spent * 10}
            for one, spent in zip(numbers, percents, strict=True)
        ],
        key=RoundKey("0101", 2565, quarter),
    )


def test_round_below_its_target() -> None:
    """The sum of all lines is held against the quarter's overall target."""
    (one,) = _found("pace-round", _spent(50, 50))
    assert (one.found, one.expected) == ("ร้อยละ 50", "ร้อยละ 51 (ยังไม่ยืนยัน)")
    assert one.severity is Severity.INFO
    assert "รอบ 6 เดือน" in one.message
    assert "1,000 จากงบ 2,000 บาท" in one.message
    assert not _found("pace-round", _spent(51))
    assert _found("pace-round", _spent(50.99))
    assert not _found("pace-round", _spent(50), behind_points=1)
    assert _found("pace-round", _spent(50), behind_points=0.9)


def test_confirmed_target_is_not_doubted() -> None:
    """Only a figure from memory is said to be unconfirmed."""
    (one,) = _found("pace-round", _spent(10, quarter=1))
    assert one.expected == "ร้อยละ 30"


@pytest.mark.parametrize("code", ["pace-round", "pace-strategy", "pace-group"])
def test_no_target_no_judgement(code: str) -> None:
    """Where the target is unknown, or no money was given, nothing is said."""
    assert not _found(code, _spent(10, quarter=3))
    assert not subjects(code, _spent(10))
    assert not _found(code, tables(projects=[{"budget_state": "none"}]))


def test_slow_strategies_are_one_finding() -> None:
    """The slowest stands first; what reaches the target is left out."""
    (one,) = _found("pace-strategy", _spent(40, 80, 0))
    assert (one.found, one.subject) == ("2 กลยุทธ์", "round")
    assert "กลยุทธ์ที่ 3 ร้อยละ 0 และ กลยุทธ์ที่ 1 ร้อยละ 40" in one.message
    assert [ref.ref for ref in one.refs] == ["budget_lines!A1", "budget_lines!A3"]


def test_slow_groups_are_one_finding() -> None:
    """Groups are held against the target by their projects' sums."""
    given = _spent(10, owner_groups="กลุ่มอำนวยการ")
    (one,) = _found("pace-group", given)
    assert "กลุ่มอำนวยการ ร้อยละ 10" in one.message
    assert not _found("pace-group", _spent(10, owner_groups=""))
