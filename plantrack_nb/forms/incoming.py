"""Read a workbook of corrections that a group has filled in; any spreadsheet may have saved it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from plantrack_nb.core.corrections import Value
from plantrack_nb.core.errors import SourceError
from plantrack_nb.core.provenance import cell_ref
from plantrack_nb.core.schema import TABLES, Column, Kind, RoundKey
from plantrack_nb.forms import wording
from plantrack_nb.forms.layout import Layout, laid_out
from plantrack_nb.forms.questions import Reply, read_replies
from plantrack_nb.load.round_book.cells import CellValue, SheetRow, read_cells
from plantrack_nb.load.round_book.values import Fault, shown, value_of
from plantrack_nb.thai.numbers import is_dash

_SHEETS = {table.title: table.name for table in TABLES.values()}


@dataclass(frozen=True)
class Answer:
    """What a group wrote about one row's cell.

    Parameters
    ----------
    table, row, column : str
        The cell; ``column`` is ``""`` when only the reason was written.
    seen : CellValue
        What the workbook showed there.
    right : Value
        The right value.
    reason : str
        Why.
    where : str
        The workbook's cell, e.g. ``"รายการงบประมาณ!L2"``.
    """

    table: str
    row: str
    column: str
    seen: CellValue
    right: Value
    reason: str
    where: str


@dataclass(frozen=True)
class Filled:
    """One filled workbook: whose it is, what it says, and what of it cannot be taken."""

    file: str
    key: RoundKey
    group: str
    who: str
    answers: tuple[Answer, ...]
    faults: tuple[str, ...]
    replies: tuple[Reply, ...] = ()


def read_filled(path: Path) -> Filled:
    """Read a filled workbook.

    Raises
    ------
    SourceError
        It is no workbook of corrections, or cannot be read.
    """
    sheets = read_cells(path)
    said = _guide(path, sheets)
    answers: list[Answer] = []
    faults: list[str] = []
    for title, rows in sheets.items():
        if title not in _SHEETS or not rows:
            faults += _strange(title, rows)
            continue
        for one in _sheet(path, title, rows):
            (faults if isinstance(one, str) else answers).append(one)  # type: ignore[arg-type]
    key = RoundKey(said[wording.DISTRICT], int(said[wording.YEAR]), int(said[wording.QUARTER]))
    who = said.get(wording.WHO, "")
    asked = sheets.get(wording.QUESTIONS_SHEET)
    replies = tuple(read_replies(path.name, asked)) if asked else ()
    return Filled(path.name, key, said[wording.GROUP], who, tuple(answers), tuple(faults), replies)


def _strange(title: str, rows: Sequence[SheetRow]) -> list[str]:
    """Tell a sheet of answers that was renamed: what is written there must not be lost."""
    heads = [shown(cell).strip() for cell in rows[0][1]] if rows else []
    if title in {wording.GUIDE_SHEET, wording.QUESTIONS_SHEET} or wording.REASON not in heads:
        return []
    return [f"sheet '{title}': it was renamed; give it the name back that it was sent with"]


def _guide(path: Path, sheets: Mapping[str, Sequence[SheetRow]]) -> dict[str, str]:
    rows = sheets.get(wording.GUIDE_SHEET, ())
    said = {shown(cells[0]).strip(): shown(cells[1]).strip() for _, cells in rows if len(cells) > 1}
    numbers = (said.get(name, "") for name in (wording.YEAR, wording.QUARTER))
    if not all(text.isdecimal() for text in numbers) or not said.get(wording.DISTRICT):
        raise SourceError(
            "The file is no workbook of corrections.",
            where=path.name,
            why=f"its sheet '{wording.GUIDE_SHEET}' does not say which round it is about",
            hint="Give a workbook that 'plantrack corrections' wrote and a group filled in.",
        )
    return {wording.GROUP: "", **said}


def _sheet(path: Path, title: str, rows: Sequence[SheetRow]) -> Iterator[Answer | str]:
    table = _SHEETS[title]
    headings = [shown(cell).strip() for cell in rows[0][1]]
    asked = {one.name for one in TABLES[table].own_columns if wording.RIGHT + one.title in headings}
    layout = laid_out(table, asked)
    if headings[: len(layout.headings)] != layout.headings:
        raise SourceError(
            "The columns of a workbook of corrections were changed.",
            where=f"{path.name}, sheet '{title}'",
            why=f"they must be: {', '.join(layout.headings)}",
            hint="Fill in the workbook as it was sent, without moving or renaming columns.",
        )
    for number, cells in rows[1:]:
        yield from _row(title, layout, number, [*cells, *[""] * len(layout.headings)])


def _row(
    title: str, layout: Layout, number: int, cells: Sequence[CellValue]
) -> Iterator[Answer | str]:
    name, reason = shown(cells[0]).strip(), shown(cells[layout.reason]).strip()
    given = 0
    for at, column in enumerate(layout.asked, start=layout.remarks + 1):
        where = cell_ref(title, number, at + 1)
        if not shown(cells[at]).strip():
            continue
        given += 1
        right = _right(column, cells[at])
        if isinstance(right, Fault):
            yield f"{where}: {right.why}; {right.allowed}"
        elif not reason:
            yield f"{cell_ref(title, number, layout.reason + 1)}: the reason is missing; say why"
        else:
            seen = cells[1 + layout.shown.index(column)]
            yield Answer(layout.table, name, column.name, seen, right, reason, where)
    if reason and not given:
        where = cell_ref(title, number, layout.reason + 1)
        yield Answer(layout.table, name, "", "", None, reason, where)


def _right(column: Column, cell: CellValue) -> Value | Fault:
    """Take the value as its column declares it; a dash leaves the cell empty."""
    if isinstance(cell, str) and is_dash(cell) and not column.required:
        return "" if column.kind is Kind.TEXT else None
    value = value_of(column, cell)
    if isinstance(value, Fault):
        return value
    if isinstance(value, float) and math.isnan(value):
        return None
    return value
