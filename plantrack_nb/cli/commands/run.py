"""``plantrack run``: from sources to reports."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack, closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from plantrack_nb.cli.exit_codes import Exit
from plantrack_nb.cli.terminal.console import (
    Line,
    absent,
    error_console,
    nearby,
    show_error,
    show_lines,
    wide_console,
)
from plantrack_nb.cli.terminal.dry_run import show_plan
from plantrack_nb.cli.terminal.options import FailOn
from plantrack_nb.cli.terminal.under_way import UnderWay, tell
from plantrack_nb.core.findings import Severity
from plantrack_nb.core.language import say
from plantrack_nb.office.project import Project
from plantrack_nb.run.job import Job, Outcome, State
from plantrack_nb.run.notebook import Engine

if TYPE_CHECKING:
    from plantrack_nb.run.log import LogFile
    from plantrack_nb.run.workers.batch import Pool

EXAMPLES = (
    "plantrack run",
    "plantrack run params/2565-q2.yaml --formats html,pdf",
    "plantrack run --year 2565 --quarter 2 --district 7301 --input report.txt",
    "plantrack run --year 2565 --quarter 2 --all --input received --jobs 4",
    "plantrack run params/2565-q2.yaml --dry-run",
)


def run(
    round_file: Annotated[
        Path | None, typer.Argument(help="A round file (YAML), e.g. params/2565-q2.yaml.")
    ] = None,
    year: Annotated[int | None, typer.Option("--year", help="Fiscal year B.E.")] = None,
    quarter: Annotated[int | None, typer.Option("--quarter", help="1 to 4.")] = None,
    districts: Annotated[
        list[str] | None, typer.Option("--district", help="Area code; may be given repeatedly.")
    ] = None,
    everyone: Annotated[bool, typer.Option("--all", help="Every district with a code.")] = False,
    due: Annotated[
        bool, typer.Option("--due", help="The last quarter that has ended, by today's date.")
    ] = False,
    inputs: Annotated[
        Path | None,
        typer.Option(
            "--input",
            help="The source of one district; for several, their folder, or a pattern such as "
            "'in/{district}.xlsx'.",
        ),
    ] = None,
    out: Annotated[Path | None, typer.Option("--out", help="Folder for everything made.")] = None,
    formats: Annotated[
        str | None, typer.Option("--formats", help="html, pdf, or html,pdf.")
    ] = None,
    jobs: Annotated[
        int | None, typer.Option("--jobs", help="Worker processes; as the machine allows.")
    ] = None,
    cluster: Annotated[
        str | None, typer.Option("--cluster", help="Address of a Dask scheduler to work there.")
    ] = None,
    engine: Annotated[
        Engine, typer.Option("--engine", help="Run cells in the worker, or in a kernel.")
    ] = Engine.PLANTRACK,
    force: Annotated[bool, typer.Option("--force", help="Make also what has not changed.")] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only say what would be made, and why.")
    ] = False,
    time_limit: Annotated[
        float, typer.Option("--time-limit", min=1, help="Seconds a round may take in a worker.")
    ] = 600.0,
    show_persons: Annotated[
        bool, typer.Option("--show-persons", help="Name officers in the report.")
    ] = False,
    fail_on: Annotated[
        FailOn, typer.Option("--fail-on", help="Exit with 1 from this severity on.")
    ] = FailOn.NEVER,
    log: Annotated[
        Path | None, typer.Option("--log", help="Add what happens to this file, as JSON lines.")
    ] = None,
) -> None:
    """Load, check and report rounds: one district, several, or all.

    With no option it makes the sample round's report. What has not changed is left alone.

    Options go before what the round file says; --district narrows it, --due replaces its date.

    Ends with 0 done, 1 findings (--fail-on), 2 could not run or stopped by Ctrl-C, 3 some failed.
    """
    from plantrack_nb.cli.terminal.asked import Asked
    from plantrack_nb.cli.terminal.plan import plan

    asked = Asked(
        round_file=round_file,
        year=year,
        quarter=quarter,
        districts=tuple(districts or ()),
        everyone=everyone,
        due=due,
        inputs=inputs,
        out=out,
        formats=formats,
        engine=engine,
        show_persons=show_persons,
        jobs=jobs,
    )
    planned = plan(asked)
    if dry_run:
        show_plan(planned, force=force)
        return
    outcomes: list[Outcome] = []
    try:
        _make(planned, outcomes, jobs, cluster, force=force, time_limit=time_limit, log=log)
    except KeyboardInterrupt:
        _close(planned, outcomes)
        over, all_of_them = len(outcomes), len(planned)
        said = say(
            f"หยุดแล้ว: เสร็จ {over} จาก {all_of_them} รอบ สั่งใหม่เพื่อทำส่วนที่เหลือ",
            f"Stopped: {over} of {all_of_them} rounds are over; run again for the rest.",
        )
        error_console().print(said)
        raise typer.Exit(Exit.COULD_NOT_RUN) from None
    _close(planned, outcomes)
    _index(planned)
    code = _exit_code(outcomes, fail_on)
    if code is not Exit.DONE:
        raise typer.Exit(code)


def _make(
    planned: Sequence[Job],
    outcomes: list[Outcome],
    jobs: int | None,
    address: str | None,
    *,
    force: bool,
    time_limit: float,
    log: Path | None,
) -> None:
    """Make the rounds; ``outcomes`` grows as they end, so that Ctrl-C loses none."""
    from plantrack_nb.cli.terminal.run_progress import watching
    from plantrack_nb.run.log import json_file, logged_to
    from plantrack_nb.run.rounds import check_writable, make_rounds, sorted_out

    check_writable(planned[0].out)
    with ExitStack() as stack:
        if log is not None:
            file = json_file(log)
            stack.callback(_tell_of_log, file)
            stack.enter_context(logged_to(file))
        over, left = sorted_out(planned, force=force)
        outcomes += over
        if not left:
            return
        pool = _pool(stack, left, jobs, address)
        watch = stack.enter_context(watching(len(left)))

        def begun(job: Job) -> None:
            if pool is None:
                tell(UnderWay(job, log))
            watch.start(job)

        made = make_rounds(
            left,
            pool,
            force=force,
            time_limit=time_limit,
            on_start=begun,
            on_step=watch.step,
        )
        for outcome in stack.enter_context(closing(made)):
            outcomes.append(outcome)  # before it is told: whoever then stops has it counted
            tell(None)
            watch.end(outcome)


def tell_death(under_way: UnderWay | None, how: str) -> Exit:
    """Tell that the process of this command died, and note it in the ledger of its round.

    Raises
    ------
    PlantrackError
        It was making no round, or the ledger cannot be written.
    """
    from plantrack_nb.core.errors import PlantrackError
    from plantrack_nb.run.log import ended, json_file, logged_to
    from plantrack_nb.run.rounds import died

    if under_way is None:
        raise PlantrackError(
            say("โปรเซสของ plantrack หยุดไป", "plantrack's process died."),
            why=how,
            hint=say(
                "สั่งใหม่ สิ่งที่ทำแล้วยังอยู่ หน่วยความจำอาจไม่พอ",
                "Run again: what is done stays. It may need more memory than there is.",
            ),
        )
    outcome = died(under_way.job, how)
    if under_way.log is not None:
        with logged_to(json_file(under_way.log)):
            ended(outcome)
    _close([under_way.job], [outcome])
    _index([under_way.job])
    return Exit.COULD_NOT_RUN


def _tell_of_log(file: LogFile) -> None:
    if file.fault is not None:
        show_error(file.fault)


def _pool(
    stack: ExitStack, left: Sequence[Job], jobs: int | None, address: str | None
) -> Pool | None:
    """Choose where rounds are made; a single one needs no worker, and no second start."""
    if address is not None:
        from plantrack_nb.run.workers.cluster import cluster

        return stack.enter_context(cluster(address, (left[0].project, left[0].out)))
    if len(left) == 1:
        return None
    from plantrack_nb.run.workers.pool import LocalPool, sensible_workers

    return LocalPool(min(jobs or sensible_workers(), len(left)))


def _close(planned: Sequence[Job], outcomes: Sequence[Outcome]) -> None:
    """Say for each district what became of it, where its report is, and why there is none."""
    sources = {job.key: job.source for job in planned}
    lines = [
        Line(
            str(one.key),
            one.state,
            {severity.value: count for severity, count in one.findings.items()},
            f"{one.seconds:.1f}",
            nearby(one.made[0]) if one.made else absent(one.state, sources[one.key]),
        )
        for one in outcomes
    ]
    if lines:
        show_lines(
            wide_console(), lines, when=say("วินาที", "seconds"), where=say("รายงาน", "report")
        )
    for outcome in outcomes:
        for note in outcome.notes:
            error_console().print(f"{outcome.key}: {note}", markup=False, highlight=False)
        if outcome.error is not None:
            error_console().print(f"{outcome.key}:", style="bold")
            show_error(outcome.error)


def _index(planned: Sequence[Job]) -> None:
    """Bring the index pages up to date, and say where they begin."""
    from plantrack_nb.office.targets import read_targets
    from plantrack_nb.run.index_pages import write_site

    first = planned[0]
    params = Project(first.project).params
    made = write_site(first.out, read_targets(params / "targets.csv"))
    wide_console().print(say(f"ทุกรอบ: {nearby(made[0])}", f"All rounds: {nearby(made[0])}"))


def _exit_code(outcomes: Sequence[Outcome], fail_on: FailOn) -> Exit:
    if any(one.state in {State.FAILED, State.NO_INPUT} for one in outcomes):
        return Exit.COULD_NOT_RUN if len(outcomes) == 1 else Exit.SOME_FAILED
    if fail_on is not FailOn.NEVER:
        limit = Severity(fail_on.value).rank
        if any(severity.rank <= limit for one in outcomes for severity in one.findings):
            return Exit.FINDINGS
    return Exit.DONE
