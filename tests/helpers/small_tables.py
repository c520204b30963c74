"""Small summary tables written down as rows."""

from __future__ import annotations

from collections.abc import Sequence
from math import nan

from plantrack_nb.quantities.tables.table import Table


def table_of(heads: Sequence[str], *rows: tuple[object, ...], spans: Sequence[str] = ()) -> Table:
    """Make a table: each row is its label and its figures; ``None`` is an empty cell."""
    labels = [str(label) for label, *_ in rows]
    values = [[nan if one is None else float(str(one)) for one in row[1:]] for row in rows]
    steps = [[_step(one) for one in row[1:]] for row in rows]
    return Table("ตารางทดสอบ", heads, labels, values, steps, spans)


def _step(one: object) -> float:
    return 10.0 ** -len(str(one).partition(".")[2]) if isinstance(one, str) else 1.0
