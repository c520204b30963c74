"""Where a value stands: the file, the place in it, and the text as it was."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SourceRef:
    """A place in a source file.

    Parameters
    ----------
    file : str
        File name without folders, so that the same input gives the same bytes anywhere.
    ref : str
        ``L383`` or ``L383.5`` (text line and column, both from 1) or ``sheet!E12`` (cell).
    raw : str
        The text exactly as it stands there.
    """

    file: str
    ref: str
    raw: str


def line_ref(line: int, column: int | None = None) -> str:
    """Name a text line, or a column of it (both count from 1)."""
    return f"L{line}" if column is None else f"L{line}.{column}"


def cell_ref(sheet: str, row: int, column: int) -> str:
    """Name a workbook cell (row and column count from 1), e.g. ``"งบ!E12"``."""
    return f"{sheet}!{column_letters(column)}{row}"


def column_letters(column: int) -> str:
    """Spell a column number the way spreadsheets do: 1 is A, 27 is AA."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
