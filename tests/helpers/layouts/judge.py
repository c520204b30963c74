"""Compares a reading with a careful clerk's, field by field and project by project."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd
    from helpers.layouts.clerk import Clerk, ClerkProject

    from plantrack_nb.core.schema import Round

_GAPS = re.compile(r"[\s\u200b-\u200f\u00ad\ufeff]+")
_LISTED = re.compile(r"^(?:กิจกรรม(?:ที่)?)?[0-9๐-๙.]*[0-9๐-๙][.):]*|^[-•:]")
_SAME_BAHT = 0.005
_SAME_PERCENT = 0.0051


@dataclass(frozen=True)
class Difference:
    """One thing read otherwise than the clerk reads it.

    Parameters
    ----------
    field : str
        What: ``round``, ``strategies``, ``projects``, ``name``, ``key``, ``strategy``, ``owners``,
        ``budget``, ``disbursed``, ``committed``, ``statuses``, ``activities``, ``state``,
        ``percents`` (of money) or ``progress`` (of work).
    name : str
        Which project, or ``""``.
    want, got : str
        As the clerk reads it, and as it was read.
    key : str
        The project's number in the reading, or ``""``.
    """

    field: str
    name: str
    want: str
    got: str
    key: str = ""


@dataclass(frozen=True)
class Read:
    """A project as it was read."""

    key: str
    name: str
    strategy: str
    owners: tuple[str, ...]
    state: str
    budget: float
    disbursed: float
    committed: float
    statuses: tuple[str, ...]
    activities: tuple[str, ...]
    labels: str
    percents: tuple[float, ...]
    progress: tuple[float, ...]


def squeezed(text: str) -> str:
    """Leave out all that two spellings of one text may differ by."""
    text = _GAPS.sub("", text).replace("\u0e4d\u0e32", "ำ").replace("เเ", "แ")
    return text.removeprefix("โครงการ")


def listed(text: str) -> str:
    """Leave out the mark of a list too."""
    return squeezed(_LISTED.sub("", squeezed(text)))


def differences(clerk: Clerk, read: Round) -> list[Difference]:
    """Tell all that was read otherwise."""
    projects = projects_read(read)
    return [
        *_of_round(clerk, read),
        *_of_strategies(clerk, read, projects),
        *_of_projects(clerk, projects),
    ]


def projects_read(read: Round) -> list[Read]:
    """Gather what the tables say of each project, its lines joined by its number."""
    lines, activities = read.budget_lines, read.activities
    return [_read(row, lines, activities) for row in read.projects.to_dict("records")]


def _read(row: Mapping[Hashable, object], lines: pd.DataFrame, activities: pd.DataFrame) -> Read:
    key = str(row["project_no"])
    money = lines[lines["project_no"] == key]
    done = activities[activities["project_no"] == key]
    return Read(
        key=key,
        name=squeezed(str(row["name"])),
        strategy=str(row["strategy_no"]),
        owners=tuple(map(squeezed, str(row["owner_groups"]).split("; "))),
        state=str(row["budget_state"]),
        budget=float(money["budget"].sum()),
        disbursed=float(money["disbursed"].sum()),
        committed=float(money["committed"].sum()),
        statuses=tuple(status for status in done["status"] if status),
        activities=tuple(filter(None, map(listed, done["text"]))),
        labels="".join(map(squeezed, [*money["label"], *done["text"]])),
        percents=tuple(map(float, money["reported_pct"].dropna())),
        progress=tuple(map(float, done["progress_pct"].dropna())),
    )


def _of_round(clerk: Clerk, read: Round) -> Iterator[Difference]:
    want = f"{clerk.district}-{clerk.year}-q{clerk.quarter}"
    if str(read.key) != want:
        yield Difference("round", "", want, str(read.key))


def _of_strategies(clerk: Clerk, read: Round, projects: Sequence[Read]) -> Iterator[Difference]:
    if clerk.strategies is None:
        return
    there = list(read.strategies["strategy_no"])
    if len(there) != len(clerk.strategies):
        yield Difference("strategies", "", str(len(clerk.strategies)), str(there))
    elif clerk.strategy_names:
        got = list(map(squeezed, read.strategies["name"]))
        if got != list(map(squeezed, clerk.strategies)):
            yield Difference("strategies", "", str(clerk.strategies), str(got))


def _of_projects(clerk: Clerk, projects: Sequence[Read]) -> Iterator[Difference]:
    pairs, lost, extra = _paired(clerk.projects, projects)
    for one in lost:
        yield Difference("projects", one.name, one.name, "")
    for other in extra:
        yield Difference("projects", "", "", other.name, other.key)
    keys = [one.key for one in projects]
    if len(set(keys)) != len(keys):
        yield Difference("key", "", "unique", str(keys))
    for want, got in pairs:
        yield from _of_project(want, got)


def _paired(
    wanted: Sequence[ClerkProject], got: Sequence[Read]
) -> tuple[list[tuple[ClerkProject, Read]], list[ClerkProject], list[Read]]:
    """Pair projects by name; what is left over in equal number is paired in order."""
    free = list(got)
    pairs, lost = [], []
    for one in wanted:
        same = [other for other in free if other.name == squeezed(one.name)]
        if same:
            free.remove(same[0])
            pairs.append((one, same[0]))
        else:
            lost.append(one)
    if len(lost) == len(free):
        return [*pairs, *zip(lost, free, strict=True)], [], []
    return pairs, lost, free


def _of_project(want: ClerkProject, got: Read) -> Iterator[Difference]:
    strategy = None if want.strategy is None else str(want.strategy + 1)
    same: dict[str, tuple[object, object, bool]] = {
        "name": (want.name, got.name, squeezed(want.name) == got.name),
        "key": (want.key, got.key, want.key in {None, got.key}),
        "strategy": (strategy, got.strategy, strategy in {None, got.strategy}),
        "owners": (want.owners, got.owners, _same_owners(want.owners, got.owners)),
        "state": (want.state, got.state, want.state in {None, got.state}),
    }
    for field in ("budget", "disbursed", "committed"):
        wanted, found = getattr(want, field), getattr(got, field)
        same[field] = (wanted, found, abs((wanted or 0) - found) <= _SAME_BAHT)
    for field in ("percents", "progress"):
        wanted, found = getattr(want, field), getattr(got, field)
        same[field] = (sorted(wanted), found, _all_among(found, wanted))
    for field, (wanted, found, is_same) in same.items():
        if not is_same:
            yield Difference(field, want.name, str(wanted), str(found), got.key)
    yield from _of_work(want, got)


def _all_among(found: Iterable[float], wanted: Iterable[float]) -> bool:
    known = list(wanted)
    return all(any(abs(one - other) < _SAME_PERCENT for other in known) for one in found)


def _of_work(want: ClerkProject, got: Read) -> Iterator[Difference]:
    same = (
        got.statuses == want.statuses
        if want.each
        else set(got.statuses) == {*(want.statuses or ())}
    )
    if want.statuses is None:
        same = not got.statuses
    if not same:
        yield Difference("statuses", want.name, str(want.statuses), str(got.statuses), got.key)
    texts = tuple(map(squeezed, want.activities or ()))
    if want.activities is not None and texts != got.activities:
        yield Difference("activities", want.name, str(texts), str(got.activities), got.key)
    gone = [text for text in want.loose if squeezed(text) not in got.labels]
    if gone:
        yield Difference("activities", want.name, str(gone), got.labels, got.key)


def _same_owners(want: Sequence[Sequence[str]] | None, got: Sequence[str]) -> bool:
    """Tell whether the groups are the same, each in any of its spellings."""
    if want is None:
        return True
    if len(want) != len(got):
        return False
    return all(
        any(squeezed(form) == one for form in forms) for forms, one in zip(want, got, strict=True)
    )
