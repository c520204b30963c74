"""Read the action and progress cells of a project's row into activities and obstacles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from plantrack_nb.containers.grid import Cell
from plantrack_nb.load.table.actions import Level, Piece, split_action
from plantrack_nb.load.table.drafts import GrowingText, ItemDraft, ObstacleDraft
from plantrack_nb.load.table.headings import Role
from plantrack_nb.load.table.kinds import OBSTACLE
from plantrack_nb.load.table.late_marks import Ties
from plantrack_nb.load.table.records import Progress, ProjectRow
from plantrack_nb.load.table.status_marks import Mark, read_marks
from plantrack_nb.measures.places import JOINT
from plantrack_nb.thai.text import tidy

_RESULT = re.compile(r"(?:ร้อยละ|คิดเป็น)(?=[\s\d])|(?:มี)?ผล(?:การ|ที่)")
"""What a statement of results begins with, which is no activity of its own."""
_OBSTACLE_LINE = re.compile(OBSTACLE.pattern, re.MULTILINE)


class Activities:
    """Reads the rows of one project in order."""

    def __init__(self, ties: Ties, found: Progress) -> None:
        self.ties = ties
        self.project = ties.project
        self.found = found
        self._obstacle: ObstacleDraft | None = None

    def read(self, row: ProjectRow) -> list[ItemDraft]:
        """Read a row and return the items that begin in it."""
        action = row.placed.cells.get(Role.ACTION)
        marks = self._column_marks(row)
        text, obstacle = _split_obstacle(action, row.placed.cells.get(Role.PROGRESS))
        goes_on = row.after_break and not marks and obstacle is None
        if action is not None and goes_on and self._goes_on_with_obstacle(action):
            return []
        self._obstacle = self._open_obstacle(*obstacle) if obstacle else None
        if action is not None and text:
            return self._items(action, text, marks, after_break=row.after_break)
        self.ties.tie(marks, [], after_break=row.after_break)
        return []

    def close(self) -> None:
        """End the project: marks still waiting have lost their activities."""
        self.ties.settle()

    def _column_marks(self, row: ProjectRow) -> list[Mark]:
        cell = row.placed.cells.get(Role.PROGRESS)
        if cell is None or OBSTACLE.match(cell.text):
            return []
        text = tidy(cell.text)
        marks = read_marks(text, cell.ref)
        if marks is None and text != "-":
            self.found.leave([cell], "ไม่ใช่สถานะหรือร้อยละความก้าวหน้า")
        return marks or []

    def _items(
        self, cell: Cell, text: str, marks: Sequence[Mark], *, after_break: bool
    ) -> list[ItemDraft]:
        pieces, trailing = split_action(text, cell.ref, self.project.last_number)
        listed = sum(1 for piece in pieces if piece.level is not None or piece.mark is not None)
        items: list[ItemDraft] = []
        for piece in pieces:
            has_own_mark = len(marks) > listed and not items
            if self._goes_on(piece) and not has_own_mark:
                self._continue(piece, cell, after_break=after_break)
                continue
            if piece.level is Level.NUMBER or (marks and not items):
                self.ties.settle()
            items.append(self._add(piece, cell))
        if items and marks:
            self.ties.settle()
        elif items:
            self.ties.tie_waiting(items)
        self.ties.tie(marks, items, after_break=after_break)
        if pieces:
            self.ties.wait(trailing)
        else:
            self.ties.tie(trailing, [], after_break=after_break)
        return items

    def _add(self, piece: Piece, cell: Cell) -> ItemDraft:
        if self._goes_on(piece) and _RESULT.match(piece.text):
            item = self.project.add_remark(piece.text, piece.raw, cell.ref)
        else:
            item = self.project.add_item(piece.level, piece.number, piece.text, piece.raw, cell.ref)
        if piece.mark is not None:
            self.ties.inline(item, piece.mark)
        return item

    def _goes_on(self, piece: Piece) -> bool:
        unlisted = piece.level is None and piece.mark is None
        return unlisted and self.project.last_listed is not None

    def _continue(self, piece: Piece, cell: Cell, *, after_break: bool) -> None:
        last = self.project.last_listed
        assert last is not None
        self.found.joined(self.project.project_no, cell, last.text.end)
        part = replace(cell, text=piece.text, raw=piece.raw)
        last.go_on(part, tidy(piece.text), "" if after_break else "\n")

    def _open_obstacle(self, text: str, cell: Cell) -> ObstacleDraft:
        number = self.project.project_no
        draft = ObstacleDraft(number, GrowingText(text), cell.ref, GrowingText(cell.raw))
        self.found.obstacles.append(draft)
        return draft

    def _goes_on_with_obstacle(self, cell: Cell) -> bool:
        """Join the rest of an obstacle that a page break cut; unlisted text is such a rest."""
        pieces, trailing = split_action(cell.text)
        if self._obstacle is None or trailing or any(one.level or one.mark for one in pieces):
            return False
        self.found.joined(self.project.project_no, cell, self._obstacle.text.end)
        self._obstacle.text.wrap(cell.text)
        self._obstacle.raw.add(cell.raw, JOINT)
        self._obstacle.more.append(cell)
        return True


def _split_obstacle(
    action: Cell | None, progress: Cell | None
) -> tuple[str, tuple[str, Cell] | None]:
    """Divide the row's words into what is done and the obstacle, with the cell it stands in."""
    words = action.text.strip() if action is not None else ""
    in_progress = OBSTACLE.match(progress.text) if progress is not None else None
    if progress is not None and in_progress is not None:
        text = f"{progress.text[in_progress.end() :].strip()} {words}".strip()
        raw = " | ".join(cell.raw.strip() for cell in (progress, action) if cell is not None)
        return "", (text, replace(action or progress, raw=raw))
    in_action = _OBSTACLE_LINE.search(words)
    if action is None or in_action is None:
        return words, None
    return words[: in_action.start()].strip(), (words[in_action.end() :].strip(), action)
