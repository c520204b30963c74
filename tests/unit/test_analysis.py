"""The face at a glance: what is read, found and compared says itself in a line or two."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from plantrack_nb import check_round, compare_rounds, read_round
from plantrack_nb.core.errors import ParameterError, SourceError
from plantrack_nb.load.reading import Reading


@pytest.fixture(scope="module")
def reading(root: Path) -> Reading:
    """Read the sample round."""
    return read_round(root / "data" / "7301-2565-q2.xlsx")


def test_a_reading_is_seen_at_a_glance(reading: Reading) -> None:
    """Its round, the rows of each table, how much was read."""
    said = repr(reading)
    assert said.startswith("Round 7301-2565-q2\n  strategies")
    assert "projects         38 rows" in said
    assert len(said) < 600


def test_findings_are_a_list_and_a_frame(reading: Reading) -> None:
    """The same ones, in the same order."""
    findings = check_round(reading)
    assert repr(findings).startswith(f"{len(findings)} findings: ")
    frame = findings.frame
    assert list(frame["id"]) == [one.id for one in findings]
    assert set(frame.columns) >= {"severity", "project_no", "message", "place", "hint"}


def test_two_rounds_just_read_can_be_compared(reading: Reading) -> None:
    """Nothing has to be kept before; a reading and its bare round do alike."""
    lines = reading.round.budget_lines
    before = replace(reading.round, budget_lines=lines.assign(disbursed=0.0))
    made = compare_rounds(reading, before)
    assert made is not None
    assert {str(one.kind) for one in made.changes} == {"disbursed_rose", "nothing_reported"}
    assert compare_rounds(reading.round, before) is not None
    with pytest.raises(ParameterError, match="later, earlier"):
        compare_rounds(reading)


def test_an_error_of_ours_is_short_in_a_notebook(monkeypatch: pytest.MonkeyPatch) -> None:
    """What, where, why, what to do; no page of calls."""
    monkeypatch.setenv("PLANTRACK_LANG", "en")
    error = SourceError("It is empty.", where="a.xlsx", hint="Save it again.")
    assert error._render_traceback_() == [
        "SourceError: It is empty.", "  where: a.xlsx", "  do:    Save it again.",
    ]  # fmt: skip
