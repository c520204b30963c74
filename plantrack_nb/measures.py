"""What follows from the tables by definition: a project's status, money, band and owners.

Checks and summaries share these definitions, so that a recomputed figure can only differ from
a printed one because the document is wrong. Every function takes frames that may hold many
rounds and works on all of them in one pass.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from plantrack_nb.thai.groups import combination
from plantrack_nb.thai.names import split_owners
from plantrack_nb.vocabulary import Band, BudgetState, ClaimKind, Status, split_items

if TYPE_CHECKING:
    import pandas as pd

ROUND = ["district", "fiscal_year", "quarter"]
PROJECT = [*ROUND, "project_no"]
_BAND_EDGE = 70.0


def percent(part: pd.Series[float], whole: pd.Series[float]) -> pd.Series[float]:
    """Percent of ``part`` in ``whole``; NaN where the whole is zero or missing."""
    return 100.0 * part / whole.where(whole > 0)


def project_status(activities: pd.DataFrame) -> pd.DataFrame:
    """Status of each project from its marks.

    Returns
    -------
    DataFrame
        ``PROJECT`` and ``status``: the one status on which all marks agree, else ``partial``.
        Projects without any mark have no row.
    """
    marked = activities[activities["status"] != ""]
    grouped = marked.groupby(PROJECT, sort=False)["status"].agg(["first", "nunique"]).reset_index()
    grouped["status"] = grouped["first"].where(grouped["nunique"] == 1, Status.PARTIAL.value)
    return grouped[[*PROJECT, "status"]]


def project_money(budget_lines: pd.DataFrame) -> pd.DataFrame:
    """Sum each project's lines in baht, and take the percent disbursed.

    Returns
    -------
    DataFrame
        ``PROJECT``, ``budget``, ``committed``, ``disbursed``, ``lines``, ``disbursed_pct``.
    """
    grouped = budget_lines.groupby(PROJECT, sort=False)
    money = grouped[["budget", "committed", "disbursed"]].sum()
    money["lines"] = grouped.size()
    money["disbursed_pct"] = percent(money["disbursed"], money["budget"])
    return money.reset_index()


def band(budget_state: pd.Series[str], disbursed_pct: pd.Series[float]) -> pd.Series[str]:
    """Disbursement band from the budget state and the percent disbursed."""
    bands = disbursed_pct.gt(_BAND_EDGE).map({True: Band.OVER_70.value, False: Band.UPTO_70.value})
    bands = bands.where(disbursed_pct.fillna(0) > 0, Band.NOTHING.value)
    bands = bands.where(budget_state != BudgetState.AWAITING.value, Band.AWAITING.value)
    return bands.where(budget_state != BudgetState.NONE.value, Band.NO_BUDGET.value)


def projects(tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """One row a project with everything the summaries count it by.

    Returns
    -------
    DataFrame
        The columns of ``projects`` plus ``status`` (``""`` when nothing is marked), ``budget``,
        ``committed``, ``disbursed``, ``lines``, ``disbursed_pct``, ``band``, ``owner`` (the
        canonical combination of its owner groups), ``all_groups`` (its own and its activities'
        groups as one combination) and ``summary_group`` (the row it is counted in: the printed
        row that names all its groups, if there is one, else its owner).
    """
    made = tables["projects"].merge(project_money(tables["budget_lines"]), on=PROJECT, how="left")
    made = made.merge(project_status(tables["activities"]), on=PROJECT, how="left")
    made["status"] = made["status"].fillna("")
    for column in ("budget", "committed", "disbursed", "lines"):
        made[column] = made[column].fillna(0.0)
    made["band"] = band(made["budget_state"], made["disbursed_pct"])
    made["owner"] = made["owner_groups"].map(_combined)
    groups = tables["activities"].groupby(PROJECT, sort=False)["owner_groups"].agg("; ".join)
    gathered = made[PROJECT].merge(groups.rename("more").reset_index(), on=PROJECT, how="left")
    joined = made["owner_groups"] + "; " + gathered["more"].fillna("")
    made["all_groups"] = joined.map(_combined)
    made["summary_group"] = _summary_group(made, tables["claims"])
    return made


def claim_keys(claims: pd.DataFrame) -> pd.DataFrame:
    """Take claims with their subject's keys as columns (``group``, ``column``, …, else ``""``)."""
    pairs = claims["subject"].str.split("; ")
    keys = pairs.map(lambda parts: dict(part.partition("=")[::2] for part in parts))
    made = claims.copy()
    for name in ("group", "column", "strategy_no", "item", "project_no", "activity_no", "row"):
        made[name] = keys.map(lambda found, name=name: found.get(name, "")).astype("str")
    return made


def _summary_group(made: pd.DataFrame, claims: pd.DataFrame) -> pd.Series[str]:
    """Joint owners are compared as sets: the printed order of groups means nothing."""
    kinds = (ClaimKind.LEVEL_TABLE.value, ClaimKind.STRATEGY_TABLE.value)
    printed = claim_keys(claims[claims["kind"].isin(kinds)])[[*ROUND, "group"]].drop_duplicates()
    printed["key"] = printed["group"].map(lambda text: _set_key(split_owners(text).groups))
    printed["label"] = printed["group"].map(lambda text: combination(split_owners(text).groups))
    labels = printed[printed["key"] != ""].drop_duplicates([*ROUND, "key"])
    everyone = made[ROUND].assign(key=_keys_of(made["all_groups"]))
    own = made[ROUND].assign(key=_keys_of(made["owner"]))
    named = everyone.merge(labels, on=[*ROUND, "key"], how="left")["label"].fillna("")
    plain = own.merge(labels, on=[*ROUND, "key"], how="left")["label"].fillna("")
    chosen = named.where(named != "", plain)
    return chosen.where(chosen != "", made["owner"])


def _keys_of(combinations: pd.Series[str]) -> pd.Series[str]:
    return combinations.map(lambda text: _set_key(split_owners(text).groups))


def _set_key(groups: Iterable[str]) -> str:
    return "; ".join(sorted({combination([group]) for group in groups}))


def _combined(owner_groups: str) -> str:
    return combination(split_items(owner_groups))
