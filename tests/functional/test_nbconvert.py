"""nbconvert as people use it: run first, or an error that says so; never an empty page."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from helpers.made_notebooks import saved

pytestmark = pytest.mark.notebooks

_CELLS = (
    "import pandas as pd\nframe = pd.DataFrame({'budget': [138298687.25]})\nframe",
    "print('ทำงานแล้ว')",
)


def _converted(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "nbconvert", "--to", "plantrack-html", *options, "a.ipynb"],
        cwd=folder, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_a_fresh_notebook_is_run_and_reported(tmp_path: Path) -> None:
    """``jupyter nbconvert --execute --to plantrack-html``; the notebook itself is left alone."""
    source = saved(tmp_path / "a.ipynb", *_CELLS)
    before = source.read_bytes()
    done = _converted(tmp_path, "--execute")
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "a.html").read_text(encoding="utf-8")
    assert "138,298,687.25" in page
    assert "ทำงานแล้ว" in page
    assert source.read_bytes() == before


def test_a_notebook_that_was_not_run_is_an_error(tmp_path: Path) -> None:
    """With what to do, and without a page."""
    saved(tmp_path / "a.ipynb", *_CELLS)
    done = _converted(tmp_path)
    assert done.returncode != 0
    assert "--execute" in done.stderr
    assert not (tmp_path / "a.html").exists()


def test_a_cell_that_fails_is_named(tmp_path: Path) -> None:
    """As wherever a report is made."""
    saved(tmp_path / "a.ipynb", "1 + 1", "1 / 0")
    done = _converted(tmp_path, "--execute")
    assert done.returncode != 0
    assert "cell 2" in done.stderr
    assert "ZeroDivisionError" in done.stderr
    assert not (tmp_path / "a.html").exists()
