"""Measure what ``plantrack`` takes, beside the naive way in the same run.

python -m benchmarks                              all figures, printed
python -m benchmarks --write docs/performance.md  and written there
python -m benchmarks --districts 30 --naive 2     a quick look
python -m benchmarks --against c6b25c2            this version beside another, in pairs
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from statistics import median

from benchmarks.against import HEAD, NAMES, Pair, compared
from benchmarks.elsewhere import this_tree, tree_at, tree_of
from benchmarks.ground import Ground, Spent, prepare, program, sample_key, timed
from benchmarks.machine import machine
from benchmarks.memory import watched
from benchmarks.naive import naive
from benchmarks.plain import plain_function
from benchmarks.rules import rounds
from plantrack_nb.core.files import write_text
from plantrack_nb.office.project import find_project
from plantrack_nb.run.notebook_parameters import round_parameters

AT_ONCE = 2
_HEAD = """\
# Performance

<!-- Made by: python -m benchmarks {arguments} -->

Every figure stands beside the naive way, measured in the same run on the same machine: the commands
`papermill` and `jupyter nbconvert` (with our exporter, so that both make the same page) under
`xargs -P{at_once}`, or one plain Python function with a Jinja template. **Clock** is what a person
waits, **processor** what all processes used together; where other work goes on at the same time,
trust the latter. Absolute times are this machine's; the ratios are the point.

{machine}
"""

_AGAINST = """\
# This version beside {other}

<!-- Made by: python -m benchmarks {arguments} -->

Processor time (user and system, children included), the versions in turns in one run; medians, and
in brackets the least and the most. **Share** is *now* over *then*, or over what *beside* names.

