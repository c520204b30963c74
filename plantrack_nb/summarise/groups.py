"""The report's two tables: projects by level and band, and money by strategy, for each group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plantrack_nb.measures import percent
from plantrack_nb.vocabulary import Band, Status

if TYPE_CHECKING:
    import pandas as pd

LEVELS = (Status.IN_PROGRESS, Status.NOT_STARTED, Status.DONE, Status.PARTIAL)
BANDS = (Band.OVER_70, Band.UPTO_70, Band.NOTHING, Band.AWAITING, Band.NO_BUDGET)
TOTAL = "รวม"


def level_table(projects: pd.DataFrame) -> pd.DataFrame:
    """Count projects by owner group, level of progress and band of disbursement.

    Parameters
    ----------
    projects : DataFrame
        One round's projects as :func:`plantrack_nb.measures.projects` gives them.

    Returns
    -------
    DataFrame
        ``group``, one column a level, one a band, ``projects``; a row a group in the order of
        the document, the last one the total.
    """
    import pandas as pd

    groups = projects["summary_group"].drop_duplicates().tolist()
    levels = pd.crosstab(projects["summary_group"], projects["status"])
    bands = pd.crosstab(projects["summary_group"], projects["band"])
    counts = pd.concat([levels.reindex(columns=[*LEVELS]), bands.reindex(columns=[*BANDS])], axis=1)
    counts = counts.reindex(groups).fillna(0).astype("int64")
    counts["projects"] = projects.groupby("summary_group").size()
    counts.loc[TOTAL] = counts.sum()
    return counts.rename_axis("group").reset_index()


def strategy_table(projects: pd.DataFrame) -> pd.DataFrame:
    """Count projects and money by owner group and strategy.

    Returns
    -------
    DataFrame
        ``group``, ``strategy_no``, ``projects``, ``budget``, ``disbursed`` (baht),
        ``disbursed_pct`` (NaN where there is no budget); every group with every strategy, and
        the total ``รวม`` for each strategy.
    """
    import pandas as pd

    groups = projects["summary_group"].drop_duplicates().tolist()
    strategies = projects["strategy_no"].drop_duplicates().tolist()
    parts = [projects, projects.assign(summary_group=TOTAL)]
    grouped = pd.concat(parts).groupby(["summary_group", "strategy_no"])
    made = grouped[["budget", "disbursed"]].sum()
    made["projects"] = grouped.size()
    every = pd.MultiIndex.from_product(
        [[*groups, TOTAL], strategies], names=["group", "strategy_no"]
    )
    made = made.reindex(every).fillna(0.0).reset_index()
    made["projects"] = made["projects"].astype("int64")
    made["disbursed_pct"] = percent(made["disbursed"], made["budget"])
    return made


def money_by(projects: pd.DataFrame, column: str) -> pd.DataFrame:
    """Sum money by one column of the projects (``strategy_no``, ``summary_group``).

    Returns
    -------
    DataFrame
        The column, ``projects``, ``budget``, ``disbursed``, ``left`` (baht), ``disbursed_pct``.
    """
    grouped = projects.groupby(column, sort=False)
    made = grouped[["budget", "disbursed"]].sum()
    made.insert(0, "projects", grouped.size())
    made["left"] = made["budget"] - made["disbursed"]
    made["disbursed_pct"] = percent(made["disbursed"], made["budget"])
    return made.reset_index()
