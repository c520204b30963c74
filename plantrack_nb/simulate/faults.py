"""Plant faults in a draft, one a project at most, and say exactly what was done."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

from plantrack_nb.simulate.draft import Draft
from plantrack_nb.simulate.planters import DOCUMENT, ROWS
from plantrack_nb.simulate.planters.shapes import Chance


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
        How many faults; fewer are planted where the round offers no place for more.
    draw : random.Random
        Where chance comes from.
    """
    known = ROWS | DOCUMENT
    free = {str(row["project_no"]) for row in draft.of("projects")}
    chosen = set(draw.sample(sorted(known), min(wanted, len(known))))
    faults: list[Fault] = []
    for stage in (ROWS, DOCUMENT):
        draft = written(draft) if stage is DOCUMENT else draft
        for rule in sorted(chosen & stage.keys()):
            if made := stage[rule](draft, Chance(frozenset(free), draw)):
                draft = made.draft
                faults.append(Fault(rule, made.project_no, made.where, made.before, made.after))
                free.discard(made.project_no)
    return draft, tuple(faults)
