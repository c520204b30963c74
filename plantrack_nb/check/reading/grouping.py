"""Which row of the summary tables each project belongs to, and what the row should say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from math import isnan, nan
from operator import attrgetter
from typing import Any

from plantrack_nb.check.facts import Facts, round_key
from plantrack_nb.check.reading.printed import BANDS, LEVELS, group_key, printed_figures
from plantrack_nb.core.records import Row, extended, firsts, gathered, total
from plantrack_nb.core.vocabulary import ClaimKind, Status
from plantrack_nb.measures.projects import ROUND, percent_of

ROW = [*ROUND, "group_key"]
CELL = [*ROW, "strategy_no"]


def projects_in_rows(facts: Facts) -> list[Row]:
    """Projects with the row of the summary tables that each belongs to, as ``group_key``."""
    return placed(list(facts.project_of.values()), facts.once(printed_figures))


def placed(projects: list[Row], printed: Iterable[Row]) -> list[Row]:
    """Give each project the key of its row, as ``group_key``.

    Offices put a project under its own owners, or under all groups that its activities name
    when such a row stands in the table. Of the two ways the one is taken, round by round, by
    which more of the printed counts come true.
    """
    cells = _printed_counts(printed)
    known = {key[:-1] for key in cells}
    own = [(*round_key(one), group_key(one.owner)) for one in projects]
    every = [(*round_key(one), group_key(one.all_groups)) for one in projects]
    every = [wide if wide in known else plain for wide, plain in zip(every, own, strict=True)]
    gain = _true_counts(projects, every, cells)
    gain.subtract(_true_counts(projects, own, cells))
    ways = zip(projects, own, every, strict=True)
    return [
        extended(one, group_key=(wide if gain[wide[:3]] > 0 else plain)[-1])
        for one, plain, wide in ways
    ]


def counted(facts: Facts) -> list[Row]:
    """Put the printed number of projects of each group and strategy beside the one found.

    Returns
    -------
    list of Row
        The claims, with ``found`` and ``numbers`` (the projects, joined by ", ").
    """
    members = gathered(facts.once(projects_in_rows), CELL)
    return [
        extended(cell, found=len(members.get(key, [])), numbers=_numbers(members.get(key, [])))
        for key, cell in _printed_counts(facts.once(printed_figures)).items()
    ]


def percents(facts: Facts) -> list[Row]:
    """Put each printed percent of a group and strategy beside the one recomputed.

    Returns
    -------
    list of Row
        The claims, with ``budget`` and ``disbursed`` (sums, baht), ``exact`` (percent, NaN
        without a budget), ``numbers``, ``found`` and ``count`` (projects found and printed, NaN
        where no number of them is).
    """
    members, counts = (
        gathered(facts.once(projects_in_rows), CELL),
        _printed_counts(facts.once(printed_figures)),
    )
    return [
        extended(one, **_sums(members.get(_cell(one), [])), count=_value(counts.get(_cell(one))))
        for one in facts.once(printed_figures)
        if one.kind == ClaimKind.STRATEGY_TABLE.value
        and one.column == "disbursed_pct"
        and not one.is_total
    ]


def bands(facts: Facts) -> list[Row]:
    """Put each printed number of a band beside the one counted, where the row is whole.

    A row is whole when it holds as many projects as it says.

    Returns
    -------
    list of Row
        The claims of the five bands, with ``exact`` (the number counted) and ``numbers``.
    """
    return list(_counted_in_rows(facts, BANDS, attrgetter("band")))


def marks(facts: Facts) -> list[Row]:
    """Put each printed number of done and of not started projects beside the one counted.

    Whatever an office calls partial or in progress, these two leave no choice. Only rows that
    are whole are given, as by :func:`bands`.
    """
    columns = (Status.DONE.value, Status.NOT_STARTED.value)
    return list(_counted_in_rows(facts, columns, attrgetter("status")))


def _counted_in_rows(
    facts: Facts, columns: Sequence[str], column_of: Callable[[Row], str]
) -> Iterator[Row]:
    claims = [_known(one) for one in _level_table(facts)]
    stated = firsts((one for one in claims if one.column == "projects"), ROW)
    whole = {
        key: same
        for key, same in gathered(facts.once(projects_in_rows), ROW).items()
        if key in stated and stated[key].value == len(same)
    }
    for one in claims:
        if one.column in columns and _row(one) in whole:
            members = whole[_row(one)]
            exact = sum(column_of(project) == one.column for project in members)
            yield extended(one, exact=exact, numbers=_numbers(members))


def levels(facts: Facts) -> list[Row]:
    """Put each level's number over all groups beside the one counted, where they differ.

    Returns
    -------
    list of Row
        The first claim of each level that stands in a group's row, with ``value`` (sum of all
        rows) and ``exact`` (the number counted).
    """
    printed = (one for one in _level_table(facts) if one.column in LEVELS)
    held = Counter((*round_key(one), one.status) for one in facts.once(projects_in_rows))
    both = [
        extended(same[0]._replace(value=total(one.value for one in same)), exact=held[key])
        for key, same in gathered(printed, [*ROUND, "column"]).items()
    ]
    return [one for one in both if one.value != one.exact]


_row, _cell = attrgetter(*ROW), attrgetter(*CELL)


def _level_table(facts: Facts) -> Iterator[Row]:
    for one in facts.once(printed_figures):
        if one.kind == ClaimKind.LEVEL_TABLE.value and not one.is_total:
            yield one


def _known(claim: Row) -> Row:
    """Take an empty cell as a zero."""
    return claim._replace(value=0.0) if isnan(claim.value) else claim


def _numbers(projects: Iterable[Row]) -> str:
    return ", ".join(one.project_no for one in projects)


def _sums(projects: list[Row]) -> dict[str, object]:
    budget = total(one.budget for one in projects)
    disbursed = total(one.disbursed for one in projects)
    return {
        "budget": budget,
        "disbursed": disbursed,
        "exact": percent_of(disbursed, budget),
        "found": len(projects),
        "numbers": _numbers(projects),
    }


def _value(cell: Row | None) -> float:
    return nan if cell is None else cell.value


def _printed_counts(printed: Iterable[Row]) -> dict[tuple[object, ...], Row]:
    chosen = (
        _known(one)
        for one in printed
        if one.kind == ClaimKind.STRATEGY_TABLE.value
        and one.column == "projects"
        and not one.is_total
    )
    return firsts(chosen, CELL)


def _true_counts(
    projects: list[Row], ways: list[tuple[Any, ...]], cells: Mapping[tuple[object, ...], Row]
) -> Counter[tuple[object, ...]]:
    """Count, round by round, the printed numbers that come true when ``ways`` give the rows."""
    found = Counter((*way, one.strategy_no) for one, way in zip(projects, ways, strict=True))
    return Counter(key[:3] for key, cell in cells.items() if cell.value == found[key])
