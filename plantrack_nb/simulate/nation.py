"""A made-up nation in a folder: workbooks, what was planted, and a round file to run them."""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, astuple, dataclass, fields, replace
from itertools import chain
from multiprocessing import get_context
from pathlib import Path

from plantrack_nb.core.calendar import QUARTERS
from plantrack_nb.core.files import write_text
from plantrack_nb.core.schema import RoundKey
from plantrack_nb.office.register import District
from plantrack_nb.simulate.areas import Office, offices
from plantrack_nb.simulate.invented_words import NOTICE
from plantrack_nb.simulate.one_round import Fault
from plantrack_nb.simulate.quarters import Moved

REGISTER = "districts.csv"
"""The register of the made-up areas, beside their workbooks."""

_TOO_FEW_TO_SHARE = 8
_AT_ONCE = 4


@dataclass(frozen=True)
class Plan:
    """What to make.

    Parameters
    ----------
    count : int
        How many districts.
    seed : int
        The same seed gives the same files.
    fiscal_year, quarter : int
        The round, B.E. and 1 to 4.
    rate : float
        Faults to plant in each district, as a share of the number of its projects.
    whole_year : bool
        Make all four quarters of the year, ``quarter`` left out of account.
    """

    count: int
    seed: int
    fiscal_year: int
    quarter: int
    rate: float
    whole_year: bool = False


Planted = tuple[RoundKey, tuple[Fault, ...], tuple[Moved, ...]]


@dataclass(frozen=True)
class Simulation:
    """What was made: the round file (the last quarter's) and, by round, what was planted."""

    round_file: Path
    planted: tuple[Planted, ...]

    @property
    def faults(self) -> int:
        """How many faults were planted."""
        return sum(len(faults) for _, faults, _ in self.planted)


def simulate(plan: Plan, project: Path, folder: Path) -> Simulation:
    """Write a workbook for each district, ``planted.jsonl``, a register and ``round.yaml``.

    Parameters
    ----------
    plan : Plan
        What to make.
    project : Path
        The project's folder, from which a round file names its register and inputs.
    folder : Path
        Where everything is written.

    Raises
    ------
    ParameterError
        More districts are wanted than there can be codes.
    OutputError
        A file cannot be written.
    """
    made = offices(plan.count, plan.seed)
    planted = tuple(_written(plan, made, folder))
    write_text(folder / "planted.jsonl", "".join(_lines(planted)))
    write_text(folder / REGISTER, _register(one.district for one in made))
    quarters = QUARTERS if plan.whole_year else [plan.quarter]
    for quarter in quarters:
        round_file = folder / (f"round-q{quarter}.yaml" if plan.whole_year else "round.yaml")
        text = _round_file(replace(plan, quarter=quarter), _from(project, folder))
        write_text(round_file, text)
    return Simulation(round_file, planted)


def write_rounds(plan: Plan, office: Office, folder: Path) -> list[Planted]:
    """Make one district's rounds and write their workbooks."""
    from plantrack_nb.load import write_workbook
    from plantrack_nb.simulate.one_round import made_round, made_year

    if plan.whole_year:
        rounds = [*made_year(office, plan.fiscal_year, plan.seed, plan.rate)]
    else:
        made = made_round(office, plan.fiscal_year, plan.quarter, plan.seed, plan.rate)
        rounds = [(*made, ())]
    for one, _, _ in rounds:
        write_workbook(folder / f"{one.key}.xlsx", one, notice=NOTICE)
    return [(one.key, faults, moved) for one, faults, moved in rounds]


def _written(plan: Plan, made: Sequence[Office], folder: Path) -> Iterator[Planted]:
    """Share many districts out to one process a core; which one makes a round changes nothing."""
    plans, folders = [plan] * len(made), [folder] * len(made)
    workers = os.cpu_count() or 1
    if len(made) < _TOO_FEW_TO_SHARE or workers == 1:
        yield from chain.from_iterable(map(write_rounds, plans, made, folders))
        return
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        made_rounds = pool.map(write_rounds, plans, made, folders, chunksize=_AT_ONCE)
        yield from chain.from_iterable(made_rounds)


def _lines(planted: Iterable[Planted]) -> Iterator[str]:
    from plantrack_nb.check import all_rules

    severities = {code: rule.severity.value for code, rule in all_rules().items()}
    for key, faults, moved in planted:
        for one in faults:
            record = {
                "district": key.district,
                "rule": one.rule,
                "severity": severities[one.rule],
                "project_no": one.project_no,
                "where": one.where,
                "from": one.before,
                "to": one.after,
            }
            yield json.dumps(record, ensure_ascii=False) + "\n"
        for change in moved:
            yield json.dumps({**asdict(key), **asdict(change)}, ensure_ascii=False) + "\n"


def _register(made: Iterable[District]) -> str:
    stream = io.StringIO()
    rows = csv.writer(stream, lineterminator="\n")
    rows.writerow([field.name for field in fields(District)])
    rows.writerows(map(astuple, made))
    return stream.getvalue()


def _from(project: Path, folder: Path) -> Path:
    """Name a folder from the project, or outright where it lies outside."""
    place = folder.resolve()
    inside = place.is_relative_to(project.resolve())
    return place.relative_to(project.resolve()) if inside else place


def _round_file(plan: Plan, folder: Path) -> str:
    return (
        f"# {NOTICE}\n"
        f"# Synthetic data: {plan.count} districts, seed {plan.seed}, faults {plan.rate:g}.\n"
        f"fiscal_year: {plan.fiscal_year}\n"
        f"quarter: {plan.quarter}\n"
        f"register: {_quoted(folder / REGISTER)}\n"
        "districts: all # of that register\n"
        f"inputs: {_quoted(folder / '{district}-{fiscal_year}-q{quarter}.xlsx')}\n"
    )


def _quoted(path: Path) -> str:
    return json.dumps(path.as_posix(), ensure_ascii=False)
