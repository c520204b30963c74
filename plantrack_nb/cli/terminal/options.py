"""Options that several commands share."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

Source = Annotated[
    Path, typer.Argument(help="A round workbook, a spreadsheet, or the text of a report.")
]
District = Annotated[
    str | None, typer.Option("--district", help="Area code, e.g. 7301; else taken from the file.")
]
Year = Annotated[
    int | None, typer.Option("--year", help="Fiscal year B.E., e.g. 2565; else from the file.")
]
Areas = Annotated[
    Path | None,
    typer.Option("--register", help="File of the area offices; else params/districts.csv."),
]
Quarter = Annotated[int | None, typer.Option("--quarter", help="1 to 4; else from the file.")]


class TableFormat(StrEnum):
    """File formats of tables."""

    PARQUET = "parquet"
    CSV = "csv"


class FailOn(StrEnum):
    """From which severity on a command ends with exit code 1."""

    ERROR = "error"
    WARNING = "warning"
    NEVER = "never"
