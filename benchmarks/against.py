"""Measure this version beside another one, in pairs: ``python -m benchmarks --against COMMIT``.

Each row is measured in turns, one process of the other version, one of this, and again, so that
what else the machine does falls on both. Processor time is told (user and system, children
included), the median of all repetitions and their spread.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.elsewhere import Tree
from benchmarks.ground import QUARTER, RATE, SEED, YEAR, processor
from benchmarks.load import write_csv, write_xlsx

ROWS = 10_000
_PROBE = Path(__file__).with_name("probe.py")
_FLOOR = Path(__file__).with_name("floor.py")


@dataclass(frozen=True)
class Spent:
    """Seconds of processor of each repetition, and a digest of what was made."""

    each: tuple[float, ...]
    made: str = ""
    megabytes: float = 0.0

    @property
    def middle(self) -> float:
        """The median."""
        return median(self.each)

    def __add__(self, other: Spent) -> Spent:
        most = max(self.megabytes, other.megabytes)
        return Spent(self.each + other.each, other.made or self.made, most)

    def __str__(self) -> str:
        low, high = min(self.each), max(self.each)
        return f"{_shown(self.middle)} ({_shown(low)} to {_shown(high)})"


@dataclass(frozen=True)
class Compared:
    """One row: what, the other version, this one, what it is held against, what is to be reached.

    ``share`` is this one over ``of``, which is the other version unless ``beside`` names something.
    """

    what: str
    old: Spent | None
    new: Spent
    most: float
    of: Spent
    beside: str = ""

    @property
    def share(self) -> float:
        """How many times the other it is."""
        return self.new.middle / self.of.middle

    def row(self) -> str:
        """Write it as a row of the table."""
        old = "" if self.old is None else str(self.old)
        same = self.old is not None and self.old.made and self.old.made == self.new.made
        beside = f"{self.beside}: {self.of}" if self.beside else ("same bytes" if same else "")
        mark = "✓" if self.share <= self.most else "not reached"
        return (
            f"| {self.what} | {old} | {self.new} | {beside} | {self.share:.2f} × "
            f"| ≤ {self.most:g} × | {mark} |"
        )


HEAD = (
    "| what | then | now | beside | share | to reach | |",
    "|---|---|---|---|---|---|---|",
)


@dataclass(frozen=True)
class Pair:
    """Two versions, each with a project of its own on the same data."""

    old: Tree
    new: Tree
    root: Path
    times: int
    pairs: int

    def prepared(self, districts: int) -> Pair:
        """Make both projects: sample, simulated districts, large documents."""
        synthetic = self.root / "made"
        data = self.new.folder / "data"
        source = data if any(data.glob("*.xlsx")) else self.new.folder / "sample"
        for tree in (self.old, self.new):
            folder = self.project(tree)
            for name in ("notebooks", "params"):
                shutil.copytree(tree.folder / name, folder / name)
            shutil.copytree(source, folder / "data")
        for tree in (self.old, self.new):
            if not synthetic.exists():
                _simulate(self.new, self.project(self.new), districts, synthetic)
            shutil.copytree(synthetic, self.project(tree) / "synthetic")
        write_xlsx(self.root / "large.xlsx", ROWS)
        write_csv(self.root / "large.csv", ROWS)
        for tree in (self.old, self.new):
            for name in ("large.xlsx", "large.csv"):
                shutil.copy(self.root / name, self.project(tree) / name)
        return self

    def project(self, tree: Tree) -> Path:
        """Name the project's folder of a version."""
        return self.root / ("new" if tree is self.new else "old")

    def probed(self, what: str) -> tuple[Spent, Spent]:
        """Measure one thing of :mod:`benchmarks.probe` in both, in turns."""
        return self._in_turns(lambda tree: self.probe(what, tree))

    def probe(self, what: str, tree: Tree | None = None) -> Spent:
        """Measure one thing in one version."""
        tree = tree or self.new
        command = [tree.python, str(_PROBE), what, str(self.project(tree)), str(self.times)]
        made = json.loads(_said(command, self.project(tree), tree).splitlines()[-1])
        return Spent(tuple(made["spent"]), made["made"], made["megabytes"])

    def commanded(self, *words: str) -> tuple[Spent, Spent]:
        """Measure a command of ``plantrack`` in both, in turns."""
        return self._in_turns(lambda tree: self.command(tree, *words))

    def command(self, tree: Tree, *words: str) -> Spent:
        """Measure a command in one version."""
        before = processor()
        _said([tree.python, "-m", "plantrack_nb", *words], self.project(tree), tree)
        return Spent((processor() - before,))

    def _in_turns(self, measured: Callable[[Tree], Spent]) -> tuple[Spent, Spent]:
        olds, news = [], []
        for _ in range(self.pairs):
            olds.append(measured(self.old))
            news.append(measured(self.new))
        return sum(olds[1:], olds[0]), sum(news[1:], news[0])


