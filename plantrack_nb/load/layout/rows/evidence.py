"""What the rows of a document say together, before any reading: which are numbered, how deep."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from plantrack_nb.load.layout.office_says import Told
from plantrack_nb.load.layout.record import Role, RowKind
from plantrack_nb.load.layout.rows.entries import Entry, is_sum_row
from plantrack_nb.load.layout.rows.sums import HEADINGS
from plantrack_nb.load.layout.titles import Line
from plantrack_nb.thai.text import squeeze


class Evidence:
    """The rows of all tables of a document, and what they have in common.

    Parameters
    ----------
    entries : sequence of Entry
        Its rows in order.
    name_heading : str
        The heading of the names, whose words tell of levels.
    told : Told, optional
        What the office says of rows.
    is_broken : bool
        Whether pages break the table: then a name may go on below a break.
    """

    def __init__(
        self,
        entries: Sequence[Entry],
        name_heading: str,
        told: Told | None = None,
        *,
        is_broken: bool,
    ) -> None:
        self.entries = entries
        self.told = told
        self.heading = squeeze(name_heading)
        self.is_broken = is_broken
        self._head_groups()
        self.numbered = [one for one in entries if one.number and one.name and not is_sum_row(one)]
        self.depths = sorted({one.depth for one in entries if one.number and one.name})

    def _head_groups(self) -> None:
        """Let a lone name that is an owner's somewhere head that owner's projects."""
        owners = {squeeze(one.placed.text(Role.OWNER)) for one in self.entries} - {""}
        for one in self.entries:
            if one.is_lone and one.line is None and squeeze(one.name) in owners:
                one.line = Line(RowKind.GROUP, "", one.name)

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The numbers of rows that have a name."""
        return frozenset(one.number for one in self.numbered)

    @cached_property
    def _parents(self) -> frozenset[str]:
        return frozenset(
            ".".join(parts[:count])
            for number in self.numbers
            for parts in [number.split(".")]
            for count in range(1, len(parts))
        )

    @cached_property
    def pages_cut_names(self) -> bool:
        """Whether all rows without a number stand below a break: then names go on there."""
        unnumbered = [one for one in self.entries if one.money and self.is_unnumbered(one)]
        cut = all(one.after_break for one in unnumbered)
        return self.is_broken and bool(self.numbered) and cut

    @cached_property
    def has_called(self) -> bool:
        """Whether some row's name begins with the word for a project."""
        return any(one.is_called_project for one in self.entries)

    def has_below(self, one: Entry) -> bool:
        """Tell whether rows are numbered below this one's number: 1.1 below 1."""
        return one.number in self._parents

    def has_parent(self, one: Entry, depth: int) -> bool:
        """Tell whether some row has the first parts of this one's number."""
        return ".".join(one.number.split(".")[:depth]) in self.numbers

    def heads_unnumbered(self, one: Entry) -> bool:
        """Tell whether a row stands right above a project that has no number."""
        return id(one) in self._above_unnumbered

    @cached_property
    def _above_unnumbered(self) -> frozenset[int]:
        return frozenset(
            id(one)
            for one, below in pairwise(self.entries)
            if below.is_called_project and not below.number and not below.is_lone
        )

    def is_unnumbered(self, one: Entry) -> bool:
        """Tell whether a row has a name and no number, and by its words is no heading or sum."""
        return (
            bool(one.name) and not one.number and not is_sum_row(one) and not self.is_heading(one)
        )

    def is_heading(self, one: Entry) -> bool:
        """Tell whether a row by its words stands above others, or is a note."""
        return one.is_lone and one.line is not None and one.line.kind in (*HEADINGS, RowKind.NOTE)

    def is_lone_sum(self, one: Entry) -> bool:
        """Tell whether a row is a name and amounts, which may be the sums of what is below."""
        if one.line is None and one.inner_no:
            return False  # "1) …" is one of a list below a project
        of_words = one.line is None or one.line.kind in (RowKind.PLAN, RowKind.GROUP)
        return one.is_lone and not one.number and of_words and any(one.money.values())
