"""Heads × rate × months, and amounts told as a sum, against the money of the line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from math import isnan, prod

from plantrack_nb.quantities.around import Around
from plantrack_nb.quantities.counted_nouns import BAHT, MONTH, PERSON
from plantrack_nb.quantities.equations import Equation, Kind, Sure, best_slip, equals
from plantrack_nb.quantities.quantity import Bound, Quantity, Reading, Role
from plantrack_nb.quantities.relations.parts import labels
from plantrack_nb.quantities.relations.totals import nearest
from plantrack_nb.quantities.slips import Slip, slip
from plantrack_nb.thai.dates import find_dates, months_between
from plantrack_nb.thai.numbers import format_baht, format_count

EMPLOYER_SHARE, ROOM = 1.05, 0.01
_FULL_YEAR = 12
_BAHT = 1.0
_COST = re.compile("^(?:เป็น)?(?:ค่า|งบ)")
_POST = "post"
_MOST = 6
_ELSEWHERE = re.compile(r"สมทบ|บริจาค|เงินรายได้|เงินนอก|กองทุน|อปท\.|ท้องถิ่นสนับสนุน|แหล่งอื่น")


def budgets(reading: Reading, around: Around) -> Iterator[Equation]:
    """Propose that the product of a rate in baht is what the line was given."""
    if isnan(around.budget) or around.budget <= 0:
        return
    found = [one for one in reading.quantities if one.value > 0 and not one.is_share]
    rates = [one for one in found if one.is_rate and one.unit == BAHT and one.is_exact]
    amounts = [one for one in found if one.unit == BAHT and not one.is_rate]
    chained = _chain(reading, found)
    if chained and not amounts_beside(amounts, chained):
        yield from _held(reading, chained, chained, around)
    elif len(rates) == 1 and not amounts:
        others = [one for one in found if one is not rates[0] and one.is_exact and one.unit][:_MOST]
        factors = nearest(around.budget, rates[0], others)
        if len(factors) > 1 or (around.is_alone and _has_span(reading, rates[0])):
            factors = [*(one for one in factors if one is not rates[0]), rates[0]]
            yield from _held(reading, factors, [*others, rates[0]], around)
    elif not rates and not amounts and around.below:
        yield from _of_parts(reading, around)
    elif not rates and len(amounts) > 1 and around.is_alone:
        yield from _of_items(reading, amounts, around)


def _has_span(reading: Reading, rate: Quantity) -> bool:
    """Tell whether a rate a month stands with the one span it is paid for."""
    spans = [one for one in reading.dates if not one.impossible and months_between(one) > 1]
    return len(rate.per) == 1 and MONTH in rate.per and len(spans) == 1


def _of_items(reading: Reading, amounts: Sequence[Quantity], around: Around) -> Iterator[Equation]:
    """Propose that the costs that a text lists are no more than its line was given."""
    costs = all(_COST.search(one) for one in labels(reading, None, amounts))
    plain = all(one.is_exact and one.role is Role.COUNT for one in amounts)
    total = sum(one.value for one in amounts)
    if not costs or not plain or _ELSEWHERE.search(reading.text):
        return
    formula = " + ".join(format_count(one.value) for one in amounts)
    holds = total <= around.budget + _BAHT or any(
        equals(one.value, around.budget) for one in amounts
    )
    budget = _money(around.budget, reading)
    yield Equation("budget", budget, total, tuple(amounts), formula, holds, Sure.LIKELY, Kind.SUM)


def _of_parts(reading: Reading, around: Around) -> Iterator[Equation]:
    """Propose that the products of a deed's parts add up to what its line was given."""
    terms: list[tuple[Reading, list[Quantity]]] = []
    for part in around.below:
        rates = [
            one for one in part.quantities if one.is_rate and one.unit == BAHT and one.is_exact
        ]
        if len(rates) != 1 or any(one.unit == BAHT and not one.is_rate for one in part.quantities):
            continue
        others = [
            one for one in part.quantities if one is not rates[0] and one.is_exact and one.unit
        ]
        terms.append((part, [*others[:_MOST], rates[0]]))
    values = [prod(one.value for one in some) * _months(part, some, around) for part, some in terms]
    total = sum(values)
    if len(terms) < 2 or not total:
        return
    shown = (
        " × ".join(
            format_count(one)
            for one in [*(q.value for q in some), _months(part, some, around)]
            if one != 1
        )
        for part, some in terms
    )
    formula = " + ".join(shown)
    holds = _near(around.budget, total, monthly=True)
    monthly = all(MONTH in some[-1].per for _, some in terms)
    over = total > around.budget * (1 + ROOM)
    sure = Sure.LIKELY if over or (monthly and len(terms) == len(around.below)) else Sure.POSSIBLE
    operands = tuple(one for _, some in terms for one in some)
    yield Equation("budget", _money(around.budget, reading), total, operands, formula, holds, sure)


def amounts_beside(amounts: Sequence[Quantity], chained: Sequence[Quantity]) -> bool:
    """Tell whether a text tells an amount that is no factor."""
    return any(one not in chained for one in amounts)


