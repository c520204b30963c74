"""Parts of a whole that stand behind it: in brackets, announced, or one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from plantrack_nb.quantities.around import Around, alike
from plantrack_nb.quantities.cues import (
    DIVIDES,
    NEW_ITEM,
    NO_PARTS,
    OTHERS,
    OVERLAPS,
    are_opposed,
    are_series,
    are_stages,
)
from plantrack_nb.quantities.equations import Equation, Kind, Sure, best_slip, equals
from plantrack_nb.quantities.quantity import Quantity, Reading, Role
from plantrack_nb.quantities.slips import Slip
from plantrack_nb.thai.numbers import format_count

NAME = "parts"
_MOST = 10
_FAR, _NEAR, _MANY = 0.7, 0.1, 100
_BRACKET = re.compile(r" ?\(")
_LOOKED_BACK = 30
_COPULA = re.compile("(?<!แบ่ง)(?<!จำแนก)(?<!แยก)เป็น(?!เงิน)")
_SPLIT = re.compile(r"[,/;:()]|และ|จำนวน|โดย|ซึ่ง|(?<=\s)กับ(?=\s)")
_LISTED_BELOW = re.compile(rf"[ )]*(?:{DIVIDES.pattern})[ :]*\n")
_BULLETED = re.compile(r"[ :)]*\s[-•–*]\s*[ก-๙]")
"""Dashes right behind a whole list what it is made of."""
_BULLET = re.compile(r"(?:^|\s)[-•–*]\s*[ก-๙]")
_MARK = re.compile(r"\s+(?:[-•–*]|\d{1,2}[.)]|\(\d{1,2}\))\s*")
_NEW_CLAUSE = re.compile(rf"\n|{NEW_ITEM}|;")


def parts(reading: Reading, around: Around) -> Iterator[Equation]:
    """Propose that what stands behind a whole makes it up."""
    found = reading.quantities
    taken: set[int] = set()
    for at, whole in enumerate(found[:-2]):
        if not _may_be_whole(whole):
            continue
        tail, summed_up = _tail(reading, at, whole)
        if len(tail) < 2:
            continue
        made = _weighed(reading, whole, tail)
        named = made.operands[0].depth != whole.depth or _announced(reading, whole, tail[0])
        if not named and (summed_up or whole.start in taken or _is_sister(reading, whole, tail)):
            continue
        if made.holds or made.sure:
            taken.update(one.start for one in tail)
        yield made
    yield from _of_target(reading, around)


def _announced(reading: Reading, whole: Quantity, first: Quantity) -> bool:
    divides = DIVIDES.search(reading.between(whole, first)) is not None
    return divides or _is_bulleted(reading, whole)


def _is_bulleted(reading: Reading, whole: Quantity) -> bool:
    """Tell whether dashes behind a figure list its parts: it is none of the list itself."""
    if not _BULLETED.match(reading.text, whole.end):
        return False
    return not _BULLET.search(reading.text[whole.begin : whole.start])


def _is_sister(reading: Reading, whole: Quantity, tail: Sequence[Quantity]) -> bool:
    """Tell whether a figure is one of the parts itself: "สามัญ 40 คน อาชีวะ 30 คน อื่น ๆ 5 คน"."""
    words = labels(reading, None, [whole, *tail])
    return any(are_opposed([words[0], one]) or are_series([words[0], one]) for one in words[1:])


def _may_be_whole(one: Quantity) -> bool:
    return (
        one.is_exact
        and one.value > 0
        and bool(one.unit)
        and not (one.is_share or one.is_rate or one.is_bare)
        and one.role in (Role.COUNT, Role.TOTAL)
    )


def _tail(reading: Reading, at: int, whole: Quantity) -> tuple[list[Quantity], bool]:
    """Gather the quantities behind a whole that may be its parts, in one clause and bracket.

    Also tells whether a total of the same unit closes them: then the whole is one of its parts.
    """
    found = reading.quantities
    inside = bool(_BRACKET.fullmatch(reading.text, whole.end, _opened(reading, whole)))
    depth = _opened(reading, whole) - 1 if inside else whole.depth
    tail: list[Quantity] = []
    is_below = bool(_LISTED_BELOW.match(reading.text, whole.end)) or _is_bulleted(reading, whole)
    last = whole
    for one in found[at + 1 :]:
        gap = reading.between(last, one)
        last = one
        is_outside = one.depth != depth
        clause = gap.replace(";", ",") if inside else gap  # within brackets it parts the parts
        clause = _MARK.sub(" ", clause) if is_below else clause
        ends = _NEW_CLAUSE.search(clause) or len(tail) == _MOST
        if ends or (is_outside and inside and tail):
            break
        if is_outside:
            continue
        if NO_PARTS.search(gap) or one.role in (Role.TOTAL, Role.MEAN, Role.UP, Role.DOWN):
            return tail, any(q.role is Role.TOTAL and q.unit == whole.unit for q in found[at + 1 :])
        if not one.is_exact or one.is_rate:
            break
        if one.is_share or not alike(one.unit, whole.unit):
            continue
        tail.append(one)
        if one.role is Role.LEFT:
            break
    return tail, False


def _opened(reading: Reading, whole: Quantity) -> int:
    found = _BRACKET.match(reading.text, whole.end)
    return found.end() if found else whole.end - 1


def _nearest(whole: Quantity, tail: Sequence[Quantity]) -> list[Quantity]:
    """Take as many of the first parts as come nearest to the whole, or differ by two digits."""

    def key(size: int) -> tuple[bool, float, int]:
        made = _equation(whole, tail[:size], holds=False)
        apart = abs(made.right - whole.value)
        return (best_slip(made) is not Slip.SWAP or apart > _FAR * whole.value, apart, -size)

    return list(tail[: min(range(2, len(tail) + 1), key=key)])


def _sum(some: Sequence[Quantity]) -> float:
    return sum(one.value for one in some)


def comes_out(whole: float, values: Sequence[float]) -> bool:
    """Tell whether a beginning of the values adds up, each perhaps told again in its own parts."""
    sums = {(0.0, 0)}
    for _ in values:
        fresh = set()
        for total, at in sums:
            for stop, value in _one_part(values, at):
                fresh.add((round(total + value, 4), stop))
        if any(equals(total, whole) and at > 1 for total, at in fresh):
            return True
        sums = fresh
    return False


def _one_part(values: Sequence[float], at: int) -> Iterator[tuple[int, float]]:
    """Give where the part at a place ends: behind itself, or behind what it is made of."""
    if at >= len(values):
        return
    yield at + 1, values[at]
    total = 0.0
    for stop in range(at + 1, len(values)):
        total += values[stop]
        if stop > at + 1 and equals(total, values[at]):
            yield stop + 1, values[at]
            return


def _equation(whole: Quantity, chosen: Sequence[Quantity], *, holds: bool) -> Equation:
    formula = " + ".join(format_count(one.value) for one in chosen)
    return Equation(
        NAME, whole, _sum(chosen), tuple(chosen), formula, holds, Sure.POSSIBLE, Kind.SUM
    )


def _weighed(reading: Reading, whole: Quantity, tail: list[Quantity]) -> Equation:
    """Tell how sure it is that the parts are all, and shut each other out."""
    all_words = labels(reading, whole, tail)
    announced = tail[0].depth != whole.depth or _announced(reading, whole, tail[0])
    mended = announced and best_slip(_equation(whole, tail, holds=False)) is not Slip.NONE
    chosen = tail if mended or are_series(all_words) else _nearest(whole, tail)
    made = _equation(whole, chosen, holds=comes_out(whole.value, [one.value for one in tail]))
    words = labels(reading, whole, chosen)
    closed = _closed(words, chosen)
    slipped = Slip.NONE if made.holds else best_slip(made)
    gap = reading.between(whole, chosen[0])
    if made.right < whole.value and _rest_untold(reading, tail):
        return made
    if chosen[0].depth != whole.depth or DIVIDES.search(gap):
        all_taken = len(chosen) == len(tail)
        if _may_leave_some(reading, whole, chosen, made) and slipped is not Slip.SWAP:
            return made
        sure = Sure.SURE if all_taken or closed else Sure.LIKELY if slipped else Sure.POSSIBLE
    else:
        too_much = made.right > whole.value > max(one.value for one in chosen)
        named_all = slipped and (whole.role is Role.TOTAL or _is_bulleted(reading, whole))
        exclusive = are_series(words) and (too_much or slipped is Slip.SWAP or named_all)
        typed = _is_typed(made, slipped) and not are_stages(words)
        sure = Sure.LIKELY if closed or exclusive or typed else Sure.POSSIBLE
    return replace(made, sure=sure)


def _rest_untold(reading: Reading, tail: Sequence[Quantity]) -> bool:
    """Tell whether a rest is named behind the parts without a figure: "ที่เหลือเป็นค่าวัสดุ"."""
    last = tail[-1].end
    later = [one.start for one in reading.quantities if one.start >= last]
    stop = reading.text.find("\n", last)
    rest = OTHERS.search(reading.text, last, stop if stop >= 0 else len(reading.text))
    return rest is not None and not any(
        rest.end() <= one <= rest.end() + _LOOKED_BACK for one in later
    )


def _may_leave_some(
    reading: Reading, whole: Quantity, chosen: Sequence[Quantity], made: Equation
) -> bool:
    """Tell whether parts may overlap, or are only some: each is said by a "เป็น" of its own."""
    words = reading.text[max(whole.begin, whole.start - _LOOKED_BACK) : chosen[-1].end]
    if OVERLAPS.search(words):
        return True
    gaps = [reading.text[one.begin : one.start] for one in chosen]
    copulas = sum(_COPULA.search(gap) is not None for gap in gaps)
    return copulas > 1 and made.right < whole.value


def _is_typed(made: Equation, slipped: Slip) -> bool:
    """Tell whether a slip of the fingers is the better reason for a difference than chance."""
    whole = made.claim.value
    if any(one.value >= whole for one in made.operands if one.value != made.right) and (
        slipped is not Slip.SWAP
    ):
        return False
    apart = abs(made.right - whole) / whole
    return (slipped is Slip.SWAP and apart < _FAR) or (
        slipped >= Slip.DIGIT and whole >= _MANY and apart <= _NEAR
    )


def labels(reading: Reading, whole: Quantity | None, chosen: Sequence[Quantity]) -> list[str]:
    """Take the words before each part, without what joins them."""
    made = []
    for one in chosen:
        words = reading.text[one.begin : one.start]
        if whole is not None and one is chosen[0]:
            words = DIVIDES.sub(" ", words)
        pieces = [piece.strip() for piece in _SPLIT.split(words) if piece and piece.strip()]
        made.append(pieces[-1] if pieces else "")
    return made


def _of_target(reading: Reading, around: Around) -> Iterator[Equation]:
    """Propose that the closed list of a text makes up the count of the target beside it."""
    found = [
        one
        for one in reading.quantities
        if one.is_exact and not (one.is_share or one.is_rate or one.is_bare) and one.depth < 0
    ]
    if len(found) < 2 or not around.targets:
        return
    unit = found[0].unit
    same = [one for one in found if one.unit == unit]
    if len(same) < 2 or any(one.role is Role.TOTAL for one in same) or len(same) > _MOST:
        return
    counts = around.counts(unit)
    values = {q.value for _, q in counts}
    if len(values) != 1:
        return
    whole = counts[0][1]
    words = labels(reading, None, same)
    if NO_PARTS.search(reading.text) or not _closed(words, same):
        return
    everywhere = [*around.anywhere(unit), *(one.value for one in reading.quantities)]
    total = _sum(same)
    holds = any(equals(total, one) for one in everywhere) or any(
        comes_out(one, [part.value for part in same]) for one in everywhere
    )
    first_is_whole = len(same) > 2 and equals(same[0].value, _sum(same[1:]))
    made = _equation(whole, same, holds=holds or first_is_whole)
    slipped = best_slip(made)
    sure = Sure.LIKELY if slipped or total > whole.value else Sure.POSSIBLE
    yield Equation(
        "parts-of-target",
        whole,
        made.right,
        made.operands,
        made.formula,
        made.holds,
        sure,
        Kind.SUM,
    )


def _closed(words: list[str], same: Sequence[Quantity]) -> bool:
    named = are_opposed(words) or any(OTHERS.search(one) for one in words[1:])
    return named or same[-1].role is Role.LEFT
