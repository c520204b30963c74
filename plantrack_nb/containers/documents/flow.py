"""Documents as a flow of text and tables, as HTML and Word have them, made into a grid."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from plantrack_nb.containers.documents.spans import Spanned, lay_out
from plantrack_nb.containers.grid import Cell, Grid, Row
from plantrack_nb.containers.markup import tidy
from plantrack_nb.containers.zipcheck import LIMITS, unsafe
from plantrack_nb.core.language import say
from plantrack_nb.core.provenance import cell_ref, line_ref


@dataclass(frozen=True, slots=True)
class Table:
    """A table's rows of cells and its caption, each a flow of its own."""

    rows: list[list[Spanned[tuple[Piece, ...]]]]
    caption: tuple[Piece, ...] = ()


Piece = str | Table
"""Text, in which ``"\\n"`` ends a paragraph, or a table."""


def grid_of(file: str, pieces: Iterable[Piece], notes: tuple[str, ...]) -> Grid:
    """Count a document's paragraphs and tables and lay its tables out."""
    return Grid(file, tuple(_Numbering(file).rows(pieces)), notes)


class _Numbering:
    """Counts the paragraphs and tables met so far."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._paragraphs = 0
        self._tables = 0

    def rows(self, pieces: Iterable[Piece]) -> Iterator[Row]:
        text: list[str] = []
        for piece in pieces:
            if isinstance(piece, str):
                text.append(piece)
                continue
            yield from self._text("".join(text))
            text.clear()
            yield from self._text(flat(piece.caption))
            if _is_layout(piece):  # the page's frame: what stands in its cells is the page
                for row in piece.rows:
                    for cell in row:
                        yield from self.rows(cell.content)
            else:
                yield from self._table(piece)
        yield from self._text("".join(text))

    def _text(self, text: str) -> Iterator[Row]:
        for raw in text.split("\n"):
            if readable := tidy(raw):
                self._paragraphs += 1
                ref = line_ref(self._paragraphs)
                yield Row(ref, (Cell(readable, ref, raw),), in_table=False)

    def _table(self, table: Table) -> Iterator[Row]:
        self._tables += 1
        name = f"table{self._tables}"
        count = 0
        for row in table.rows:
            self._check(name, sum(cell.columns for cell in row), 0)
        for number, places in enumerate(lay_out(table.rows), start=1):
            count += len(places)
            self._check(name, len(places), count)
            cells = tuple(
                _cell(content, cell_ref(name, number, column))
                for column, content in enumerate(places, start=1)
            )
            if any(cell.text for cell in cells):
                yield Row(cells[0].ref, cells)

    def _check(self, name: str, columns: int, cells: int) -> None:
        if columns > LIMITS.columns or cells > LIMITS.cells:
            raise unsafe(
                Path(self._file),
                say(
                    f"{name} มีคอลัมน์หรือเซลล์มากกว่ารอบใด ๆ",
                    f"{name} has more columns or cells than any round",
                ),
            )


def _is_layout(table: Table) -> bool:
    """Tell whether a table only places others on the page: one of them has more cells than it."""
    own = sum(len(row) for row in table.rows)
    inner = (piece for row in table.rows for cell in row for piece in cell.content)
    tables = (piece for piece in inner if isinstance(piece, Table))
    return any(len(table.rows) > 1 and own < _size(table) for table in tables)


def _size(table: Table) -> int:
    """Count the cells of a table and of those in it."""
    cells = [cell for row in table.rows for cell in row]
    inner = (piece for cell in cells for piece in cell.content if isinstance(piece, Table))
    return len(cells) + sum(map(_size, inner))


def _cell(content: tuple[Piece, ...] | None, ref: str) -> Cell:
    if content is None:
        return Cell("", ref, "", "merged")
    raw = flat(content)
    nested = any(isinstance(piece, Table) for piece in content)
    return Cell(tidy(raw), ref, raw, "a table inside the cell, read as text" if nested else "")


def flat(pieces: Iterable[Piece]) -> str:
    """Join a flow to text; a row of a nested table becomes a line."""
    return "".join(piece if isinstance(piece, str) else _lines(piece) for piece in pieces)


def _lines(table: Table) -> str:
    rows = (" ".join(flat(cell.content).strip() for cell in row) for row in table.rows)
    return "\n" + "\n".join([flat(table.caption), *rows]) + "\n"
