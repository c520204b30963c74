"""What a planted fault is, and the register of those who plant one."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from plantrack_nb.simulate.draft import Draft


@dataclass(frozen=True)
class Fault:
    """One planted fault.

    Parameters
    ----------
    rule : str
        Code of the rule that ought to find it.
    project_no : str
        The project it was planted in, or ``""`` when it stands in the whole document.
    where : str
        Table and column that were changed.
    before, after : str
        What stood there, and what stands there now.
    """

    rule: str
    project_no: str
    where: str
    before: str
    after: str


@dataclass(frozen=True)
class Chance:
    """What a planter may draw from: projects that no fault was planted in, and randomness."""

    projects: frozenset[str]
    draw: random.Random


class Stage(Enum):
    """Whether a fault is planted before the document's figures are worked out, or after."""

    ROWS = "rows"
    DOCUMENT = "document"


Planted = tuple[Draft, Fault] | None
Planter = Callable[[Draft, Chance], Planted]
PLANTERS: dict[str, tuple[Stage, Planter]] = {}
"""How to plant what each rule looks for, by the rule's code."""


def planter(rule: str, stage: Stage = Stage.ROWS) -> Callable[[Planter], Planter]:
    """Register the decorated function as the planter of a rule; a rule has one."""

    def register(function: Planter) -> Planter:
        if rule in PLANTERS:
            raise ValueError(f"rule '{rule}' has a planter already")
        PLANTERS[rule] = (stage, function)
        return function

    return register
