"""Another version of this project with an environment of its own, made once and kept."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

_HERE = Path(__file__).resolve().parent.parent
_SET_UP = "import bootstrap; bootstrap.set_up()"


@dataclass(frozen=True)
class Tree:
    """A version of the project: its folder, which holds its environment too."""

    folder: Path
    name: str

    @property
    def python(self) -> str:
        """The Python of its environment."""
        return str(self.folder / ".venv" / ("Scripts" if os.name == "nt" else "bin") / "python")

    def ready(self) -> Tree:
        """Compile the package: a version whose code is not compiled yet starts a third slower."""
        package = str(self.folder / "plantrack_nb")
        _run([self.python, "-m", "compileall", "-q", package], self.folder)
        return self


def this_tree() -> Tree:
    """Return the version that these benchmarks belong to."""
    return Tree(_HERE, "this version")


def tree_at(folder: Path) -> Tree:
    """Return a version that stands ready in a folder."""
    return Tree(folder.resolve(), _commit(folder))


def tree_of(commit: str) -> Tree:
    """Check a commit out beside the others in the cache, and set up its environment, once."""
    name = _said(["git", "rev-parse", "--short", f"{commit}^{{commit}}"])
    cache = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "plantrack-benchmarks"
    folder = cache / name
    if not folder.exists():
        cache.mkdir(parents=True, exist_ok=True)
        _run(["git", "worktree", "prune"], _HERE)
        _run(["git", "worktree", "add", "--detach", "--force", str(folder), name], _HERE)
    _run([sys.executable, "-c", _SET_UP], folder)  # does nothing when it is set up already
    return Tree(folder, name)


def _commit(folder: Path) -> str:
    return _said(["git", "rev-parse", "--short", "HEAD"], folder)


def _said(command: list[str], folder: Path = _HERE) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} failed: {done.stderr.strip()}")
    return done.stdout.strip()


def _run(command: list[str], folder: Path) -> None:
    done = subprocess.run(command, cwd=folder, check=False)  # noqa: S603 - our own commands
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} failed.")
