"""What the package ships for an office's project: notebooks, parameters, the sample round."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from plantrack_nb.core.errors import SourceError
from plantrack_nb.core.language import say
from plantrack_nb.office.project import SAMPLE

PACKAGE = Path(__file__).parents[1]
_INSTALLED, _CLONED = PACKAGE / "shipped", PACKAGE.parent
_NOTEBOOKS, _PARAMS, _DATA = "notebooks", "params", "data"
_SAMPLE_INPUTS = f"inputs: {_DATA}/", f"inputs: {SAMPLE}/"


def shipped_files() -> dict[str, bytes]:
    """Return what a new project begins with, by its path in there.

    An installed package holds it; in a clone it lies beside the package. The sample round goes
    into a folder of its own, so that it never comes among an office's own rounds.

    Raises
    ------
    SourceError
        The package is not whole.
    """
    home = next((one for one in (_INSTALLED, _CLONED) if (one / _NOTEBOOKS).is_dir()), None)
    if home is None:
        raise SourceError(
            say("ไม่มีสมุดงานในโปรแกรมที่ติดตั้ง", "The package holds no notebooks."),
            where=str(PACKAGE),
            hint=say("ติดตั้งใหม่", "Install it again."),
        )
    found = {path: (home / path).read_bytes() for path in _paths(home)}
    return dict(sorted((_place(path, data), _content(path, data)) for path, data in found.items()))


def _paths(home: Path) -> Iterator[str]:
    for folder, ending in ((_NOTEBOOKS, "*.ipynb"), (_PARAMS, "*.*"), (_DATA, "*.xlsx")):
        for path in sorted((home / folder).glob(ending)):
            if path.is_file() and not path.name.startswith((".", "~$")):
                yield f"{folder}/{path.name}"


def _is_round_file(path: str, data: bytes) -> bool:
    return path.endswith(".yaml") and b"\nfiscal_year:" in b"\n" + data


def _place(path: str, data: bytes) -> str:
    if path.startswith(f"{_DATA}/") or _is_round_file(path, data):
        return f"{SAMPLE}/{path.partition('/')[2]}"
    return path


def _content(path: str, data: bytes) -> bytes:
    if not _is_round_file(path, data):
        return data
    old, new = (one.encode() for one in _SAMPLE_INPUTS)
    return data.replace(old, new)
