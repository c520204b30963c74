"""One district's round: its notebooks one after the other, then the report in each format."""

from __future__ import annotations

import shutil
import time
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from plantrack_nb.core.errors import OutputError, PlantrackError
from plantrack_nb.core.files import check_links, make_folder, sweep, write_bytes
from plantrack_nb.core.findings import Severity, read_findings
from plantrack_nb.core.language import say, speaking
from plantrack_nb.core.locks import held
from plantrack_nb.measures import totals
from plantrack_nb.render.recent import forget
from plantrack_nb.run.any_notebook import open_notebook
from plantrack_nb.run.fingerprint import dependencies, digest, fingerprint, versions
from plantrack_nb.run.job import Job, Outcome, State
from plantrack_nb.run.ledger import Record, stamp, unchanged, without_names, write_record
from plantrack_nb.run.notebook import Format, export, report_of, run_notebook
from plantrack_nb.run.notebook_parameters import Offered, round_parameters

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from nbformat import NotebookNode

    from plantrack_nb.render.document import Document

FINDINGS, CHANGES = "findings.json", "changes.json"
TABLES = "tables"
_WORKING = (FINDINGS, CHANGES, TABLES, "notebooks", "corrections", "seen.json", totals.FILE)


def _quietly(step: str) -> None:
    """Tell nobody."""


def run_round(
    job: Job, on_progress: Callable[[str], None] = _quietly, *, force: bool = False
) -> Outcome:
    """Make one district's round; a district that fails is an outcome, not an exception.

    Parameters
    ----------
    job : Job
        The round.
    on_progress : callable, optional
        Is told the name of each notebook, then of each format, before it is made.
    force : bool, optional
        Make it also when nothing it depends on has changed and its outputs are whole.

    Raises
    ------
    OutputError
        The output folder cannot be written, or another run holds it.
    """
    started = time.monotonic()
    folder = job.folder
    with held(folder), speaking(job.language):
        check_links(folder, job.work)
        sweep(folder)
        sweep(job.work)
        depends = dependencies(job)
        if not force and (same := unchanged(folder, fingerprint(depends))):
            return replace(same, seconds=time.monotonic() - started)
        _move_out(folder, job.work)
        done: list[str] = []
        outcome = _tried(job, on_progress, done)
        outcome = replace(outcome, seconds=time.monotonic() - started)
        write_record(folder, _record(job, outcome, depends, done))
    return outcome


def _move_out(folder: Path, work: Path) -> None:
    """Take away what earlier versions left, with officers' names, among what may be shared."""
    for name in _WORKING:
        old, new = folder / name, work / name
        if old.is_symlink() or not old.exists():
            continue
        if new.exists():
            shutil.rmtree(old) if old.is_dir() else old.unlink()
        else:
            make_folder(work)
            old.replace(new)


def settled(job: Job) -> Outcome | None:
    """Return the outcome of a round that is as it should be; None when it must be made.

    It is also None while another run is at work in the round's folder.
    """
    started = time.monotonic()
    try:
        if not job.folder.is_dir():
            return None
        with held(job.folder, wait=0):
            sweep(job.folder)
            sweep(job.work)
            same = unchanged(job.folder, fingerprint(dependencies(job)))
    except OutputError:  # making the round tells it, or has waited long enough
        return None
    return replace(same, seconds=time.monotonic() - started) if same else None


def refuse(job: Job, error: PlantrackError) -> Outcome:
    """Note in the ledger that a round cannot be made, and why; what was made before stays.

    Raises
    ------
    OutputError
        The output folder cannot be written, or another run holds it.
    """
    outcome = Outcome(job.key, State.FAILED, error=error)
    with held(job.folder):
        sweep(job.folder)  # whoever died there has left what it was writing
        sweep(job.work)
        write_record(job.folder, _record(job, outcome, {}))
    return outcome


def _tried(job: Job, on_progress: Callable[[str], None], done: list[str]) -> Outcome:
    if not job.source.is_file():
        return Outcome(job.key, State.NO_INPUT)
    try:
        made, notes = _made(job, on_progress, done)
        counts = _open_findings(job.work / FINDINGS)
    except OutputError:
        raise
    except PlantrackError as error:
        return Outcome(job.key, State.FAILED, error=error)
    serious = counts.get(Severity.ERROR, 0) + counts.get(Severity.WARNING, 0)
    state = State.FINDINGS if serious else State.DONE
    return Outcome(job.key, state, counts, made, notes=notes)


