"""What a round's outputs depend on: equal dependencies, equal outputs."""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib.metadata import version
from pathlib import Path

import plantrack_nb
from plantrack_nb.core.corrections import corrections_file, rounds_folder
from plantrack_nb.core.schema import RoundKey
from plantrack_nb.run.earlier_rounds import earlier_rounds, telling_files
from plantrack_nb.run.job import Job
from plantrack_nb.run.notebook_parameters import round_parameters
from plantrack_nb.year.confirmed import identity_file

LIBRARIES = ("altair", "fonttools", "ipykernel", "pandas", "pyarrow", "typst", "vl-convert-python")
"""Libraries whose versions show in the outputs."""

_ROUND_LINE = re.compile(rb"^fiscal_year:", re.MULTILINE)
_ROUND_FILE = "a round file"
_CODE = {".py", ".html", ".css", ".j2", ".typ", ".json"}


def dependencies(job: Job) -> dict[str, str]:
    """Digest one by one all that a round's outputs depend on, by names a person understands."""
    return {
        "input": digest(job.source),
        "parameters": _digest_of([repr(sorted(round_parameters(job).items())).encode()]),
        "formats": ",".join(job.formats),
        "engine": job.engine,
        "show_persons": str(job.show_persons),
        "letter": _digest_of([repr(sorted(job.letter.items())).encode()]),
        **{f"notebooks/{path.name}": _shared(path) for path in job.notebooks},
        **_params(job.project / "params", job.key),
        **_earlier(job),
        **({} if job.register is None else {"register": _shared(job.register)}),
        "package": package_digest(),
        **versions(),
    }


def _earlier(job: Job) -> dict[str, str]:
    """Digest the earlier rounds that this one is held against."""
    return {
        f"earlier/{one}": _digest_of(digest(path).encode() for path in telling_files(job.out, one))
        for one in earlier_rounds(job.out, job.key)
    }


def fingerprint(depends: Mapping[str, str]) -> str:
    """Digest the :func:`dependencies` of a round together."""
    return _digest_of(part.encode() for one in depends.items() for part in one)


def digest(path: Path) -> str:
    """Digest a file's bytes; ``""`` when there is none."""
    try:
        return _digest_of([path.read_bytes()])
    except OSError:
        return ""


@cache
def versions() -> Mapping[str, str]:
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


def _params(folder: Path, key: RoundKey) -> dict[str, str]:
    """Digest rules, waivers, registers, targets and what people have decided about this round.

    Round files speak through parameters.
    """
    own, rounds = (corrections_file(folder, key), identity_file(folder, key)), rounds_folder(folder)
    whole = [one for one in sorted(folder.iterdir()) if one != rounds and not _is_hidden(one)]
    paths = [path for one in whole for path in ([one] if one.is_file() else _files(one))]
    paths += [one for one in own if one.is_file()]
    found = {path.relative_to(folder).as_posix(): _shared(path) for path in paths}
    return {f"params/{name}": known for name, known in found.items() if known != _ROUND_FILE}


def _shared(path: Path) -> str:
    """Digest a file that all rounds share, once as long as it is not changed."""
    try:
        state = path.stat()
    except OSError:
        return ""
    return _as_of(path, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=1000)
def _as_of(path: Path, changed: int, size: int) -> str:  # noqa: ARG001 - they are the memory's key
    is_yaml = path.suffix in {".yaml", ".yml"}
    return _ROUND_FILE if is_yaml and _ROUND_LINE.search(path.read_bytes()) else digest(path)


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file() and not _is_hidden(path))


def _is_hidden(path: Path) -> bool:
    """Tell a lock, or what was left half-written, from what a person keeps."""
    return path.name.startswith(".")


def _digest_of(parts: Iterable[bytes]) -> str:
    made = hashlib.blake2b(digest_size=16)
    for part in parts:
        made.update(len(part).to_bytes(8, "big") + part)
    return made.hexdigest()
