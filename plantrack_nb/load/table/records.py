"""What reading project tables gives, and one of their rows while it is read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from plantrack_nb.containers.grid import Cell
from plantrack_nb.core.provenance import Mend
from plantrack_nb.load.layout.columns.heading_words import BUILT_IN, Lexicon
from plantrack_nb.load.layout.record import Role
from plantrack_nb.load.layout.rows.shifting import Placed
from plantrack_nb.load.table.drafts import ObstacleDraft, ProjectDraft
from plantrack_nb.thai.numbers import is_dash, parse_amount_with_percent

TOTALLED = (
    Role.BUDGET,
    Role.COMMITTED,
    Role.DISBURSED,
    Role.USED,
    Role.REMAINING,
    Role.PERCENT,
)
"""What a row of sums may have an amount of."""


@dataclass
class StrategyDraft:
    """A strategy heading."""

    strategy_no: str
    name: str
    ref: str
    raw: str


@dataclass(frozen=True)
class PrintedFigure:
    """A figure of the table that is none of the tables' own: a total, a remainder."""

    subject: str
    role: Role
    value: float
    cell: Cell


@dataclass(frozen=True)
class ProjectRow:
    """A row that belongs to a project, its cells put where they belong."""

    project: ProjectDraft
    placed: Placed
    opens: bool
    after_break: bool

    @property
    def stands_alone(self) -> bool:
        """True when the row has money, progress or an owner: it does not only go on."""
        roles = (Role.BUDGET, Role.DISBURSED, Role.PROGRESS, Role.OWNER)
        return any(self.placed.text(role) for role in roles)


@dataclass
class Progress:
    """Everything found in the progress table."""

    strategies: list[StrategyDraft] = field(default_factory=list)
    projects: list[ProjectDraft] = field(default_factory=list)
    obstacles: list[ObstacleDraft] = field(default_factory=list)
    headings: list[tuple[str, Cell]] = field(default_factory=list)
    figures: list[PrintedFigure] = field(default_factory=list)
    mends: list[Mend] = field(default_factory=list)
    unread: list[tuple[Cell, str]] = field(default_factory=list)
    lexicon: Lexicon = BUILT_IN

    def leave(self, cells: Iterable[Cell], reason: str) -> None:
        """List cells that found no place."""
        self.unread += [(cell, reason) for cell in cells if cell.text.strip()]

    def figure(self, subject: str, role: Role, placed: Placed) -> None:
        """Keep the amount of a row in a role as a figure that the document prints."""
        cell = placed.cells.get(role)
        if cell is None or is_dash(cell.text):
            return
        found = parse_amount_with_percent(cell.text)
        if found is None:
            self.leave([cell], "ไม่ใช่ตัวเลข")
            return
        value = found.value if role is Role.PERCENT else found.value * placed.units.get(role, 1)
        self.figures.append(PrintedFigure(subject, role, value, cell))
        if found.percent is not None and role is Role.DISBURSED:
            self.figures.append(PrintedFigure(subject, Role.PERCENT, found.percent, cell))

    def mend(self, mends: Iterable[Mend], project_no: str) -> None:
        """List what was put right within a project."""
        self.mends += [replace(one, project_no=project_no) for one in mends]

    def joined(self, project_no: str, cell: Cell, before: str) -> None:
        """List text that was joined over a break."""
        self.mends.append(Mend("joined", cell.ref, before[-40:], cell.text[:40], project_no))
