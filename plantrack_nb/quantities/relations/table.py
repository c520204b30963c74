"""The table of relations: the engine runs through it, a new relation is one line more."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import IntFlag, auto
from functools import cache

from plantrack_nb.quantities.around import NOTHING, Around
from plantrack_nb.quantities.counted_nouns import BAHT, PERCENT
from plantrack_nb.quantities.equations import Equation, wrong
from plantrack_nb.quantities.quantity import Quantity, Reading, Role
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


class Trait(IntFlag):
    """What a text, or what stands around it, has: without it some relations cannot be."""

    NONE = 0
    TWO = auto()
    THREE = auto()
    SHARE = auto()
    SHARES = auto()
    RATE = auto()
    BAHT = auto()
    LEFT = auto()
    MEAN = auto()
    FROM = auto()
    AIM = auto()
    SCORE = auto()
    SMALL = auto()
    TARGET = auto()
    INDICATOR = auto()
    BUDGET = auto()


NEEDS: Mapping[str, Sequence[Trait]] = {
    "parts": [Trait.THREE, Trait.TWO | Trait.TARGET],
    "totals": [Trait.THREE, Trait.TWO | Trait.RATE],
    "shares": [Trait.TWO | Trait.SHARE],
    "beyond": [Trait.SHARE],
    "remainders": [Trait.LEFT, Trait.THREE],
    "means": [Trait.THREE | Trait.MEAN],
    "levels": [Trait.SHARES, Trait.SHARE | Trait.TWO],
    "quotients": [Trait.THREE | Trait.RATE],
    "changes": [Trait.THREE, Trait.TWO | Trait.FROM],
    "lists": [Trait.SMALL],
    "targets": [Trait.TARGET],
    "batches": [Trait.TWO | Trait.RATE | Trait.TARGET],
    "budgets": [Trait.BUDGET],
    "sums-told": [Trait.BUDGET | Trait.BAHT],
    "cells": [Trait.BUDGET | Trait.BAHT, Trait.BUDGET | Trait.SHARE],
    "goals": [
        Trait.INDICATOR | Trait.SHARE,
        Trait.INDICATOR | Trait.SCORE,
        Trait.INDICATOR | Trait.MEAN,
        Trait.INDICATOR | Trait.AIM,
        Trait.TWO | Trait.AIM,
    ],
    "spelt": [Trait.BAHT, Trait.TWO],
}
"""Any one of these a relation needs, all of it; one that is not here is asked of every text.

Most texts hold one figure: to say here what a relation cannot do without saves most of the time.
"""
_AIM = re.compile("เป้า|เกณฑ์|ตัวชี้วัด|กำหนด|ตั้งไว้|มาตรฐาน|บรรลุ|ถือว่า")
_FEW = 20
_ANY = (Trait.NONE,)


def faults(reading: Reading, around: Around = NOTHING) -> Iterator[Equation]:
    """Give what is wrong in a text by any relation: the surest reading of each wrong figure."""
    if not reading.quantities and not around.below:
        return
    has = int(_traits(reading, around))
    for propose in _asked(has):
        yield from wrong(propose(reading, around))


@cache
def _asked(has: int) -> Sequence[Relation]:
    """Choose the relations that there may be among what a text has, in their order."""
    return [
        propose
        for name, propose in RELATIONS.items()
        if any(needs & has == needs for needs in map(int, NEEDS.get(name, _ANY)))
    ]


def _traits(reading: Reading, around: Around) -> int:
    text, some = reading.text, reading.quantities
    has = _of_figures(some) | (_MEAN if "เฉลี่ย" in text else 0)
    if len(some) > 1 and "จาก" in text:
        has |= _FROM
    if (len(some) > 1 or around.indicators) and _AIM.search(text):
        has |= _AIMED
    has |= _TARGET if around.targets else 0
    has |= _INDICATOR if around.indicators else 0
    return has | (_BUDGET if around.budget > 0 else 0)


def _of_figures(some: Sequence[Quantity]) -> int:
    has = _MANY[min(len(some), len(_MANY) - 1)]
    shares = 0
    for one in some:
        known = _BY_UNIT.get(one.unit)
        if known is None:
            has |= _SMALL if one.value <= _FEW else 0
        else:
            has |= known
        shares += one.unit == PERCENT
        has |= _RATE if one.per else 0
        has |= _LEFT if one.role is Role.LEFT else 0
    return has | (_SHARES if shares > 1 else 0)


_MANY = (0, 0, int(Trait.TWO), int(Trait.TWO | Trait.THREE))
_SMALL, _RATE, _LEFT, _SHARES = map(int, (Trait.SMALL, Trait.RATE, Trait.LEFT, Trait.SHARES))
_MEAN, _FROM, _AIMED = map(int, (Trait.MEAN, Trait.FROM, Trait.AIM))
_BY_UNIT = {PERCENT: int(Trait.SHARE), BAHT: int(Trait.BAHT), "คะแนน": int(Trait.SCORE)}
_TARGET, _INDICATOR, _BUDGET = map(int, (Trait.TARGET, Trait.INDICATOR, Trait.BUDGET))
