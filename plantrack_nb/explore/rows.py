"""Any table of a round as an analyst wants to see it: found, sorted, cut to a length."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from plantrack_nb.core.schema import ROUND_COLUMNS, TABLES, Kind

if TYPE_CHECKING:
    import pandas as pd

_OF_ROUND = {column.name for column in ROUND_COLUMNS}


@dataclass(frozen=True)
class Wish:
    """Which table, which words must stand in a row, and by which column it is sorted."""

    table: str = "projects"
    find: str = ""
    sort_by: str = ""
    descending: bool = False


def wished(data: pd.DataFrame, wish: Wish) -> pd.DataFrame:
    """Return the rows in which every word stands somewhere, whatever its case, sorted.

    Project numbers sort as numbers do: 6.2 before 6.10. The round's own columns are left out:
    they are the same in every row.
    """
    shown = data[[name for name in data.columns if name not in _OF_ROUND]]
    words = wish.find.lower().split()
    if words:
        texts = (" ".join(map(_said, row)).lower() for row in shown.itertuples(index=False))
        kept = [at for at, text in enumerate(texts) if all(word in text for word in words)]
        shown = shown.iloc[kept]
    if wish.sort_by:
        key = _numbers if _is_number(wish) else None
        shown = shown.sort_values(
            wish.sort_by, ascending=not wish.descending, key=key, kind="stable"
        )
    return shown


def _said(value: object) -> str:
    """Write a value as it may be looked for: a number plain and with its thousands grouped."""
    return f"{value:.10g} {value:,.2f}" if isinstance(value, float) else str(value)


def _is_number(wish: Wish) -> bool:
    column = next(one for one in TABLES[wish.table].columns if one.name == wish.sort_by)
    return column.kind is Kind.TEXT and column.name.endswith("_no")


def _numbers(values: pd.Series[str]) -> pd.Series[str]:
    """Pad every number in a text, so that texts sort as their numbers do."""
    return values.str.replace(r"\d+", lambda found: found[0].zfill(6), regex=True)
