"""Tie status marks to the activities they belong to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from plantrack_nb.core.provenance import Mend
from plantrack_nb.load.layout.marks import Mark
from plantrack_nb.load.table.drafts import ItemDraft, ProjectDraft
from plantrack_nb.load.table.records import Progress

_LOST = "ไม่พบข้อความของกิจกรรม"


class Ties:
    """Marks of one project: given in order, or kept waiting for items after a page break."""

    def __init__(self, project: ProjectDraft, found: Progress) -> None:
        self.project = project
        self.found = found
        self.waiting: list[Mark] = []

    def tie(self, marks: Sequence[Mark], items: Sequence[ItemDraft], *, after_break: bool) -> None:
        """Give each mark to the next item without one; what is left has lost its activity.

        Without items in their row, marks go to the items before that still wait for one.
        """
        if items:
            own = own_items(items, after_break=after_break)
            enough = sum(item.mark is None for item in own) >= len(marks)
            left = self._give(marks, own if enough else items)
        else:
            left = self._give_in_order(marks)
        for mark in left:
            self._lose(mark, items[-1].activity_no if items else "")

    def inline(self, item: ItemDraft, mark: Mark) -> None:
        """Give an item the mark that is written in front of it."""
        self.project.give(item, mark)
        self._moved(mark, item.activity_no, item.ref)

    def wait(self, marks: Sequence[Mark]) -> None:
        """Keep marks that end a cell for the sub-activities after it."""
        self.waiting += marks

    def tie_waiting(self, items: Sequence[ItemDraft]) -> None:
        """Give the waiting marks to items of the next cell."""
        free = [item for item in items if item.mark is None]
        for mark, item in zip(self.waiting, free, strict=False):
            self.project.give(item, mark)
            self._moved(mark, item.activity_no, mark.ref)
        self.waiting = self.waiting[len(free) :]

    def settle(self) -> None:
        """Give up waiting: the activities of these marks are not in the document."""
        for mark in self.waiting:
            self._lose(mark, self.project.open_number)
        self.waiting = []

    def _give_in_order(self, marks: Sequence[Mark]) -> list[Mark]:
        """Give marks to the items above that wait: by nothing but their order, so it is told."""
        waiting = list(self.project.waiting_items())
        for item, mark in zip(waiting, marks, strict=False):
            self.project.give(item, mark)
            self._told("order", mark, item.activity_no, mark.ref)
        return list(marks[len(waiting) :])

    def _give(self, marks: Iterable[Mark], items: Iterable[ItemDraft]) -> list[Mark]:
        free = (item for item in items if item.mark is None)
        left = []
        for mark in marks:
            item = next(free, None)
            if item is None:
                left.append(mark)
            else:
                self.project.give(item, mark)
        return left

    def _lose(self, mark: Mark, parent_no: str) -> None:
        self.project.add_lost(mark, parent_no)
        self._moved(mark, _LOST, mark.ref)

    def _moved(self, mark: Mark, after: str, ref: str) -> None:
        self._told("mark", mark, after, ref)

    def _told(self, kind: str, mark: Mark, after: str, ref: str) -> None:
        self.found.mends.append(Mend(kind, ref, mark.raw, after, self.project.project_no))


def own_items(items: Sequence[ItemDraft], *, after_break: bool) -> Sequence[ItemDraft]:
    """Leave out the items that only finish the list which a page break cut.

    They stand before the first item of the row's highest level: ``- …  - …  2.…`` ends the
    bullets of activity 1; the row's mark and money are those of activity 2.
    """
    if not after_break or not items:
        return items
    top = min(item.level for item in items)
    start = next(at for at, item in enumerate(items) if item.level is top)
    return items[start:]


def first_own(items: Sequence[ItemDraft], *, after_break: bool) -> ItemDraft | None:
    """Return the item a row's money is for."""
    own: Iterator[ItemDraft] = iter(own_items(items, after_break=after_break))
    return next(own, None)
