"""The table of relations: the engine runs through it, a new relation is one line more."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from plantrack_nb.quantities.around import NOTHING, Around
from plantrack_nb.quantities.equations import Equation, wrong
from plantrack_nb.quantities.quantity import Reading
from plantrack_nb.quantities.relations.budgets import budgets, sums_told
from plantrack_nb.quantities.relations.cells import cells
from plantrack_nb.quantities.relations.changes import changes
from plantrack_nb.quantities.relations.goals import goals
from plantrack_nb.quantities.relations.lists import lists
from plantrack_nb.quantities.relations.means import levels, means
from plantrack_nb.quantities.relations.parts import parts
from plantrack_nb.quantities.relations.quotients import quotients
from plantrack_nb.quantities.relations.remainders import remainders
from plantrack_nb.quantities.relations.shares import beyond, shares
from plantrack_nb.quantities.relations.spelt import spelt
from plantrack_nb.quantities.relations.targets import batches, targets
from plantrack_nb.quantities.relations.totals import totals

Relation = Callable[[Reading, Around], Iterator[Equation]]

RELATIONS: Mapping[str, Relation] = {
    "parts": parts,
    "totals": totals,
    "shares": shares,
    "beyond": beyond,
    "remainders": remainders,
    "means": means,
    "levels": levels,
    "quotients": quotients,
    "changes": changes,
    "lists": lists,
    "targets": targets,
    "batches": batches,
    "budgets": budgets,
    "sums-told": sums_told,
    "cells": cells,
    "goals": goals,
    "spelt": spelt,
}


LEAST: Mapping[str, int] = {
    "parts": 2,
    "totals": 2,
    "shares": 2,
    "means": 3,
    "levels": 2,
    "quotients": 3,
    "changes": 2,
}
"""Fewer quantities than these cannot make a relation: most texts hold one, and are asked less."""


def faults(reading: Reading, around: Around = NOTHING) -> Iterator[Equation]:
    """Give what is wrong in a text by any relation: the surest reading of each wrong figure."""
    if not reading.quantities and not around.below:
        return
    many = len(reading.quantities)
    for name, propose in RELATIONS.items():
        if many >= LEAST.get(name, 0):
            yield from wrong(propose(reading, around))
