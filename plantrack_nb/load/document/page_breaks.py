"""Join paragraphs that the turn of a page cut in two.

Official letters announce the next page at the foot of the last one: its first words stand there
once more behind a slash, ``/จะลงมือ...``. They are no words of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from plantrack_nb.containers.grid import Row
from plantrack_nb.core.provenance import Mend
from plantrack_nb.measures.places import JOINT
from plantrack_nb.thai.text import join_wrapped, squeeze

_CATCHWORD = re.compile(r"^/(\S.{0,60}?)(?:\.{2,}|…+)$")
_LISTED = re.compile(r"^\s*(?:\(?[0-9๐-๙]{1,2}[.)]|[-–•]\s)")


@dataclass
class Turned:
    """Paragraphs as they read when pages are no matter, the joints and what was left out.

    ``parts`` holds the paragraphs that each joined one was made of, by its place.
    """

    rows: list[Row] = field(default_factory=list)
    mends: list[Mend] = field(default_factory=list)
    parts: dict[str, list[Row]] = field(default_factory=dict)


def turned(rows: Iterable[Row]) -> Turned:
    """Take out catchwords, and join the paragraphs before and behind them."""
    made = Turned()
    waiting: list[Row] = []
    listed = list(rows)
    for at, row in enumerate(listed):
        if made.rows and listed[at + 1 :] and _announces(row, listed[at + 1]):
            made.mends.append(Mend("dropped", row.ref, _text(row), ""))
            waiting.append(row)
        elif waiting and not _LISTED.match(_text(row)):
            _join(made, row)
            waiting = []
        else:
            made.rows.append(row)
            waiting = []
    return made


def _announces(row: Row, after: Row) -> bool:
    found = _CATCHWORD.match(squeeze(_text(row)))
    return found is not None and squeeze(_text(after)).startswith(found[1])


def _join(made: Turned, row: Row) -> None:
    before = made.rows[-1]
    cell = before.cells[0]
    text = join_wrapped(_text(before), _text(row))
    raw = f"{cell.raw}{JOINT}{row.cells[0].raw}"
    made.rows[-1] = replace(before, cells=(replace(cell, text=text, raw=raw), *before.cells[1:]))
    made.parts.setdefault(before.ref, [before]).append(row)
    made.mends.append(Mend("joined", row.ref, _text(before)[-40:], _text(row)[:40]))


def _text(row: Row) -> str:
    return row.cells[0].text
