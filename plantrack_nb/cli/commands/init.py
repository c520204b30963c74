"""``plantrack init``: an office's own project, and what is newer for it later."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from plantrack_nb.cli.terminal.console import output_console
from plantrack_nb.core.language import say

if TYPE_CHECKING:
    from plantrack_nb.office.new_project import Brought

EXAMPLES = (
    "plantrack init งานติดตามแผน",
    "plantrack init . --update",
)


def init(
    folder: Annotated[Path, typer.Argument(help="Folder of the project; made if need be.")],
    update: Annotated[
        bool,
        typer.Option(
            "--update", help="Bring newer notebooks and parameters; what was changed stays."
        ),
    ] = False,
) -> None:
    """Make an office's project: notebooks, parameters, folders, a sample round, a README."""
    from plantrack_nb.office.new_project import start_project, update_project

    made = update_project(folder) if update else start_project(folder)
    console = output_console()
    for line in _told(made) if update else _begun(folder, made):
        console.print(line, markup=False, highlight=False)


def _begun(folder: Path, made: Sequence[Brought]) -> list[str]:
    count = len(made)
    return [
        say(f"สร้างโครงการที่ {folder} แล้ว ({count} แฟ้ม)", f"Made {folder} ({count} files)."),
        say(f"ต่อไป: cd {folder} แล้ว plantrack run", f"Next: cd {folder}, then plantrack run."),
    ]


def _told(made: Sequence[Brought]) -> list[str]:
    """Tell each file that is not as it was, or not as the newer version has it."""
    words = {
        "new": say("เพิ่ม", "new"),
        "updated": say("เป็นรุ่นใหม่", "updated"),
        "merged": say("รวมเซลล์ใหม่กับที่แก้ไว้", "newer cells beside your own"),
        "kept": say("คงไว้ตามที่แก้", "kept as you changed it"),
        "taken_out": say("ไม่ใส่คืน เพราะเอาออกไว้", "left out, as you took it out"),
        "beside": say("คงไว้ตามที่แก้ รุ่นใหม่อยู่ที่", "kept as you changed it; the newer one is"),
    }
    lines = [
        f"{one.path}: {words[one.fate]} {one.beside}".rstrip() for one in made if one.fate in words
    ]
    return lines or [say("ทุกแฟ้มเป็นรุ่นล่าสุดแล้ว", "Everything is up to date.")]
