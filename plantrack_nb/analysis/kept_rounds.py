"""What the notebooks of a round have kept in its folder, and the rounds before it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from pathlib import Path

from plantrack_nb.core.corrections import Correction, corrections_file, read_corrections
from plantrack_nb.core.errors import SourceError
from plantrack_nb.core.findings import Finding, read_findings
from plantrack_nb.core.schema import Round, RoundKey
from plantrack_nb.load import (
    changes_without_persons,
    corrections_without_persons,
    findings_without_persons,
    names_in,
    read_past,
    read_places,
    read_tables,
    without_persons,
)
from plantrack_nb.measures.places import Places
from plantrack_nb.measures.totals import FILE, Totals, read_totals
from plantrack_nb.office.kept_rounds import kept_rounds
from plantrack_nb.office.project import round_folder
from plantrack_nb.office.round_folder import Workplace
from plantrack_nb.year import identify
from plantrack_nb.year.ageing import Age, ages, followed, renumbered
from plantrack_nb.year.earlier_rounds import Earlier
from plantrack_nb.year.since_last_round import SinceLast, read_since


@dataclass(frozen=True)
class KeptRound:
    """What the notebooks of a round have kept in its folder, read when it is asked for.

    Parameters
    ----------
    here : Workplace
        The round's place.
    show_persons : bool
        Whether officers' names stay in what is read; without them groups stay.
    """

    here: Workplace
    show_persons: bool = True

    @property
    def key(self) -> RoundKey:
        """Which round it is; nothing is read for that."""
        return self.here.key

    @cached_property
    def round(self) -> Round:
        """The tables."""
        return self._whole if self.show_persons else without_persons(self._whole, self._persons)

    @cached_property
    def places(self) -> Places:
        """The cells behind the values, with the names that stand in them."""
        return read_places(self.here.tables)

    @cached_property
    def findings(self) -> list[Finding]:
        """What checking has found."""
        found = read_findings(self.here.findings)
        return found if self.show_persons else findings_without_persons(found, self._persons)

    @cached_property
    def pictures(self) -> Mapping[str, bytes]:
        """Cut-outs of the pages at the places that findings name, what is proved first.

        They show whatever stands there: where names are hidden, none is made of a place with one.
        Nothing for documents without pages.
        """
        told = read_findings(self.here.findings)
        serious = sorted((one for one in told if not one.waived), key=lambda one: one.severity.rank)
        if not self.show_persons:
            bare = {ref for one in self.findings for ref in one.refs}
            serious = [
                replace(one, refs=tuple(ref for ref in one.refs if ref in bare)) for one in serious
            ]
        from plantrack_nb.load import pictures_of

        return pictures_of(serious, self.here.tables, self.here.source)

    @cached_property
    def corrections(self) -> tuple[Correction, ...]:
        """What people have put right since the document was read."""
        made = read_corrections(corrections_file(self.here.project.params, self.here.key))
        return (
            made if self.show_persons else tuple(corrections_without_persons(made, self._persons))
        )

    @cached_property
    def _whole(self) -> Round:
        return read_tables(self.here.tables)

    @cached_property
    def _persons(self) -> tuple[str, ...]:
        return names_in(self._whole)

    @cached_property
    def earlier(self) -> Earlier | None:
        """The round before it, with who is who; None where none is kept."""
        here = self.here
        found = read_past(here.outputs, here.key, here.project.params).get(here.key)
        if found is None:
            return None
        return replace(found, known=identify(found.round, self._whole, found.confirmed))

    @cached_property
    def since(self) -> SinceLast | None:
        """What has changed since the round before, as checking has kept it."""
        found = read_since(self.here.changes)
        if found is None or self.show_persons:
            return found
        return replace(found, changes=tuple(changes_without_persons(found.changes, self._persons)))

    @cached_property
    def totals_of_year(self) -> dict[int, Totals]:
        """Projects and money of the fiscal year's earlier rounds that are kept, by quarter."""
        found = {one.quarter: read_totals(self._folder(one) / FILE) for one in self._of_year}
        return {quarter: totals for quarter, totals in found.items() if totals is not None}

    @cached_property
    def ages(self) -> dict[str, Age]:
        """How old its findings are, by their ids; nothing in a first round of a year."""
        keys = [key for key, _ in self._found_before]
        before = zip(keys, self._followed, strict=True)
        return ages([*before, (self.here.key, self.findings)]) if self._of_year else {}

    @cached_property
    def fixed(self) -> list[Finding]:
        """Findings of the round before that are gone."""
        now = {one.id for one in self.findings}
        before = self._found_before[-1][1] if self._found_before else []
        renamed = self._followed[-1] if self._followed else []
        pairs = zip(before, renamed, strict=True)
        gone = [one for one, moved in pairs if moved.id not in now]
        return gone if self.show_persons else findings_without_persons(gone, self._persons)

    @cached_property
    def _found_before(self) -> list[tuple[RoundKey, list[Finding]]]:
        found = []
        for one in self._of_year:
            try:
                findings = read_findings(self._folder(one) / self.here.findings.name)
            except SourceError:  # it was only loaded, or is told where it is made
                continue
            found.append((one, findings))
        return found

    @cached_property
    def _followed(self) -> list[list[Finding]]:
        """What was found before, under the numbers that the projects have now."""
        keys = [*(key for key, _ in self._found_before), self.here.key]
        steps = [self._renumbered(*pair) for pair in pairwise(keys)]
        return followed([found for _, found in self._found_before], steps)

    def _renumbered(self, before: RoundKey, after: RoundKey) -> dict[str, str]:
        """Tell which projects have another number in a later round, as its checking has kept it."""
        try:
            since = read_since(self._folder(after) / self.here.changes.name)
        except SourceError:
            return {}
        return renumbered(since.changes) if since and since.before == before else {}

    @cached_property
    def _of_year(self) -> list[RoundKey]:
        key = self.here.key
        kept = kept_rounds(self.here.outputs, key.district)
        return [
            one for one in kept if one.fiscal_year == key.fiscal_year and one.quarter < key.quarter
        ]

    def _folder(self, key: RoundKey) -> Path:
        return round_folder(self.here.outputs, key)


def kept_round(here: Workplace, *, show_persons: bool = True) -> KeptRound:
    """Open what earlier notebooks have kept of a round (:class:`KeptRound`)."""
    return KeptRound(here, show_persons)
