"""National targets of cumulative disbursement, each figure with its grade."""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path

from plantrack_nb.core.language import say
from plantrack_nb.office.csv_file import CsvFile, Line


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


_FILE = CsvFile(
    "targets", "ตารางเป้าหมาย", "params/targets.csv", tuple(field.name for field in fields(Target))
)


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
        The file cannot be read as declared, or a row of it is wrong.
    """
    return Targets(tuple(_target(line) for line in _FILE.read(path)))


def _target(line: Line) -> Target:
    year, kind, quarter, percent, grade, source = line.cells
    try:
        return Target(int(year), kind, int(quarter), float(percent), grade, source)
    except ValueError as error:
        hint = say(
            "ปีและไตรมาสเป็นเลขจำนวนเต็ม ร้อยละเป็นตัวเลขล้วน",
            "Write whole numbers for year and quarter, and plain digits for the percent.",
        )
        raise _FILE.wrong(line, str(error), hint) from error