def _chain(reading: Reading, found: Sequence[Quantity]) -> list[Quantity]:
    """Take the factors that are joined by ×."""
    chain: list[Quantity] = []
    for one, other in pairwise(found):
        if re.fullmatch(r" ?(?:[xX×*]|คูณ) ?", reading.between(one, other)):
            chain = [*(chain or [one]), other]
    return chain if any(one.unit == BAHT for one in chain) else []


def _held(
    reading: Reading, factors: list[Quantity], usable: Sequence[Quantity], around: Around
) -> Iterator[Equation]:
    value = prod(one.value for one in factors)
    months = _months(reading, factors, around)
    right = value * months
    formula = " × ".join(format_count(one.value) for one in factors)
    formula += f" × {months}" if months != 1 else ""
    budget = _money(around.budget, reading)
    rest = [one for one in usable if one is not factors[-1]]
    products = {
        prod(one.value for one in some) * factor
        for size in range(min(1, len(rest)), min(len(rest), _MOST) + 1)
        for chosen in combinations(rest, size)
        for some in [[*chosen, factors[-1]]]
        for factor in {1, months}
    }
    wanted = [around.budget, around.disbursed]
    wanted += [
        one
        for cell in around.targets
        for q in cell.quantities
        for one in [q.value]
        if q.unit == BAHT
    ]
    monthly = (
        MONTH in factors[-1].per
        or MONTH in factors[0].per
        or any(one.unit == MONTH for one in factors)
    )
    holds = any(
        _near(one, product, monthly=monthly)
        for one in wanted
        for product in products
        if not isnan(one)
    )
    known = {PERSON if one.unit == _POST else one.unit for one in factors}
    wanted_by = {PERSON if per == _POST else per for per in factors[-1].per}
    lacking = wanted_by - known - {MONTH, "?"}
    if lacking:
        steps = around.budget / right
        holds = holds or (steps >= 1 and abs(steps - round(steps)) < ROOM)
    made = Equation(
        "budget", budget, right, tuple(factors), formula, holds, Sure.POSSIBLE, Kind.PRODUCT
    )
    over = right > around.budget * (1 + ROOM)
    slipped = best_slip(made) > Slip.NONE
    all_priced = len(factors) == len(usable)
    likely = over or (around.is_alone and all_priced and (slipped or MONTH in factors[-1].per))
    if lacking or _ELSEWHERE.search(reading.text):
        likely = False
    yield Equation(
        "budget",
        budget,
        right,
        tuple(factors),
        formula,
        holds,
        Sure.LIKELY if likely else Sure.POSSIBLE,
        Kind.PRODUCT,
    )


def _near(given: float, product: float, *, monthly: bool) -> bool:
    """Tell whether an amount is the product; pay by the month may hold the employer's share."""
    if not monthly:
        return abs(given - product) <= _BAHT
    return product * (1 - ROOM) <= given <= product * EMPLOYER_SHARE * (1 + ROOM)


def _months(reading: Reading, factors: Sequence[Quantity], around: Around) -> float:
    """Tell the months of a monthly rate that are not among the factors.

    They are those of the span that the text tells, or the target beside it, else a year's.
    """
    rate = factors[-1] if factors[-1].is_rate else factors[0]
    if MONTH not in rate.per or any(one.unit == MONTH and not one.is_rate for one in factors):
        return 1
    for text in (reading.text, *(one.text for one in around.targets)):
        spans = [months_between(one) for one in find_dates(text) if not one.impossible]
        longer = [one for one in spans if one > 1]
        if len(longer) == 1:
            return longer[0]
    return _FULL_YEAR


def _money(value: float, reading: Reading) -> Quantity:
    """Make a quantity of the amount in the line's cell."""
    end = len(reading.text)
    place = (end, end, end)
    return Quantity(
        value, value, "บาท", BAHT, (), *place, 0, Role.COUNT, Bound.EXACT, -1, is_bare=False
    )


def sums_told(reading: Reading, around: Around) -> Iterator[Equation]:
    """Propose that an amount told as the sum of a text is what its line was given."""
    if isnan(around.budget) or around.budget <= 0 or _ELSEWHERE.search(reading.text):
        return
    amounts = [
        one for one in reading.quantities if one.unit == BAHT and not one.is_rate and one.is_exact
    ]
    told = [one for one in amounts if one.role is Role.TOTAL]
    if len(told) != 1 or told[0] is not amounts[-1]:
        return
    claim = told[0]
    known = [around.budget, around.disbursed, *around.anywhere(BAHT)]
    holds = any(equals(claim.value, one) for one in known) or claim.value < around.budget
    slipped = slip(claim.value, around.budget)
    if around.is_alone and slipped is Slip.SWAP:
        holds = any(equals(claim.value, one) for one in known)
    likely = claim.value > around.budget or slipped is Slip.SWAP
    formula = f"งบประมาณ {format_baht(around.budget)}"
    yield Equation(
        "sum-told",
        claim,
        around.budget,
        (),
        formula,
        holds,
        Sure.LIKELY if likely else Sure.POSSIBLE,
    )
