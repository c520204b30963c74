"""Small progress tables written down as texts, and how they are read."""

from __future__ import annotations

from collections.abc import Sequence

from helpers.nine_columns import HEAD

from plantrack_nb.containers.grid import Cell, Grid, Row
from plantrack_nb.core.provenance import line_ref
from plantrack_nb.core.schema import RoundKey
from plantrack_nb.load.layout.columns.choose import Asked, Columns, choose
from plantrack_nb.load.layout.columns.head_rows import head_at
from plantrack_nb.load.layout.columns.heading_words import BUILT_IN
from plantrack_nb.load.reading import Reading
from plantrack_nb.load.table.interpret import Divided, interpret
from plantrack_nb.load.table.progress import read_progress
from plantrack_nb.load.table.records import Progress

KEY = RoundKey("0101", 2565, 2)
_NAMES = (
    "number",
    "project",
    "targets",
    "indicators",
    "budget",
    "disbursed",
    "progress",
    "action",
    "owner",
)
Texts = Sequence[str]


def line(**cells: str) -> list[str]:
    """Return a row of the nine columns from the cells that are filled."""
    unknown = set(cells) - set(_NAMES)
    assert not unknown, unknown
    return [cells.get(name, "") for name in _NAMES]


def opened(**cells: str) -> list[str]:
    """Return a row that opens project 1.1."""
    return line(**{"number": "1.1", "project": "โครงการหนึ่ง", **cells})


def row_of(texts: Texts, number: int = 1, *, in_table: bool = True) -> Row:
    """Make a row of a grid; cells of a table are named by line and column."""
    if not in_table:
        ref = line_ref(number)
        return Row(ref, tuple(Cell(text, ref, text) for text in texts), in_table)
    cells = (Cell(text, line_ref(number, at), text) for at, text in enumerate(texts, 1))
    return Row(line_ref(number), tuple(cells), in_table)


def grid_of(rows: Sequence[Texts | str], file: str = "a.txt") -> Grid:
    """Make a grid: a list of texts is a row of a table, a string is a paragraph."""
    return Grid(
        file,
        tuple(
            row_of([one], at, in_table=False) if isinstance(one, str) else row_of(one, at)
            for at, one in enumerate(rows, 1)
        ),
    )


def columns_of(head: Texts = HEAD) -> Columns:
    """Return the columns that a head names."""
    found = head_at([row_of(head)], 0, BUILT_IN)
    assert found is not None
    return choose(found.headings, [], Asked()).for_rows


def read(*rows: Texts | str, head: Texts = HEAD) -> Reading:
    """Interpret a table under a head."""
    return interpret(grid_of([head, *rows]), KEY)


def progress_of(*rows: Texts | str, head: Texts = HEAD) -> Progress:
    """Read only the progress table of a document."""
    divided = Divided.of(grid_of([head, *rows]))
    return read_progress(divided.understood(Asked(KEY.fiscal_year, KEY.quarter)))


def table(reading: Reading, name: str, *columns: str) -> list[tuple[object, ...]]:
    """Return some columns of a table as rows; a missing number is None."""
    data = reading.round.tables[name][list(columns)].astype(object)
    rows = data.where(data.notna(), None).itertuples(index=False, name=None)
    return list(rows)


def statuses(reading: Reading) -> list[tuple[object, ...]]:
    """Return number, status and percent of each activity."""
    return table(reading, "activities", "activity_no", "status", "progress_pct")
