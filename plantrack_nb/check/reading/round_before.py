"""A round beside the one before it: which project and activity of it is which."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plantrack_nb.check.facts import Facts, ProjectKey, project_key, round_key
from plantrack_nb.core.calendar import round_label
from plantrack_nb.core.records import Row, gathered, rows
from plantrack_nb.core.schema import Round, RoundKey
from plantrack_nb.core.vocabulary import Status
from plantrack_nb.measures.projects import ROUND, of_round
from plantrack_nb.measures.rounding import HALF_SATANG
from plantrack_nb.year.activity_identity import Pair, both, paired
from plantrack_nb.year.earlier_rounds import Earlier
from plantrack_nb.year.identity import Identity, identify
from plantrack_nb.year.similarity import plain_name

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Again:
    """A project that was there in the round before, with its lines and activities in both."""

    was: Row
    now: Row
    lines_before: Sequence[Row]
    lines: Sequence[Row]
    doings: Sequence[Pair]

    @property
    def doings_in_both(self) -> Iterator[tuple[Row, Row]]:
        """Activities that are in both rounds."""
        return both(self.doings)

    @property
    def is_done(self) -> bool:
        """All of it is done."""
        return bool(self.now.status == Status.DONE)

    @property
    def says_the_same(self) -> bool:
        """Money, statuses, percents and words are those of the round before."""
        return abs(self.was.disbursed - self.now.disbursed) < HALF_SATANG and all(
            before is not None and after is not None and _said(before) == _said(after)
            for before, after in self.doings
        )


@dataclass(frozen=True)
class Since:
    """What has become of a round since the one before it.

    Parameters
    ----------
    key : RoundKey
        The round.
    earlier : Earlier
        The one before it.
    again : sequence of Again
        Projects that are in both.
    gone : sequence of Row
        Projects of the round before that are not there any more.
    known : Identity
        Who is who.
    """

    key: RoundKey
    earlier: Earlier
    again: Sequence[Again]
    gone: Sequence[Row]
    known: Identity

    @property
    def before(self) -> RoundKey:
        """The round before."""
        return self.earlier.round.key

    @property
    def same_year(self) -> bool:
        """Both report on one fiscal year, so that money is cumulative over them."""
        return self.before.fiscal_year == self.key.fiscal_year

    @property
    def label(self) -> str:
        """Name the round before: "รอบ 3 เดือน", with its year where that is another."""
        year = "" if self.same_year else f" ปีงบประมาณ {self.before.fiscal_year}"
        return round_label(self.before.quarter) + year


def since_last(facts: Facts) -> list[Since]:
    """Set each round beside the one before it, to be asked for by :meth:`Facts.once`."""
    rounds = gathered(facts.projects, ROUND) if facts.past else {}
    return [
        _since(facts, key, facts.past[key], len(rounds))
        for key in (RoundKey(*one) for one in rounds)
        if key in facts.past
    ]


def within_year(facts: Facts) -> list[Since]:
    """Keep the rounds whose last one was in the same fiscal year."""
    return [one for one in facts.once(since_last) if one.same_year]


def _since(facts: Facts, key: RoundKey, earlier: Earlier, rounds: int) -> Since:
    known = earlier.known or identify(
        earlier.round, Round(key, **_tables(facts.tables, key, rounds)), earlier.confirmed
    )
    before = {one.project_no: one for one in of_round(earlier.round.tables)}
    lines = gathered(rows(earlier.round.budget_lines), ["project_no"])
    doings = gathered(rows(earlier.round.activities), ["project_no"])
    own = (row for row in facts.project_of.values() if RoundKey(*round_key(row)) == key)
    again = [
        Again(
            before[was],
            row,
            lines.get(was, []),
            facts.lines_of.get(_key(row), []),
            paired(doings.get(was, []), facts.activities_of.get(_key(row), [])),
        )
        for row in own
        if (was := known.same.get(row.project_no)) in before
    ]
    kept = set(known.same.values())
    return Since(key, earlier, again, [one for no, one in before.items() if no not in kept], known)


def _key(row: Row) -> ProjectKey:
    return project_key(row)


def _tables(
    tables: Mapping[str, pd.DataFrame], key: RoundKey, rounds: int
) -> dict[str, pd.DataFrame]:
    if rounds == 1:
        return dict(tables)
    return {name: data[_of(data, key)] for name, data in tables.items()}


def _of(data: pd.DataFrame, key: RoundKey) -> pd.Series[bool]:
    own = data["district"].eq(key.district) & data["fiscal_year"].eq(key.fiscal_year)
    return own & data["quarter"].eq(key.quarter)


def _said(row: Row) -> tuple[str, str, str]:
    return row.status, str(row.progress_pct), plain_name(row.text)
