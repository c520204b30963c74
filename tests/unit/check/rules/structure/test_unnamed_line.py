"""Amounts without their activity."""

from __future__ import annotations

import pytest
from helpers.checking import run_rule, subjects
from helpers.rounds import tables

from plantrack_nb.core.findings import Severity


def test_an_amount_without_words() -> None:
    """Beside lines with words one without has lost its activity."""
    lines = [
        {"line_no": 1, "label": "ประชุม", "budget": 100},
        {"line_no": 2, "label": " ", "budget": 2_500},
    ]
    (one,) = run_rule("budget-line-unnamed", tables(projects=[{}], lines=lines))
    assert (one.subject, one.severity) == ("1.1/line 2", Severity.WARNING)
    assert "2,500 บาท" in one.message
    assert [ref.ref for ref in one.refs] == ["budget_lines!A2"]


@pytest.mark.parametrize(
    "lines",
    [
        [{"budget": 100}],
        [{"line_no": 1, "budget": 100}, {"line_no": 2, "budget": 200}],
        [{"line_no": 1, "label": "ก", "budget": 100}, {"line_no": 2, "budget": 0}],
        [{"line_no": 1, "label": "ก", "budget": 100}, {"line_no": 2}],
    ],
)
def test_amounts_that_need_no_words(lines: list[dict[str, object]]) -> None:
    """A project's only amount, amounts that all go without, and no amount at all."""
    assert not subjects("budget-line-unnamed", tables(projects=[{}], lines=lines))
