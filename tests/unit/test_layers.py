"""Imports point one way: the contracts of pyproject.toml hold."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def test_import_contracts_hold(root: Path, tmp_path: Path) -> None:
    """Every module has its layer, and no import crosses a contract."""
    program = "from importlinter.cli import lint_imports_command as run; run()"
    run = subprocess.run(
        [sys.executable, "-c", program, "--no-logo", "--cache-dir", str(tmp_path)],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert "0 broken" in run.stdout


def test_importing_the_package_loads_nothing_heavy(root: Path) -> None:
    """The words, the calendar and the errors start at once: no pandas, no pydantic, no Jupyter."""
    core = "errors, calendar, vocabulary, provenance, findings, schema"
    office = "plantrack_nb.office.validation, plantrack_nb.office.project"
    code = f"import sys; from plantrack_nb.core import {core}; import {office}; print(*sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True
    )
    heavy = {"pandas", "numpy", "pydantic", "altair", "IPython", "nbformat", "yaml", "rapidfuzz"}
    assert heavy & set(run.stdout.split()) == set()
