"""Turn one cell of the round workbook into the value its column declares.

Each function returns the value, or a :class:`Fault` in its place: faults are collected and
reported together, nothing is guessed.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from plantrack_nb.core.schema import Column, Kind
from plantrack_nb.load.round_book.cells import CellValue, Odd
from plantrack_nb.load.round_book.layout import is_number_as_text
from plantrack_nb.thai.numbers import is_dash, parse_number
from plantrack_nb.thai.text import squeeze

_EMPTY = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a cell cannot be taken, and what may stand there."""

    why: str
    allowed: str


def value_of(column: Column, cell: CellValue) -> str | float | Fault:
    """Give the value of ``cell`` as ``column`` declares it; NaN is an empty number."""
    if isinstance(cell, Odd):
        as_text = "format the cell as text and type it again"
        cure = as_text if column.kind is Kind.TEXT else _may_stand(column)
        return Fault(f"'{cell}' is {cell.what}", cure)
    value = _text(column, cell) if column.kind is Kind.TEXT else _number(column, cell)
    if column.required and (value == _EMPTY or value != value):  # noqa: PLR0124  # NaN
        return Fault(f"'{column.title}' is empty", _may_stand(column))
    return value


def shown(cell: CellValue) -> str:
    """Text of a cell as a person reads it; whole numbers without a decimal point."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def _text(column: Column, cell: str | float) -> str | Fault:
    if column.allowed is not None:
        return _code(column, column.allowed, shown(cell))
    if not is_number_as_text(column):
        return shown(cell)
    if isinstance(cell, float) and not cell.is_integer():
        return Fault(
            f"{cell} is a number, and the spreadsheet drops its last zeros",
            f"format the cell as text and type it again, e.g. 6.10 and not {cell}",
        )
    return shown(cell).strip()


def _code(column: Column, allowed: Mapping[str, str], text: str) -> str | Fault:
    wanted = squeeze(text)
    for code, label in allowed.items():
        if wanted in (code, squeeze(label)):
            return code
    return Fault(f"'{text}' is not an allowed value", _may_stand(column)) if wanted else _EMPTY


def _number(column: Column, cell: str | float) -> float | Fault:
    if isinstance(cell, str) and is_dash(cell):
        return math.nan
    value = parse_number(cell) if isinstance(cell, str) else cell
    if value is None or math.isinf(value):
        return Fault(f"'{cell}' is not a number", _may_stand(column))
    if column.kind is Kind.INT and not value.is_integer():
        return Fault(f"{value} is not a whole number", _may_stand(column))
    return value


def _may_stand(column: Column) -> str:
    if column.allowed is not None:
        return f"use one of: {', '.join(column.allowed.values())}"
    if column.kind is Kind.INT:
        return "write a whole number, e.g. 1"
    if column.kind is Kind.FLOAT:
        return "write a number, e.g. 12,500.50, or leave it empty"
    return f"fill it in ({column.about})"
