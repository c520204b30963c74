"""A number told twice side by side: in figures and in words, in full and in millions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from plantrack_nb.quantities.around import Around
from plantrack_nb.quantities.counted_nouns import BAHT
from plantrack_nb.quantities.equations import Equation, Sure, equals
from plantrack_nb.quantities.numerals import amounts
from plantrack_nb.quantities.quantity import Quantity, Reading

_JOINT = re.compile(
    r"(?:หรือ|คือ|เป็น(?:เงิน)?|จำนวน(?:เงิน)?|ตัว(?:อักษร|เลข|หนังสือ)|เท่ากับ|รวม"
    r"|[ ()\[\]=:–-])*"
)
_OR = re.compile(r" ?(?:\(|=|หรือ(?:เท่ากับ)?|คือ|เท่ากับ) ?")
_DIGIT = re.compile(r"\d")


def spelt(reading: Reading, _: Around) -> Iterator[Equation]:
    """Propose that words in brackets behind a figure, or before it, say the same."""
    money = [one for one in reading.quantities if one.unit == BAHT and not one.is_rate]
    for words in amounts(reading.text) if money else ():
        before = [one for one in money if one.end <= words.start]
        after = [one for one in money if one.start >= words.end]
        beside = None
        if before and _JOINT.fullmatch(reading.text, before[-1].end, words.start):
            beside = before[-1]
        elif after and _JOINT.fullmatch(reading.text, words.end, after[0].start):
            beside = after[0]
        if beside is not None:
            said = reading.text[words.start : words.end]
            holds = equals(words.value, beside.value)
            yield Equation("spelt", beside, words.value, (), said, holds, Sure.SURE)
    yield from _twice(reading)


def _twice(reading: Reading) -> Iterator[Equation]:
    """Propose that one number told again right behind itself in another form is the same."""
    for one, other in pairwise(reading.quantities):
        if not one.unit or one.unit != other.unit or not (one.is_exact and other.is_exact):
            continue
        if one.is_rate or other.is_rate or not _OR.fullmatch(reading.between(one, other)):
            continue
        if _form(reading, one) != _form(reading, other):
            said = reading.shown(other)
            room = max(_step(reading, one), _step(reading, other)) / 2
            holds = abs(one.value - other.value) <= room
            yield Equation("spelt", one, other.value, (other,), said, holds, Sure.SURE)


def _form(reading: Reading, one: Quantity) -> tuple[bool, bool]:
    """Tell whether a number is written in digits, and whether with a multiple such as ล้าน."""
    words = reading.text[one.start : one.end]
    return _DIGIT.search(words) is not None, "ล้าน" in words


def _step(reading: Reading, one: Quantity) -> float:
    """Tell what the last printed place is worth: 10,000 of "3.25 ล้าน"; nothing without one."""
    return 10.0 ** (6 - one.decimals) if _form(reading, one) == (True, True) else 0.0
