"""Measure the tests of the rules: how many small faults put into ``plantrack_nb/check`` they find.

python -m benchmarks.mutation                       every fault in every module of check
python -m benchmarks.mutation amounts names         only in these modules
python -m benchmarks.mutation --sample 20 --seed 1  twenty faults of each module, drawn by chance
python -m benchmarks.mutation --write docs/mutation.md

mutmut makes the faults in a scratch copy; only ``tests/unit/check`` looks for them. It passes over
every decorated function, so in the copy a rule is registered by a statement after it instead.
``--folder`` keeps the copy: ``mutmut show NAME`` there shows a fault that nobody found.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import chdir, redirect_stdout
from pathlib import Path

from benchmarks.machine import machine
from benchmarks.undecorated import undecorated
from plantrack_nb.core.files import write_text

CHECK = Path("plantrack_nb", "check")
COPIED = ("plantrack_nb", "tests", "params", "data", "docs", "pyproject.toml")
EXAMPLES = 5
LEFT_OUT = "tests/unit/check/test_mended.py"  # reads a whole report: seconds for every fault
KILLED, TIMEOUT, SURVIVED, UNTOUCHED = "killed", "timeout", "survived", "no tests"
_EXAMPLES = re.compile(r"max_examples=\d+")
_SETTINGS = """
[tool.mutmut]
source_paths = ["plantrack_nb"]
only_mutate = {only}
also_copy = ["params", "data", "docs"]
pytest_add_cli_args = [
    "-p", "no:cacheprovider", "-p", "no:unraisableexception", "-p", "no:threadexception",
    "--ignore={left_out}",
]
pytest_add_cli_args_test_selection = ["tests/unit/check"]
use_git_change_detection = false
"""
_HEAD = """\
# The tests of the rules, measured by mutation

<!-- Made by: python -m benchmarks.mutation {arguments} -->

mutmut {version} puts one small fault at a time into a function of `plantrack_nb/check` (another
operator, number, text, argument, branch) and runs `tests/unit/check`. A fault is **killed** when a
test fails, and counts as found too when the tests no longer end (**timeout**). It **survived** when
all pass, and has **no tests** when none comes by. {extent}

No function is left out: mutmut passes over decorated ones, so the copy it works on has no
decorators on functions (a rule is registered after its body; a cache is taken off, for a filled one
would hide the fault). To be done in an hour, properties try {examples} examples, `{left_out}`
is left out, and tests of the published report are skipped, for its text is not in the copy: each of
these can only make fewer faults be found. What mutmut never changes: text inside f-strings,
docstrings, calls of `len` and `isinstance`, and whatever stands outside functions – constants,
patterns, and the titles and thresholds given to `@rule`.

