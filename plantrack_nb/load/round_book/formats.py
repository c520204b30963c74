"""How the round workbook looks: fonts, colours, number formats, widths."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plantrack_nb.core.schema import Column, Kind
from plantrack_nb.load.round_book.layout import SOURCE_NAMES, is_number_as_text

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

_BASE = {"font_name": "Tahoma", "font_size": 10, "valign": "top"}
_NUMBER_FORMATS = {"baht": "#,##0.00", "percent": "0.00", "": "General"}
_WIDE = {"text": 70, "name": 45, "targets": 45, "indicators": 45, "label": 35, "owner_groups": 35}
_WIDTHS = {"source_file": 18, "source_ref": 14, "raw": 30, "persons": 28, "reason": 28}


class Formats:
    """The cell formats of one workbook; Tahoma is on every office's machine and has Thai."""

    font = _BASE["font_name"]

    def __init__(self, book: Workbook) -> None:
        head: dict[str, str | int | bool] = {
            "bold": True,
            "border": 1,
            "border_color": "#7F8FA3",
            "text_wrap": True,
        }
        self._required = _made(book, **head, bg_color="#1F4E79", font_color="#FFFFFF")
        self._optional = _made(book, **head, bg_color="#D6E3F0", font_color="#1F2937")
        self.source_head = _made(book, **head, bg_color="#E3E3E3", font_color="#595959")
        self.source = _made(book, num_format="@", bg_color="#F5F5F5", font_color="#595959")
        self._text = _made(book, num_format="@", text_wrap=True)
        self._numbers = {
            unit: _made(book, num_format=code) for unit, code in _NUMBER_FORMATS.items()
        }
        self.title = _made(book, bold=True, font_size=14)
        self.section = _made(book, bold=True, font_size=11, font_color="#1F4E79")
        self.plain = _made(book, text_wrap=True)
        self.strong = _made(book, bold=True, text_wrap=True)
        self.entry = _made(book, num_format="@", border=1, bg_color="#FFF8DC", align="left")
        self.entry_number = _made(book, num_format="0", border=1, bg_color="#FFF8DC", align="left")
        self.grid = _made(book, text_wrap=True, border=1, border_color="#BFC7D1", num_format="@")
        self.grid_head = self._required

    def heading(self, column: Column) -> Format:
        """Grey for the source, dark for what must be filled in, light for the rest."""
        if column.name in SOURCE_NAMES:
            return self.source_head
        return self._required if column.required else self._optional

    def body(self, column: Column) -> Format:
        """Text cells are text, so that a typed "6.10" stays "6.10"."""
        if column.name in SOURCE_NAMES:
            return self.source
        return self._text if column.kind is Kind.TEXT else self._numbers[column.unit]


def width_of(column: Column) -> int:
    """Width of a column in characters."""
    if is_number_as_text(column):
        return 14
    return _WIDE.get(column.name) or _WIDTHS.get(column.name, 20)


def _made(book: Workbook, **properties: str | int | bool) -> Format:
    return book.add_format({**_BASE, **properties})
