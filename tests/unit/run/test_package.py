"""The zip for mail."""

from __future__ import annotations

import os
from pathlib import Path
from zipfile import ZipFile

import pytest
from helpers.ledgers import made_round

from plantrack_nb.core.errors import OutputError, ParameterError, SourceError
from plantrack_nb.core.files import write_bytes
from plantrack_nb.office.targets import NO_TARGETS
from plantrack_nb.run.chosen_rounds import read_wanted
from plantrack_nb.run.job import State
from plantrack_nb.run.package import write_package


def _package(out: Path, target: Path) -> list[str]:
    return write_package(out, target, NO_TARGETS)


def test_only_reports_and_index_pages_are_packed(tmp_path: Path) -> None:
    """Tables, findings and notebooks name officers and stay behind."""
    folder = made_round(tmp_path / "out", "0101", reports=("report.html", "report.pdf"))
    for name in ("findings.json", "tables/projects.parquet", "notebooks/01_load.ipynb"):
        write_bytes(folder / name, "นายสมมติ ตัวอย่าง".encode())
    made_round(tmp_path / "out", "0102", State.FAILED, failed_at="01_load")
    target = tmp_path / "mail.zip"
    names = _package(tmp_path / "out", target)
    assert names == [
        "2565/index.html",
        "2565/q2/0101/report.html",
        "2565/q2/0101/report.pdf",
        "2565/q2/index.html",
        "index.html",
    ]
    with ZipFile(target) as archive:
        assert archive.namelist() == names
        assert archive.read(names[1]) == (folder / "report.html").read_bytes()


def test_the_same_outputs_give_the_same_bytes(tmp_path: Path) -> None:
    """Neither the clock nor the times of files show in it."""
    folder = made_round(tmp_path / "out", "0101")
    first, second = tmp_path / "1.zip", tmp_path / "2.zip"
    _package(tmp_path / "out", first)
    os.utime(folder / "report.html", (4e9, 4e9))
    _package(tmp_path / "out", second)
    assert first.read_bytes() == second.read_bytes()


def test_a_link_in_place_of_a_report_is_not_packed(tmp_path: Path) -> None:
    """What lies elsewhere is not ours to send, even if it is the same today."""
    report = made_round(tmp_path / "out", "0101") / "report.html"
    report.rename(tmp_path / "elsewhere.html")
    report.symlink_to(tmp_path / "elsewhere.html")
    with pytest.raises(OutputError, match="not as they were made"):
        _package(tmp_path / "out", tmp_path / "mail.zip")


def test_a_report_that_names_officers_is_refused(tmp_path: Path) -> None:
    """The whole package is, and the reader is told which district and what to do."""
    made_round(tmp_path / "out", "0101")
    made_round(tmp_path / "out", "0102", shows_persons=True)
    with pytest.raises(OutputError) as told:
        _package(tmp_path / "out", tmp_path / "mail.zip")
    assert "0102" in told.value.why
    assert "0101" not in told.value.why
    assert "--show-persons" in told.value.hint
    assert not (tmp_path / "mail.zip").exists()


@pytest.mark.parametrize("text", [b"", b"changed by hand"])
def test_a_report_that_is_not_as_it_was_made_is_refused(tmp_path: Path, text: bytes) -> None:
    """An old report that named officers cannot slip in under a newer entry of the ledger."""
    folder = made_round(tmp_path / "out", "0101")
    (folder / "report.html").write_bytes(text)
    with pytest.raises(OutputError, match="not as they were made"):
        _package(tmp_path / "out", tmp_path / "mail.zip")


def test_nothing_to_send_is_told(tmp_path: Path) -> None:
    """No empty zip is written."""
    made_round(tmp_path, "0101", State.NO_INPUT)
    with pytest.raises(SourceError, match="no report"):
        _package(tmp_path, tmp_path / "mail.zip")


def test_some_districts_or_rounds_only(tmp_path: Path) -> None:
    """Their reports, and index pages that tell of them alone; Thai digits are digits."""
    for code in ("0101", "0102"):
        made_round(tmp_path / "out", code)
    wanted = read_wanted(["๐๑๐๒"], ["๒๕๖๕-q๒"])
    target = tmp_path / "mail.zip"
    names = write_package(tmp_path / "out", target, NO_TARGETS, wanted)
    assert [one for one in names if "report" in one] == ["2565/q2/0102/report.html"]
    with ZipFile(target) as archive:
        assert b"0101" not in archive.read("2565/q2/index.html")


def test_what_is_asked_for_and_not_there_is_told(tmp_path: Path) -> None:
    """No package silently lacks a district or a round."""
    made_round(tmp_path / "out", "0101")
    for codes, rounds, lost in ((["0101", "0199"], [], "0199"), ([], ["2566-q1"], "2566-q1")):
        wanted = read_wanted(codes, rounds)
        with pytest.raises(SourceError, match=lost):
            write_package(tmp_path / "out", tmp_path / "a.zip", NO_TARGETS, wanted)
    with pytest.raises(ParameterError, match="2565-q2"):
        read_wanted([], ["q9"])
