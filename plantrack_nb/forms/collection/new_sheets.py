"""The sheets on which a group adds rows to its projects."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from plantrack_nb.core.schema import TABLES, Column
from plantrack_nb.forms.form import form_sheet
from plantrack_nb.workbooks import styles
from plantrack_nb.workbooks.book import Cell, Choices, Sheet, in_rows
from plantrack_nb.workbooks.columns import choices_of, declared

ADDED: Mapping[str, tuple[str, ...]] = {
    "budget_lines": ("label", "budget", "committed", "disbursed"),
    "activities": ("text", "status", "progress_pct"),
}
"""What is asked of a new row, by table; the first says what it is, and makes two one row."""

SHEETS = {"budget_lines": "รายการเงินเพิ่มเติม", "activities": "กิจกรรมเพิ่มเติม"}
PROJECT = "เพิ่มในโครงการที่"
"""Heads the column that says which project a row is added to."""

_REMARK = "หมายเหตุ"
_ROOM = 10
_WIDE = {"text": 60, "label": 32}
_LONGEST_LIST = 255  # characters of a drop-down's values in a spreadsheet
_NOT_LISTED = "โปรดเลือกค่าจากรายการ"


def new_sheet(table: str, projects: Collection[str]) -> Sheet:
    """Make the sheet on which rows are added to some projects."""
    sheet, columns = adding_sheet(table), asked_columns(table)
    fits = len(",".join(projects)) <= _LONGEST_LIST
    listed = Choices([*projects], _NOT_LISTED) if fits else None
    row = [
        Cell(None, declared(project_column(table), styles.ENTRY), choices=listed),
        *(
            Cell(None, declared(one, styles.ENTRY), choices=choices_of(one, _NOT_LISTED))
            for one in columns
        ),
        Cell(None, styles.ENTRY_TEXT),
    ]
    return replace(sheet, cells=in_rows([row] * _ROOM, 1))


def adding_sheet(table: str) -> Sheet:
    """Declare the sheet on which rows of a table are added."""
    entries = [(_WIDE.get(one.name, 18), one.title) for one in asked_columns(table)]
    every = [(18, PROJECT), *entries, (40, _REMARK)]
    return form_sheet(SHEETS[table], [], every, frozen=(1, 1), printed=True)


def asked_columns(table: str) -> list[Column]:
    """Return what is asked of a new row."""
    own = {one.name: one for one in TABLES[table].own_columns}
    return [own[name] for name in ADDED[table]]


def project_column(table: str) -> Column:
    """Return the column that says which project a row belongs to."""
    own = next(one for one in TABLES[table].own_columns if one.name == "project_no")
    return replace(own, title=PROJECT)
