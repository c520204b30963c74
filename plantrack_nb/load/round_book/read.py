"""Read the round workbook back, whole or not at all."""

from __future__ import annotations

import html
import lzma
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from plantrack_nb.core.language import say
from plantrack_nb.core.provenance import cell_ref
from plantrack_nb.core.schema import ROUND_COLUMNS, Round, RoundKey
from plantrack_nb.core.tables import frame
from plantrack_nb.load.reading import Coverage, Reading
from plantrack_nb.load.round_book.filled_sheet import FilledSheet, Values, read_sheet
from plantrack_nb.load.round_book.legend import GUIDE_SHEET, KEY_LABELS, SHEETS
from plantrack_nb.load.round_book.packed_places import PLACES, read_places
from plantrack_nb.thai.text import arabic_digits
from plantrack_nb.workbooks.columns import Fault, refuse, text_of, value_of
from plantrack_nb.workbooks.stored_cells import SheetRow, read_cells

_SHEET_NAME = re.compile(rb'<(?:\w+:)?sheet\s[^>]*?name="([^"]*)"')
_DAMAGED = (
    *(OSError, EOFError, KeyError, RuntimeError, NotImplementedError),
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError),
)
_ENOUGH_SHEETS = 4
_LONGEST_SHEET_LIST = 1_000_000
_YEARS = range(2500, 2700)
_QUARTERS = range(1, 5)
_KEY_HINTS = {
    "district": (
        "พิมพ์รหัสเขตพื้นที่สี่หลัก เช่น 7301",
        "write the four characters of the area code, e.g. 7301",
    ),
    "fiscal_year": (
        "พิมพ์ปีงบประมาณเป็น พ.ศ. เช่น 2565",
        "write the fiscal year in the Buddhist era, e.g. 2565",
    ),
    "quarter": ("พิมพ์ 1, 2, 3 หรือ 4", "write 1, 2, 3 or 4"),
}


def is_round_workbook(path: Path) -> bool:
    """Tell by its sheets whether a file is a round workbook, without reading any cell."""
    try:
        with zipfile.ZipFile(path) as book, book.open("xl/workbook.xml") as stream:
            listed = stream.read(_LONGEST_SHEET_LIST)
    except _DAMAGED:  # whoever reads the file then tells how
        return False
    names = {html.unescape(name.decode("utf-8", "replace")) for name in _SHEET_NAME.findall(listed)}
    return len(names & {GUIDE_SHEET, *SHEETS}) >= _ENOUGH_SHEETS


def read_workbook(path: Path) -> Reading:
    """Read a round workbook.

    Columns are found by their Thai heading or English name, in any order. Rows that carry no
    source get the workbook's own cell as their source.

    Raises
    ------
    SourceError
        The file cannot be read as a spreadsheet, or would exhaust memory or time.
    SchemaError
        Sheets, headings or cells break the declaration; all faults are listed.
    """
    sheets = read_cells(path)
    missing = (name for name in (GUIDE_SHEET, *SHEETS) if name not in sheets)
    back = say(
        "ไม่มีแผ่นงานนี้ นำกลับคืนมา (ดู 'plantrack template')",
        "the sheet is missing; put it back (see 'plantrack template')",
    )
    faults = [f"{name}: {back}" for name in missing]
    key = _read_key(sheets.get(GUIDE_SHEET, ()), faults) if GUIDE_SHEET in sheets else None
    tables = {
        table.name: read_sheet(table, sheets[title], path.name, faults)
        for title, table in SHEETS.items()
        if title in sheets
    }
    places = list(read_places(sheets.get(PLACES, ()), faults))
    refuse(
        say(
            "แฟ้มรายงานมี{} จึงยังไม่ได้อ่านอะไรจากแฟ้มนี้",
            "The round workbook has {}; nothing was read from it.",
        ),
        faults,
        say(
            "แก้ช่องเหล่านี้ในแฟ้ม บันทึก แล้วอ่านใหม่",
            "Correct these cells in the workbook, save it, and read it again.",
        ),
        where=path.name,
    )
    assert key is not None  # a key that cannot be read is a fault
    frames = {name: frame(name, one.rows, key) for name, one in tables.items()}
    own = (place for one in tables.values() for place in one.own_places(path.name))
    return Reading(
        round=Round(key=key, **frames),
        mends=tuple(mend for one in tables.values() for mend in one.carried),
        coverage=_coverage(tables),
        notes=tuple(_notes(sheets, tables.values())),
        places=(*places, *own),
    )


