"""Figures of memo and summary beside what the same text gives: sums of items, ratios of amounts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import permutations
from math import isnan, nan

from plantrack_nb.core.records import Row, extended, firsts, gathered
from plantrack_nb.core.vocabulary import ClaimKind
from plantrack_nb.measures.projects import ROUND, percent_of
from plantrack_nb.measures.rounding import HALF_SATANG, agrees, step_of
from plantrack_nb.quantities.counted_nouns import (
    BAHT,
    PERCENT,
)
from plantrack_nb.thai.text import arabic_digits

_MEMO, _SUMMARY = ClaimKind.MEMO.value, ClaimKind.SUMMARY.value
_PARAGRAPH = [*ROUND, "source_file", "source_ref"]
_GIVEN = re.compile(r"ได้รับ(?:การ)?(?:โอน)?จัดสรร")
_EXPECTED = "คาดว่า"


def in_words(printed: Iterable[Row]) -> list[Row]:
    """Recompute what the words of memo and summary give for their own figures.

    Parameters
    ----------
    printed : iterable of Row
        As :func:`plantrack_nb.measures.claims.printed_figures` gives them.

    Returns
    -------
    list of Row
        The figures of both texts with ``parts`` (the items right below an amount of the memo, or
        the only two amounts before a percent in its paragraph, else none), ``exact`` (what these
        give, NaN without any) and ``agrees`` (True without any).
    """
    told = [one for one in printed if one.kind in (_MEMO, _SUMMARY)]
    items = {key: _items(some) for key, some in gathered(told, ROUND).items()}
    return [
        _beside(one, above, items[key[:3]])
        for key, paragraph in gathered(told, _PARAGRAPH).items()
        for one, above in ((one, paragraph[:at]) for at, one in enumerate(paragraph))
    ]


def tells_received(row: Row) -> bool:
    """Tell whether a figure of the memo is the money received in all."""
    whole = row.kind == _MEMO and row.unit == BAHT
    if not whole or not (row.item == "" or row.item.isdecimal()) or _EXPECTED in row.raw:
        return False
    at = arabic_digits(row.raw).find(f"{row.value:,.0f}")
    return _GIVEN.search(row.raw if at < 0 else row.raw[:at]) is not None


def _items(told: Iterable[Row]) -> dict[str, Row]:
    """Give one round's first amount of each numbered item of the memo."""
    amounts = (one for one in told if (one.kind, one.unit) == (_MEMO, BAHT) and one.item)
    return firsts((one for one in amounts if not isnan(one.value)), ["item"])


def _beside(one: Row, above: Sequence[Row], items: Mapping[str, Row]) -> Row:
    amounts = [each for each in above if each.unit == BAHT and each.value > 0]
    if one.unit == PERCENT and len(amounts) == 2:
        step = step_of(one.value, one.text)
        ratios = [percent_of(part.value, whole.value) for part, whole in permutations(amounts)]
        right = [ratio for ratio in ratios if agrees(one.value, ratio, step)]
        exact = right[0] if right else min(ratios)
        return extended(one, parts=tuple(amounts), exact=exact, agrees=bool(right))
    below = _right_below(one.item, items) if (one.kind, one.unit) == (_MEMO, BAHT) else []
    if len(below) < 2:
        return extended(one, parts=(), exact=nan, agrees=True)
    added = sum(each.value for each in below)
    off = abs(added - one.value)
    return extended(one, parts=tuple(below), exact=added, agrees=not off > HALF_SATANG)


def _right_below(number: str, items: Mapping[str, Row]) -> list[Row]:
    """Take the items directly below one: 1.1 and 1.2 below 1, but not 1.1.1."""
    depth = number.count(".") + 1
    return [
        row
        for item, row in items.items()
        if item.startswith(f"{number}.") and item.count(".") == depth
    ]
