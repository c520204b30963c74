"""Tables as plain Python records, for passes that look at every row.

A frame's operation costs a millisecond whatever its size; a pass over the few hundred rows of a
round costs less than that, and reads like the sentence it stands for.
"""

from __future__ import annotations

from collections import Counter, namedtuple
from collections.abc import Callable, Hashable, Iterable, Sequence
from functools import lru_cache
from itertools import repeat
from math import fsum, isnan
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeAlias

from plantrack_nb.core.schema import ROUND_COLUMNS, TABLES

if TYPE_CHECKING:
    import pandas as pd

_ROUND = tuple(one.name for one in ROUND_COLUMNS)

Row: TypeAlias = Any
"""A row of a table, its columns as attributes; named tuples made at run time carry no type."""


def rows(frame: pd.DataFrame) -> list[Row]:
    """Take a table as records, in its order, with Python's own texts and numbers."""
    columns = (_values(frame, name) for name in frame.columns)
    return list(map(_row_type(tuple(frame.columns))._make, zip(*columns, strict=True)))


def row_names(table: str, frame: pd.DataFrame) -> list[str]:
    """Name each row so that the name lasts: by its numbers, ``#2`` for the second of a name.

    The table must have a key or a label; where several rounds are stacked each counts anew.
    """
    parts = [map(str, _values(frame, one)) for one in TABLES[table].named_by]
    names = list(map("/".join, zip(*parts, strict=True)))
    keys = list(zip(*(_values(frame, one) for one in _ROUND), names, strict=True))
    counts = Counter(keys)
    seen: Counter[tuple[object, ...]] = Counter()
    for at, key in enumerate(keys) if len(counts) < len(keys) else ():
        if counts[key] > 1:
            seen[key] += 1
            names[at] += f"#{seen[key]}" if seen[key] > 1 else ""
    return names


def named_rows(table: str, frame: pd.DataFrame) -> list[Row]:
    """Take a declared table as records that know their place: ``table`` and ``row_name``."""
    names = row_names(table, frame)
    columns = (_values(frame, name) for name in frame.columns)
    make = _row_type((*frame.columns, "table", "row_name"))._make
    return list(map(make, zip(*columns, repeat(table, len(names)), names, strict=True)))


def extended(row: Row, /, **more: object) -> Row:
    """Return a row with further columns behind its own."""
    own: Any = type(row)
    return _extended_type(own, tuple(more))._make((*row, *more.values()))


def widened(
    some: Iterable[Row], names: tuple[str, ...], more: Callable[[Row], tuple[object, ...]]
) -> list[Row]:
    """Return rows with the same further columns behind their own, told by a function."""
    made: list[Row] = []
    for row in some:
        own: Any = type(row)
        made.append(_extended_type(own, names)._make((*row, *more(row))))
    return made


def gathered(some: Iterable[Row], names: Sequence[str]) -> dict[Any, list[Row]]:
    """Gather rows with equal values in some columns, in the order in which these come up."""
    key = attrgetter(*names)
    groups: dict[Hashable, list[Row]] = {}
    for row in some:
        groups.setdefault(key(row), []).append(row)
    return groups


def firsts(some: Iterable[Row], names: Sequence[str]) -> dict[Any, Row]:
    """Keep the first row of those with equal values in some columns."""
    key = attrgetter(*names)
    found: dict[Hashable, Row] = {}
    for row in some:
        found.setdefault(key(row), row)
    return found


def total(values: Iterable[float]) -> float:
    """Add up what is known, exactly; missing values (NaN) count as nothing."""
    known = [value for value in values if value == value]  # noqa: PLR0124  # NaN is not itself
    try:
        return fsum(known)
    except (OverflowError, ValueError):  # beyond what a float holds, in the sum or on the way
        return sum(known)


def known(value: float) -> float | None:
    """Return a number as a cell shows it: ``None`` for a missing one (NaN)."""
    return None if isnan(value) else float(value)


@lru_cache(maxsize=256)
def _extended_type(own: Any, more: tuple[str, ...]) -> Any:
    return _row_type((*own._fields, *more))


@lru_cache(maxsize=256)
def _row_type(names: tuple[str, ...]) -> Any:
    return namedtuple("Row", names)  # noqa: PYI024  # the columns are known at run time only


def _values(frame: pd.DataFrame, column: str) -> list[Any]:
    return frame[column].to_numpy(dtype=object).tolist()
