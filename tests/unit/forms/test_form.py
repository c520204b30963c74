"""Forms for whatever is asked of the groups: here their progress, filled in and read back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from plantrack_nb.core.errors import SourceError
from plantrack_nb.core.schema import TABLES, RoundKey
from plantrack_nb.forms.form import (
    GUIDE_SHEET,
    Form,
    FormKind,
    form_sheet,
    read_form,
    rows_of,
    write_forms,
)
from plantrack_nb.workbooks.book import Cell, in_rows
from plantrack_nb.workbooks.columns import choices_of, declared, text_of, value_of
from plantrack_nb.workbooks.styles import ENTRY, QUIET

KEY = RoundKey("0101", 2565, 3)
KIND = FormKind("แบบติดตาม", "progress form", ("ขอใหม่", "ask anew"), "ผู้กรอก")
STATUS = next(one for one in TABLES["activities"].own_columns if one.name == "status")
PAID = next(one for one in TABLES["budget_lines"].own_columns if one.name == "disbursed")
PROGRESS = form_sheet(
    "ความก้าวหน้า", [(12, "รหัสแถว")], [(20, STATUS.title), (20, PAID.title)], frozen=(1, 1)
)


def asked(group: str, *rows: str) -> Form:
    """Ask a group for the progress of its rows."""
    entries = (
        Cell(None, declared(STATUS, ENTRY), choices=choices_of(STATUS, "โปรดเลือก")),
        Cell(None, declared(PAID, ENTRY)),
    )
    cells = in_rows([[Cell(row, QUIET), *entries] for row in rows], 1)
    return Form(group, "โปรดกรอก", ["กรอกทุกช่อง"], [replace(PROGRESS, cells=cells)])


def filled(path: Path, **cells: str | float) -> Path:
    """Fill in cells of the form's second sheet, and who did."""
    book = openpyxl.load_workbook(path)
    book[GUIDE_SHEET]["B8"] = "นายสมมติ ตัวอย่าง"
    for name, value in cells.items():
        book[PROGRESS.name][name] = value
    book.save(path)
    return path


def test_what_a_group_fills_in_comes_back(tmp_path: Path) -> None:
    """A form a group; its round, who filled it in, and each row with its values by its name."""
    forms = [asked("กลุ่มนโยบายและแผน", "1.1", "1.2"), asked("กลุ่มอำนวยการ", "2.1")]
    one, other = write_forms(KIND, forms, KEY, 4, tmp_path)
    back = read_form(filled(one, B2="สำเร็จแล้ว", C2="๑๒,๕๐๐.-", C3=7), KIND)
    assert (back.key, back.group, back.who) == (KEY, "กลุ่มนโยบายและแผน", "นายสมมติ ตัวอย่าง")
    rows = {text_of(cells[0]): cells for _, cells in rows_of(back, PROGRESS)}
    assert [value_of(STATUS, rows[row][1]) for row in ("1.1", "1.2")] == ["done", ""]
    assert [value_of(PAID, rows[row][2]) for row in ("1.1", "1.2")] == [12_500, 7]
    assert read_form(other, KIND).who == "กลุ่มอำนวยการ"


def test_a_form_is_open_only_where_it_asks(tmp_path: Path) -> None:
    """Its first sheet takes a name, the others what is asked for."""
    [path] = write_forms(KIND, [asked("ก", "1.1")], KEY, 0, tmp_path)
    opened = [
        f"{sheet.title}!{cell.coordinate}"
        for sheet in openpyxl.load_workbook(path)
        for row in sheet
        for cell in row
        if not cell.protection.locked
    ]
    assert opened == [f"{GUIDE_SHEET}!B8", f"{PROGRESS.name}!B2", f"{PROGRESS.name}!C2"]


def test_a_form_of_another_kind_is_told_apart(tmp_path: Path) -> None:
    """By its columns; and a file that names no round is none at all."""
    [path] = write_forms(KIND, [asked("ก", "1.1")], KEY, 0, tmp_path)
    back = read_form(filled(path, B1="หมายเหตุ"), KIND)
    with pytest.raises(SourceError, match="columns of a progress form were changed") as refused:
        list(rows_of(back, PROGRESS))
    assert PAID.title in refused.value.why
    filled(path, A2="x")
    book = openpyxl.load_workbook(path)
    book[GUIDE_SHEET]["B5"] = "สาม"
    book.save(path)
    with pytest.raises(SourceError, match="is no progress form") as unsaid:
        read_form(path, KIND)
    assert "which round" in unsaid.value.why
    [path] = write_forms(KIND, [asked("ก", "1.1")], KEY, 0, tmp_path)
    with pytest.raises(SourceError, match="is no list of doubts") as another:
        read_form(path, replace(KIND, title="รายการข้อสงสัย", called="list of doubts"))
    assert "แบบติดตาม" in another.value.why