def read_key(path: Path) -> RoundKey:
    """Read of which round a round workbook is; raises as :func:`read_workbook`."""
    faults: list[str] = []
    key = _read_key(read_cells(path, only=GUIDE_SHEET).get(GUIDE_SHEET, ()), faults)
    refuse(
        say(
            "แฟ้มรายงานไม่ได้บอกว่าเป็นรอบใด: มี{}",
            "The round workbook does not say which round it is: it has {}.",
        ),
        faults,
        say(
            "กรอกรหัสเขต ปีงบประมาณ และไตรมาสในแผ่นงานแรก",
            "Fill in area, fiscal year and quarter on its first sheet.",
        ),
        where=path.name,
    )
    assert key is not None  # a key that cannot be read is a fault
    return key


def _read_key(rows: Sequence[SheetRow], faults: list[str]) -> RoundKey | None:
    places: dict[str, SheetRow] = {}
    for number, cells in rows:
        name = KEY_LABELS.get(text_of(cells[0]).strip())
        if name is not None:
            places.setdefault(name, (number, (*cells, "")))
    values: Values = {}
    for column in ROUND_COLUMNS:
        if column.name not in places:
            lost = say(
                f"ไม่มีแถว “{column.title}” นำกลับคืนมา",
                f"the row '{column.title}' is missing; put it back",
            )
            faults.append(f"{GUIDE_SHEET}: {lost}")
            continue
        number, cells = places[column.name]
        value = value_of(column, cells[1])
        if not isinstance(value, Fault):
            value = _key_value(column.name, value)
        if isinstance(value, Fault):
            where = cell_ref(GUIDE_SHEET, number, 2)
            faults.append(f"{where}: {value.why}; {say(*_KEY_HINTS[column.name])}")
        else:
            values[column.name] = value
    if len(values) < len(ROUND_COLUMNS):
        return None
    year, quarter = int(values["fiscal_year"]), int(values["quarter"])
    return RoundKey(str(values["district"]), year, quarter)


def _key_value(name: str, value: str | float) -> str | float | Fault:
    if isinstance(value, str):  # four digits: a lost leading zero can only be one
        code = arabic_digits(value.strip())
        code = code.zfill(4) if code.isdigit() else code
        good, value = len(code) == 4 and code.isalnum(), code
    else:
        good = value in (_YEARS if name == "fiscal_year" else _QUARTERS)
    shown = text_of(value)
    return value if good else Fault(say(f"“{shown}” เป็นไปไม่ได้", f"'{shown}' is not possible"), "")


def _coverage(tables: Mapping[str, FilledSheet]) -> Coverage:
    counts = {
        name: sum(len("".join(text.split())) for text in map("".join, _texts(one)))
        for name, one in tables.items()
    }
    return Coverage(sum(counts.values()), sum(counts.values()) - counts["unread"])


def _texts(sheet: FilledSheet) -> Iterator[list[str]]:
    """Yield the texts of a sheet's columns, but for where its rows come from."""
    for column in sheet.table.own_columns:
        values = (values.get(column.name) for values in sheet.rows)
        yield [value for value in values if isinstance(value, str)]


def _notes(sheets: Iterable[str], tables: Iterable[FilledSheet]) -> Iterator[str]:
    for name in sheets:
        if name not in {GUIDE_SHEET, *SHEETS, PLACES}:
            yield say(
                f"แผ่นงาน “{name}” ไม่ใช่ส่วนของแฟ้มรายงาน จึงไม่ได้อ่าน",
                f"sheet '{name}' is not part of a round and was not read",
            )
    for one in tables:
        for column in one.absent:
            sheet = one.table.title
            yield say(
                f"แผ่นงาน “{sheet}” ไม่มีคอลัมน์ “{column}” จึงถือว่าว่าง",
                f"sheet '{sheet}' has no column '{column}'; it was taken as empty",
            )
