"""What a rule yields: the cells in doubt and the sentence; the register makes findings of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from plantrack_nb.check.facts import ref_of
from plantrack_nb.core.findings import Cell, Severity
from plantrack_nb.core.provenance import SourceRef, stands_alone
from plantrack_nb.core.records import Row
from plantrack_nb.core.schema import TABLES
from plantrack_nb.measures.places import OWNERS, Places
from plantrack_nb.thai.numbers import PLAIN_NUMBER, to_float
from plantrack_nb.thai.text import arabic_digits

_OWNER_COLUMNS = ("owner_groups", "persons")
_FIGURE = re.compile(rf"(?<![\d.,]){PLAIN_NUMBER}(?!\d|[.,]\d)")
_WORDS_OF = {
    (table.name, column.name): column.allowed
    for table in TABLES.values()
    for column in table.own_columns
    if column.allowed is not None
}


class Spot(NamedTuple):
    """A cell of the tables as a rule names it; see :func:`cell`."""

    row: Row
    column: str
    words: str = ""
    ref: SourceRef | None = None

    @property
    def source(self) -> SourceRef:
        """What its row names as the source, or the cell that the rule has found."""
        return self.ref or ref_of(self.row)

    @property
    def place(self) -> Cell:
        """Where it stands in the tables."""
        return Cell(self.row.table, self.row.row_name, self.column)

    def refs(self, places: Places) -> tuple[SourceRef, ...]:
        """Where it stands in the source: the cell of the value, or the cells of its words."""
        if self.ref is not None:
            return (self.ref,)
        if self.column in _OWNER_COLUMNS:
            return (places.near(self.row, OWNERS, self.words),)
        return places.all(self.row, self.column, self.words)

    def mark_in(self, raw: str) -> str:
        """Find the words meant, or else the value, in the text that stands in the source."""
        value = getattr(self.row, self.column, "")
        if isinstance(value, float) and not self.words:
            return _figure(raw, value)
        said = _WORDS_OF.get((self.row.table, self.column), {}).get(value, "")
        return _spaced(raw, self.words or said)


def cell(row: Row, column: str, words: str = "", ref: SourceRef | None = None) -> Spot:
    """Name a cell.

    Parameters
    ----------
    row : Row
        A row of :class:`check.facts.Facts`, or made from one.
    column : str
        The column of its table.
    words : str
        The words of the value that are meant; without them the whole of it.
    ref : SourceRef, optional
        Where it stands, if the rule has looked that up itself.
    """
    return Spot(row, column, words, ref)


def cells(rows: Iterable[Row], column: str) -> list[Spot]:
    """Name one column's cell in each of several rows."""
    return [Spot(row, column) for row in rows]


@dataclass(frozen=True, slots=True)
class Hit:
    """One case in which a rule's fault is there.

    Parameters
    ----------
    cells : Spot or sequence of Spot
        The values in doubt; none where no single value is meant.
    subject : str
        What it is about, as keys that last; with the rule's code it makes the finding's id.
    message : str
        One Thai sentence for the owner of the figure.
    expected, found : str
        The value that would agree with the rest, and the value that stands there.
    hint : str, optional
        What to do, where more can be said than the rule's own ``todo``.
    beside : sequence of Spot
        The values that those in doubt are held against.
    severity : Severity, optional
        Where it is another than the rule's own.
    because_of : str
        Id of the finding that explains it.
    project_no, district : str, optional
        Where they are not those that all the cells in doubt share.
    """

    cells: Spot | Sequence[Spot]
    subject: str
    message: str
    expected: str = ""
    found: str = ""
    hint: str | None = None
    beside: Sequence[Spot] = ()
    severity: Severity | None = None
    because_of: str = ""
    project_no: str | None = None
    district: str | None = None

    @property
    def doubted(self) -> Sequence[Spot]:
        """The values in doubt, as a sequence."""
        return (self.cells,) if isinstance(self.cells, Spot) else self.cells

    def shared(self, name: str) -> str:
        """Return what all cells in doubt (else all beside) have in a column; else ``""``."""
        values = {getattr(one.row, name, "") for one in self.doubted or self.beside}
        return str(values.pop()) if len(values) == 1 else ""

    def refs(self, places: Places) -> tuple[SourceRef, ...]:
        """Where the cells stand in the source, each once; in those in doubt the words marked."""
        found: dict[tuple[str, str, str], SourceRef] = {}
        for ref in _marked(self.doubted, places):
            known = found.setdefault((ref.file, ref.ref, ref.raw), ref)
            if ref.mark and not known.mark:
                found[ref.file, ref.ref, ref.raw] = ref
        for one in self.beside:
            for ref in one.refs(places):
                found.setdefault((ref.file, ref.ref, ref.raw), ref)
        return tuple(found.values())


def _marked(spots: Iterable[Spot], places: Places) -> Iterator[SourceRef]:
    for one in spots:
        for ref in one.refs(places):
            yield SourceRef(ref.file, ref.ref, ref.raw, one.mark_in(ref.raw))


def _figure(raw: str, value: float) -> str:
    for found in _FIGURE.finditer(arabic_digits(raw)):
        if to_float(found[0]) == abs(value):
            return raw[found.start() : found.end()]
    return ""


def _spaced(raw: str, words: str) -> str:
    """Find words in a text in which spaces and breaks may stand elsewhere."""
    letters = "".join(words.split())
    places = [at for at, letter in enumerate(raw) if not letter.isspace()] if letters else []
    plain = "".join(raw[at] for at in places)
    start = plain.find(letters) if letters else -1
    while start >= 0:
        first, last = places[start], places[start + len(letters) - 1] + 1
        if stands_alone(raw, first, last):
            return raw[first:last]
        start = plain.find(letters, start + 1)
    return ""
