"""The last sheet of a filled round workbook: the cells of the source behind its values.

It is for the program alone, and a workbook without it reads as well. A cell holds the places of
one project, packed: a spreadsheet's cells are dear to read, and there are hundreds of places.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from plantrack_nb.core.provenance import cell_ref, column_letters
from plantrack_nb.core.schema import Table
from plantrack_nb.load.round_book.cells import SheetRow
from plantrack_nb.load.round_book.faults import Faults
from plantrack_nb.load.round_book.formats import Formats
from plantrack_nb.load.round_book.layout import NOT_TO_FILL, column_of
from plantrack_nb.load.round_book.values import shown
from plantrack_nb.measures.places import Place

if TYPE_CHECKING:
    from xlsxwriter import Workbook

SHEET = "ตำแหน่งเซลล์"
_HEADINGS = (f"ที่ (โครงการ) ({NOT_TO_FILL})", f"เซลล์ของเอกสารเดิม ({NOT_TO_FILL})")
_PACKED = attrgetter("row_ref", "row", "column", "source_ref", "raw", "text")
_LONGEST_CELL = 10_000
_MOST_IN_CELL = 15_000  # Excel's 32,767 are UTF-16 units, of which a letter may take two


def write_places(book: Workbook, formats: Formats, places: Iterable[Place]) -> None:
    """Write the sheet; without places there is none."""
    packed = [
        (project_no, text)
        for project_no, group in groupby(places, attrgetter("project_no"))
        for text in _packed(group)
    ]
    if not packed:
        return
    sheet = book.add_worksheet(SHEET)
    for at, (title, width) in enumerate(zip(_HEADINGS, (14, 100), strict=True)):
        sheet.set_column(at, at, width, formats.source)
        sheet.write_string(0, at, title, formats.source_head)
    sheet.freeze_panes(1, 0)
    for row, texts in enumerate(packed, 1):
        for at, text in enumerate(texts):
            if text:
                sheet.write_string(row, at, text, formats.source)


def read_places(rows: Sequence[SheetRow], faults: Faults) -> Iterator[Place]:
    """Read the sheet; what somebody has changed so that it cannot be read goes to ``faults``."""
    for number, cells in rows[1:]:
        texts = [shown(cell) for cell in cells]
        if not any(texts[1:]):
            continue
        packed = _unpacked(texts[1])
        if packed is not None:
            for row_ref, row, column, ref, raw, *text in packed:
                yield Place(texts[0], row_ref, row, column, text[0] if text else raw, ref, raw)
        else:
            where = cell_ref(SHEET, number, 2)
            faults.add(where, "the places were changed and cannot be read", "delete the sheet")


def own_columns(table: Table, rows: Sequence[SheetRow]) -> Iterator[Place]:
    """Name the column of each value in a sheet whose rows are a source themselves."""
    top = next((cells for _, cells in rows if any(shown(cell).strip() for cell in cells)), ())
    for at, cell in enumerate(top, 1):
        column = column_of(table, shown(cell))
        if column is not None:
            where = f"{table.title}!"
            yield Place("", where, "", column.name, "", f"{where}{column_letters(at)}", "")


def _unpacked(text: str) -> list[list[str]] | None:
    try:
        packed = json.loads(text)
    except ValueError:
        return None
    good = isinstance(packed, list) and all(map(_is_place, packed))
    return packed if good else None


def _is_place(fields: object) -> bool:
    if not isinstance(fields, list) or len(fields) not in (5, 6):
        return False
    return all(isinstance(one, str) for one in fields)


def _packed(places: Iterable[Place]) -> Iterator[str]:
    """Pack places into as few texts as a cell's length allows.

    A place too long for any cell is left out; its row's own place stands for it then.
    """
    held: list[str] = []
    length = 0
    for one in places:
        fields = _PACKED(one)
        text = json.dumps(fields[:-1] if one.text == one.raw else fields, ensure_ascii=False)
        if len(text) > _MOST_IN_CELL:
            continue
        if held and length + len(text) > _LONGEST_CELL:
            yield f"[{','.join(held)}]"
            held, length = [], 0
        held.append(text)
        length += len(text) + 1
    if held:
        yield f"[{','.join(held)}]"