def compared(pair: Pair, wanted: Sequence[str]) -> Iterator[Compared]:
    """Yield the rows, the cheap ones first; ``wanted`` names some, all by default."""
    for name, rows in _ROWS.items():
        if not wanted or name in wanted:
            yield from rows(pair)


def _warm(pair: Pair) -> Iterator[Compared]:
    old, new = pair.probed("html")
    yield Compared("a warm round, HTML (sample)", old, new, 0.5, old)
    floor = _floor(pair)
    yield Compared("the same, beside the floor", None, new, float("inf"), floor, "the floor")


def _warm_pdf(pair: Pair) -> Iterator[Compared]:
    old, new = pair.probed("html and pdf")
    yield Compared("a warm round, HTML + PDF", old, new, 0.55, old)


def _cold(pair: Pair) -> Iterator[Compared]:
    key = ("--year", str(YEAR), "--quarter", str(QUARTER), "--district", "7301", "--force")
    for tree in (pair.old, pair.new):
        pair.command(tree, "run", *key)
    old, new = pair.commanded("run", *key)
    yield Compared("one district, cold start", old, new, 0.6, old)


def _reading(pair: Pair) -> Iterator[Compared]:
    old, new = pair.probed("round workbook")
    bare = pair.probe("calamine")
    yield Compared("reading the round workbook", old, new, 0.35, old)
    yield Compared("the same, beside bare reading", None, new, 4, bare, "calamine")
    old, new = pair.probed("large.xlsx")
    plain = pair.probe("pandas")
    yield Compared(f"a document of {ROWS:,} rows, .xlsx", old, new, 3, plain, "pandas")
    old, new = pair.probed("large.csv")
    yield Compared(f"a document of {ROWS:,} rows, .csv", old, new, 0.4, old)


def _rules(pair: Pair) -> Iterator[Compared]:
    old, new = pair.probed("rules")
    yield Compared("all rules, the simulated districts", old, new, 0.8, old)


def _many(pair: Pair) -> Iterator[Compared]:
    """Make all simulated districts with two workers, and again with nothing changed."""
    words = ("run", "synthetic/round.yaml", "--jobs", "2")
    old, new = (pair.command(tree, *words) for tree in (pair.old, pair.new))
    count = len([*(pair.root / "made").glob("*.xlsx")])
    yield Compared(f"{count} districts, HTML, 2 workers", old, new, 0.5, old)
    idle_old, idle_new = pair.commanded(*words)
    yield Compared("the same again, nothing changed", idle_old, idle_new, 0.005, new, "first run")


_ROWS: dict[str, Callable[[Pair], Iterator[Compared]]] = {
    "reading": _reading,
    "warm": _warm,
    "cold": _cold,
    "pdf": _warm_pdf,
    "rules": _rules,
    "many": _many,
}
NAMES: Iterable[str] = tuple(_ROWS)


def _floor(pair: Pair) -> Spent:
    command = [pair.new.python, str(_FLOOR), str(pair.project(pair.new)), str(pair.times)]
    made = json.loads(_said(command, pair.root, pair.new).splitlines()[-1])
    return Spent(tuple(made["spent"]))


def _simulate(tree: Tree, project: Path, districts: int, out: Path) -> None:
    words = ["--districts", str(districts), "--seed", str(SEED), "--year", str(YEAR)]
    more = ["--quarter", str(QUARTER), "--faults", str(RATE), "--out", str(out)]
    _said([tree.python, "-m", "plantrack_nb", "simulate", *words, *more], project, tree)


def _said(command: Sequence[str], folder: Path, tree: Tree) -> str:
    here = {"PLANTRACK_HOME": str(folder), "PLANTRACK_MEASURED": str(tree.folder)}
    own = {"PYTHONPATH": str(tree.folder), "PYTHONSAFEPATH": "1"}
    done = subprocess.run(  # noqa: S603 - our own commands
        command, cwd=folder, env={**os.environ, **here, **own}, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    if done.returncode not in (0, 1, 3):
        raise SystemExit(f"{' '.join(command)} failed:\n{done.stdout}{done.stderr}")
    return done.stdout


def _shown(seconds: float) -> str:
    return f"{seconds:.2f} s" if seconds >= 1 else f"{1000 * seconds:.0f} ms"
