"""Open any container by its content and its suffix."""

from __future__ import annotations

from pathlib import Path

from plantrack_nb.errors import SourceError
from plantrack_nb.load.containers import text
from plantrack_nb.load.grid import Grid


def open_grid(path: Path, trusted: bool = False) -> Grid:
    """Read a document as rows of cells."""
    if path.suffix.lower() in {".txt", ".md"}:
        return text.read(path)
    if path.suffix.lower() in {".xlsx"}:
        from plantrack_nb.load.containers import xlsx

        return xlsx.read(path)
    raise SourceError("Unknown kind of file", where=str(path))
