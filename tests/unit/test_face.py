"""The face: the names an analyst meets, documented with examples that run."""

from __future__ import annotations

import doctest
import subprocess
import sys
from pathlib import Path

import pytest

import plantrack_nb
from plantrack_nb.analysis import stages


def test_every_name_is_there_and_sorted() -> None:
    """Each exported name can be had, and nothing else is promised."""
    assert plantrack_nb.__all__ == sorted(plantrack_nb.__all__)
    assert all(hasattr(plantrack_nb, name) for name in plantrack_nb.__all__)
    assert {*dir(plantrack_nb)} == {*plantrack_nb.__all__, "__version__"}
    assert len(plantrack_nb.__all__) <= 20


def test_an_unknown_name_is_an_attribute_error() -> None:
    """As with any module."""
    with pytest.raises(AttributeError, match="no attribute 'chek_round'"):
        _ = plantrack_nb.chek_round


def test_nothing_is_imported_before_it_is_used(root: Path) -> None:
    """Importing the package brings none of its rooms."""
    code = "import sys, plantrack_nb; print(*(m for m in sys.modules if 'plantrack_nb.' in m))"
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == ""


@pytest.mark.parametrize("module", [plantrack_nb, stages], ids=lambda one: one.__name__)
def test_the_examples_run(module: object, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the docstrings show is what comes out."""
    monkeypatch.chdir(root)
    tried = doctest.testmod(module)  # type: ignore[arg-type]  # a module, whichever
    assert tried.attempted > 0
    assert tried.failed == 0