{machine}
"""


@dataclass(frozen=True)
class Figure:
    """One measured figure: what, how much, beside what, what it is to reach, whether it does."""

    what: str
    ours: str
    other: str
    reached: str
    wanted: str
    ok: bool


def main(arguments: Sequence[str]) -> int:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--write", type=Path, metavar="FILE", help="write the table there")
    parser.add_argument("--districts", type=int, default=245)
    parser.add_argument("--naive", type=int, default=6, help="districts done the naive way")
    parser.add_argument("--times", type=int, default=5, help="repetitions of one district")
    parser.add_argument("--against", metavar="COMMIT", help="compare with this version instead")
    parser.add_argument(
        "--against-tree", type=Path, metavar="PATH", help="the same, with one that stands ready"
    )
    parser.add_argument("--pairs", type=int, default=3, help="turns of each pair of versions")
    parser.add_argument("--rows", nargs="*", choices=NAMES, default=[], help="these rows only")
    asked = parser.parse_args(arguments)
    if asked.against or asked.against_tree:
        text = _against(asked, " ".join(arguments))
        _say("") if not asked.write else write_text(asked.write, text)
        return 0
    figures: list[Figure] = []
    with tempfile.TemporaryDirectory(prefix="plantrack-bench-") as folder:
        ground = prepare(Path(folder).resolve(), asked.districts)
        for figure in chain(
            _one_warm(ground, asked.times),
            _one_cold(ground, asked.times),
            _many(ground, asked.naive),
            _size(ground),
            _rules(asked.districts),
        ):
            figures.append(figure)
            _say(_row(figure))
    said = " ".join(arguments)
    text = "\n".join(
        [_HEAD.format(machine=machine(), at_once=AT_ONCE, arguments=said), *_table(figures), ""]
    )
    if asked.write:
        write_text(asked.write, text)
    else:
        _say(text)
    return 0


def _against(asked: argparse.Namespace, said: str) -> str:
    """Print and return the table of this version beside another one."""
    other = tree_at(asked.against_tree) if asked.against_tree else tree_of(asked.against)
    lines = [*HEAD]
    _say("\n".join(HEAD))
    with tempfile.TemporaryDirectory(prefix="plantrack-bench-") as folder:
        root = Path(folder).resolve()
        pair = Pair(other.ready(), this_tree().ready(), root, asked.times, asked.pairs)
        for one in compared(pair.prepared(asked.districts), asked.rows):
            lines.append(one.row())
            _say(lines[-1])
    head = _AGAINST.format(arguments=said, other=other.name, machine=machine())
    return "\n".join([head, *lines, ""])


def _one_warm(ground: Ground, times: int) -> Iterator[Figure]:
    """One district in a warm worker, and as a plain function, in turns in this process."""
    from plantrack_nb.run.district import run_round
    from plantrack_nb.run.job import Job

    key = sample_key()
    own = find_project()
    shutil.copytree(own.data, ground.root / "data")
    os.environ["PLANTRACK_HOME"] = str(ground.root)
    job = Job(key, ground.root / "data" / f"{key}.xlsx", ground.root / "outputs", ground.root)
    plain = plain_function(ground.root)
    parameters = {**round_parameters(job), "out": str(ground.root / "plain")}

    def worker() -> None:
        outcome = run_round(job, force=True)
        assert outcome.error is None, outcome.error

    ours, other = _in_turns(worker, lambda: plain(parameters), times)
    yield _ratio("one district in a warm worker", ours, "plain function", other, 1.5)


def _one_cold(ground: Ground, times: int) -> Iterator[Figure]:
    """One district from nothing: a command, beside the four commands."""
    key = ground.keys[0]
    command = [*_plantrack(ground, "cold"), "--district", key.district, "--force"]
    ours = _middle([timed(command, ground) for _ in range(min(times, 3))])
    other = _middle([naive(ground, [key], 1) for _ in range(min(times, 3))])
    yield _ratio("one district, cold start", ours, "four commands", other, 0.35)


def _many(ground: Ground, sample: int) -> Iterator[Figure]:
    """All districts, then again; the naive way for a sample of them."""
    command = [*_plantrack(ground, "outputs"), "--jobs", str(AT_ONCE)]
    count = len(ground.keys)
    with watched() as memory:
        first = timed(command, ground)
    again = _middle([timed(command, ground) for _ in range(3)])
    step = max(1, count // sample)
    chosen = ground.keys[::step][:sample]
    other = naive(ground, chosen, AT_ONCE).times(count / len(chosen))
    by_clock, by_processor = other.over(first)
    yield Figure(
        f"{count} districts, HTML, {AT_ONCE} workers",
        _spent(first),
        f"commands under xargs -P{AT_ONCE}, {len(chosen)} districts scaled up: {_spent(other)}",
        f"{by_clock:.1f} × faster ({by_processor:.1f} × by processor)",
        "≥ 12 ×",
        by_clock >= 12,
    )
    share = 100 * again.clock / first.clock
    yield Figure(
        "the same again, nothing changed", _spent(again), f"first run: {_spent(first)}",
        f"{share:.2f} %", "≤ 1 %", share <= 1,
    )  # fmt: skip
    yield Figure(
        "peak memory of a worker", f"{memory.peak:.0f} MB", "", f"{memory.peak:.0f} MB",
        "≤ 400 MB", memory.peak <= 400,
    )  # fmt: skip
    yield Figure(
        "its memory, last quarter over second", f"{memory.growth:.2f} ×", "",
        f"{memory.growth:.2f} ×", "flat", memory.growth <= 1.1,
    )  # fmt: skip


def _size(ground: Ground) -> Iterator[Figure]:
    """Size of the page of the round that is shipped."""
    key = sample_key()
    path = ground.root.joinpath("outputs", *key.folders, "report.html")
    size = path.stat().st_size / 1000
    yield Figure(
        "HTML of the sample round", f"{size:.0f} kB", "", f"{size:.0f} kB", "≤ 600 kB", size <= 600
    )


def _rules(districts: int) -> Iterator[Figure]:
    """All rules over the tables of many districts at once: time for each row."""
    from benchmarks.scores import stacked
    from plantrack_nb.check import check_tables

    made = [one for one, _ in rounds(districts, 0.0)]
    each: dict[int, float] = {}
    for count in (max(1, districts // 8), districts):
        tables = stacked(made[:count])
        start = time.process_time()
        check_tables(tables)
        each[count] = (time.process_time() - start) / sum(map(len, tables.values()))
    few, many = each.values()
    yield Figure(
        f"all rules, {districts} districts at once", f"{1e6 * many:.1f} µs a row",
        f"{min(each)} districts: {1e6 * few:.1f} µs a row", f"{many / few:.2f} × a row",
        "linear", many <= 1.2 * few,
    )  # fmt: skip


def _plantrack(ground: Ground, out: str) -> list[str]:
    folder = str(ground.root / out)
    return [program("python"), "-m", "plantrack_nb", "run", str(ground.round_file), "--out", folder]


def _in_turns(
    one: Callable[[], object], other: Callable[[], object], times: int
) -> tuple[Spent, Spent]:
    """Run both in turns, once more than counted, so that neither has the better weather."""
    spent = [(_spent_here(one), _spent_here(other)) for _ in range(times + 1)][1:]
    return _middle([first for first, _ in spent]), _middle([second for _, second in spent])


def _spent_here(what: Callable[[], object]) -> Spent:
    clock, processor = time.perf_counter(), time.process_time()
    what()
    return Spent(time.perf_counter() - clock, time.process_time() - processor)


def _middle(several: Sequence[Spent]) -> Spent:
    return Spent(median(one.clock for one in several), median(one.processor for one in several))


def _ratio(what: str, ours: Spent, name: str, other: Spent, most: float) -> Figure:
    by_clock, by_processor = ours.over(other)
    return Figure(
        what,
        _spent(ours),
        f"{name}: {_spent(other)}",
        f"{by_clock:.2f} × ({by_processor:.2f} × by processor)",
        f"≤ {most} ×",
        by_clock <= most,
    )


def _spent(spent: Spent) -> str:
    return f"{spent.clock:.2f} s (processor {spent.processor:.2f} s)"


def _table(figures: Sequence[Figure]) -> Iterator[str]:
    yield "| what | plantrack | beside it | ratio | to reach | |"
    yield "|---|---|---|---|---|---|"
    yield from map(_row, figures)


def _row(one: Figure) -> str:
    mark = "✓" if one.ok else "not reached"
    return f"| {one.what} | {one.ours} | {one.other} | {one.reached} | {one.wanted} | {mark} |"


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
