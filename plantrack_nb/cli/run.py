"""``plantrack run``: from sources to reports."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from plantrack_nb.cli.console import Exit, error_console, output_console, show_error
from plantrack_nb.cli.options import FailOn
from plantrack_nb.run.notebook import Engine, Format

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.console import Console

    from plantrack_nb.run.district import Job, Outcome

EXAMPLES = (
    "plantrack run",
    "plantrack run params/2565-q2.yaml --formats html,pdf",
    "plantrack run --year 2565 --quarter 2 --district 7301 --input report.txt",
)
_STEPS = {
    "01_load": "reading",
    "02_check": "checking",
    "03_report": "composing",
    Format.HTML: "writing HTML",
    Format.PDF: "writing PDF",
}


def run(
    round_file: Annotated[
        Path | None, typer.Argument(help="A round file (YAML), e.g. params/2565-q2.yaml.")
    ] = None,
    year: Annotated[int | None, typer.Option("--year", help="Fiscal year B.E.")] = None,
    quarter: Annotated[int | None, typer.Option("--quarter", help="1 to 4.")] = None,
    district: Annotated[str | None, typer.Option("--district", help="Area code.")] = None,
    source: Annotated[
        Path | None, typer.Option("--input", help="The source file of the one district.")
    ] = None,
    out: Annotated[Path | None, typer.Option("--out", help="Folder for everything made.")] = None,
    formats: Annotated[
        str | None, typer.Option("--formats", help="html, pdf, or html,pdf.")
    ] = None,
    engine: Annotated[
        Engine, typer.Option("--engine", help="Run cells in this process, or in a kernel.")
    ] = Engine.PLANTRACK,
    show_persons: Annotated[
        bool, typer.Option("--show-persons", help="Name officers in the report.")
    ] = False,
    fail_on: Annotated[
        FailOn, typer.Option("--fail-on", help="Exit with 1 from this severity on.")
    ] = FailOn.NEVER,
) -> None:
    """Load, check and report rounds: one district, or those of a round file.

    With no option it makes the sample round's report.
    """
    from plantrack_nb.cli.plan import Asked, plan

    asked = Asked(round_file, year, quarter, district, source, out, formats, engine, show_persons)
    outcomes = _run_all(plan(asked))
    console = output_console()
    _close(console, outcomes)
    code = _exit_code(outcomes, fail_on)
    if code is not Exit.DONE:
        raise typer.Exit(code)


def _run_all(jobs: Sequence[Job]) -> list[Outcome]:
    from plantrack_nb.run.district import run_round

    console = error_console()
    outcomes = []
    with console.status("starting") as status:
        for number, job in enumerate(jobs, 1):

            def say(step: str, number: int = number, job: Job = job) -> None:
                status.update(f"{number}/{len(jobs)} {job.key}: {_STEPS.get(step, step)} …")

            outcomes.append(run_round(job, say))
    return outcomes


def _close(console: Console, outcomes: Iterable[Outcome]) -> None:
    """Say for each district what became of it, and where the report is."""
    for outcome in outcomes:
        counts = ", ".join(f"{count} {severity}" for severity, count in outcome.findings.items())
        said = f"{outcome.key}: {outcome.state.value.replace('_', ' ')}"
        said += f" ({counts})" if counts else ""
        console.print(f"{said}, {outcome.seconds:.1f} s", markup=False, highlight=False)
        if outcome.error is not None:
            show_error(outcome.error)
        for path in outcome.made:
            console.print(f"  {_nearby(path)}", markup=False, highlight=False)


def _nearby(path: Path) -> str:
    """Spell a path from the current folder when it lies in it."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


def _exit_code(outcomes: Sequence[Outcome], fail_on: FailOn) -> Exit:
    from plantrack_nb.findings import Severity
    from plantrack_nb.run.district import State

    bad = [one for one in outcomes if one.state in (State.FAILED, State.NO_INPUT)]
    if bad:
        return Exit.COULD_NOT_RUN if len(outcomes) == 1 else Exit.SOME_FAILED
    if fail_on is not FailOn.NEVER:
        limit = Severity(fail_on.value).rank
        if any(severity.rank <= limit for one in outcomes for severity in one.findings):
            return Exit.FINDINGS
    return Exit.DONE
