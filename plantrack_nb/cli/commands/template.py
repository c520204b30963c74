"""``plantrack template``: write a round workbook, empty or filled."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from plantrack_nb.cli.terminal.console import output_console
from plantrack_nb.cli.terminal.options import Areas, District, Quarter, Year
from plantrack_nb.core.errors import OutputError, ParameterError
from plantrack_nb.core.language import say
from plantrack_nb.office.project import find_project
from plantrack_nb.office.register import Register
from plantrack_nb.office.validation import round_key

if TYPE_CHECKING:
    from plantrack_nb.core.schema import RoundKey
    from plantrack_nb.office.project import Project

EXAMPLES = (
    "plantrack template round.xlsx",
    "plantrack template next.xlsx --after outputs/2565/q2/7301",
    "plantrack template round.xlsx --from report.txt --no-persons",
)


def template(
    file: Annotated[Path, typer.Argument(help="The workbook to write (.xlsx).")],
    source: Annotated[
        Path | None, typer.Option("--from", help="Fill it from this file; else it is empty.")
    ] = None,
    after: Annotated[
        Path | None,
        typer.Option(
            "--after",
            help="Begin the next round from this one: its folder in the outputs, or a file.",
        ),
    ] = None,
    year: Year = None,
    quarter: Quarter = None,
    district: District = None,
    areas: Areas = None,
    persons: Annotated[
        bool, typer.Option("--persons/--no-persons", help="Keep officers' names, or hide them.")
    ] = True,
    force: Annotated[bool, typer.Option("--force", help="Replace the file if it exists.")] = False,
) -> None:
    """Write the round workbook: the tidy form in which a round is filled in.

    With --after it holds the projects, budgets, activities and owners of that round, shown and
    locked, and empty cells for what is new, beside what was reported last.
    """
    _check_file(file, force=force)
    if source is not None and after is not None:
        raise ParameterError(
            say(
                "แฟ้มหนึ่งกรอกจากรอบหนึ่ง หรือต่อจากรอบหนึ่ง อย่างใดอย่างหนึ่ง",
                "A workbook is filled from one round, or begins after one; not both.",
            ),
            where="--from, --after",
            hint=say("ใช้อย่างเดียว", "Leave one of the two out."),
        )
    project = find_project()
    register = Register.load(areas or project.register)
    given = (district, year, quarter)
    if after is not None:
        _write_after(file, after, given, project, register, persons=persons)
    elif source is not None:
        _write_filled(file, source, given, project, register, persons=persons)
    else:
        _write_empty(file, given, register)
    output_console().print(str(file))


_Given = tuple[str | None, int | None, int | None]


def _check_file(file: Path, *, force: bool) -> None:
    if file.suffix.lower() != ".xlsx":
        raise ParameterError(
            say("แบบกรอกต้องเป็นแฟ้ม .xlsx", "The round workbook must be an .xlsx file."),
            where=str(file),
            hint=say(
                f"ตั้งชื่อว่า {file.with_suffix('.xlsx').name}",
                f"Name it {file.with_suffix('.xlsx').name}.",
            ),
        )
    if file.exists() and not force:
        raise OutputError(
            say("มีแฟ้มนี้อยู่แล้ว จึงไม่ได้เขียนทับ", "The file exists already and was not touched."),
            where=str(file),
            hint=say(
                "ใช้ชื่ออื่น หรือเพิ่ม --force เพื่อเขียนทับ",
                "Choose another name, or add --force to replace it.",
            ),
        )


def _write_after(
    file: Path, after: Path, given: _Given, project: Project, register: Register, *, persons: bool
) -> None:
    from plantrack_nb.cli.terminal.round_argument import reading_at
    from plantrack_nb.load import without_persons, write_next

    last = reading_at(after, project, register).round
    write_next(
        file,
        last if persons else without_persons(last),
        _next_key(last.key.following, given, register),
    )


def _next_key(following: RoundKey, given: _Given, register: Register) -> RoundKey:
    """Take the round after the last one; what is asked for goes before it."""
    district, year, quarter = given
    return round_key(
        district=following.district if district is None else district,
        fiscal_year=following.fiscal_year if year is None else year,
        quarter=following.quarter if quarter is None else quarter,
        register=register,
    )


def _write_filled(
    file: Path, source: Path, given: _Given, project: Project, register: Register, *, persons: bool
) -> None:
    from plantrack_nb.load import (
        Wanted,
        places_without_persons,
        read_source,
        without_persons,
        write_workbook,
    )
    from plantrack_nb.measures.places import MOVED

    reading = read_source(source, register, Wanted(*given), project.params)
    # a workbook that was looked through has no cells that slid aside
    filled, places = reading.round, tuple(one for one in reading.places if one.column != MOVED)
    if not persons:
        filled, places = without_persons(filled), places_without_persons(places, filled)
    write_workbook(file, filled, places=places)


def _write_empty(file: Path, given: _Given, register: Register) -> None:
    from plantrack_nb.load import write_workbook

    district, year, quarter = given
    key = None
    if None not in given:
        key = round_key(district=district, fiscal_year=year, quarter=quarter, register=register)
    elif any(one is not None for one in given):
        raise ParameterError(
            say(
                "แบบกรอกเปล่าใช้ --district --year และ --quarter ทั้งสาม หรือไม่ใช้เลย",
                "An empty workbook takes all of --district, --year and --quarter, or none.",
            ),
            hint=say(
                "เติมให้ครบ หรือไม่ต้องใส่แล้วกรอกในแผ่นแรก",
                "Add the missing ones, or leave all out and fill them in on the first sheet.",
            ),
        )
    write_workbook(file, None, key)
