"""One made-up round: first the rows, then the words and figures that follow from them."""

from __future__ import annotations

import random
from collections.abc import Sequence

from plantrack_nb.core.schema import TABLES, Round, RoundKey
from plantrack_nb.simulate.document import claims, narrative
from plantrack_nb.simulate.draft import Draft, Row
from plantrack_nb.simulate.faults import Fault, plant
from plantrack_nb.simulate.offices import Office
from plantrack_nb.simulate.projects import strategies
from plantrack_nb.simulate.words import SYNTHETIC

_TABLE_AT = 100
"""Line of the document on which its progress table begins."""


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
    draft = _rows(office, key, random.Random(f"{seed}/{key}/rows"))
    wanted = round(rate * len(draft.of("projects")))
    chance = random.Random(f"{seed}/{key}/faults")
    draft, faults = plant(
        draft, lambda rows: _written(rows, office, f"{seed}/{key}/words"), wanted, chance
    )
    return _sourced(draft).round(), faults


def _rows(office: Office, key: RoundKey, draw: random.Random) -> Draft:
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
