"""Misspelt marks of an awaited budget."""

from __future__ import annotations

import pytest
from helpers.checking import run_rule, subjects
from helpers.rounds import stacked, tables

from plantrack_nb.core.findings import Severity
from plantrack_nb.core.schema import RoundKey


@pytest.mark.parametrize(
    "cell",
    ["รจัดสรร", "รอกจัดสรร", " รอจัดสร ", "รอการจัดสร", "(รจัดสรรงบประมาณ)"],
)
def test_a_misspelt_mark(cell: str) -> None:
    """A letter lost or too many; brackets and the word budget do not matter."""
    given = tables(projects=[{}], lines=[{"raw": f"{cell} | -"}])
    (one,) = run_rule("budget-mark-spelling", given)
    assert (one.found, one.expected) == (cell.strip(), "รอจัดสรร")
    assert (one.severity, one.project_no) == (Severity.WARNING, "1.1")


@pytest.mark.parametrize(
    ("raw", "budget"),
    [
        ("รอจัดสรร | -", None),
        ("รอการจัดสรรงบประมาณ | -", None),
        ("- | -", None),
        ("", None),
        ("ไม่ใช้งบ | -", None),
        ("รจัดสรร | 10", 10),
    ],
)
def test_right_marks_and_other_cells(raw: str, budget: float | None) -> None:
    """Every usual spelling is right; a cell with an amount awaits nothing."""
    given = tables(projects=[{}], lines=[{"raw": raw, "budget": budget}])
    assert not subjects("budget-mark-spelling", given)


def test_all_marks_of_a_round_are_one_finding() -> None:
    """Forms are counted, projects listed, rounds told apart."""
    lines = [
        {"project_no": "1.1", "raw": "รจัดสรร | -"},
        {"project_no": "1.2", "raw": "รอกจัดสรร | -"},
        {"project_no": "1.3", "raw": "รจัดสรร | -"},
        {"project_no": "1.4", "raw": "รอจัดสรร | -"},
    ]
    other = tables(lines=lines[:1], key=RoundKey("0102", 2565, 2))
    first, second = run_rule("budget-mark-spelling", stacked(tables(lines=lines), other))
    assert "“รจัดสรร” (2 แห่ง) และ “รอกจัดสรร” (1 แห่ง)" in first.message
    assert "1.1, 1.3 และ 1.2" in first.message
    assert (first.project_no, len(first.refs)) == ("", 3)
    assert (second.district, second.project_no) == ("0102", "1.1")
