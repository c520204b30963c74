"""The columns of a table over all its pages, whatever each page shows of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from plantrack_nb.containers.pdf.page_records import FoundTable

_SAME = 4.0  # points


def column_places(tables: Sequence[FoundTable]) -> Mapping[int, list[int]]:
    """Return for each table (by its ``id``) where its upright lines stand among those of all parts.

    Parameters
    ----------
    tables : sequence of FoundTable
        All tables of a document, in reading order.
    """
    found: dict[int, list[int]] = {}
    chain: list[FoundTable] = []
    for table in tables:
        if chain and not _goes_on(chain, table):
            found |= _numbered(chain)
            chain = []
        chain.append(table)
    return found | _numbered(chain)


def _goes_on(chain: Sequence[FoundTable], table: FoundTable) -> bool:
    """Tell whether a table has the sides of the one before and no columns of its own."""
    before = chain[-1]
    sides = zip((before.xs[0], before.xs[-1]), (table.xs[0], table.xs[-1]), strict=True)
    if any(abs(one - other) > _SAME for one, other in sides):
        return False
    known = [x for one in chain for x in one.xs]
    return _within(table.xs, known) or _within(before.xs, table.xs)


def _within(xs: Sequence[float], others: Sequence[float]) -> bool:
    return all(min(abs(x - other) for other in others) <= _SAME for x in xs)


def _numbered(chain: Sequence[FoundTable]) -> dict[int, list[int]]:
    places: list[float] = []
    for x in sorted(x for table in chain for x in table.xs):
        if not places or x - places[-1] > _SAME:
            places.append(x)
    return {
        id(table): [
            min(range(len(places)), key=lambda at, x=x: abs(places[at] - x))  # type: ignore[misc]
            for x in table.xs
        ]
        for table in chain
    }
