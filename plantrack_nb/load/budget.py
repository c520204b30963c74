"""Read the money cells of one row into budget lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plantrack_nb.load.drafts import LineDraft
from plantrack_nb.load.grid import Cell
from plantrack_nb.load.headings import Role
from plantrack_nb.load.placing import Placed
from plantrack_nb.load.reading import Mend
from plantrack_nb.thai.numbers import (
    Amount,
    is_awaiting,
    is_dash,
    is_no_budget,
    parse_amount_with_percent,
    parse_number,
)
from plantrack_nb.vocabulary import BUDGET_STATE_TH, BudgetState

MONEY = (Role.BUDGET, Role.COMMITTED, Role.DISBURSED, Role.PERCENT)
_Figures = tuple[float | None, float | None, float | None, float | None]


@dataclass(frozen=True)
class Money:
    """What the money cells of a row say."""

    lines: tuple[LineDraft, ...]
    states: tuple[BudgetState, ...]
    mends: tuple[Mend, ...]
    unread: tuple[tuple[Cell, str], ...]


def read_money(placed: Placed, label: str) -> Money:
    """Read a row's budget, committed, disbursed and percent cells.

    A cell may hold several amounts, one a line; they pair up by their order. A dash says
    "nothing printed" and gives no value.
    """
    budgets = _parts(placed, Role.BUDGET)
    rest = {role: _parts(placed, role) for role in MONEY[1:]}
    count = max([len(budgets), *(len(parts) for parts in rest.values())], default=0)
    lines: list[LineDraft] = []
    states: list[BudgetState] = []
    mends: list[Mend] = []
    unread: list[tuple[Cell, str]] = []
    for at in range(count):
        state = _state(_text_at(budgets, at))
        budget = _number(placed, Role.BUDGET, budgets, at, unread) if state is None else None
        disbursed = _amount(placed, Role.DISBURSED, rest[Role.DISBURSED], at, unread)
        committed = _number(placed, Role.COMMITTED, rest[Role.COMMITTED], at, unread)
        percent = _number(placed, Role.PERCENT, rest[Role.PERCENT], at, unread)
        if state is not None:
            states.append(state)
            mends += _repaired(placed.cells[Role.BUDGET], _text_at(budgets, at), state)
        spent = disbursed.value if disbursed else None
        printed = disbursed.percent if disbursed and disbursed.percent is not None else percent
        amounts = (budget, committed, spent)
        if state is BudgetState.AWAITING or any(one is not None for one in amounts):
            lines.append(_line(placed, label, (*amounts, printed), state))
        elif printed is not None:
            unread.append((placed.cells[Role.PERCENT], "ร้อยละที่ไม่มีจำนวนเงิน"))
    return Money(tuple(lines), tuple(states), tuple(mends), tuple(unread))


def _line(placed: Placed, label: str, figures: _Figures, state: BudgetState | None) -> LineDraft:
    cells = [placed.cells[role] for role in MONEY if role in placed.cells]
    raw = " | ".join(cell.raw.strip() for cell in cells)
    return LineDraft(label, *figures, state, cells[0].ref, raw)


def _parts(placed: Placed, role: Role) -> list[str]:
    return [part.strip() for part in placed.text(role).split("\n") if part.strip()]


def _text_at(parts: list[str], at: int) -> str:
    return parts[at] if at < len(parts) else ""


def _state(text: str) -> BudgetState | None:
    if text and is_awaiting(text):
        return BudgetState.AWAITING
    return BudgetState.NONE if text and is_no_budget(text) else None


def _number(
    placed: Placed, role: Role, parts: list[str], at: int, unread: list[tuple[Cell, str]]
) -> float | None:
    text = _text_at(parts, at)
    if not text or is_dash(text):
        return None
    value = parse_number(text)
    if value is None:
        unread.append((placed.cells[role], f"ไม่ใช่จำนวนเงินหรือร้อยละ: {text}"))
    return value


def _amount(
    placed: Placed, role: Role, parts: list[str], at: int, unread: list[tuple[Cell, str]]
) -> Amount | None:
    text = _text_at(parts, at)
    if not text or is_dash(text):
        return None
    amount = parse_amount_with_percent(text)
    if amount is None:
        unread.append((placed.cells[role], f"ไม่ใช่จำนวนเงิน: {text}"))
    return amount


def _repaired(cell: Cell, text: str, state: BudgetState) -> Iterator[Mend]:
    proper = BUDGET_STATE_TH[state]
    if text != proper:
        yield Mend("word", cell.ref, text, proper)
