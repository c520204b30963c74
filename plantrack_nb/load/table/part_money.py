"""Money that stands at a project's parts: its own where it has none, else figures beside it."""

from __future__ import annotations

from dataclasses import replace
from math import fsum

from plantrack_nb.containers.grid import Cell
from plantrack_nb.core.provenance import Mend
from plantrack_nb.load.layout.columns.row_arithmetic import number_of
from plantrack_nb.load.layout.record import Role
from plantrack_nb.load.layout.rows.shifting import Placed
from plantrack_nb.load.table.budget import read_money
from plantrack_nb.load.table.drafts import ItemDraft, LineDraft, ProjectDraft
from plantrack_nb.load.table.records import TOTALLED, Progress

_FILLED = {Role.BUDGET: "budget", Role.COMMITTED: "committed", Role.DISBURSED: "disbursed"}


class PartMoney:
    """The amounts that stand at the parts of one project."""

    def __init__(self, project: ProjectDraft, found: Progress) -> None:
        self.project = project
        self.found = found
        self._parts: list[Placed] = []

    @property
    def is_beside(self) -> bool:
        """Whether the project has money of its own, not only that of its parts."""
        own = (line for line in self.project.lines if not line.of_part)
        return any(line.budget is not None or line.disbursed is not None for line in own)

    def add(self, placed: Placed, item: ItemDraft | None) -> None:
        """Take a part's amounts."""
        if not self.is_beside:
            self._own(placed, str(item.text) if item else "")
            return
        number = item.activity_no if item else ""
        subject = f"project_no={self.project.project_no}; activity_no={number}"
        for role in TOTALLED:
            self.found.figure(subject, role, placed)
        self._parts.append(placed)

    def _own(self, placed: Placed, label: str) -> None:
        money = read_money(placed, label)
        self.project.lines += [replace(line, of_part=True) for line in money.lines]
        self.project.states += money.states
        self.project.state_cells += money.state_cells
        self.project.has_unread_budget |= money.has_unread_budget
        self.found.mend(money.mends, self.project.project_no)
        self.found.unread += money.unread

    def fill(self) -> None:
        """Add up from the parts what the project's own row leaves empty."""
        lines = [line for line in self.project.lines if not line.of_part]
        if len(lines) != 1:
            return
        for role, column in _FILLED.items():
            amounts = self._amounts(role)
            if amounts and getattr(lines[0], column) is None:
                self._fill(lines[0], column, amounts)

    def _amounts(self, role: Role) -> list[tuple[Cell, float]]:
        parts = (one for one in self._parts if role in one.cells)
        cells = ((one.cells[role], one.units.get(role, 1)) for one in parts)
        numbers = ((cell, number_of(cell.text), unit) for cell, unit in cells)
        return [(cell, number * unit) for cell, number, unit in numbers if number is not None]

    def _fill(self, line: LineDraft, column: str, amounts: list[tuple[Cell, float]]) -> None:
        total = round(fsum(amount for _, amount in amounts), 6)
        setattr(line, column, total)
        first = amounts[0][0]
        line.cells = {**line.cells, column: first}
        line.raw += " | " + " + ".join(cell.raw.strip() for cell, _ in amounts)
        added = " + ".join(cell.text for cell, _ in amounts)
        self.found.mends.append(
            Mend("added", first.ref, added, f"{total:g}", self.project.project_no)
        )
