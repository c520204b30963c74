"""Projects while they are being read, row by row, before they become tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from plantrack_nb.containers.grid import Cell
from plantrack_nb.core.vocabulary import BudgetState
from plantrack_nb.load.layout.marks import Mark
from plantrack_nb.load.table.actions import Level
from plantrack_nb.measures.places import JOINT
from plantrack_nb.thai.groups import canonical_group
from plantrack_nb.thai.names import Owners, split_owners
from plantrack_nb.thai.text import join_wrapped

_LONGEST_NAME = 60
_DIGIT = re.compile(r"[0-9๐-๙]")
_LONGEST_OPEN = 400
"""An owner cell longer than this does not go on: its parenthesis was never meant to close."""


class GrowingText:
    """Text that goes on over cells and pages, joined only when it is asked for."""

    def __init__(self, text: str) -> None:
        self._parts = [text.strip()]

    def wrap(self, text: str) -> None:
        """Go on with text that the end of a page or cell cut."""
        text = text.strip()
        between = join_wrapped(self._parts[-1][-1:], text[:1])[1:-1]
        self._parts += [between, text]

    def add(self, text: str, between: str) -> None:
        """Go on after a mark of one's own, e.g. a line break."""
        self._parts += [between, text.strip()]

    @property
    def first(self) -> str:
        """The words it began with."""
        return self._parts[0]

    @property
    def end(self) -> str:
        """The last words, to show where something was joined."""
        return self._parts[-1][-40:]

    def __str__(self) -> str:
        return "".join(self._parts)


@dataclass(slots=True)
class OwnerDraft:
    """One owner cell, which a page break or a numbered list may spread over several rows."""

    text: str
    ref: str

    @property
    def is_open(self) -> bool:
        """True while a parenthesis waits for its end."""
        return len(self.text) <= _LONGEST_OPEN and self.text.count("(") > self.text.count(")")

    @property
    def owners(self) -> Owners:
        """Groups and persons named in the cell; other words under its heading are an owner, too."""
        owners = split_owners(self.text)
        if owners.groups or owners.persons or not owners.rest:
            return owners
        known = canonical_group(f"กลุ่ม{owners.rest}")
        plain = len(owners.rest) <= _LONGEST_NAME and not _DIGIT.search(owners.rest)
        if known is None and not plain:
            return owners
        return Owners((known or owners.rest,), (), "")


@dataclass(slots=True)
class ItemDraft:
    """One activity or sub-activity; ``position`` is its place among its project's items."""

    level: Level
    activity_no: str
    parent_no: str
    text: GrowingText
    ref: str
    raw: GrowingText
    position: int
    mark: Mark | None = None
    owner: OwnerDraft | None = None
    children: int = 0
    is_lost: bool = False
    is_listed: bool = True
    more: list[Cell] = field(default_factory=list)

    def go_on(self, cell: Cell, text: str, between: str = "") -> None:
        """Go on with text of another cell, cut off from this one or after a mark of one's own."""
        if between:
            self.text.add(text, between)
        else:
            self.text.wrap(text)
        self.raw.add(cell.raw, JOINT)
        self.more.append(cell)


@dataclass(slots=True)
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
    cells: Mapping[str, Cell] = field(default_factory=dict)
    of_part: bool = False


@dataclass
class ObstacleDraft:
    """An obstacle (ปัญหาอุปสรรค) reported for a project."""

    project_no: str
    text: GrowingText
    ref: str
    raw: GrowingText
    more: list[Cell] = field(default_factory=list)


