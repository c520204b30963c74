"""Measure one thing in this process, with whatever version of the package it finds.

``python probe.py WHAT PROJECT TIMES``: run by :mod:`benchmarks.against` with the Python and the
folder of the version that is measured, so it imports nothing of ours but the package, from its
present rooms or from those of commit c6b25c2. Prints, as JSON, the processor time (user and
system, children included) of each repetition and a digest of what was made.
"""

from __future__ import annotations

import gc
import hashlib
import json
import os
import resource
import sys
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

ROOMS = {
    "register": ("office.register", "register"),
    "validation": ("office.validation", "params"),
    "pool": ("run.workers.pool", "run.workers"),
    "lean": ("run.engine.lean", "run.lean"),
}
"""Where a module is now, and where it was."""

KEY = {"district": "7301", "fiscal_year": 2565, "quarter": 2}
Made = Callable[[], object]


def main(what: str, project: Path, times: int) -> None:
    """Measure ``times`` repetitions after one that is not counted."""
    os.environ["PLANTRACK_HOME"] = str(project)
    os.chdir(project)
    once = WHAT[what](project)
    once()
    spent = []
    made: object = ""
    for _ in range(times):
        before = processor()
        made = once()
        spent.append(processor() - before)
    held = made if isinstance(made, bytes) else b""
    digest = hashlib.sha256(held).hexdigest()[:12] if held else ""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(json.dumps({"spent": spent, "made": digest, "megabytes": most}) + "\n")


def processor() -> float:
    """Seconds of processor that this process and its ended children have used."""
    own, children = (
        resource.getrusage(one) for one in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def room(name: str) -> Any:
    """Import a module from where this version has it."""
    for place in ROOMS[name]:
        try:
            return import_module(f"plantrack_nb.{place}")
        except ImportError:
            continue
    raise SystemExit(f"this version has no {name}")


def _round(*formats: str) -> Callable[[Path], Made]:
    """Make the sample's round, as a warm worker does."""

    def prepared(project: Path) -> Made:
        room("lean").import_lean()
        for name in room("pool").WARM:
            import_module(name)
        from plantrack_nb.run.district import run_round
        from plantrack_nb.run.job import Job
        from plantrack_nb.run.notebook import Format

        gc.collect()
        gc.freeze()
        key = _key(project)
        source = project / "data" / f"{key}.xlsx"
        forms = tuple(map(Format, formats))
        job = Job(key, source, project / "outputs", project, formats=forms)

        def once() -> bytes:
            outcome = run_round(job, force=True)
            assert outcome.error is None, outcome.error
            return outcome.made[0].read_bytes()

        return once

    return prepared


def _key(project: Path) -> Any:
    register = room("register").Register.load(project / "params" / "districts.csv")
    return room("validation").round_key(register=register, **KEY)


def _reading(name: str) -> Callable[[Path], Made]:
    """Read a document to tables, all that is needed imported beforehand."""

    def prepared(project: Path) -> Made:
        import pandas as pd

        from plantrack_nb.load.source import Wanted, read_source

        register = room("register").Register.load(project / "params" / "districts.csv")
        pd.DataFrame({"a": ["ก"]}).astype("str")
        wanted = Wanted(*KEY.values())
        return lambda: read_source(project / name, register, wanted)

    return prepared


def _bare(project: Path) -> Made:
    """Read the round workbook with calamine, nothing made of it."""
    from python_calamine import CalamineWorkbook

    def once() -> object:
        book = CalamineWorkbook.from_path(str(project / "data" / "7301-2565-q2.xlsx"))
        return [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]

    return once


def _pandas(project: Path) -> Made:
    """Read the large spreadsheet with pandas and calamine."""
    import pandas as pd

    path = project / "large.xlsx"
    return lambda: pd.read_excel(path, sheet_name=None, header=None, engine="calamine")


def _rules(project: Path) -> Made:
    """Run all rules over the tables of all simulated districts, stacked."""
    import pandas as pd

    from plantrack_nb.check import check_tables
    from plantrack_nb.load.source import read_source

    register = room("register").Register.load(project / "synthetic" / "districts.csv")
    rounds = [read_source(path, register).round for path in _workbooks(project)]
    tables = {
        name: pd.concat([one.tables[name] for one in rounds], ignore_index=True)
        for name in rounds[0].tables
    }
    return lambda: check_tables(tables)


def _workbooks(project: Path) -> Iterator[Path]:
    return iter(sorted((project / "synthetic").glob("*.xlsx")))


WHAT: dict[str, Callable[[Path], Made]] = {
    "html": _round("html"),
    "html and pdf": _round("html", "pdf"),
    "round workbook": _reading("data/7301-2565-q2.xlsx"),
    "large.xlsx": _reading("large.xlsx"),
    "large.csv": _reading("large.csv"),
    "rules": _rules,
    "calamine": _bare,
    "pandas": _pandas,
}

if __name__ == "__main__":
    sys.path.insert(0, os.environ["PLANTRACK_MEASURED"])
    start = time.time()
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
