"""A DataFrame or Series to a table: its own values, not what a screen has room for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from plantrack_nb.render import parts as p
from plantrack_nb.render.outputs.tabled import MOST_ROWS, are_years, tabled

_UNNAMED = "ค่า"


def table_of(
    frame: Any, caption: str = "", units: Mapping[str, p.Unit] | None = None, note: str = ""
) -> p.Table:
    """Make a table of a DataFrame or Series.

    An index that only numbers the rows, in whatever order, is left out; any other is the first
    columns. ``attrs["caption"]`` names a table that is given no caption.
    """
    if not hasattr(frame, "columns"):
        frame = frame.to_frame(_UNNAMED if frame.name is None else frame.name)
    total = len(frame)
    index = _index(frame)
    names = [tuple(map(_said, one)) if isinstance(one, tuple) else (_said(one),)
             for one in frame.columns]  # fmt: skip
    columns = [_values(frame.iloc[:, at], total) for at in range(len(names))]
    named = caption or str(frame.attrs.get("caption", ""))
    return tabled(
        named,
        [*((name,) for name, _ in index), *names],
        [*(values for _, values in index), *columns],
        units,
        note,
    )


def _index(frame: Any) -> list[tuple[str, list[object]]]:
    """Return the columns that an index stands for."""
    index = frame.index
    if index.nlevels == 1 and index.name is None and _only_counts(index):
        return []
    return [
        (_said(index.names[at] or ""), _values(index.get_level_values(at), len(index)))
        for at in range(index.nlevels)
    ]


def _only_counts(index: Any) -> bool:
    return index.dtype.kind in "iu" and index.is_unique and not are_years(index.tolist())


def _values(column: Any, total: int) -> list[object]:
    """Return the values that are shown, and nothing for each of the rest, which are counted."""
    shown: list[object] = column[:MOST_ROWS].tolist()
    return shown + [None] * (total - len(shown))


def _said(name: object) -> str:
    return "" if name is None else str(name)
