"""``plantrack load``: read a round into tables."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from plantrack_nb.cli.terminal.console import output_console
from plantrack_nb.cli.terminal.options import Areas, District, Quarter, Source, TableFormat, Year
from plantrack_nb.cli.terminal.reading_progress import pages_told
from plantrack_nb.core.language import say
from plantrack_nb.office.project import find_project
from plantrack_nb.office.register import Register

EXAMPLES = (
    "plantrack load data/7301-2565-q2.xlsx --out tables",
    "plantrack load report.txt --year 2565 --quarter 2 --district 7301 --out tables --format csv",
)


def load(
    source: Source,
    out: Annotated[Path, typer.Option("--out", help="Folder for the tables.")],
    year: Year = None,
    quarter: Quarter = None,
    district: District = None,
    areas: Areas = None,
    format: Annotated[  # noqa: A002 - the option's name
        TableFormat, typer.Option("--format", help="One file a table, in this format.")
    ] = TableFormat.PARQUET,
) -> None:
    """Read a round into tables, one file a table."""
    from plantrack_nb.load import Wanted, corrected, read_source, write_reading

    project = find_project()
    register = Register.load(areas or project.register)
    wanted = Wanted(district, year, quarter)
    with pages_told() as told:
        read = read_source(source, register, wanted, project.params, told=told)
    reading = corrected(read, project.params)
    paths = write_reading(reading, out, format.value)
    console = output_console()
    for name, data in reading.round.tables.items():
        console.print(f"{len(data):>6}  {name}")
    share, mends, unread = reading.coverage.share, len(reading.mends), len(reading.round.unread)
    console.print(
        say(
            f"อ่านได้ {share:.1%} ของข้อความ ซ่อมให้ถูก {mends} แห่ง ไม่เข้าใจ {unread} แห่ง (ดู unread)",
            f"Read {share:.1%} of the text; put {mends} things right; "
            f"{unread} things were not understood (see unread).",
        )
    )
    if reading.corrections:
        console.print(
            say(
                f"วางค่าที่สำนักงานแก้ไว้ {len(reading.corrections)} ค่าทับต้นฉบับ",
                f"Laid {len(reading.corrections)} corrections of the office over the source.",
            ),
        )
    for note in reading.notes:
        console.print(say(f"หมายเหตุ: {note}", f"Note: {note}"))
    for path in paths:
        console.print(str(path))
