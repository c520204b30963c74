"""What a declared column says of its cells: how they are written, and what may be read back.

A cell that cannot be taken gives a :class:`Fault` in place of a value: faults are collected and
reported together, nothing is guessed.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from plantrack_nb.core.errors import SchemaError
from plantrack_nb.core.language import say
from plantrack_nb.core.schema import Column, Kind
from plantrack_nb.thai.numbers import is_dash, parse_number
from plantrack_nb.thai.text import squeeze
from plantrack_nb.workbooks.book import CellContent, Choices
from plantrack_nb.workbooks.stored_cells import CellValue, Odd
from plantrack_nb.workbooks.styles import BASE, Style, style

_NUMBERS = {"baht": "#,##0.00", "percent": "0.00", "": "General"}
_EMPTY = ""
_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a cell cannot be taken, and what may stand there."""

    why: str
    allowed: str

    def __str__(self) -> str:
        return f"{self.why}; {self.allowed}"


def refuse(said: str, faults: Sequence[str], hint: str, where: str = "") -> None:
    """Raise one error that lists all faults, if there are any: never half of a file is taken.

    Parameters
    ----------
    said : str
        What failed; ``{}`` stands for the number of faults.
    faults : sequence of str
        Each with its place.
    hint, where : str
        What to do, and the file.

    Raises
    ------
    SchemaError
        There is at least one fault.
    """
    if faults:
        count = len(faults)
        left = count - _SHOWN
        rest = [say(f"… และอีก {left} แห่ง", f"… and {left} more")] if left > 0 else []
        what = said.format(say(f"ข้อผิดพลาด {count} แห่ง", f"{count} fault{'s' * (count > 1)}"))
        why = "\n         ".join([*faults[:_SHOWN], *rest])
        raise SchemaError(what, where=where, why=why, hint=hint)


def declared(column: Column, based: Style = BASE) -> Style:
    """Style of a column's cells; text cells are text, so that a typed "6.10" stays "6.10"."""
    if column.kind is Kind.TEXT:
        return style(based, num_format="@", text_wrap=True)
    return style(based, num_format=_NUMBERS[column.unit])


def choices_of(column: Column, refusal: str, more: Sequence[str] = ()) -> Choices | None:
    """Drop-down of a column whose values are listed: their Thai words, and what else may be."""
    if column.allowed is None:
        return None
    return Choices([*column.allowed.values(), *more], refusal)


def content_of(column: Column, value: str | float) -> CellContent:
    """Write a value as a cell shows it: the Thai word for a code, None for nothing."""
    if isinstance(value, str):
        return (column.allowed or {}).get(value, value) or None
    return None if math.isnan(value) else value


def is_number_as_text(column: Column) -> bool:
    """Tell whether a text column holds numbers such as "6.10", which is not 6.1."""
    return column.name.endswith("_no")


def is_free(column: Column) -> bool:
    """Tell whether a text of any kind stands in a column as it is, also none."""
    free = column.kind is Kind.TEXT and column.allowed is None and not column.required
    return free and not is_number_as_text(column)


def value_of(column: Column, cell: CellValue) -> str | float | Fault:
    """Give the value of ``cell`` as ``column`` declares it; NaN is an empty number."""
    if isinstance(cell, Odd):
        as_text = say("จัดรูปแบบช่องเป็นข้อความแล้วพิมพ์ใหม่", "format the cell as text and type it again")
        cure = as_text if column.kind is Kind.TEXT else _may_stand(column)
        return Fault(say(f"“{cell}” คือ{cell.what}", f"'{cell}' is {cell.what}"), cure)
    value = _text(column, cell) if column.kind is Kind.TEXT else _number(column, cell)
    if column.required and (value == _EMPTY or value != value):  # noqa: PLR0124  # NaN
        empty = say(f"“{column.title}” ว่างอยู่", f"'{column.title}' is empty")
        return Fault(empty, _may_stand(column))
    return value


def text_of(cell: CellValue) -> str:
    """Text of a cell as a person reads it; whole numbers without a decimal point."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def _text(column: Column, cell: str | float) -> str | Fault:
    if column.allowed is not None:
        return _code(column, column.allowed, text_of(cell))
    if not is_number_as_text(column):
        return text_of(cell)
    if isinstance(cell, float) and not cell.is_integer():
        return Fault(
            say(
                f"{cell} เป็นตัวเลข โปรแกรมตารางจึงตัดเลขศูนย์ท้ายทิ้ง",
                f"{cell} is a number, and the spreadsheet drops its last zeros",
            ),
            say(
                f"จัดรูปแบบช่องเป็นข้อความแล้วพิมพ์ใหม่ตามแผน ว่า {cell} หรือ {cell}0",
                f"format the cell as text and type it again as the plan has it, {cell} or {cell}0",
            ),
        )
    return text_of(cell).strip()


def _code(column: Column, allowed: Mapping[str, str], text: str) -> str | Fault:
    wanted = squeeze(text)
    for code, label in allowed.items():
        if wanted in (code, squeeze(label)):
            return code
    if not wanted:
        return _EMPTY
    said = say(f"“{text}” ไม่ใช่ค่าที่เลือกได้", f"'{text}' is not an allowed value")
    return Fault(said, _may_stand(column))


def _number(column: Column, cell: str | float) -> float | Fault:
    if isinstance(cell, str) and is_dash(cell):
        return math.nan
    value = parse_number(cell) if isinstance(cell, str) else cell
    if value is None or math.isinf(value):
        said = say(f"“{cell}” ไม่ใช่ตัวเลข", f"'{cell}' is not a number")
        return Fault(said, _may_stand(column))
    if column.kind is Kind.INT and not value.is_integer():
        said = say(f"{value} ไม่ใช่จำนวนเต็ม", f"{value} is not a whole number")
        return Fault(said, _may_stand(column))
    return value


def _may_stand(column: Column) -> str:
    if column.allowed is not None:
        listed = ", ".join(column.allowed.values())
        return say(f"ใช้ค่าใดค่าหนึ่ง: {listed}", f"use one of: {listed}")
    if column.kind is Kind.INT:
        return say("พิมพ์จำนวนเต็ม เช่น 1", "write a whole number, e.g. 1")
    if column.kind is Kind.FLOAT:
        return say(
            "พิมพ์ตัวเลข เช่น 12,500.50 หรือเว้นว่าง",
            "write a number, e.g. 12,500.50, or leave it empty",
        )
    return say("กรอกช่องนี้", f"fill it in ({column.about})")
