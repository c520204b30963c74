"""Read one table's sheet of the round workbook into plain rows."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Self

from plantrack_nb.core.language import say
from plantrack_nb.core.provenance import Mend, cell_ref, column_letters
from plantrack_nb.core.schema import Column, Table
from plantrack_nb.load.round_book.legend import (
    column_of,
    heading,
    last_of,
    sheet_columns,
)
from plantrack_nb.measures.places import Place
from plantrack_nb.workbooks.columns import Fault, is_free, text_of, value_of
from plantrack_nb.workbooks.stored_cells import CellValue, SheetRow

Cells = Sequence[CellValue]
Values = dict[str, str | float]
_EMPTY = ""


@dataclass(frozen=True)
class FilledSheet:
    """A sheet's columns by where they stand (from 0), and its rows by column name.

    ``carried`` are the cells that were left empty beside a value of the round before, which stands.
    """

    table: Table
    columns: Mapping[int, Column]
    rows: Sequence[Values]
    carried: Sequence[Mend] = ()

    @property
    def absent(self) -> list[str]:
        """Titles of the optional columns that the sheet does not have."""
        own = (one for one in self.table.own_columns if not one.required)
        return [one.title for one in own if one not in self.columns.values()]

    def own_places(self, file: str) -> Iterator[Place]:
        """Name the column of each value if rows of the sheet are a source themselves."""
        if any(values.get("source_file") == file for values in self.rows):
            where = f"{self.table.title}!"
            for at, column in self.columns.items():
                yield Place("", where, "", column.name, "", f"{where}{column_letters(at + 1)}", "")


@dataclass(frozen=True, slots=True)
class _Cells:
    """What the cells of a sheet's columns are taken as.

    ``free`` are the columns whose texts stand as they are; ``known`` keeps what others came to.
    """

    columns: Mapping[int, Column]
    free: Mapping[int, str]
    known: dict[tuple[int, CellValue], str | float | Fault]

    @classmethod
    def of(cls, columns: Mapping[int, Column]) -> Self:
        free = {at: one.name for at, one in columns.items() if is_free(one)}
        return cls(columns, free, {})

    def row(self, cells: Cells, where: Callable[[int], str], faults: list[str]) -> Values:
        """Take a row's cells; what cannot be taken goes to ``faults``."""
        values: Values = {}
        for at, cell in enumerate(cells):
            if at in self.free and isinstance(cell, str):
                values[self.free[at]] = cell
            elif at in self.columns:
                value = self._value(at, cell)
                if isinstance(value, Fault):
                    faults.append(f"{where(at + 1)}: {value}")
                else:
                    values[self.columns[at].name] = value
            elif text_of(cell).strip():
                told = say(
                    "ไม่ได้อยู่ใต้หัวคอลัมน์ที่รู้จัก ย้ายหรือลบออก",
                    "it stands under no known heading; move it or clear it",
                )
                faults.append(f"{where(at + 1)}: {told}")
        return values

    def _value(self, at: int, cell: CellValue) -> str | float | Fault:
        if not isinstance(cell, str):
            return value_of(self.columns[at], cell)
        if (at, cell) not in self.known:
            self.known[at, cell] = value_of(self.columns[at], cell)
        return self.known[at, cell]


