"""A round while it is being made: rows by table, changed by making a new draft."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import cast

from plantrack_nb.core.schema import TABLES, Round, RoundKey
from plantrack_nb.core.tables import frame

Row = Mapping[str, object]


@dataclass(frozen=True)
class Draft:
    """Rows of the tables that are there so far; a table that is not there has none."""

    key: RoundKey
    tables: Mapping[str, tuple[Row, ...]]

    def of(self, table: str) -> tuple[Row, ...]:
        """Rows of a table."""
        return self.tables.get(table, ())

    def numbered(self, table: str, project_no: str | None = None) -> Iterator[tuple[int, Row]]:
        """Rows of a table, of one project if named, each with its place in the table."""
        for at, row in enumerate(self.of(table)):
            if project_no is None or row["project_no"] == project_no:
                yield at, row

    def holding(self, table: str, rows: Sequence[Row]) -> Draft:
        """Take other rows for a table."""
        return replace(self, tables={**self.tables, table: tuple(rows)})

    def changed(self, table: str, at: int, **values: object) -> Draft:
        """Change columns of one row."""
        rows = list(self.of(table))
        rows[at] = {**rows[at], **values}
        return self.holding(table, rows)

    def without(self, table: str, places: Sequence[int]) -> Draft:
        """Leave rows out."""
        return self.holding(
            table, [row for at, row in enumerate(self.of(table)) if at not in places]
        )

    def round(self) -> Round:
        """Make the seven tables."""
        frames = {name: frame(name, self.of(name), self.key) for name in TABLES}
        return Round(self.key, **frames)


def text(row: Row, column: str) -> str:
    """Read a text column."""
    return str(row.get(column) or "")


def number(row: Row, column: str) -> float:
    """Read a number; nothing is NaN."""
    value = cast("float | None", row.get(column))
    return float("nan") if value is None else float(value)
