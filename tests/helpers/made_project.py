"""A small project for the command line: a register, three short notebooks, sources by district."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from helpers.made_notebooks import FINDINGS, project

from plantrack_nb.run.ledger import LEDGER

CODES = ("7301", "7302", "1101", "1001", "2101")
SPOILT = "\nif 'spoilt' in Path(source).read_text(): raise ValueError('no table')\n"


def made_project(folder: Path, root: Path, sources: Mapping[str, str], *, more: str = "") -> Path:
    """Make a project whose folder ``received`` holds ``{code}.txt`` for each of ``sources``."""
    home = project(folder, check=FINDINGS + SPOILT + more)
    for name in ("districts.csv", "targets.csv"):
        shutil.copy(root / "params" / name, home / "params" / name)
    (home / "received").mkdir()
    for code, text in sources.items():
        (home / "received" / f"{code}.txt").write_text(text, encoding="utf-8")
    return home


def command(home: Path, *words: str) -> subprocess.Popen[str]:
    """Start the command line in a process of its own, as cron would.

    It heeds Ctrl-C even where the tests themselves run in the background and ignore it.
    """
    return subprocess.Popen(
        [sys.executable, "-m", "plantrack_nb", *words],
        preexec_fn=_heed_ctrl_c if os.name == "posix" else None,  # noqa: PLW1509 - no threads here
        env={**os.environ, "PLANTRACK_HOME": str(home)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def _heed_ctrl_c() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def snapshot(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Read every file below a folder, with its time, but for locks: theirs tells since when."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != ".lock")
    return {str(one): (one.read_bytes(), one.stat().st_mtime_ns) for one in paths}


def made_bytes(out: Path) -> dict[str, bytes]:
    """Read what a run made, without locks and ledgers: those hold times."""
    paths = sorted(path for path in out.rglob("*") if path.is_file())
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in paths
        if path.name not in {LEDGER, ".lock"}
    }


def ledgers(out: Path) -> dict[str, dict[str, object]]:
    """Read the ledger of each district."""
    found = sorted(out.glob(f"*/q*/*/{LEDGER}"))
    return {path.parent.name: json.loads(path.read_text(encoding="utf-8")) for path in found}
