"""Columns of money while it is being settled which of them are read, and for what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from plantrack_nb.load.layout.columns.heading_levels import Heading
from plantrack_nb.load.layout.columns.row_arithmetic import Figures
from plantrack_nb.load.layout.record import Column, Role


@dataclass(frozen=True)
class Money:
    """Columns with their first roles, the headings and rows behind them, the round asked for."""

    columns: Sequence[Column]
    headings: Mapping[int, Heading]
    rows: Sequence[Sequence[str]]
    fiscal_year: int | None
    quarter: int | None
    added_up: bool | None = None


class Settling:
    """The columns with their roles so far; what is unsure, what is missing."""

    def __init__(self, money: Money) -> None:
        self.columns = {one.at: one for one in money.columns}
        self.headings = money.headings
        self.figures = Figures(money.rows)
        self.quarter = money.quarter
        self.fiscal_year = money.fiscal_year
        self.told_added_up = money.added_up
        self.added_up = False
        self.unsure: list[str] = []
        self.missing = ""

    def of(self, role: Role) -> list[Column]:
        """Return the columns of a role that are read."""
        return [one for one in self.columns.values() if one.role is role and one.used]

    def leave(self, columns: Sequence[Column], why: str) -> None:
        """Leave columns out, and say why."""
        for one in columns:
            self.columns[one.at] = replace(one, used=False, why=why)

    def become(self, column: Column, role: Role, why: str = "") -> None:
        """Give a column another role, and say why."""
        self.columns[column.at] = replace(column, role=role, used=True, why=why or column.why)
