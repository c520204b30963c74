"""Read the rows of project tables, whose kinds are decided, into strategies and projects.

One pass over the rows: a project's row opens it, parts and rows that go on belong to the project
above them, sums and headings are figures to be checked. Nothing is dropped silently: what cannot
be placed is listed with the reason, what had to be put right is listed as a mend.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plantrack_nb.containers.grid import Cell
from plantrack_nb.core.vocabulary import BudgetState
from plantrack_nb.load.layout.columns.heading_words import BUILT_IN, Lexicon
from plantrack_nb.load.layout.detect import Understood
from plantrack_nb.load.layout.record import Role, RowKind
from plantrack_nb.load.layout.rows.entries import Entry
from plantrack_nb.load.layout.rows.numbering import NO_STRATEGY
from plantrack_nb.load.layout.rows.sums import HEADINGS, SUMS
from plantrack_nb.load.table.activities import Activities
from plantrack_nb.load.table.budget import read_money
from plantrack_nb.load.table.drafts import ItemDraft, OwnerDraft, ProjectDraft
from plantrack_nb.load.table.late_marks import Ties, first_own
from plantrack_nb.load.table.part_money import PartMoney
from plantrack_nb.load.table.records import (
    TOTALLED,
    Progress,
    ProjectRow,
    StrategyDraft,
)
from plantrack_nb.load.table.texts import OwnerColumn, read_texts
from plantrack_nb.thai.numbers import is_dash

_BEHIND = {
    RowKind.NOTE: "หมายเหตุหรือข้อความท้ายตาราง",
    RowKind.SIGNATURE: "ส่วนลงชื่อท้ายตาราง",
    RowKind.UNSURE: "ไม่แน่ใจว่าแถวนี้เป็นอะไร",
}
_UNKNOWN_HEADING = "ไม่แน่ใจว่าเป็นหัวข้อ หรือเป็นชื่อที่ต่อจากแถวบน"
_SUM = "ไม่ใช่จำนวนเงินของแถวผลรวม"
_RENAMED = "ชื่อกลยุทธ์ที่ {told} ไม่ตรงกับที่อ่านไว้แล้ว"
_MISNUMBERED = "หัวข้อกลยุทธ์พิมพ์เลขที่ {told} ซึ่งเป็นของกลยุทธ์อื่น จึงนับเป็นกลยุทธ์ที่ {number}"


def read_progress(understood: Understood, lexicon: Lexicon = BUILT_IN) -> Progress:
    """Read the rows of a document's tables into strategies and projects."""
    reader = _Reader(understood, lexicon)
    for entry in understood.entries:
        reader.read(entry)
    reader.close_project()
    reader.strategies()
    return reader.found


class _OpenProject:
    """The project that rows are being read into."""

    def __init__(self, draft: ProjectDraft, entry: Entry, found: Progress) -> None:
        self.draft = draft
        self.entry = entry
        self.activities = Activities(Ties(draft, found), found)
        self.owners = OwnerColumn(draft, found)
        self.part_money = PartMoney(draft, found)


