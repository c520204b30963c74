"""Join what stands in a project's text columns: name, targets, indicators, owner."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plantrack_nb.containers.grid import Cell
from plantrack_nb.core.provenance import Mend
from plantrack_nb.load.layout.cells import BULLETS
from plantrack_nb.load.layout.record import Role
from plantrack_nb.load.table.drafts import ColumnText, ItemDraft, OwnerDraft, ProjectDraft
from plantrack_nb.load.table.records import Progress, ProjectRow
from plantrack_nb.thai.numbers import is_dash
from plantrack_nb.thai.text import arabic_digits, join_wrapped, squeeze

_LISTED = re.compile(rf"^\s*(?:\(?\d{{1,2}}[.)]|[{BULLETS}]\s)")
_GOES_ON = re.compile(r"^\s*(?:ของ|และ|หรือ|จาก|ใน|โดย|เพื่อ|ที่|กับ|ตาม)")
_NUMBER = re.compile(r"(?:^|(?<=\s))(\d{1,2})\.(?=\s*[^\d\s])")
_OWNER_NO = re.compile(r"^\s*(\d)\.")
_LAST_OWNER_NO = re.compile(r"(?:^|\s)(\d)\.")
_LOST_OWNER = "ผู้รับผิดชอบของสถานะที่ไม่พบกิจกรรม"
_AGAIN = re.compile(r"\(ต่อ\)$")


def read_texts(row: ProjectRow, name: str, found: Progress) -> None:
    """Add a row's name, targets and indicators to its project.

    Parameters
    ----------
    row : ProjectRow
        The row.
    name : str
        Text of the project column without a number in front.
    found : Progress
        Where joined texts are listed.
    """
    project = row.project
    if name and repeats_name(name, project):
        cell = row.placed.cells[Role.PROJECT]
        found.mends.append(Mend("dropped", cell.ref, cell.text, "", project.project_no))
    elif name:
        _add(row, Role.PROJECT, project.name, name, found, goes_on=not row.opens)
    for role, column in ((Role.TARGETS, project.targets), (Role.INDICATORS, project.indicators)):
        text = row.placed.text(role)
        if not is_dash(text):
            _add(row, role, column, text, found, goes_on=_was_cut(text, row, column))


def _add(
    row: ProjectRow, role: Role, column: ColumnText, text: str, found: Progress, *, goes_on: bool
) -> None:
    cell = row.placed.cells[role]
    if goes_on and column.parts:
        found.joined(row.project.project_no, cell, column.parts[-1].end)
    column.add(cell, text, goes_on=goes_on)


def _was_cut(text: str, row: ProjectRow, column: ColumnText) -> bool:
    """Tell whether a text is the rest of the one above it, which a page break cut."""
    if not row.after_break or _LISTED.match(arabic_digits(text)):
        return False
    return not row.stands_alone or bool(_GOES_ON.match(text)) or _counts_on(text, column)


def _counts_on(text: str, column: ColumnText) -> bool:
    """Tell whether the list of the cell above goes on behind a text: 3. …, 4. …."""
    before = _NUMBER.findall(arabic_digits(str(column.parts[-1]))) if column.parts else []
    first = _NUMBER.search(arabic_digits(text))
    return bool(before and first and int(first[1]) == int(before[-1]) + 1)


def repeats_name(name: str, project: ProjectDraft) -> bool:
    """Tell whether a project's name is only printed again, e.g. at the top of a page."""
    known = squeeze(str(project.name))
    return bool(known) and known.startswith(_AGAIN.sub("", squeeze(name)))


class OwnerColumn:
    """The owners of one project; an owner cell may go on in the rows below it."""

    def __init__(self, project: ProjectDraft, found: Progress) -> None:
        self.project = project
        self.found = found
        self._drafts: list[OwnerDraft] = []

    def read(self, row: ProjectRow, items: Sequence[ItemDraft]) -> None:
        """Give the owner in a row to the items that begin in it."""
        cell = row.placed.cells.get(Role.OWNER)
        if cell is None or is_dash(cell.text):
            return
        text = cell.text.replace("\n", " ")
        last = self._drafts[-1] if self._drafts else None
        if last is not None and not row.opens and _goes_on(last, text):
            last.text = join_wrapped(last.text, f" {text}")
            self.found.joined(self.project.project_no, cell, last.text)
            owner = last
        else:
            owner = OwnerDraft(text, cell.ref)
            self._drafts.append(owner)
        self.project.owner_cells.append(cell)
        self._give(owner, row, items, cell)

    def close(self) -> None:
        """End the project: names that stand twice in a cell are listed once, and told."""
        number = self.project.project_no
        for owner in self._drafts:
            for name in owner.owners.repeated:
                self.found.mends.append(Mend("dropped", owner.ref, name, "", number))

    def _give(
        self, owner: OwnerDraft, row: ProjectRow, items: Sequence[ItemDraft], cell: Cell
    ) -> None:
        is_first = row.opens or self.project.owner is None
        if is_first:
            self.project.owner = owner
        for item in items:
            item.owner = owner
        last = self.project.items[-1] if self.project.items else None
        if items or is_first or owner.ref != cell.ref:
            return
        if last is not None and last.is_lost and last.owner is None:
            last.owner = owner
            number = self.project.project_no
            self.found.mends.append(Mend("order", cell.ref, owner.text, _LOST_OWNER, number))
        else:
            self.found.leave([cell], "ผู้รับผิดชอบในแถวที่ไม่มีกิจกรรม")


def _goes_on(owner: OwnerDraft, text: str) -> bool:
    if owner.is_open:
        return True
    number = _OWNER_NO.match(arabic_digits(text))
    before = _LAST_OWNER_NO.findall(arabic_digits(owner.text))
    return bool(number and before and int(number[1]) == int(before[-1]) + 1)
