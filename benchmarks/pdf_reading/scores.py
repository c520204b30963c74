"""What was read, held against what was printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path

from plantrack_nb.containers import open_grid
from plantrack_nb.containers.grid import Grid
from plantrack_nb.core.errors import SourceError

AMOUNTS = (4, 5)
"""Columns that hold money."""


@dataclass
class Score:
    """How much of one file or many was read right."""

    files: int = 0
    refused: int = 0
    cells: int = 0
    cells_right: int = 0
    amounts: int = 0
    amounts_right: int = 0
    wrong: list[str] = field(default_factory=list)

    def __add__(self, other: Score) -> Score:
        return Score(
            self.files + other.files,
            self.refused + other.refused,
            self.cells + other.cells,
            self.cells_right + other.cells_right,
            self.amounts + other.amounts,
            self.amounts_right + other.amounts_right,
            self.wrong + other.wrong,
        )

    def line(self) -> str:
        """Say it in a line of the table."""
        cells = self.cells_right / self.cells if self.cells else 0.0
        amounts = self.amounts_right / self.amounts if self.amounts else 0.0
        wrong = self.amounts - self.amounts_right
        return f"{self.files:5} {self.refused:7} {cells:12.3%} {amounts:14.3%} {wrong:14}"


def score(printed: Sequence[Sequence[str]], path: Path) -> Score:
    """Read a file and compare; a refusal is counted as such."""
    try:
        grid = open_grid(path)
    except SourceError as error:
        return Score(1, 1, wrong=[f"{path.name}: {error.why}"])
    made = Score(1)
    wanted = [tuple(map(_bare, row)) for row in printed[1:]]
    found = _rows(grid, tuple(map(_bare, printed[0])))
    for want, got in _pairs(wanted, found):
        for column, text in enumerate(want):
            if not text:
                continue
            right = column < len(got) and got[column] == text
            made.cells += 1
            made.cells_right += right
            if column in AMOUNTS:
                made.amounts += 1
                made.amounts_right += right
            if not right:
                read = got[column] if column < len(got) else ""
                made.wrong.append(f"{path.name}: {text} read as {read or 'nothing'}")
    return made


def _rows(grid: Grid, head: tuple[str, ...]) -> list[tuple[str, ...]]:
    rows = [tuple(map(_bare, row.texts)) for row in grid if row.in_table]
    return [row for row in rows if row[: len(head)] != head]


def _pairs(
    wanted: Sequence[tuple[str, ...]], found: Sequence[tuple[str, ...]]
) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Put each printed row beside the one read for it, if any."""
    pairs: list[tuple[tuple[str, ...], tuple[str, ...]]] = []
    matcher = SequenceMatcher(None, wanted, found, autojunk=False)
    for _, first, last, begin, end in matcher.get_opcodes():
        got = list(found[begin:end])
        for at, want in enumerate(wanted[first:last]):
            pairs.append((want, got[at] if at < len(got) else ()))
    return pairs


def _bare(text: str) -> str:
    return "".join(text.split())
