"""The last sheet of a filled round workbook: the cells of the source behind its values.

It is for the program alone, and a workbook without it reads as well. A cell holds the places of
one project, packed: a spreadsheet's cells are dear to read, and there are hundreds of places.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from plantrack_nb.core.language import say
from plantrack_nb.core.provenance import cell_ref
from plantrack_nb.load.round_book.legend import NOT_TO_FILL
from plantrack_nb.measures.places import Place
from plantrack_nb.workbooks.book import Cell, Lane, Sheet, in_rows
from plantrack_nb.workbooks.columns import text_of
from plantrack_nb.workbooks.stored_cells import SheetRow
from plantrack_nb.workbooks.styles import HEAD_SOURCE, SOURCE

PLACES = "ตำแหน่งเซลล์"
"""Name of the sheet."""

_COLUMNS = (
    (14, f"ที่ (โครงการ) ({NOT_TO_FILL})"),
    (100, f"เซลล์ของเอกสารเดิม ({NOT_TO_FILL})"),
)
_PACKED = attrgetter("row_ref", "row", "column", "source_ref", "raw", "text")
_LONGEST_CELL = 10_000
_MOST_IN_CELL = 15_000  # Excel's 32,767 are UTF-16 units, of which a letter may take two


def places_sheets(places: Iterable[Place]) -> Iterator[Sheet]:
    """Yield the sheet; without places there is none."""
    packed = [
        (project_no, text)
        for project_no, group in groupby(places, attrgetter("project_no"))
        for text in _packed(group)
    ]
    if packed:
        rows = ([Cell(text, SOURCE) if text else None for text in texts] for texts in packed)
        lanes = (Lane(*one, HEAD_SOURCE, style=SOURCE) for one in _COLUMNS)
        yield Sheet(PLACES, [*lanes], in_rows(rows, 1), frozen=(1, 0))


def read_places(rows: Sequence[SheetRow], faults: list[str]) -> Iterator[Place]:
    """Read the sheet; what somebody has changed so that it cannot be read goes to ``faults``."""
    for number, cells in rows[1:]:
        texts = [text_of(cell) for cell in cells]
        if not any(texts[1:]):
            continue
        packed = _unpacked(texts[1])
        if packed is not None:
            for row_ref, row, column, ref, raw, *text in packed:
                yield Place(texts[0], row_ref, row, column, text[0] if text else raw, ref, raw)
        else:
            where = cell_ref(PLACES, number, 2)
            told = say(
                "ตำแหน่งเซลล์ถูกแก้ไขจนอ่านไม่ได้ ลบแผ่นงานนี้ทิ้งได้",
                "the places were changed and cannot be read; delete the sheet",
            )
            faults.append(f"{where}: {told}")


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
