"""Faults of money, and of marks and percents that do not go with it."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from statistics import median

from plantrack_nb.core.vocabulary import BudgetState, Status
from plantrack_nb.simulate.budget_lines import settled, with_raw
from plantrack_nb.simulate.draft import Draft, Row, number, text
from plantrack_nb.simulate.planters.shapes import (
    Chance,
    Change,
    Planter,
    drawn,
    edit,
    edited,
    line,
    marked,
    one_of,
    plus,
    replaced,
    slip,
    told,
)

_DONE, _UNDER_WAY, _WAITING = Status.DONE.value, Status.IN_PROGRESS.value, Status.NOT_STARTED.value


def _well_spent(_: Draft, row: Row) -> bool:
    return number(row, "disbursed") > 0 and number(row, "reported_pct") > 5


def _given(_: Draft, row: Row) -> bool:
    return number(row, "budget") > 0


def _awaits(draft: Draft, row: Row) -> bool:
    return _state_of(draft, row) == BudgetState.AWAITING


def _state_of(draft: Draft, row: Row) -> str:
    return next(
        text(one, "budget_state") for _, one in draft.numbered("projects", text(row, "project_no"))
    )


def _has_spent(draft: Draft, row: Row) -> bool:
    """Tell whether the row's project has spent anything."""
    return any(number(one, "disbursed") > 0 for one in _beside("budget_lines", draft, row))


def _beside(table: str, draft: Draft, row: Row) -> list[Row]:
    return [one for _, one in draft.numbered(table, text(row, "project_no"))]


def _is_small(draft: Draft, row: Row) -> bool:
    budgets = [number(one, "budget") for one in draft.of("budget_lines") if _given(draft, one)]
    return number(row, "budget") < 0.5 * median(budgets) and math.isnan(number(row, "committed"))


def _is_done_in_one(draft: Draft, row: Row) -> bool:
    """Tell whether a line is the only one of a project that is done, and says nothing of a rest."""
    marks = {text(one, "status") for one in _beside("activities", draft, row)} - {""}
    alone = len(_beside("budget_lines", draft, row)) == 1
    told = "คงเหลือ" in text(row, "label")
    return marks == {_DONE} and alone and number(row, "disbursed") > 0 and not told


def _spending(row: Row, amount: float) -> Row:
    return settled({**row, "disbursed": round(amount), "committed": None})


def _percent_off(row: Row, off: float) -> Row:
    """Move a percent, and not to one that would be the same percent with one decimal."""
    moved = round(number(row, "reported_pct") + off, 2)
    moved = moved if round(moved, 1) != moved else round(moved + 0.01, 2)
    return with_raw({**row, "reported_pct": moved})


def _each(row: Row, change: Callable[[float], float]) -> Row:
    """Change what was given and what is spent of it."""
    return {**row, **{name: change(number(row, name)) for name in ("budget", "disbursed")}}


def _more_left(row: Row) -> Mapping[str, object]:
    made = replaced(r"คงเหลือ (?P<n>[\d,]+) บาท", plus(900), text(row, "label"))
    return {"label": made[0]} if made else {}


def _marked_awaiting(draft: Draft, _: int, row: Row) -> Change:
    """Mark a line's project as awaiting its money."""
    at = next(at for at, _ in draft.numbered("projects", text(row, "project_no")))
    awaiting = {"budget_state": BudgetState.AWAITING.value}
    return edited(draft, ("projects", at), "budget_state", awaiting)


def _mark_misspelt(draft: Draft, chance: Chance) -> Change | None:
    """Lose a letter of the mark of an awaited budget, or double one."""

    def change(row: Row) -> Mapping[str, object]:
        wrong = chance.draw.choice(("รจัดสรร", "รอกจัดสรร"))
        return {"raw": text(row, "raw").replace("รอจัดสรร", wrong)}

    def awaiting(_: Draft, row: Row) -> bool:
        return text(row, "raw").startswith("รอจัดสรร")

    return edit("budget_lines", "raw", change, awaiting)(draft, chance)


