"""``plantrack layout``: show how a document is understood, and keep it for later rounds."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from plantrack_nb.cli.terminal.console import nearby, output_console, wide_console
from plantrack_nb.cli.terminal.options import Areas, Quarter, Source, Year
from plantrack_nb.core.errors import OutputError
from plantrack_nb.core.language import say
from plantrack_nb.core.locks import changing
from plantrack_nb.core.provenance import LayoutLine
from plantrack_nb.office.project import find_project
from plantrack_nb.office.register import Register

if TYPE_CHECKING:
    from plantrack_nb.load.layout.record import Layout

EXAMPLES = (
    "plantrack layout progress.xlsx --year 2566 --quarter 2",
    "plantrack layout progress.xlsx --save progress",
)


def layout(
    source: Source,
    year: Year = None,
    quarter: Quarter = None,
    areas: Areas = None,
    save: Annotated[
        str | None,
        typer.Option("--save", help="Keep it as params/layouts/NAME.yaml, to be corrected."),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace a kept layout.")] = False,
) -> None:
    """Show how a document is understood: its sheets, columns and rows, and what is unsure."""
    from plantrack_nb.load import Wanted, layout_lines, understand_source

    project = find_project()
    register = Register.load(areas or project.register)
    wanted = Wanted(None, year, quarter)
    found = understand_source(source, register, wanted, project.params)
    _show(layout_lines(found))
    if save is not None:
        path = _save(found, save, project.params, force=force)
        output_console().print(nearby(path))


def _save(found: Layout, name: str, params: Path, *, force: bool) -> Path:
    from plantrack_nb.load import layout_file, save_layout

    path = layout_file(params, name)
    with changing(path):
        if path.exists() and not force:
            raise OutputError(
                say("มีแฟ้มนี้อยู่แล้ว จึงไม่ได้เขียนทับ", "The file exists already and was not touched."),
                where=str(path),
                hint=say(
                    "ใช้ชื่ออื่น หรือเพิ่ม --force เพื่อเขียนทับ",
                    "Choose another name, or add --force to replace it.",
                ),
            )
        save_layout(found, path)
    return path


def _show(lines: Sequence[LayoutLine]) -> None:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in (
        say("ส่วน", "part"),
        say("ตำแหน่ง", "where"),
        say("ในเอกสาร", "in the document"),
        say("เข้าใจว่า", "understood as"),
        say("เหตุผล", "why"),
    ):
        table.add_column(name, overflow="fold")
    for one in lines:
        cells = (one.part, one.where, one.said, one.meaning, one.note)
        table.add_row(*(Text(" ".join(text.split())) for text in cells))
    wide_console().print(table)
