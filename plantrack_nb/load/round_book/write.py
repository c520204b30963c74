"""Write the round workbook, filled or empty; the same round always gives the same bytes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from plantrack_nb.core.files import write_bytes
from plantrack_nb.core.schema import ROUND_COLUMNS, TABLES, Column, Kind, Round, RoundKey, Table
from plantrack_nb.load.round_book import legend
from plantrack_nb.load.round_book.legend import SOURCE_NAMES, heading, sheet_columns
from plantrack_nb.load.round_book.packed_places import places_sheets
from plantrack_nb.measures.places import Place
from plantrack_nb.workbooks import styles
from plantrack_nb.workbooks.book import Cell, Choices, Lane, Placed, Sheet, in_rows, workbook
from plantrack_nb.workbooks.columns import choices_of, content_of, declared, is_number_as_text
from plantrack_nb.workbooks.styles import Style

if TYPE_CHECKING:
    import pandas as pd

_GUIDE_WIDTHS = (20, 26, 52, 10, 9, 34, 34)
_WIDE = {"text": 70, "name": 45, "targets": 45, "indicators": 45, "label": 35, "owner_groups": 35}
_NARROW = {"source_file": 18, "source_ref": 14, "raw": 30, "persons": 28, "reason": 28}
_WIDTHS = _WIDE | _NARROW


def write_workbook(
    path: Path,
    round: Round | None = None,  # noqa: A002
    key: RoundKey | None = None,
    notice: str = "",
    places: Iterable[Place] = (),
) -> None:
    """Write a round, or an empty workbook to be filled in.

    Parameters
    ----------
    path : Path
        The .xlsx to write.
    round : Round, optional
        What fills the sheets; its key stands on the first sheet.
    key : RoundKey, optional
        The round an empty workbook is meant for; without it the cells stay empty.
    notice : str, optional
        What everybody who opens it must know, e.g. that its data are made up: it stands on the
        first sheet and in the file's properties.
    places : iterable of Place
        The cells of the source behind the values, for the last sheet.

    Raises
    ------
    OutputError
        A value does not fit a spreadsheet cell, or the file cannot be written.
    """
    sheets = (
        guide_sheet(round.key if round else key, notice),
        *(_sheet(table, round.tables[name] if round else None) for name, table in TABLES.items()),
        *places_sheets(places),
    )
    write_bytes(path, workbook(sheets, title=legend.TITLE, comments=notice))


def guide_sheet(key: RoundKey | None, notice: str = "") -> Sheet:
    """Make the first sheet; ``notice`` is what everybody must know."""
    return Sheet(
        legend.GUIDE_SHEET,
        [Lane(width) for width in _GUIDE_WIDTHS],
        in_rows(_guide(key, notice)),
        printed=True,
        ruled=False,
    )


def _guide(key: RoundKey | None, notice: str) -> Iterator[Sequence[Cell]]:
    """Yield the rows of the first sheet: which round this is, how to fill the workbook."""
    yield [Cell(legend.TITLE, styles.TITLE)]
    yield [_line(legend.ABOUT)]
    yield [_line(notice, styles.STRONG)] if notice else []
    yield [Cell(legend.KEY_TITLE, styles.SECTION)]
    for column in ROUND_COLUMNS:
        told = Cell(legend.KEY_HELP[column.name], styles.PLAIN, across=len(_GUIDE_WIDTHS) - 2)
        yield [Cell(column.title, styles.STRONG), _key_cell(column, key), told]
    yield []
    yield [Cell(legend.HOW_TITLE, styles.SECTION)]
    for number, line in enumerate(legend.HOW, start=1):
        yield [_line(f"{number}. {line}")]
    yield []
    yield [Cell(legend.COLUMNS_TITLE, styles.SECTION)]
    for table in TABLES.values():
        about = f"แผ่นงาน “{table.title}”: {legend.TABLE_HELP[table.name]}"
        yield [_line(about, styles.STRONG)]
        yield [Cell(title, styles.HEAD_REQUIRED) for title in legend.COLUMNS_HEADINGS]
        for column in sheet_columns(table):
            yield [Cell(text, styles.TEXT) for text in _explained(table, column)]


def _line(text: str, style: Style = styles.PLAIN) -> Cell:
    return Cell(text, style, across=len(_GUIDE_WIDTHS))


def _key_cell(column: Column, key: RoundKey | None) -> Cell:
    return Cell(
        getattr(key, column.name) if key else None,
        styles.KEY_TEXT if column.kind is Kind.TEXT else styles.KEY_NUMBER,
        choices=Choices((1, 2, 3, 4)) if column.name == "quarter" else None,
        name=column.name,
    )


def _explained(table: Table, column: Column) -> tuple[str, ...]:
    meaning, example = legend.column_help(table.name, column.name)
    return (
        table.title,
        heading(column),
        meaning,
        legend.REQUIRED if column.required else "",
        legend.UNITS[column.unit] if column.unit else "",
        "\n".join(column.allowed.values()) if column.allowed is not None else "",
        example,
    )


def _sheet(table: Table, data: pd.DataFrame | None) -> Sheet:
    return Sheet(
        table.title,
        [column_lane(table, column) for column in sheet_columns(table)],
        () if data is None else _filled(table, data),
        frozen=(1, 1),
        filtered=1 if data is None else max(len(data), 1),
        printed=True,
    )


def column_lane(table: Table, column: Column) -> Lane:
    """Grey for the source, dark for what must be filled in, light for the rest."""
    _, title, meaning, required, unit, _, example = _explained(table, column)
    unit, example = unit and f"หน่วย: {unit}", example and f"เช่น {example}"
    head = styles.HEAD_REQUIRED if column.required else styles.HEAD_OPTIONAL
    return Lane(
        14 if is_number_as_text(column) else _WIDTHS.get(column.name, 20),
        title,
        styles.HEAD_SOURCE if column.name in SOURCE_NAMES else head,
        "\n".join(filter(None, (meaning, required, unit, example))),
        _body(column),
        choices_of(column, legend.NOT_LISTED),
    )


def _filled(table: Table, data: pd.DataFrame) -> Iterator[Placed]:
    for at, column in enumerate(sheet_columns(table)):
        style = _body(column)
        for row, value in enumerate(data[column.name].tolist(), start=1):
            content = content_of(column, value)
            if content is not None:
                yield row, at, Cell(content, style)


def _body(column: Column) -> Style:
    return styles.SOURCE if column.name in SOURCE_NAMES else declared(column)
