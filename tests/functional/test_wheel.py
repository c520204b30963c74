"""The built wheel in an environment of its own: an office's project, a report, nothing else."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    """Build the wheel as ``pip wheel`` does, with the build back end that is pinned."""
    folder = tmp_path_factory.mktemp("wheel")
    _done([sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation",
           "-w", str(folder), str(root)])  # fmt: skip
    (made,) = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory, wheel: Path) -> Path:
    """Install it into a new environment; its dependencies are read where they are already.

    Everything from the registry would take minutes; ``PLANTRACK_BARE=1`` does it.
    """
    home = tmp_path_factory.mktemp("bare") / "env"
    _done([sys.executable, "-m", "venv", str(home)])
    python = home / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    whole = os.environ.get("PLANTRACK_BARE")
    _done(
        [str(python), "-m", "pip", "install", "-q", *([] if whole else ["--no-deps"]), str(wheel)]
    )
    if not whole:
        site = _done([str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"])
        # A line of a .pth file adds a folder, and reads no .pth of that folder: not our own clone.
        borrowed = sysconfig.get_path("purelib")
        Path(site.strip(), "borrowed.pth").write_text(f"{borrowed}\n", encoding="utf-8")
    return python


def _done(words: list[str], cwd: Path | None = None) -> str:
    away = {"PLANTRACK_HOME", "PYTHONPATH"}
    done = subprocess.run(
        words, cwd=cwd, capture_output=True, text=True, check=False, encoding="utf-8",
        env={name: value for name, value in os.environ.items() if name not in away},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr + done.stdout
    return done.stdout


def _files(folder: Path) -> dict[str, int]:
    return {
        str(path): path.stat().st_mtime_ns
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_the_wheel_holds_a_project(wheel: Path, root: Path) -> None:
    """Every notebook and parameter file, the sample round, fonts and templates."""
    names = zipfile.ZipFile(wheel).namelist()
    for folder in ("notebooks", "params", "data"):
        for path in (root / folder).glob("*.*"):
            assert f"plantrack_nb/shipped/{folder}/{path.name}" in names
    assert "plantrack_nb/render/webfonts/400.woff2" in names
    assert not any(name.startswith(("tests/", "benchmarks/")) for name in names)


def test_init_and_run_make_a_report(python: Path, tmp_path: Path) -> None:
    """From an empty folder; nothing is written beside the package; the sample stays apart."""
    command = str(python.parent / "plantrack")
    where = _done(
        [str(python), "-c", "import plantrack_nb; print(plantrack_nb.__path__[0])"], tmp_path
    )
    package = Path(where.strip())
    assert python.parent.parent in package.parents
    before = _files(package)
    _done([command, "init", "งาน"], tmp_path)
    home = tmp_path / "งาน"
    _done([command, "run", "--formats", "html,pdf"], home)
    made = home / "sample" / "outputs" / "2565" / "q2" / "7301"
    assert (made / "report.html").stat().st_size > 100_000
    assert (made / "report.pdf").read_bytes().startswith(b"%PDF")
    assert [*(home / "outputs").iterdir()] == []
    assert _files(package) == before
    assert "up to date" in _done([command, "--lang", "en", "init", ".", "--update"], home)


def test_the_notebooks_run_where_they_were_put(python: Path, tmp_path: Path) -> None:
    """By papermill too, with the engine that the wheel registers."""
    command = str(python.parent / "plantrack")
    _done([command, "init", "a"], tmp_path)
    code = (
        "import papermill; papermill.execute_notebook('01_load.ipynb', 'out.ipynb',"
        " engine_name='plantrack', progress_bar=False)"
    )
    _done([str(python), "-c", code], tmp_path / "a" / "notebooks")
    held = json.loads((tmp_path / "a/notebooks/out.ipynb").read_text(encoding="utf-8"))
    assert any(cell.get("outputs") for cell in held["cells"])
    assert (tmp_path / "a/sample/outputs-work/2565/q2/7301/tables/projects.parquet").is_file()
