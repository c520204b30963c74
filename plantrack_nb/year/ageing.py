"""How old findings are: new, open since when, worse, fixed, or come back.

A finding keeps its id from round to round, so that the same fault is known again. That of a
project that was given another number is followed under the new one (:func:`followed`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from plantrack_nb.core.findings import Finding
from plantrack_nb.core.schema import RoundKey
from plantrack_nb.year.change import Change

_NUMBER = re.compile(r"[\w.]+")


class Course(StrEnum):
    """What has become of a finding since the round before."""

    NEW = "new"
    OPEN = "open"
    WORSE = "worse"
    FIXED = "fixed"
    CAME_BACK = "came_back"


COURSE_TH: Mapping[Course, str] = {
    Course.NEW: "พบใหม่",
    Course.OPEN: "ยังค้างอยู่",
    Course.WORSE: "หนักขึ้น",
    Course.FIXED: "แก้แล้ว",
    Course.CAME_BACK: "กลับมาอีก",
}


@dataclass(frozen=True, slots=True)
class Age:
    """The course of one finding.

    Parameters
    ----------
    course : Course
        Since the round before.
    first_seen, open_since : RoundKey
        The first round it was found in, and the first of those without a break up to now (for a
        fixed one: up to when it was last found).
    rounds : int
        In how many rounds without a break it has been found.
    """

    course: Course
    first_seen: RoundKey
    open_since: RoundKey
    rounds: int


def ages(history: Sequence[tuple[RoundKey, Sequence[Finding]]]) -> dict[str, Age]:
    """Tell how old each finding is in the last of some rounds.

    Parameters
    ----------
    history : sequence of (RoundKey, sequence of Finding)
        Rounds of one district, the oldest first.

    Returns
    -------
    dict of str to Age
        By the finding's id: those of the last round, and those fixed since the one before it.
    """
    seen = [(key, {one.id: one for one in found}) for key, found in history]
    if not seen:
        return {}
    now = seen[-1][1]
    before = seen[-2][1] if len(seen) > 1 else {}
    return {name: _age(name, seen) for name in dict.fromkeys([*now, *before])}


def renumbered(changes: Iterable[Change]) -> dict[str, str]:
    """Return the new numbers of the projects that were given another, by their old ones."""
    return {
        one.project_no_before: one.project_no for one in changes if one.kind == "project_renumbered"
    }


def followed(
    rounds: Sequence[Sequence[Finding]], steps: Sequence[Mapping[str, str]]
) -> list[list[Finding]]:
    """Give the findings of earlier rounds the numbers that their projects have in the last one.

    Parameters
    ----------
    rounds : sequence of sequence of Finding
        What was found in each, the oldest first; the last round itself is not among them.
    steps : sequence of Mapping of str to str
        From each of them to the next: new numbers by old ones (:func:`renumbered`).
    """
    made = []
    for at, found in enumerate(rounds):
        now = [*found]
        for step in steps[at:]:
            now = [_moved(one, step) for one in now] if step else now
        made.append(now)
    return made


def _moved(one: Finding, numbers: Mapping[str, str]) -> Finding:
    number = numbers.get(one.project_no)
    if number is None:
        return one
    # a subject begins with the project's number where it is about it: "2.3/line 1"
    leads = _NUMBER.match(one.subject)
    own = leads is not None and leads[0] == one.project_no
    subject = number + one.subject[len(one.project_no) :] if own else one.subject
    return replace(one, project_no=number, subject=subject)


def _age(name: str, seen: Sequence[tuple[RoundKey, Mapping[str, Finding]]]) -> Age:
    held = [name in found for _, found in seen]
    keys = [key for key, _ in seen]
    last = len(held) - 1 if held[-1] else len(held) - 2
    start = last
    while start > 0 and held[start - 1]:
        start -= 1
    first = held.index(True)
    return Age(_course(name, seen, first, start), keys[first], keys[start], last - start + 1)


def _course(
    name: str, seen: Sequence[tuple[RoundKey, Mapping[str, Finding]]], first: int, start: int
) -> Course:
    now = seen[-1][1].get(name)
    if now is None:
        return Course.FIXED
    if start == len(seen) - 1:
        return Course.NEW if first == start else Course.CAME_BACK
    before = seen[-2][1][name]
    return Course.WORSE if now.severity.rank < before.severity.rank else Course.OPEN
