"""How long a PDF of many pages takes, and what is told of it.

    python -m benchmarks.pdf_reading.many_pages --pages 300 --maker typst

Some random tables are printed, and their pages bound again and again until they are so many.
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.pdf_reading.makers import MAKERS, Block, Job
from benchmarks.pdf_reading.tables import blocks, random_table
from plantrack_nb.containers.pdf import read_pages

_TABLES = 12


def main(arguments: Sequence[str]) -> int:
    """Print, read, and say how it went."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--pages", type=int, default=300)
    parser.add_argument("--maker", choices=list(MAKERS), default="typst")
    parser.add_argument("--font", default="Sarabun")
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "long.pdf"
        _print(asked.maker, asked.font, path, asked.pages)
        begun, busy = time.perf_counter(), _busy()
        told: list[tuple[float, int]] = []
        grid = read_pages(path, lambda at, _: told.append((time.perf_counter() - begun, at)))
        taken, used = time.perf_counter() - begun, _busy() - busy
    print(f"{asked.maker}: {asked.pages} pages, {len(grid.rows)} rows in {taken:.1f} s")
    print(f"  {used:.1f} s of a core, {1000 * used / asked.pages:.0f} ms a page")
    print(f"  told {len(told)} times, first after {told[0][0]:.1f} s, at page {told[0][1]}")
    return 0


def _print(maker: str, font: str, path: Path, many: int) -> None:
    import pypdfium2

    whole: list[Block] = [one for seed in range(_TABLES) for one in blocks(random_table(seed))]
    once = path.with_name("once.pdf")
    MAKERS[maker]([Job(whole, font, once)])
    with pypdfium2.PdfDocument(once) as printed, pypdfium2.PdfDocument.new() as bound:
        while left := many - len(bound):
            bound.import_pages(printed, [*range(min(left, len(printed)))])
        bound.save(path)


def _busy() -> float:
    return sum(
        one.ru_utime + one.ru_stime
        for one in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
