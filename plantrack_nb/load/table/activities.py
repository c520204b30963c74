"""Read the action and progress cells of a project's row into activities and obstacles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from plantrack_nb.containers.grid import Cell
from plantrack_nb.load.layout.cells import OBSTACLE
from plantrack_nb.load.layout.marks import Mark, read_marks
from plantrack_nb.load.layout.record import Role
from plantrack_nb.load.layout.rows.shifting import Placed
from plantrack_nb.load.table.actions import Level, Piece, split_action
from plantrack_nb.load.table.drafts import GrowingText, ItemDraft, ObstacleDraft
from plantrack_nb.load.table.late_marks import Ties
from plantrack_nb.load.table.records import Progress, ProjectRow
from plantrack_nb.measures.places import JOINT
from plantrack_nb.thai.numbers import is_dash
from plantrack_nb.thai.text import untidied

_RESULT = re.compile(r"(?:ร้อยละ|คิดเป็น)(?=[\s\d])|(?:มี)?ผล(?:การ|ที่)")
"""What a statement of results begins with, which is no activity of its own."""
_OWN = (Role.BUDGET, Role.DISBURSED, Role.OWNER)
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
        marks = self._row_marks(row)
        text, obstacle = _split_obstacle(action, row.placed.cells.get(Role.PROGRESS))
        goes_on = row.after_break and not marks and obstacle is None
        if action is not None and goes_on and self._goes_on_with_obstacle(action):
            return []
        self._obstacle = self._open_obstacle(*obstacle) if obstacle else None
        self._obstacle_column(row.placed)
        if action is not None and text:
            return self._items(action, text, marks, row)
        self.ties.tie(marks, [], after_break=row.after_break)
        return []

    def close(self) -> None:
        """End the project: marks still waiting have lost their activities."""
        self.ties.settle()

    def part(self, placed: Placed, name: Cell, text: str, number: str) -> ItemDraft:
        """Read an activity that has a row of its own; what its action cell says is below it."""
        self.ties.settle()
        row = ProjectRow(self.project, placed, opens=False, after_break=False)
        marks = self._row_marks(row)
        nth = number.rpartition(".")[2]
        item = self.project.add_part(
            text, name.raw.strip(), name.ref, int(nth) if nth.isdecimal() else None
        )
        self.ties.tie(marks[:1], [item], after_break=False)
        action = placed.cells.get(Role.ACTION)
        if action is not None and action.ref != name.ref and not is_dash(action.text):
            pieces, trailing = split_action(action.text, action.ref)
            below = [
                self.project.add_item(
                    piece.level or Level.BULLET, piece.number, piece.text, piece.raw, action.ref
                )
                for piece in pieces
            ]
            self.ties.tie([*marks[1:], *trailing], below, after_break=False)
        elif len(marks) > 1:
            self.ties.tie(marks[1:], [], after_break=False)
        self._obstacle_column(placed)
        return item

    def _row_marks(self, row: ProjectRow) -> list[Mark]:
        """Read the marks of a row; of two columns one says the status, the other the percent."""
        marks = self._column_marks(row.placed.cells.get(Role.PROGRESS))
        said = self._column_marks(row.placed.cells.get(Role.STATUS))
        if not marks or not said:
            return marks or said
        paired = [
            replace(word, percent=share.percent) if word.percent is None else word
            for share, word in zip(marks, said, strict=False)
        ]
        return paired + said[len(paired) :] + marks[len(paired) :]

    def _column_marks(self, cell: Cell | None) -> list[Mark]:
        if cell is None or OBSTACLE.match(cell.text):
            return []
        marks = read_marks(cell.text, cell.ref, self.found.lexicon.statuses)
        if marks is None and not is_dash(cell.text):
            self.found.leave([cell], "ไม่ใช่สถานะหรือร้อยละความก้าวหน้า")
        return marks or []

    def _obstacle_column(self, placed: Placed) -> None:
        cell = placed.cells.get(Role.OBSTACLE)
        if cell is not None and not is_dash(cell.text):
            self._open_obstacle(cell.text, cell)

    def _items(
        self, cell: Cell, text: str, marks: Sequence[Mark], row: ProjectRow
    ) -> list[ItemDraft]:
        after_break = row.after_break
        pieces, trailing = self._split(cell, text, marks)
        listed = sum(1 for piece in pieces if piece.level is not None or piece.mark is not None)
        items: list[ItemDraft] = []
        for piece in pieces:
            is_own = not items and (len(marks) > listed or self._is_of_its_own(row))
            if self._goes_on(piece) and not is_own:
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

    def _split(
        self, cell: Cell, text: str, marks: Sequence[Mark]
    ) -> tuple[list[Piece], list[Mark]]:
        """Split an action cell; a word within a sentence is no mark where its row has them all."""
        last = self.project.last_number
        pieces, trailing = split_action(text, cell.ref, last, raw=cell.raw)
        found = [*trailing, *(piece.mark for piece in pieces if piece.mark)]
        if marks and len(found) == 1 and not text.startswith(found[0].raw):
            plain, _ = split_action(text, cell.ref, last, with_marks=False)
            if sum(piece.level is not None for piece in plain) <= len(marks):
                return plain, []
        return pieces, trailing

    def _add(self, piece: Piece, cell: Cell) -> ItemDraft:
        raw = untidied(piece.raw, cell.text, cell.raw)
        if self._goes_on(piece) and _RESULT.match(piece.text):
            item = self.project.add_remark(piece.text, raw, cell.ref)
        else:
            item = self.project.add_item(piece.level, piece.number, piece.text, raw, cell.ref)
            item.is_listed = piece.level is not None
        if piece.mark is not None:
            self.ties.inline(item, piece.mark)
        return item

    def _goes_on(self, piece: Piece) -> bool:
        unlisted = piece.level is None and piece.mark is None
        return unlisted and self.project.last_listed is not None

    def _is_of_its_own(self, row: ProjectRow) -> bool:
        """Tell whether a row of a table without lists is an activity: it has money or an owner."""
        last = self.project.last_listed
        own = not row.opens and any(row.placed.text(role) for role in _OWN)
        return own and last is not None and not last.is_listed

    def _continue(self, piece: Piece, cell: Cell, *, after_break: bool) -> None:
        last = self.project.last_listed
        assert last is not None
        self.found.joined(self.project.project_no, cell, last.text.end)
        part = replace(cell, text=piece.text, raw=untidied(piece.raw, cell.text, cell.raw))
        last.go_on(part, piece.text, "" if after_break else "\n")

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
