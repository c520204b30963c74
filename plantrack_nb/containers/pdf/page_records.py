"""What was found on pages: plain records that pass from the child process to its parent."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from plantrack_nb.containers.grid import Box
from plantrack_nb.containers.pdf.drawn.glyphs import Seen
from plantrack_nb.containers.pdf.lines import Line


@dataclass(frozen=True, slots=True)
class FoundCell:
    """A cell with its place in its table (rows and columns from 0), on the page, and its lines.

    ``room`` is how wide a line in it can be at most.
    """

    row: int
    column: int
    rows: int
    columns: int
    box: Box
    lines: tuple[Line, ...]
    room: float


@dataclass(frozen=True, slots=True)
class FoundTable:
    """A table of one page: the places of its upright lines, its cells in reading order.

    ``aligned`` tells that it has no lines, and was read by the blanks between its columns.
    """

    box: Box
    xs: tuple[float, ...]
    cells: tuple[FoundCell, ...]
    aligned: bool = False


@dataclass(frozen=True, slots=True)
class Leaf:
    """Where the file's own tags put a piece of content: numbers of table, row, cell, paragraph."""

    table: int
    row: int
    cell: int
    block: int


@dataclass(frozen=True, slots=True)
class TaggedRow:
    """A row as the tags state it.

    Parameters
    ----------
    group, order : int
        The group of rows it is in (head, body), and its place there.
    cells : tuple of (int, int, int)
        Each cell's number, and over how many columns and rows it reaches.
    is_head : bool
        All its cells are headings.
    """

    group: int
    order: int
    cells: tuple[tuple[int, int, int], ...]
    is_head: bool


@dataclass(frozen=True, slots=True)
class TaggedTable:
    """What one page shows of a table that the file's tags state.

    Parameters
    ----------
    number : int
        The table.
    top : float
        Where it begins on the page.
    rows : tuple of (int, TaggedRow)
        Its rows on this page, each with its number, in the order of the content.
    lines : mapping of int to lines
        What stands in each cell, by the cell's number.
    heads : tuple of str
        The head as it reads line by line over all columns: so it stands on the pages that repeat
        it, there only as decoration.
    """

    number: int
    top: float
    rows: tuple[tuple[int, TaggedRow], ...]
    lines: dict[int, tuple[Line, ...]]
    heads: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FoundPage:
    """What one page holds, to be put together with the others.

    Parameters
    ----------
    number, width, height
        The page, from 1, and its size in points.
    tables : tuple of FoundTable
        Tables in lines, from top to bottom.
    tagged : tuple of TaggedTable
        Tables without lines on all sides, which the file states itself.
    lines : tuple of Line
        Lines outside tables, from top to bottom.
    seen : Counter of Seen
        What may speak against reading the page.
    pictures : float
        Share of the page that its largest picture covers.
    """

    number: int
    width: float
    height: float
    tables: tuple[FoundTable, ...] = ()
    tagged: tuple[TaggedTable, ...] = ()
    lines: tuple[Line, ...] = ()
    seen: Counter[Seen] = field(default_factory=Counter)
    pictures: float = 0.0

    @property
    def has_text(self) -> bool:
        """Whether any letter stands on it."""
        return bool(self.lines or self.tagged) or any(
            cell.lines for table in self.tables for cell in table.cells
        )


@dataclass(frozen=True, slots=True)
class Batch:
    """Some pages of a document, and what is known of the whole."""

    pages: tuple[FoundPage, ...]
    total: int
    producer: str
    notes: tuple[str, ...]
