"""Invented areas, from ``plantrack simulate`` to their reports, through the real notebooks."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from helpers.made_project import ledgers

from plantrack_nb.cli.failures import guarded

pytestmark = pytest.mark.slow


@pytest.fixture
def home(tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a project with the shipped notebooks and parameters, and two invented districts."""
    made = tmp_path / "home"
    for name in ("notebooks", "params"):
        shutil.copytree(root / name, made / name)
    monkeypatch.setenv("PLANTRACK_HOME", str(made))
    monkeypatch.chdir(made)
    assert guarded(["simulate", "--districts", "2", "--seed", "1", "--out", "synthetic"]) == 0
    return made


def test_invented_areas_are_run_by_their_own_register(
    home: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Reports, index pages and verifying know them; the project's register does not change."""
    before = (home / "params" / "districts.csv").read_bytes()
    assert guarded(["run", "synthetic/round.yaml", "--jobs", "1"]) == 0
    assert "2 rounds: 2 findings." in capfd.readouterr().out
    assert [one["office"] for one in ledgers(home / "outputs").values()] == [
        "สพป.สมมติ เขต 1",
        "สพป.สมมติ เขต 2",
    ]
    index = (
        (home / "outputs" / "2565" / "q2" / "index.html")
        .read_text(encoding="utf-8")
        .replace("<wbr>", "")
    )
    assert "สพป.สมมติ เขต 2" in index
    assert (home / "params" / "districts.csv").read_bytes() == before
    assert guarded(["verify", "outputs", "--district", "9701"]) == 0
    assert guarded(["run", "synthetic/round.yaml", "--dry-run"]) == 0
    assert "2 unchanged" in capfd.readouterr().out


def test_the_projects_register_does_not_know_them(
    home: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """A command that is not told of their register refuses them; ``--register`` tells it."""
    source = str(home / "synthetic" / "9700-2565-q2.xlsx")
    assert guarded(["load", source, "--out", "tables"]) == 2
    assert "'9700' is not a code in the register" in capfd.readouterr().err
    own = ["--register", "synthetic/districts.csv"]
    assert guarded(["load", source, "--out", "tables", *own]) == 0
    assert guarded(["check", source, *own, "--fail-on", "never"]) == 0
    assert guarded(["template", "filled.xlsx", "--from", source, *own]) == 0
