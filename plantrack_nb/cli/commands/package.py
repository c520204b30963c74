"""``plantrack package``: reports and index pages as one zip for mail."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from plantrack_nb.cli.terminal.console import output_console
from plantrack_nb.core.language import say
from plantrack_nb.office.project import find_project

EXAMPLES = (
    "plantrack package outputs --to reports.zip",
    "plantrack package --to 2565-q2.zip --round 2565-q2",
    "plantrack package --to 7301.zip --district 7301",
)


def package(
    to: Annotated[Path, typer.Option("--to", help="The zip file to write.")],
    out: Annotated[
        Path | None, typer.Argument(help="Folder that 'plantrack run' wrote; else 'outputs'.")
    ] = None,
    districts: Annotated[
        list[str] | None, typer.Option("--district", help="Only this area; may be repeated.")
    ] = None,
    rounds: Annotated[
        list[str] | None,
        typer.Option("--round", help="Only this round, e.g. 2565-q2; may be repeated."),
    ] = None,
) -> None:
    """Put reports and index pages into one zip for mail; nothing in it names an officer."""
    from plantrack_nb.office.targets import read_targets
    from plantrack_nb.run.chosen_rounds import read_wanted
    from plantrack_nb.run.package import write_package

    project = find_project()
    targets = read_targets(project.params / "targets.csv")
    wanted = read_wanted(districts or (), rounds or ())
    members = write_package(out or project.outputs, to, targets, wanted)
    size = to.stat().st_size / 1e6
    output_console().print(
        say(f"{to}: {len(members)} แฟ้ม {size:.1f} MB", f"{to}: {len(members)} files, {size:.1f} MB")
    )
