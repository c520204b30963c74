"""The two summary tables: the row of each project, and printed figures beside recomputed ones.

Rules make findings of :func:`beside`, what is right is told by it, and the report lists from it
what differs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from math import isnan, nan
from operator import attrgetter

from plantrack_nb.core.records import Row, extended, firsts, gathered, total
from plantrack_nb.core.vocabulary import (
    BANDS,
    DISBURSED_PCT,
    LEVELS,
    PROJECTS,
    TOTAL,
    UNMARKED,
    ClaimKind,
)
from plantrack_nb.measures.claims import group_key
from plantrack_nb.measures.projects import ROUND, percent_of
from plantrack_nb.measures.rounding import HALF_SATANG, agrees, step_of

ROW = [*ROUND, "group_key"]
COLUMN = [*ROUND, "kind", "column", "strategy_no"]
TABLES = (ClaimKind.LEVEL_TABLE.value, ClaimKind.STRATEGY_TABLE.value)
COUNTS = (*LEVELS, *BANDS, PROJECTS)
_CELL = [*ROW, "strategy_no"]
_COLUMNS = frozenset((*COUNTS, DISBURSED_PCT))
_LEVEL, _STRATEGY = TABLES
_round, _column, _cell = attrgetter(*ROUND), attrgetter(*COLUMN), attrgetter(*_CELL, "kind")
_ALL = None
"""Stands for the total row where others have their group's key."""


def figure(column: str, projects: Collection[Row]) -> float:
    """Work out a cell of the summary tables from the projects of its row and strategy.

    Parameters
    ----------
    column : str
        A level, :data:`UNMARKED`, a band, ``projects`` or ``disbursed_pct``.
    projects : collection of Row
        With ``status``, ``band``, ``budget`` and ``disbursed``.
    """
    if column == DISBURSED_PCT:
        spent = total(one.disbursed for one in projects)
        return percent_of(spent, total(one.budget for one in projects))
    if column == PROJECTS:
        return len(projects)
    return sum(column in (one.status or UNMARKED, one.band) for one in projects)


def placed(projects: Iterable[Row], printed: Iterable[Row]) -> list[Row]:
    """Give each project the row it is counted in, as ``group_key`` and ``group`` (its name).

    Offices put a project under its own owners, or under all groups that its activities name
    when such a row stands in the table. Of the two ways the one is taken, round by round, by
    which more of the printed numbers of projects come true; where none is printed, the row that
    names all groups.

    Parameters
    ----------
    projects : iterable of Row
        As :func:`plantrack_nb.measures.projects.measured` gives them.
    printed : iterable of Row
        The figures of the same rounds.
    """
    cells = gathered((one for one in printed if one.kind in TABLES and not one.is_total), ROUND)
    found: list[Row] = []
    for key, some in gathered(projects, ROUND).items():
        found += _placed(some, cells.get(key, []))
    return found


def _placed(projects: list[Row], cells: list[Row]) -> Iterator[Row]:
    counts = _evidence(cells)
    named = {row.group_key: row.label for row in reversed(cells)}
    known = {group for group, _ in counts} or named.keys()
    own = [group_key(one.owner) for one in projects]
    every = [group_key(one.all_groups) for one in projects]
    every = [wide if wide in known else plain for wide, plain in zip(every, own, strict=True)]
    gain = _true(counts, projects, every) - _true(counts, projects, own)
    chosen = every if gain > 0 or not counts else own
    for one, row in zip(projects, chosen, strict=True):
        yield extended(one, group_key=row, group=named.get(row, "") or one.owner)


def _evidence(cells: list[Row]) -> Mapping[tuple[str, str], float]:
    """Take the printed numbers of projects by group and strategy, else those by group."""
    counts = [_known(one) for one in cells if one.column == PROJECTS]
    chosen = [one for one in counts if one.kind == _STRATEGY] or counts
    return {(one.group_key, one.strategy_no): one.value for one in reversed(chosen)}


def _true(counts: Mapping[tuple[str, str], float], projects: list[Row], groups: list[str]) -> int:
    """Count the printed numbers that come true when the projects stand in these groups' rows."""
    found = Counter(
        (group, number)
        for one, group in zip(projects, groups, strict=True)
        for number in {"", one.strategy_no}
    )
    return sum(value == found[cell] for cell, value in counts.items())


