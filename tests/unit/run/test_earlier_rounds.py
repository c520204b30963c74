"""The earlier rounds that a round rests on: known, digested, brought along."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.made_notebooks import project

from plantrack_nb.core.files import write_text
from plantrack_nb.core.schema import RoundKey
from plantrack_nb.office.project import round_folder, working
from plantrack_nb.run.earlier_rounds import bring_along, earlier_rounds
from plantrack_nb.run.fingerprint import dependencies
from plantrack_nb.run.job import Job
from plantrack_nb.year.confirmed import Confirmed, confirm, identity_file


def kept(outputs: Path, year: int, quarter: int, district: str = "7301") -> Path:
    """Leave what a run leaves of a round."""
    folder = round_folder(working(outputs), RoundKey(district, year, quarter))
    for name in ("tables/reading.json", "tables/projects.parquet", "findings.json", "totals.json"):
        write_text(folder / name, f"{year} {quarter}")
    return folder


@pytest.fixture
def job(tmp_path: Path) -> Job:
    """Make a third quarter's job in a small project."""
    home = project(tmp_path / "project")
    source = home / "data" / "7301.txt"
    source.write_text("fine", encoding="utf-8")
    return Job(RoundKey("7301", 2565, 3), source, home / "outputs", home)


def test_the_year_s_rounds_and_the_last_one(job: Job) -> None:
    """Not later ones, not another district's, of an earlier year only the last."""
    for year, quarter in ((2564, 3), (2564, 4), (2565, 2), (2565, 4)):
        kept(job.out, year, quarter)
    kept(job.out, 2565, 1, "7302")
    assert earlier_rounds(job.out, job.key) == [RoundKey("7301", 2565, 2)]
    kept(job.out, 2565, 1)
    assert [one.quarter for one in earlier_rounds(job.out, job.key)] == [1, 2]
    first = RoundKey("7301", 2565, 1)
    assert earlier_rounds(job.out, first) == [RoundKey("7301", 2564, 4)]
    assert earlier_rounds(job.out, RoundKey("1001", 2565, 1)) == []


def test_a_round_is_made_again_when_an_earlier_one_has_changed(job: Job) -> None:
    """Its tables, by their digest in the record, or its findings; so with what was confirmed."""
    alone = dependencies(job)
    folder = kept(job.out, 2565, 2)
    beside = dependencies(job)
    assert {*beside} - {*alone} == {"earlier/7301-2565-q2"}
    assert dependencies(job) == beside
    write_text(folder / "findings.json", "[]")
    assert dependencies(job) != beside
    said = dependencies(job)
    path = identity_file(job.project / "params", job.key)
    confirm(path, [Confirmed("2565-q2", "2.4", "2.3")])
    assert "params/rounds/7301-2565-q3/identity.csv" in {*dependencies(job)} - {*said}


def test_what_it_rests_on_is_brought_along(job: Job, tmp_path: Path) -> None:
    """Into another folder of outputs, and only what is not there."""
    kept(job.out, 2565, 2)
    scratch = tmp_path / "scratch"
    bring_along(job.out, job.key, scratch)
    there = round_folder(working(scratch), RoundKey("7301", 2565, 2))
    assert (there / "tables" / "projects.parquet").is_file()
    assert (there / "findings.json").is_file()
    write_text(there / "findings.json", "mine")
    bring_along(job.out, job.key, scratch)
    assert (there / "findings.json").read_text(encoding="utf-8") == "mine"
