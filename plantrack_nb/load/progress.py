"""Interpret the nine-column progress table, whatever container brought it.

One pass over the rows: a strategy heading opens a strategy, a project number opens a project,
every other row goes on with the project above it. Nothing is dropped silently: what cannot be
placed is listed with the reason, what had to be put right is listed as a mend.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from plantrack_nb.load.actions import Level, Piece, split_action
from plantrack_nb.load.budget import read_money
from plantrack_nb.load.drafts import ColumnText, ItemDraft, OwnerDraft, ProjectDraft
from plantrack_nb.load.grid import Cell, Row
from plantrack_nb.load.headings import Columns, Role
from plantrack_nb.load.kinds import OBSTACLE, PROJECT_NO
from plantrack_nb.load.marks import Mark, read_marks
from plantrack_nb.load.placing import Placed, place
from plantrack_nb.load.reading import Mend
from plantrack_nb.thai.numbers import parse_number
from plantrack_nb.thai.text import arabic_digits, join_wrapped, squeeze, tidy
from plantrack_nb.vocabulary import BudgetState

STRATEGY = re.compile(r"^\s*(?:กลยุทธ์|ยุทธศาสตร์)\s*(?:ที่)?\s*(\d{1,2})\s*[.:]?\s*(.*)$", re.DOTALL)
TOTAL = re.compile(r"^(?:รวม|ยอดรวม|รวมทั้งสิ้น|รวมทั้งหมด|รวมงบประมาณ)\S*$")
_NAME_WITH_NO = re.compile(r"^\s*(\d{1,2}(?:\.\d{1,3}){1,2})[.)]?\s+(\S.*)$", re.DOTALL)
_LISTED = re.compile(r"^\s*(?:\(?\d{1,2}[.)]|[-–•]\s)")
_GOES_ON = re.compile(r"^\s*(?:ของ|และ|หรือ|จาก|ใน|โดย|เพื่อ|ที่|กับ|ตาม)")
_OWNER_NO = re.compile(r"^\s*(\d)\.")
_LAST_OWNER_NO = re.compile(r"(?:^|\s)(\d)\.")


@dataclass(frozen=True)
class TableRow:
    """A row of the progress table with the columns its head gave it."""

    row: Row
    columns: Columns
    after_break: bool


@dataclass
class StrategyDraft:
    """A strategy heading."""

    strategy_no: str
    name: str
    ref: str
    raw: str


@dataclass
class Progress:
    """Everything found in the progress table."""

    strategies: list[StrategyDraft] = field(default_factory=list)
    projects: list[ProjectDraft] = field(default_factory=list)
    obstacles: list[tuple[str, Cell, str]] = field(default_factory=list)
    totals: list[tuple[str, Role, float, Cell]] = field(default_factory=list)
    mends: list[Mend] = field(default_factory=list)
    unread: list[tuple[Cell, str]] = field(default_factory=list)


def read_progress(rows: Iterable[TableRow]) -> Progress:
    """Read the rows of the progress table into strategies and projects."""
    reader = _Reader()
    for row in rows:
        reader.read(row)
    reader.close_project()
    return reader.found


class _Reader:
    """The state of the pass: the open project and what the last rows left unfinished."""

    def __init__(self) -> None:
        self.found = Progress()
        self.project: ProjectDraft | None = None
        self.owner: OwnerDraft | None = None
        self.pending: list[Mark] = []
        self.rows_of_project = 0

    def read(self, table_row: TableRow) -> None:
        row = table_row.row
        if row.is_blank or self._read_strategy(row):
            return
        may_continue = self.project is not None and self.rows_of_project == 1
        placed = place(row, table_row.columns, name_may_continue=may_continue)
        if self._read_total(placed):
            return
        opens = self._open_project(placed)
        if self.project is None:
            self._leave(placed, "แถวนี้อยู่ก่อนโครงการแรก")
            return
        self.rows_of_project += 1
        self._note(placed, self.project)
        self._read_texts(self.project, placed, fresh=opens, after_break=table_row.after_break)
        owner = self._read_owner(self.project, placed, opens)
        items = self._read_action(self.project, placed, table_row.after_break)
        for item in items:
            item.owner = owner
        self._read_money(self.project, placed, items)

    def _note(self, placed: Placed, project: ProjectDraft) -> None:
        for mend in placed.mends:
            self.found.mends.append(
                Mend(mend.kind, mend.source_ref, mend.before, mend.after, project.project_no)
            )
        self.found.unread += [(cell, "อยู่นอกคอลัมน์ที่รู้จัก") for cell in placed.strays]
        for role in (Role.USED, Role.REMAINING):
            self._read_side_figure(placed, role, project.project_no)

    def _leave(self, placed: Placed, reason: str) -> None:
        cells = [cell for cell in placed.row.cells if cell.text.strip()]
        self.found.unread += [(cell, reason) for cell in cells]

    # strategies, totals and projects

    def _read_strategy(self, row: Row) -> bool:
        filled = [cell for cell in row.cells if cell.text.strip()]
        match = STRATEGY.match(arabic_digits(tidy(filled[0].text)))
        if match is None or len(filled) > 2:
            return False
        self.close_project()
        name = " ".join([match[2].strip(), *(cell.text.strip() for cell in filled[1:])]).strip()
        self.found.strategies.append(StrategyDraft(match[1], name, filled[0].ref, filled[0].raw))
        return True

    def _read_total(self, placed: Placed) -> bool:
        first = next(cell for cell in placed.row.cells if cell.text.strip())
        if not TOTAL.match(squeeze(first.text)):
            return False
        for role, cell in placed.cells.items():
            if role in (Role.BUDGET, Role.COMMITTED, Role.DISBURSED, Role.REMAINING, Role.PERCENT):
                self._claim(f"row={tidy(first.text)}", role, cell)
        return True

    def _read_side_figure(self, placed: Placed, role: Role, project_no: str) -> None:
        cell = placed.cells.get(role)
        if cell is not None:
            self._claim(f"project_no={project_no}", role, cell)

    def _claim(self, subject: str, role: Role, cell: Cell) -> None:
        value = parse_number(cell.text)
        if value is not None:
            self.found.totals.append((subject, role, value, cell))
        elif tidy(cell.text) not in ("", "-"):
            self.found.unread.append((cell, "ไม่ใช่ตัวเลข"))

    def _open_project(self, placed: Placed) -> bool:
        number, name = _number_and_name(placed)
        if not number:
            return False
        if self.project is not None and self.project.project_no == number:
            return False
        self.close_project()
        cell = placed.cells.get(Role.NUMBER) or placed.cells[Role.PROJECT]
        strategy = number.split(".")[0] if "." in number else self._strategy_no()
        raw = " | ".join(
            placed.cells[role].raw.strip()
            for role in (Role.NUMBER, Role.PROJECT)
            if role in placed.cells
        )
        self.project = ProjectDraft(number, strategy, cell.ref, raw)
        self.rows_of_project = 0
        self.found.projects.append(self.project)
        if name:
            self.project.name.add(placed.cells[Role.PROJECT], name, goes_on=False)
        return True

    def _strategy_no(self) -> str:
        return self.found.strategies[-1].strategy_no if self.found.strategies else "-"

    def close_project(self) -> None:
        self._settle_pending()
        self.project = None
        self.owner = None

    # the text columns

    def _read_texts(
        self, project: ProjectDraft, placed: Placed, *, fresh: bool, after_break: bool
    ) -> None:
        own_row = bool(placed.text(Role.BUDGET)) or bool(_LISTED.match(placed.text(Role.ACTION)))
        columns: list[tuple[Role, ColumnText]] = [
            (Role.TARGETS, project.targets),
            (Role.INDICATORS, project.indicators),
        ]
        if not fresh:
            columns.insert(0, (Role.PROJECT, project.name))
        for role, column in columns:
            text = placed.text(role)
            if not text or (role is Role.PROJECT and _number_and_name(placed)[0]):
                continue
            cut = after_break and (not own_row or bool(_GOES_ON.match(text)))
            goes_on = role is Role.PROJECT or (cut and not _LISTED.match(text))
            if goes_on and column.parts:
                self._joined(project, placed.cells[role], column.parts[-1])
            column.add(placed.cells[role], text, goes_on=goes_on)

    def _joined(self, project: ProjectDraft, cell: Cell, before: str) -> None:
        self.found.mends.append(
            Mend("joined", cell.ref, before[-40:], cell.text[:40], project.project_no)
        )

    def _read_owner(self, project: ProjectDraft, placed: Placed, opens: bool) -> OwnerDraft | None:
        cell = placed.cells.get(Role.OWNER)
        if cell is None:
            return None
        text = tidy(cell.text).replace("\n", " ")
        if self.owner is not None and not opens and _owner_goes_on(self.owner, text):
            self.owner.text = join_wrapped(self.owner.text, f" {text}")
            self._joined(project, cell, self.owner.text)
        else:
            self.owner = OwnerDraft(text, cell.ref)
        if opens or project.owner is None:
            project.owner = self.owner
        return self.owner

    # activities and their marks

    def _read_action(
        self, project: ProjectDraft, placed: Placed, after_break: bool
    ) -> list[ItemDraft]:
        marks = self._column_marks(project, placed)
        cell = placed.cells.get(Role.ACTION)
        if cell is None or self._is_obstacle(project, placed):
            self._tie(project, marks, [])
            return []
        pieces, trailing = split_action(cell.text, cell.ref, project.last_number)
        listed = sum(1 for piece in pieces if piece.level is not None or piece.mark is not None)
        items: list[ItemDraft] = []
        for piece in pieces:
            if self._continues(project, piece, len(marks) > listed and not items):
                self._continue(project, piece, cell, after_break)
            else:
                items.append(self._add(project, piece, cell, settle=not items and bool(marks)))
        if self.pending and items:
            self._tie_pending(project, items, marks)
        self._tie(project, marks, items)
        if trailing and pieces:
            self.pending = trailing
        else:
            self._tie(project, trailing, [])
        return items

    def _add(self, project: ProjectDraft, piece: Piece, cell: Cell, *, settle: bool) -> ItemDraft:
        if self.pending and (settle or piece.level is Level.NUMBER):
            self._settle_pending()
        item = project.add_item(piece.level, piece.number, piece.text, piece.raw, cell.ref)
        item.mark = piece.mark
        if piece.mark is not None:
            self.found.mends.append(
                Mend("mark", cell.ref, piece.mark.raw, item.activity_no, project.project_no)
            )
        return item

    def _continues(self, project: ProjectDraft, piece: Piece, has_own_mark: bool) -> bool:
        unlisted = piece.level is None and piece.mark is None
        return unlisted and not has_own_mark and any(item.text for item in project.items)

    def _continue(
        self, project: ProjectDraft, piece: Piece, cell: Cell, after_break: bool
    ) -> None:
        last = next(item for item in reversed(project.items) if item.text)
        self._joined(project, cell, last.text)
        text = tidy(piece.text)
        last.text = join_wrapped(last.text, text) if after_break else f"{last.text}\n{text}"
        last.raw = f"{last.raw} ⏎ {piece.raw}"

    def _column_marks(self, project: ProjectDraft, placed: Placed) -> list[Mark]:
        cell = placed.cells.get(Role.PROGRESS)
        if cell is None or OBSTACLE.match(cell.text):
            return []
        text = tidy(cell.text)
        marks = read_marks(text, cell.ref)
        if marks is None:
            if text != "-":
                self.found.unread.append((cell, "ไม่ใช่สถานะหรือร้อยละความก้าวหน้า"))
            return []
        return marks

    def _is_obstacle(self, project: ProjectDraft, placed: Placed) -> bool:
        for role in (Role.PROGRESS, Role.ACTION):
            cell = placed.cells.get(role)
            match = OBSTACLE.match(cell.text) if cell else None
            if cell is None or match is None:
                continue
            rest = cell.text[match.end() :].strip()
            if role is Role.PROGRESS and placed.text(Role.ACTION):
                rest, cell = f"{rest} {placed.text(Role.ACTION)}".strip(), placed.cells[Role.ACTION]
            self.found.obstacles.append((project.project_no, cell, rest))
            return True
        return False

    def _tie(self, project: ProjectDraft, marks: list[Mark], items: list[ItemDraft]) -> None:
        """Give each mark to the next item without one; what is left has lost its activity."""
        free = [item for item in (items or project.waiting_items()) if item.mark is None]
        for mark, item in zip(marks, free, strict=False):
            item.mark = mark
        for mark in marks[len(free) :]:
            self._lose(project, mark, parent_no=items[-1].activity_no if items else "")

    def _tie_pending(
        self, project: ProjectDraft, items: list[ItemDraft], marks: list[Mark]
    ) -> None:
        """Marks printed before a break belong to the sub-activities that follow it."""
        if marks:
            self._settle_pending()
            return
        free = [item for item in items if item.mark is None]
        for mark, item in zip(self.pending, free, strict=False):
            item.mark = mark
            self.found.mends.append(
                Mend("mark", mark.ref, mark.raw, item.activity_no, project.project_no)
            )
        self.pending = self.pending[len(free) :]

    def _settle_pending(self) -> None:
        if self.project is not None:
            numbered = [item for item in self.project.items if item.level is Level.NUMBER]
            for mark in self.pending:
                self._lose(self.project, mark, numbered[-1].activity_no if numbered else "")
        self.pending = []

    def _lose(self, project: ProjectDraft, mark: Mark, parent_no: str) -> None:
        project.add_lost(mark, parent_no)
        self.found.mends.append(
            Mend("mark", mark.ref, mark.raw, "ไม่พบข้อความของกิจกรรม", project.project_no)
        )

    # money

    def _read_money(
        self, project: ProjectDraft, placed: Placed, items: list[ItemDraft]
    ) -> None:
        label = items[0].text if items else placed.text(Role.TARGETS)
        money = read_money(placed, label)
        project.lines += money.lines
        project.states += money.states
        if BudgetState.NONE in money.states:  # no line carries it, so that the project's raw must
            project.raw = f"{project.raw} | {placed.cells[Role.BUDGET].raw.strip()}"
        self.found.mends += [
            Mend(mend.kind, mend.source_ref, mend.before, mend.after, project.project_no)
            for mend in money.mends
        ]
        self.found.unread += money.unread


def _number_and_name(placed: Placed) -> tuple[str, str]:
    """Project number and name of a row that opens a project, or two empty texts."""
    number = arabic_digits(placed.text(Role.NUMBER)).rstrip(".)").strip()
    name = placed.text(Role.PROJECT)
    if PROJECT_NO.match(number) or (number.isdigit() and name):
        return number, name
    match = None if number else _NAME_WITH_NO.match(arabic_digits(name))
    return (match[1], name[match.start(2) :]) if match else ("", "")


def _owner_goes_on(owner: OwnerDraft, text: str) -> bool:
    if owner.is_open:
        return True
    number = _OWNER_NO.match(arabic_digits(text))
    before = _LAST_OWNER_NO.findall(arabic_digits(owner.text))
    return bool(number and before and int(number[1]) == int(before[-1]) + 1)
