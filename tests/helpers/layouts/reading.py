"""Reads a case through the package and gives the verdict."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import isclose
from pathlib import Path
from typing import TYPE_CHECKING

from helpers.layouts.judge import Difference, differences
from helpers.layouts.told import said_in, silent

from plantrack_nb import check_round
from plantrack_nb.core.errors import ParameterError, SourceError
from plantrack_nb.core.findings import Finding
from plantrack_nb.load import Wanted, read_source
from plantrack_nb.measures.projects import of_round
from plantrack_nb.measures.totals import totals_of
from plantrack_nb.office.register import Register

if TYPE_CHECKING:
    from helpers.any_layout import Case

    from plantrack_nb.core.schema import Round
    from plantrack_nb.load.reading import Reading

ROOT = Path(__file__).resolve().parents[3]
_SAME_BAHT = 0.005


@dataclass(frozen=True)
class Verdict:
    """What came of reading a case.

    Parameters
    ----------
    kind : str
        ``right``, ``refused``, ``said`` (not right, but told), ``silent`` (not right, not told)
        or ``crash``.
    found, silent : list of Difference
        What was read otherwise, and that of it of which nobody was told.
    broken : list of str
        Where money is lost between the tables.
    false_errors : list of str
        Findings of the level error on what is right.
    message : str
        Why it was refused, or what crashed.
    """

    kind: str
    found: tuple[Difference, ...] = ()
    silent: tuple[Difference, ...] = ()
    broken: tuple[str, ...] = ()
    false_errors: tuple[str, ...] = ()
    message: str = ""

    @property
    def signature(self) -> str:
        """Name the kind of fault, so that like ones can be counted together."""
        fields = sorted({one.field for one in self.silent or self.found})
        fields += ["money lost"] if self.broken else []
        return "+".join(fields) or self.message.partition("\n")[0]


def verdict(case: Case, folder: Path) -> Verdict:
    """Write a case into a folder, read it there, and judge the reading."""
    clerk = case.clerk
    asked = (clerk.district, clerk.year, clerk.quarter) if case.layout.asked else ()
    path = case.write(folder)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            reading = read_source(path, register(), Wanted(*asked))
            findings = check_round(reading)
    except (SourceError, ParameterError) as refused:
        return Verdict("refused", message=str(refused))
    except Exception as crash:  # noqa: BLE001 - any crash is a result to be counted
        return Verdict("crash", message=f"{type(crash).__name__}: {crash}")
    return _judged(case, reading, findings)


def _judged(case: Case, reading: Reading, findings: list[Finding]) -> Verdict:
    read = reading.round
    found = tuple(differences(case.clerk, read))
    quiet = tuple(silent(found, said_in(reading, findings), case.shown))
    errors = tuple(one.rule for one in findings if one.severity == "error")
    broken = tuple(broken_sums(read)) if not errors else ()
    kind = "silent" if quiet or broken else "said" if found else "right"
    return Verdict(kind, found, quiet, broken, errors if not found else ())


def broken_sums(read: Round) -> Iterator[str]:
    """Compare the money of all lines with that by project, by strategy and in the totals."""
    totals = totals_of(of_round(read.tables))
    for field in ("budget", "disbursed"):
        lines = float(read.budget_lines[field].sum())
        joined = read.projects.merge(read.budget_lines, on="project_no")
        sums = {
            "by project": float(joined[field].sum()),
            "by strategy": float(joined.groupby("strategy_no")[field].sum().sum()),
            "totals": float(getattr(totals, field)),
        }
        for where, amount in sums.items():
            if not isclose(lines, amount, abs_tol=_SAME_BAHT):
                yield f"{field}: lines {lines:.2f}, {where} {amount:.2f}"


@lru_cache(1)
def register() -> Register:
    """Load the register of offices once."""
    return Register.load(ROOT / "params" / "districts.csv")
