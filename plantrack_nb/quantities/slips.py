"""Slips of the fingers: how one printed number comes of another."""

from __future__ import annotations

from enum import IntEnum

from plantrack_nb.thai.numbers import format_count


class Slip(IntEnum):
    """How likely a slip explains two numbers; a greater one is the better proof."""

    NONE = 0
    DIGIT = 1
    ZERO = 2
    SWAP = 3


def slip(printed: float, meant: float) -> Slip:
    """Tell which slip turns ``meant`` into ``printed``: two digits swapped, a zero, one digit."""
    if printed == meant or meant <= 0 or printed < 0:
        return Slip.NONE
    one, other = (format_count(number).replace(",", "") for number in (printed, meant))
    if len(one) == len(other):
        at = [place for place, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
        if len(at) == 2 and one[at[0]] == other[at[1]] and one[at[1]] == other[at[0]]:
            return Slip.SWAP
        return Slip.DIGIT if len(at) == 1 and len(one) > 1 else Slip.NONE
    longer, shorter = sorted((one, other), key=len, reverse=True)
    if len(longer) != len(shorter) + 1:
        return Slip.NONE
    lost = next((at for at in range(len(shorter)) if longer[at] != shorter[at]), len(shorter))
    if longer[:lost] + longer[lost + 1 :] != shorter:
        return Slip.NONE
    return (
        Slip.ZERO if longer[lost] == "0" or longer[lost] in shorter[lost - 1 : lost] else Slip.DIGIT
    )
