"""What stands where in the round workbook; writer and reader both go by it."""

from __future__ import annotations

from collections.abc import Mapping

from plantrack_nb.core.schema import ROUND_COLUMNS, SOURCE_COLUMNS, TABLES, Column, Table

GUIDE_SHEET = "คำอธิบาย"
"""First sheet: explains, and holds the round's key once for all sheets."""

NOT_TO_FILL = "ไม่ต้องกรอก"
"""Said in the headings of the source columns, which people leave alone."""

SOURCE_NAMES = frozenset(column.name for column in SOURCE_COLUMNS)
SHEETS: Mapping[str, Table] = {table.title: table for table in TABLES.values()}
KEY_LABELS: Mapping[str, str] = {
    label: column.name for column in ROUND_COLUMNS for label in (column.title, column.name)
}


def sheet_columns(table: Table) -> tuple[Column, ...]:
    """Columns of a sheet, left to right: the table's own, then the source."""
    return (*table.own_columns, *SOURCE_COLUMNS)


def heading(column: Column) -> str:
    """Text of a column's heading."""
    return f"{column.title} ({NOT_TO_FILL})" if column.name in SOURCE_NAMES else column.title


def column_of(table: Table, text: str) -> Column | None:
    """Find the column that a heading names, in Thai or by its English name."""
    wanted = text.strip().removesuffix(f"({NOT_TO_FILL})").strip()
    for column in sheet_columns(table):
        if wanted in (column.title, column.name):
            return column
    return None


def is_number_as_text(column: Column) -> bool:
    """Tell whether a text column holds numbers such as "6.10", which is not 6.1."""
    return column.name.endswith("_no")
