"""Interpret the nine-column progress table, whatever container brought it.

One pass over the rows: a strategy heading opens a strategy, a project number opens a project,
every other row goes on with the project above it. Nothing is dropped silently: what cannot be
placed is listed with the reason, what had to be put right is listed as a mend.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from plantrack_nb.containers.grid import Cell
from plantrack_nb.core.vocabulary import BudgetState
from plantrack_nb.load.table.activities import Activities
from plantrack_nb.load.table.budget import read_money
from plantrack_nb.load.table.drafts import ItemDraft, ProjectDraft
from plantrack_nb.load.table.headings import Role
from plantrack_nb.load.table.kinds import PROJECT_NO, plain_no
from plantrack_nb.load.table.late_marks import Ties, first_own
from plantrack_nb.load.table.records import (
    PrintedFigure,
    Progress,
    ProjectRow,
    StrategyDraft,
    TableRow,
)
from plantrack_nb.load.table.shifting import Placed, place
from plantrack_nb.load.table.texts import OwnerColumn, read_texts, repeats_name
from plantrack_nb.thai.numbers import is_dash, parse_number
from plantrack_nb.thai.text import arabic_digits, squeeze, tidy

STRATEGY = re.compile(r"^\s*(?:กลยุทธ์|ยุทธศาสตร์)\s*(?:ที่)?\s*(\d{1,2})\s*[.:]?\s*(.*)$", re.DOTALL)
TOTAL = re.compile(
    r"^(?:ยอด)?รวม(?:ทั้งสิ้น|ทั้งหมด|ทุก)?(?:งบประมาณ|เงิน)?(?:กลยุทธ์|แผนงาน|โครงการ)?(?:ที่)?"
    r"\d*(?:โครงการ)?(?:ทั้งสิ้น|ทั้งหมด)?:?$"
)
_NAME_WITH_NO = re.compile(r"^\s*(\d{1,2}(?:\.\d{1,3}){1,2})[.)]?\s+(\S.*)$", re.DOTALL)
_TOTALLED = (
    Role.BUDGET,
    Role.COMMITTED,
    Role.DISBURSED,
    Role.USED,
    Role.REMAINING,
    Role.PERCENT,
)


def read_progress(rows: Iterable[TableRow]) -> Progress:
    """Read the rows of the progress table into strategies and projects."""
    reader = _Reader()
    for row in rows:
        reader.read(row)
    reader.close_project()
    return reader.found


class _OpenProject:
    """The project that rows are being read into."""

    def __init__(self, draft: ProjectDraft, found: Progress) -> None:
        self.draft = draft
        self.rows = 0
        self.activities = Activities(Ties(draft, found), found)
        self.owners = OwnerColumn(draft, found)


class _Reader:
    """The state of the pass: what was found, and the open project."""

    def __init__(self) -> None:
        self.found = Progress()
        self.open: _OpenProject | None = None
        self._strategies: dict[str, str] = {}

    def read(self, table_row: TableRow) -> None:
        row = table_row.row
        if row.is_blank or self._read_strategy(table_row):
            return
        may_continue = self.open is not None and self.open.rows == 1
        placed = place(row, table_row.columns, name_may_continue=may_continue)
        if self._read_total(placed):
            return
        number, name = _number_and_name(placed)
        if not name and not self._is_expected(number):
            number = ""
        opens = bool(number) and not self._is_open(number, name, table_row)
        if opens:
            self._open_project(placed, number)
        if self.open is None:
            self.found.leave(row.cells, "แถวนี้อยู่ก่อนโครงการแรก")
            return
        if not number:
            self.found.leave(_cells(placed, Role.NUMBER), "ไม่ใช่ลำดับโครงการ")
        self.open.rows += 1
        self._read_row(
            self.open, ProjectRow(self.open.draft, placed, opens, table_row.after_break), name
        )

    def close_project(self) -> None:
        """End the open project."""
        if self.open is not None:
            self.open.activities.close()
            self.open.owners.close()
        self.open = None

    def _read_row(self, project: _OpenProject, row: ProjectRow, name: str) -> None:
        number = project.draft.project_no
        self.found.mend(row.placed.mends, number)
        self.found.leave(row.placed.strays, "อยู่นอกคอลัมน์ที่รู้จัก")
        for role in (Role.USED, Role.REMAINING):
            self._read_figure(f"project_no={number}", role, row.placed.cells.get(role))
        read_texts(row, name, self.found)
        items = project.activities.read(row)
        project.owners.read(row, items)
        self._read_money(project.draft, row, items)

    def _read_money(
        self, project: ProjectDraft, row: ProjectRow, items: Sequence[ItemDraft]
    ) -> None:
        item = first_own(items, after_break=row.after_break)
        money = read_money(row.placed, str(item.text) if item else row.placed.text(Role.TARGETS))
        project.lines += money.lines
        project.states += money.states
        project.state_cells += money.state_cells
        if BudgetState.NONE in money.states:  # no line carries it, so that the project's raw must
            project.raw = f"{project.raw} | {row.placed.cells[Role.BUDGET].raw.strip()}"
        self.found.mend(money.mends, project.project_no)
        self.found.unread += money.unread

    # strategies, totals and projects

    def _read_strategy(self, table_row: TableRow) -> bool:
        filled = [cell for cell in table_row.row.cells if cell.text.strip()]
        if len(filled) > 2 or not _begins_left(table_row):
            return False
        match = STRATEGY.match(arabic_digits(tidy(filled[0].text)))
        if match is None:
            return False
        self.close_project()
        name = " ".join([match[2].strip(), *(cell.text.strip() for cell in filled[1:])]).strip()
        before = self._strategies.setdefault(match[1], name)
        if squeeze(before) != squeeze(name):
            self.found.leave(filled, f"ชื่อกลยุทธ์ที่ {match[1]} ไม่ตรงกับที่อ่านไว้แล้ว")
        self.found.strategies.append(StrategyDraft(match[1], name, filled[0].ref, filled[0].raw))
        return True

    def _read_total(self, placed: Placed) -> bool:
        first = next(cell for cell in placed.row.cells if cell.text.strip())
        if not TOTAL.match(squeeze(first.text)):
            return False
        self.found.mend(placed.mends, "")
        before = len(self.found.figures)
        for role in _TOTALLED:
            self._read_figure(f"row={tidy(first.text)}", role, placed.cells.get(role))
        known = _cells(placed, *_TOTALLED)
        if len(self.found.figures) > before:
            known.append(first)
        others = [*placed.cells.values(), *placed.strays]
        self.found.leave((one for one in others if one not in known), "ไม่ใช่จำนวนเงินของแถวผลรวม")
        return True

    def _read_figure(self, subject: str, role: Role, cell: Cell | None) -> None:
        if cell is None or is_dash(cell.text):
            return
        value = parse_number(cell.text)
        if value is None:
            self.found.leave([cell], "ไม่ใช่ตัวเลข")
        else:
            self.found.figures.append(PrintedFigure(subject, role, value, cell))

    def _is_expected(self, number: str) -> bool:
        """Tell whether a number alone can be a project's: it is of the strategy that is open."""
        known = self.found.strategies
        return not known or number.split(".", maxsplit=1)[0] == known[-1].strategy_no

    def _is_open(self, number: str, name: str, row: TableRow) -> bool:
        """Tell whether a numbered row goes on with the open project.

        Its number is printed again at the top of a page, or with the same name; another name
        under the same number is another project.
        """
        if self.open is None or self.open.draft.project_no != number:
            return False
        return row.after_break or not name or repeats_name(name, self.open.draft)

    def _open_project(self, placed: Placed, number: str) -> None:
        self.close_project()
        cells = _cells(placed, Role.NUMBER, Role.PROJECT)
        strategy = number.split(".", maxsplit=1)[0] if "." in number else self._last_strategy()
        raw = " | ".join(cell.raw.strip() for cell in cells)
        draft = ProjectDraft(number, strategy, cells[0].ref, raw)
        self.found.projects.append(draft)
        self.open = _OpenProject(draft, self.found)

    def _last_strategy(self) -> str:
        return self.found.strategies[-1].strategy_no if self.found.strategies else "-"


def _begins_left(table_row: TableRow) -> bool:
    """Tell whether a row's first words stand where strategies, numbers and names do."""
    index = next(at for at, text in enumerate(table_row.row.texts) if text.strip())
    return index == 0 or table_row.columns.role(index) in (Role.NUMBER, Role.PROJECT)


def _cells(placed: Placed, *roles: Role) -> list[Cell]:
    return [placed.cells[role] for role in roles if role in placed.cells]


def _number_and_name(placed: Placed) -> tuple[str, str]:
    """Return the project's number, ``""`` in a row that opens none, and its name."""
    number = plain_no(placed.text(Role.NUMBER))
    name = placed.text(Role.PROJECT)
    if PROJECT_NO.match(number) or (number.isdecimal() and name):
        return number, name
    match = None if number else _NAME_WITH_NO.match(arabic_digits(name))
    return (match[1], name[match.start(2) :]) if match else ("", name)
