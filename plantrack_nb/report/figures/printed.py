"""What the document printed beside what its own rows give."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from plantrack_nb.core.vocabulary import ClaimKind
from plantrack_nb.measures.projects import claim_keys
from plantrack_nb.report.figures.groups import BANDS, LEVELS, TOTAL
from plantrack_nb.thai.groups import combination
from plantrack_nb.thai.names import split_owners

if TYPE_CHECKING:
    import pandas as pd

_HALF_OF_LAST_DIGIT = 0.005 + 1e-9


def printed_groups(claims: pd.DataFrame) -> list[str]:
    """Return the groups in the order in which the document's tables have them."""
    kinds = (ClaimKind.LEVEL_TABLE.value, ClaimKind.STRATEGY_TABLE.value)
    groups = claim_keys(claims[claims["kind"].isin(kinds)])["group"].drop_duplicates()
    return [*dict.fromkeys(map(_label, groups))]


def level_beside_printed(levels: pd.DataFrame, claims: pd.DataFrame) -> pd.DataFrame:
    """Put the printed counts of the first table beside the recomputed ones.

    Parameters
    ----------
    levels : DataFrame
        What :func:`~plantrack_nb.report.figures.groups.level_table` gives.
    claims : DataFrame
        The round's claims.

    Returns
    -------
    DataFrame
        ``group``, ``column``, ``printed``, ``recomputed``, ``agrees``, ``source_ref``; a row a
        printed figure. A printed dash counts as NaN and agrees with nothing recomputed.
    """
    columns = [*LEVELS, *BANDS, "projects"]
    long = levels.melt("group", columns, var_name="column", value_name="recomputed")
    printed = _printed(claims, ClaimKind.LEVEL_TABLE)
    return _beside(printed, long, ["group", "column"])


def strategy_beside_printed(strategies: pd.DataFrame, claims: pd.DataFrame) -> pd.DataFrame:
    """Put the printed percents and counts of the second table beside the recomputed ones.

    Returns
    -------
    DataFrame
        As :func:`level_beside_printed`, with ``strategy_no``.
    """
    keys = ["group", "strategy_no"]
    columns = ["disbursed_pct", "projects"]
    long = strategies.melt(keys, columns, var_name="column", value_name="recomputed")
    printed = _printed(claims, ClaimKind.STRATEGY_TABLE)
    return _beside(printed, long, [*keys, "column"])


def _printed(claims: pd.DataFrame, kind: ClaimKind) -> pd.DataFrame:
    printed = claim_keys(claims[claims["kind"] == kind.value])
    printed["group"] = printed["group"].map(_label).astype("str")
    return printed.rename(columns={"value": "printed"})


def _beside(printed: pd.DataFrame, long: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    made = printed.merge(long, on=keys, how="left")
    nothing = made["printed"].isna() & made["recomputed"].fillna(0).eq(0)
    near = (made["printed"] - made["recomputed"]).abs() <= _HALF_OF_LAST_DIGIT
    made["agrees"] = nothing | near
    return made[[*keys, "printed", "recomputed", "agrees", "source_ref"]]


@lru_cache(maxsize=1024)
def _label(group: str) -> str:
    return TOTAL if group == TOTAL else combination(split_owners(group).groups)
