"""What loading a document gives: the round, and how it was read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from plantrack_nb.containers.grid import Box, Grid
from plantrack_nb.core.corrections import Correction
from plantrack_nb.core.provenance import LayoutLine, Mend
from plantrack_nb.core.schema import Round
from plantrack_nb.load.layout.explain import layout_lines
from plantrack_nb.load.layout.record import NO_LAYOUT, Layout
from plantrack_nb.measures.places import Place, Places


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of the document's text ended up in a table.

    Parameters
    ----------
    characters : int
        Characters of the document, white space and repeated headings not counted.
    placed : int
        Those of them that stand in a table other than ``unread``.
    """

    characters: int
    placed: int

    @property
    def share(self) -> float:
        """Placed characters as a share of all (1.0 for an empty document)."""
        return self.placed / self.characters if self.characters else 1.0


_NOTHING_COVERED = Coverage(0, 0)
_NO_GRID = Grid("", ())


@dataclass(frozen=True)
class Reading:
    """A round together with the record of how its document was read.

    Parameters
    ----------
    round : Round
        The tables.
    mends : tuple of Mend
        What had to be put right, in the order of the document.
    coverage : Coverage
        How much of the text stands in a table.
    notes : tuple of str
        What the container left out and why.
    grid : Grid
        The document as the container gave it, to show a raw row beside what was read.
    corrections : tuple of Correction
        What people have put right since, laid over the round.
    places : tuple of Place
        The cells of values that do not stand where their row says.
    layout : Layout
        How the document was understood.
    """

    round: Round
    mends: tuple[Mend, ...] = ()
    coverage: Coverage = _NOTHING_COVERED
    notes: tuple[str, ...] = ()
    grid: Grid = _NO_GRID
    corrections: tuple[Correction, ...] = ()
    places: tuple[Place, ...] = ()
    layout: Layout = NO_LAYOUT

    def __repr__(self) -> str:
        how = f"{self.coverage.share:.1%} of the text, {len(self.mends)} mends, "
        return f"{self.round!r}\nRead: {how}{len(self.corrections)} corrections"

    @property
    def understood(self) -> tuple[LayoutLine, ...]:
        """How the document was understood, line by line."""
        return layout_lines(self.layout)

    @property
    def boxes(self) -> Mapping[str, Box]:
        """Where cells lie on the pages of their document, by their ref."""
        return self.grid.boxes

    @property
    def located(self) -> Places:
        """The places, to be asked for the cell behind a value."""
        return Places({self.round.key: self.places})
