"""Where a value stands: the file, the place in it, the text as it was, and what was put right."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, reduce

_LETTERS = re.compile(r"[A-Z]{1,3}")
_ON_PAGE = re.compile(r"^p(?P<page>\d+)!(?:R\d+C\d+|L\d+)$")


@dataclass(frozen=True, slots=True)
class SourceRef:
    """A place in a source file.

    Parameters
    ----------
    file : str
        File name without folders, so that the same input gives the same bytes anywhere.
    ref : str
        ``L383`` or ``L383.5`` (text line and column, both from 1), ``sheet!E12`` (cell),
        ``p12!R3C5`` (page, table row and column) or ``p12!L4`` (page and paragraph).
    raw : str
        The text exactly as it stands there.
    mark : str
        The words or the figure of it that are meant, as they stand there; ``""`` for all of it.
    """

    file: str
    ref: str
    raw: str
    mark: str = field(default="", compare=False)  # one place is one, whatever is meant in it


@dataclass(frozen=True, slots=True)
class Mend:
    """One thing the reader put right before it could place a value.

    Parameters
    ----------
    kind : str
        ``moved`` (a cell stood in another column), ``word`` (a damaged word),
        ``joined`` (text continued over a break), ``mark`` (a status mark out of its
        column), ``order`` (a mark or owner in a row of its own, given to the next activity
        that had none), ``share`` (0.98 read as 98 %), ``added`` (an empty amount of a project
        added up from its parts), ``hidden`` (a hidden row was read too), ``dropped`` (a heading
        inside the table, a name or catchword printed again), ``carried`` (left empty: what was
        reported in the round before still stands).
    source_ref : str
        Where it stands.
    before, after : str
        What stood there, and what it was read as.
    project_no : str
        The project it belongs to, or ``""``.
    """

    kind: str
    source_ref: str
    before: str
    after: str
    project_no: str = ""


@dataclass(frozen=True, slots=True)
class LayoutLine:
    """One thing that was understood of how a document is laid out, for people to read.

    Parameters
    ----------
    part : str
        What it is about: a sheet, a column, a kind of rows, the numbering, the unit.
    where : str
        Where it stands.
    said : str
        The words of the document, or how often it occurs.
    meaning : str
        What it was understood as.
    note : str
        Why, or why it is left out.
    """

    part: str
    where: str
    said: str
    meaning: str
    note: str = ""


def line_ref(line: int, column: int | None = None) -> str:
    """Name a text line, or a column of it (both count from 1)."""
    return f"L{line}" if column is None else f"L{line}.{column}"


def cell_ref(sheet: str, row: int, column: int) -> str:
    """Name a workbook cell (row and column count from 1), e.g. ``"งบ!E12"``."""
    return f"{sheet}!{column_letters(column)}{row}"


def page_cell_ref(page: int, row: int, column: int) -> str:
    """Name a cell on a page (all count from 1), e.g. ``"p12!R3C5"``."""
    return f"p{page}!R{row}C{column}"


def page_line_ref(page: int, line: int) -> str:
    """Name a paragraph outside tables on a page (both count from 1), e.g. ``"p12!L4"``."""
    return f"p{page}!L{line}"


def page_of(ref: str) -> int | None:
    """Return the page that a place lies on, None for a place of a document without pages."""
    found = _ON_PAGE.match(ref)
    return int(found["page"]) if found else None


def column_letters(column: int) -> str:
    """Spell a column number the way spreadsheets do: 1 is A, 27 is AA."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


@cache
def column_number(letters: str) -> int:
    """Return the number that a column's letters spell: A is 1; 0 for what are none."""
    if not _LETTERS.fullmatch(letters):
        return 0
    return reduce(lambda number, letter: 26 * number + ord(letter) - ord("A") + 1, letters, 0)


def stands_alone(text: str, start: int, end: int) -> bool:
    """Tell whether a part of a text is no piece of a longer figure: 1 does not stand in 2561."""
    before, after = text[max(start - 1, 0) : start], text[end : end + 2]
    begins = text[start].isdigit() and (before.isdigit() or before in (".", ","))
    goes_on = text[end - 1].isdigit() and (after[:1].isdigit() or after[:1] in (".", ","))
    return not begins and not (goes_on and (after[:1].isdigit() or after[1:].isdigit()))


def parted(raw: str, mark: str) -> tuple[str, str, str]:
    """Cut a text into what stands before its marked words, the words, and what follows."""
    start = raw.find(mark) if mark else -1
    while start >= 0:
        end = start + len(mark)
        if stands_alone(raw, start, end):
            return raw[:start], mark, raw[end:]
        start = raw.find(mark, start + 1)
    return raw, "", ""
