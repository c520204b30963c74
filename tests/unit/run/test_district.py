"""One district's round: outcome, files, what it does when a notebook fails or another run is in."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from helpers.made_notebooks import project

from plantrack_nb.core.errors import OutputError
from plantrack_nb.core.files import write_bytes
from plantrack_nb.core.findings import Severity
from plantrack_nb.core.locks import held
from plantrack_nb.core.schema import RoundKey
from plantrack_nb.run.district import run_round
from plantrack_nb.run.job import Job, State
from plantrack_nb.run.ledger import LEDGER, Record, made_file, read_all, read_record, write_record
from plantrack_nb.run.notebook import Format
from plantrack_nb.run.verify import verify


@pytest.fixture
def job(tmp_path: Path) -> Job:
    """Make a project with one district's source and notebooks."""
    folder = project(tmp_path / "project")
    source = folder / "data" / "7301.txt"
    source.write_text("right", encoding="utf-8")
    return Job(RoundKey("7301", 2565, 2), source, folder / "outputs", folder)


def contents(folder: Path) -> dict[str, bytes]:
    """Read every file below a folder."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def test_a_round_that_is_done(job: Job) -> None:
    """The report stands at the top, the executed notebooks below, and all steps were told."""
    steps: list[str] = []
    outcome = run_round(job, steps.append)
    assert (outcome.state, outcome.findings, outcome.error) == (State.DONE, {}, None)
    assert steps == ["01_load", "02_check", "03_report", "html"]
    assert outcome.made[0] == job.project / "outputs" / "2565" / "q2" / "7301" / "report.html"
    assert all(path.is_file() for path in outcome.made)


def test_a_second_run_changes_no_byte(job: Job) -> None:
    """The same inputs give the same files, and those are not even touched."""
    run_round(job)
    before = contents(job.folder)
    times = [path.stat().st_mtime_ns for path in sorted(job.folder.rglob("*/*.*"))]
    assert run_round(job).state is State.UNCHANGED
    assert contents(job.folder) == before
    run_round(job, force=True)
    without_ledger = {name: data for name, data in contents(job.folder).items() if name != LEDGER}
    assert without_ledger == {name: data for name, data in before.items() if name != LEDGER}
    assert [path.stat().st_mtime_ns for path in sorted(job.folder.rglob("*/*.*"))] == times


def test_open_findings_are_counted(job: Job) -> None:
    """A round with an open error is made, and says so."""
    job.source.write_text("wrong", encoding="utf-8")
    outcome = run_round(job)
    assert (outcome.state, outcome.findings) == (State.FINDINGS, {Severity.ERROR: 1})
    again = run_round(job)
    assert (again.state, again.findings) == (State.UNCHANGED, {Severity.ERROR: 1})


def test_no_input(job: Job) -> None:
    """Without a source nothing is run; the ledger says so."""
    outcome = run_round(replace(job, source=job.source.with_name("none.txt")))
    assert outcome.state is State.NO_INPUT
    record = read_record(job.folder)
    assert record is not None
    assert (record.state, record.outputs) == (State.NO_INPUT, {})
    assert not (job.folder / "report.html").exists()


def test_a_failed_round_keeps_the_previous_report(job: Job) -> None:
    """The outcome names the cell and the kept notebook; the report is as it was."""
    run_round(job)
    report = (job.folder / "report.html").read_bytes()
    failing = project(job.project.parent / "other", check="raise ValueError('ผิด')")
    outcome = run_round(replace(job, project=failing))
    assert outcome.state is State.FAILED
    assert outcome.error is not None
    assert "ValueError: ผิด" in outcome.error.why
    assert Path(outcome.error.where).name == "02_check.failed.ipynb"
    assert (job.folder / "report.html").read_bytes() == report


def test_a_report_in_another_format_does_not_outlive_a_change(job: Job) -> None:
    """A PDF of figures that have changed since is removed; one that still holds stays."""
    run_round(replace(job, formats=(Format.HTML, Format.PDF)))
    run_round(job)
    assert (job.folder / "report.pdf").is_file()
    write_bytes(job.folder / "report.html", b"of an earlier time")  # noticed by its digest
    run_round(job)
    assert not (job.folder / "report.pdf").exists()


def test_what_a_killed_run_left_is_removed(job: Job) -> None:
    """A half-written file is gone after the next run."""
    leftover = job.folder / ".report.html.0123456789ab.part"
    write_bytes(leftover, b"half")
    run_round(job)
    assert not leftover.exists()


def test_a_second_run_at_the_same_time_is_refused(job: Job) -> None:
    """A folder is held by one run at a time, and the message names it."""
    with (
        held(job.folder),
        pytest.raises(OutputError, match="Somebody else") as told,
        held(job.folder, wait=0.1),
    ):
        pass
    assert told.value.where == str(job.folder)
    assert run_round(job).state is State.DONE


@pytest.mark.parametrize(
    "path", ["data/7301.txt", "notebooks/02_check.ipynb", "params/waivers.yaml"]
)
def test_whatever_a_round_depends_on_makes_it_again(job: Job, path: str) -> None:
    """A changed source, notebook or register of waivers is noticed."""
    run_round(job)
    with (job.project / path).open("a", encoding="utf-8") as stream:
        stream.write("\n")
    assert run_round(job).state is State.DONE
    assert run_round(job).state is State.UNCHANGED


def test_other_parameters_make_it_again(job: Job) -> None:
    """Persons shown or hidden, and other formats, are another report."""
    run_round(job)
    assert run_round(replace(job, show_persons=True)).state is State.DONE
    assert run_round(replace(job, formats=(Format.PDF,))).state is State.DONE


def test_what_the_memo_says_reaches_the_report(job: Job, tmp_path: Path) -> None:
    """Its parameters go to the last notebook, into the ledger, and from there to a comparison."""
    lettered = replace(job, letter={"memo_number": "12/2565"})
    run_round(job)
    assert run_round(lettered).state is State.DONE
    executed = (job.work / "notebooks" / "03_report.ipynb").read_text(encoding="utf-8")
    assert "12/2565" in executed
    records = [*read_all(job.out)]
    assert records[0].letter == lettered.letter
    (verdict,) = verify(records, job.out, job.project, tmp_path / "scratch")
    assert (verdict.differing, verdict.changed) == ((), ())


@pytest.mark.parametrize("name", ["report.html", "findings.json", LEDGER])
@pytest.mark.parametrize("content", [b"", b"{", None])
def test_a_damaged_output_is_made_again(job: Job, name: str, content: bytes | None) -> None:
    """An output that was cut, changed or removed is as it was after the next run."""
    run_round(job)
    before = (job.folder / "report.html").read_bytes()
    path = job.folder / name if name == LEDGER else made_file(job.folder, name)
    if content is None:
        path.unlink()
    else:
        path.write_bytes(content)
    assert run_round(job).state is State.DONE
    assert (job.folder / "report.html").read_bytes() == before


def test_the_ledger_says_how_far_a_failed_round_came(job: Job) -> None:
    """Each notebook has its state, and the error and the kept notebook are named."""
    failing = replace(job, project=project(job.project.parent / "other", check="1/0"))
    run_round(failing)
    record = read_record(job.folder)
    assert record is not None
    assert record.notebooks == {"01_load": "done", "02_check": "failed", "03_report": "not_run"}
    assert "division by zero" in record.error
    assert record.kept.endswith("02_check.failed.ipynb")
    assert run_round(failing).state is State.FAILED


def test_the_ledger_of_all_districts(tmp_path: Path) -> None:
    """All entries below an output folder are found; one that is damaged is left out."""
    records = [
        Record(code, 2565, 2, State.DONE, findings={"error": 1}) for code in ("0101", "7301")
    ]
    for one in records:
        write_record(tmp_path / "2565" / "q2" / one.district, one)
    write_bytes(tmp_path / "2565" / "q2" / "9601" / LEDGER, b"[]")
    assert list(read_all(tmp_path)) == records


def test_the_ledger_of_a_failed_round_names_nobody(job: Job) -> None:
    """It is copied with the reports; whoever ran it is told all."""
    project(job.project.parent / "o", check="raise ValueError('1.1: นายสมมติ ตัวอย่าง (ผอ.)')")
    outcome = run_round(replace(job, project=job.project.parent / "o"))
    assert "นายสมมติ ตัวอย่าง" in str(outcome.error)
    text = (job.folder / LEDGER).read_text("utf-8")
    record = read_record(job.folder)
    assert record is not None
    assert "ValueError" in record.error
    assert "สมมติ" not in text
    assert "\\u" not in text


@pytest.mark.parametrize("place", ["outputs", "outputs-work"])
def test_a_link_inside_the_rounds_folder_is_not_followed(
    job: Job, tmp_path: Path, place: str
) -> None:
    """Nothing is written through it; the message names it."""
    (elsewhere := tmp_path / "elsewhere").mkdir()
    folder = job.folder if place == "outputs" else job.work
    folder.mkdir(parents=True)
    (folder / "notebooks").symlink_to(elsewhere, target_is_directory=True)
    with pytest.raises(OutputError, match="A link leads out") as refused:
        run_round(job)
    assert str(folder / "notebooks") in refused.value.where
    assert [*elsewhere.iterdir()] == []