def beside(projects: Iterable[Row], printed: Iterable[Row]) -> list[Row]:
    """Put every figure of the summary tables, and each count of the contents, beside ours.

    Parameters
    ----------
    projects : iterable of Row
        As :func:`placed` gives them.
    printed : iterable of Row
        As :func:`plantrack_nb.measures.claims.printed_figures` gives them.

    Returns
    -------
    list of Row
        The printed figures (``value``, NaN for a dash, and where it stands) with ``exact`` (what
        the projects give), ``agrees`` (whatever way it was rounded); of its projects ``found``
        (how many), ``numbers`` (joined by ", "), ``budget`` and ``disbursed`` (baht); ``count``,
        the number of projects printed for the same row (NaN where none is); for a total ``parts``,
        the printed cells of its column, and ``sum``, what they add up to (else NaN).
    """
    cells = [one for one in printed if _is_recomputed(one)]
    in_rows = [one for one in cells if one.kind in TABLES and not one.is_total]
    counts = firsts((one for one in in_rows if one.column == PROJECTS), [*_CELL, "kind"])
    columns = gathered((one for one in in_rows if one.column != DISBURSED_PCT), COLUMN)
    members = _members(projects)
    sums = {key: _sums(some) for key, some in members.items()}
    places = ((one, (*_round(one), *_place(one))) for one in cells)
    return [
        extended(
            one,
            **_exact(one, members.get(key, [])),
            **sums.get(key, _NOTHING),
            count=_known(counts[_cell(one)]).value if _cell(one) in counts else nan,
            **_added(columns.get(_column(one), []) if one.is_total else []),
        )
        for one, key in places
    ]


def _is_recomputed(one: Row) -> bool:
    if one.kind == ClaimKind.CONTENTS.value:
        return bool(one.column == "")
    return one.kind in TABLES and one.column in _COLUMNS


def _place(one: Row) -> tuple[str | None, str]:
    """Tell the row and the strategy of a figure, as :func:`_members` gathers them."""
    of_all = one.is_total or one.kind not in TABLES
    number = "" if one.strategy_no == TOTAL else one.strategy_no
    return _ALL if of_all else one.group_key, number


def _members(projects: Iterable[Row]) -> Mapping[tuple[object, ...], list[Row]]:
    """Gather projects by round, row (or all rows) and strategy (or all of them)."""
    found: dict[tuple[object, ...], list[Row]] = {}
    for one in projects:
        for row in (one.group_key, _ALL):
            for number in {"", one.strategy_no}:
                found.setdefault((*_round(one), row, number), []).append(one)
    return found


def _exact(one: Row, projects: list[Row]) -> dict[str, object]:
    exact = figure(one.column or PROJECTS, projects)
    return {"exact": exact, "agrees": _agrees(one, exact)}


def _sums(projects: Collection[Row]) -> dict[str, object]:
    return {
        "found": len(projects),
        "numbers": ", ".join(one.project_no for one in projects),
        "budget": total(one.budget for one in projects),
        "disbursed": total(one.disbursed for one in projects),
    }


_NOTHING = _sums(())


def _added(parts: Sequence[Row]) -> dict[str, object]:
    return {
        "parts": tuple(parts),
        "sum": total(one.value for one in parts) if parts else nan,
    }


def _agrees(one: Row, exact: float) -> bool:
    if one.column != DISBURSED_PCT:
        return bool(_known(one).value == exact)
    if isnan(one.value):
        return not exact >= HALF_SATANG
    if isnan(exact):
        return not one.value > 0
    return agrees(one.value, exact, step_of(one.value, one.text))


def counted(cells: Iterable[Row]) -> list[Row]:
    """Take the number of projects of each group and strategy, an empty cell as a zero."""
    told = (one for one in cells if one.kind == _STRATEGY and one.column == PROJECTS)
    return [*firsts((_known(one) for one in told if not one.is_total), _CELL).values()]


def percents(cells: Iterable[Row]) -> list[Row]:
    """Take the percent of each group and strategy."""
    told = (one for one in cells if one.kind == _STRATEGY and one.column == DISBURSED_PCT)
    return [one for one in told if not one.is_total]


def of_whole_rows(cells: Iterable[Row], columns: Collection[str]) -> list[Row]:
    """Take some columns of the first table where the row holds as many projects as it says."""
    told = (one for one in cells if one.kind == _LEVEL and one.column in columns)
    return [_known(one) for one in told if not one.is_total and one.count == one.found > 0]


def levels(cells: Iterable[Row], projects: Iterable[Row]) -> list[Row]:
    """Take each level's first cell of a round, with ``value`` and ``exact`` of all its rows."""
    told = (one for one in cells if one.kind == _LEVEL and one.column in LEVELS)
    held = gathered(projects, ROUND)
    return [
        same[0]._replace(
            value=total(one.value for one in same), exact=figure(key[-1], held.get(key[:-1], []))
        )
        for key, same in gathered(
            (one for one in told if not one.is_total), [*ROUND, "column"]
        ).items()
    ]


def _known(claim: Row) -> Row:
    """Take an empty cell as a zero."""
    return claim._replace(value=0.0) if isnan(claim.value) else claim
