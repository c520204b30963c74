"""What a relation tells of a text, with what stands beside it."""

from __future__ import annotations

from dataclasses import replace

from plantrack_nb.quantities.around import NOTHING, Around
from plantrack_nb.quantities.equations import Equation, wrong
from plantrack_nb.quantities.reading import read
from plantrack_nb.quantities.relations.table import RELATIONS, faults


def beside(*, targets: str = "", indicators: str = "", **more: object) -> Around:
    """Make what stands beside a text: the words of its target and indicator cells, its money."""
    given = {"targets": targets, "indicators": indicators}
    cells = {name: (read(words),) for name, words in given.items() if words}
    return replace(NOTHING, **cells, **more)  # type: ignore[arg-type]


def equations(relation: str, text: str, around: Around = NOTHING) -> list[Equation]:
    """Return what one relation tells as wrong in a text."""
    return list(wrong(RELATIONS[relation](read(text), around)))


def right_values(relation: str, text: str, around: Around = NOTHING) -> list[tuple[float, float]]:
    """Return what one relation tells as wrong: each figure as printed and as it should be."""
    told = equations(relation, text, around)
    return [(one.claim.value, round(one.right, 2)) for one in told]


def is_silent(text: str, around: Around = NOTHING) -> bool:
    """Tell whether no relation at all tells of a text."""
    return not list(faults(read(text), around))
