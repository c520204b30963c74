"""Faults of what a plan must hold, and of marks that do not go with those beside them."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from plantrack_nb.core.vocabulary import Status
from plantrack_nb.simulate.draft import Draft, Row, number, text
from plantrack_nb.simulate.planters.shapes import (
    Chance,
    Change,
    Planter,
    drawn,
    edit,
    edited,
    told,
)
from plantrack_nb.simulate.planters.slips import in_the_middle

_DONE, _UNDER_WAY = Status.DONE.value, Status.IN_PROGRESS.value


def _activity_repeated(draft: Draft, chance: Chance) -> Change | None:
    """Copy the words of an activity over the next one of the same status."""
    for no in sorted(chance.projects):
        rows = draft.numbered("activities", no)
        for (_, one), (at, row) in pairwise(
            each for each in rows if not text(each[1], "parent_no")
        ):
            if one["status"] == row["status"] and in_the_middle(draft, row):
                values = {name: one.get(name) for name in ("text", "progress_pct")}
                return edited(draft, ("activities", at), "text", values)
    return None


def _name_repeated(draft: Draft, chance: Chance) -> Change | None:
    """Give a project the name of the one before it."""
    for (_, before), (at, row) in pairwise(draft.numbered("projects")):
        if row["project_no"] in chance.projects:
            return edited(draft, ("projects", at), "name", {"name": before["name"]})
    return None


def _wrong_number(draft: Draft, chance: Chance) -> Change | None:
    """Count the last project of a strategy to the strategy before it."""
    for at, row in last_of_strategies(draft, chance):
        if text(row, "strategy_no") != "1":
            before = {"strategy_no": f"{int(text(row, 'strategy_no')) - 1}"}
            return edited(draft, ("projects", at), "strategy_no", before)
    return None


def last_of_strategies(draft: Draft, chance: Chance) -> list[tuple[int, Row]]:
    """List the whole projects that are the last of their strategies."""
    rows = list(draft.numbered("projects"))
    return [
        one
        for one, after in pairwise([*rows, (0, {"strategy_no": ""})])
        if one[1]["strategy_no"] != after[1]["strategy_no"]
        and one[1]["project_no"] in chance.projects
    ]


def _marked_parts(draft: Draft, row: Row) -> list[int]:
    return [at for at, one in _parts(draft, row) if text(one, "status")]


def _parts(draft: Draft, row: Row) -> list[tuple[int, Row]]:
    rows = draft.numbered("activities", text(row, "project_no"))
    return [each for each in rows if text(each[1], "parent_no") == text(row, "activity_no")]


def _with_parts(status: str, change: Callable[[Draft, int, Row], Change | None]) -> Planter:
    """Draw a main activity of a status that has marked sub-activities."""
    return drawn(
        "activities",
        lambda draft, row: text(row, "status") == status and bool(_marked_parts(draft, row)),
        change,
    )


def _mark(draft: Draft, at: int, status: str, percent: float | None = None) -> Draft:
    values = {"status": status, "progress_pct": percent}
    return edited(draft, ("activities", at), "status", values).draft


def _part_under_way(draft: Draft, _: int, row: Row) -> Change:
    """Leave a sub-activity of what is done under way."""
    made = _mark(draft, _marked_parts(draft, row)[0], _UNDER_WAY)
    return told(made, "activities", row, _DONE, _UNDER_WAY)


def _percent_over_done(draft: Draft, at: int, row: Row) -> Change:
    """Print 70 percent over sub-activities that are all done."""
    for part in _marked_parts(draft, row):
        draft = _mark(draft, part, _DONE)
    return told(_mark(draft, at, _UNDER_WAY, 70.0), "activities", row, "", "70")


def _same_part(draft: Draft, _: int, row: Row) -> Change | None:
    """Copy the words of one sub-activity over another's that is not as far."""
    below, rows = _marked_parts(draft, row), draft.of("activities")
    one, last = rows[below[0]], below[-1]
    if one["status"] == rows[last]["status"]:
        return None
    return edited(draft, ("activities", last), "text", {"text": one["text"]}, "activities")


PLANTERS: dict[str, Planter] = {
    "activity-number": drawn(
        "activities",
        in_the_middle,
        lambda draft, at, row: told(
            draft.without("activities", [at]), "activities", row, text(row, "text"), ""
        ),
    ),
    "activity-repeated": _activity_repeated,
    "project-name-repeated": _name_repeated,
    "project-number": _wrong_number,
    "status-percent": edit(
        "activities",
        "progress_pct",
        lambda _: {"progress_pct": 100.0},
        lambda _, row: text(row, "status") == _UNDER_WAY and number(row, "progress_pct") > 0,
        "activities",
    ),
    "status-parent": _with_parts(_DONE, _part_under_way),
    "status-parent-percent": _with_parts(_UNDER_WAY, _percent_over_done),
    "status-same-activity": _with_parts(_UNDER_WAY, _same_part),
    "status-unmarked": edit(
        "activities",
        "status",
        lambda _: {"status": "", "progress_pct": None},
        lambda draft, row: row["activity_no"] == "3" and not _parts(draft, row),
        "activities",
    ),
}
"""Planters by the code of the rule that looks for their fault; they change a round's rows."""
