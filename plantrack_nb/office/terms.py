"""Official names and words that an office wants spelt in one way (``params/terms.csv``)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from plantrack_nb.core.language import say
from plantrack_nb.office.csv_file import CsvFile, Line
from plantrack_nb.thai.text import arabic_digits, squeeze

_OPTIONAL = ("also", "wrong", "note")
_FILE = CsvFile("terms", "คำสะกดมาตรฐาน", "params/terms.csv", ("term", *_OPTIONAL), _OPTIONAL)
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
        The file cannot be read as declared, or a term is too short or stands there twice.
    """
    found: dict[str, Term] = {}
    for line in _FILE.read(path):
        term = _term(line)
        key = compared(term.text)
        if len(key) < SHORTEST or key in found:
            why = (
                say("ซ้ำกับแถวอื่น", "stands there twice")
                if key in found
                else say(f"สั้นกว่า {SHORTEST} ตัวอักษร", f"has fewer than {SHORTEST} letters")
            )
            hint = say("ลบแถวนั้น หรือเขียนชื่อเต็ม", "Take the row out, or write the whole name.")
            raise _FILE.wrong(line, say(f"“{term.text}” {why}", f"'{term.text}' {why}."), hint)
        found[key] = term
    return Terms(tuple(found.values()))


def _term(line: Line) -> Term:
    text, also, wrong, note = line.cells
    return Term(text, _forms(also), _forms(wrong), note)


def _forms(cell: str) -> tuple[str, ...]:
    return tuple(one.strip() for one in cell.split(_BETWEEN) if one.strip())
