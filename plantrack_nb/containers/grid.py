"""What every container gives: rows of cells, each with the place it came from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

Box = tuple[float, float, float, float]
"""Left, top, right and bottom on a page, in points from its upper left corner."""


DOUBT = "in doubt: "
"""How a note begins that says why a document may have been read wrongly."""


@dataclass(frozen=True, slots=True)
class Cell:
    r"""One cell or paragraph.

    Parameters
    ----------
    text : str
        Readable text: tags gone, a paragraph or list item a line (``"\n"``).
    ref : str
        Where it stands, as :mod:`plantrack_nb.core.provenance` spells it.
    raw : str
        The text exactly as the file holds it.
    note : str
        What the container had to do to get the text (e.g. ``"merged"``), or ``""``.
    """

    text: str
    ref: str
    raw: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table (``cells`` left to right, empty ones kept) or one paragraph.

    A paragraph outside any table is a row with a single cell and ``in_table`` false.
    """

    ref: str
    cells: tuple[Cell, ...]
    in_table: bool = True

    @property
    def texts(self) -> list[str]:
        """The cells' texts, left to right."""
        return [cell.text for cell in self.cells]

    @property
    def is_blank(self) -> bool:
        """True when no cell holds any text."""
        return not any(cell.text.strip() for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Grid:
    """All rows of one document in reading order.

    Parameters
    ----------
    file : str
        File name without folders.
    rows : tuple of Row
        Table rows and paragraphs in the order a reader meets them.
    notes : tuple of str
        What the container left out and why (hidden sheets, images), for the reader to see;
        those that begin with :data:`DOUBT` say why it may have been read wrongly.
    boxes : mapping of str to Box
        Where cells and paragraphs lie on their page, by their ref; of containers with pages.
    """

    file: str
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = field(default=())
    boxes: Mapping[str, Box] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)
