"""Official names and words that an office wants spelt in one way (``params/terms.csv``)."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from plantrack_nb.core.errors import SourceError
from plantrack_nb.core.plain_files import opened
from plantrack_nb.thai.text import arabic_digits, squeeze

_COLUMNS = ["term", "also", "wrong", "note"]
_BETWEEN = "|"
SHORTEST = 5
"""Letters that a term must have at least, so that no other word is taken for it."""


@dataclass(frozen=True, slots=True)
class Term:
    """One name or word.

    Parameters
    ----------
    text : str
        The right form.
    also : tuple of str
        Forms near it that are right, too.
    wrong : tuple of str
        Forms known to be wrong, however far from the right one.
    note : str
        What it is, for people.
    """

    text: str
    also: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class Terms:
    """All terms of an office."""

    rows: tuple[Term, ...] = ()


NO_TERMS = Terms()
"""Nothing to hold a word against."""


def compared(text: str) -> str:
    """Reduce a text to the form in which terms are compared: no spaces, Arabic digits."""
    return arabic_digits(squeeze(text))


def read_terms(path: Path) -> Terms:
    """Read ``params/terms.csv``; several forms in one cell are parted by ``|``.

    Raises
    ------
    SourceError
        The file cannot be read, lacks a column, or a term is too short or stands there twice.
    """
    try:
        with opened(path) as file:
            reader = csv.DictReader(file)
            rows = list(reader)
            lacking = [name for name in _COLUMNS if name not in (reader.fieldnames or ())]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise SourceError(
            "The terms cannot be read.",
            where=str(path),
            why=str(error),
            hint="Put terms.csv, saved as UTF-8, into the folder params.",
        ) from error
    if lacking:
        raise SourceError(
            "The terms lack a column.",
            where=str(path),
            why=f"There is no column {', '.join(lacking)}.",
            hint=f"Give the columns {', '.join(_COLUMNS)} in the first row.",
        )
    found: dict[str, Term] = {}
    for number, row in enumerate(rows, 2):
        term = _term(row)
        key = compared(term.text)
        if len(key) < SHORTEST or key in found:
            why = "stands there twice" if key in found else f"has fewer than {SHORTEST} letters"
            raise SourceError(
                "A row of the terms is wrong.",
                where=f"{path} line {number}",
                why=f"'{term.text}' {why}.",
                hint="Take the row out, or write the whole name.",
            )
        found[key] = term
    return Terms(tuple(found.values()))


def _term(row: Mapping[str, str | None]) -> Term:
    text, also, wrong, note = ((row[name] or "").strip() for name in _COLUMNS)
    return Term(text, _forms(also), _forms(wrong), note)


def _forms(cell: str) -> tuple[str, ...]:
    return tuple(one.strip() for one in cell.split(_BETWEEN) if one.strip())
