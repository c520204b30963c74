"""Run a whole made-up country: ten sources spoilt, then mended, then all on a cluster, and anew.

    python -m benchmarks.nation                          245 districts, printed
    python -m benchmarks.nation --write docs/nation.md   and written there
    python -m benchmarks.nation --districts 20           a quick look

Every line of the table is a promise with what was seen of it; the exit code is 1 when one was not
kept. Works in a scratch folder and on loopback only, and ends by itself.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from benchmarks.ground import Ground, Spent, prepare, processor, program
from benchmarks.local_cluster import scheduler, workers
from benchmarks.machine import machine
from benchmarks.memory import Watched, watched
from benchmarks.spoilt import KINDS
from plantrack_nb.core.files import write_text
from plantrack_nb.core.schema import RoundKey
from plantrack_nb.office.project import working
from plantrack_nb.run.ledger import LEDGER

AT_ONCE = 2
_LONGEST = 3600.0  # seconds for one command
_MADE = re.compile(r"^\S+ \d+/\d+ \S+: (?:done|findings),", re.MULTILINE)
_FEW = 60  # districts; fewer do not show whether memory is flat
_MOST_MEMORY, _MOST_GROWTH = 400, 1.1
_TIMED = ("ended", "seconds", "stamps")
_HEAD = """\
# A whole country

<!-- Made by: python -m benchmarks.nation {arguments} -->

{districts} invented districts (`plantrack simulate`, seed 1) with {kinds} sources spoilt, each in a
way of its own; then mended and run again; then all of them anew, through a Dask scheduler with
{at_once} workers and on this machine. **Same bytes** compares the sha256 of every file of the
output folder (of ledgers without their times).

{machine}
"""


@dataclass(frozen=True)
class Claim:
    """What is promised, what was seen, and whether it was kept."""

    what: str
    seen: str
    kept: bool


@dataclass(frozen=True)
class Ran:
    """A command that has ended."""

    code: int
    said: str
    spent: Spent


def main(arguments: Sequence[str]) -> int:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.nation",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--write", type=Path, metavar="FILE", help="write the table there")
    parser.add_argument("--districts", type=int, default=245)
    asked = parser.parse_args(arguments)
    claims: list[Claim] = []
    rows = ["| what | seen | |", "|---|---|---|"]
    with tempfile.TemporaryDirectory(prefix="plantrack-nation-") as folder:
        ground = prepare(Path(folder).resolve(), asked.districts)
        for claim in _claims(ground):
            claims.append(claim)
            rows.append(f"| {claim.what} | {claim.seen} | {'✓' if claim.kept else 'NOT KEPT'} |")
            _say(rows[-1])
    if asked.write:
        head = _HEAD.format(
            arguments=" ".join(arguments), districts=asked.districts, kinds=len(KINDS),
            at_once=AT_ONCE, machine=machine(),
        )  # fmt: skip
        write_text(asked.write, "\n".join([head, *rows, ""]))
    return 0 if all(one.kept for one in claims) else 1


def _claims(ground: Ground) -> Iterator[Claim]:
    yield from _spoilt(ground)
    yield from _mended(ground)
    here = _set_aside(ground)
    yield from _on_a_cluster(ground)
    yield _same("made here (ten of them later), and on the cluster", here, _set_aside(ground))
    yield from _anew(ground)
    yield _same("made here in two runs, and in one", here, _set_aside(ground))


def _spoilt(ground: Ground) -> Iterator[Claim]:
    """Spoil some sources, run all, and look at what is told of each."""
    count = len(ground.keys)
    step = max(1, (count - 1) // len(KINDS))
    chosen = dict(zip(KINDS, ground.keys[1::step], strict=False))
    for name, key in chosen.items():
        ground.source(key).rename(_good(ground, key))
        ground.source(key).write_bytes(_good(ground, key).read_bytes())
        KINDS[name].how(ground.source(key))
    with watched() as memory:
        ran = _run(ground, "--jobs", str(AT_ONCE))
    told = _ledgers(ground)
    made = sum(one["state"] in {"done", "findings"} for one in told.values())
    yield Claim(
        f"{count} districts, {len(chosen)} spoilt: the others are made, exit code 3",
        f"{made} made, {len(told) - made} not, exit code {ran.code}; {_spent(ran)}",
        (made, len(told), ran.code) == (count - len(chosen), count, 3),
    )
    for name, key in chosen.items():
        yield _explained(name, told[key.district])
    yield Claim(
        "memory of the workers is flat, and at most 400 MB",
        f"most {memory.peak:.0f} MB; last quarter over second {memory.growth:.2f} ×",
        _is_flat(memory, count),
    )


def _explained(name: str, record: Mapping[str, object]) -> Claim:
    error, state = str(record["error"]), str(record["state"])
    what, _, rest = error.partition("\n")
    why = next((one.split(":", 1)[1].strip() for one in rest.splitlines() if "why:" in one), "")
    kept = state == "no_input" if name == "missing" else KINDS[name].told in error
    seen = f"no input: {record['source']}" if name == "missing" else f"{state}: {what} ({why})"
    return Claim(f"{name}: explained", seen, kept)


def _mended(ground: Ground) -> Iterator[Claim]:
    """Put the right sources back; a plain run makes just those."""
    good = sorted(ground.source(ground.keys[0]).parent.glob("*.good"))
    for path in good:
        path.replace(path.with_suffix(".xlsx"))
    ran = _run(ground, "--jobs", str(AT_ONCE))
    made = len(_MADE.findall(ran.said))
    unchanged = f"{len(ground.keys) - len(good)} unchanged" in ran.said
    yield Claim(
        "after mending, a plain run makes just those",
        f"{made} made, the rest unchanged: {unchanged}; exit code {ran.code}; {_spent(ran)}",
        (made, unchanged, ran.code) == (len(good), True, 0),
    )


def _anew(ground: Ground) -> Iterator[Claim]:
    """Make all with nothing there, then look again."""
    count = len(ground.keys)
    with watched() as memory:
        ran = _run(ground, "--jobs", str(AT_ONCE))
    yield Claim(
        f"{count} districts, none spoilt: all are made",
        f"exit code {ran.code}; {_spent(ran)}; workers at most {memory.peak:.0f} MB, last quarter "
        f"over second {memory.growth:.2f} ×",
        ran.code == 0 and _is_flat(memory, count),
    )
    again = _run(ground, "--jobs", str(AT_ONCE))
    yield Claim(
        "the same again makes nothing",
        f"exit code {again.code}; {_spent(again)}",
        again.code == 0 and f"{count} rounds: {count} unchanged." in again.said,
    )


def _on_a_cluster(ground: Ground) -> Iterator[Claim]:
    """Make all through a scheduler with workers of its own, all on loopback."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="plantrack-dask-")))
        address = stack.enter_context(scheduler(folder))
        stack.enter_context(workers(folder, address, AT_ONCE))
        ran = _run(ground, "--cluster", address)
    yield Claim(
        f"{len(ground.keys)} districts through a Dask scheduler with {AT_ONCE} workers",
        f"exit code {ran.code}; {ran.spent.clock:.0f} s",
        ran.code == 0,
    )