@dataclass
class ColumnText:
    """What stands in one text column of a project: a part for each cell of the source.

    ``pieces`` are all cells with the text taken from each; ``cells`` those that begin a part.
    """

    parts: list[GrowingText] = field(default_factory=list)
    cells: list[Cell] = field(default_factory=list)
    pieces: list[Cell] = field(default_factory=list)

    def add(self, cell: Cell, text: str, *, goes_on: bool) -> None:
        """Add a cell; one that goes on from a cut cell is joined to it."""
        if goes_on and self.parts:
            self.parts[-1].wrap(text)
        else:
            self.parts.append(GrowingText(text))
            self.cells.append(cell)
        self.pieces.append(cell if text == cell.text else replace(cell, text=text))

    def __str__(self) -> str:
        return "\n".join(map(str, self.parts))


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
    state_cells: list[Cell] = field(default_factory=list)
    owner_cells: list[Cell] = field(default_factory=list)
    has_unread_budget: bool = False
    last_number: int = 0
    last_listed: ItemDraft | None = None
    _open: list[ItemDraft] = field(default_factory=list)
    _last_marked: ItemDraft | None = None

    @property
    def budget_state(self) -> BudgetState:
        """Budgeted as soon as one amount is given, else awaiting if any mark says so."""
        if any(line.budget is not None for line in self.lines) or self.has_unread_budget:
            return BudgetState.BUDGETED
        if BudgetState.AWAITING in self.states:
            return BudgetState.AWAITING
        return BudgetState.NONE

    def add_item(
        self, level: Level | None, number: int | None, text: str, raw: str, ref: str
    ) -> ItemDraft:
        """Add an item under the nearest item above its level."""
        level = level or (Level.BULLET if self.last_number else Level.NUMBER)
        while self._open and self._open[-1].level >= level:
            self._open.pop()
        parent = self._open[-1] if self._open else None
        if parent is not None:
            parent.children += 1
        above = parent.activity_no if parent else ""
        own = _number(level, number, parent)
        item = ItemDraft(
            level, own, above, GrowingText(text), ref, GrowingText(raw), len(self.items)
        )
        self.items.append(item)
        if item.activity_no:
            self._open.append(item)
        if level is Level.NUMBER and number is not None:
            self.last_number = number
        self.last_listed = item
        return item

    def add_part(self, text: str, raw: str, ref: str, number: int | None) -> ItemDraft:
        """Add an activity that has a row of its own; one without a number is counted."""
        nth = self.last_number + 1 if number is None or number <= self.last_number else number
        return self.add_item(Level.NUMBER, nth, text, raw, ref)

    def add_remark(self, text: str, raw: str, ref: str) -> ItemDraft:
        """Keep a text with a mark of its own that tells of the open activity: no list holds it."""
        level = self._open[-1].level if self._open else Level.NUMBER
        above = self._open[-1].activity_no if self._open else ""
        item = ItemDraft(
            level, "", above, GrowingText(text), ref, GrowingText(raw), len(self.items)
        )
        self.items.append(item)
        return item

    def add_lost(self, mark: Mark, parent_no: str) -> ItemDraft:
        """Keep a mark whose activity has no text left in the document."""
        words, raw = GrowingText(""), GrowingText(mark.raw)
        item = ItemDraft(
            Level.PARENTHESES, "", parent_no, words, mark.ref, raw, len(self.items), is_lost=True
        )
        self.items.append(item)
        self.give(item, mark)
        return item

    def give(self, item: ItemDraft, mark: Mark) -> None:
        """Give an item its mark."""
        item.mark = mark
        if self._last_marked is None or item.position > self._last_marked.position:
            self._last_marked = item

    @property
    def open_number(self) -> str:
        """Number of the top-level activity that is still open, or ``""``."""
        first = self._open[0] if self._open else None
        return first.activity_no if first is not None and first.level is Level.NUMBER else ""

    def waiting_items(self) -> Iterator[ItemDraft]:
        """Items after the last marked one, of its level and parent, that have no mark yet.

        Before any mark was given, all top-level items wait.
        """
        last = self._last_marked
        level, parent_no = (last.level, last.parent_no) if last else (Level.NUMBER, "")
        for position in range(last.position + 1 if last else 0, len(self.items)):
            item = self.items[position]
            if item.mark is None and item.level is level and item.parent_no == parent_no:
                yield item


def _number(level: Level, number: int | None, parent: ItemDraft | None) -> str:
    if level is Level.NUMBER:
        return "" if number is None else str(number)
    above = f"{parent.activity_no}-" if parent and parent.activity_no else ""
    if level is Level.BULLET or number is None:
        return f"{above}{parent.children}" if parent else "-"
    return f"{above}{number})" if level is Level.BRACKET else f"{above}({number})"
