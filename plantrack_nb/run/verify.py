"""Make rounds again in a scratch folder and compare every byte with what was made before."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from plantrack_nb.core.errors import PlantrackError, SourceError
from plantrack_nb.core.language import say
from plantrack_nb.run.district import run_round
from plantrack_nb.run.earlier_rounds import bring_along
from plantrack_nb.run.fingerprint import dependencies
from plantrack_nb.run.job import Job, Outcome, State
from plantrack_nb.run.ledger import Record, made_file, read_record
from plantrack_nb.run.notebook import Engine, Format
from plantrack_nb.run.workers.batch import Pool, run_batch

_OUT = re.compile(r'^out = (".*")$', re.MULTILINE)
_PLACE_BOUND = "parameters"  # holds the output folder, which is another one here


@dataclass(frozen=True)
class Verdict:
    """Whether a round came out the same.

    Parameters
    ----------
    record : Record
        The round, as its ledger tells of it.
    differing : tuple of str
        Each file that is not the same, and how it differs.
    changed : tuple of str
        What the round depends on that has changed since it was made.
    error : PlantrackError, optional
        Why it could not be made again.
    """

    record: Record
    differing: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    error: PlantrackError | None = None


def verify(
    records: Sequence[Record], out: Path, project: Path, scratch: Path, pool: Pool | None = None
) -> Iterator[Verdict]:
    """Make each round again below ``scratch`` and yield how it compares, as each ends.

    Parameters
    ----------
    records : sequence of Record
        Rounds that were made.
    out, project, scratch : Path
        Folder of the rounds, the project's folder, and an empty folder.
    pool : Pool, optional
        Workers; without one the rounds are made in this process.
    """
    jobs = [_again(record, project, scratch) for record in records]
    by_key = {record.key: record for record in records}
    for record in records:
        bring_along(out, record.key, scratch)
    for outcome in _outcomes(jobs, pool):
        yield _verdict(by_key[outcome.key], outcome, out, project, scratch)


def spread(records: Sequence[Record], count: int | None) -> list[Record]:
    """Take ``count`` of the records, evenly spread over them; all when ``None``."""
    if count is None or count >= len(records):
        return [*records]
    return [records[at * len(records) // count] for at in range(count)]


def _outcomes(jobs: Sequence[Job], pool: Pool | None) -> Iterator[Outcome]:
    if pool is None:
        return (run_round(job, force=True) for job in jobs)
    return run_batch(jobs, partial(run_round, force=True), pool)


def _again(record: Record, project: Path, scratch: Path) -> Job:
    return Job(
        key=record.key,
        source=project / record.source,
        out=scratch,
        project=project,
        names=tuple(record.notebooks),
        formats=tuple(Format(one) for one in record.reports),
        engine=Engine(record.depends.get("engine", Engine.PLANTRACK)),
        show_persons=record.shows_persons,
        letter=record.letter,
        register=project / record.register if record.register else None,
        office=record.office,
        language=record.language,
    )


def _verdict(record: Record, outcome: Outcome, out: Path, project: Path, scratch: Path) -> Verdict:
    job = _again(record, project, scratch)
    now = dependencies(job)
    changed = [
        name
        for name in {**record.depends, **now}
        if name != _PLACE_BOUND and record.depends.get(name) != now.get(name)
    ]
    if outcome.state is State.NO_INPUT:
        error = SourceError(
            say("ไม่พบต้นฉบับของรอบ", "The round's source is missing."), where=str(job.source)
        )
        return Verdict(record, error=error, changed=tuple(changed))
    made = read_record(job.folder)
    if outcome.error is not None or made is None:
        return Verdict(record, error=outcome.error, changed=tuple(changed))
    before = out / job.folder.relative_to(scratch)
    names = sorted({*record.outputs, *made.outputs})
    pairs = ((made_file(before, name), made_file(job.folder, name)) for name in names)
    compared = zip(names, (_difference(*pair) for pair in pairs), strict=True)
    return Verdict(record, tuple(f"{name}: {how}" for name, how in compared if how), tuple(changed))


def _difference(before: Path, again: Path) -> str:
    """Say how two files differ; ``""`` when they do not."""
    if not before.is_file():
        return say("หายไป", "is missing")
    if not again.is_file():
        return say("ไม่ได้ทำขึ้นอีกแล้ว", "is not made any more")
    old, new = before.read_bytes(), again.read_bytes()
    if before.suffix == ".ipynb":
        new = _in_place_of(new, old)
    if old == new:
        return ""
    if old.count(b"\n") < 2:
        return say(
            f"เดิม {len(old):,} ไบต์ เดี๋ยวนี้ {len(new):,} ไบต์",
            f"{len(old):,} bytes before, {len(new):,} now",
        )
    pairs = zip(old.splitlines(), new.splitlines(), strict=False)
    same = next((at for at, (one, other) in enumerate(pairs) if one != other), None)
    return (
        say("แฟ้มหนึ่งจบก่อน", "one of the two ends early")
        if same is None
        else say(f"ต่างกันตั้งแต่บรรทัด {same + 1}", f"differs from line {same + 1} on")
    )


def _in_place_of(new: bytes, old: bytes) -> bytes:
    """Write into a notebook's text the output folder that the other one was given."""
    for there, here in zip(_out_of(old), _out_of(new), strict=False):
        new = new.replace(here, there)
    return new


def _out_of(notebook: bytes) -> list[bytes]:
    """Take the output folder that was injected, as it stands in the notebook's JSON.

    Once with the line that the cell spells by Python's escapes, once as a cell may show it.
    """
    try:
        cells = json.loads(notebook)["cells"]
        sources = [
            "".join(cell["source"])
            for cell in cells
            if "injected-parameters" in cell["metadata"].get("tags", [])
        ]
        found = _OUT.search("\n".join(sources))
        words = (found[0], str(ast.literal_eval(found[1]))) if found else ()
    except (ValueError, KeyError, TypeError, SyntaxError):
        return []
    return [json.dumps(one, ensure_ascii=False)[1:-1].encode() for one in words]