def _run(ground: Ground, *options: str) -> Ran:
    command = [program("python"), "-m", "plantrack_nb", "run", str(ground.round_file)]
    before, start = processor(), time.perf_counter()
    done = subprocess.run(  # noqa: S603 - our own command
        [*command, "--out", str(_out(ground)), *options], cwd=ground.root,
        env={**ground.environment, "COLUMNS": "200"}, capture_output=True, text=True,
        check=False, timeout=_LONGEST,
    )  # fmt: skip
    spent = Spent(time.perf_counter() - start, processor() - before)
    if done.returncode not in {0, 3}:
        raise SystemExit(f"{' '.join(command)} failed:\n{done.stdout}{done.stderr}")
    return Ran(done.returncode, done.stdout + done.stderr, spent)


def _set_aside(ground: Ground) -> dict[str, str]:
    """Take the sha256 of every output, and leave no outputs for the next run."""
    out = _out(ground)
    paths = sorted(path for path in out.rglob("*") if path.is_file() and path.name != ".lock")
    sums = {
        path.relative_to(out).as_posix(): hashlib.sha256(_lasting(path)).hexdigest()
        for path in paths
    }
    for one in (out, working(out)):
        one.rename(ground.root / f"{one.name}-{time.monotonic_ns()}")
    return sums


def _lasting(path: Path) -> bytes:
    if path.name != LEDGER:
        return path.read_bytes()
    fields = json.loads(path.read_text(encoding="utf-8"))
    return json.dumps({name: one for name, one in fields.items() if name not in _TIMED}).encode()


def _is_flat(memory: Watched, count: int) -> bool:
    return memory.peak <= _MOST_MEMORY and (count < _FEW or memory.growth <= _MOST_GROWTH)


def _same(what: str, one: Mapping[str, str], other: Mapping[str, str]) -> Claim:
    differing = [name for name in {**one, **other} if one.get(name) != other.get(name)]
    seen = f"{len(one)} and {len(other)} files, {len(differing)} differ"
    seen += f": {', '.join(differing[:3])}" if differing else ""
    return Claim(f"same bytes: {what}", seen, bool(one) and not differing)


def _ledgers(ground: Ground) -> dict[str, dict[str, object]]:
    found = sorted(_out(ground).glob(f"*/q*/*/{LEDGER}"))
    return {path.parent.name: json.loads(path.read_text(encoding="utf-8")) for path in found}


def _out(ground: Ground) -> Path:
    return ground.root / "outputs"


def _good(ground: Ground, key: RoundKey) -> Path:
    return ground.source(key).with_suffix(".good")


def _spent(ran: Ran) -> str:
    return f"{ran.spent.clock:.0f} s (processor {ran.spent.processor:.0f} s)"


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
