"""``plantrack run``: from sources to reports."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from plantrack_nb.cli.options import FailOn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from plantrack_nb.project import Project
    from plantrack_nb.register import Register
    from plantrack_nb.round_file import RoundFile
    from plantrack_nb.run.district import Outcome

SAMPLE = "2565-q2.yaml"


class Engine(StrEnum):
    """Where the cells of a notebook run."""

    PLANTRACK = "plantrack"
    KERNEL = "kernel"


EXAMPLES = (
    "plantrack run",
    "plantrack run params/2565-q2.yaml --formats html,pdf",
    "plantrack run --year 2565 --quarter 2 --district 7301 --input report.txt",
)


def run(
    round_file: Annotated[
        Path | None, typer.Argument(help="A round file (YAML); see params/2565-q2.yaml.")
    ] = None,
    year: Annotated[int | None, typer.Option("--year", help="Fiscal year B.E.")] = None,
    quarter: Annotated[int | None, typer.Option("--quarter", help="1 to 4.")] = None,
    district: Annotated[str | None, typer.Option("--district", help="Area code.")] = None,
    source: Annotated[
        Path | None, typer.Option("--input", help="The source file of the district.")
    ] = None,
    out: Annotated[Path | None, typer.Option("--out", help="Folder for everything made.")] = None,
    formats: Annotated[str | None, typer.Option("--formats", help="html, pdf or html,pdf.")] = None,
    engine: Annotated[
        Engine, typer.Option("--engine", help="In this process, or in a Jupyter kernel.")
    ] = Engine.PLANTRACK,
    fail_on: Annotated[
        FailOn, typer.Option("--fail-on", help="Exit with 1 from this severity on.")
    ] = FailOn.NEVER,
) -> None:
    """Load, check and report rounds: one district or all of a round file.

    With no option it makes the sample round's report.
    """
    from plantrack_nb.cli.console import Exit, output_console
    from plantrack_nb.project import find_project
    from plantrack_nb.register import Register

    project = find_project()
    register = Register.load(project.params / "districts.csv")
    given = (year, quarter, district, source)
    plan = _plan(project, register, round_file, given, formats)
    console = output_console()
    outcomes = _run_all(console, project, plan, out or project.outputs, source, engine)
    _close(console, outcomes)
    code = _exit_code(outcomes, fail_on)
    if code is not Exit.DONE:
        raise typer.Exit(code)
