"""How any office's round is read: random rounds in random layouts, compared with the truth.

    python -m benchmarks.layouts --rounds 2000 --seed 1 --jobs 2
    python -m benchmarks.layouts --only shape=months --only container=ods
    python -m benchmarks.layouts --cases 17,44 --keep FOLDER

Each case is read as a person's file would be (``read_source``, then ``check_round``). It is
**right**, **refused** (with a reason), **said** (read otherwise, and a finding, the layout or what
was not understood names it), or **silent**: wrong without a word, which must not be. Money must be
the same over all lines, by project, by strategy and in the totals, whatever else happens.

``--keep`` keeps a small file of each kind of fault, with what a clerk reads from it.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from hashlib import blake2s
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))  # where the layouts are drawn

from helpers.any_layout import Case, any_case  # noqa: E402
from helpers.layouts.reading import Verdict, verdict  # noqa: E402
from helpers.layouts.shrink import shrunk  # noqa: E402

KINDS = ("right", "refused", "said", "silent", "crash")
_LEAST = 8
"""Fewer cases of a feature say nothing about it."""


@dataclass(frozen=True)
class Outcome:
    """What came of one case."""

    number: int
    features: tuple[tuple[str, str], ...]
    verdict: Verdict


def main(arguments: Sequence[str]) -> int:
    """Run what the command line asks for; 1 when something was wrong in silence."""
    asked = _parser().parse_args(arguments)
    only = [tuple(one.split("=", 1)) for one in asked.only]
    numbers = [int(one) for one in asked.cases.split(",") if one] or None
    chosen = list(islice(_chosen(asked.seed, only, numbers), asked.rounds))
    outcomes = _read(asked.seed, chosen, asked.jobs)
    for line in (*_totals(outcomes), *_faults(outcomes), *_features(outcomes)):
        print(line)
    if asked.keep:
        _keep(asked, outcomes)
    wrong = [one for one in outcomes if one.verdict.kind in {"silent", "crash"}]
    return 1 if wrong else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.layouts",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--rounds", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--only", action="append", default=[], metavar="FEATURE=VALUE")
    parser.add_argument("--cases", default="", metavar="N,N,…", help="these numbers only")
    parser.add_argument("--keep", type=Path, metavar="FOLDER")
    parser.add_argument("--of", default="silent,crash", metavar="VERDICT,…", help="to keep")
    parser.add_argument(
        "--each", type=int, default=4, help="cases of the same fields to make small"
    )
    return parser


def _chosen(
    seed: int, only: Sequence[tuple[str, ...]], numbers: Sequence[int] | None
) -> Iterator[int]:
    """Give the numbers of the cases that have all features asked for."""
    for number in numbers if numbers is not None else range(1_000_000):
        if not only or set(only) <= set(any_case(seed, number).layout.features()):
            yield number


def _read(seed: int, numbers: Sequence[int], jobs: int) -> list[Outcome]:
    """Read all cases, a piece of them at a time in each process."""
    pieces = [numbers[at : at + 25] for at in range(0, len(numbers), 25)]
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        return [one for some in pool.map(_read_some, [seed] * len(pieces), pieces) for one in some]


def _read_some(seed: int, numbers: Sequence[int]) -> list[Outcome]:
    with tempfile.TemporaryDirectory(prefix="plantrack-layouts-") as folder:
        return [_outcome(number, any_case(seed, number), Path(folder)) for number in numbers]


def _outcome(number: int, case: Case, folder: Path) -> Outcome:
    return Outcome(number, tuple(case.layout.features()), verdict(case, folder))


def _totals(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """Count the verdicts."""
    counted = Counter(one.verdict.kind for one in outcomes)
    yield f"| {len(outcomes)} layouts | count | share |"
    yield "|---|--:|--:|"
    for kind in KINDS:
        yield f"| {kind} | {counted[kind]} | {_percent(counted[kind], len(outcomes))} |"
    broken = sum(bool(one.verdict.broken) for one in outcomes)
    false = sum(bool(one.verdict.false_errors) for one in outcomes)
    yield f"| money lost between the tables | {broken} | {_percent(broken, len(outcomes))} |"
    yield f"| right, but an error is found in it | {false} | {_percent(false, len(outcomes))} |"
    yield ""


def _faults(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """Count what is not right by what is wrong, with the first cases of each."""
    numbers: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for one in outcomes:
        if one.verdict.kind != "right":
            numbers[one.verdict.kind, one.verdict.signature].append(one.number)
        for rule in sorted(set(one.verdict.false_errors)):
            numbers["false error", rule].append(one.number)
    yield "| verdict | what | count | cases |"
    yield "|---|---|--:|---|"
    order = ("silent", "crash", "said", "refused", "false error")
    for (kind, what), some in sorted(
        numbers.items(), key=lambda item: (order.index(item[0][0]), -len(item[1]))
    ):
        shown = ", ".join(map(str, some[:6])) + (" …" if len(some) > 6 else "")
        yield f"| {kind} | {what} | {len(some)} | {shown} |"
    yield ""


def _features(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """Break the verdicts down by each choice of the layouts."""
    by: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for one in outcomes:
        for feature in one.features:
            by[feature][one.verdict.kind] += 1
    yield "| feature | value | layouts | right | told | silent |"
    yield "|---|---|--:|--:|--:|--:|"
    for (feature, value), counted in sorted(by.items()):
        count = counted.total()
        if count >= _LEAST:
            told = counted["refused"] + counted["said"]
            wrong = counted["silent"] + counted["crash"]
            shares = " | ".join(_percent(part, count) for part in (counted["right"], told, wrong))
            yield f"| {feature} | {value} | {count} | {shares} |"


def _keep(asked: argparse.Namespace, outcomes: Sequence[Outcome]) -> None:
    """Keep a small file of each kind of fault, the commonest first.

    Several cases of each fault are made small; those that end in the same choices are one kind.
    """
    wrong: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for one in outcomes:
        if one.verdict.kind in asked.of.split(","):
            wrong[one.verdict.kind, one.verdict.signature].append(one.number)
    common = sorted(wrong.items(), key=lambda item: -len(item[1]))
    wanted = [(number, what) for what, some in common for number in some[: asked.each]]
    made: Counter[str] = Counter()
    with ProcessPoolExecutor(asked.jobs, mp_context=get_context("spawn")) as pool:
        small = pool.map(_small, [asked.seed] * len(wanted), *zip(*wanted, strict=True))
        for (number, what), case in zip(wanted, small, strict=True):
            choices = "; ".join(_unusual(case)) or "nothing"
            name = "-".join(what).replace("+", "-")[:60]
            place = asked.keep / f"{name}-{blake2s(choices.encode(), digest_size=3).hexdigest()}"
            made[str(place)] += 1
            told = [
                f"what: {' '.join(what)}, in {len(wrong[what])} of {len(outcomes)} layouts",
                f"unlike the plainest layout in: {choices}",
                f"made from case {number} of seed {asked.seed}",
            ]
            if made[str(place)] == 1:
                _keep_one(case, place, told)


def _small(seed: int, number: int, what: tuple[str, str]) -> Case:
    with tempfile.TemporaryDirectory(prefix="plantrack-layouts-") as folder:

        def still(other: Case) -> bool:
            found = verdict(other, Path(folder))
            return (found.kind, found.signature) == what

        return shrunk(any_case(seed, number), still)


def _keep_one(case: Case, place: Path, told: list[str]) -> None:
    place.mkdir(parents=True, exist_ok=True)
    found = verdict(case, place)
    case.write(place)
    clerk = case.clerk
    asked = f"--district {clerk.district} --year {clerk.year} --quarter {clerk.quarter}"
    told += [
        f"asked: {asked if case.layout.asked else 'nothing'}",
        "",
        *(
            f"{one.field} of {one.name or 'all'}: {one.want} | read: {one.got}"
            for one in found.silent or found.found
        ),
        *found.broken,
        found.message,
    ]
    (place / "wrong.txt").write_text("\n".join(told).strip() + "\n", encoding="utf-8")


def _unusual(case: Case) -> Iterator[str]:
    """Name the choices of a layout that are not the plain ones."""
    plain = dict(type(case.layout)().features())
    for feature, value in case.layout.features():
        if plain.get(feature) != value:
            yield f"{feature}: {value}"


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "–"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
