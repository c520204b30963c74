"""Measure the rules on the phrase book and on synthetic rounds: what they find, and their time.

Without an argument it prints precision and recall; ``docs/rules-measured.md`` writes them there;
``--time 1 35 70 140 245`` tells the time of each rule over that many districts.
"""

from __future__ import annotations

import argparse
import math
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.phrasebook.book import QUIET, kinds
from benchmarks.phrasebook.measure import Judged, judge
from benchmarks.scores import Planted, Score, missed, scores, stacked
from plantrack_nb.check import all_rules, check_tables
from plantrack_nb.check.facts import Facts
from plantrack_nb.core.files import write_text
from plantrack_nb.core.findings import Finding, Severity
from plantrack_nb.core.schema import Round
from plantrack_nb.office.project import find_project
from plantrack_nb.office.terms import read_terms
from plantrack_nb.simulate import Fault, made_round, offices
from plantrack_nb.simulate.planters import DOCUMENT, ROWS

YEAR, QUARTER, SEED, RATE = 2565, 2, 1, 0.3
DISTRICTS = 60
SHOWN = 15
WEAK = 0.8
_HEAD = """\
# The rules, measured

<!-- Made by: python benchmarks/rules.py docs/rules-measured.md -->

## Figures in words, told in many ways

A phrase book (`benchmarks/phrasebook`), written without looking at the rules, words each kind of
relation in several ways, each with one figure right and the same wrong: {phrases} wordings, and
{quiet} correct sentences meant to provoke. The right and the wrong twin stand in rounds of their
own, all rules run over both. **Found**: an error or a warning that the right twin does not give
names the figure. **False alarms**: right twins on which anything is told. Whoever mended the
rules looked at the *open* half only; the *kept* half says what they make of wording nobody mended
them for: believe that one, though some of its lines were in sight once. Wordings that were added
while the rules were mended (`phrases/more`) all count as open. Other offices' words may fare worse.

"""
_PLANTED = """
## Faults planted in made-up rounds

{districts} synthetic districts ({projects:,} projects, {activities:,} activities), seed {seed},
with {faults:,} faults planted (`plantrack simulate`), each for one rule, one a project at most.
**Planted** counts them, **found** those that their rule told of in the right project (or of the
whole document), **missed** the rest. **Extra** are errors and warnings of the rule that were not
planted for it; **explained** those of them that name another finding as their cause. **Recall** is
found / planted, **precision** found / (found + extra).

Read with care: these planters speak in the rules' own words and cannot fail where wording matters;
they hold the structure of rounds (cells, sums, marks, lists) and that findings do not multiply.
The same {districts} rounds *without* faults gave {clean} errors and warnings
({a_project:.3f} a project).

"""


def main(arguments: Sequence[str]) -> int:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("document", nargs="?", type=Path, help="write the table there")
    parser.add_argument("--time", nargs="*", type=int, metavar="N", help="measure time instead")
    parser.add_argument("--districts", type=int, default=DISTRICTS)
    asked = parser.parse_args(arguments)
    if asked.time is not None:
        _say(*timed(asked.time or [1, 35, 70, 140, 245]))
        return 0
    text = measured(asked.districts)
    if asked.document:
        write_text(asked.document, text)
    else:
        _say(text)
    return 0


def measured(districts: int) -> str:
    """Make the document: precision and recall of every rule."""
    made = rounds(districts, RATE)
    tables = stacked([one for one, _ in made])
    planted = {one.key.district: faults for one, faults in made}
    terms = read_terms(find_project().params / "terms.csv")
    findings = check_tables(tables, terms=terms)
    sound = stacked([one for one, _ in rounds(districts, 0)])
    clean = sum(one.severity is not Severity.INFO for one in check_tables(sound, terms=terms))
    planted_head = _PLANTED.format(
        districts=districts,
        projects=len(tables["projects"]),
        activities=len(tables["activities"]),
        faults=sum(map(len, planted.values())),
        clean=clean,
        a_project=clean / len(sound["projects"]),
        seed=SEED,
    )
    table = _table(scores(findings, planted, all_rules()))
    return "\n".join([*_worded(), planted_head, *table, *_misses(findings, planted)])


def _worded() -> Iterator[str]:
    """Give the part on the phrase book: recall and false alarms by kind, where it is weak."""
    judged = {kind: judge(kind) for kind in [*kinds(), QUIET]}
    quiet = judged.pop(QUIET)
    yield _HEAD.format(phrases=sum(map(len, judged.values())), quiet=len(quiet))
    yield "| kind | wordings | found, open half | found, kept half | recall, kept | false alarms |"
    yield "|---|--:|--:|--:|--:|--:|"
    for kind, some in judged.items():
        yield _kind_row(kind, some)
    yield _kind_row("all", [one for some in judged.values() for one in some])
    alarmed = sum(bool(one.alarms) for one in quiet)
    yield ""
    yield f"Sentences meant to provoke: {alarmed} of {len(quiet)} gave an error or a warning."
    kept = {kind: _half(some, is_open=False) for kind, some in judged.items()}
    weak = [kind for kind, half in kept.items() if half and _recall(half) < WEAK]
    yield ""
    yield f"Weak, below {100 * WEAK:.0f} % of the kept half: {', '.join(weak) or 'none'}."


