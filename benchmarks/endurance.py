"""A year of a whole country made in one go, killed on the way, and then a week of nights.

    python -m benchmarks.endurance --districts 245     980 rounds; --districts 40 for a look

All four quarters of invented districts, some twenty sources spoilt; the run is killed three times
(SIGKILL) and begun again, then done once more with nothing to do; then seven nights by a clock of
their own (faketime), in which some of the spoilt sources are mended. Every line is a promise with
what was seen of it; the exit code is 1 when one was not kept. Works in a scratch folder.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path

from benchmarks.ground import RATE, SEED, YEAR, Ground, program
from benchmarks.machine import machine
from benchmarks.memory import Watched, watched
from benchmarks.spoilt import KINDS
from plantrack_nb.core.schema import RoundKey
from plantrack_nb.office.project import find_project
from plantrack_nb.office.validation import QUARTERS
from plantrack_nb.run.ledger import LEDGER
from plantrack_nb.simulate import Plan, simulate

_SPOILT, _KILLS, _NIGHTS = 20, 3, 7
_MOST_MEMORY, _MOST_GROWTH, _FEW = 400, 1.1, 40
_FIRST_NIGHT = datetime(2022, 10, 17, 2, 0)  # noqa: DTZ001 - the office's own clock
_TIMED = ("ended", "seconds", "stamps")
_LONGEST = 3 * 3600.0


@dataclass(frozen=True)
class Claim:
    """What is promised, what was seen, and whether it was kept."""

    what: str
    seen: str
    kept: bool


@dataclass
class Year:
    """All rounds of a year in a scratch project, with its own folder of temporary files."""

    ground: Ground
    temporary: Path
    spoilt: dict[RoundKey, str] = field(default_factory=dict)
    whole: dict[RoundKey, bytes] = field(default_factory=dict)

    @property
    def out(self) -> Path:
        """Where reports go."""
        return self.ground.root / "outputs"

    @property
    def environment(self) -> Mapping[str, str]:
        """Variables of the commands."""
        return {**self.ground.environment, "TMPDIR": str(self.temporary), "PLANTRACK_LANG": "en"}

    def spoil(self, count: int) -> None:
        """Spoil so many sources, spread over districts and quarters; keep what they were."""
        keys = self.ground.keys
        for at in range(count):
            key = keys[at * len(keys) // count]
            kind = [*KINDS][at % len(KINDS)]
            self.whole[key] = self.ground.source(key).read_bytes()
            KINDS[kind].how(self.ground.source(key))
            self.spoilt[key] = kind

    def mend(self, count: int) -> list[RoundKey]:
        """Put so many of them right."""
        mended = [*islice(self.spoilt, count)]
        for key in mended:
            self.ground.source(key).write_bytes(self.whole[key])
            del self.spoilt[key]
        return mended

    def states(self) -> Counter[str]:
        """Count what the ledgers say."""
        return Counter(
            json.loads(path.read_text(encoding="utf-8"))["state"]
            for path in self.out.glob(f"*/q*/*/{LEDGER}")
        )

    def run(self, *, clock: str = "", stop_at: int | None = None) -> str:
        """Run quarter after quarter; kill the command when so many ledgers are there."""
        said = ""
        for quarter in QUARTERS:
            words = ["run", f"synthetic/round-q{quarter}.yaml", "--out", "outputs", "--jobs", "2"]
            told, killed = self._command([program("plantrack"), *words], clock, stop_at)
            said += told
            if killed:
                break
        return said

    def _command(self, words: list[str], clock: str, stop_at: int | None) -> tuple[str, bool]:
        with tempfile.TemporaryFile("w+", encoding="utf-8") as said:
            process = subprocess.Popen(  # noqa: S603 - our own command
                [*(["faketime", clock] if clock else []), *words],
                cwd=self.ground.root, env=self.environment, stdout=said, stderr=said,
            )  # fmt: skip
            killed = False
            end = time.monotonic() + _LONGEST
            while process.poll() is None and time.monotonic() < end:
                time.sleep(0.2)
                if stop_at is not None and _count(self.out) >= stop_at:
                    process.send_signal(signal.SIGKILL)
                    killed = True
            said.seek(0)
            return said.read(), killed

    def made(self) -> dict[str, str]:
        """Digest every file that runs made, of ledgers what lasts."""
        roots = (self.out, self.out.with_name("outputs-work"))
        return {
            str(path.relative_to(self.ground.root)): _digest(path)
            for root in roots
            for path in sorted(root.rglob("*"))
            if path.is_file() and path.name != ".lock"
        }

    def left_over(self) -> list[str]:
        """Name what should not lie about."""
        beside = [str(one) for one in self.out.parent.rglob(".*.part")]
        beside += [str(one) for one in self.out.parent.rglob("*.lock.held")]
        return [*beside, *(one.name for one in self.temporary.iterdir())]


def main(arguments: Sequence[str]) -> int:
    """Run it all and print; 1 when a promise was not kept."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.endurance", description=__doc__)
    parser.add_argument("--districts", type=int, default=245)
    asked = parser.parse_args(arguments)
    print(f"{machine()}\n", flush=True)
    kept = True
    with tempfile.TemporaryDirectory(prefix="plantrack-endurance-") as folder:
        year = _prepared(Path(folder).resolve(), asked.districts)
        for claim in _claims(year):
            kept &= claim.kept
            print(f"{'kept' if claim.kept else 'NOT KEPT'}: {claim.what}: {claim.seen}", flush=True)
    return 0 if kept else 1


