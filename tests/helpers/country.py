"""A made-up country in a project of its own, with one district that has been made the worst."""

from __future__ import annotations

import csv
import os
import shutil
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import astuple, dataclass, fields, replace
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from plantrack_nb.analysis import check_round, compare_rounds, kept_round, save_round
from plantrack_nb.core.files import write_text
from plantrack_nb.core.schema import Round
from plantrack_nb.load.reading import Reading
from plantrack_nb.measures import totals
from plantrack_nb.measures.projects import of_round
from plantrack_nb.office.project import Project, round_folder
from plantrack_nb.office.register import District, Register
from plantrack_nb.office.round_folder import Workplace
from plantrack_nb.simulate.areas import Office, offices
from plantrack_nb.simulate.one_round import made_year

YEAR, SEED = 2565, 5
_LEFT = 0.12
_WRONG_PERCENT = 87.65


@dataclass(frozen=True)
class Worst:
    """What was planted: the district, the project in which its money stands, the wrong percent."""

    code: str
    name: str
    project_no: str
    percent: str = f"{_WRONG_PERCENT}"


def make_country(root: Path, home: Path, districts: int) -> Worst:
    """Make a project with a year of so many districts, as runs would leave it.

    The district in the middle has disbursed an eighth of what it would have, nothing of its
    largest project, and prints a percent there that cannot be.
    """
    for name in ("params", "notebooks"):
        shutil.copytree(root / name, home / name, dirs_exist_ok=True)
    for name in ("data", "outputs"):
        (home / name).mkdir(exist_ok=True)
    made = offices(districts, SEED)
    _write_register(home, [one.district for one in made])
    worst = made[districts // 2]
    with ProcessPoolExecutor(2, get_context("spawn")) as pool:
        jobs = [pool.submit(_keep, home, one, one is worst) for one in made]
        numbers = [one.result() for one in jobs]
    return Worst(worst.district.code, worst.district.name, numbers[districts // 2])


def _write_register(home: Path, districts: list[District]) -> None:
    with (home / "params" / "districts.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([one.name for one in fields(District)])
        writer.writerows(map(astuple, districts))


@contextmanager
def _at_home(home: Path) -> Iterator[None]:
    before = os.environ.get("PLANTRACK_HOME")
    os.environ["PLANTRACK_HOME"] = str(home)
    try:
        yield
    finally:
        if before is None:
            del os.environ["PLANTRACK_HOME"]
        else:
            os.environ["PLANTRACK_HOME"] = before


def _keep(home: Path, office: Office, is_worst: bool) -> str:
    """Keep a district's year; return the number of its largest project."""
    project, register = Project(home), Register((office.district,))
    largest = ""
    with _at_home(home):
        for one, _, _ in made_year(office, YEAR, SEED, 0.1):
            largest = _largest(one)
            made = _stuck(one, largest) if is_worst else one
            folder = round_folder(project.working, one.key)
            here = Workplace(project, register, one.key, Path("none.xlsx"), folder)
            save_round(Reading(made), here)
            kept = kept_round(here)
            save_round(check_round(kept), here)
            save_round(compare_rounds(replace(kept)), here)
            write_text(here.totals, totals.to_json(totals.totals_of(of_round(made.tables))))
    return largest


def _largest(one: Round) -> str:
    lines: Any = one.budget_lines
    return str(lines.groupby("project_no")["budget"].sum().idxmax())


def _stuck(one: Round, project_no: str) -> Round:
    lines: Any = one.budget_lines.copy()
    of_project = lines["project_no"].eq(project_no)
    spent = (lines["disbursed"] * _LEFT).round(2).where(~of_project, lines["disbursed"] * 0)
    percent = (100 * spent / lines["budget"]).round(2).where(~of_project, _WRONG_PERCENT)
    lines = lines.assign(disbursed=spent, reported_pct=percent.where(lines["budget"].gt(0)))
    return replace(one, budget_lines=lines)


if __name__ == "__main__":
    import sys

    print(make_country(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])))  # noqa: T201
