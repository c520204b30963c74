"""Setting up on a bare machine: what can be told without a network."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest


def call(script: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run bootstrap.py as a person would."""
    return subprocess.run(
        [sys.executable, str(script), *words], capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(("words", "code"), [([], 2), (["reprot"], 2), (["--help"], 0)])
def test_without_a_known_command_it_explains_itself(
    root: Path, words: list[str], code: int
) -> None:
    """Anything but its two commands prints them and sets nothing up."""
    run = call(root / "bootstrap.py", *words)
    assert run.returncode == code
    assert "bootstrap.py report" in run.stdout
    assert "bootstrap.py test" in run.stdout


def test_it_needs_nothing_that_is_not_in_python(root: Path) -> None:
    """It imports from the standard library alone."""
    tree = ast.parse((root / "bootstrap.py").read_text("utf-8"))
    imported = {
        (name.name if isinstance(node, ast.Import) else str(node.module)).split(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in node.names
    }
    assert imported <= sys.stdlib_module_names


def test_an_old_python_3_can_read_it(root: Path) -> None:
    """Its syntax is that of Python 3.5, so that an old Python can say that it is too old."""
    tree = ast.parse((root / "bootstrap.py").read_text("utf-8"), feature_version=(3, 5))
    newer = (ast.JoinedStr, ast.AnnAssign, ast.NamedExpr, ast.Match)
    assert [node for node in ast.walk(tree) if isinstance(node, newer)] == []


def test_every_pin_has_hashes_and_no_address(root: Path) -> None:
    """The pins are exact, hashed, and name no registry or machine."""
    text = (root / "constraints.txt").read_text("utf-8")
    entries = text.replace("\\\n", "").splitlines()
    pins = [line for line in entries if not line.startswith("#")]
    assert [pin for pin in pins if "==" not in pin or "--hash=sha256:" not in pin] == []
    assert "://" not in text
    assert "--index" not in text


def test_a_half_made_environment_is_told(root: Path, tmp_path: Path) -> None:
    """Where the environment cannot be made, it says so and exits with 2."""
    script = tmp_path / "bootstrap.py"
    script.write_bytes((root / "bootstrap.py").read_bytes())
    (tmp_path / "constraints.txt").write_text("", "utf-8")
    (tmp_path / "pyproject.toml").write_text("", "utf-8")
    (tmp_path / ".venv").write_text("a file where the folder should be", "utf-8")
    run = call(script, "report")
    assert run.returncode == 2
    assert "Could not set up plantrack_nb" in run.stdout
