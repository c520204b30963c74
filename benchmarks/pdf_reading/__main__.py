"""Measure how PDFs are read: random tables, printed by the programs and in the fonts of offices.

    python -m benchmarks.pdf_reading --rounds 200

Each round is printed by every maker that the machine has, the fonts in turn; what is read is held
against what was printed, cell by cell, blanks aside. Ends with 1 when too little was right.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.pdf_reading.makers import MAKERS, Job, fonts_here, makers_here
from benchmarks.pdf_reading.scores import Score, score
from benchmarks.pdf_reading.tables import blocks, random_table

_AT_ONCE = 20
_CELLS = 0.995


def main(arguments: Sequence[str]) -> int:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--makers", nargs="+", choices=list(MAKERS), default=makers_here())
    parser.add_argument("--fonts", nargs="+", default=fonts_here())
    parser.add_argument("--keep", type=Path, help="folder for the files, to look at them")
    asked = parser.parse_args(arguments)
    scores: dict[tuple[str, str], Score] = defaultdict(Score)
    began = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        root = asked.keep or Path(folder)
        root.mkdir(parents=True, exist_ok=True)
        for maker in asked.makers:
            seeds = range(asked.seed, asked.seed + asked.rounds)
            for seed, font, path in _printed(maker, seeds, asked.fonts, root):
                scores[maker, font] += score(random_table(seed), path)
                if not asked.keep:
                    path.unlink()
    return _say(scores, time.perf_counter() - began)


def _printed(
    maker: str, seeds: Sequence[int], fonts: Sequence[str], root: Path
) -> Iterator[tuple[int, str, Path]]:
    for first in range(0, len(seeds), _AT_ONCE):
        some = seeds[first : first + _AT_ONCE]
        jobs = {
            seed: Job(
                blocks(random_table(seed)), fonts[seed % len(fonts)], root / f"{maker}-{seed}.pdf"
            )
            for seed in some
        }
        MAKERS[maker](list(jobs.values()))
        yield from ((seed, job.font, job.path) for seed, job in jobs.items())


def _say(scores: dict[tuple[str, str], Score], seconds: float) -> int:
    print(f"{'maker':10} {'font':16} files refused  cells right  amounts right  wrong amounts")
    total = Score()
    for (maker, font), one in sorted(scores.items()):
        total += one
        print(f"{maker:10} {font:16} {one.line()}")
    print(f"{'all':27} {total.line()}")
    print(f"{seconds:.0f} s")
    for told in total.wrong[:20]:
        print(" ", told)
    good = total.cells and total.cells_right >= _CELLS * total.cells
    return 0 if good and total.amounts_right == total.amounts else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
