"""Every text that an owner wrote, one by one, with what a finding about it says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from plantrack_nb.check.facts import Facts, ref_of
from plantrack_nb.check.hits import Spot, cell
from plantrack_nb.check.reading.running_text.lists import COLUMNS, items
from plantrack_nb.check.reading.running_text.phrases import about, keys
from plantrack_nb.core.provenance import SourceRef
from plantrack_nb.core.vocabulary import NARRATIVE_TH, NarrativeKind
from plantrack_nb.measures.places import Places
from plantrack_nb.thai.text import squeeze


class Wording(NamedTuple):
    """One text.

    Parameters
    ----------
    row : Any
        The row of a table it stands in.
    column : str
        The column of that table.
    where : str
        Where it stands, for a sentence (Thai).
    named : tuple of str
        The names and values of its lasting keys, one after the other.
    text : str
        The words.
    ref : SourceRef
        Its source.
    has_more : bool
        True when parts or items follow it.
    """

    row: Any
    column: str
    where: str
    named: tuple[str, ...]
    text: str
    ref: SourceRef
    has_more: bool = False

    @property
    def subject(self) -> str:
        """Its lasting keys."""
        return keys(**dict(zip(self.named[::2], self.named[1::2], strict=True)))

    def spot(self, words: str = "") -> Spot:
        """Name its cell; ``words`` are those meant."""
        own = self.ref if self.row.table == "projects" else None
        return cell(self.row, self.column, words, own)


def wordings(facts: Facts) -> list[Wording]:
    """Give every wording of all rounds, to be asked for by :meth:`Facts.once`."""
    return list(_wordings(facts))


def _wordings(facts: Facts) -> Iterator[Wording]:
    """Give every text an owner wrote: names, items of lists, activities, obstacles."""
    for row in facts.projects:
        where = f"โครงการ {row.project_no}"
        subject: tuple[str, ...] = ("project_no", row.project_no, "column", "name")
        yield Wording(row, "name", f"ชื่อ{where}", subject, row.name, facts.places.of(row, "name"))
        for column, title in COLUMNS.items():
            yield from _items(facts.places, row, column, f"{title}ของ{where}")
    for activities in facts.activities_of.values():
        parents = {one.parent_no for one in activities}
        for one in activities:
            if one.text.strip():
                own = one.activity_no or squeeze(one.text)
                subject = ("project_no", one.project_no, "activity_no", own)
                more = one.activity_no in parents
                yield Wording(one, "text", about(one), subject, one.text, ref_of(one), more)
    for row in facts.narrative:
        if row.project_no == "":
            continue
        where = f"{NARRATIVE_TH[NarrativeKind(row.kind)]}ของโครงการ {row.project_no}"
        words = squeeze(row.text)[:40]
        told = ("project_no", row.project_no, "kind", row.kind, "text", words)
        yield Wording(row, "text", where, told, row.text, ref_of(row))


def _items(places: Places, row: Any, column: str, where: str) -> Iterator[Wording]:
    listed = items(getattr(row, column))
    for at, one in enumerate(listed):
        named = f"{where} ข้อ {one.number}" if one.number else where
        item = str(one.number or squeeze(one.text)[:40])
        subject = (
            "project_no", row.project_no, "column", column, "list", str(one.nth), "item", item,
        )  # fmt: skip
        ref = places.of(row, column, one.text)
        if ref.ref == row.source_ref:  # nothing tells of the cell: at least the words are shown
            ref = replace(ref, raw=one.text)
        yield Wording(row, column, named, subject, one.text, ref, at + 1 < len(listed))
