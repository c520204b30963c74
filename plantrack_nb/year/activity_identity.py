"""Which activity of a project is which of the same project's in another round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plantrack_nb.core.records import Row
from plantrack_nb.year.similarity import names_alike, plain_name

_SAME_NUMBER = 0.5
_OTHER_NUMBER = 0.8
Pair = tuple[Row | None, Row | None]


def paired(before: Sequence[Row], after: Sequence[Row]) -> list[Pair]:
    """Pair two lists of activities.

    Returns
    -------
    list of (Row or None, Row or None)
        In the later list's order, what is gone behind it; ``None`` where there is no other.
    """
    old: list[Row | None] = list(before)
    found: list[Row | None] = [None] * len(after)
    for test in (_is_same, _says_same, _has_number_and_is_alike, _is_alike):
        for at, one in enumerate(after):
            if found[at] is None:
                was = next((nth for nth, row in enumerate(old) if row and test(row, one)), None)
                if was is not None:
                    found[at], old[was] = old[was], None
    return [*zip(found, after, strict=True), *((row, None) for row in old if row is not None)]


def _is_same(one: Row, other: Row) -> bool:
    return _number(one) == _number(other) and _says_same(one, other)


def _says_same(one: Row, other: Row) -> bool:
    return plain_name(one.text) == plain_name(other.text)


def _has_number_and_is_alike(one: Row, other: Row) -> bool:
    return _number(one) == _number(other) and _alike(one, other) >= _SAME_NUMBER


def _is_alike(one: Row, other: Row) -> bool:
    return _alike(one, other) >= _OTHER_NUMBER


def _alike(one: Row, other: Row) -> float:
    return names_alike(plain_name(one.text), plain_name(other.text))


def _number(row: Row) -> tuple[str, str]:
    return row.parent_no, row.activity_no


def both(pairs: Sequence[Pair]) -> Iterator[tuple[Row, Row]]:
    """Give the pairs that have both an earlier and a later activity."""
    for was, now in pairs:
        if was is not None and now is not None:
            yield was, now