def _money_ahead(draft: Draft, chance: Chance) -> Change | None:
    """Spend nearly all of the money for work that has hardly begun."""
    for at, one in draft.numbered("budget_lines"):
        lines = _beside("budget_lines", draft, one)
        if one["project_no"] not in chance.projects or len(lines) < 2:
            continue
        for place, row in draft.numbered("activities", text(one, "project_no")):
            same = text(row, "text") == text(one, "label")
            if same and text(row, "status") == _UNDER_WAY and _given(draft, one):
                after = _spending(one, 0.98 * number(one, "budget"))
                made = draft.changed("budget_lines", at, **after)
                made = made.changed("activities", place, progress_pct=20.0)
                return told(made, "activities", row, text(one, "raw"), text(after, "raw"))
    return None


PLANTERS: dict[str, Planter] = {
    "amount-percent": one_of(  # by much or by little
        (-4.0, -0.5, 0.03), lambda off: line(lambda row: _percent_off(row, off), _well_spent)
    ),
    "amount-percent-scale": line(
        lambda row: with_raw({**row, "reported_pct": round(number(row, "reported_pct") / 100, 2)}),
        _well_spent,
    ),
    "amount-over-budget": one_of(
        (1.005, 1.2, 10),
        lambda times: line(lambda row: _spending(row, number(row, "budget") * times), _well_spent),
    ),
    "amount-committed-over": line(
        lambda row: {"committed": number(row, "budget") - number(row, "disbursed") + 500}, _given
    ),
    "amount-negative": line(lambda _: {"committed": -2500.0}, _given),
    "amount-without-budget": line(
        lambda row: with_raw({**row, "disbursed": 5000.0}),
        lambda draft, row: not _given(draft, row),
    ),
    "amount-state": drawn(
        "budget_lines",
        lambda draft, row: _given(draft, row) and not number(row, "disbursed") > 0,
        _marked_awaiting,
    ),
    "amount-unit": line(lambda row: with_raw(_each(row, lambda baht: baht / 1000)), _is_small),
    "amount-parts": slip(
        r"\((?P<n>[\d,]+) บาท\)$", plus(3000), wanted=lambda _, row: row["activity_no"] == "2"
    ),
    "amount-text-spent": slip(
        "(?P<n>)$",
        " เบิกจ่ายแล้ว 4,000 บาท",
        wanted=lambda draft, row: (
            text(row, "status") == _UNDER_WAY
            and _state_of(draft, row) == BudgetState.BUDGETED
            and not _has_spent(draft, row)
        ),
    ),
    "amount-text-awaiting": slip("(?P<n>)$", " เบิกจ่ายแล้ว 8,000 บาท", wanted=_awaits),
    "budget-mark-spelling": _mark_misspelt,
    "budget-line-unnamed": edit(
        "budget_lines",
        "label",
        lambda _: {"label": ""},
        lambda draft, row: _given(draft, row) and len(_beside("budget_lines", draft, row)) > 1,
    ),
    "text-pay": edit(  # a fifth less than heads x rate x months
        "budget_lines",
        "budget",
        lambda row: settled({**_each(row, lambda baht: round(0.8 * baht)), "committed": None}),
        lambda _, row: "เดือนละ" in text(row, "label"),
    ),
    "text-left": edit(
        "budget_lines", "label", _more_left, lambda _, row: "คงเหลือ" in text(row, "label")
    ),
    "status-done-left": edit(
        "budget_lines",
        "disbursed",
        lambda row: _spending(row, 0.6 * number(row, "budget")),
        _is_done_in_one,
    ),
    "status-done-unspent": marked(
        _DONE, lambda draft, row: _given(draft, row) and not _has_spent(draft, row)
    ),
    "status-spent-not-started": marked(_WAITING, lambda _, row: number(row, "disbursed") > 0),
    "status-awaiting": marked(_DONE, _awaits),
    "status-money-ahead": _money_ahead,
}
"""Planters by the code of the rule that looks for their fault; they change a round's rows."""
