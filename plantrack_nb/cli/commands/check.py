"""``plantrack check``: prove what can be proved, and list the rest to look at."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from plantrack_nb.cli.exit_codes import Exit
from plantrack_nb.cli.terminal.console import output_console, severity_word
from plantrack_nb.cli.terminal.options import Areas, District, FailOn, Quarter, Year
from plantrack_nb.core.files import write_bytes, write_text
from plantrack_nb.core.findings import Finding, Severity, to_json, worst
from plantrack_nb.core.language import say
from plantrack_nb.office.kept_rounds import outputs_of
from plantrack_nb.office.project import find_project
from plantrack_nb.office.register import Register

if TYPE_CHECKING:
    from rich.console import Console

    from plantrack_nb.core.schema import Round, RoundKey
    from plantrack_nb.load import Wanted
    from plantrack_nb.measures.places import Places

_STYLES = {"error": "bold red", "warning": "yellow", "info": "blue"}
EXAMPLES = (
    "plantrack check data/7301-2565-q2.xlsx",
    "plantrack check data/7301-2565-q2.xlsx --xlsx findings.xlsx",
    "plantrack check tables --json findings.json --fail-on warning",
)


def check(
    source: Annotated[
        Path, typer.Argument(help="A source file, or a folder that 'plantrack load' wrote.")
    ],
    year: Year = None,
    quarter: Quarter = None,
    district: District = None,
    areas: Areas = None,
    json_file: Annotated[
        Path | None, typer.Option("--json", help="Also write the findings to this file.")
    ] = None,
    xlsx_file: Annotated[
        Path | None,
        typer.Option("--xlsx", help="Also write them as a workbook to sort and filter."),
    ] = None,
    fail_on: Annotated[
        FailOn, typer.Option("--fail-on", help="Exit with 1 from this severity on.")
    ] = FailOn.ERROR,
) -> None:
    """Check every figure that can be proved, and print what was found."""
    from plantrack_nb.check import OfficeFiles, all_rules, check_round, last_day
    from plantrack_nb.forms.findings_list import findings_workbook
    from plantrack_nb.load import Wanted, read_past

    now, places, carried = _round(source, areas, Wanted(district, year, quarter))
    params = find_project().params
    day = last_day(now.tables)
    past = read_past(_outputs(source, now.key), now.key, params)
    findings = check_round(now.tables, OfficeFiles.of(params), day, places, past)
    console = output_console()
    _print(console, findings)
    if carried:
        console.print(
            say(
                f"แฟ้มเว้นว่างไว้ {carried} ช่อง ใช้ค่าของรอบก่อน เว้นแต่กลุ่มรายงานค่าใหม่ไว้"
                " (ทุกช่องอยู่ในสมุดงาน 01_load)",
                f"{carried} cells were left empty and keep the last round's values, unless a group"
                " has reported others (each is listed in the notebook 01_load).",
            )
        )
    if json_file is not None:
        write_text(json_file, to_json(findings))
        console.print(str(json_file))
    if xlsx_file is not None:
        titles = {code: rule.title for code, rule in all_rules().items()}
        write_bytes(xlsx_file, findings_workbook(findings, now.projects, titles))
        console.print(str(xlsx_file))
    if _fails(findings, fail_on):
        raise typer.Exit(Exit.FINDINGS)


def _outputs(source: Path, key: RoundKey) -> Path:
    """Tell where the round before may be kept: beside this one, or in the project's outputs."""
    beside = outputs_of(source.parent, key) if source.is_dir() else None
    return beside or find_project().working


def _round(source: Path, areas: Path | None, wanted: Wanted) -> tuple[Round, Places, int]:
    """Return a round, its places, and how many of its cells keep the last round's values."""
    from plantrack_nb.cli.terminal.reading_progress import pages_told
    from plantrack_nb.load import corrected, read_places, read_source, read_tables

    if source.is_dir():
        return read_tables(source), read_places(source), 0
    project = find_project()
    register = Register.load(areas or project.register)
    with pages_told() as told:
        read = read_source(source, register, wanted, project.params, told=told)
    reading = corrected(read, project.params)
    carried = sum(one.kind == "carried" for one in reading.mends)
    return reading.round, reading.located, carried


def _print(console: Console, findings: Sequence[Finding]) -> None:
    from rich.table import Table
    from rich.text import Text

    shown = [one for one in findings if not one.waived and not one.because_of]
    if shown:
        table = Table(show_lines=False, pad_edge=False)
        table.add_column(say("ระดับ", "severity"), no_wrap=True)
        table.add_column(say("โครงการ", "project"), no_wrap=True)
        table.add_column(say("ข้อตรวจพบ", "finding"), ratio=1)
        table.add_column(say("ที่", "where"), no_wrap=True)
        for one in shown:
            place = one.refs[0].ref if one.refs else ""
            severity = Text(severity_word(one.severity), style=_STYLES[one.severity.value])
            table.add_row(severity, one.project_no, Text(one.message), place)
        console.print(table)
    counts = {name: sum(1 for one in findings if one.severity == name) for name in _STYLES}
    waived = sum(1 for one in findings if one.waived)
    words = {name: severity_word(Severity(name)) for name in counts}
    told = " ".join(f"{words[name]} {count}" for name, count in counts.items())
    said = ", ".join(f"{count} {name}" for name, count in counts.items())
    effects = sum(1 for one in findings if one.because_of and not one.waived)
    thai = f" · ในจำนวนนี้เป็นผลของข้อข้างบน {effects}" if effects else ""
    english = f"; {effects} follow from those above" if effects else ""
    console.print(
        say(
            f"พบ: {told} · ยอมรับไว้แล้ว {waived}{thai}",
            f"Found {said}; {waived} waived{english}.",
        )
    )


def _fails(findings: Sequence[Finding], fail_on: FailOn) -> bool:
    heaviest = worst(findings)
    if fail_on is FailOn.NEVER or heaviest is None:
        return False
    return heaviest.rank <= Severity(fail_on.value).rank
