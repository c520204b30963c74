"""Printed figures whose subject names no cell of the summary tables."""

from __future__ import annotations

import pytest
from helpers.checking import run_rule
from helpers.summaries import OFFICE, claim, level_table, strategy_table, summed_up


@pytest.mark.parametrize(
    ("kind", "subject", "told"),
    [
        ("level_table", f"group={OFFICE}", "ไม่ได้บอกช่อง"),
        ("level_table", f"group={OFFICE}; column=สำเร็จ", "ไม่มีช่อง “สำเร็จ”"),
        ("strategy_table", "strategy_no=1; column=projects", "ไม่ได้บอกแถว"),
        ("strategy_table", "", "ไม่ได้บอกแถว"),
    ],
)
def test_it_is_told_with_what_is_lacking(kind: str, subject: str, told: str) -> None:
    """A row or a column; the rest of the round is checked as ever."""
    made = summed_up(
        claims=[*level_table(), *strategy_table(), claim(kind, subject, 3.0, "project")]
    )
    (one,) = run_rule("claim-subject", made)
    assert told in one.message
    assert [cell.column for cell in one.cells] == ["subject"]


def test_whole_subjects_are_silent() -> None:
    """What the tables print, and what memo, contents and titles say, names its cell."""
    assert run_rule("claim-subject", summed_up()) == []
