"""The ground everything is measured on: a project in a scratch folder, with made-up districts."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from plantrack_nb.core.schema import RoundKey
from plantrack_nb.office.project import find_project
from plantrack_nb.office.register import Register
from plantrack_nb.office.validation import round_key
from plantrack_nb.simulate import Plan, simulate

YEAR, QUARTER, SEED, RATE = 2565, 2, 1, 0.2


@dataclass(frozen=True)
class Spent:
    """What something took: seconds by the clock, and of processors with all its children."""

    clock: float
    processor: float

    def over(self, other: Spent) -> tuple[float, float]:
        """How many times ``other`` it is, by the clock and by the processors."""
        return self.clock / other.clock, self.processor / other.processor

    def times(self, factor: float) -> Spent:
        """As much, so many times."""
        return Spent(self.clock * factor, self.processor * factor)


@dataclass(frozen=True)
class Ground:
    """A project with synthetic rounds of many districts."""

    root: Path
    keys: tuple[RoundKey, ...]

    @property
    def environment(self) -> Mapping[str, str]:
        """Variables for a process that works here, with this package and no other."""
        package = str(Path(__file__).resolve().parent.parent)
        return {**os.environ, "PLANTRACK_HOME": str(self.root), "PYTHONPATH": package}

    @property
    def round_file(self) -> Path:
        """Rounds of all districts."""
        return self.root / "synthetic" / "round.yaml"

    @property
    def register(self) -> Path:
        """The register of the districts."""
        return self.root / "synthetic" / "districts.csv"

    def source(self, key: RoundKey) -> Path:
        """Name the workbook of a district."""
        return self.root / "synthetic" / f"{key}.xlsx"


def prepare(folder: Path, districts: int) -> Ground:
    """Copy the project's notebooks and parameters, and make the districts' workbooks."""
    own = find_project()
    for name in ("notebooks", "params"):
        shutil.copytree(own.root / name, folder / name)
    plan = Plan(districts, SEED, YEAR, QUARTER, RATE)
    made = simulate(plan, folder, folder / "synthetic")
    keys = sorted((key for key, *_ in made.planted), key=str)
    return Ground(folder, tuple(keys))


def sample_key() -> RoundKey:
    """Return the key of the round that is shipped."""
    register = Register.load(find_project().params / "districts.csv")
    return round_key(district="7301", fiscal_year=2565, quarter=2, register=register)


def timed(command: Sequence[str], ground: Ground, said: str = "") -> Spent:
    """Run a command to its end, with ``said`` as its input, and say what it took."""
    before, start = processor(), time.perf_counter()
    done = subprocess.run(  # noqa: S603 - our own commands
        command, cwd=ground.root, env=ground.environment, input=said, text=True,
        capture_output=True, check=False,
    )  # fmt: skip
    if done.returncode not in (0, 3):
        raise SystemExit(f"{' '.join(command)} failed:\n{done.stdout}{done.stderr}")
    return Spent(time.perf_counter() - start, processor() - before)


def program(name: str) -> str:
    """Path of a command that was installed beside this Python."""
    return str(Path(sys.executable).with_name(name))


def processor() -> float:
    """Seconds of processor that all ended children have used."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
