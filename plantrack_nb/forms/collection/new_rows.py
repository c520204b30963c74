"""Rows that groups add to their projects: what came back on their sheets, and their names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from plantrack_nb.core.corrections import Correction
from plantrack_nb.core.language import say
from plantrack_nb.core.provenance import cell_ref
from plantrack_nb.core.records import row_names, rows
from plantrack_nb.core.schema import TABLES, Column, Round
from plantrack_nb.forms.cells import squeezed
from plantrack_nb.forms.collection.new_sheets import (
    ADDED,
    PROJECT,
    SHEETS,
    adding_sheet,
    asked_columns,
    project_column,
)
from plantrack_nb.forms.collection.reported import said_value
from plantrack_nb.forms.form import Returned, rows_of
from plantrack_nb.workbooks.columns import Fault, text_of, value_of
from plantrack_nb.workbooks.stored_cells import CellValue

SAID = "รายงานเพิ่มเติม"
"""Why a row is new, where the group wrote no remark."""


@dataclass(frozen=True)
class NewRow:
    """One row that a group wants to have: of which project, and what it says of each column."""

    table: str
    project_no: str
    said: tuple[Correction, ...]

    @property
    def key(self) -> tuple[str, str, str]:
        """What makes it the same row as another."""
        return self.table, self.project_no, squeezed(self.said[0].after)


def new_rows(form: Returned) -> Iterator[NewRow | str]:
    """Yield the rows that a form adds, and faults with their cells.

    Raises
    ------
    SourceError
        The columns were changed.
    """
    tables = {title: table for table, title in SHEETS.items()}
    for title, cells in form.sheets.items():
        if title in tables and cells:
            yield from _of_sheet(form, tables[title])
        elif cells and cells[0][1] and text_of(cells[0][1][0]).strip() == PROJECT:
            told = say("ถูกเปลี่ยนชื่อ ให้ใช้ชื่อเดิมตามที่ส่งไป", "it was renamed; give it its name back")
            yield f"{form.file}, {title}: {told}"


class Placing:
    """Names new rows: one that stands there already is taken for it, any other gets a number.

    What several groups call the same in one project is one row.
    """

    def __init__(self, round: Round) -> None:  # noqa: A002
        self._names: dict[tuple[str, str, str], str] = {}
        self._new: dict[tuple[str, str, str], Correction] = {}
        self._used: set[tuple[str, str]] = set()
        for table, columns in ADDED.items():
            data = round.tables[table]
            for row, name in zip(rows(data), row_names(table, data), strict=True):
                key = (table, row.project_no, squeezed(getattr(row, columns[0])))
                self._names.setdefault(key, name)
                self._used.add((table, name))

    def named(self, new: Iterable[NewRow]) -> Iterator[Correction]:
        """Yield what is said of new rows, with their names."""
        for one in new:
            if one.key not in self._names:
                self._names[one.key] = self._next_name(one)
                self._new[one.key] = one.said[0]
                self._used.add((one.table, self._names[one.key]))
            first, *others = (replace(said, row=self._names[one.key]) for said in one.said)
            if one.key in self._new:
                yield replace(first, after=self._new[one.key].after, added=True)
            yield from others

    def _next_name(self, one: NewRow) -> str:
        between = "/" * (len(TABLES[one.table].named_by) - 1)
        number = 1
        while (one.table, f"{one.project_no}{between}{number}") in self._used:
            number += 1
        return f"{one.project_no}{between}{number}"


def _of_sheet(form: Returned, table: str) -> Iterator[NewRow | str]:
    sheet, columns = adding_sheet(table), asked_columns(table)
    for number, cells in rows_of(form, sheet):
        if not any(text_of(one).strip() for one in cells[: len(sheet.lanes)]):
            continue
        origin = f"{form.file}, {cell_ref(sheet.name, number, 1)}"
        project = value_of(project_column(table), cells[0])
        values = dict(_values(columns, cells))
        faults = [one for one in (project, *values.values()) if isinstance(one, Fault)]
        if faults:
            yield from (f"{origin}: {one}" for one in faults)
        elif columns[0].name not in values:
            lacks = columns[0].title
            yield f"{origin}: {say(f'ยังไม่ได้กรอก “{lacks}”', f'{lacks} is empty')}"
        else:
            remark = text_of(cells[len(columns) + 1]).strip() or SAID
            made = (form.who, form.group, "", origin)
            yield NewRow(
                table,
                str(project),
                tuple(
                    Correction(0, table, "", name, None, value, remark, *made, reported=True)
                    for name, value in values.items()
                    if not isinstance(value, Fault)
                ),
            )


def _values(
    columns: Iterable[Column], cells: list[CellValue]
) -> Iterator[tuple[str, str | float | Fault]]:
    for at, column in enumerate(columns, start=1):
        value = said_value(column, cells[at], "") if text_of(cells[at]).strip() else None
        if value is not None and value != "":
            yield column.name, value
