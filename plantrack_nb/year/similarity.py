"""How alike two projects are: by name, activities, money, owner and number together."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from plantrack_nb.core.records import Row
from plantrack_nb.measures.rounding import HALF_SATANG
from plantrack_nb.thai.text import arabic_digits, squeeze

_CALLED = re.compile(r"^(?:โครงการ|งาน|กิจกรรม)+")
_YEAR = re.compile(r"(?:ประจำ)?(?:ปี)?(?:งบประมาณ)?(?:พ\.?ศ\.?)?(?<!\d)2[45]\d\d(?!\d)")
_MARKS = re.compile(r"[^\w%ก-๛]+")
_SHORT = 8
"""Letters under which a name is too short to be looked for inside another."""

WEIGHTS: Mapping[str, float] = {
    "name": 0.50,
    "activities": 0.22,
    "budget": 0.12,
    "owner": 0.10,
    "number": 0.06,
}
"""What each piece of evidence counts; one that neither project has is left out of the sum."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What a project is known by.

    Parameters
    ----------
    number, name, owner : str
        Its number; its name and its owners in the form in which they are compared.
    budget : float
        Sum of its lines, baht.
    activities : frozenset of str
        Its activities, in the form in which they are compared.
    """

    number: str
    name: str
    owner: str
    budget: float
    activities: frozenset[str]


def profile(project: Row, activities: Sequence[Row]) -> Profile:
    """Take from a project, as :func:`measures.projects.measured` gives it, what it is known by."""
    texts = (plain_name(one.text) for one in activities)
    return Profile(
        project.project_no,
        plain_name(project.name),
        project.owner,
        project.budget,
        frozenset(text for text in texts if text),
    )


@lru_cache(maxsize=4096)
def plain_name(text: str) -> str:
    """Reduce a name to what stays when it is typed anew: no blanks, marks, year, or "โครงการ"."""
    bare = _MARKS.sub("", _YEAR.sub("", arabic_digits(squeeze(text))))
    return _CALLED.sub("", bare) or bare


def likeness(one: Profile, other: Profile) -> float:
    """Tell from 0 to 1 how surely two profiles are of one project."""
    seen = {
        "name": names_alike(one.name, other.name),
        "number": float(one.number == other.number),
    }
    if one.activities or other.activities:
        seen["activities"] = _overlap(one.activities, other.activities)
    if one.budget > 0 or other.budget > 0:
        seen["budget"] = float(abs(one.budget - other.budget) < HALF_SATANG)
    if one.owner or other.owner:
        seen["owner"] = float(one.owner == other.owner)
    weight = sum(WEIGHTS[name] for name in seen)
    return sum(WEIGHTS[name] * value for name, value in seen.items()) / weight


@lru_cache(maxsize=65_536)
def names_alike(one: str, other: str) -> float:
    """Compare two plain names; one that is part of the other is nearly it."""
    if not one or not other:
        return 0.0
    whole = fuzz.ratio(one, other) / 100
    if min(len(one), len(other)) < _SHORT:
        return whole
    return max(whole, 0.9 * (one in other or other in one))


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """Share of the shorter list that stands in the other, letter by letter or nearly."""
    few, many = sorted((one, other), key=len)
    if not few:
        return 0.0
    found = sum(
        text in many or any(names_alike(text, each) > 0.85 for each in many) for text in few
    )
    return found / len(few)
