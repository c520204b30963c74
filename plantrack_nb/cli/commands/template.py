"""``plantrack template``: write a round workbook, empty or filled."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from plantrack_nb.cli.terminal.console import output_console
from plantrack_nb.cli.terminal.options import Areas, District, Quarter, Year
from plantrack_nb.core.errors import OutputError, ParameterError
from plantrack_nb.office.project import find_project
from plantrack_nb.office.register import Register
from plantrack_nb.office.validation import round_key

EXAMPLES = (
    "plantrack template round.xlsx",
    "plantrack template round.xlsx --from report.txt --no-persons",
)


def template(
    file: Annotated[Path, typer.Argument(help="The workbook to write (.xlsx).")],
    source: Annotated[
        Path | None, typer.Option("--from", help="Fill it from this file; else it is empty.")
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
    """Write the round workbook: the tidy form in which a round is filled in."""
    from plantrack_nb.load import (
        Wanted,
        places_without_persons,
        read_source,
        without_persons,
        write_workbook,
    )

    if file.suffix.lower() != ".xlsx":
        raise ParameterError(
            "The round workbook must be an .xlsx file.",
            where=str(file),
            hint=f"Name it {file.with_suffix('.xlsx').name}.",
        )
    if file.exists() and not force:
        raise OutputError(
            "The file exists already and was not touched.",
            where=str(file),
            hint="Choose another name, or add --force to replace it.",
        )
    project = find_project()
    register = Register.load(areas or project.register)
    if source is None:
        given = (district, year, quarter)
        key = None
        if None not in given:
            key = round_key(district=district, fiscal_year=year, quarter=quarter, register=register)
        elif any(one is not None for one in given):
            raise ParameterError(
                "An empty workbook takes all of --district, --year and --quarter, or none.",
                hint="Add the missing ones, or leave all out and fill them in on the first sheet.",
            )
        write_workbook(file, None, key)
    else:
        wanted = Wanted(district, year, quarter)
        reading = read_source(source, register, wanted, project.params)
        filled, places = reading.round, reading.places
        if not persons:
            filled, places = without_persons(filled), places_without_persons(places, filled)
        write_workbook(file, filled, places=places)
    output_console().print(str(file))