def _made(
    job: Job, on_progress: Callable[[str], None], done: list[str]
) -> tuple[tuple[Path, ...], tuple[str, ...]]:
    """Run the notebooks and write the reports; return what was made, and what it leaves out."""
    notebooks = [open_notebook(source) for source in job.notebooks]
    offered = Offered(job, notebooks)
    executed: dict[str, NotebookNode] = {}
    copies: list[Path] = []
    for one in notebooks:
        name = one.path.stem
        on_progress(name)
        target = job.work / "notebooks" / one.path.name
        executed[name] = run_notebook(
            one,
            target,
            offered.to(one),
            engine=job.engine,
            folder=job.project,
            timeout=job.timeout,
        )
        copies.append(target)
        done.append(name)
    document = report_of(executed)
    made = (*_reports(job, document, on_progress), *copies)
    forget()  # of no use to the next round, whose garbage is searched for
    return made, document.left_out


def _reports(job: Job, document: Document, on_progress: Callable[[str], None]) -> list[Path]:
    paths = {one: job.folder / f"report.{one}" for one in Format}
    changed = False
    for one in job.formats:
        on_progress(one)
        changed |= write_bytes(paths[one], export(document, one))
    for one in set(Format).difference(job.formats) if changed else ():
        paths[one].unlink(missing_ok=True)  # it would tell of the round as it was before
    return [paths[one] for one in job.formats]


def _open_findings(path: Path) -> dict[Severity, int]:
    open_ones = Counter(one.severity for one in read_findings(path) if not one.waived)
    return {severity: open_ones[severity] for severity in Severity if open_ones[severity]}


def _digest_of_made(path: Path) -> str:
    """Digest what was just made; a ledger without it would take any later content for right."""
    made = digest(path)
    if not made:
        raise OutputError(
            say(
                f"เขียน {path.name} แล้ว แต่อ่านกลับไม่ได้",
                f"{path.name} was written, but cannot be read back.",
            ),
            where=str(path),
            hint=say(
                "ตรวจดิสก์หรือไดรฟ์เครือข่าย แล้วสั่งใหม่",
                "Check the disk or the network drive, then run again.",
            ),
        )
    return made


def _kept(job: Job, states: Mapping[str, str]) -> str:
    """Name the executed copy of the notebook that failed; ``""`` when there is none."""
    failed = [one for one in job.notebooks if states[one.stem] == "failed"]
    copies = [job.work / "notebooks" / f"{one.stem}.failed.ipynb" for one in failed]
    return next((str(one) for one in copies if one.is_file()), "")


def _record(
    job: Job, outcome: Outcome, depends: Mapping[str, str], done: Sequence[str] = ()
) -> Record:
    states = dict.fromkeys(job.names, "not_run") | dict.fromkeys(done, "done")
    if outcome.state is State.FAILED and depends and len(done) < len(job.names):
        states[job.names[len(done)]] = "failed"
    tables = filter(Path.is_file, (job.work / TABLES).glob("*")) if outcome.made else ()
    left = [job.work / name for name in (FINDINGS, CHANGES, totals.FILE)] if outcome.made else []
    whole = [*outcome.made, *filter(Path.is_file, left), *sorted(tables)]
    roots = (job.folder, job.work)
    names = {
        path.relative_to(root).as_posix(): path
        for path in whole
        for root in roots
        if path.is_relative_to(root)
    }
    return Record(
        job.key.district,
        job.key.fiscal_year,
        job.key.quarter,
        outcome.state,
        office=job.office,
        source=str(round_parameters(job)["source"]),
        register=str(round_parameters(job).get("register", "")),
        shows_persons=job.show_persons,
        letter=job.letter,
        findings={severity.value: count for severity, count in outcome.findings.items()},
        notebooks=states,
        fingerprint=fingerprint(depends),
        depends=depends,
        outputs={name: _digest_of_made(path) for name, path in names.items()},
        stamps={name: stamp(path) for name, path in names.items()},
        error=without_names(outcome.error),
        kept=_kept(job, states),
        notes=[*outcome.notes],
        language=job.language,
        ended=datetime.now(UTC).isoformat(timespec="seconds"),
        seconds=round(outcome.seconds, 3),
        versions=versions(),
    )
