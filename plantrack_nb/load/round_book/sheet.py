"""Read one sheet of the round workbook into plain rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from plantrack_nb.core.provenance import cell_ref
from plantrack_nb.core.schema import Column, Table
from plantrack_nb.load.round_book.cells import CellValue, SheetRow
from plantrack_nb.load.round_book.faults import Faults
from plantrack_nb.load.round_book.layout import SOURCE_NAMES, column_of, heading, sheet_columns
from plantrack_nb.load.round_book.values import Fault, shown, value_of

Cells = Sequence[CellValue]
Values = dict[str, str | float]


def read_sheet(table: Table, rows: Sequence[SheetRow], file: str, faults: Faults) -> list[Values]:
    """Give the sheet's rows by column name; what cannot be taken goes to ``faults``.

    Blank rows are skipped. A row without a source gets this workbook as its source.
    """
    used = [(number, cells) for number, cells in rows if not _is_blank(cells)]
    if not used:
        faults.add(table.title, "the sheet has no headings", _the_headings(table))
        return []
    columns = _columns(table, *used[0], faults)
    read: list[Values] = []
    seen: dict[tuple[str | float, ...], int] = {}
    for number, cells in used[1:]:
        values = _row(table, columns, cells, number, faults)
        _check_key(table, values, number, seen, faults)
        read.append(_with_source(table, values, cells, number, file))
    return read


def missing_columns(table: Table, rows: Sequence[SheetRow]) -> list[str]:
    """Titles of the optional columns that the sheet does not have."""
    top = next((cells for _, cells in rows if not _is_blank(cells)), ())
    found = [column_of(table, shown(cell)) for cell in top]
    return [one.title for one in table.own_columns if one not in found and not one.required]


def _columns(table: Table, number: int, cells: Cells, faults: Faults) -> dict[int, Column]:
    columns: dict[int, Column] = {}
    for at, cell in enumerate(cells):
        text, where = shown(cell).strip(), cell_ref(table.title, number, at + 1)
        column = column_of(table, text)
        if column is None and text:
            faults.add(where, f"there is no column '{text}'", _the_headings(table))
        elif column in columns.values():
            faults.add(where, f"the column '{text}' stands here twice", "keep one of them")
        elif column is not None:
            columns[at] = column
    for column in table.own_columns:
        if column.required and column not in columns.values():
            faults.add(table.title, f"the column '{column.title}' is missing", "put it back")
    return columns


def _row(
    table: Table, columns: Mapping[int, Column], cells: Cells, number: int, faults: Faults
) -> Values:
    values: Values = {}
    for at, cell in enumerate(cells):
        if at in columns:
            value = value_of(columns[at], cell)
            if isinstance(value, Fault):
                faults.add(cell_ref(table.title, number, at + 1), value.why, value.allowed)
            else:
                values[columns[at].name] = value
        elif shown(cell).strip():
            where = cell_ref(table.title, number, at + 1)
            faults.add(where, "it stands under no known heading", "move it or clear it")
    return values


def _check_key(
    table: Table,
    values: Values,
    number: int,
    seen: dict[tuple[str | float, ...], int],
    faults: Faults,
) -> None:
    if not table.key or any(name not in values for name in table.key):
        return
    key = tuple(values[name] for name in table.key)
    first = seen.setdefault(key, number)
    if first != number:
        titles = ", ".join(one.title for one in table.columns if one.name in table.key)
        said = ", ".join(shown(value) for value in key)
        faults.add(
            cell_ref(table.title, number, 1),
            f"{titles} '{said}' already stands in row {first}",
            "give each row its own",
        )


def _with_source(table: Table, values: Values, cells: Cells, number: int, file: str) -> Values:
    if any(values.get(name) for name in SOURCE_NAMES):
        return values
    return values | {
        "source_file": file,
        "source_ref": cell_ref(table.title, number, 1),
        "raw": " | ".join(text for text in map(shown, cells) if text.strip()),
    }


def _is_blank(cells: Cells) -> bool:
    return not any(shown(cell).strip() for cell in cells)


def _the_headings(table: Table) -> str:
    return f"the headings are: {', '.join(heading(one) for one in sheet_columns(table))}"
