"""Read the money cells of one row into budget lines."""

from __future__ import annotations

from dataclasses import dataclass, field

from plantrack_nb.containers.grid import Cell
from plantrack_nb.core.provenance import Mend
from plantrack_nb.core.vocabulary import BUDGET_STATE_TH, BudgetState
from plantrack_nb.load.layout.record import Role
from plantrack_nb.load.layout.rows.shifting import Placed
from plantrack_nb.load.table.drafts import LineDraft
from plantrack_nb.thai.numbers import (
    Amount,
    is_awaiting,
    is_dash,
    is_no_budget,
    parse_amount_with_percent,
    parse_number,
)

_NOTE = "อ่านจำนวนเงินแล้ว ส่วนข้อความในวงเล็บไม่มีที่เก็บในตารางของรอบ"
MONEY = (Role.BUDGET, Role.COMMITTED, Role.DISBURSED, Role.PERCENT)


@dataclass
class Money:
    """What the money cells of a row say."""

    lines: list[LineDraft] = field(default_factory=list)
    states: list[BudgetState] = field(default_factory=list)
    state_cells: list[Cell] = field(default_factory=list)
    mends: list[Mend] = field(default_factory=list)
    unread: list[tuple[Cell, str]] = field(default_factory=list)
    has_unread_budget: bool = False


def read_money(placed: Placed, label: str) -> Money:
    """Read a row's budget, committed, disbursed and percent cells.

    A cell may hold several amounts, one a line; they pair up by their order. A dash says
    "nothing printed" and gives no value.
    """
    cells = _MoneyCells(placed)
    for at in range(cells.count):
        cells.read(at, label)
    return cells.found


class _MoneyCells:
    """The lines of the money cells of one row."""

    def __init__(self, placed: Placed) -> None:
        self.found = Money()
        self._units = placed.units
        self._cells = {role: placed.cells[role] for role in MONEY if role in placed.cells}
        self._lines = {
            role: [line.strip() for line in cell.text.split("\n") if line.strip()]
            for role, cell in self._cells.items()
        }
        self.count = max(map(len, self._lines.values()), default=0)

    def read(self, at: int, label: str) -> None:
        """Read one line of each cell."""
        state = self._state(at)
        budget = self._number(Role.BUDGET, at) if state is None else None
        spent, beside = self._disbursed(at)
        committed, percent = self._number(Role.COMMITTED, at), self._number(Role.PERCENT, at)
        printed = percent if beside is None else beside
        figures = (budget, committed, spent)
        if state is BudgetState.AWAITING or figures != (None, None, None):
            ref = next(iter(self._cells.values())).ref
            line = LineDraft(label, *figures, printed, state, ref, self._raw(at), self._by_column())
            self.found.lines.append(line)
        elif printed is not None:
            self.found.unread.append((self._cells[Role.PERCENT], "ร้อยละที่ไม่มีจำนวนเงิน"))

    def _by_column(self) -> dict[str, Cell]:
        cells = {role.value: cell for role, cell in self._cells.items() if role is not Role.PERCENT}
        share = self._cells.get(Role.PERCENT, self._cells.get(Role.DISBURSED))
        return cells if share is None else {**cells, "reported_pct": share}

    def _text(self, role: Role, at: int) -> str:
        lines = self._lines.get(role, [])
        return lines[at] if at < len(lines) else ""

    def _raw(self, at: int) -> str:
        texts = (
            [cell.raw.strip() for cell in self._cells.values()]
            if self.count == 1
            else [self._text(role, at) for role in self._cells]
        )
        return " | ".join(text for text in texts if text)

    def _state(self, at: int) -> BudgetState | None:
        text = self._text(Role.BUDGET, at)
        awaiting = bool(text) and is_awaiting(text)
        if not awaiting and not (text and is_no_budget(text)):
            return None
        state = BudgetState.AWAITING if awaiting else BudgetState.NONE
        self.found.states.append(state)
        self.found.state_cells.append(self._cells[Role.BUDGET])
        proper = BUDGET_STATE_TH[state]
        if text != proper:
            self.found.mends.append(Mend("word", self._cells[Role.BUDGET].ref, text, proper))
        return state

    def _number(self, role: Role, at: int) -> float | None:
        text = self._text(role, at)
        if is_dash(text):
            return None
        value = parse_number(text)
        if value is None and role is not Role.PERCENT:
            value = self._noted(role, parse_amount_with_percent(text))
        if value is None:
            self.found.unread.append((self._cells[role], f"ไม่ใช่จำนวนเงินหรือร้อยละ: {text}"))
            self.found.has_unread_budget |= role is Role.BUDGET
            return None
        return value if role is Role.PERCENT else self._in_baht(role, value)

    def _noted(self, role: Role, amount: Amount | None) -> float | None:
        """Take an amount with words in brackets behind it, and list the words."""
        if amount is None or not amount.note:
            return None
        self.found.unread.append((self._cells[role], _NOTE))
        return amount.value

    def _in_baht(self, role: Role, value: float) -> float:
        unit = self._units.get(role, 1)
        return value if unit == 1 else round(value * unit, 2)

    def _disbursed(self, at: int) -> tuple[float | None, float | None]:
        """Return the amount and the percent in brackets behind it."""
        text = self._text(Role.DISBURSED, at)
        if is_dash(text):
            return None, None
        amount = parse_amount_with_percent(text)
        if amount is None:
            self.found.unread.append((self._cells[Role.DISBURSED], f"ไม่ใช่จำนวนเงิน: {text}"))
            return None, None
        self._noted(Role.DISBURSED, amount)
        return self._in_baht(Role.DISBURSED, amount.value), amount.percent
