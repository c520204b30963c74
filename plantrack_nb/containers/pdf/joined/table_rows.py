"""Rows of a table as they stand on its pages, before they become rows of the grid."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from plantrack_nb.containers.pdf.joined.paragraphs import Paragraph
from plantrack_nb.containers.pdf.page_records import FoundCell, FoundPage, FoundTable


@dataclass(frozen=True, slots=True)
class Part:
    """A cell, or the part of it on one page, and where that stands."""

    page: int
    number: int
    cell: FoundCell

    @property
    def text(self) -> str:
        """Its letters without blanks, to compare them."""
        return "".join(line.text for line in self.cell.lines).replace(" ", "")


@dataclass(slots=True)
class TableRow:
    """A row of a table: its page, its number on it, and its cells by column of the whole table.

    A place that another cell reaches over has no parts. ``rooms`` tells how wide a line can be in
    a column whose cells do not know it.
    """

    page: int
    number: int
    cells: list[list[Part]]
    rooms: Mapping[int, float] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """All it says, to compare it."""
        return "|".join("".join(part.text for part in parts) for parts in self.cells)


@dataclass(slots=True)
class Table:
    """A table's rows on one page, and the cells that reach down to its end, by column.

    ``span`` is from where to where it stands, and the page's height.
    """

    page: int
    rows: list[TableRow]
    ends: dict[int, list[Part]]
    span: tuple[float, float, float] = (0.0, 0.0, 0.0)


Block = Table | tuple[str, Paragraph]


def table_of(found: FoundTable, columns: Sequence[int], page: FoundPage, before: int) -> Table:
    """Lay a table's cells out in rows; ``before`` rows stand above it on its page."""
    height = max(cell.row + cell.rows for cell in found.cells)
    rows = [
        TableRow(page.number, before + row + 1, [[] for _ in range(max(columns))])
        for row in range(height)
    ]
    ends: dict[int, list[Part]] = {}
    for cell in found.cells:
        parts = rows[cell.row].cells[columns[cell.column]]
        parts.append(Part(page.number, before + cell.row + 1, cell))
        if cell.row + cell.rows == height:
            ends[columns[cell.column]] = parts
    return Table(page.number, rows, ends, (found.box[1], found.box[3], page.height))