def _prepared(folder: Path, districts: int) -> Year:
    root, temporary = folder / "project", folder / "temporary"
    temporary.mkdir()
    for name in ("notebooks", "params"):
        shutil.copytree(find_project().root / name, root / name)
    made = simulate(Plan(districts, SEED, YEAR, 4, RATE, True), root, root / "synthetic")  # noqa: FBT003
    keys = sorted((key for key, *_ in made.planted), key=str)
    return Year(Ground(root, tuple(keys)), temporary)


def _claims(year: Year) -> Iterator[Claim]:
    rounds = len(year.ground.keys)
    year.spoil(min(_SPOILT, rounds // 8))
    with watched() as workers:
        yield from _killed_and_resumed(year, rounds)
        yield from _unchanged(year)
    yield from _flat(workers, rounds)
    if shutil.which("faketime") is None:
        yield Claim("a week of nights", "faketime is not installed", kept=False)
    else:
        yield from _week(year, rounds)


def _killed_and_resumed(year: Year, rounds: int) -> Iterator[Claim]:
    began = time.monotonic()
    reached = []
    for at in range(1, _KILLS + 1):
        year.run(stop_at=at * rounds // (_KILLS + 1))
        reached.append(_count(year.out))
    said = year.run()
    states = year.states()
    bad = states["failed"] + states["no_input"]
    seen = f"killed at {reached} of {rounds}; then {dict(states)}, {time.monotonic() - began:.0f} s"
    kept = states.total() == rounds and bad == len(year.spoilt) and "Traceback" not in said
    yield Claim(f"{rounds} rounds, {len(year.spoilt)} spoilt, killed three times", seen, kept)
    left = year.left_over()
    yield Claim("nothing is left beside", f"{left[:5] or 'nothing'}", not left)


def _unchanged(year: Year) -> Iterator[Claim]:
    before, began = year.made(), time.monotonic()
    said = year.run()
    after = year.made()
    other = [name for name in {*before, *after} if before.get(name) != after.get(name)]
    took = time.monotonic() - began
    seen = f"{len(other)} of {len(before)} files differ, {took:.0f} s"
    yield Claim("all again, with nothing to do", seen, not other and "Traceback" not in said)


def _flat(workers: Watched, rounds: int) -> Iterator[Claim]:
    seen = f"{len(workers.held)} workers, at most {workers.peak:.0f} MB"
    shown = rounds >= 4 * _FEW
    seen += f", growth {workers.growth:.2f}" if shown else " (too few rounds to show growth)"
    flat = not shown or workers.growth < _MOST_GROWTH
    yield Claim("memory of workers is flat", seen, workers.peak < _MOST_MEMORY and flat)
    seen = f"at most {workers.most_open}, growth {workers.growth_of_open} within a worker"
    flat = not shown or workers.growth_of_open <= 2
    yield Claim("open files of workers are flat", seen, flat)


def _week(year: Year, rounds: int) -> Iterator[Claim]:
    files, spoilt, wrong = [], len(year.spoilt), []
    for night in range(_NIGHTS):
        mended = year.mend(-(-spoilt // _NIGHTS))
        clock = f"{_FIRST_NIGHT + timedelta(days=night):%Y-%m-%d %H:%M:%S}"
        before = year.made()
        said = year.run(clock=clock)
        after = year.made()
        touched = {
            name.split("/")[3] for name in {*before, *after}
            if before.get(name) != after.get(name) and name.count("/") > 3
        }  # fmt: skip
        if not touched <= {key.district for key in mended} or "Traceback" in said:
            wrong.append(f"night {night + 1}: {sorted(touched)[:5]}")
        wrong += year.left_over()
        files.append(len(after))
    states = year.states()
    seen = f"{dict(states)}; files {files}; {wrong[:5] or 'nothing else touched, nothing left'}"
    kept = not wrong and states["done"] + states["findings"] == rounds
    yield Claim(f"{_NIGHTS} nights, {spoilt} sources mended on the way", seen, kept)


def _count(out: Path) -> int:
    return sum(1 for _ in out.glob(f"*/q*/*/{LEDGER}"))


def _digest(path: Path) -> str:
    data = path.read_bytes()
    if path.name == LEDGER:
        held = json.loads(data)
        data = json.dumps({name: held[name] for name in held if name not in _TIMED}).encode()
    return hashlib.sha256(data).hexdigest()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
