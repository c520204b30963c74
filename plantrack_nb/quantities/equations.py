"""Equations that a text states, and the judge of them.

A relation proposes every well-formed reading of what a figure may be made of. A figure is wrong
only when no reading of it holds and one of them is sure, or at least likely.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from math import isfinite

from plantrack_nb.quantities.quantity import Quantity
from plantrack_nb.quantities.slips import Slip, slip
from plantrack_nb.thai.numbers import format_count

SATANG = 0.005
_FLOAT = 1e-9


class Sure(IntEnum):
    """How sure a reading is: of a possible one nothing is told."""

    POSSIBLE = 0
    LIKELY = 1
    SURE = 2


class Kind(IntEnum):
    """How operands make the figure, for the search of the one that is mistyped."""

    SUM = 0
    PRODUCT = 1
    SHARE = 2
    OTHER = 3


@dataclass(frozen=True, slots=True)
class Equation:
    """One reading: a figure, and what others say it should be.

    Parameters
    ----------
    relation : str
        Which relation proposed it: ``"parts"``, ``"product"``.
    claim : Quantity
        The figure that is held against the others.
    right : float
        What it should be by this reading.
    operands : tuple of Quantity
        The figures that it is made of.
    formula : str
        How they make it, for a sentence: ``"22 + 110 + 67"``.
    holds : bool
        Whether it comes out, rounding apart.
    sure : Sure
        How sure the reading is.
    kind : Kind
        How the operands make it.
    note : str
        What else would mend it, where no figure would.
    """

    relation: str
    claim: Quantity
    right: float
    operands: tuple[Quantity, ...]
    formula: str
    holds: bool
    sure: Sure
    kind: Kind = Kind.OTHER
    note: str = ""


def wrong(equations: Iterable[Equation]) -> Iterator[Equation]:
    """Judge readings: give the surest of each figure none of whose readings holds."""
    by_claim: dict[tuple[str, int], list[Equation]] = {}
    for one in equations:
        by_claim.setdefault((one.relation, one.claim.start), []).append(one)
    if not by_claim:
        return
    for same in by_claim.values():
        best = max(same, key=lambda one: one.sure)
        if best.sure and not any(one.holds for one in same):
            yield best


def rounds_to(printed: float, exact: float, step: float) -> bool:
    """Tell whether a figure may be printed so: rounded or cut off, in steps of ``step``."""
    return -step / 2 - _FLOAT <= exact - printed < step - _FLOAT


def equals(one: float, other: float) -> bool:
    """Tell whether two amounts or counts are one."""
    return abs(one - other) < SATANG


def best_slip(equation: Equation) -> Slip:
    """Tell the best slip that would explain the difference."""
    return max((found for _, _, found in mends(equation)), default=Slip.NONE)


def mends(equation: Equation) -> list[tuple[Quantity, float, Slip]]:
    """Find each single figure that, mistyped, would explain the difference, and its right value."""
    found = [(equation.claim, equation.right, slip(equation.claim.value, equation.right))]
    for one in equation.operands:
        meant = _meant(equation, one)
        if meant is not None:
            found.append((one, meant, slip(one.value, meant)))
    return [one for one in found if one[2]]


def _meant(equation: Equation, one: Quantity) -> float | None:
    """Solve an equation for one of its operands; ``None`` where no whole number solves it."""
    claim, right = equation.claim.value, equation.right
    if equation.kind is Kind.SUM:
        meant = one.value + claim - right
    elif equation.kind is Kind.PRODUCT and right:
        meant = one.value * claim / right
    elif equation.kind is Kind.SHARE and claim and right:
        is_part = one is equation.operands[0]
        meant = one.value * claim / right if is_part else one.value * right / claim
    else:
        return None
    if not isfinite(meant):
        return None
    if equation.kind is Kind.SHARE and abs(meant - round(meant)) <= 0.005 * max(one.value, 1):
        meant = round(meant)
    return meant if meant > 0 and (one.decimals or equals(meant, round(meant))) else None


def remedy(equation: Equation) -> str:
    """Say which single change would mend it, where one slip explains the difference."""
    if equation.note:
        return equation.note
    found = sorted(mends(equation), key=lambda one: -one[2])
    if found and (len(found) == 1 or found[0][2] > found[1][2] or found[0][2] is Slip.SWAP):
        one, meant, _ = found[0]
        return f"จะตรงกันเมื่อ {format_count(one.value)} เป็น {format_count(meant)}"
    return ""
