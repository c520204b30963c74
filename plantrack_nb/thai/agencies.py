"""Abbreviations of the agencies that area offices write of."""

from __future__ import annotations

_KNOWN = """
สพฐ สพป สพม สพท สพก สพร สพค สพน สพอ สวก สวพ สวส สทศ สทร สนก สนผ สนย สนง สตผ
สตง สคส สคม สคร สคบ สคบศ สกก สกศ สกว สกอ สกสค สกร สปช สปศ สปส สปสช สมป สมศ สมช
สอศ สอน สศศ สศช สศท สบม สบว สบน สบค สบร สสว สสวท สสส สสค สสจ สสอ สสช สวทช สวทน
สธ ศธ ศธจ ศธภ ศทศ ศนฐ ศนจ ศปบ ศกศ ศพฐ ศรร กศจ กศน กศศ กสศ กพฐ กคศ กพร กพ กมว
กยศ กอช กสถ อกคศ อคศ อบต อบจ อปท อวน อพม ทต ทม ทน พม พมจ มท มสธ มรภ ปปส ปปช
ปปท ปภ ปชส ปกศ ตร ตชด ตสน นปร รพ รพสต รร บก บช ผอ รอง จชต จนท กอปร อสธ อพสธ
คปภ คปสอ ครม คสช คพร
"""
AGENCIES = frozenset(_KNOWN.split())
"""Consonants alone, without full stops."""


def swapped(written: str) -> str:
    """Return the agency whose letters stand in another order, or ``""``.

    >>> swapped("กศส")
    'กสศ'
    """
    if written in AGENCIES:
        return ""
    for at in range(len(written) - 1):
        other = written[:at] + written[at + 1] + written[at] + written[at + 2 :]
        if len(other) > 2 and other != written and other in AGENCIES:
            return other
    return ""
