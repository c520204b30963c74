"""One made-up round: first the rows, then the words and figures that follow from them.

Faults are planted in both, one a project at most, and told exactly.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from plantrack_nb.core.calendar import QUARTERS
from plantrack_nb.core.schema import TABLES, Round, RoundKey
from plantrack_nb.simulate.areas import Office
from plantrack_nb.simulate.draft import Draft, Row
from plantrack_nb.simulate.invented_words import SYNTHETIC
from plantrack_nb.simulate.plan_changes import upheave
from plantrack_nb.simulate.planters import DOCUMENT, ROWS
from plantrack_nb.simulate.planters.shapes import Chance
from plantrack_nb.simulate.printout import claims, narrative
from plantrack_nb.simulate.project_kinds import strategies
from plantrack_nb.simulate.quarters import Moved, Quarter, a_quarter_later

_TABLE_AT = 100
"""Line of the document on which its progress table begins."""


@dataclass(frozen=True)
class Fault:
    """One planted fault.

    Parameters
    ----------
    rule : str
        Code of the rule that ought to find it.
    project_no : str
        The project it was planted in, or ``""`` when it stands in the whole document.
    where : str
        Table and column that were changed.
    before, after : str
        What stood there, and what stands there now.
    """

    rule: str
    project_no: str
    where: str
    before: str
    after: str


def made_round(
    office: Office, fiscal_year: int, quarter: int, seed: int, rate: float = 0.0
) -> tuple[Round, tuple[Fault, ...]]:
    """Make the round of an office; the same arguments give the same round.

    Parameters
    ----------
    office : Office
        The office that reports.
    fiscal_year, quarter : int
        The round, B.E. and 1 to 4.
    seed : int
        What the draws depend on, with the office's code and the round.
    rate : float
        Faults to plant, as a share of the number of projects.

    Returns
    -------
    Round, tuple of Fault
        The tables, and what was planted in them.
    """
    key = RoundKey(office.district.code, fiscal_year, quarter)
    draft = rows_of_round(office, key, random.Random(f"{seed}/{key}/rows"))
    wanted = round(rate * len(draft.of("projects")))
    chance = random.Random(f"{seed}/{key}/faults")
    draft, faults = plant(
        draft, lambda rows: _written(rows, office, f"{seed}/{key}/words"), wanted, chance
    )
    return _sourced(draft).round(), faults


def made_year(
    office: Office, fiscal_year: int, seed: int, rate: float = 0.0, upheavals: float = 0.1
) -> Iterator[tuple[Round, tuple[Fault, ...], tuple[Moved, ...]]]:
    """Make the four rounds of an office's year: the same projects, further on each time.

    Parameters
    ----------
    office : Office
        The office that reports.
    fiscal_year : int
        B.E.
    seed : int
        What the draws depend on.
    rate, upheavals : float
        Faults to plant in each round, and changes of the plan to plant between two rounds, as
        shares of the number of projects.

    Yields
    ------
    Round, tuple of Fault, tuple of Moved
        The tables, what was planted in them, and what is otherwise than a quarter before.
    """
    key = RoundKey(office.district.code, fiscal_year, 1)
    draft = rows_of_round(office, key, random.Random(f"{seed}/{key}/rows"))
    moved: tuple[Moved, ...] = ()
    for quarter in QUARTERS:
        if quarter > 1:
            draw = random.Random(f"{seed}/{key}/{quarter}")
            step = Quarter(*a_quarter_later(draft, draw), draw)
            upheave(step, round(upheavals * len(draft.of("projects"))))
            draft, moved = step.draft, tuple(step.moved)
        name = f"{seed}/{draft.key}"
        wanted = round(rate * len(draft.of("projects")))
        made, faults = plant(
            draft,
            lambda rows, name=name: _written(rows, office, f"{name}/words"),  # type: ignore[misc]
            wanted,
            random.Random(f"{name}/faults"),
        )
        yield _sourced(made).round(), faults, moved


def plant(
    draft: Draft, written: Callable[[Draft], Draft], wanted: int, draw: random.Random
) -> tuple[Draft, tuple[Fault, ...]]:
    """Plant up to ``wanted`` faults of different rules.

    Parameters
    ----------
    draft : Draft
        Rows without a fault.
    written : callable
        Adds words and figures of the document to the rows, between the two stages.
    wanted : int
        How many faults; fewer are planted where the round offers no place for more.
    draw : random.Random
        Where chance comes from.
    """
    known = ROWS | DOCUMENT
    free = {str(row["project_no"]) for row in draft.of("projects")}
    chosen = set(draw.sample(sorted(known), min(wanted, len(known))))
    faults: list[Fault] = []
    for stage in (ROWS, DOCUMENT):
        draft = written(draft) if stage is DOCUMENT else draft
        for rule in sorted(chosen & stage.keys()):
            if made := stage[rule](draft, Chance(frozenset(free), draw)):
                draft = made.draft
                faults.append(Fault(rule, made.project_no, made.where, made.before, made.after))
                free.discard(made.project_no)
    return draft, tuple(faults)


def rows_of_round(office: Office, key: RoundKey, draw: random.Random) -> Draft:
    """Draw the rows of a round: strategies, projects, lines and activities."""
    headings: list[Row] = []
    projects: list[Row] = []
    lines: list[Row] = []
    activities: list[Row] = []
    for heading, below in strategies(office, key, draw, _TABLE_AT):
        headings.append(heading)
        for one in below:
            projects.append(one.row)
            lines += one.lines
            activities += one.activities
    tables: dict[str, Sequence[Row]] = {
        "strategies": headings,
        "projects": projects,
        "budget_lines": lines,
        "activities": activities,
    }
    return Draft(key, {name: tuple(rows) for name, rows in tables.items()})


def _written(draft: Draft, office: Office, seed: str) -> Draft:
    """Add the words and figures that follow from the rows."""
    draft = draft.holding("narrative", narrative(draft, office, random.Random(seed)))
    return draft.holding("claims", claims(draft))


def _sourced(draft: Draft) -> Draft:
    """Say of every row that it was read from a made-up document."""
    file = f"{SYNTHETIC}-{draft.key}.txt"
    for name in TABLES:
        draft = draft.holding(name, [{**row, "source_file": file} for row in draft.of(name)])
    return draft
