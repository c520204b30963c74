"""Every input that load and check accept makes a report.

More rounds than the few tried here:

    PLANTRACK_ODD_ROUNDS=200 .venv/bin/pytest tests/functional/test_odd_rounds.py
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from helpers.odd_rounds import KEY, odd_round, odd_rounds
from hypothesis import HealthCheck, Phase, given, settings

from plantrack_nb.core.schema import Round
from plantrack_nb.load.round_book import write_workbook
from plantrack_nb.run.district import run_round
from plantrack_nb.run.job import Job, State
from plantrack_nb.run.notebook import Format

pytestmark = [pytest.mark.slow, pytest.mark.notebooks]
MANY = int(os.environ.get("PLANTRACK_ODD_ROUNDS", "12"))
LEVEL, STRATEGY = "level_table", "strategy_table"
SUBJECTS = {
    "no column": (LEVEL, "group=กลุ่มอำนวยการ"),
    "unknown column": (LEVEL, "group=กลุ่มอำนวยการ; column=สำเร็จ"),
    "column alone": (LEVEL, "column=done"),
    "no group": (STRATEGY, "strategy_no=1; column=projects"),
    "unknown strategy": (STRATEGY, "group=กลุ่มอำนวยการ; strategy_no=9; column=disbursed_pct"),
    "words": (LEVEL, "สำเร็จแล้ว"),
    "nothing": (STRATEGY, ""),
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    """Give a project's folder with the notebooks and the parameters as they are shipped."""
    home = tmp_path_factory.mktemp("odd")
    for name in ("notebooks", "params"):
        shutil.copytree(root / name, home / name)
    return home


def report(project: Path, made: Round, *formats: Format) -> str:
    """Run a round through load, check and report; return what went wrong."""
    source = project / "round.xlsx"
    source.unlink(missing_ok=True)
    write_workbook(source, made)
    job = Job(KEY, source, project / "outputs", project, formats=formats or (Format.HTML,))
    outcome = run_round(job, force=True)
    return "" if outcome.state in {State.DONE, State.FINDINGS} else str(outcome.error)


@settings(
    max_examples=MANY,
    phases=[Phase.explicit, Phase.generate],  # shrinking would run notebooks for minutes
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(odd_rounds())
def test_a_round_that_is_accepted_makes_a_report(project: Path, made: Round) -> None:
    """Whatever stands in it: it is refused with a cell, or the report is made."""
    wrong = report(project, made)
    assert not wrong or made.projects.empty or "The round workbook has" in wrong, wrong


@settings(
    max_examples=MANY // 4,
    phases=[Phase.explicit, Phase.generate],
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(odd_rounds())
def test_it_makes_a_pdf_too(project: Path, made: Round) -> None:
    """Paper takes what the page takes."""
    wrong = report(project, made, Format.HTML, Format.PDF)
    assert not wrong or made.projects.empty or "The round workbook has" in wrong, wrong


@pytest.mark.parametrize("name", SUBJECTS)
def test_a_printed_figure_about_nothing_is_told(project: Path, name: str) -> None:
    """Its subject names no cell of our tables: that is a finding, and the report is made."""
    kind, subject = SUBJECTS[name]
    claim: dict[str, object] = {"kind": kind, "subject": subject, "value": 3.0, "unit": "project"}
    told = {"project_no": "1.1", "strategy_no": "1", "budget_state": "none", "name": "ก"}
    made = odd_round({"projects": [{**told, "owner_groups": "กลุ่มอำนวยการ"}], "claims": [claim]})
    assert report(project, made) == ""
    found = (project / "outputs-work" / "2565" / "q2" / "7301" / "findings.json").read_text("utf-8")
    assert ('"claim-subject"' in found) == (name != "unknown strategy")
