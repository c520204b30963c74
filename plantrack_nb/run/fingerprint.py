"""What a round's outputs depend on, as one short text: equal text, equal outputs."""

from __future__ import annotations

import hashlib
import sys
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import plantrack_nb

if TYPE_CHECKING:
    from collections.abc import Iterable

    from plantrack_nb.run.job import Job

LIBRARIES = ("altair", "fonttools", "ipykernel", "pandas", "pyarrow", "typst", "vl-convert-python")
"""Libraries whose versions show in the outputs."""

_CODE = {".py", ".html", ".css", ".j2", ".typ", ".json"}


def fingerprint(job: Job) -> str:
    """Digest a round's source, parameters, rules, waivers, notebooks, formats and the package."""
    parts = [
        repr((sorted(job.parameters.items()), job.show_persons, job.formats, job.engine)),
        digest(job.source),
        *(digest(path) for path in job.notebooks),
        *(f"{path.name} {digest(path)}" for path in _files(job.project / "params")),
        package_digest(),
        *versions().values(),
    ]
    return _digest_of(part.encode() for part in parts)


def digest(path: Path) -> str:
    """Digest a file's bytes; ``""`` when there is none."""
    try:
        return _digest_of([path.read_bytes()])
    except OSError:
        return ""


def versions() -> dict[str, str]:
    """Versions of what makes the outputs."""
    python = ".".join(map(str, sys.version_info[:3]))
    own = {"plantrack-nb": plantrack_nb.__version__, "python": python}
    return own | {name: version(name) for name in LIBRARIES}


@cache
def package_digest() -> str:
    """Digest this package's own code and templates, as they were when the process began."""
    root = Path(plantrack_nb.__file__).parent
    own = (path for path in _files(root) if path.suffix in _CODE)
    return _digest_of(
        f"{path.relative_to(root).as_posix()} {digest(path)}".encode() for path in own
    )


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _digest_of(parts: Iterable[bytes]) -> str:
    made = hashlib.blake2b(digest_size=16)
    for part in parts:
        made.update(len(part).to_bytes(8, "big") + part)
    return made.hexdigest()
