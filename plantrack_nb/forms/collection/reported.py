"""What a group has written into the form that collects progress."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from math import isnan
from pathlib import Path

from plantrack_nb.core.corrections import Correction, Value
from plantrack_nb.core.language import say
from plantrack_nb.core.provenance import cell_ref
from plantrack_nb.core.schema import TABLES, Column, Kind
from plantrack_nb.forms.collection.report_form import NEW, REPORTS, AskedSheet, asked_sheet
from plantrack_nb.forms.collection.shares import ASKED
from plantrack_nb.forms.form import GUIDE_SHEET, Returned, read_form, rows_of
from plantrack_nb.thai.numbers import format_baht, is_dash
from plantrack_nb.workbooks.columns import Fault, text_of, value_of
from plantrack_nb.workbooks.stored_cells import CellValue

SAID = "รายงานผลของรอบ"
"""Why a value is new, where the group wrote no remark."""

_LARGEST_PERCENT = 100


def read_report(path: Path) -> Returned:
    """Read a form of progress that a group has filled in.

    Raises
    ------
    SourceError
        It is no such form, or cannot be read.
    """
    return read_form(path, REPORTS)


def reported(form: Returned) -> Iterator[Correction | str]:
    """Yield what was written, as corrections that nobody has accepted, and faults with their cells.

    A correction without a column is a remark on its row. ``before`` is what the form showed.

    Raises
    ------
    SourceError
        The columns were changed.
    """
    sheets = {own.sheet.name: own for own in map(asked_sheet, ASKED)}
    for title, rows in form.sheets.items():
        if title in sheets and rows:
            yield from _of_sheet(form, sheets[title])
        elif title != GUIDE_SHEET and any(NEW in text_of(cell) for cell in _head(rows)):
            told = say(
                "ถูกเปลี่ยนชื่อ ให้ใช้ชื่อเดิมตามที่ส่งไป",
                "it was renamed; give it the name back that it was sent with",
            )
            yield say(
                f"{form.file} แผ่นงาน “{title}”: {told}", f"{form.file}, sheet '{title}': {told}"
            )


def _head(rows: Sequence[tuple[int, tuple[CellValue, ...]]]) -> Sequence[CellValue]:
    return rows[0][1] if rows else ()


def _of_sheet(form: Returned, own: AskedSheet) -> Iterator[Correction | str]:
    first, last = own.first, len(own.sheet.lanes) - 1
    for number, cells in rows_of(form, own.sheet):
        name, remark = text_of(cells[0]).strip(), text_of(cells[last]).strip()
        where = partial(cell_ref, own.sheet.name, number)
        filled = False
        for at, column in enumerate(own.asked, start=first):
            if not text_of(cells[at]).strip():
                continue
            shown = cells[at - len(own.asked)]
            new = said_value(column, cells[at], shown)
            place = f"{form.file}, {where(at + 1)}"
            if isinstance(new, Fault):
                yield f"{place}: {new}"
            elif new is not None:
                filled = True
                yield _said(
                    form, place, (own.table, name, column.name), remark, text_of(shown), new
                )
        if remark and not filled:
            yield _said(form, f"{form.file}, {where(last + 1)}", (own.table, name, ""), remark)


def _said(  # noqa: PLR0917 - a place, and what was said about it
    form: Returned,
    origin: str,
    place: tuple[str, str, str],
    remark: str,
    seen: Value = None,
    new: Value = None,
) -> Correction:
    return Correction(
        0, *place, seen, new, remark or SAID, form.who, form.group, "", origin, reported=True
    )


def said_value(column: Column, cell: CellValue, shown: CellValue) -> Value | Fault:
    """Take the value as its column declares it; a dash beside nothing says nothing."""
    if isinstance(cell, str) and is_dash(cell):
        if not text_of(shown).strip():
            return None
        before = text_of(shown)
        told = say(
            f"ขีดอยู่ข้าง “{before}” จึงไม่รู้ว่าหมายถึงอะไร",
            f"a dash stands beside '{before}', which does not say what is meant",
        )
        empty = ("เว้นว่างไว้ถ้าไม่เปลี่ยน", "leave it empty if that is meant")
        nought = (
            "เว้นว่างไว้ถ้าไม่เปลี่ยน หรือพิมพ์ 0",
            "leave it empty, or write 0 if that is meant",
        )
        return Fault(told, say(*(nought if column.kind is Kind.FLOAT else empty)))
    value = value_of(column, cell)
    if isinstance(value, float):
        if isnan(value):
            return None
        if column.unit == "percent" and not 0 <= value <= _LARGEST_PERCENT:
            return Fault(
                say(f"{value:g} ไม่ใช่ร้อยละ", f"{value:g} is no percent"),
                say("พิมพ์ตัวเลข 0 ถึง 100", "write a number from 0 to 100"),
            )
        if column.unit == "baht" and value < 0:
            return Fault(
                say(f"{value:g} ติดลบ", f"{value:g} is below nothing"),
                say("พิมพ์ยอดเบิกจ่ายสะสมตั้งแต่ 1 ตุลาคม", "write what was paid since 1 October"),
            )
    return value


def place_th(one: Correction) -> str:
    """Name the row and column that something was said about, in Thai."""
    table = TABLES[one.table]
    column = next((each.title for each in table.columns if each.name == one.column), "")
    return f"{table.title} {one.row} {column}".strip()


def value_th(one: Correction, value: Value) -> str:
    """Write a value of its column for people: the Thai word for a code, baht with commas."""
    if value is None or value == "":
        return "-"
    column = next((each for each in TABLES[one.table].columns if each.name == one.column), None)
    if isinstance(value, str):
        return (column.allowed or {}).get(value, value) if column else value
    return format_baht(value)
