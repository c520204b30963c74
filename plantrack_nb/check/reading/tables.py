"""The summary tables of a round as tables again, each cell with the claim it came from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import nan

from plantrack_nb.check.facts import ROUND, Facts
from plantrack_nb.core.records import Row, gathered
from plantrack_nb.core.vocabulary import ClaimKind
from plantrack_nb.measures.rounding import step_of
from plantrack_nb.quantities.tables.table import Place, Table

_KEYS = ("table", "title", "row", "label", "column", "head", "span")
_SUBJECT = re.compile("; ".join(rf"{key}=(?P<{key}>.*?)" for key in _KEYS) + "$")
_CELLS = (ClaimKind.TABLE.value,)


@dataclass(frozen=True)
class Printed:
    """A printed table and the claims of its cells by row and column."""

    table: Table
    cells: Mapping[Place, Row]

    @property
    def name(self) -> str:
        """How a reader calls it."""
        title = self.table.title
        return (
            title
            if title.startswith(("ตาราง", "แผนภูมิ", "กราฟ"))
            else f"ตาราง “{title}”"
            if title
            else "ตารางสรุป"
        )


def printed_tables(facts: Facts) -> list[Printed]:
    """Put the claims of summary tables together, to be asked for by :meth:`Facts.once`."""
    claims = [row for row in facts.claims if row.kind in _CELLS]
    return [made for some in gathered(claims, ROUND).values() for made in _tables(some)]


def _tables(claims: Iterable[Row]) -> Iterator[Printed]:
    by_table: dict[str, list[tuple[Mapping[str, str], Row]]] = {}
    for row in claims:
        keys = _keys(row.subject)
        if keys:
            by_table.setdefault(keys["table"], []).append((keys, row))
    for some in by_table.values():
        yield _table(some)


@lru_cache(maxsize=4096)
def _keys(subject: str) -> Mapping[str, str]:
    found = _SUBJECT.match(subject)
    return found.groupdict() if found else {}


def _table(some: list[tuple[Mapping[str, str], Row]]) -> Printed:
    rows = {int(keys["row"]): keys["label"] for keys, _ in some}
    columns = {int(keys["column"]): (keys["head"], keys["span"]) for keys, _ in some}
    row_at = {row: at for at, row in enumerate(sorted(rows))}
    column_at = {column: at for at, column in enumerate(sorted(columns))}
    cells = {(row_at[int(keys["row"])], column_at[int(keys["column"])]): row for keys, row in some}
    heads = [columns[column][0] for column in sorted(columns)]
    spans = [columns[column][1] for column in sorted(columns)]
    labels = [rows[row] for row in sorted(rows)]
    values = [
        [cells[at, to].value if (at, to) in cells else nan for to in range(len(heads))]
        for at in range(len(labels))
    ]
    steps = [
        [
            step_of(cells[at, to].value, cells[at, to].text) if (at, to) in cells else 1.0
            for to in range(len(heads))
        ]
        for at in range(len(labels))
    ]
    return Printed(Table(some[0][0]["title"], heads, labels, values, steps, spans), cells)
