"""Quotients: so many for each, told as a mean beside what was shared out and by how many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from plantrack_nb.quantities.around import Around
from plantrack_nb.quantities.counted_nouns import BAHT
from plantrack_nb.quantities.cues import are_series
from plantrack_nb.quantities.equations import Equation, Sure, rounds_to
from plantrack_nb.quantities.quantity import Quantity, Reading, Role
from plantrack_nb.quantities.relations.parts import labels
from plantrack_nb.quantities.slips import Slip, slip
from plantrack_nb.thai.numbers import format_count

NAME = "mean"


def quotients(reading: Reading, around: Around) -> Iterator[Equation]:
    """Propose for each "เฉลี่ยคนละ 600 บาท" what was shared out, and among how many."""
    for one in reading.quantities:
        told = one.role is Role.MEAN
        if not (told or one.role is Role.RATE) or len(one.per) != 1 or not one.is_exact:
            continue
        if one.is_share:
            continue
        others = [q for q in reading.quantities if q is not one and _may_take_part(q)]
        wholes = [q for q in others if q.unit == one.unit]
        heads = [q for q in others if q.unit == one.per[0]]
        if wholes and heads:
            made = _shared_out(one, wholes, heads, around)
            is_slip = slip(one.value, made.right) is Slip.SWAP and one.start > heads[-1].start
            if told or is_slip:
                yield made if told else replace(made, sure=min(made.sure, Sure.LIKELY))
        elif not told:
            continue
        elif len(wholes) > 1 and are_series(labels(reading, None, wholes)):
            yield _listed(one, wholes)


def _may_take_part(one: Quantity) -> bool:
    return one.is_exact and one.value > 0 and not (one.is_share or one.is_rate or one.is_bare)


def _shared_out(
    one: Quantity, wholes: Sequence[Quantity], heads: Sequence[Quantity], around: Around
) -> Equation:
    whole, head = wholes[0], heads[0]
    amounts = [q.value for q in wholes] + [sum(q.value for q in wholes)]
    amounts += around.anywhere(one.unit)
    if one.unit == BAHT:
        amounts += [around.budget, around.disbursed]
    numbers = [q.value for q in heads] + [sum(q.value for q in heads)]
    numbers += around.anywhere(one.per[0])
    holds = any(_is_mean(one, amount / number) for amount in amounts for number in numbers)
    formula = f"{format_count(whole.value)} ÷ {format_count(head.value)}"
    sure = Sure.SURE if len(wholes) == len(heads) == 1 else Sure.POSSIBLE
    return Equation(NAME, one, whole.value / head.value, (whole, head), formula, holds, sure)


def _listed(one: Quantity, wholes: Sequence[Quantity]) -> Equation:
    """Make the mean of a list told period by period: "ต.ค. 120 คน พ.ย. 90 คน เฉลี่ยเดือนละ …"."""
    right = sum(q.value for q in wholes) / len(wholes)
    formula = f"({' + '.join(format_count(q.value) for q in wholes)}) ÷ {len(wholes)}"
    holds = _is_mean(one, right)
    return Equation(NAME, one, right, tuple(wholes), formula, holds, Sure.LIKELY)


def _is_mean(one: Quantity, right: float) -> bool:
    """Tell whether a mean is this one, rounded or cut off."""
    return rounds_to(one.value, right, 10.0**-one.decimals)
