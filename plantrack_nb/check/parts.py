"""The parts of a budget line, as the words of its activities give them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plantrack_nb.measures import PROJECT
from plantrack_nb.thai.numbers import PLAIN_NUMBER, to_float
from plantrack_nb.thai.text import arabic_digits

if TYPE_CHECKING:
    import pandas as pd

LINE = [*PROJECT, "line_no"]
_GROUPED = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?"
_REMARK = re.compile(
    rf"\( ?(?:งบ(?:ประมาณ)?|ใช้งบ(?:ประมาณ)?|จำนวน|เป็นเงิน)? ?"
    rf"(?:(?P<grouped>{_GROUPED}) ?(?:\.?-|บาท|\.)?|(?P<marked>{PLAIN_NUMBER}) ?(?:\.?-|บาท)) ?\)"
)


def remark(text: str) -> float:
    """Return the amount that stands in brackets in an activity's words; NaN when none does.

    "(96,000)", "(3,900-)" and "(ใช้งบ 500 บาท)" are amounts; "(70)" and "(2565)" are not.
    """
    found = _REMARK.search(arabic_digits(text))
    value = to_float(found["grouped"] or found["marked"]) if found else None
    return float("nan") if value is None else value


def parts(lines: pd.DataFrame, activities: pd.DataFrame) -> pd.DataFrame:
    """Gather what the activities under each budget line say they cost.

    A line begins at the activity that it is labelled with and goes on to the next line's; only
    main activities count. Projects in which a line's label is no main activity are left out:
    there nothing tells which activities a line pays for.

    Returns
    -------
    DataFrame
        ``LINE``, ``activities``, ``priced`` (how many of them tell an amount), ``total`` (of
        the amounts, baht), ``largest``, and ``rows``: the index labels of the priced ones, a tuple.
    """
    labels = lines[LINE].assign(text=lines["label"])
    labels = labels.drop_duplicates([*PROJECT, "text"])
    mains = activities[activities["parent_no"] == ""]
    mains = mains.rename_axis("at").reset_index()
    placed = mains.drop_duplicates([*PROJECT, "text"]).merge(labels, on=[*PROJECT, "text"])
    owned = mains.merge(placed[["at", "line_no"]], on="at", how="left")
    owned["line_no"] = owned.groupby(PROJECT, sort=False)["line_no"].ffill()
    owned = owned[owned["line_no"].notna()].merge(_whole(lines, placed), on=PROJECT)
    owned["amount"] = owned["text"].map(remark).astype("float64")
    owned["line_no"] = owned["line_no"].astype("int64")
    told = owned.groupby(LINE, sort=False)["amount"].agg(
        activities="size", priced="count", total="sum", largest="max"
    )
    priced = owned[owned["amount"].notna()].groupby(LINE, sort=False)["at"]
    made: pd.DataFrame = told.join(priced.agg(tuple).rename("rows")).reset_index()
    return made


def _whole(lines: pd.DataFrame, placed: pd.DataFrame) -> pd.DataFrame:
    """Select the projects of which every line begins at a main activity."""
    all_lines = lines.groupby(PROJECT, sort=False).size().rename("lines")
    begun = placed.groupby(PROJECT, sort=False).size().rename("begun")
    both = all_lines.to_frame().join(begun, how="inner").reset_index()
    return both.loc[both["lines"] == both["begun"], PROJECT]