def read_sheet(table: Table, rows: Sequence[SheetRow], file: str, faults: list[str]) -> FilledSheet:
    """Read a sheet; what cannot be taken goes to ``faults``.

    Blank rows are skipped. A row without a source gets this workbook as its source.
    """
    used = [(number, cells) for number, cells in rows if any(text_of(one).strip() for one in cells)]
    if not used:
        none = say("แผ่นงานไม่มีหัวคอลัมน์", "the sheet has no headings")
        faults.append(f"{table.title}: {none}; {_the_headings(table)}")
        return FilledSheet(table, {}, ())
    last = {at: one for at, one in _headed(used[0][1], partial(last_of, table)) if one}
    columns = _columns(table, used[0][0], _without(used[0][1], last), faults)
    takes, was = _Cells.of(columns), _Cells.of(last)
    read: list[Values] = []
    carried: list[Mend] = []
    seen: dict[tuple[str | float, ...], int] = {}
    for number, whole in used[1:]:
        where = partial(cell_ref, table.title, number)
        cells = _without(whole, last) if last else whole
        values = takes.row(cells, where, faults)
        if last:
            before = was.row(_only(whole, last), where, faults)
            carried += _carried(values, before, where, columns)
        key = tuple(values[name] for name in table.key if name in values)
        if key and len(key) == len(table.key) and seen.setdefault(key, number) != number:
            titles = ", ".join(one.title for one in table.columns if one.name in table.key)
            shown, row = ", ".join(map(text_of, key)), seen[key]
            said = say(
                f"{titles} “{shown}” มีอยู่แล้วในแถว {row} ต้องไม่ซ้ำกัน",
                f"{titles} '{shown}' already stands in row {row}; give each row its own",
            )
            faults.append(f"{where(1)}: {said}")
        if not (values.get("source_file") or values.get("source_ref")):
            raw = " | ".join(text for text in map(text_of, cells) if text.strip())
            told = values.get("raw") or raw
            values |= {"source_file": file, "source_ref": where(1), "raw": told}
        read.append(values)
    return FilledSheet(table, columns, read, carried)


def _headed(
    cells: Cells, named: Callable[[str], Column | None]
) -> Iterator[tuple[int, Column | None]]:
    for at, cell in enumerate(cells):
        yield at, named(text_of(cell).strip())


def _without(cells: Cells, places: Container[int]) -> Cells:
    return [_EMPTY if at in places else cell for at, cell in enumerate(cells)]


def _only(cells: Cells, places: Container[int]) -> Cells:
    return [cell if at in places else _EMPTY for at, cell in enumerate(cells)]


def _carried(
    values: Values, before: Values, where: Callable[[int], str], columns: Mapping[int, Column]
) -> Iterator[Mend]:
    """Let what was reported in the round before stand where a cell was left empty."""
    number = str(values.get("project_no", ""))
    for at, column in columns.items():
        value = before.get(column.name, _EMPTY)
        if _is_empty(values.get(column.name, _EMPTY)) and not _is_empty(value):
            values[column.name] = value
            said = text_of(value)
            said = (column.allowed or {}).get(said, said)
            yield Mend("carried", where(at + 1), "", said, number)


def _is_empty(value: str | float) -> bool:
    return value == _EMPTY or value != value  # noqa: PLR0124  # NaN


def _columns(table: Table, number: int, cells: Cells, faults: list[str]) -> dict[int, Column]:
    columns: dict[int, Column] = {}
    for at, cell in enumerate(cells):
        text, where = text_of(cell).strip(), cell_ref(table.title, number, at + 1)
        column = column_of(table, text)
        if column is None and text:
            said = say(f"ไม่มีคอลัมน์ “{text}”", f"there is no column '{text}'")
            faults.append(f"{where}: {said}; {_the_headings(table)}")
        elif column in columns.values():
            said = say(
                f"มีคอลัมน์ “{text}” สองแห่ง เหลือไว้แห่งเดียว",
                f"the column '{text}' stands here twice; keep one of them",
            )
            faults.append(f"{where}: {said}")
        elif column is not None:
            columns[at] = column
    required = (one for one in table.own_columns if one.required)
    faults += [
        f"{table.title}: "
        + say(
            f"ไม่มีคอลัมน์ “{column.title}” นำกลับคืนมา",
            f"the column '{column.title}' is missing; put it back",
        )
        for column in required
        if column not in columns.values()
    ]
    return columns


def _the_headings(table: Table) -> str:
    listed = ", ".join(heading(one) for one in sheet_columns(table))
    return say(f"หัวคอลัมน์มี: {listed}", f"the headings are: {listed}")
