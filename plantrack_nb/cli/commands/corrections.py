"""``plantrack corrections``: return doubtful cells to their groups, and take the answers in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from plantrack_nb.cli.terminal.console import output_console
from plantrack_nb.cli.terminal.round_argument import only_round
from plantrack_nb.core.files import safe_child
from plantrack_nb.core.findings import Finding
from plantrack_nb.core.language import say
from plantrack_nb.core.schema import TABLES
from plantrack_nb.office.project import find_project

if TYPE_CHECKING:
    from rich.console import Console

    from plantrack_nb.forms import Received, Standing

EXAMPLES = (
    "plantrack corrections outputs/2565/q2/7301 --to to-the-groups",
    "plantrack corrections outputs/2565/q2/7301 --read answers/a.xlsx --read answers/b.xlsx",
)


def corrections(
    out: Annotated[
        Path, typer.Argument(help="A round's folder that 'plantrack run' wrote, or all outputs.")
    ],
    to: Annotated[
        Path | None,
        typer.Option("--to", help="Folder for the workbooks; else 'corrections' in the round's."),
    ] = None,
    read: Annotated[
        list[Path] | None, typer.Option("--read", help="Take a filled workbook in; repeatable.")
    ] = None,
) -> None:
    """Write one workbook a responsible group with its doubtful cells, or read them back filled.

    What comes back is a new version of the round: it is kept beside the round's parameters, with
    what stood before, and every later load lays it over the source, which is never changed.
    """
    from plantrack_nb.forms import round_tables, standing

    params = find_project().params
    rounds = round_tables(out)
    console = output_console()
    if read:
        _read(console, only_round(rounds, out), params, read)
        return
    for tables in rounds:
        now = standing(tables, params)
        folder = safe_child(tables.parent, "corrections") if to is None else to
        _send(console, now, params, folder)


def _send(console: Console, now: Standing, params: Path, folder: Path) -> None:
    from plantrack_nb.forms import send

    sent = send(now, params, folder)
    for one in sent.parcels:
        further = (
            say(f" {one.questions} คำถาม", f", {one.questions} questions") if one.questions else ""
        )
        console.print(
            say(
                f"{one.cells:>4} ช่อง{further}  {one.path}",
                f"{one.cells:>4} cells{further}  {one.path}",
            )
        )
    said = say(
        f"{now.round.key}: {len(sent.parcels)} แฟ้ม",
        f"{now.round.key}: {len(sent.parcels)} workbooks",
    )
    if sent.left:
        said += say(
            f" · อีก {len(sent.left)} ข้อไม่ได้อยู่ที่ช่องใดช่องเดียว จึงถามเป็นคำถาม",
            f"; {len(sent.left)} findings concern no single cell and go out as questions",
        )
    console.print(said)


def _read(console: Console, tables: Path, params: Path, files: Sequence[Path]) -> None:
    from plantrack_nb.forms import receive, standing

    now = standing(tables, params)
    received = receive(now, params, files, date.today().isoformat())  # noqa: DTZ011 - office's day
    _tell(console, now, received)


def _tell(console: Console, now: Standing, received: Received) -> None:
    for one in received.accepted.corrections:
        place = f"{TABLES[one.table].title} {one.row} {one.column}"
        said = f"{place}: {one.before} → {one.after} ({one.who}: {one.reason})"
        console.print(said)
    _list(console, say("หมดไป", "gone"), received.change.gone)
    _list(console, say("ใหม่", "NEW"), received.change.new)
    count, told = len(received.accepted.corrections), len(received.accepted.explanations)
    answered = len(received.accepted.answers)
    gone, new = len(received.change.gone), len(received.change.new)
    console.print(
        say(
            f"{now.round.key} เป็นรุ่นที่ {received.version}: แก้ {count} ค่า ชี้แจง {told} แถว"
            f" ตอบ {answered} คำถาม ข้อตรวจพบหมดไป {gone} ข้อ ใหม่ {new} ข้อ"
            " · สั่ง plantrack run ใหม่เพื่อทำรายงาน",
            f"{now.round.key} is now version {received.version}: {count} values corrected, "
            f"{told} rows explained, {answered} questions answered, "
            f"{gone} findings gone, {new} new. Run the round again to make its report.",
        )
    )


def _list(console: Console, word: str, findings: Sequence[Finding]) -> None:
    for one in findings:
        console.print(f"  {word}: {one.project_no} {one.message}")
