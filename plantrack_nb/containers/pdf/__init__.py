"""Published PDFs read as data: ruled tables over many pages, and the text between them.

In: a file. Out: a grid with the place of every cell on its page, or a refusal that says what was
seen. Pages are read in a child process, some at a time; what they hold is put together here.
Touch :mod:`.drawn` for letters and lines, :mod:`.tables` for cells, :mod:`.joined` for what goes on
over pages, :mod:`.damage` for refusals.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from plantrack_nb.containers.grid import DOUBT, Grid
from plantrack_nb.containers.pdf.damage import judged
from plantrack_nb.containers.pdf.joined.document import grid_of
from plantrack_nb.containers.pdf.page_records import Batch, FoundPage
from plantrack_nb.containers.sandbox import in_child

_PAGES = 20
"""So many pages are read by one child; each starts afresh, so that memory stays flat."""
_SECONDS = 120.0

Told = Callable[[int, int], None]
"""Is told how many pages of how many have been read."""


def read_pages(path: Path, told: Told | None = None) -> Grid:
    """Read a document page by page; ``p12!R3C5`` is a cell, ``p12!L4`` a paragraph."""
    pages: list[FoundPage] = []
    for batch in _batches(path):
        pages += batch.pages
        if told is not None:
            told(len(pages), batch.total)
    grid = grid_of(path.name, pages, batch.notes)
    texts = ((cell.ref, cell.raw) for row in grid for cell in row.cells if cell.raw)
    doubts = tuple(DOUBT + one for one in judged(pages, texts, path.name, batch.producer))
    return Grid(grid.file, grid.rows, (*doubts, *grid.notes), grid.boxes)


def _batches(path: Path) -> Iterator[Batch]:
    first = 0
    while True:
        batch: Batch = in_child(_read_batch, path, first, _PAGES, seconds=_SECONDS)
        yield batch
        first += _PAGES
        if first >= batch.total:
            return


def _read_batch(path: Path, first: int, count: int) -> Batch:
    """Be the child's function: only there pdfminer is imported."""
    from plantrack_nb.containers.pdf.source import read_batch

    return read_batch(path, first, count)
