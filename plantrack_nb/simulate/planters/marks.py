"""Faults of status marks and percents of progress."""

from __future__ import annotations

import math
from collections.abc import Callable

from plantrack_nb.core.vocabulary import BudgetState, Status
from plantrack_nb.simulate.activities import raw_of
from plantrack_nb.simulate.draft import Draft, Row, number, text
from plantrack_nb.simulate.faults import Chance, Fault, Planted, planter
from plantrack_nb.simulate.money import settled
from plantrack_nb.simulate.places import first, state_of

_DONE, _UNDER_WAY, _WAITING = Status.DONE.value, Status.IN_PROGRESS.value, Status.NOT_STARTED.value
_FULL = {_DONE: 100.0, _WAITING: 0.0}


def _marked(draft: Draft, at: int, status: str, progress: float | None = None) -> Draft:
    row = draft.of("activities")[at]
    raw = raw_of(text(row, "activity_no"), text(row, "text"), status)
    return draft.changed("activities", at, status=status, progress_pct=progress, raw=raw)


def _all_marked(draft: Draft, project_no: str, status: str) -> Draft:
    for at, row in draft.numbered("activities", project_no):
        if text(row, "status"):
            percent = None if math.isnan(number(row, "progress_pct")) else _FULL[status]
            draft = _marked(draft, at, status, percent)
    return draft


def _whole(
    draft: Draft, chance: Chance, rule: str, status: str, wanted: Callable[[Row], bool]
) -> Planted:
    """Give every activity of a project one status, where a line is as wanted."""
    found = first(draft, "budget_lines", chance, wanted)
    if found is None:
        return None
    no = text(found[1], "project_no")
    before = ", ".join(
        dict.fromkeys(text(row, "status") for _, row in draft.numbered("activities", no))
    )
    return _all_marked(draft, no, status), Fault(rule, no, "activities.status", before, status)


def _spent(draft: Draft) -> set[str]:
    return {
        text(row, "project_no") for row in draft.of("budget_lines") if number(row, "disbursed") > 0
    }


@planter("status-done-unspent")
def done_unspent(draft: Draft, chance: Chance) -> Planted:
    """Mark a project as done of whose money nothing is spent."""
    spent = _spent(draft)
    return _whole(
        draft,
        chance,
        "status-done-unspent",
        _DONE,
        lambda row: number(row, "budget") > 0 and text(row, "project_no") not in spent,
    )


@planter("status-spent-not-started")
def spent_not_started(draft: Draft, chance: Chance) -> Planted:
    """Mark a project as not started of whose money some is spent."""
    return _whole(
        draft,
        chance,
        "status-spent-not-started",
        _WAITING,
        lambda row: number(row, "disbursed") > 0,
    )


@planter("status-awaiting")
def awaiting(draft: Draft, chance: Chance) -> Planted:
    """Mark a project as done whose money is still awaited."""
    return _whole(
        draft,
        chance,
        "status-awaiting",
        _DONE,
        lambda row: state_of(draft, row) == BudgetState.AWAITING,
    )


@planter("status-percent")
def percent(draft: Draft, chance: Chance) -> Planted:
    """Print 100 percent beside work that is under way."""
    found = first(
        draft,
        "activities",
        chance,
        lambda row: text(row, "status") == _UNDER_WAY and number(row, "progress_pct") > 0,
    )
    if found is None:
        return None
    at, row = found
    fault = _fault("status-percent", row, f"{number(row, 'progress_pct'):g}", "100")
    return draft.changed("activities", at, progress_pct=100.0), fault


@planter("status-money-ahead")
def money_ahead(draft: Draft, chance: Chance) -> Planted:
    """Spend nearly all of the money for work that has hardly begun."""
    for at, line in draft.numbered("budget_lines"):
        no = text(line, "project_no")
        if no not in chance.projects or len(list(draft.numbered("budget_lines", no))) < 2:
            continue
        for place, row in draft.numbered("activities", no):
            same = text(row, "text") == text(line, "label")
            if same and text(row, "status") == _UNDER_WAY and number(line, "budget") > 0:
                spent = round(0.98 * number(line, "budget"))
                after = settled({**line, "disbursed": spent, "committed": None})
                made = draft.changed("budget_lines", at, **after)
                made = made.changed("activities", place, progress_pct=20.0)
                return made, _fault(
                    "status-money-ahead", row, text(line, "raw"), text(after, "raw")
                )
    return None


def _with_parts(draft: Draft, chance: Chance, status: str) -> tuple[int, Row, list[int]] | None:
    """Draw a main activity of a status, with the places of its marked sub-activities."""

    def below(row: Row) -> list[int]:
        return [
            at
            for at, one in draft.numbered("activities", text(row, "project_no"))
            if text(one, "parent_no") == text(row, "activity_no") and text(one, "status")
        ]

    found = first(
        draft,
        "activities",
        chance,
        lambda row: text(row, "status") == status and bool(below(row)),
    )
    return found and (*found, below(found[1]))


@planter("status-parent")
def parent(draft: Draft, chance: Chance) -> Planted:
    """Leave a sub-activity of what is done under way."""
    found = _with_parts(draft, chance, _DONE)
    if found is None:
        return None
    _, row, below = found
    return _marked(draft, below[0], _UNDER_WAY), _fault("status-parent", row, _DONE, _UNDER_WAY)


@planter("status-parent-percent")
def parent_percent(draft: Draft, chance: Chance) -> Planted:
    """Print 70 percent over sub-activities that are all done."""
    found = _with_parts(draft, chance, _UNDER_WAY)
    if found is None:
        return None
    at, row, below = found
    for one in below:
        draft = _marked(draft, one, _DONE)
    return _marked(draft, at, _UNDER_WAY, 70.0), _fault("status-parent-percent", row, "", "70")


@planter("status-same-activity")
def same_activity(draft: Draft, chance: Chance) -> Planted:
    """Copy the words of one sub-activity over another's that is not as far."""
    found = _with_parts(draft, chance, _UNDER_WAY)
    if found is None or len(found[2]) < 2:
        return None
    first_at, last_at = found[2][0], found[2][-1]
    words = text(draft.of("activities")[first_at], "text")
    last = draft.of("activities")[last_at]
    if last["status"] == draft.of("activities")[first_at]["status"]:
        return None
    raw = raw_of(text(last, "activity_no"), words, text(last, "status"))
    made = draft.changed("activities", last_at, text=words, raw=raw)
    return made, _fault("status-same-activity", last, text(last, "text"), words)


@planter("status-unmarked")
def unmarked(draft: Draft, chance: Chance) -> Planted:
    """Leave one main activity without a mark."""
    found = first(
        draft,
        "activities",
        chance,
        lambda row: text(row, "activity_no") == "3" and not _has_parts(draft, row),
    )
    if found is None:
        return None
    at, row = found
    return _marked(draft, at, ""), _fault("status-unmarked", row, text(row, "status"), "")


def _has_parts(draft: Draft, row: Row) -> bool:
    below = draft.numbered("activities", text(row, "project_no"))
    return any(text(one, "parent_no") == text(row, "activity_no") for _, one in below)


def _fault(rule: str, row: Row, before: str, after: str) -> Fault:
    where = f"activities {row['activity_no']}"
    return Fault(rule, text(row, "project_no"), where, before, after)
