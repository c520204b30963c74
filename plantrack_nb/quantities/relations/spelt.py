"""Amounts in figures against the same amount in words beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plantrack_nb.quantities.around import Around
from plantrack_nb.quantities.equations import Equation, Sure, equals
from plantrack_nb.quantities.numerals import amounts
from plantrack_nb.quantities.quantity import Reading
from plantrack_nb.quantities.units import BAHT

_JOINT = re.compile(r"[ (\[]{0,3}(?:จำนวนเงิน|ตัวอักษร|=|:| )*")


def spelt(reading: Reading, _: Around) -> Iterator[Equation]:
    """Propose that words in brackets behind an amount, or before it, say the same amount."""
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
