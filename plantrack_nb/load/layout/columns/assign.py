"""Give each column its likeliest role: by the weight of its heading, and by what its cells hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from plantrack_nb.load.layout.cells import CellKind
from plantrack_nb.load.layout.columns.heading_levels import Heading
from plantrack_nb.load.layout.columns.profile import Profile
from plantrack_nb.load.layout.record import MONEY_ROLES, Role

_SEVERAL = MONEY_ROLES | {Role.OWNER, Role.TARGETS, Role.INDICATORS, Role.ACTION, Role.OTHER}
_SEVERAL |= {Role.TICK, Role.SOURCE}
"""Roles that more than one column may play."""
_UNNAMED = 0.5
_EMPTY_COLUMN = 0.6
_LEAST = 0.25
_ALL_OWNERS = 0.9
_SURE = 0.9
_WEAK = 0.6
"""A heading that says so little is no amount where another says it for sure."""


def assigned(headings: Mapping[int, Heading], seen: Sequence[Profile]) -> dict[int, Role]:
    """Give each column its best role; of two that want the same, the better one has it."""
    wishes = [
        (score, -at, role)
        for at, profile in enumerate(seen)
        for role, score in _scores(headings.get(at), profile, at).items()
    ]
    roles: dict[int, Role] = {}
    for _, negative, role in sorted(wishes, key=lambda one: (-one[0], -one[1])):
        at = -negative
        heading = headings.get(at)
        periodic = heading is not None and heading.period is not None
        taken = any(one is role for one in roles.values())
        if at not in roles and (role in _SEVERAL or periodic or not taken):
            roles[at] = role
    named = _with_name(_with_spent(roles, headings, seen), headings, seen)
    return _without_weak(_with_owner(named, headings, seen), headings)


def _with_owner(
    roles: dict[int, Role], headings: Mapping[int, Heading], seen: Sequence[Profile]
) -> dict[int, Role]:
    """Take a column of nothing but groups and persons for the owners, where none is headed so."""
    if Role.OWNER in roles.values():
        return roles
    able = [
        at
        for at in headings
        if roles.get(at, Role.ACTION) is Role.ACTION
        and headings[at].text
        and seen[at].filled > 1
        and seen[at].share([CellKind.OWNER]) >= _ALL_OWNERS
    ]
    return {**roles, able[-1]: Role.OWNER} if able else roles


def _without_weak(roles: dict[int, Role], headings: Mapping[int, Heading]) -> dict[int, Role]:
    """Leave out ผลงาน as what is spent, where another column is headed เบิกจ่าย."""
    weights = {
        at: headings[at].roles.get(role, 0.0)
        for at, role in roles.items()
        if role in MONEY_ROLES and at in headings and headings[at].period is None
    }
    sure = {(roles[at], _top(headings[at])) for at, weight in weights.items() if weight >= _SURE}
    able = {role for role, _ in sure}
    sums = {at for at in weights if _is_sum_beside(roles[at], headings[at], sure)}
    weak = {at for at, weight in weights.items() if weight <= _WEAK and roles[at] in able} - sums
    return {at: Role.OTHER if at in weak else role for at, role in roles.items()}


def _is_sum_beside(role: Role, heading: Heading, sure: AbstractSet[tuple[Role, str]]) -> bool:
    """Tell whether รวม stands under the same heading as amounts that are sure: it is their sum."""
    return heading.is_sum and (role, _top(heading)) in sure


def _top(heading: Heading) -> str:
    """Return the heading that spans a column and its neighbours; its own where none does."""
    return heading.text.partition(" > ")[0]


def _with_spent(
    roles: dict[int, Role], headings: Mapping[int, Heading], seen: Sequence[Profile]
) -> dict[int, Role]:
    """Read เบิกจ่าย (ร้อยละ) as amounts, percents behind some, where no other column has amounts."""
    if Role.DISBURSED in roles.values():
        return roles
    able = [
        at
        for at, role in roles.items()
        if role is Role.PERCENT
        and Role.DISBURSED in headings[at].roles
        and (seen[at].has_amounts or not seen[at].kinds[CellKind.SMALL_NUMBER])
    ]
    return {**roles, able[0]: Role.DISBURSED} if able else roles


def _scores(heading: Heading | None, profile: Profile, at: int) -> dict[Role, float]:
    if heading is None or not heading.text:
        return _unnamed(profile, at)
    scores = {}
    for role, weight in heading.roles.items():
        if not profile.filled:
            scores[role] = weight * _EMPTY_COLUMN
            continue
        held = profile.holds(role)
        if held >= _LEAST:
            scores[role] = weight * (0.3 + 0.7 * held)
    return scores


def _unnamed(profile: Profile, at: int) -> dict[Role, float]:
    """Guess a column without a heading, at the left edge: a number, then a name."""
    if not profile.filled or at > 1:
        return {}
    if profile.holds(Role.NUMBER) >= 0.6:
        return {Role.NUMBER: _UNNAMED}
    return {Role.PROJECT: _UNNAMED} if profile.holds(Role.PROJECT) >= 0.9 else {}


def _with_name(
    roles: dict[int, Role], headings: Mapping[int, Heading], seen: Sequence[Profile]
) -> dict[int, Role]:
    """Let the likeliest column hold the names where none was headed so."""
    if Role.PROJECT in roles.values():
        return roles
    able = [
        (headings[at].roles[Role.PROJECT], -at)
        for at in headings
        if Role.PROJECT in headings[at].roles and seen[at].holds(Role.PROJECT) >= 0.5
    ]
    return {**roles, -max(able)[1]: Role.PROJECT} if able else roles
