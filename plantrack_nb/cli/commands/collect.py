"""``plantrack collect``: ask the groups for their progress, and put together what comes back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from plantrack_nb.cli.exit_codes import Exit
from plantrack_nb.cli.terminal.console import nearby, output_console
from plantrack_nb.cli.terminal.options import Areas
from plantrack_nb.core.errors import ParameterError, SourceError
from plantrack_nb.core.language import say
from plantrack_nb.office.project import Project, find_project
from plantrack_nb.office.register import Register

if TYPE_CHECKING:
    from plantrack_nb.forms import Collected, Standing

_FIRST_BE_YEAR = 2400
EXAMPLES = (
    "plantrack collect outputs/2565/q2/7301 --to to-the-groups --due '15 กรกฎาคม 2565'",
    "plantrack collect outputs/2565/q2/7301 --read answers/*.xlsx",
    "plantrack collect data/7301-2565-q3.xlsx",
)


def collect(
    about: Annotated[
        Path,
        typer.Argument(
            metavar="ROUND",
            help="The workbook of the round to collect; or the folder of the last round that was "
            "run: then the round after it is collected, in a workbook in data/.",
        ),
    ],
    files: Annotated[
        list[Path] | None, typer.Argument(help="Further forms behind --read.", metavar="FILES")
    ] = None,
    to: Annotated[
        Path | None, typer.Option("--to", help="Write one form a responsible group here.")
    ] = None,
    due: Annotated[
        str, typer.Option("--due", help="Day by which they should be back: 2565-07-15 or in Thai.")
    ] = "",
    read: Annotated[
        list[Path] | None,
        typer.Option("--read", help="Take filled forms in: files, or a folder of them."),
    ] = None,
    settle: Annotated[
        list[str] | None,
        typer.Option("--settle", help="Group whose word counts where joint owners disagree."),
    ] = None,
    areas: Areas = None,
) -> None:
    """Write one form a responsible group with what was said last, or put filled ones together.

    What comes back is the round's next version: every value is kept with who said it and when,
    and laid over the round's own source whenever it is read. What joint owners say differently is
    shown and left alone. With neither --to nor --read it says who has answered and who is late.

    Exit code 1: forms were refused, or there are conflicts.
    """
    project = find_project()
    register = Register.load(areas or project.register)
    if files and not read:
        raise ParameterError(
            say("แบบที่ส่งกลับอ่านด้วย --read", "Forms are read with --read."),
            where=str(files[0]),
            hint=say(
                "พิมพ์: plantrack collect ROUND --read FILES…",
                "Write: plantrack collect ROUND --read FILES…",
            ),
        )
    if settle and not read:
        raise ParameterError(
            say(
                "ตัดสินค่าที่ไม่ตรงกันได้เมื่ออ่านแบบที่ส่งกลับด้วย",
                "Conflicts are settled while the forms are read.",
            ),
            where="--settle",
            hint=say(
                "พิมพ์: plantrack collect ROUND --read FILES… --settle ชื่อกลุ่ม",
                "Write: plantrack collect ROUND --read FILES… --settle GROUP",
            ),
        )
    source = _source(about, project, register, begin=to is not None)
    if to is not None:
        _ask(source, project, register, to, due)
    if read:
        _take(source, project, register, _forms([*read, *(files or ())]), settle or ())
    elif to is None:
        _tell_standings(_now(source, project, register), project)


def _source(about: Path, project: Project, register: Register, *, begin: bool) -> Path:
    """Return the file of the round to collect; after a round that was run it is made here."""
    from plantrack_nb.cli.terminal.round_argument import reading_at
    from plantrack_nb.load import write_next

    if not about.is_dir():
        return about
    last = reading_at(about, project, register).round
    key = last.key.following
    path = project.data / f"{key}.xlsx"
    if not path.exists():
        if not begin:
            raise SourceError(
                say(f"รอบ {key} ยังไม่มีแฟ้ม", f"The round {key} has no workbook yet."),
                where=str(path),
                hint=say(
                    "เริ่มด้วย plantrack collect ROUND --to FOLDER",
                    "Begin with: plantrack collect ROUND --to FOLDER",
                ),
            )
        write_next(path, last, key)
    return path


def _now(source: Path, project: Project, register: Register) -> Standing:
    from plantrack_nb.forms import standing_of
    from plantrack_nb.load import read_source

    reading = read_source(source, register, params=project.params)
    return standing_of(reading, project.params, project.working)


def _ask(source: Path, project: Project, register: Register, to: Path, due: str) -> None:
    from plantrack_nb.cli.terminal.plan import today
    from plantrack_nb.forms import ask

    now = _now(source, project, register)
    made = ask(now, project.params, to, _day(due), today().isoformat())
    for one in made:
        _say(
            say(
                f"{one.projects:>3} โครงการ {one.rows:>4} แถว  {one.path}",
                f"{one.projects:>3} projects {one.rows:>4} rows  {one.path}",
            )
        )
    _say(
        say(
            f"{now.round.key}: แบบรายงาน {len(made)} กลุ่ม แฟ้มของรอบคือ {nearby(source)}",
            f"{now.round.key}: {len(made)} forms; the round's workbook is {nearby(source)}",
        )
    )


def _day(due: str) -> date | None:
    from plantrack_nb.core.calendar import ce_year
    from plantrack_nb.office.round_file import iso_day

    try:
        text = iso_day(due)
    except ValueError as error:
        raise ParameterError(
            say("กำหนดส่งไม่ใช่วันที่", "The due date is no day."), where="--due", why=str(error)
        ) from error
    if not text:
        return None
    day = date.fromisoformat(text)
    return day.replace(year=ce_year(day.year)) if day.year >= _FIRST_BE_YEAR else day


def _forms(paths: Sequence[Path]) -> list[Path]:
    found: list[Path] = []
    for path in paths:
        inside = sorted(one for one in path.glob("*.xlsx") if not one.name.startswith("~$"))
        found += inside if path.is_dir() else [path]
    if not found:
        raise SourceError(
            say("ไม่มีแบบรายงานอยู่ที่นี่", "There is no form here."), where=", ".join(map(str, paths))
        )
    return [*dict.fromkeys(found)]


def _take(
    source: Path, project: Project, register: Register, files: list[Path], settle: Sequence[str]
) -> None:
    from plantrack_nb.cli.terminal.plan import today
    from plantrack_nb.forms import take
    from plantrack_nb.thai.groups import canonical_group

    now = _now(source, project, register)
    settled = {canonical_group(one) or one for one in settle}
    made = take(now, project.params, files, today().isoformat(), settled)
    _tell(source, now, made)
    _tell_standings(now, project)
    if made.merged.refused or made.merged.conflicts:
        raise typer.Exit(Exit.FINDINGS)


def _tell(source: Path, now: Standing, made: Collected) -> None:
    from plantrack_nb.forms import conflict_th
    from plantrack_nb.forms.collection.reported import place_th, value_th

    for one in made.merged.taken:
        said = f"{value_th(one, one.before)} → {value_th(one, one.after)}"
        _say(f"  {place_th(one)}: {said} ({one.who}: {one.reason})")
    for conflict in made.merged.conflicts:
        _say(say("  ไม่ตรงกัน: ", "  CONFLICT: ") + conflict_th(conflict))
    for remark in (each for answer in made.merged.answers for each in answer.remarks):
        noted = f"{place_th(remark)}: {remark.reason} ({remark.who})"
        _say(say("  หมายเหตุ: ", "  remark: ") + noted)
    for file, faults in made.merged.refused.items():
        _say(say(f"  ไม่รับแฟ้ม {file}:", f"  REFUSED {file}:"))
        for fault in faults:
            _say(f"    {fault}")
    for finding in made.change.new:
        _say(say("  ข้อตรวจพบใหม่: ", "  new finding: ") + finding.message)
    counts = (len(made.merged.answers), len(made.merged.taken), len(made.merged.conflicts))
    _say(
        say(
            f"{now.round.key} รุ่นที่ {made.version}: รับ {counts[0]} แฟ้ม ค่าใหม่ {counts[1]} ค่า"
            f" ไม่ตรงกัน {counts[2]} ค่า ไม่รับ {len(made.merged.refused)} แฟ้ม"
            f" · ทำรายงานด้วย plantrack run --input {nearby(source)}",
            f"{now.round.key} is now version {made.version}: {counts[0]} forms taken,"
            f" {counts[1]} new values, {counts[2]} conflicts, {len(made.merged.refused)} forms"
            f" refused. Report with: plantrack run --input {nearby(source)}",
        )
    )
    if made.merged.conflicts:
        _say(
            say(
                "ค่าที่ไม่ตรงกันคงเดิมไว้ ให้กลุ่มตกลงกันแล้วส่งใหม่ หรือเลือกด้วย --settle ชื่อกลุ่ม",
                "Conflicts keep what stands: let the groups agree, or settle with --settle GROUP.",
            )
        )


def _tell_standings(now: Standing, project: Project) -> None:
    from plantrack_nb.cli.terminal.plan import today
    from plantrack_nb.forms.collection.events import collection_file, read_events, standings

    day = today().isoformat()
    found = standings(read_events(collection_file(project.params, now.round.key)))
    for one in found:
        if one.answered:
            said = say(
                f"ส่งแล้วเมื่อ {_thai(one.answered)} โดย {one.who} ({one.values} ค่า)",
                f"answered {one.answered} by {one.who} ({one.values} values)",
            )
        elif one.is_late(day):
            said = say(f"เลยกำหนดส่ง {_thai(one.due)}", f"LATE, due {one.due}")
        else:
            said = say(f"รอส่ง กำหนด {_thai(one.due)}", f"waiting, due {one.due or 'not said'}")
        _say(f"{one.group}: {said}")
    if not found:
        _say(
            say(
                f"ยังไม่ได้ส่งแบบรายงานของรอบ {now.round.key}",
                f"No forms of the round {now.round.key} have been sent.",
            )
        )


def _thai(day: str) -> str:
    from plantrack_nb.core.calendar import thai_date

    return thai_date(date.fromisoformat(day)) if day else "ไม่ได้ระบุ"


def _say(text: str) -> None:
    output_console().print(text, soft_wrap=True)
