"""From a data frame to a table part."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from plantrack_nb.core.errors import RenderError
from plantrack_nb.render.formats import plain
from plantrack_nb.render.parts import Cell, Column, Phone, Row, RowRole, Table, Tone

if TYPE_CHECKING:
    import pandas as pd


def table(
    frame: pd.DataFrame,
    caption: str,
    columns: Mapping[str, Column],
    *,
    group_by: str = "",
    totals: Mapping[str, object] | None = None,
    tones: Mapping[str, str] | None = None,
    ref: str = "",
    name_column: int = 0,
    phone: Phone = Phone.CARDS,
    note: str = "",
) -> Table:
    """Show the rows of a frame, in its order.

    Parameters
    ----------
    frame : DataFrame
        One row a table row.
    caption : str
        What the table shows.
    columns : mapping
        Frame column to the visible column; only these are shown, in this order.
    group_by : str
        Frame column whose text heads each run of equal rows.
    totals : mapping, optional
        Frame column to the value of a last row of sums.
    tones : mapping, optional
        Frame column to the frame column that holds its :class:`Tone`.
    ref : str
        Frame column that says where the row comes from; shown with the row's name on demand.
    name_column, phone, note
        As in :class:`Table`.

    Raises
    ------
    RenderError
        If the frame lacks a column that is named.
    """
    named = [*columns, *(tones or {}).values(), *(totals or {}), *filter(None, [group_by, ref])]
    if missing := [name for name in named if name not in frame.columns]:
        raise RenderError(
            "A table cannot be shown.",
            where=caption,
            why=f"the data have no column '{missing[0]}'",
            hint=f"They have: {', '.join(map(str, frame.columns))}.",
        )
    rows: list[Row] = []
    group: object = None
    for record in frame.to_dict("records"):
        if group_by and record[group_by] != group:
            group = record[group_by]
            rows.append(Row((Cell(plain(group)),), RowRole.GROUP))
        cells = [_cell(record, name, (tones or {}).get(name)) for name in columns]
        if ref:
            cells[name_column] = replace(cells[name_column], ref=str(record[ref]))
        rows.append(Row(tuple(cells)))
    if totals is not None:
        sums = tuple(Cell(plain(totals.get(name, ""))) for name in columns)
        rows.append(Row(sums, RowRole.TOTAL))
    return Table(caption, tuple(columns.values()), tuple(rows), name_column, phone, note)


def _cell(record: Mapping[Hashable, object], name: str, tone: str | None) -> Cell:
    return Cell(plain(record[name]), tone=Tone(str(record[tone])) if tone else Tone.PLAIN)
