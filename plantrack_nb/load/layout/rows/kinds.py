"""Lay a reading over the rows: what each is in it, by its words, its number, the row above."""

from __future__ import annotations

import re

from plantrack_nb.load.layout.record import Role, RowKind
from plantrack_nb.load.layout.rows.entries import Entry, is_sum_row
from plantrack_nb.load.layout.rows.evidence import Evidence
from plantrack_nb.load.layout.rows.readings import Reading
from plantrack_nb.load.layout.rows.sums import prove
from plantrack_nb.load.layout.titles import Line
from plantrack_nb.thai.text import squeeze

_GOES_ON = re.compile(
    r"^(?:และ|หรือ|ของ|ใน|โดย|เพื่อ|ที่|กับ|ตาม|สู่|ด้วย|ให้|แก่|ระดับ|ประจำ|ปีงบประมาณ|ปีการศึกษา|\(|\))"
)
_IS_CUT = re.compile(r"(?:และ|หรือ|ของ|ใน|โดย|เพื่อ|กับ|ตาม|สู่|ด้วย|ให้|การ|ความ|[-,/(])$")
_IS_WHOLE = re.compile(
    r"(?:ภายใน|(?:วิชา|บริ|ราช|พิ|โครง|ต้อง|จัด|หลัก|กิจ|สวัสดิ|บูรณา|ประกอบ|ปฏิบัติ|บัญชา|พัฒนา|ราย|โภชนา)การ)$"
)
"""Words that end as a cut name does, and are whole."""
_GAP = 3
"""So many numbers may be left out between two projects."""


def lay(rows: Evidence, reading: Reading) -> None:
    """Give every row its kind in a reading, in place."""
    _Layer(rows, reading).run()


