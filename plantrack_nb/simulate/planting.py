"""Plant faults in a draft, one a project at most, and say exactly what was done."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping

from plantrack_nb.simulate import planters as package
from plantrack_nb.simulate.draft import Draft
from plantrack_nb.simulate.faults import PLANTERS, Chance, Fault, Planter, Stage


def planters() -> Mapping[str, tuple[Stage, Planter]]:
    """Return every planter by the code of its rule."""
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
