"""Doubtful pairs of projects, confirmed in the notebook."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from helpers.rounds import tables

from plantrack_nb.core.schema import Round, RoundKey
from plantrack_nb.explore.same_projects import SamePanel, doubts
from plantrack_nb.load import write_reading
from plantrack_nb.load.reading import Reading
from plantrack_nb.office.project import Project, round_folder
from plantrack_nb.year.confirmed import identity_file, read_confirmed

FIRST, SECOND = RoundKey("7301", 2565, 1), RoundKey("7301", 2565, 2)
_NAME = "โครงการอบรมครูผู้สอนวิทยาศาสตร์ระดับประถม"
_LAW = "กลุ่มกฎหมายและคดี"
BEFORE: list[dict[str, object]] = [
    {"project_no": "1.1", "name": _NAME, "owner_groups": "กลุ่มอำนวยการ"}
]
AFTER: list[dict[str, object]] = [
    {"project_no": "2.1", "name": f"{_NAME}ต้น", "owner_groups": _LAW},
    {"project_no": "2.2", "name": f"{_NAME}ปลาย", "owner_groups": _LAW},
]


def _round(key: RoundKey, projects: list[dict[str, object]]) -> Round:
    return Round(key, **tables(projects=projects, key=key))


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Keep the round before among the outputs."""
    made = Project(tmp_path)
    made.params.mkdir()
    folder = round_folder(made.working, FIRST) / "tables"
    write_reading(Reading(_round(FIRST, BEFORE)), folder, "parquet")
    return made


def test_a_pair_is_confirmed_once(project: Project) -> None:
    """It is offered with both names; what is said is kept with who and when."""
    now = _round(SECOND, AFTER)
    panel = SamePanel(project, lambda: now, date(2022, 4, 22))
    panel.refresh()
    first, second = panel.pair.options
    assert f"1.1 {_NAME} (" in first[0]
    panel.pair.value = next(one for _, one in (first, second) if one.project_no == "2.1")
    panel.who.value = "เจ้าหน้าที่แผน"
    panel.same.click()
    (kept,) = read_confirmed(identity_file(project.params, SECOND))
    assert (kept.against, kept.project_no, kept.project_no_before) == ("2565-q1", "2.1", "1.1")
    assert (kept.who, kept.when) == ("เจ้าหน้าที่แผน", "2022-04-22")
    assert doubts(project, now) is None
    assert panel._asked.layout.display == "none"


def test_a_project_may_be_new(project: Project) -> None:
    """Then it is paired with none; the other pair is still asked about."""
    now = _round(SECOND, AFTER)
    panel = SamePanel(project, lambda: now, date(2022, 4, 22))
    panel.refresh()
    number = panel.pair.value.project_no
    panel.new.click()
    (kept,) = read_confirmed(identity_file(project.params, SECOND))
    assert (kept.project_no, kept.project_no_before) == (number, "")
    left = doubts(project, now)
    assert left is None or number not in {one.project_no for one in left.pairs}


def test_nothing_is_asked_in_a_first_round(project: Project) -> None:
    """And nothing is shown."""
    panel = SamePanel(project, lambda: _round(FIRST, BEFORE), date(2022, 4, 22))
    panel.refresh()
    assert panel._asked.layout.display == "none"
