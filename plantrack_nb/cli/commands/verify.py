"""``plantrack verify``: make rounds again and compare every byte."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

from plantrack_nb.cli.exit_codes import Exit
from plantrack_nb.cli.terminal.console import output_console, show_error
from plantrack_nb.core.errors import ParameterError, SourceError
from plantrack_nb.core.language import say
from plantrack_nb.office.project import find_project

if TYPE_CHECKING:
    from plantrack_nb.run.ledger import Record
    from plantrack_nb.run.verify import Verdict

EXAMPLES = (
    "plantrack verify outputs",
    "plantrack verify outputs --sample 10",
    "plantrack verify outputs --district 7301",
)


def verify(
    out: Annotated[
        Path | None, typer.Argument(help="Folder that 'plantrack run' wrote; else 'outputs'.")
    ] = None,
    sample: Annotated[
        int | None, typer.Option("--sample", min=1, help="Only so many rounds, evenly spread.")
    ] = None,
    district: Annotated[
        list[str] | None, typer.Option("--district", help="Only this area; may be repeated.")
    ] = None,
    jobs: Annotated[
        int | None, typer.Option("--jobs", min=1, help="Rounds at a time; else what fits.")
    ] = None,
) -> None:
    """Make rounds again in a scratch folder and compare reports, tables, findings, notebooks.

    Exit code 0: all bytes are the same; 1: some differ; 2: a round could not be made again.
    """
    from plantrack_nb.run.verify import spread
    from plantrack_nb.run.verify import verify as verified
    from plantrack_nb.run.workers.pool import LocalPool, sensible_workers

    project = find_project()
    folder = (out or project.outputs).absolute()
    records = spread(_chosen(folder, district or []), sample)
    workers = min(jobs or sensible_workers(), len(records))
    with TemporaryDirectory(prefix="plantrack-verify-") as scratch:
        pool = LocalPool(workers) if workers > 1 else None
        verdicts = []
        for verdict in verified(records, folder, project.root, Path(scratch) / "outputs", pool):
            _tell(verdict)
            verdicts.append(verdict)
    code = _close(verdicts)
    if code is not Exit.DONE:
        raise typer.Exit(code)


def _chosen(out: Path, districts: Sequence[str]) -> list[Record]:
    from plantrack_nb.run.ledger import read_all

    made = [one for one in read_all(out) if one.outputs]
    if not made:
        raise SourceError(
            say("ไม่มีรอบที่ทำไว้ในโฟลเดอร์นี้", "No round was made in this folder."),
            where=str(out),
            hint=say(
                "บอกโฟลเดอร์เดียวกับ plantrack run --out",
                "Name the folder given to 'plantrack run --out'.",
            ),
        )
    unknown = sorted(set(districts).difference(one.district for one in made))
    if unknown:
        raise ParameterError(
            say("ไม่มีรอบของเขตเหล่านี้ในโฟลเดอร์นี้", "No round of these areas was made in this folder."),
            where="--district",
            why=", ".join(unknown),
            hint=say("ดูสิ่งที่มีด้วย plantrack status", "'plantrack status' lists what there is."),
        )
    return [one for one in made if not districts or one.district in districts]


def _tell(verdict: Verdict) -> None:
    console = output_console()
    said = say("เหมือนเดิม", "same")
    if verdict.error:
        said = say("ทำใหม่ไม่ได้", "cannot be made again")
    elif verdict.differing:
        said = say("ต่างไป", "differs")
    console.print(f"{verdict.record.key}: {said}")
    for line in verdict.differing:
        console.print(f"  {line}")
    if verdict.changed and (verdict.error or verdict.differing):
        names = ", ".join(verdict.changed)
        console.print(say(f"  เปลี่ยนตั้งแต่ทำไว้: {names}", f"  changed since it was made: {names}"))
    if verdict.error is not None:
        show_error(verdict.error)


def _close(verdicts: Iterable[Verdict]) -> int:
    told = [*verdicts]
    failed = sum(one.error is not None for one in told)
    differing = sum(bool(one.differing) for one in told)
    same = len(told) - failed - differing
    output_console().print(
        say(
            f"เหมือนเดิม {same} ต่างไป {differing} ทำใหม่ไม่ได้ {failed}",
            f"{same} same, {differing} differ, {failed} could not be made again.",
        )
    )
    if failed:
        return Exit.COULD_NOT_RUN
    return Exit.FINDINGS if differing else Exit.DONE
