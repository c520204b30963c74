"""The tables that were kept last, held in memory beside their files.

A round's notebooks hand its tables on through files, and most rounds are made by one process from
the first notebook to the last. What it has just written need not be read again, as long as the
files are as it left them. One round is held at a time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from plantrack_nb.containers.grid import Box
from plantrack_nb.core.schema import Round
from plantrack_nb.measures.places import Place

if TYPE_CHECKING:
    import pandas as pd

Stamp = tuple[int, int, int]


@dataclass
class Kept:
    """What was written, as it would be read; ``checked`` once its tables were found good."""

    round: Round
    places: tuple[Place, ...]
    boxes: Mapping[str, Box]
    stamps: Mapping[Path, Stamp]
    checked: bool = False


_LAST: dict[Path, Kept] = {}


def remember(folder: Path, paths: Sequence[Path], kept: Kept) -> None:
    """Hold what was just written to a folder, in place of what was held before."""
    _LAST.clear()
    _LAST[folder.absolute()] = Kept(
        _own(kept.round), kept.places, dict(kept.boxes), {one: _stamp(one) for one in paths}
    )


def recall(folder: Path) -> Kept | None:
    """Return what is held of a folder; None when nothing is, or a file of it is another by now."""
    kept = _LAST.get(folder.absolute())
    if kept is None:
        return None
    try:
        same = all(_stamp(path) == stamp for path, stamp in kept.stamps.items())
    except OSError:
        same = False
    if not same:
        _LAST.clear()
        return None
    return kept


def forget() -> None:
    """Hold nothing any more: the files are read again."""
    _LAST.clear()


def handed_out(kept: Kept) -> Round:
    """Return the tables so that whoever changes them changes no others."""
    return _own(kept.round)


def _own(round: Round) -> Round:  # noqa: A002
    tables: dict[str, pd.DataFrame] = {name: one.copy() for name, one in round.tables.items()}
    return Round(round.key, **tables)


def _stamp(path: Path) -> Stamp:
    state = path.stat()
    return state.st_mtime_ns, state.st_size, state.st_ino