class _Layer:
    def __init__(self, rows: Evidence, reading: Reading) -> None:
        self.rows = rows
        self.reading = reading
        self.project: Entry | None = None
        self.before: Entry | None = None
        self.strategy = self.of_project = ""

    def run(self) -> None:
        entries = self.rows.entries
        lasts = {one.table: at for at, one in enumerate(entries) if self._may_be_project(one)}
        for at, one in enumerate(entries):
            one.span, one.is_proved, one.adds = None, False, self.reading.more_adds
            one.kind = self._kind(one, is_behind=at > lasts.get(one.table, -1))
            if one.kind is RowKind.PROJECT:
                self.project, self.of_project = one, self.strategy
            elif one.kind is RowKind.STRATEGY:
                self.strategy = (one.line.number or one.line.name) if one.line else one.name
            self.before = one
        self._sums_without_words(max(lasts.values(), default=-1))

    def _may_be_project(self, one: Entry) -> bool:
        if one.number and one.name:
            return one.depth >= self.reading.depth and not self.reading.numbers_are_parts
        return self.rows.is_unnumbered(one) and (bool(one.money) or one.has_own)

    def _kind(self, one: Entry, *, is_behind: bool) -> RowKind:
        if is_sum_row(one):
            return RowKind.SUBTOTAL
        by_line = None
        if one.is_lone and one.line is not None:
            by_line = self._of_line(one, one.line, is_behind=is_behind)
        if by_line is not None:
            return by_line
        if one.number and self._is_again(one):
            return RowKind.MORE
        if one.number and (one.name or self._is_next(one)):
            return self._of_number(one)
        if not one.name or self._is_named_again(one) or self._goes_on(one):
            return RowKind.MORE
        return self._of_name(one, is_behind=is_behind)

    # rows that are headings or notes by their words

    def _of_line(self, one: Entry, line: Line, *, is_behind: bool) -> RowKind | None:
        if self.rows.is_lone_sum(one) and not self.reading.lone_sums and self.rows.numbered:
            return None
        if line.kind in (RowKind.NOTE, RowKind.SIGNATURE):
            is_text = not one.number and not one.money
            return line.kind if is_text and (is_behind or line.kind is RowKind.NOTE) else None
        return None if one.number and self._is_numbered_as_project(one, line) else line.kind

    def _is_numbered_as_project(self, one: Entry, line: Line) -> bool:
        """Tell whether a row that reads like a heading has a project's number all the same."""
        if line.kind is RowKind.STRATEGY:
            return one.depth >= 2 and one.is_called_project
        if not one.money and self.rows.heads_unnumbered(one):
            return False
        as_deep = one.depth >= self.reading.depth
        return as_deep and (line.kind is RowKind.GROUP or not self.rows.has_below(one))

    # rows with a number

    def _of_number(self, one: Entry) -> RowKind:
        depth = self.reading.depth
        is_below = one.depth > depth and self.rows.has_parent(one, depth)
        if self.reading.numbers_are_parts or is_below:
            return RowKind.PART
        if one.depth < depth and self.rows.has_below(one):
            strategy = one.line is not None and one.line.kind is RowKind.STRATEGY
            return RowKind.STRATEGY if strategy else RowKind.PLAN
        return RowKind.PROJECT

    def _is_again(self, one: Entry) -> bool:
        """Tell whether a number is the open project's again: over a page, or beside its name."""
        project = self.project
        if project is None or project.number != one.number or project.table != one.table:
            return False
        if one.has(Role.STRATEGY) or self.strategy != self.of_project:
            return False
        if one.after_break and self.rows.is_broken:
            return True
        name = squeeze(one.name).removesuffix("(ต่อ)")
        return not name or squeeze(project.name).startswith(name)

    def _is_next(self, one: Entry) -> bool:
        """Tell whether a number without a name can be a project's: it follows the open one's."""
        project = self.project
        if not (one.money or one.has_own):
            return False
        if project is None or not project.number:
            return True
        before, number = project.number.rpartition("."), one.number.rpartition(".")
        if before[0] != number[0] or not (before[2].isdecimal() and number[2].isdecimal()):
            return False
        return 0 < int(number[2]) - int(before[2]) <= _GAP

    # rows without one

    def _is_named_again(self, one: Entry) -> bool:
        """Tell whether a row repeats the name of the open project; neither has a number."""
        project = self.project
        if project is None or project.number or one.number or project.table != one.table:
            return False
        return bool(one.name) and squeeze(one.name) == squeeze(project.name)

    def _goes_on(self, one: Entry) -> bool:
        """Tell whether a name goes on from the row above: below its first words, or over a page."""
        before, broken = self.before, self.rows.is_broken
        if before is None or before.kind not in (RowKind.PROJECT, RowKind.MORE):
            return False
        if one.after_break and self.rows.pages_cut_names and not one.is_called_project:
            return not one.is_activity
        if one.money or one.is_called_project or one.is_activity or one.has(Role.OWNER):
            return False
        if one.after_break and broken:
            return True
        return before.kind is RowKind.PROJECT and self._is_cut(one, before)

    def _is_cut(self, one: Entry, before: Entry) -> bool:
        """Tell whether the name above is not at its end: by its words, or by what stands beside."""
        opened = before.name.count("(") > before.name.count(")")
        if opened or _GOES_ON.match(one.name):
            return True
        if _IS_CUT.search(before.name) and not _IS_WHOLE.search(before.name):
            return True
        beside = one.has(Role.TARGETS, Role.INDICATORS)
        own = one.has(Role.ACTION, Role.PROGRESS, Role.STATUS)
        return not one.is_lone and (self.rows.is_broken or (beside and not own))

    def _of_name(self, one: Entry, *, is_behind: bool) -> RowKind:
        if one.is_lone and not one.money and not one.is_called_project:
            return self._of_lone(one, is_behind=is_behind)
        if one.is_activity and (self.rows.numbered or self.rows.has_called):
            return RowKind.PART
        if one.is_called_project:
            return RowKind.PROJECT
        if self.reading.lone_sums and self.rows.is_lone_sum(one):
            return RowKind.PLAN
        nothing_else = one.is_lone and not one.has_own and is_behind
        return RowKind.UNSURE if nothing_else else self.reading.unnumbered

    def _of_lone(self, one: Entry, *, is_behind: bool) -> RowKind:
        if one.is_activity:
            return RowKind.PART
        behind = is_behind and self.reading.lone is not RowKind.PART
        return RowKind.NOTE if behind else self.reading.lone

    def _sums_without_words(self, last_project: int) -> None:
        """Take a last row of nothing but amounts for the total, if it is."""
        for one in self.rows.entries[last_project + 1 :]:
            if one.kind is RowKind.MORE and one.money and not one.has_own and not one.name:
                one.kind = RowKind.SUBTOTAL
                prove(self.rows.entries)
                if not one.is_proved:
                    one.kind = RowKind.MORE
