"""Figures of the memo that no table gives: carried over with their place, never invented."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from plantrack_nb.core.vocabulary import ClaimKind
from plantrack_nb.measures.projects import claim_keys
from plantrack_nb.thai.units import BAHT, PERCENT

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

_UNITS = (BAHT, PERCENT, "project")
_GIVEN = r"ได้รับ(?:การ)?(?:โอน)?จัดสรร"
_EXPECTED = "คาดว่า"
_HALF_SATANG = 0.005
_HALF_HUNDREDTH = 0.005 + 1e-9


@dataclass(frozen=True, slots=True)
class Carried:
    """A figure as the memo prints it.

    Parameters
    ----------
    item : str
        The memo's item, ``"2.1"``.
    value : float
        The figure, in ``unit`` (baht, percent, project).
    unit, text, ref : str
        Its unit, the words around it, and where it stands.
    parts : tuple of str
        Items of the memo that it can be recomputed from.
    again : float or None
        What these give.
    """

    item: str
    value: float
    unit: str
    text: str
    ref: str
    parts: tuple[str, ...] = ()
    again: float | None = None

    @property
    def agrees(self) -> bool:
        """Whether recomputing gives the figure; True where nothing can be recomputed."""
        allowed = _HALF_HUNDREDTH if self.unit == PERCENT else _HALF_SATANG
        return self.again is None or abs(self.again - self.value) <= allowed


def carried(claims: pd.DataFrame) -> list[Carried]:
    """Return the memo's figures of its numbered facts, each recomputed where the memo allows."""
    rows = _memo(claims)
    return [_carried(row, rows) for row in rows]


def received(claims: pd.DataFrame) -> Carried | None:
    """Return the money the memo says was received in all, if it says so."""
    memo = claim_keys(claims[claims["kind"] == ClaimKind.MEMO.value])
    told = memo["raw"].str.contains(_GIVEN, regex=True)
    told &= ~memo["raw"].str.contains(_EXPECTED, regex=False)
    top = memo[told & (memo["unit"] == BAHT) & memo["item"].str.fullmatch(r"\d*")]
    rows = top.to_dict("records")
    return _carried(rows[0], []) if rows else None


def _memo(claims: pd.DataFrame) -> list[dict[Any, Any]]:
    memo = claim_keys(claims[claims["kind"] == ClaimKind.MEMO.value])
    memo = memo[memo["unit"].isin(_UNITS) & (memo["item"] != "") & memo["value"].notna()]
    return memo.to_dict("records")


def _carried(row: dict[Any, Any], rows: Sequence[dict[Any, Any]]) -> Carried:
    parts, again = _recomputed(row, rows)
    item, value = str(row["item"]), float(row["value"])
    text = " ".join(str(row["text"]).split())
    return Carried(item, value, str(row["unit"]), text, str(row["source_ref"]), parts, again)


def _recomputed(
    row: dict[Any, Any], rows: Sequence[dict[Any, Any]]
) -> tuple[tuple[str, ...], float | None]:
    """Add up the items right below an amount, or divide the two amounts beside a percent."""
    amounts = [one for one in rows if one["unit"] == BAHT]
    if row["unit"] == BAHT:
        below = _first_of_each([one for one in amounts if _is_below(one["item"], row["item"])])
        total = sum(float(one["value"]) for one in below)
        return (tuple(str(one["item"]) for one in below), total) if len(below) > 1 else ((), None)
    beside = sorted(float(one["value"]) for one in amounts if one["item"] == row["item"])
    if row["unit"] == PERCENT and len(beside) == 2 and beside[1] > 0:
        return (str(row["item"]),), 100 * beside[0] / beside[1]
    return (), None


def _first_of_each(rows: list[dict[Any, Any]]) -> list[dict[Any, Any]]:
    return list({one["item"]: one for one in reversed(rows)}.values())[::-1]


def _is_below(item: str, other: str) -> bool:
    return item.startswith(f"{other}.") and item.count(".") == other.count(".") + 1
