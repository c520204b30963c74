"""What a careful clerk reads from a layout: the true round as far as the layout shows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from helpers.layouts import words
from helpers.layouts.layout import PERIODS, Layout
from helpers.layouts.order import Numbered, numbered

if TYPE_CHECKING:
    from helpers.layouts.true_round import Part, TrueProject, TrueRound


@dataclass(frozen=True)
class ClerkProject:
    """A project as the layout shows it; ``None`` where the layout shows nothing of the kind.

    Parameters
    ----------
    key : str or None
        The number the round knows it by.
    strategy : int or None
        Which of the strategies shown (from 0).
    owners : tuple of tuple of str, or None
        Its groups, each with the ways its name is written.
    budget, disbursed, committed : int or None
        Baht.
    statuses : tuple of str or None
        Statuses of its activities in order, or the one of the project.
    each : bool
        Whether `statuses` has one for each activity.
    activities : tuple of str or None
        What is done, in order.
    loose : tuple of str
        Texts of its parts, which must stand somewhere.
    state : str or None
        ``awaiting`` where the layout says so.
    percents, progress : frozenset of float
        Percents of money and of work that stand beside it or its parts; no other may be read.
    """

    name: str
    key: str | None
    strategy: int | None
    owners: tuple[tuple[str, ...], ...] | None
    budget: int
    disbursed: int | None
    committed: int | None
    statuses: tuple[str, ...] | None
    each: bool
    activities: tuple[str, ...] | None
    loose: tuple[str, ...]
    state: str | None
    percents: frozenset[float]
    progress: frozenset[float]


@dataclass(frozen=True)
class Clerk:
    """The whole reading: the round, its strategies (``None``: not shown), its projects."""

    district: str
    year: int
    quarter: int
    strategies: tuple[str, ...] | None
    strategy_names: bool
    projects: tuple[ClerkProject, ...]


def clerk_reads(true: TrueRound, layout: Layout) -> Clerk:
    """Read a layout as it should be read."""
    shown = None if layout.strategies == "none" else true.strategies
    projects = tuple(_project(one, true, layout) for one in numbered(true, layout))
    named = layout.strategies != "column"
    return Clerk(true.district, true.year, true.quarter, shown, named, projects)


def _project(one: Numbered, true: TrueRound, layout: Layout) -> ClerkProject:
    project = one.project
    spent_shown = layout.shape in PERIODS or "disbursed" in layout.money
    statuses, each = _statuses(project, layout)
    split = layout.parts != "none" and project.state == "budgeted"
    parts = project.items if layout.parts == "items" else project.parts
    return ClerkProject(
        name=project.name,
        key=one.key,
        strategy=None if layout.strategies == "none" else project.strategy,
        owners=_owners(project, layout),
        budget=project.budget,
        disbursed=project.disbursed(true.quarter) if spent_shown else None,
        committed=project.committed if "committed" in layout.money else None,
        statuses=statuses,
        each=each,
        activities=tuple(part.text for part in project.parts)
        if layout.activities != "none"
        else None,
        loose=tuple(part.text for part in parts) if split else (),
        state="awaiting" if project.state == "awaiting" else None,
        percents=frozenset(_percents(project, parts if split else (), true, layout)),
        progress=frozenset(_progress(project, layout)),
    )


def _percents(
    project: TrueProject, parts: Iterable[Part], true: TrueRound, layout: Layout
) -> Iterator[float]:
    if "percent" in layout.money or layout.percent == "brackets":
        if project.budget:
            yield round(100 * project.disbursed(true.quarter) / project.budget, 2)
        for part in parts:
            yield round(100 * part.disbursed / part.budget, 2) if part.budget else 0.0
        yield 0.0


def _progress(project: TrueProject, layout: Layout) -> Iterator[float]:
    if layout.progress in {"percent", "over", "fraction"}:
        yield project.percent
        if layout.progress_at == "part":
            yield from (part.percent for part in project.parts)


def _owners(project: TrueProject, layout: Layout) -> tuple[tuple[str, ...], ...] | None:
    """Take the owners of its cell, else the group of the heading above it."""
    if "owner" in layout.order:
        return tuple(words.GROUPS[group] for group in project.owners)
    headed = layout.grouping.removesuffix("_sums") == "groups"
    return (words.GROUPS[project.owners[0]],) if headed else None


def _statuses(project: TrueProject, layout: Layout) -> tuple[tuple[str, ...] | None, bool]:
    if layout.progress == "none":
        return None, False
    without = layout.parts == "activities" and project.state != "budgeted"
    if layout.progress_at == "project" or without:
        return (project.status,), False
    return tuple(part.status for part in project.parts), True
