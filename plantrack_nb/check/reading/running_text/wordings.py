"""Every text that an owner wrote, one by one, with what a finding about it says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, NamedTuple, TypeVar

from plantrack_nb.check.facts import Facts
from plantrack_nb.check.hits import Spot, cell
from plantrack_nb.check.reading.running_text.lists import COLUMNS, Item
from plantrack_nb.check.reading.running_text.phrases import about, keys
from plantrack_nb.check.reading.running_text.readings import listed
from plantrack_nb.core.provenance import SourceRef
from plantrack_nb.core.vocabulary import NARRATIVE_TH, NarrativeKind
from plantrack_nb.thai.text import squeeze

Found = TypeVar("Found")
_KEY_LENGTH = 40


class Wording(NamedTuple):
    """One text.

    Parameters
    ----------
    row : Any
        The row of a table it stands in.
    column : str
        The column of that table.
    text : str
        The words.
    item : Item or None
        The item of a list that it is, in a column that holds lists.
    ref : SourceRef or None
        Its source, where it is not its row's.
    has_more : bool
        True when parts or items follow it.
    """

    row: Any
    column: str
    text: str
    item: Item | None = None
    ref: SourceRef | None = None
    has_more: bool = False

    @property
    def where(self) -> str:
        """Where it stands, for a sentence (Thai)."""
        row = self.row
        if row.table == "activities":
            return about(row)
        if row.table == "narrative":
            return f"{NARRATIVE_TH[NarrativeKind(row.kind)]}ของโครงการ {row.project_no}"
        where = f"โครงการ {row.project_no}"
        if self.item is None:
            return f"ชื่อ{where}"
        listed = f"{COLUMNS[self.column]}ของ{where}"
        return f"{listed} ข้อ {self.item.number}" if self.item.number else listed

    @property
    def subject(self) -> str:
        """Its lasting keys."""
        row = self.row
        if row.table == "activities":
            own = row.activity_no or squeeze(row.text)
            return keys(project_no=row.project_no, activity_no=own)
        words = squeeze(self.text)[:_KEY_LENGTH]
        if row.table == "narrative":
            return keys(project_no=row.project_no, kind=row.kind, text=words)
        if self.item is None:
            return keys(project_no=row.project_no, column="name")
        own = str(self.item.number or words)
        return keys(
            project_no=row.project_no, column=self.column, list=str(self.item.nth), item=own
        )

    @property
    def raw(self) -> str:
        """What its source holds."""
        raw: str = self.row.raw if self.ref is None else self.ref.raw
        return raw

    def spot(self, words: str = "") -> Spot:
        """Name its cell; ``words`` are those meant."""
        return cell(self.row, self.column, words, self.ref)


def wordings(facts: Facts) -> list[Wording]:
    """Give every wording of all rounds, to be asked for by :meth:`Facts.once`."""
    return list(_wordings(facts))


def each_text(facts: Facts) -> list[str]:
    """Give the words of every wording, each once, to be asked for by :meth:`Facts.once`."""
    return list(dict.fromkeys(one.text for one in facts.once(wordings)))


def found_in(facts: Facts, look: Callable[[str], Found | None]) -> Iterator[tuple[Wording, Found]]:
    """Give the wordings in whose words something is found; equal words are looked at once."""
    found = {text: seen for text in facts.once(each_text) if (seen := look(text)) is not None}
    for one in facts.once(wordings) if found else ():
        if one.text in found:
            yield one, found[one.text]


def _wordings(facts: Facts) -> Iterator[Wording]:
    """Give every text an owner wrote: names, items of lists, activities, obstacles."""
    for row in facts.projects:
        yield Wording(row, "name", row.name, ref=facts.places.of(row, "name"))
        for column in COLUMNS:
            yield from _items(facts, row, column)
    for activities in facts.activities_of.values():
        parents = {one.parent_no for one in activities}
        for one in activities:
            if one.text.strip():
                yield Wording(one, "text", one.text, has_more=one.activity_no in parents)
    for row in facts.narrative:
        if row.project_no != "":
            yield Wording(row, "text", row.text)


def _items(facts: Facts, row: Any, column: str) -> Iterator[Wording]:
    some = facts.once(listed)[getattr(row, column)]
    for at, one in enumerate(some):
        ref = facts.places.of(row, column, one.text)
        if ref.ref == row.source_ref:  # nothing tells of the cell: at least the words are shown
            ref = replace(ref, raw=one.text)
        yield Wording(row, column, one.text, one, ref, at + 1 < len(some))
