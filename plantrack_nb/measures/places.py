"""Where each piece of a value stands, when that is not where its row says.

A row of the tables names one place. Values are gathered from several cells: a project's targets
go on over rows and pages, its owners stand in the last column, a mark in a row of its own. Each
such cell is a :class:`Place`; findings ask :class:`Places` for the cell that holds the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any

from plantrack_nb.core.provenance import SourceRef
from plantrack_nb.core.schema import RoundKey
from plantrack_nb.thai.text import squeeze, tidy

JOINT = " ⏎ "
"""Stands between the raw texts of what was joined."""

OWNERS = "owners"
"""Column of the owner cells: groups and persons are read from the same ones."""

MOVED = "moved"
"""Column of cells that were read in another column than they stand in; its text says which."""

_OF_PROJECT = frozenset({"name", "targets", "indicators", "budget_state", OWNERS})
_OWN_CELL = re.compile(r"^(?P<sheet>.+!)[A-Z]{1,3}(?P<row>\d+)$")
_TEXT_COLUMN = re.compile(r"^(L\d+)\.\d+$")
_CELL_COLUMN = re.compile(r"^(.+!)[A-Z]{1,3}(\d+)$")
_PAGE_COLUMN = re.compile(r"^(p\d+!)(?:R(\d+)C\d+|(L\d+))$")
_FEWEST = 4
"""Letters that a piece must share with words that go on over several cells."""


@dataclass(frozen=True, slots=True)
class Place:
    """One cell (or part of it) that a value was read from.

    Parameters
    ----------
    project_no : str
        The project, ``""`` for paragraphs of the whole document.
    row_ref, row : str
        The row of the tables: its ``source_ref``, and the number of the activity or budget line
        (``""`` for the project itself and for paragraphs).
    column : str
        The column, or :data:`OWNERS`.
    text : str
        The words read from there.
    source_ref, raw : str
        The cell, and its text as it stands in the file that the row names.
    """

    project_no: str
    row_ref: str
    row: str
    column: str
    text: str
    source_ref: str
    raw: str


@dataclass(frozen=True)
class Places:
    """The places of one round or of several, to be asked for the cell behind a value."""

    by_round: Mapping[RoundKey, Sequence[Place]] = field(default_factory=dict)

    def of(self, row: Any, column: str, words: str = "") -> SourceRef:
        """Return the cell that holds some words of a row's value, or else the row's own place."""
        return self.all(row, column, words)[0]

    def all(self, row: Any, column: str, words: str = "") -> tuple[SourceRef, ...]:
        """Return all cells that hold them, or over which they go on, in reading order.

        Parameters
        ----------
        row : Any
            A row of a table, its columns as attributes.
        column : str
            The column whose value is meant.
        words : str
            Words of the value; without them every cell of it is returned.
        """
        pieces = self._pieces(row, column)
        held = _holding(pieces, words) if words and len(pieces) > 1 else pieces
        if held:
            refs = (SourceRef(row.source_file, one.source_ref, one.raw) for one in held)
            return tuple(dict.fromkeys(refs))
        return (self._own_cell(row, column),)

    def near(self, row: Any, column: str, words: str) -> SourceRef:
        """Return the cell that holds the words in the row's own line, or else the first one."""
        found = self.all(row, column, words)
        line = line_of(row.source_ref)
        return next((one for one in found if line_of(one.ref) == line), found[0])

    def line(self, row: Any, column: str, text: str, nth: int = 0) -> SourceRef:
        """Return the cell that gave a whole line of a project's value, of equal ones the nth."""
        same = self._lines.get((*_project(row), column, text), ())
        if nth < len(same):
            return SourceRef(row.source_file, same[nth].source_ref, same[nth].raw)
        return self.of(row, column, text)

    def _pieces(self, row: Any, column: str) -> Sequence[Place]:
        key = (*_project(row), column)
        pieces = self._index.get(key, ())
        if column in _OF_PROJECT:
            return pieces
        ref, number = row.source_ref, _number(row)
        return [one for one in pieces if one.row_ref == ref and one.row == number]

    def _own_cell(self, row: Any, column: str) -> SourceRef:
        """Name the cell of a row that stands in a round workbook itself, else the row's place."""
        own = _OWN_CELL.match(row.source_ref)
        column = "owner_groups" if column == OWNERS else column
        key = (row.district, row.fiscal_year, row.quarter, "", column)
        for one in self._index.get(key, ()) if own else ():
            if own and one.row_ref == own["sheet"]:
                value = str(getattr(row, column, row.raw))
                return SourceRef(row.source_file, f"{one.source_ref}{own['row']}", value)
        return SourceRef(row.source_file, row.source_ref, row.raw)

    @cached_property
    def _lines(self) -> Mapping[tuple[object, ...], Sequence[Place]]:
        """Places by each line of their text, those that begin one: the rest goes on with it."""
        gathered: dict[tuple[object, ...], list[Place]] = {}
        for key, places in self._index.items():
            if key[-1] in _OF_PROJECT:
                for one in places:
                    for text in tidy(one.text).split("\n"):
                        gathered.setdefault((*key, text), []).append(one)
        return gathered

    @cached_property
    def _index(self) -> Mapping[tuple[object, ...], Sequence[Place]]:
        gathered: dict[tuple[object, ...], list[Place]] = {}
        for key, places in self.by_round.items():
            of_round = (key.district, key.fiscal_year, key.quarter)
            for one in places:
                gathered.setdefault((*of_round, one.project_no, one.column), []).append(one)
        return gathered


NO_PLACES = Places()


@lru_cache(maxsize=4096)
def line_of(ref: str) -> str:
    """Name the line a cell stands in.

    ``L254.3`` stands in ``L254``, ``sheet!C12`` in ``sheet!12``, ``p12!R3C5`` in ``p12!3``; a
    paragraph on a page is its own line.
    """
    if on_page := _PAGE_COLUMN.match(ref):
        return ref if on_page[3] else f"{on_page[1]}{on_page[2]}"
    return _CELL_COLUMN.sub(r"\1\2", _TEXT_COLUMN.sub(r"\1", ref))


def _project(row: Any) -> tuple[str, int, int, str]:
    number = getattr(row, "project_no", "")  # strategies and printed figures have none
    return (row.district, row.fiscal_year, row.quarter, number)


def _number(row: Any) -> str:
    number = getattr(row, "activity_no", None)
    return str(getattr(row, "line_no", "") if number is None else number)


def _holding(pieces: Sequence[Place], words: str) -> list[Place]:
    wanted = squeeze(words)
    texts = [squeeze(one.text) for one in pieces]
    held = [one for one, text in zip(pieces, texts, strict=True) if wanted in text]
    return held or list(_spanned(pieces, texts, wanted))


def _spanned(pieces: Sequence[Place], texts: Sequence[str], wanted: str) -> Iterator[Place]:
    """Give the cells that words go on over: they end in one and begin in the next."""
    whole = "".join(texts)
    start = whole.find(wanted)
    if start < 0:
        return
    end, at = start + len(wanted), 0
    for one, text in zip(pieces, texts, strict=True):
        shared = min(end, at + len(text)) - max(start, at)
        if shared >= min(_FEWEST, len(wanted)):
            yield one
        at += len(text)
