"""Take the persons out of a round; groups, figures and places stay."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from plantrack_nb.core.corrections import Correction, Value
from plantrack_nb.core.findings import Finding
from plantrack_nb.core.provenance import SourceRef
from plantrack_nb.core.schema import TABLES, Column, Kind, Round, Table
from plantrack_nb.core.vocabulary import split_items
from plantrack_nb.measures.places import OWNERS, Place
from plantrack_nb.thai.names import split_owners
from plantrack_nb.thai.persons import HIDDEN, TITLE, find_persons, redact
from plantrack_nb.year.change import Change

if TYPE_CHECKING:
    import pandas as pd

Names = tuple[str, ...]
_KEPT = {"district", "source_file", "source_ref"}
_WITH_SIGNATURES = ("narrative", "unread")
_LONGEST_SIGNATURE = 40
_NAME_IN_BRACKETS = re.compile(rf"\s*[(（]\s*{TITLE}[^()]*[)）]\s*")
_PHONE = re.compile(r"(โทร(?:ศัพท์|สาร)?\.?\s*:?\s*)\+?[0-9๐-๙][0-9๐-๙ ()\-–,ต่อ]{5,}[0-9๐-๙]")
NO_PHONE = "(ไม่แสดงหมายเลข)"
_BULLET = re.compile(r"\s*[-–•]?\s*")


def names_in(round: Round) -> Names:  # noqa: A002
    """List the persons of a round: looked for once, where several things of it lose their names."""
    return tuple(sorted(_persons_of(round)))


def without_persons(round: Round, persons: Names | None = None) -> Round:  # noqa: A002
    """Return the round with empty persons columns and every person's name hidden in its text.

    Persons are those of the persons columns and all whose name stands anywhere with a title;
    their names are then hidden without the title, too, as are the signatures above them and
    telephone numbers. Doing it again changes nothing.
    """
    persons = names_in(round) if persons is None else persons
    tables = {name: _redacted(TABLES[name], data, persons) for name, data in round.tables.items()}
    return Round(round.key, **tables)


def findings_without_persons(findings: Sequence[Finding], persons: Names) -> list[Finding]:
    """Hide the names of a round's persons in everything its findings say."""
    return [
        replace(
            one,
            message=redact(one.message, persons),
            expected=redact(one.expected, persons),
            found=redact(one.found, persons),
            hint=redact(one.hint, persons),
            refs=tuple(
                replace(ref, raw=redact(ref.raw, persons), mark=redact(ref.mark, persons))
                for ref in one.refs
            ),
        )
        for one in findings
    ]


def changes_without_persons(changes: Iterable[Change], persons: Names) -> list[Change]:
    """Hide the names of a round's persons in everything its changes say."""

    def bare(refs: tuple[SourceRef, ...]) -> tuple[SourceRef, ...]:
        return tuple(replace(ref, raw=redact(ref.raw, persons)) for ref in refs)

    return [
        replace(
            one,
            before=redact(one.before, persons),
            after=redact(one.after, persons),
            message=redact(one.message, persons),
            refs_before=bare(one.refs_before),
            refs=bare(one.refs),
        )
        for one in changes
    ]


def corrections_without_persons(history: Sequence[Correction], persons: Names) -> list[Correction]:
    """Leave out who corrected, the group stays; hide the names of persons in what they wrote."""
    persons = tuple(sorted({*persons, *(one.who for one in history if one.who)}))

    def hidden(value: Value) -> Value:
        return redact(value, persons) if isinstance(value, str) else value

    return [
        replace(
            one,
            before=hidden(one.before),
            after=hidden(one.after),
            reason=redact(one.reason, persons),
            who="",
        )
        for one in history
    ]


def places_without_persons(places: Iterable[Place], round: Round) -> tuple[Place, ...]:  # noqa: A002
    """Hide the names of a round's persons in its places.

    Of an owner cell only the groups are kept: a page may have cut a name in two.
    """
    persons = tuple(sorted(_persons_of(round)))
    return tuple(_place_without(one, persons) for one in places)


def _place_without(one: Place, persons: tuple[str, ...]) -> Place:
    if one.column != OWNERS:
        return replace(one, text=_hidden(one.text, persons), raw=_hidden(one.raw, persons))
    groups = "; ".join(split_owners(one.text).groups)
    return replace(one, text=groups, raw=groups or HIDDEN)


def _hidden(text: str, persons: tuple[str, ...]) -> str:
    return _PHONE.sub(r"\1" + NO_PHONE, redact(text, persons))


def _persons_of(round: Round) -> set[str]:  # noqa: A002
    found: set[str] = set()
    for name, data in round.tables.items():
        if "persons" in data:
            found.update(*map(split_items, set(data["persons"].tolist())))
        for column in _text_columns(TABLES[name]):
            for text in set(data[column.name].tolist()):
                found.update(person for _, _, person in find_persons(text))
    return found


def _redacted(table: Table, data: pd.DataFrame, persons: tuple[str, ...]) -> pd.DataFrame:
    import pandas as pd

    data = data.copy()
    for column in _text_columns(table):
        texts = data[column.name].tolist()
        if table.name in _WITH_SIGNATURES and column.name in ("text", "raw"):
            texts = _without_signatures(texts)
        hidden = {text: _hidden(text, persons) for text in set(texts)}
        data[column.name] = pd.Series([hidden[text] for text in texts], data.index, dtype="str")
    if "persons" in data:
        data["persons"] = pd.Series("", data.index, dtype="str")
    return data


def _text_columns(table: Table) -> Iterator[Column]:
    """Columns whose text may name somebody: no numbers, codes or places."""
    for column in table.columns:
        free = column.kind is Kind.TEXT and column.allowed is None
        if free and column.name not in _KEPT and not column.name.endswith("_no"):
            yield column


def _without_signatures(paragraphs: Sequence[str]) -> list[str]:
    """Hide a short line that stands right above a bracketed name: it is the signature."""
    rows = [paragraph.split("\n") for paragraph in paragraphs]
    places = [
        (row, line)
        for row, lines in enumerate(rows)
        for line, text in enumerate(lines)
        if text.strip()
    ]
    for (row, line), (next_row, next_line) in pairwise(places):
        above, below = rows[row][line], rows[next_row][next_line]
        if _NAME_IN_BRACKETS.fullmatch(below) and _may_be_signature(above):
            rows[row][line] = HIDDEN
    return ["\n".join(lines) for lines in rows]


def _may_be_signature(line: str) -> bool:
    bare = _BULLET.sub("", line, count=1)
    return 0 < len(bare) <= _LONGEST_SIGNATURE and not re.search(r"[0-9๐-๙:()]", bare)
