"""The readings that a document allows: what its doubtful rows may be taken for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from plantrack_nb.load.layout.record import RowKind
from plantrack_nb.load.layout.rows.evidence import Evidence


@dataclass(frozen=True)
class Reading:
    """What a document's doubtful rows are taken for in one of its readings.

    Parameters
    ----------
    depth : int
        How many parts the number of a project has; fewer is a heading, more a part.
    unnumbered : RowKind
        What rows with a name and amounts, but no number, are.
    lone : RowKind
        What rows of a name alone are.
    more_adds : bool
        Whether amounts in further rows of a project come on top of those of its first row, or are
        a part of them.
    lone_sums : bool
        Whether rows of a name and amounts alone are headings with the sums of what is below.
    numbers_are_parts : bool
        Whether the numbers count the activities of projects that have none themselves.
    """

    depth: int
    unnumbered: RowKind
    lone: RowKind
    more_adds: bool = True
    lone_sums: bool = False
    numbers_are_parts: bool = False


def readings(rows: Evidence) -> Iterator[Reading]:
    """Yield the readings there may be, the usual ones first; what the office told is no doubt."""
    depths = _project_depths(rows)
    some = any(map(rows.is_unnumbered, rows.entries)) or not rows.numbered
    unnumbered = [RowKind.PROJECT, RowKind.PART] if some else [RowKind.PART]
    lone = [RowKind.PLAN, RowKind.PART] if _has_lone(rows) else [RowKind.PLAN]
    more = [True, False] if _has_more_money(rows) else [True]
    told = rows.told
    if told is not None:
        depths = [told.project_depth] if told.project_depth is not None else depths
        unnumbered = [told.unnumbered] if told.unnumbered is not None else unnumbered
        more = [told.more_adds] if told.more_adds is not None else more
    has_sums = bool(rows.numbered) and any(map(rows.is_lone_sum, rows.entries))
    sums = [False, True] if has_sums else [False]
    for found in product(depths, unnumbered, lone, more, sums):
        yield Reading(*found)
    if _numbers_may_be_parts(rows):
        for lone_sums in sums:
            first = (depths[0], RowKind.PROJECT, lone[0], more[0], lone_sums)
            yield Reading(*first, numbers_are_parts=True)


def _project_depths(rows: Evidence) -> list[int]:
    if len(rows.depths) < 2:
        return rows.depths or [1]
    first, second = rows.depths[:2]
    below = [one for one in rows.numbered if one.depth == second]
    has_parent = any(one.number.rpartition(".")[0] in rows.numbers for one in below)
    return [second, first] if not has_parent and second == first + 1 else [first, second]


def _numbers_may_be_parts(rows: Evidence) -> bool:
    """Tell whether numbers begin at 1 below each of several rows that have a name but none."""
    ahead, starts = False, 0
    for one in rows.entries:
        if rows.is_unnumbered(one) and not one.is_activity:
            ahead = True
        elif one.number and one.name:
            if (one.number == "1") != ahead:
                return False
            starts += ahead
            ahead = False
    return starts > 1


def _has_more_money(rows: Evidence) -> bool:
    """Tell whether rows without a name have amounts below a project that has its own."""
    owns = False
    for one in rows.entries:
        if one.name:
            owns = bool(one.money)
        elif one.money and owns:
            return True
    return False


def _has_lone(rows: Evidence) -> bool:
    return any(one.is_lone and not one.number and one.line is None for one in rows.entries)
