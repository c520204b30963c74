"""How long a choice in the explorer takes with many districts loaded, against one.

    python benchmarks/explore.py FOLDER_OF_ROUND_WORKBOOKS

Opens every round of the folder (``plantrack simulate`` makes them) in one explorer, then times a
change of district and a click on a project: from the change to the charts and rows being handed
to the browser, which draws one round however many are loaded.
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from plantrack_nb.explore import Explorer
from plantrack_nb.explore.choice import Choice
from plantrack_nb.explore.opened import rounds_there
from plantrack_nb.project import Project
from plantrack_nb.schema import RoundKey

TIMES = 15
PARAMS = Path(__file__).resolve().parent.parent / "params"


def main(source: Path) -> None:
    """Print the medians and their ratio."""
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        shutil.copytree(PARAMS, home / "params")
        shutil.copy(source / "districts.csv", home / "params" / "districts.csv")
        (home / "data").mkdir()
        for path in source.glob("*.xlsx"):
            (home / "data" / path.name).symlink_to(path.resolve())
        keys = rounds_there(Project(home))
        explorer = Explorer(Project(home), keys[0], date(2022, 4, 22))
        explorer.round.value = keys[1]
        few = measured(explorer, keys[:2])
        started = time.perf_counter()
        for key in keys:
            explorer.round.value = key
        print(f"opened {len(keys)} rounds in {time.perf_counter() - started:.0f} s")
        many = measured(explorer, keys[:2])
    for what, one, all_of_them in zip(("district", "project"), few, many, strict=True):
        print(
            f"{what}: {one * 1000:.0f} ms with two rounds loaded, {all_of_them * 1000:.0f} ms "
            f"with {len(keys)}: ratio {all_of_them / one:.2f}"
        )


def measured(explorer: Explorer, keys: list[RoundKey]) -> tuple[float, float]:
    """Return the medians of a change between two loaded districts, and of a project chosen."""

    def change(at: int) -> None:
        explorer.round.value = keys[at % 2]

    def choose(at: int) -> None:
        numbers = explorer.opened.projects["project_no"]
        explorer.choose(Choice(project_no=numbers.iloc[at % len(numbers)]))

    return median(change), median(choose)


def median(step: Callable[[int], None]) -> float:
    """Time a step several times."""
    taken = []
    for at in range(TIMES):
        started = time.perf_counter()
        step(at)
        taken.append(time.perf_counter() - started)
    return statistics.median(taken)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
