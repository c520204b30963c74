"""The same offices a quarter later: work goes on, money only grows, and what changed is listed."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, replace
from math import isnan

from plantrack_nb.core.calendar import months_in_round
from plantrack_nb.core.schema import RoundKey
from plantrack_nb.core.vocabulary import BudgetState, Status
from plantrack_nb.simulate.activities import raw_of
from plantrack_nb.simulate.budget_lines import settled
from plantrack_nb.simulate.draft import Draft, Row, number, text
from plantrack_nb.thai.numbers import format_baht

_STEPS = (Status.NOT_STARTED.value, Status.IN_PROGRESS.value, Status.DONE.value)
_LEFT = re.compile(r"คงเหลือ [\d,.]+ บาท")
_WAGES = re.compile(r"^(?:ค่าจ้าง|จ้างเหมาบริการ)")
_STEP = 10


@dataclass(frozen=True, slots=True)
class Moved:
    """One thing that is otherwise than a quarter before.

    Parameters
    ----------
    kind : str
        Kind of change, by its name in the glossary.
    project_no, project_no_before, activity_no : str
        Where, in this quarter and the one before.
    before, after : str
        What stood there, and what stands there now.
    """

    kind: str
    project_no: str
    project_no_before: str
    activity_no: str = ""
    before: str = ""
    after: str = ""


@dataclass
class Quarter:
    """A draft on its way to the next quarter, and what was moved in it."""

    draft: Draft
    moved: list[Moved]
    draw: random.Random

    def tell(self, kind: str, row: Row, before: object = "", after: object = "") -> None:
        """Note a change of a project's row, or of one of its activities."""
        no = text(row, "project_no")
        self.moved.append(Moved(kind, no, no, text(row, "activity_no"), f"{before}", f"{after}"))


def a_quarter_later(draft: Draft, draw: random.Random) -> tuple[Draft, list[Moved]]:
    """Let every project go on for a quarter; a project on which nothing happens is told too.

    Parameters
    ----------
    draft : Draft
        Rows of strategies, projects, lines and activities.
    draw : random.Random
        Where chance comes from.
    """
    key = replace(draft.key, quarter=draft.key.quarter + 1)
    made = Quarter(Draft(key, dict(draft.tables)), [], draw)
    for _, project in draft.numbered("projects"):
        before = len(made.moved)
        if project["budget_state"] != BudgetState.AWAITING.value and draw.random() < 0.85:
            _work(made, text(project, "project_no"))
            _spend(made, text(project, "project_no"), key)
        if len(made.moved) == before and not _is_done(made.draft, project):
            made.tell("nothing_reported", project)
    return made.draft, made.moved


def _is_done(draft: Draft, project: Row) -> bool:
    marks = {
        text(row, "status") for _, row in draft.numbered("activities", text(project, "project_no"))
    }
    return marks - {""} == {Status.DONE.value}


def _work(made: Quarter, project_no: str) -> None:
    """Move some main activities a step on, with what stands below them."""
    for at, row in list(made.draft.numbered("activities", project_no)):
        if text(row, "parent_no") or text(row, "status") not in _STEPS[:2]:
            continue
        if _WAGES.match(text(row, "text")) or made.draw.random() < 0.55:
            continue
        step = _STEPS[_STEPS.index(text(row, "status")) + 1]
        mark(made, at, step, progress=_progress(made, row, step))
        below = [
            (nth, one)
            for nth, one in made.draft.numbered("activities", project_no)
            if text(one, "parent_no") == text(row, "activity_no") and text(one, "status")
        ]
        for nth, (place, _) in enumerate(below, start=1):
            mark(made, place, step if nth == len(below) else Status.DONE.value)


def _progress(made: Quarter, row: Row, status: str) -> float | None:
    before = number(row, "progress_pct")
    if isnan(before):
        return None
    if status == Status.DONE.value:
        return 100.0
    return float(made.draw.randrange(50, 95, 5)) if before < 50 else before


def mark(made: Quarter, at: int, status: str, progress: float | None = None) -> None:
    """Give an activity another status, and another percent if one is given; tell both."""
    row = made.draft.of("activities")[at]
    before, percent = text(row, "status"), number(row, "progress_pct")
    if status != before:
        on = _STEPS.index(status) > _STEPS.index(before)
        made.tell("status_forward" if on else "status_back", row, before, status)
    values: dict[str, object] = {"status": status}
    if progress is not None and progress != percent:
        kind = "progress_rose" if progress > percent else "progress_fell"
        made.tell(kind, row, percent, progress)
        values["progress_pct"] = progress
    raw = raw_of(text(row, "activity_no"), text(row, "text"), status)
    made.draft = made.draft.changed("activities", at, **values, raw=raw)


def _spend(made: Quarter, project_no: str, key: RoundKey) -> None:
    """Spend some of what is left; wages are paid month by month."""
    before = spent_of(made.draft, project_no)
    begun = any(
        text(row, "status") != Status.NOT_STARTED.value
        for _, row in made.draft.numbered("activities", project_no)
    )
    for at, row in list(made.draft.numbered("budget_lines", project_no)):
        budget, spent = number(row, "budget"), number(row, "disbursed")
        if isnan(budget) or not begun:
            continue
        if _WAGES.match(text(row, "label")):
            now = _rounded(budget * months_in_round(key.quarter) / 12)
        else:
            least = 0.9 if _is_done(made.draft, row) else 0.1
            now = spent + _rounded((budget - spent) * made.draw.uniform(least, 0.98))
        pay(made, at, max(spent, min(budget, now)))
    after = spent_of(made.draft, project_no)
    if after != before:
        made.tell("disbursed_rose", {"project_no": project_no}, before, after)


def pay(made: Quarter, at: int, spent: float) -> None:
    """Let a line have spent so much: percent, rest and raw text follow."""
    row = made.draft.of("budget_lines")[at]
    left = number(row, "budget") - spent
    held = number(row, "committed")
    label = _LEFT.sub(f"คงเหลือ {format_baht(left)} บาท", text(row, "label"))
    values = {**row, "disbursed": spent, "label": label}
    values["committed"] = held if not isnan(held) and held <= left and held > 0 else None
    made.draft = made.draft.changed("budget_lines", at, **settled(values))


def spent_of(draft: Draft, project_no: str) -> float:
    """Add up what a project has spent."""
    spent = (number(row, "disbursed") for _, row in draft.numbered("budget_lines", project_no))
    return sum(one for one in spent if not isnan(one))


def _rounded(amount: float) -> float:
    return float(round(amount / _STEP) * _STEP)
