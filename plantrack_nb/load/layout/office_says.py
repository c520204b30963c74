"""What an office has told of its tables, in place of what would be detected."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from plantrack_nb.load.layout.columns.head_rows import Head
from plantrack_nb.load.layout.record import Role, RowKind
from plantrack_nb.thai.periods import without_years
from plantrack_nb.thai.text import squeeze


@dataclass(frozen=True)
class Told:
    """An office's word on its tables; what is None is detected.

    Parameters
    ----------
    name : str
        Under which it is kept.
    columns : Mapping of str to Role or None
        What each column means by its heading (levels joined by `` > ``); None leaves it out.
    unit : float or None
        By how much amounts are multiplied to be baht.
    added_up : bool or None
        Whether amounts of several periods are added up (else they are cumulative).
    unnumbered : RowKind or None
        What rows with a name and amounts, but no number, are.
    project_depth : int or None
        How many parts a project's number has.
    more_adds : bool or None
        Whether amounts in further rows of a project come on top of those of its first row.
    left_out : tuple of str
        Sheets that are not read.
    """

    name: str
    columns: Mapping[str, Role | None]
    unit: float | None = None
    added_up: bool | None = None
    unnumbered: RowKind | None = None
    project_depth: int | None = None
    more_adds: bool | None = None
    left_out: tuple[str, ...] = field(default=())

    @property
    def keys(self) -> frozenset[str]:
        """The headings in the form in which they are compared."""
        return frozenset(heading_key(heading) for heading in self.columns)

    def role(self, heading: str) -> Role | None:
        """Return what a heading means."""
        return {heading_key(one): role for one, role in self.columns.items()}.get(
            heading_key(heading)
        )

    def knows(self, head: Head) -> bool:
        """Tell whether a table's headings are those that were told of."""
        return bool(self.columns) and keys_of(head) == self.keys


def keys_of(head: Head) -> frozenset[str]:
    """Return a head's headings in the form in which they are compared."""
    return frozenset(heading_key(one.text) for one in head.headings.values() if one.text)


def heading_key(heading: str) -> str:
    """Reduce a heading to what stays the same from year to year."""
    return without_years(squeeze(heading))


def first_known(told: Sequence[Told], heads: Sequence[Head]) -> Told | None:
    """Return the first that knows one of the heads."""
    return next((one for one in told for head in heads if one.knows(head)), None)
