"""``plantrack status``: what became of every district, from the ledgers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from plantrack_nb.cli.terminal.console import (
    Line,
    absent,
    nearby,
    print_json,
    show_lines,
    wide_console,
)
from plantrack_nb.core.errors import SourceError
from plantrack_nb.core.language import say
from plantrack_nb.office.project import find_project, round_folder

if TYPE_CHECKING:
    from plantrack_nb.run.ledger import Record

EXAMPLES = ("plantrack status", "plantrack status outputs --json")
_LEFT_OUT = ("fingerprint", "depends", "outputs", "stamps")


def status(
    out: Annotated[
        Path | None, typer.Argument(help="An output folder; the project's own by default.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Show the state, open findings and time of every round that was run, the worst first."""
    from plantrack_nb.run.ledger import ledgers

    folder = out or find_project().outputs
    if not folder.is_dir():
        raise SourceError(
            say("ไม่มีโฟลเดอร์ผลลัพธ์นี้", "There is no such output folder."),
            where=str(folder),
            hint=say(
                "บอกโฟลเดอร์ที่ plantrack run เขียนไว้", "Name the folder that 'plantrack run' wrote to."
            ),
        )
    found = ledgers(folder)
    records = [one for one in found.values() if one]
    spoilt = [path for path, one in found.items() if not one]
    if as_json:
        print_json(_json(folder, records, spoilt))
    else:
        _show(folder, records, spoilt)


def _show(folder: Path, records: Sequence[Record], spoilt: Sequence[Path]) -> None:
    console = wide_console()
    lines = [
        Line(
            str(one.key),
            one.state,
            one.findings,
            _day_and_time(one.ended),
            absent(one.state, Path(one.source)) or nearby(_place(folder, one)),
        )
        for one in records
    ]
    show_lines(console, lines, when=say("เสร็จเมื่อ", "ended"), where=say("โฟลเดอร์", "folder"))
    for one in sorted(records, key=lambda one: str(one.key)):
        if one.error:
            said = one.error.replace("\n", "\n  ")
            console.print(f"{one.key}: {said}")
    for path in spoilt:
        said = say(
            f"บัญชีการทำงานนี้เสีย จะทำใหม่เมื่อสั่ง plantrack run ครั้งถัดไป: {nearby(path)}",
            f"This ledger is damaged; the next run makes it again: {nearby(path)}",
        )
        console.print(said)


def _day_and_time(ended: str) -> str:
    """Write when a round was over as people here read it; English keeps what a machine wrote."""
    from datetime import datetime

    from plantrack_nb.core.calendar import thai_date

    try:
        at = datetime.fromisoformat(ended).astimezone()
    except ValueError:
        return ended
    return say(f"{thai_date(at.date())} {at:%H:%M}", ended)


def _json(folder: Path, records: Sequence[Record], spoilt: Sequence[Path]) -> Mapping[str, object]:
    rounds = [
        {name: value for name, value in asdict(one).items() if name not in _LEFT_OUT}
        | {"folder": str(_place(folder, one))}
        for one in records
    ]
    return {
        "counts": Counter(one.state.value for one in records),
        "rounds": rounds,
        "damaged": [str(path) for path in spoilt],
    }


def _place(folder: Path, record: Record) -> Path:
    return round_folder(folder, record.key)
