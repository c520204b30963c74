"""Which row of the summary tables each project belongs to, and what the row should say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plantrack_nb import measures
from plantrack_nb.check.printed import BANDS, LEVELS, group_key
from plantrack_nb.measures import PROJECT, ROUND
from plantrack_nb.vocabulary import ClaimKind

if TYPE_CHECKING:
    import pandas as pd

    from plantrack_nb.check.facts import Facts

ROW = [*ROUND, "group_key"]
CELL = [*ROW, "strategy_no"]


def placed(projects: pd.DataFrame, printed: pd.DataFrame) -> pd.DataFrame:
    """Give each project the key of its row, as ``group_key``.

    Offices put a project under its own owners, or under all groups that its activities name
    when such a row stands in the table. Of the two ways the one is taken, round by round, by
    which more of the printed counts come true.
    """
    projects = projects.drop_duplicates(PROJECT).reset_index(drop=True)
    projects = projects.assign(
        own=projects["owner"].map(group_key), every=projects["all_groups"].map(group_key)
    )
    cells = _printed_counts(printed)
    known = cells[ROW].drop_duplicates().assign(known=True)
    listed = projects[[*ROUND, "every"]].rename(columns={"every": "group_key"})
    listed = listed.merge(known, on=ROW, how="left")
    projects["every"] = projects["own"].mask(listed["known"].notna(), projects["every"])
    gain = _true_counts(projects, "every", cells) - _true_counts(projects, "own", cells)
    gain = projects.merge(gain.rename("gain").reset_index(), on=ROUND, how="left")["gain"]
    projects["group_key"] = projects["own"].mask(gain.gt(0), projects["every"])
    return projects


def counted(facts: Facts) -> pd.DataFrame:
    """Put the printed number of projects of each group and strategy beside the one found.

    Returns
    -------
    DataFrame
        The claims, with ``found`` and ``numbers`` (the projects, joined by ", ").
    """
    cells = _printed_counts(facts.printed).merge(_members(facts.placed, CELL), on=CELL, how="left")
    return cells.fillna({"found": 0, "numbers": ""})


def percents(facts: Facts) -> pd.DataFrame:
    """Put each printed percent of a group and strategy beside the one recomputed.

    Returns
    -------
    DataFrame
        The claims, with ``budget`` and ``disbursed`` (sums, baht), ``exact`` (percent, NaN
        without a budget), ``numbers``, ``found`` and ``count`` (projects found and printed).
    """
    claims = facts.printed[facts.printed["kind"] == ClaimKind.STRATEGY_TABLE.value]
    claims = claims[(claims["column"] == "disbursed_pct") & ~claims["is_total"]]
    grouped = facts.placed.groupby(CELL, sort=False)
    sums = grouped[["budget", "disbursed"]].sum()
    sums["exact"] = measures.percent(sums["disbursed"], sums["budget"])
    counts = counted(facts)[[*CELL, "value", "found", "numbers"]]
    counts = counts.rename(columns={"value": "count"}).drop_duplicates(CELL)
    return claims.merge(sums.reset_index(), on=CELL, how="left").merge(counts, on=CELL, how="left")


def bands(facts: Facts) -> pd.DataFrame:
    """Put each printed number of a band beside the one counted, where the row is whole.

    A row is whole when it holds as many projects as it says.

    Returns
    -------
    DataFrame
        The claims of the five bands, with ``exact`` (the number counted) and ``numbers``.
    """
    claims = facts.printed[facts.printed["kind"] == ClaimKind.LEVEL_TABLE.value]
    claims = claims[~claims["is_total"]].assign(value=claims["value"].fillna(0.0))
    stated = claims.loc[claims["column"] == "projects", [*ROW, "value"]].drop_duplicates(ROW)
    held = facts.placed.groupby(ROW, sort=False).size().rename("held").reset_index()
    both = stated.merge(held, on=ROW)
    whole = both.loc[both["value"] == both["held"], ROW]
    found = facts.placed.groupby([*ROW, "band"], sort=False).size().rename("exact").reset_index()
    claims = claims[claims["column"].isin(BANDS)].merge(whole, on=ROW)
    claims = claims.merge(_members(facts.placed, ROW), on=ROW)
    claims = claims.merge(found.rename(columns={"band": "column"}), on=[*ROW, "column"], how="left")
    return claims.fillna({"exact": 0.0})


def levels(facts: Facts) -> pd.DataFrame:
    """Put each level's number over all groups beside the one counted, where they differ.

    Returns
    -------
    DataFrame
        The first claim of each level that stands in a group's row, with ``value`` (sum of all
        rows) and ``exact`` (the number counted).
    """
    claims = facts.printed[facts.printed["kind"] == ClaimKind.LEVEL_TABLE.value]
    claims = claims[claims["column"].isin(LEVELS) & ~claims["is_total"]]
    column = [*ROUND, "column"]
    sums = claims.groupby(column, sort=False)["value"].sum().reset_index()
    made = facts.placed.rename(columns={"status": "column"})
    made = made.groupby(column, sort=False).size().rename("exact").reset_index()
    both = claims.drop(columns="value").drop_duplicates(column).merge(sums, on=column)
    both = both.merge(made, on=column, how="left").fillna({"exact": 0.0})
    return both[both["value"] != both["exact"]]


def _members(projects: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    grouped = projects.groupby(keys, sort=False)["project_no"]
    return grouped.agg(found="size", numbers=", ".join).reset_index()


def _printed_counts(printed: pd.DataFrame) -> pd.DataFrame:
    claims = printed[printed["kind"] == ClaimKind.STRATEGY_TABLE.value]
    claims = claims[(claims["column"] == "projects") & ~claims["is_total"]]
    return claims.assign(value=claims["value"].fillna(0.0)).drop_duplicates(CELL)


def _true_counts(projects: pd.DataFrame, way: str, cells: pd.DataFrame) -> pd.Series[int]:
    """Count, round by round, the printed numbers that come true when ``way`` gives the row."""
    keyed = projects[[*ROUND, way, "strategy_no"]].rename(columns={way: "group_key"})
    found = keyed.groupby(CELL, sort=False).size().rename("found").reset_index()
    both = cells.merge(found, on=CELL, how="left").fillna({"found": 0})
    return both.assign(true=both["value"] == both["found"]).groupby(ROUND)["true"].sum()