{machine}
"""


def main(arguments: Sequence[str]) -> int:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.mutation",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("modules", nargs="*", help="names of modules of check (default: all)")
    parser.add_argument("--sample", type=int, metavar="N", help="draw N faults of each module")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=os.cpu_count())
    parser.add_argument("--folder", type=Path, help="make the scratch copy there and keep it")
    parser.add_argument("--write", type=Path, metavar="FILE", help="write the table there")
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="plantrack-mutation-") as spare:
        folder = (asked.folder or Path(spare)).resolve()
        modules = asked.modules or sorted(path.stem for path in CHECK.glob("*.py"))
        make_copy(folder, modules)
        make_faults(folder, asked.workers)
        names = drawn(folder, modules, asked.sample, asked.seed) if asked.sample else ()
        run_mutmut(folder, names, asked.workers)
        results = {one: outcomes(folder, one) for one in modules}
    text = "\n".join([_head(arguments, asked.sample, asked.seed), *table(results), ""])
    if asked.write:
        write_text(asked.write, text)
    else:
        sys.stdout.write(text)
    return 0


def make_copy(folder: Path, modules: Sequence[str]) -> None:
    """Copy what the tests need, with the decorators taken off the modules to change."""
    for name in COPIED:
        if Path(name).is_dir():
            shutil.copytree(name, folder / name, dirs_exist_ok=True)
        else:
            shutil.copy2(name, folder / name)
    for module in modules:
        path = folder / CHECK / f"{module}.py"
        path.write_text(undecorated(path.read_text(encoding="utf-8")), encoding="utf-8")
    only = json.dumps([(CHECK / f"{one}.py").as_posix() for one in modules])
    with (folder / "pyproject.toml").open("a", encoding="utf-8") as settings:
        settings.write(_SETTINGS.format(only=only, left_out=LEFT_OUT))
    for path in (folder / "tests" / "unit" / "check").glob("*.py"):
        text = path.read_text(encoding="utf-8")
        path.write_text(_EXAMPLES.sub(f"max_examples={EXAMPLES}", text), encoding="utf-8")
    order = Path(__file__).with_name("likely_first.py")
    shutil.copy2(order, folder / "tests" / "unit" / "check" / "conftest.py")


def make_faults(folder: Path, workers: int) -> None:
    """Let mutmut write its faults into the copy, without trying any."""
    with chdir(folder), redirect_stdout(sys.stderr):
        from mutmut.__main__ import create_mutants
        from mutmut.utils.file_utils import copy_also_copy_files, copy_src_dir

        copy_src_dir()
        copy_also_copy_files()
        create_mutants(workers)


def drawn(folder: Path, modules: Sequence[str], count: int, seed: int) -> list[str]:
    """Draw the names of so many faults of each module."""
    names: list[str] = []
    for module in modules:
        made = list(exit_codes(folder, module))
        chance = random.Random(f"{seed} {module}")  # noqa: S311
        names += chance.sample(made, min(count, len(made)))
    return names


def run_mutmut(folder: Path, names: Sequence[str], workers: int) -> None:
    """Try the faults, or all where none is named."""
    command = [sys.executable, "-m", "mutmut", "run", "--max-children", str(workers), *names]
    given = {
        **os.environ,
        "MUTATION_EXAMPLES": str(EXAMPLES),
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",  # pytest starts once for every fault
    }
    subprocess.run(command, cwd=folder, env=given, check=True, stdout=sys.stderr)  # noqa: S603


def outcomes(folder: Path, module: str) -> Counter[str]:
    """Count what became of the faults of one module."""
    from mutmut.stats import status_by_exit_code

    codes = exit_codes(folder, module).values()
    return Counter(status_by_exit_code[code] for code in codes if code is not None)


def exit_codes(folder: Path, module: str) -> dict[str, int | None]:
    """Read what pytest ended with for each fault of one module; ``None``: not tried."""
    path = folder / "mutants" / CHECK / f"{module}.py.meta"
    codes: dict[str, int | None] = json.loads(path.read_text("utf-8"))["exit_code_by_key"]
    return codes


def table(results: Mapping[str, Counter[str]]) -> Iterator[str]:
    """Make the lines of the table, the weakest module last."""
    yield "| module | faults | killed | timeout | survived | no tests | other | found |"
    yield "|---|--:|--:|--:|--:|--:|--:|--:|"
    yield _row("**all**", sum(results.values(), Counter()))
    for module in sorted(results, key=lambda one: -_found(results[one])):
        if results[module]:
            yield _row(f"`{module}`", results[module])


def _row(name: str, counts: Counter[str]) -> str:
    known = [counts[status] for status in (KILLED, TIMEOUT, SURVIVED, UNTOUCHED)]
    figures = [counts.total(), *known, counts.total() - sum(known)]
    return f"| {name} | {' | '.join(map(str, figures))} | {100 * _found(counts):.1f} % |"


def _found(counts: Counter[str]) -> float:
    return (counts[KILLED] + counts[TIMEOUT]) / max(counts.total(), 1)


def _head(arguments: Sequence[str], sample: int | None, seed: int) -> str:
    from importlib.metadata import version

    extent = f"Up to {sample} faults of each module, drawn with seed {seed}." if sample else ""
    return _HEAD.format(
        arguments=" ".join(arguments),
        version=version("mutmut"),
        extent=extent or "Every fault was tried.",
        examples=EXAMPLES,
        left_out=LEFT_OUT,
        machine=machine(),
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
