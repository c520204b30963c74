"""What a group has written into the form that returned its doubtful cells."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator
from functools import partial
from pathlib import Path

from plantrack_nb.core.corrections import Correction, Value
from plantrack_nb.core.language import say
from plantrack_nb.core.provenance import cell_ref
from plantrack_nb.core.schema import TABLES, Column, Kind, Table
from plantrack_nb.forms.corrections_form import CORRECTIONS, QUESTIONS, REASON, RIGHT, doubt_sheet
from plantrack_nb.forms.form import GUIDE_SHEET, Returned, read_form, rows_of
from plantrack_nb.thai.numbers import is_dash
from plantrack_nb.workbooks.columns import Fault, text_of, value_of
from plantrack_nb.workbooks.stored_cells import CellValue

_TABLES = {table.title: table for table in TABLES.values()}


def read_filled(path: Path) -> Returned:
    """Read a workbook of corrections that a group has filled in.

    Raises
    ------
    SourceError
        It is no workbook of corrections, or cannot be read.
    """
    return read_form(path, CORRECTIONS)


def answers(form: Returned) -> Iterator[Correction | str]:
    """Yield what was written, as corrections that nobody has accepted, and faults with their cells.

    A correction without a column explains its row; one without a table answers a question, which
    its row names. ``before`` is what the workbook showed.

    Raises
    ------
    SourceError
        The columns were changed.
    """
    for title, rows in form.sheets.items():
        heads = [text_of(cell).strip() for cell in rows[0][1]] if rows else []
        if not rows or title == GUIDE_SHEET:
            continue
        if title in _TABLES:
            yield from _of_table(form, _TABLES[title], heads)
        elif title == QUESTIONS.name:
            yield from _replies(form)
        elif REASON in heads:  # what is written there must not be lost
            told = say(
                "ถูกเปลี่ยนชื่อ ให้ใช้ชื่อเดิมตามที่ส่งไป",
                "it was renamed; give it the name back that it was sent with",
            )
            yield say(
                f"{form.file} แผ่นงาน “{title}”: {told}", f"{form.file}, sheet '{title}': {told}"
            )


def _of_table(form: Returned, table: Table, heads: Collection[str]) -> Iterator[Correction | str]:
    asked = {one.name for one in table.own_columns if RIGHT + one.title in heads}
    own = doubt_sheet(table, asked)
    last = len(own.sheet.lanes) - 1
    first = last - len(own.asked)
    for number, cells in rows_of(form, own.sheet):
        where = partial(cell_ref, table.title, number)
        name, reason = text_of(cells[0]).strip(), text_of(cells[last]).strip()
        filled = [at for at in range(first, last) if text_of(cells[at]).strip()]
        for at in filled:
            column = own.asked[at - first]
            right = _right(column, cells[at])
            if isinstance(right, Fault):
                yield f"{form.file}, {where(at + 1)}: {right}"
            elif not reason:
                yield say(
                    f"{form.file}, {where(last + 1)}: ยังไม่ได้บอกเหตุผล",
                    f"{form.file}, {where(last + 1)}: the reason is missing; say why",
                )
            else:
                seen = text_of(cells[1 + own.shown.index(column)])
                place = (table.name, name, column.name)
                yield _said(form, where(at + 1), place, reason, seen, right)
        if reason and not filled:
            yield _said(form, where(last + 1), (table.name, name, ""), reason)


def _replies(form: Returned) -> Iterator[Correction]:
    for number, cells in rows_of(form, QUESTIONS):
        texts = [text_of(cell).strip() for cell in cells[: len(QUESTIONS.lanes)]]
        said = " – ".join(filter(None, texts[-2:]))
        if said:
            where = cell_ref(QUESTIONS.name, number, len(texts) - 1)
            yield _said(form, where, ("", texts[0], ""), said)


def _said(  # noqa: PLR0917 - a place, and what was said about it
    form: Returned,
    where: str,
    place: tuple[str, str, str],
    reason: str,
    seen: Value = None,
    right: Value = None,
) -> Correction:
    origin = f"{form.file}, {where}"
    return Correction(0, *place, seen, right, reason, form.who, form.group, "", origin)


def _right(column: Column, cell: CellValue) -> Value | Fault:
    """Take the value as its column declares it; a dash leaves the cell empty."""
    if isinstance(cell, str) and is_dash(cell) and not column.required:
        return "" if column.kind is Kind.TEXT else None
    value = value_of(column, cell)
    if isinstance(value, float) and math.isnan(value):
        return None
    return value