def _half(some: Sequence[Judged], *, is_open: bool) -> list[Judged]:
    return [one for one in some if one.phrase.is_open is is_open]


def _recall(some: Sequence[Judged]) -> float:
    return sum(one.found for one in some) / max(len(some), 1)


def _kind_row(kind: str, some: Sequence[Judged]) -> str:
    halves = _half(some, is_open=True), _half(some, is_open=False)
    found = [f"{sum(one.found for one in half)} of {len(half)}" for half in halves]
    alarms = sum(bool(one.alarms) for one in some)
    cells = (
        kind,
        f"{len(some)}",
        *found,
        f"{_recall(halves[1]):.2f}" if halves[1] else "–",
        f"{alarms}",
    )
    return f"| {' | '.join(cells)} |"


def rounds(districts: int, rate: float) -> list[tuple[Round, tuple[Fault, ...]]]:
    """Make the rounds of that many invented districts."""
    made = offices(districts, SEED)
    return [made_round(one, YEAR, QUARTER, SEED, rate) for one in made]


def timed(sizes: Sequence[int]) -> Iterator[str]:
    """Time each rule over stacked districts; a time for each row that stays the same is linear."""
    terms = read_terms(find_project().params / "terms.csv")
    made = [one for one, _ in rounds(max(sizes), RATE)]
    taken: dict[str, dict[int, float]] = {}
    counts: dict[int, int] = {}
    for size in sizes:
        tables = stacked(made[:size])
        counts[size] = sum(map(len, tables.values()))
        facts = Facts(tables, terms=terms)
        for code, rule in all_rules().items():
            start = time.process_time()
            Counter(one.rule for one in rule.check(facts, rule.parameters))
            taken.setdefault(code, {})[size] = time.process_time() - start
    yield "Microseconds of processor time for each row of the tables"
    yield _row("rule", [f"{size} d." for size in sizes], "growth")
    yield _row("rows", [f"{counts[size]:,}" for size in sizes], "")
    total = {size: sum(one[size] for one in taken.values()) for size in sizes}
    yield _timed_row("all rules", total, counts, sizes)
    slowest = sorted(taken, key=lambda code: -taken[code][sizes[-1]])
    for code in slowest[:SHOWN]:
        yield _timed_row(code, taken[code], counts, sizes)
    yield "\nGrowing most (time for each row, last size against the one before the middle)"
    middle = sizes[len(sizes) // 2]
    growth = {code: _growth(one, counts, middle, sizes[-1]) for code, one in taken.items()}
    for code in sorted(growth, key=lambda code: -growth[code])[:SHOWN]:
        yield _timed_row(code, taken[code], counts, sizes)


def _growth(one: dict[int, float], counts: dict[int, int], small: int, large: int) -> float:
    return (one[large] / counts[large]) / max(one[small] / counts[small], 1e-9)


def _timed_row(
    name: str, one: dict[int, float], counts: dict[int, int], sizes: Sequence[int]
) -> str:
    cells = [f"{1e6 * one[size] / counts[size]:.2f}" for size in sizes]
    middle = sizes[len(sizes) // 2]
    return _row(name, cells, f"{_growth(one, counts, middle, sizes[-1]):.2f}")


def _row(name: str, cells: Sequence[str], last: str) -> str:
    return f"{name:26}" + "".join(f"{cell:>10}" for cell in cells) + f"{last:>10}"


def _table(found: Sequence[Score]) -> Iterator[str]:
    known = all_rules()
    yield "| rule | severity | planted | found | missed | recall | extra | explained | precision |"
    yield "|---|---|--:|--:|--:|--:|--:|--:|--:|"
    for one in found:
        if one.planted or one.extra:
            cells = (
                f"`{one.rule}`",
                known[one.rule].severity.value,
                f"{one.planted}",
                f"{one.found}",
                f"{one.planted - one.found}",
                _share(one.recall),
                f"{one.extra}",
                f"{one.explained}",
                _share(one.precision),
            )
            yield f"| {' | '.join(cells)} |"
    serious = [code for code, rule in known.items() if rule.severity is not Severity.INFO]
    sown = sum(one.planted for one in found)
    reaped = sum(one.found for one in found)
    planted = (ROWS | DOCUMENT).keys() & {*serious}
    yield ""
    yield (
        f"All: {reaped} of {sown} planted faults found ({100 * reaped / max(sown, 1):.1f} %)."
        f" {len(planted)} of the {len(serious)} rules that give errors or"
        " warnings have a planter."
    )


def _misses(findings: Sequence[Finding], planted: Planted) -> Iterator[str]:
    yield "\n## What was missed\n"
    lost = missed(findings, planted)
    for _, fault in lost:
        change = f"“{fault.before}” → “{fault.after}”".replace("\n", " ")
        yield f"- `{fault.rule}`, {fault.where}: {change}"
    if not lost:
        yield "Nothing."
    yield ""


def _share(value: float) -> str:
    return "–" if math.isnan(value) else f"{value:.2f}"


def _say(*lines: str) -> None:
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
