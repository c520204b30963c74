"""The parts of a document: what stands before its tables, the tables, what stands behind them."""

from __future__ import annotations

from dataclasses import dataclass, field

from plantrack_nb.containers.grid import Row
from plantrack_nb.core.vocabulary import NarrativeKind
from plantrack_nb.load.layout.columns.head_rows import Head


@dataclass
class SummaryTable:
    """One of the report's own summary tables: two head rows, then a row a group."""

    kind: str
    rows: list[Row] = field(default_factory=list)

    @property
    def heads(self) -> list[Row]:
        """The head: its first row and those below whose first column is empty."""
        return self.rows[: self._head_rows]

    @property
    def body(self) -> list[Row]:
        """The rows of the groups and of the total."""
        return self.rows[self._head_rows :]

    @property
    def _head_rows(self) -> int:
        named = (at for at, row in enumerate(self.rows) if at and row.cells[0].text)
        return next(named, len(self.rows))


@dataclass(frozen=True, slots=True)
class BodyRow:
    """A row below a head; ``after_break`` tells that a page or head stands above it."""

    row: Row
    after_break: bool


@dataclass
class Block:
    """A table: the sheet it stands on, the titles above it, its head, its rows."""

    sheet: str
    head: Head
    titles: list[Row] = field(default_factory=list)
    rows: list[BodyRow] = field(default_factory=list)
    is_broken: bool = False


@dataclass
class Document:
    """The parts of a document, in reading order within each.

    ``furniture`` (titles and numbers of pages) and ``heads`` hold nothing to keep; ``leftover``
    is what stands where nothing is expected, with the reason.
    """

    front: list[Row] = field(default_factory=list)
    contents: list[Row] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    furniture: list[Row] = field(default_factory=list)
    heads: list[Row] = field(default_factory=list)
    back: list[tuple[NarrativeKind | None, Row]] = field(default_factory=list)
    tables: list[SummaryTable] = field(default_factory=list)
    leftover: list[tuple[Row, str]] = field(default_factory=list)

    @property
    def progress(self) -> list[BodyRow]:
        """The rows of all tables with a head."""
        return [one for block in self.blocks for one in block.rows]


def filled(row: Row) -> list[str]:
    """Return the texts of a row that are not empty."""
    return [text for text in row.texts if text]
