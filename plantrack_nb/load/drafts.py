"""Projects while they are being read, row by row, before they become tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from plantrack_nb.load.actions import Level
from plantrack_nb.load.grid import Cell
from plantrack_nb.load.marks import Mark
from plantrack_nb.thai.names import Owners, split_owners
from plantrack_nb.thai.text import join_wrapped
from plantrack_nb.vocabulary import BudgetState


@dataclass
class OwnerDraft:
    """One owner cell, which a page break or a numbered list may spread over several rows."""

    text: str
    ref: str

    @property
    def is_open(self) -> bool:
        """True while a parenthesis waits for its end."""
        return self.text.count("(") > self.text.count(")")

    @property
    def owners(self) -> Owners:
        """Groups and persons named in the cell."""
        return split_owners(self.text)


@dataclass
class ItemDraft:
    """One activity or sub-activity."""

    level: Level
    activity_no: str
    parent_no: str
    text: str
    ref: str
    raw: str
    mark: Mark | None = None
    owner: OwnerDraft | None = None
    children: int = 0


@dataclass
class LineDraft:
    """One line of the budget column."""

    label: str
    budget: float | None
    committed: float | None
    disbursed: float | None
    percent: float | None
    state: BudgetState | None
    ref: str
    raw: str
    percent_ref: str = ""


@dataclass
class ColumnText:
    """What stands in one text column of a project: a part for each cell of the source."""

    parts: list[str] = field(default_factory=list)
    cells: list[Cell] = field(default_factory=list)

    def add(self, cell: Cell, text: str, *, goes_on: bool) -> None:
        """Add a cell; one that goes on from a cut cell is joined to it."""
        if goes_on and self.parts:
            self.parts[-1] = join_wrapped(self.parts[-1], text)
        else:
            self.parts.append(text)
            self.cells.append(cell)

    def __str__(self) -> str:
        return "\n".join(self.parts)


@dataclass
class ProjectDraft:
    """One project with everything read under it so far."""

    project_no: str
    strategy_no: str
    ref: str
    raw: str
    name: ColumnText = field(default_factory=ColumnText)
    targets: ColumnText = field(default_factory=ColumnText)
    indicators: ColumnText = field(default_factory=ColumnText)
    owner: OwnerDraft | None = None
    items: list[ItemDraft] = field(default_factory=list)
    lines: list[LineDraft] = field(default_factory=list)
    states: list[BudgetState] = field(default_factory=list)

    @property
    def budget_state(self) -> BudgetState:
        """Budgeted as soon as one amount is given, else awaiting if any mark says so."""
        if any(line.budget is not None for line in self.lines):
            return BudgetState.BUDGETED
        if BudgetState.AWAITING in self.states:
            return BudgetState.AWAITING
        return BudgetState.NONE

    @property
    def last_number(self) -> int:
        """The last printed number among the top-level activities, or 0."""
        for item in reversed(self.items):
            if item.level is Level.NUMBER and item.activity_no.isdigit():
                return int(item.activity_no)
        return 0

    def add_item(self, level: Level | None, number: int | None, text: str, raw: str, ref: str) -> ItemDraft:
        """Add an item under the nearest item above its level."""
        level = level or (Level.BULLET if self.last_number else Level.NUMBER)
        parent = next(self._open_above(level), None)
        above = parent.activity_no if parent else ""
        if parent is not None:
            parent.children += 1
        item = ItemDraft(level, _number(level, number, parent), above, text, ref, raw)
        self.items.append(item)
        return item

    def add_lost(self, mark: Mark, parent_no: str) -> ItemDraft:
        """Keep a mark whose activity has no text left in the document."""
        item = ItemDraft(Level.PARENTHESES, "", parent_no, "", mark.ref, mark.raw, mark)
        self.items.append(item)
        return item

    def waiting_items(self) -> list[ItemDraft]:
        """Items after the last marked one, of its level and parent, that have no mark yet."""
        marked = [at for at, item in enumerate(self.items) if item.mark is not None]
        if not marked:
            return [item for item in self.items if item.level is Level.NUMBER]
        last = self.items[marked[-1]]
        return [
            item
            for item in self.items[marked[-1] + 1 :]
            if item.level is last.level and item.parent_no == last.parent_no
        ]

    def _open_above(self, level: Level) -> Iterator[ItemDraft]:
        """Items that are still open above a level, the nearest first."""
        ceiling = level
        for item in reversed(self.items):
            if item.activity_no and item.level < ceiling:
                ceiling = item.level
                yield item


def _number(level: Level, number: int | None, parent: ItemDraft | None) -> str:
    if level is Level.NUMBER:
        return "" if number is None else str(number)
    above = f"{parent.activity_no}-" if parent and parent.activity_no else ""
    if level is Level.BULLET or number is None:
        return f"{above}{parent.children}" if parent else "-"
    return f"{above}{number})" if level is Level.BRACKET else f"{above}({number})"
