"""Random rounds in random layouts, each with what a careful clerk reads from it.

A case is named by a seed and a number, and comes out the same whenever it is asked for. The words
and the layouts are of this folder's own making; they share nothing with the reader they measure.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from helpers.layouts.clerk import Clerk, clerk_reads
from helpers.layouts.columns import columns
from helpers.layouts.draw import draw_layout
from helpers.layouts.files import write
from helpers.layouts.sheets import sheets
from helpers.layouts.told import Shown
from helpers.layouts.true_round import TrueRound, draw_round

if TYPE_CHECKING:
    from helpers.layouts.layout import Layout


@dataclass(frozen=True)
class Case:
    """A true round and the layout in which it is laid out."""

    true: TrueRound
    layout: Layout

    @property
    def clerk(self) -> Clerk:
        """What a careful clerk reads."""
        return clerk_reads(self.true, self.layout)

    @property
    def shown(self) -> Shown:
        """What a person sees of it."""
        layout, quarter = self.layout, self.true.quarter
        periods = [f"quarter {n}" for n in range(1, quarter + 1)]
        periods += [f"month {n}" for n in range(3 * quarter)]
        last = [f"until {quarter}", *(["sum"] if layout.filled == "asked" else [])]
        laid = columns(layout, self.true.year)
        first = int(layout.blank_column)
        return Shown(laid, sheets(self.true, layout), frozenset([*periods, *last]), first)

    def write(self, folder: Path) -> Path:
        """Write it as the file an office would send."""
        layout = self.layout
        return write(folder, sheets(self.true, layout), layout.container, layout.encoding)


def any_case(seed: int, number: int) -> Case:
    """Draw the case of a seed and a number."""
    random = Random(f"{seed}/{number}")
    true = draw_round(random)
    return Case(true, draw_layout(random, true))
