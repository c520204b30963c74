"""Tables that a file states by tags, laid out over its pages as rows of cells."""

from __future__ import annotations

from dataclasses import dataclass, field

from plantrack_nb.containers.pdf.joined.table_rows import Part, Table, TableRow
from plantrack_nb.containers.pdf.lines import box_of
from plantrack_nb.containers.pdf.page_records import FoundCell, TaggedRow, TaggedTable


@dataclass
class StatedTable:
    """One table as it is met page by page.

    Parameters
    ----------
    rooms : dict of int to float
        How wide a line can be in each column: as wide as the widest seen.
    """

    rooms: dict[int, float] = field(default_factory=dict)
    _begun: dict[int, TableRow] = field(default_factory=dict)
    _places: dict[int, int] = field(default_factory=dict)
    _reach: dict[int, int] = field(default_factory=dict)
    _last: tuple[int, int] = (0, -1)
    _width: int = 0

    def add(self, table: TaggedTable, page: int, before: int) -> tuple[Table, int]:
        """Add what a page shows; return its new rows, and the number of its last row.

        A row that goes on from the page before is continued there.
        """
        fresh: list[TableRow] = []
        number = before
        for name, row in table.rows:
            number += 1
            if name not in self._begun:
                self._lay_out(row)
                self._begun[name] = TableRow(
                    page, number, [[] for _ in range(self._width)], self.rooms
                )
                fresh.append(self._begun[name])
            self._fill(self._begun[name], row, table, (page, number))
        return Table(page, fresh, {}), number

    def _lay_out(self, row: TaggedRow) -> None:
        """Find the columns of a row's cells; those that reach down from above take theirs."""
        group, order = self._last
        if group != row.group:
            self._reach = {}
        else:
            for _ in range(row.order - order - 1):  # rows without any text
                self._step()
        self._last = (row.group, row.order)
        column = 0
        reach = dict(self._reach)
        self._step()
        for cell, columns, rows in row.cells:
            while reach.get(column, 0):
                column += 1
            self._places[cell] = column
            for at in range(column, column + columns):
                if rows > 1:
                    self._reach[at] = rows - 1
            column += columns
        self._width = max(self._width, column)

    def _step(self) -> None:
        self._reach = {at: left - 1 for at, left in self._reach.items() if left > 1}

    def _fill(
        self, made: TableRow, row: TaggedRow, table: TaggedTable, place: tuple[int, int]
    ) -> None:
        for cell, columns, rows in row.cells:
            column = self._places[cell]
            own = table.lines.get(cell, ())
            if made.cells[column] and not own:
                continue
            for line in own if columns == 1 else ():
                self.rooms[column] = max(self.rooms.get(column, 0.0), line.end - line.start)
            box = box_of(own) if own else (0.0, 0.0, 0.0, 0.0)
            found = FoundCell(0, column, rows, columns, box, own, 0.0)
            made.cells[column].append(Part(*place, found))
