"""``plantrack compare``: what has changed since an earlier round."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from plantrack_nb.cli.terminal.options import Areas
from plantrack_nb.core.language import say

if TYPE_CHECKING:
    from plantrack_nb.analysis import Comparison
    from plantrack_nb.office.round_folder import Workplace

EXAMPLES = (
    "plantrack compare outputs --year 2565 --quarter 2 --district 7301",
    "plantrack compare --year 2565 --quarter 3 --district 7301 --against 2565-q1 --json c.json",
    "plantrack compare outputs --year 2565 --quarter 2 --district 7301 --confirm 2.4=2.3",
)


def compare(
    year: Annotated[int, typer.Option("--year", help="Fiscal year B.E. of the later round.")],
    quarter: Annotated[int, typer.Option("--quarter", help="Its quarter, 1 to 4.")],
    district: Annotated[str, typer.Option("--district", help="Area code, e.g. 7301.")],
    out: Annotated[
        Path | None, typer.Argument(help="The output folder; the project's own by default.")
    ] = None,
    against: Annotated[
        str, typer.Option("--against", help="The earlier round, e.g. 2565-q1; else the one before.")
    ] = "",
    areas: Areas = None,
    json_file: Annotated[
        Path | None, typer.Option("--json", help="Write the changes to this file.")
    ] = None,
    confirmed: Annotated[
        list[str] | None,
        typer.Option(
            "--confirm",
            help="Say for good which project is which: 2.4=2.3 (now=before); 2.4= for a new one.",
        ),
    ] = None,
) -> None:
    """Tell what has changed in a district since an earlier round, project by project."""
    from plantrack_nb.analysis import compare_rounds
    from plantrack_nb.core.errors import SourceError
    from plantrack_nb.office.project import working
    from plantrack_nb.office.round_folder import workplace
    from plantrack_nb.thai.text import arabic_digits

    district = arabic_digits(district.strip())
    below = (f"{year}", f"q{quarter}", district)
    folder = "" if out is None else str(working(out.resolve()).joinpath(*below))
    areas_file = "" if areas is None else str(areas.resolve())
    here = workplace(district, year, quarter, out=folder, register=areas_file)
    if confirmed:
        _confirm(here, against, confirmed)
    made = compare_rounds(here, against)
    if made is None:
        raise SourceError(
            say(
                "ไม่มีรอบก่อนของเขตนี้ให้เทียบ",
                "There is no earlier round of this district to compare with.",
            ),
            where=str(here.outputs),
            hint=say(
                "ทำรอบก่อนก่อน หรือบอกรอบด้วย --against",
                "Run an earlier round first, or name one with --against.",
            ),
        )
    _show(made)
    if json_file is not None:
        _write(json_file, made)


def _confirm(here: Workplace, against: str, pairs: list[str]) -> None:
    """Keep what was said about who is who."""
    from datetime import date

    from plantrack_nb.core.errors import ParameterError
    from plantrack_nb.office.kept_rounds import round_before
    from plantrack_nb.thai.text import arabic_digits
    from plantrack_nb.year.confirmed import Confirmed, confirm, identity_file, round_name

    earlier = round_before(here.outputs, here.key, against)
    wrong = [one for one in pairs if one.count("=") != 1 or one.startswith("=")]
    if wrong or earlier is None:
        raise ParameterError(
            say(
                "ข้อความนี้ไม่ได้บอกว่าโครงการใดคือโครงการใด", "This does not say which project is which."
            ),
            where="--confirm",
            why=say(f"พบ “{wrong[0]}”", f"found '{wrong[0]}'")
            if wrong
            else say("ไม่มีรอบก่อนเก็บไว้", "no earlier round is kept"),
            hint=say(
                "พิมพ์เลขปัจจุบัน = เลขเดิม เช่น 2.4=2.3 ถ้าเป็นโครงการใหม่พิมพ์ 2.4=",
                "Write the number now, =, and the number before: 2.4=2.3; 2.4= for a new project.",
            ),
        )
    today = date.today().isoformat()  # noqa: DTZ011 - the person's own day
    said = [arabic_digits(one).partition("=") for one in pairs]
    name = round_name(earlier)
    known = [Confirmed(name, now.strip(), was.strip(), "", today) for now, _, was in said]
    confirm(identity_file(here.project.params, here.key), known)


def _show(made: Comparison) -> None:
    from rich.table import Table
    from rich.text import Text

    from plantrack_nb.cli.terminal.console import output_console
    from plantrack_nb.year.change import KINDS_TH

    console = output_console()
    table = Table(show_lines=False, pad_edge=False)
    for heading in (say("การเปลี่ยนแปลง", "change"), say("โครงการ", "project")):
        table.add_column(heading, no_wrap=True)
    table.add_column(say("สิ่งที่เปลี่ยน", "what"), ratio=1)
    for one in made.changes:
        number = one.project_no or one.project_no_before
        table.add_row(Text(KINDS_TH[one.kind]), Text(number), Text(one.message))
    console.print(table)
    rounds = f"{made.before.round.key} → {made.after.round.key}"
    console.print(
        say(
            f"{rounds}: เปลี่ยน {len(made.changes)} รายการ", f"{rounds}: {len(made.changes)} changes."
        )
    )
    for pair in made.identity.candidates:
        said = say(
            f"--confirm {pair.project_no}={pair.project_no_before} (เหมือนกัน {pair.likeness:.0%})",
            f"--confirm {pair.project_no}={pair.project_no_before} ({pair.likeness:.0%} alike)?",
        )
        console.print(say(f"อาจเป็นโครงการเดียวกัน ยืนยันด้วย {said}", f"Perhaps one project: {said}"))


def _write(path: Path, made: Comparison) -> None:
    from plantrack_nb.core.files import write_text
    from plantrack_nb.year.change import to_json

    write_text(path, to_json(made.changes))
