"""Plant faults, one a project at most, and say exactly what was done."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
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


def planters() -> Mapping[str, tuple[Stage, Planter]]:
    """Return every planter by the code of its rule."""
    from plantrack_nb.simulate import planters as package

    package.load()
    return PLANTERS


def plant(
    draft: Draft, written: Callable[[Draft], Draft], wanted: int, draw: random.Random
) -> tuple[Draft, tuple[Fault, ...]]:
    """Plant up to ``wanted`` faults of different rules.

    Parameters
    ----------
    draft : Draft
        Rows without a fault.
    written : callable
        Adds words and figures of the document to the rows, between the two stages.
    wanted : int
        How many faults; fewer are planted where the rounds offers no place for more.
    draw : random.Random
        Where chance comes from.
    """
    known = planters()
    free = {str(row["project_no"]) for row in draft.of("projects")}
    chosen = set(draw.sample(sorted(known), min(wanted, len(known))))
    faults: list[Fault] = []
    for stage in Stage:
        draft = written(draft) if stage is Stage.DOCUMENT else draft
        for rule in sorted(chosen):
            if known[rule][0] is not stage:
                continue
            made = known[rule][1](draft, Chance(frozenset(free), draw))
            if made is not None:
                draft, fault = made
                faults.append(fault)
                free.discard(fault.project_no)
    return draft, tuple(faults)
