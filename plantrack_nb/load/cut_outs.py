"""Pictures of the places that findings name, where the round was read from pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from plantrack_nb.containers.pdf.picture import cut_outs
from plantrack_nb.core.errors import SourceError
from plantrack_nb.core.findings import Finding
from plantrack_nb.load.store import read_boxes

MOST = 120
"""So many pictures are drawn; they are for a person to look at."""


def pictures_of(findings: Iterable[Finding], tables: Path, source: Path) -> Mapping[str, bytes]:
    """Draw the cells that findings name, by their places.

    Parameters
    ----------
    findings : iterable of Finding
        The first of them come first.
    tables : Path
        The folder of the round's tables.
    source : Path
        The document that they were read from. Without it, or where it is another one now, there
        are no pictures: the raw texts stay.

    Returns
    -------
    mapping of str to bytes
        PNG by place; empty for documents without pages.
    """
    boxes = read_boxes(tables)
    if not boxes or not source.is_file():
        return {}
    refs = dict.fromkeys(ref.ref for one in findings for ref in one.refs if ref.file == source.name)
    try:
        return cut_outs(source, boxes, [*refs][:MOST])
    except SourceError:
        return {}
