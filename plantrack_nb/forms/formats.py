"""How a workbook of corrections looks: what is locked, what is doubted, what is to be filled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plantrack_nb.core.schema import Column, Kind

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

FONT = "Tahoma"  # on every office's machine, and has Thai
MAY = {"format_columns": True, "format_rows": True, "select_locked_cells": True}
"""What a protected sheet still lets people do."""

_BASE = {"font_name": FONT, "font_size": 10, "valign": "top"}
_NUMBERS = {"baht": "#,##0.00", "percent": "0.00", "": "General"}
_BORDER = {"border": 1, "border_color": "#BFC7D1"}
_DOUBTED = {"bg_color": "#FCD9B6", "bold": True, **_BORDER}
_ENTRY = {"bg_color": "#FFF6CC", "locked": False, **_BORDER}


class Formats:
    """The cell formats of one workbook."""

    def __init__(self, book: Workbook) -> None:
        head: dict[str, object] = {"bold": True, "text_wrap": True, **_BORDER}
        self.head = _made(book, **head, bg_color="#D6E3F0")
        self.head_entry = _made(book, **head, bg_color="#1F4E79", font_color="#FFFFFF")
        self.title = _made(book, bold=True, font_size=14)
        self.strong = _made(book, bold=True)
        self.plain = _made(book, text_wrap=True)
        self.text = _made(book, text_wrap=True, num_format="@", **_BORDER)
        self.quiet = _made(book, num_format="@", font_color="#7A7A7A", **_BORDER)
        self.closed = _made(book, bg_color="#EDEDED", **_BORDER)
        self.entry_text = _made(book, text_wrap=True, num_format="@", **_ENTRY)
        self._numbers = _by_unit(book, _BORDER)
        self._doubted = _by_unit(book, _DOUBTED)
        self._doubted_text = _made(book, text_wrap=True, num_format="@", **_DOUBTED)
        self._entries = _by_unit(book, _ENTRY)

    def shown(self, column: Column, *, doubted: bool) -> Format:
        """Format of a value that stands, in colour if it is doubted."""
        if column.kind is Kind.TEXT:
            return self._doubted_text if doubted else self.text
        return (self._doubted if doubted else self._numbers)[column.unit]

    def entry(self, column: Column) -> Format:
        """Format of the cell for the right value."""
        return self.entry_text if column.kind is Kind.TEXT else self._entries[column.unit]


def _by_unit(book: Workbook, properties: dict[str, object]) -> dict[str, Format]:
    return {unit: _made(book, num_format=code, **properties) for unit, code in _NUMBERS.items()}


def _made(book: Workbook, **properties: object) -> Format:
    return book.add_format({**_BASE, **properties})
