"""Words that an office's own tables use in headings and for statuses (``params/words.csv``)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from plantrack_nb.core.errors import SourceError
from plantrack_nb.office.csv_file import CsvFile, Line

FILE = "words.csv"
_FILE = CsvFile(
    "words", "คำเฉพาะของสำนักงาน", f"params/{FILE}", ("words", "means", "note"), ("note",)
)


@dataclass(frozen=True, slots=True)
class OwnWord:
    """One word or phrase, what the office says it means, and its line of the file."""

    words: str
    means: str
    line: Line

    def wrong(self, why: str, hint: str) -> SourceError:
        """Return the error that refuses this word."""
        return _FILE.wrong(self.line, why, hint)


def read_words(path: Path) -> tuple[OwnWord, ...]:
    """Read ``params/words.csv``.

    Raises
    ------
    SourceError
        The file cannot be read as declared.
    """
    return tuple(OwnWord(line.cells[0], line.cells[1], line) for line in _FILE.read(path))