class _Reader:
    """The state of the pass: what was found, and the open project."""

    def __init__(self, understood: Understood, lexicon: Lexicon) -> None:
        self.found = Progress(lexicon=lexicon)
        self.open: _OpenProject | None = None
        self.understood = understood
        self.group = ""
        self.group_cell: Cell | None = None
        self._restarts = understood.layout.numbering.restarts

    def read(self, entry: Entry) -> None:
        kind = entry.kind
        if kind in HEADINGS:
            self._heading(entry)
        elif kind in SUMS:
            self._sum(entry)
        elif kind in _BEHIND:
            self.found.leave(entry.row.cells, _BEHIND[kind])
        elif kind is RowKind.PROJECT:
            self._project(entry)
        elif self.open is None:
            self.found.leave(entry.row.cells, "แถวนี้อยู่ก่อนโครงการแรก")
        elif kind is RowKind.PART:
            self._part(self.open, entry)
        else:
            self._more(self.open, entry)

    def close_project(self) -> None:
        """End the open project."""
        if self.open is not None:
            self.open.part_money.fill()
            self.open.activities.close()
            self.open.owners.close()
        self.open = None

    def strategies(self) -> None:
        """Take over the strategies that were numbered."""
        for one in self.understood.numbered.strategies:
            cell = one.entry.name_cell or next(c for c in one.entry.row.cells if c.text)
            self.found.strategies.append(StrategyDraft(one.number, one.name, cell.ref, cell.raw))
        for one in self.understood.numbered.misnumbered:
            words = _RENAMED if one.told == one.number else _MISNUMBERED
            reason = words.format(told=one.told, number=one.number)
            self.found.leave([cell for cell in one.entry.row.cells if cell.text][:1], reason)

    # rows above and below projects

    def _heading(self, entry: Entry) -> None:
        self.close_project()
        if entry.kind is RowKind.GROUP:
            self.group, self.group_cell = entry.name, entry.name_cell
        elif entry.kind is RowKind.STRATEGY:
            self.group, self.group_cell = "", None
        if entry.kind is RowKind.PLAN and entry.line is None and not entry.is_proved:
            if not self._restarts and not entry.number:
                self.found.leave([one for one in [entry.name_cell] if one], _UNKNOWN_HEADING)
            elif entry.name_cell is not None:
                self.found.headings.append((entry.name, entry.name_cell))
        elif entry.kind is not RowKind.STRATEGY and entry.name_cell is not None:
            self.found.headings.append((entry.name, entry.name_cell))
        self._figures(entry, skipped=entry.name_cell)

    def _sum(self, entry: Entry) -> None:
        self.close_project()
        first = next(cell for cell in entry.row.cells if cell.text)
        self._figures(entry, skipped=first)

    def _figures(self, entry: Entry, skipped: Cell | None) -> None:
        """Keep the amounts of a heading or a row of sums as figures that the document prints."""
        placed = entry.placed
        before = len(self.found.figures)
        label = skipped.text if skipped is not None and entry.name else entry.name
        subject = f"row={_plain(label)}" + self._of(entry)
        for role in TOTALLED:
            self.found.figure(subject, role, placed)
        known = [placed.cells[role] for role in TOTALLED if role in placed.cells]
        if len(self.found.figures) > before or entry.kind in HEADINGS:
            known += [skipped] if skipped is not None else []
        known += [
            cell
            for role, cell in placed.cells.items()
            if role is Role.PROJECT and entry.kind in HEADINGS
        ]
        others = [*placed.cells.values(), *placed.strays]
        refs = {one.ref for one in known}
        number = placed.cells.get(Role.NUMBER)
        if entry.kind in HEADINGS and number is not None:
            refs.add(number.ref)
        self.found.leave(
            (one for one in others if one.ref not in refs and not is_dash(one.text)), _SUM
        )

    def _of(self, entry: Entry) -> str:
        """Say which projects a row sums up, by the first and the last of them."""
        if entry.span is None:
            return ""
        numbers = [one.project_no for one in self.understood.entries if one.kind is RowKind.PROJECT]
        first, last = entry.span
        if not numbers[first:last]:
            return ""
        if (first, last) == (0, len(numbers)):
            return "; of=all"
        return f"; of={numbers[first]}..{numbers[last - 1]}"

    # projects

    def _project(self, entry: Entry) -> None:
        self.close_project()
        cells = [
            entry.placed.cells[role]
            for role in (Role.NUMBER, Role.CODE, Role.PROJECT)
            if role in entry.placed.cells
        ]
        raw = " | ".join(cell.raw.strip() for cell in cells)
        draft = ProjectDraft(entry.project_no, entry.strategy_no or NO_STRATEGY, cells[0].ref, raw)
        self.found.projects.append(draft)
        self.open = _OpenProject(draft, entry, self.found)
        self._row(self.open, entry, entry.name, opens=True)
        if draft.owner is None and self.group_cell is not None:
            draft.owner = OwnerDraft(self.group, self.group_cell.ref)
            draft.owner_cells.append(self.group_cell)

    def _more(self, project: _OpenProject, entry: Entry) -> None:
        name = entry.name
        if entry.placed.text(Role.NUMBER) and entry.number != project.entry.number:
            self.found.leave([entry.placed.cells[Role.NUMBER]], "ไม่ใช่ลำดับโครงการ")
        self._row(project, entry, name, opens=False)

    def _row(self, project: _OpenProject, entry: Entry, name: str, *, opens: bool) -> None:
        draft, placed = project.draft, entry.placed
        row = ProjectRow(draft, placed, opens, entry.after_break)
        self.found.mend(placed.mends, draft.project_no)
        self.found.leave(placed.strays, "อยู่นอกคอลัมน์ที่รู้จัก")
        for role in (Role.USED, Role.REMAINING):
            self.found.figure(f"project_no={draft.project_no}", role, placed)
        read_texts(row, name, self.found)
        items = project.activities.read(row)
        project.owners.read(row, items)
        if opens or entry.adds or not project.part_money.is_beside:
            self._money(draft, row, items)
        else:
            project.part_money.add(placed, items[0] if items else None)

    def _money(self, project: ProjectDraft, row: ProjectRow, items: Sequence[ItemDraft]) -> None:
        item = first_own(items, after_break=row.after_break)
        money = read_money(row.placed, str(item.text) if item else row.placed.text(Role.TARGETS))
        project.lines += money.lines
        project.states += money.states
        project.state_cells += money.state_cells
        project.has_unread_budget |= money.has_unread_budget
        if BudgetState.NONE in money.states:  # no line carries it, so that the project's raw must
            project.raw = f"{project.raw} | {row.placed.cells[Role.BUDGET].raw.strip()}"
        self.found.mend(money.mends, project.project_no)
        self.found.unread += money.unread

    # parts of projects

    def _part(self, project: _OpenProject, entry: Entry) -> None:
        """Read an activity that has a row of its own, with its name in the column of names."""
        draft, placed = project.draft, entry.placed
        self.found.mend(placed.mends, draft.project_no)
        self.found.leave(placed.strays, "อยู่นอกคอลัมน์ที่รู้จัก")
        cells = dict(placed.cells)
        name = cells.pop(Role.PROJECT, None) or cells.get(Role.ACTION)
        assert name is not None
        row = ProjectRow(draft, replace(placed, cells=cells), opens=False, after_break=False)
        item = project.activities.part(row.placed, name, entry.name, entry.number)
        read_texts(row, "", self.found)
        project.owners.read(row, [item])
        project.part_money.add(placed, item)


def _plain(label: str) -> str:
    """Spell a label so that it can stand in a subject."""
    return " ".join(label.replace(";", ",").split())
