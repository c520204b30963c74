"""``plantrack compare`` over a made-up year, as its users type it."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from plantrack_nb.cli.failures import guarded


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Simulate two districts over a year and run two of its quarters."""
    folder = tmp_path_factory.mktemp("year")
    made = ["simulate", "--districts", "2", "--seed", "3", "--faults", "0", "--whole-year"]
    assert guarded([*made, "--out", str(folder / "in")]) == 0
    for quarter in (1, 2):
        run = ["run", str(folder / "in" / f"round-q{quarter}.yaml"), "--jobs", "1"]
        assert guarded([*run, "--out", str(folder / "out")]) == 0
    return folder


def _compare(year: Path, *more: str) -> int:
    where = ["--year", "2565", "--quarter", "2", "--district", "9700"]
    register = ["--register", str(year / "in" / "districts.csv")]
    return guarded(["compare", str(year / "out"), *where, *register, *more])


def test_what_was_planted_is_told(year: Path, tmp_path: Path) -> None:
    """Every change of the year's second quarter, under its right kind, with both cells."""
    assert _compare(year, "--json", str(tmp_path / "c.json")) == 0
    told = json.loads((tmp_path / "c.json").read_text(encoding="utf-8"))
    lines = (year / "in" / "planted.jsonl").read_text(encoding="utf-8").splitlines()
    planted = [
        one
        for one in map(json.loads, lines)
        if (one["district"], one.get("quarter")) == ("9700", 2)
    ]
    keys = ("kind", "project_no", "project_no_before", "activity_no")
    assert Counter(tuple(one[key] for key in keys) for one in told) == Counter(
        tuple(one[key] for key in keys) for one in planted
    )
    assert planted
    assert all(one["message"] for one in told)
    assert all(one["refs"] or one["refs_before"] for one in told)
    fields = {"kind", "project_no", "project_no_before", "activity_no", "before", "after"}
    assert {*told[0]} == fields | {"message", "refs_before", "refs"}


def test_no_earlier_round_is_said(year: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A first round has nothing to be compared with; a round that was not run is named."""
    where = ["--year", "2565", "--quarter", "1", "--district", "9700"]
    register = ["--register", str(year / "in" / "districts.csv")]
    assert guarded(["compare", str(year / "out"), *where, *register]) == 2
    assert "no earlier round" in capsys.readouterr().err
    assert _compare(year, "--against", "2564-q4") == 2
    assert "9700-2564-q4" in capsys.readouterr().err
    assert _compare(year, "--against", "last") == 2
    assert "e.g. 2565-q1" in capsys.readouterr().err


def test_a_wrong_confirmation_is_refused(year: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is kept of it."""
    assert _compare(year, "--confirm", "2.4") == 2
    assert "2.4=2.3" in capsys.readouterr().err
