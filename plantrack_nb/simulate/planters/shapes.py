"""The shapes that faults have: most change one row, drawn at random among whole projects.

Each function here makes a planter. A planter takes a draft and tells what it did to it, or None
where the round has no place for its fault. Drafts are never changed.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from plantrack_nb.simulate.activities import raw_of
from plantrack_nb.simulate.draft import Draft, Row, number, text
from plantrack_nb.thai.numbers import format_baht, format_count, to_float

Place = tuple[int, Row]
Wanted = Callable[[Draft, Row], bool]
Instead = str | Callable[[str], str]
_One = TypeVar("_One")


@dataclass(frozen=True)
class Chance:
    """What a planter may draw from: projects that no fault was planted in, and randomness."""

    projects: frozenset[str]
    draw: random.Random


@dataclass(frozen=True)
class Change:
    """What a planter did: the draft afterwards, and what stood where before and stands there now.

    ``project_no`` is ``""`` when the change concerns the whole document.
    """

    draft: Draft
    project_no: str
    where: str
    before: str
    after: str


Planter = Callable[[Draft, Chance], Change | None]


def drawn(
    table: str, wanted: Wanted, change: Callable[[Draft, int, Row], Change | None]
) -> Planter:
    """Draw a row that is as wanted, and change what follows from it and its place."""

    def planter(draft: Draft, chance: Chance) -> Change | None:
        found = next((one for one in _places(draft, table, chance) if wanted(draft, one[1])), None)
        return found and change(draft, *found)

    return planter


def edit(
    table: str,
    column: str,
    change: Callable[[Row], Mapping[str, object]],
    wanted: Wanted = lambda *_: True,
    where: str = "",
) -> Planter:
    """Change a row.

    Parameters
    ----------
    table, column : str
        The table, and the column whose text before and after is told.
    change : callable
        Gives the values that change; none where the row has no place for the fault.
    wanted : callable, optional
        Tells which rows are fit.
    where : str, optional
        What the place is called; else by table and column.
    """

    def planter(draft: Draft, chance: Chance) -> Change | None:
        for at, row in _places(draft, table, chance):
            if wanted(draft, row) and (values := change(row)):
                return edited(draft, (table, at), column, values, where)
        return None

    return planter


def line(change: Callable[[Row], Mapping[str, object]], wanted: Wanted) -> Planter:
    """Change a budget line, of which its raw text is told."""
    return edit("budget_lines", "raw", change, wanted, "budget_lines")


def slip(
    pattern: str, instead: Instead, column: str = "text", wanted: Wanted = lambda *_: True
) -> Planter:
    """Print something instead of a pattern's group ``n``.

    It is done in the words of an activity, or in another column of a project.
    """

    def change(row: Row) -> Mapping[str, object]:
        made = replaced(pattern, instead, text(row, column))
        return {column: made[0]} if made and made[1] != made[2] else {}

    return edit("activities" if column == "text" else "projects", column, change, wanted)


def one_of(forms: Sequence[_One], shape: Callable[[_One], Planter]) -> Planter:
    """Draw one of several forms of a fault, then its place."""
    return lambda draft, chance: shape(chance.draw.choice(forms))(draft, chance)


def marked(status: str, wanted: Wanted) -> Planter:
    """Give every activity of a project one status, where a budget line is as wanted."""
    full = {"done": 100.0, "not_started": 0.0}

    def change(draft: Draft, _: int, found: Row) -> Change:
        no, made = text(found, "project_no"), draft
        rows = list(draft.numbered("activities", no))
        for at, row in rows:
            if text(row, "status"):
                percent = full[status] if number(row, "progress_pct") >= 0 else None
                values = {"status": status, "progress_pct": percent}
                made = edited(made, ("activities", at), "status", values).draft
        before = ", ".join(dict.fromkeys(text(row, "status") for _, row in rows))
        return Change(made, no, "activities.status", before, status)

    return drawn("budget_lines", wanted, change)


def plus(more: float) -> Callable[[str], str]:
    """Print a number that is another one by ``more``."""
    return lambda digits: format_count((to_float(digits) or 0) + more)


def replaced(pattern: str, instead: Instead, words: str) -> tuple[str, str, str] | None:
    """Replace a pattern's group ``n``: the words afterwards, the group, and what came instead."""
    found = re.search(pattern, words)
    if found is None:
        return None
    put = instead if isinstance(instead, str) else instead(found["n"])
    return words[: found.start("n")] + put + words[found.end("n") :], found["n"], put


def _places(draft: Draft, table: str, chance: Chance) -> Iterator[Place]:
    """Give the rows of whole projects, in an order drawn at random."""
    found = [
        (at, row) for at, row in draft.numbered(table) if text(row, "project_no") in chance.projects
    ]
    return iter(chance.draw.sample(found, len(found)))


def edited(
    draft: Draft,
    place: tuple[str, int],
    column: str,
    values: Mapping[str, object],
    where: str = "",
) -> Change:
    """Change a row at its place in a table, and what is printed of an activity beside it."""
    table, at = place
    before = draft.of(table)[at]
    after = {**before, **values}
    if table == "activities":
        words = text(after, "text")
        after["raw"] = raw_of(text(after, "activity_no"), words, text(after, "status"))
        for nth, one in draft.numbered("budget_lines", text(before, "project_no")):
            if text(one, "label") == text(before, "text"):
                draft = draft.changed("budget_lines", nth, label=words)
    made = draft.changed(table, at, **after)
    return told(
        made, where or f"{table}.{column}", before, _said(before, column), _said(after, column)
    )


def told(draft: Draft, where: str, row: Row, before: str, after: str) -> Change:
    """Name a change by the row it was made in."""
    number = str(row.get("line_no") or row.get("activity_no") or "")
    return Change(draft, text(row, "project_no"), f"{where} {number}".strip(), before, after)


def _said(row: Row, column: str) -> str:
    value = row.get(column)
    held = number(row, "committed") if column == "raw" else float("nan")
    said = format_baht(value) if isinstance(value, int | float) else text(row, column)
    return said + (f" | ผูกพัน {format_baht(held)}" if held == held else "")  # noqa: PLR0124  # NaN
