"""Words that an office's own tables use in headings and for statuses (``params/words.csv``)."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

from plantrack_nb.core.errors import SourceError
from plantrack_nb.core.language import say
from plantrack_nb.core.plain_files import opened

FILE = "words.csv"
_COLUMNS = ["words", "means", "note"]


@dataclass(frozen=True, slots=True)
class OwnWord:
    """One word or phrase, what the office says it means, and where that stands."""

    words: str
    means: str
    where: str


def read_words(path: Path) -> tuple[OwnWord, ...]:
    """Read ``params/words.csv``.

    Raises
    ------
    SourceError
        The file cannot be read or lacks a column.
    """
    try:
        with opened(path) as file:
            reader = csv.DictReader(file)
            rows = list(reader)
            lacking = [name for name in _COLUMNS if name not in (reader.fieldnames or ())]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise SourceError(
            say("อ่านรายการคำไม่ได้", "The list of words cannot be read."),
            where=str(path),
            why=str(error),
            hint=say("บันทึกเป็น CSV แบบ UTF-8", "Save it as CSV in UTF-8."),
        ) from error
    if lacking:
        raise SourceError(
            say("รายการคำขาดคอลัมน์", "The list of words lacks a column."),
            where=str(path),
            why=", ".join(lacking),
            hint=say("บรรทัดแรกต้องเป็น: ", "Its first line must be: ") + ",".join(_COLUMNS),
        )
    return tuple(
        OwnWord(row["words"].strip(), (row["means"] or "").strip(), f"{path} line {number}")
        for number, row in enumerate(rows, 2)
        if (row["words"] or "").strip()
    )
