"""National targets of cumulative disbursement, each figure with its grade."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

from plantrack_nb.core.errors import SourceError
from plantrack_nb.core.plain_files import opened

_COLUMNS = ["fiscal_year", "kind", "quarter", "percent", "grade", "source"]


@dataclass(frozen=True, slots=True)
class Target:
    """Percent of the budget to be disbursed by the end of a quarter.

    Parameters
    ----------
    fiscal_year, quarter : int
        B.E. year and quarter 1-4.
    kind : str
        ``overall``, ``recurrent`` or ``investment``.
    percent : float
        The target.
    grade : str
        ``S`` read in a source, ``D`` derived from one, ``M`` from memory and unconfirmed.
    source : str
        Where the figure comes from.
    """

    fiscal_year: int
    kind: str
    quarter: int
    percent: float
    grade: str
    source: str

    @property
    def is_confirmed(self) -> bool:
        """False for a figure that nobody has looked up yet; say so wherever it is shown."""
        return self.grade != "M"


@dataclass(frozen=True)
class Targets:
    """All known targets; an unknown one is absent, never guessed."""

    rows: tuple[Target, ...] = ()

    def find(self, fiscal_year: int, quarter: int, kind: str = "overall") -> Target | None:
        """Return the target of a quarter, or None when it is not known."""
        wanted = (fiscal_year, quarter, kind)
        return next(
            (one for one in self.rows if (one.fiscal_year, one.quarter, one.kind) == wanted), None
        )


NO_TARGETS = Targets()
"""Nothing known."""


def read_targets(path: Path) -> Targets:
    """Read ``params/targets.csv``.

    Raises
    ------
    SourceError
        The file cannot be read, or a row of it is wrong.
    """
    try:
        with opened(path) as file:
            rows = list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise SourceError(
            "The targets cannot be read.",
            where=str(path),
            why=str(error),
            hint="Put targets.csv, saved as UTF-8, into the folder params.",
        ) from error
    return Targets(tuple(_target(row, number, path) for number, row in enumerate(rows, 2)))


def _target(row: dict[str, str], line: int, path: Path) -> Target:
    try:
        year, kind, quarter, percent, grade, source = (row[name].strip() for name in _COLUMNS)
        return Target(int(year), kind, int(quarter), float(percent), grade, source)
    except (KeyError, ValueError, AttributeError) as error:
        raise SourceError(
            "A row of the targets is wrong.",
            where=f"{path} line {line}",
            why=f"{type(error).__name__}: {error}",
            hint=f"Give the columns {', '.join(_COLUMNS)}; whole numbers for year and quarter.",
        ) from error
