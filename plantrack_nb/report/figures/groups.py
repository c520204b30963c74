"""The report's two tables: projects by level and band, and money by strategy, for each group."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from plantrack_nb.core.records import rows
from plantrack_nb.core.vocabulary import Band, Status
from plantrack_nb.measures.projects import percent

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

LEVELS = (Status.IN_PROGRESS, Status.NOT_STARTED, Status.DONE, Status.PARTIAL)
BANDS = (Band.OVER_70, Band.UPTO_70, Band.NOTHING, Band.AWAITING, Band.NO_BUDGET)
TOTAL = "รวม"


UNMARKED = "unmarked"
"""Column of projects with nothing marked; there is one only if there are such projects."""


def level_table(projects: pd.DataFrame, order: Sequence[str] = ()) -> pd.DataFrame:
    """Count projects by owner group, level of progress and band of disbursement.

    Parameters
    ----------
    projects : DataFrame
        One round's projects as :func:`plantrack_nb.measures.projects.projects` gives them.
    order : sequence of str
        Groups in the order wanted; others follow in the order of the projects.

    Returns
    -------
    DataFrame
        ``group``, one column a level (and :data:`UNMARKED`, if need be), one a band,
        ``projects``; a row a group, the last one the total.
    """
    import pandas as pd

    counts = {group: Counter[str]() for group in [*_groups(projects, order), TOTAL]}
    for row in rows(projects[["summary_group", "status", "band"]]):
        for group in (row.summary_group, TOTAL):
            counts[group].update((row.status or UNMARKED, row.band, "projects"))
    levels = [*LEVELS, *([UNMARKED] if counts[TOTAL][UNMARKED] else [])]
    columns = [*map(str, [*levels, *BANDS]), "projects"]
    made = pd.DataFrame({one: [held[one] for held in counts.values()] for one in columns})
    made.insert(0, "group", pd.Series([*counts], dtype="str"))
    return made


def strategy_table(projects: pd.DataFrame, order: Sequence[str] = ()) -> pd.DataFrame:
    """Count projects and money by owner group and strategy, groups as in :func:`level_table`.

    Returns
    -------
    DataFrame
        ``group``, ``strategy_no``, ``projects``, ``budget``, ``disbursed`` (baht),
        ``disbursed_pct`` (NaN where there is no budget); every group with every strategy, and
        the total ``รวม`` for each strategy.
    """
    import pandas as pd

    groups = _groups(projects, order)
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


def _groups(projects: pd.DataFrame, order: Sequence[str]) -> list[str]:
    held = dict.fromkeys(projects["summary_group"])
    return [*dict.fromkeys([*(group for group in order if group in held), *held])]
