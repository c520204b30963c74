"""Lay a round's corrections over the tables that were read from its source.

A correction holds for a cell as long as the source says there what it said when somebody
corrected it. Where the source says something else by now, neither value is guessed at: the
source's stays, and the correction is listed among what was not understood.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plantrack_nb.core.corrections import (
    Correction,
    Value,
    corrections_file,
    read_corrections,
    same,
)
from plantrack_nb.core.records import row_names
from plantrack_nb.core.schema import TABLES, Kind, Round
from plantrack_nb.core.tables import conform, frame
from plantrack_nb.load.reading import Reading

if TYPE_CHECKING:
    import pandas as pd

_KINDS = {name: {one.name: one.kind for one in table.columns} for name, table in TABLES.items()}
_STALE = "การแก้ไขที่ไม่ตรงกับต้นฉบับแล้ว"


@dataclass(frozen=True)
class Laid:
    """Tables with corrections laid over them, and the corrections that no longer fit."""

    round: Round
    stale: tuple[Correction, ...]


def correctable(table: str) -> tuple[str, ...]:
    """Columns that may be corrected: none that names the row, the round or the source."""
    fixed = {*TABLES[table].named_by, "kind", "subject", "unit"}
    own = TABLES[table].own_columns if TABLES[table].named_by else ()
    return tuple(one.name for one in own if one.name not in fixed and one.name[-3:] != "_no")


def lay_over(round: Round, history: Iterable[Correction]) -> Laid:  # noqa: A002
    """Return the round with every correction that still fits in its place.

    Doing it again changes nothing: a cell that holds an earlier or the latest of its own
    corrected values gets the latest.
    """
    places: dict[tuple[str, str, str], list[Correction]] = defaultdict(list)
    for one in history:
        places[one.place].append(one)
    tables = dict(round.tables)
    stale: list[Correction] = []
    for name in dict.fromkeys(table for table, _, _ in places):
        of_table = [chain for place, chain in places.items() if place[0] == name]
        if name not in TABLES or not TABLES[name].named_by:
            stale += [chain[-1] for chain in of_table]
            continue
        data = _with_added(name, tables[name], of_table, round)
        tables[name], left = _laid(name, data, of_table)
        stale += left
    return Laid(Round(round.key, **tables), tuple(stale))


def corrected(reading: Reading, params: Path) -> Reading:
    """Lay the corrections kept in a project's folder of parameters over a reading.

    Parameters
    ----------
    reading : Reading
        The round as its source has it.
    params : Path
        The project's folder of parameters.

    Raises
    ------
    SourceError
        The corrections cannot be read.
    """
    history = read_corrections(corrections_file(params, reading.round.key))
    if not history:
        return reading
    laid = lay_over(reading.round, history)
    return replace(reading, round=_told(laid), corrections=history)


def _with_added(
    name: str,
    data: pd.DataFrame,
    chains: Sequence[Sequence[Correction]],
    round: Round,  # noqa: A002
) -> pd.DataFrame:
    """Put the rows that groups have added behind those of their projects."""
    import pandas as pd

    there, numbers = {*row_names(name, data)}, {*round.projects["project_no"]}
    added = [chain[0] for chain in chains if chain[0].added and chain[0].row not in there]
    made = [row for row in map(_added_row, added) if row["project_no"] in numbers]
    if not made:
        return data
    last = {no: at for at, no in enumerate(data["project_no"])}
    places = [*range(len(data)), *(last.get(row["project_no"], len(data)) for row in made)]
    both = pd.concat([data, frame(name, made, round.key)], ignore_index=True)
    order = sorted(range(len(places)), key=places.__getitem__)  # stable: behind, in their order
    return both.iloc[order].reset_index(drop=True)


def _added_row(one: Correction) -> dict[str, object]:
    names = TABLES[one.table].named_by
    parts = one.row.rsplit("/", len(names) - 1)
    given: dict[str, object] = {
        column: int(part) if _KINDS[one.table][column] is Kind.INT else part
        for column, part in zip(names, parts, strict=True)
    }
    return {**given, one.column: one.after, "source_file": one.origin, "raw": str(one.after)}


def _laid(
    name: str, data: pd.DataFrame, chains: Sequence[Sequence[Correction]]
) -> tuple[pd.DataFrame, list[Correction]]:
    at = {row: position for position, row in enumerate(row_names(name, data))}
    columns: dict[str, list[Any]] = {}
    stale = []
    for chain in chains:
        last = chain[-1]
        position = at.get(last.row)
        if position is None or last.column not in correctable(name):
            stale.append(last)
            continue
        values = columns.setdefault(last.column, data[last.column].tolist())
        known = [value for one in chain for value in (one.before, one.after)]
        if any(same(values[position], value) for value in known):
            values[position] = _stored(name, last.column, last.after)
        else:
            stale.append(last)
    return conform(name, data.assign(**columns)), stale


def _told(laid: Laid) -> Round:
    """List the corrections that no longer fit among what was not understood."""
    import pandas as pd

    if not laid.stale:
        return laid.round
    told = frame("unread", map(_stale_row, laid.stale), laid.round.key)
    return replace(laid.round, unread=pd.concat([laid.round.unread, told], ignore_index=True))


def _stale_row(one: Correction) -> dict[str, object]:
    title = TABLES[one.table].title if one.table in TABLES else one.table
    said = f"{title} {one.row} {one.column}: {one.before} → {one.after} ({one.who}: {one.reason})"
    return {"reason": _STALE, "text": said, "source_file": one.origin}


def _stored(table: str, column: str, value: Value) -> str | float:
    if value is None:
        return "" if _KINDS[table][column] is Kind.TEXT else math.nan
    return value
