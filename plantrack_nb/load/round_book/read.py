"""Read the round workbook back, whole or not at all."""

from __future__ import annotations

import html
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from plantrack_nb.core.provenance import cell_ref
from plantrack_nb.core.schema import ROUND_COLUMNS, SOURCE_COLUMNS, Round, RoundKey
from plantrack_nb.core.tables import frame
from plantrack_nb.load.reading import Coverage, Reading
from plantrack_nb.load.round_book.cells import CellValue, SheetRow, read_cells
from plantrack_nb.load.round_book.faults import Faults
from plantrack_nb.load.round_book.layout import GUIDE_SHEET, KEY_LABELS, SHEETS
from plantrack_nb.load.round_book.places import SHEET as PLACES
from plantrack_nb.load.round_book.places import own_columns, read_places
from plantrack_nb.load.round_book.sheet import Values, missing_columns, read_sheet
from plantrack_nb.load.round_book.values import Fault, shown, value_of
from plantrack_nb.measures.places import Place
from plantrack_nb.thai.text import arabic_digits

_SHEET_NAME = re.compile(rb'<(?:\w+:)?sheet\s[^>]*?name="([^"]*)"')
_ENOUGH_SHEETS = 4
_LONGEST_SHEET_LIST = 1_000_000
_YEARS = range(2500, 2700)
_QUARTERS = range(1, 5)
_KEY_HINTS = {
    "district": "write the four characters of the area code, e.g. 7301",
    "fiscal_year": "write the fiscal year in the Buddhist era, e.g. 2565",
    "quarter": "write 1, 2, 3 or 4",
}


def is_round_workbook(path: Path) -> bool:
    """Tell by its sheets whether a file is a round workbook, without reading any cell."""
    try:
        with zipfile.ZipFile(path) as book, book.open("xl/workbook.xml") as stream:
            listed = stream.read(_LONGEST_SHEET_LIST)
    except (OSError, KeyError, RuntimeError, NotImplementedError, zipfile.BadZipFile):
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
    faults = Faults(path.name)
    for name in (GUIDE_SHEET, *SHEETS):
        if name not in sheets:
            faults.add(name, "the sheet is missing", "put it back (see 'plantrack template')")
    key = _read_key(sheets.get(GUIDE_SHEET, ()), faults) if GUIDE_SHEET in sheets else None
    rows = {
        table.name: read_sheet(table, sheets[title], path.name, faults)
        for title, table in SHEETS.items()
        if title in sheets
    }
    places = list(read_places(sheets.get(PLACES, ()), faults))
    faults.raise_if_any()
    assert key is not None  # a key that cannot be read is a fault
    return Reading(
        round=Round(key=key, **{name: frame(name, read, key) for name, read in rows.items()}),
        coverage=_coverage(rows),
        notes=_notes(sheets),
        places=(*places, *_own(sheets, rows, path.name)),
    )


def _read_key(rows: Sequence[SheetRow], faults: Faults) -> RoundKey | None:
    places: dict[str, tuple[int, CellValue]] = {}
    for number, cells in rows:
        name = KEY_LABELS.get(shown(cells[0]).strip())
        if name is not None:
            places.setdefault(name, (number, cells[1] if len(cells) > 1 else ""))
    values: Values = {}
    for column in ROUND_COLUMNS:
        if column.name not in places:
            faults.add(GUIDE_SHEET, f"the row '{column.title}' is missing", "put it back")
            continue
        number, cell = places[column.name]
        value = value_of(column, cell)
        if not isinstance(value, Fault):
            value = _key_value(column.name, value)
        if isinstance(value, Fault):
            faults.add(cell_ref(GUIDE_SHEET, number, 2), value.why, _KEY_HINTS[column.name])
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
    return value if good else Fault(f"'{shown(value)}' is not possible", "")


def _coverage(rows: Mapping[str, Sequence[Values]]) -> Coverage:
    source = {column.name for column in SOURCE_COLUMNS}
    counts = {
        name: sum(
            len("".join(value.split()))
            for values in read
            for column, value in values.items()
            if isinstance(value, str) and column not in source
        )
        for name, read in rows.items()
    }
    return Coverage(sum(counts.values()), sum(counts.values()) - counts["unread"])


def _own(
    sheets: Mapping[str, Sequence[SheetRow]], rows: Mapping[str, Sequence[Values]], file: str
) -> Iterator[Place]:
    for title, table in SHEETS.items():
        if any(values["source_file"] == file for values in rows[table.name]):
            yield from own_columns(table, sheets[title])


def _notes(sheets: Mapping[str, Sequence[SheetRow]]) -> tuple[str, ...]:
    other = [name for name in sheets if name not in {GUIDE_SHEET, *SHEETS, PLACES}]
    absent = [
        f"sheet '{title}' has no column '{column}'; it was taken as empty"
        for title, table in SHEETS.items()
        for column in missing_columns(table, sheets[title])
    ]
    return (*(f"sheet '{name}' is not part of a round and was not read" for name in other), *absent)
