"""What the words of a heading mean together: rules in the order in which they decide.

A Thai phrase begins with its noun and what follows says more of it: ตัวชี้วัดความสำเร็จของโครงการ is an
indicator, งบประมาณที่เบิกจ่าย is money that was spent, ร้อยละการเบิกจ่าย a percent of money. Where a heading
can mean two things, both are given with a weight; cells and sums decide.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from plantrack_nb.load.layout.columns.words import Concept as C
from plantrack_nb.load.layout.record import Role

Roles = Mapping[Role, float]
_NAMES = {C.PROJECT, C.ITEM, C.PLAN_NAME, C.STRATEGY, C.ACTIVITY}
_AMOUNTS = {C.MONEY, C.ALLOCATED, C.REQUESTED, C.KIND, C.BAHT}
_WORKS = {C.WORK, C.ACTIVITY, C.PROGRESS, C.RESULT}
_EMPTY = {C.FILLER, C.NUMBER, C.BAHT}
_DECIDING = {C.SPENT, C.COMMITTED, C.REMAINING, C.PERCENT, C.SOURCE, *_AMOUNTS, *_WORKS}
_DECIDING |= {C.INDICATOR, C.TARGET, C.PLAN}
_ASIDE = {C.OBJECTIVE, C.ADVICE, C.REMARK, C.TIME, C.PLACE}


@dataclass(frozen=True)
class _Said:
    """The words of a heading's lowest level, those above it, and the alternatives it lists."""

    own: tuple[C, ...]
    levels: tuple[frozenset[C], ...]
    parts: tuple[tuple[C, ...], ...]

    @property
    def first(self) -> C | None:
        """The noun it begins with."""
        return self.own[0] if self.own else None

    def has(self, *concepts: C) -> bool:
        """Tell whether any of these stands on the lowest level."""
        return any(one in self.own for one in concepts)

    def is_under(self, *concepts: C) -> bool:
        """Tell whether any of these stands above it, on the nearest level that decides anything."""
        return any(one in self.above for one in concepts)

    @property
    def above(self) -> frozenset[C]:
        """The words of the nearest level above that says what its columns are about."""
        return next((level for level in reversed(self.levels) if level & _DECIDING), frozenset())


def roles_of(own: Sequence[C], above: Sequence[Sequence[C]], parts: Sequence[Sequence[C]]) -> Roles:
    """Weigh what a heading can mean.

    Parameters
    ----------
    own, above : sequence of Concept, sequence of sequence of Concept
        The words of its lowest level in their order, and of each level above, from the top down.
    parts : sequence of sequence of Concept
        The same for each alternative between slashes.
    """
    content = tuple(one for one in own if one not in _EMPTY)
    numbers = tuple(one for one in own if one is not C.FILLER)
    said = _Said(content, tuple(map(frozenset, above)), tuple(map(tuple, parts)))
    if numbers and set(numbers) <= {C.NUMBER}:
        return {Role.NUMBER: 1.0}
    if numbers[:1] == (C.NUMBER,) and set(numbers) <= {C.NUMBER, C.PROJECT}:
        return {Role.NUMBER: 1.0}
    if numbers == (C.PROJECT, C.NUMBER):
        return {Role.PROJECT: 0.8, Role.NUMBER: 0.7}
    if not content and C.BAHT in own:
        return _amount(said)
    for rule in _RULES:
        found = rule(said)
        if found:
            return found
    return {}


def _owner(said: _Said) -> Roles:
    if said.first is C.OWNER:
        return {Role.OWNER: 1.0}
    if said.has(C.OWNER) and said.first in {C.ITEM, C.PLAN_NAME} and len(said.own) == 2:
        return {Role.OWNER: 0.9}
    return {}


def _leading(said: _Said) -> Roles:
    """Decide by the noun alone where it leaves no doubt."""
    if said.first is C.INDICATOR:
        return {Role.INDICATORS: 1.0}
    if said.first is C.TARGET:
        spent = said.has(C.SPENT, C.MONEY)
        return {Role.PLANNED: 0.8} if spent else {Role.TARGETS: 1.0}
    if said.first is C.OBSTACLE:
        return {Role.OBSTACLE: 1.0}
    if said.first in _ASIDE:
        return {Role.OTHER: 0.9}
    if said.first is C.CODE:
        return {Role.CODE: 1.0}
    if said.first is C.COUNT and said.is_under(*_AMOUNTS, C.SPENT, C.REMAINING):
        return _amount(_Said((C.MONEY,), said.levels, ()))
    if said.first is C.COUNT:
        return {Role.BUDGET: 0.5, Role.OTHER: 0.5} if said.has(C.MONEY) else {Role.OTHER: 0.9}
    return {}


def _percent(said: _Said) -> Roles:
    if not said.has(C.PERCENT):
        return {}
    if said.has(C.REMAINING, C.PLAN, C.COMMITTED, C.ALLOCATED) and not said.has(C.SPENT):
        return {Role.OTHER: 0.9}
    if said.has(C.SPENT, C.MONEY) and not said.has(C.PLAN):
        if said.first is C.PERCENT:
            return {Role.PERCENT: 1.0}
        return {Role.DISBURSED: 0.8, Role.PERCENT: 0.7}
    if said.has(*_WORKS):
        return {Role.PROGRESS: 1.0}
    if said.is_under(C.SPENT, C.MONEY, C.ALLOCATED):
        return {Role.PERCENT: 1.0}
    if said.is_under(*_WORKS):
        return {Role.PROGRESS: 0.9, Role.PERCENT: 0.5}
    return {Role.PERCENT: 0.8, Role.PROGRESS: 0.6}


def _remaining(said: _Said) -> Roles:
    return {Role.REMAINING: 1.0} if said.has(C.REMAINING) else {}


def _spent(said: _Said) -> Roles:
    if said.has(C.COMMITTED):
        return {Role.USED: 0.9} if said.has(C.SPENT) else {Role.COMMITTED: 1.0}
    if not said.has(C.SPENT):
        return {}
    if said.has(C.SOURCE):
        return {Role.SOURCE: 0.8}
    if said.has(C.PLAN, C.REQUESTED) and not said.has(C.RESULT):
        return {Role.PLANNED: 0.9, Role.BUDGET: 0.4}
    if said.first is C.MONEY:
        return {Role.DISBURSED: 0.85, Role.BUDGET: 0.55}
    return {Role.DISBURSED: 1.0}


def _source(said: _Said) -> Roles:
    if not said.has(C.SOURCE):
        return {}
    return {Role.SOURCE: 0.9, Role.BUDGET: 0.5} if said.has(C.MONEY) else {Role.SOURCE: 0.9}


def _amount(said: _Said) -> Roles:
    if said.own and not said.has(*_AMOUNTS) and not said.has(C.SUM):
        return {}
    if (
        not said.own
        and said.above
        and not said.above & {C.SPENT, C.COMMITTED, C.REMAINING, *_AMOUNTS}
    ):
        return {}
    if said.first in _NAMES - {C.ITEM} and not said.has(C.SUM):
        return {}
    if not said.own and not said.above:
        return {Role.DISBURSED: 0.45, Role.OTHER: 0.44}
    if said.is_under(C.REMAINING):
        return {Role.REMAINING: 0.9}
    if said.is_under(C.COMMITTED):
        return {Role.USED: 0.9} if said.is_under(C.SPENT) else {Role.COMMITTED: 0.9}
    if said.is_under(C.SPENT) and not said.has(C.ALLOCATED, C.REQUESTED):
        plan = said.is_under(C.PLAN) and not said.is_under(C.RESULT)
        return {Role.PLANNED: 0.9} if plan else {Role.DISBURSED: 0.9}
    if said.has(*_AMOUNTS) or not said.own:
        return {Role.BUDGET: 1.0}
    known = said.is_under(*_AMOUNTS)
    return {Role.BUDGET: 0.9} if known else {Role.BUDGET: 0.5, Role.DISBURSED: 0.4}


def _kind_of_work(said: _Said) -> Roles:
    """Read ดำเนินงาน under งบประมาณ as the kind of budget it is short for."""
    if said.own == (C.WORK,) and said.is_under(C.MONEY, C.ALLOCATED):
        return {Role.BUDGET: 0.8, Role.ACTION: 0.5}
    return {}


def _plan_or_result(said: _Said) -> Roles:
    """Read แผน and ผล as two halves of what stands above them."""
    money = said.is_under(C.SPENT, *_AMOUNTS)
    if said.own and set(said.own) <= {C.PLAN, C.TARGET}:
        return {Role.PLANNED: 0.9, Role.OTHER: 0.4}
    if set(said.own) == {C.RESULT}:
        if said.is_under(*_WORKS, C.INDICATOR, C.TARGET) and not money:
            return {Role.PROGRESS: 0.7, Role.ACTION: 0.6}
        return {Role.DISBURSED: 0.8 if money else 0.6, Role.PROGRESS: 0.4, Role.ACTION: 0.4}
    return {}


def _work(said: _Said) -> Roles:
    if said.first is C.PROGRESS or (said.has(C.PROGRESS) and not said.has(C.PROJECT)):
        return {Role.PROGRESS: 1.0, Role.ACTION: 0.35}
    if said.has(C.RESULT) and said.has(C.WORK, C.ACTIVITY, C.PROJECT, C.INDICATOR, C.TARGET):
        return {Role.ACTION: 0.75, Role.PROGRESS: 0.75}
    if said.first is C.WORK:
        return {Role.ACTION: 0.9, Role.STATUS: 0.6, Role.PROGRESS: 0.5}
    if said.first is C.RESULT:
        return {Role.ACTION: 0.6, Role.PROGRESS: 0.6}
    return {}


def _name(said: _Said) -> Roles:
    names = [part[0] for part in said.parts if part and part[0] in _NAMES]
    if said.first not in _NAMES:
        return {}
    if C.PROJECT in names or said.first is C.PROJECT:
        return {Role.PROJECT: 1.0, Role.ACTION: 0.2}
    if said.has(C.PROJECT):  # กิจกรรมตามโครงการ
        return {Role.ACTION: 0.8, Role.PROJECT: 0.6}
    if len(names) > 1 or said.first is C.ITEM:
        return {Role.PROJECT: 0.85, Role.ACTION: 0.4}
    if said.first is C.ACTIVITY:
        return {Role.ACTION: 0.9, Role.PROJECT: 0.5}
    if said.first is C.STRATEGY:
        return {Role.STRATEGY: 0.9, Role.PROJECT: 0.3}
    return {Role.PLAN: 0.8, Role.PROJECT: 0.5}


_RULES: Sequence[Callable[[_Said], Roles]] = (
    _owner,
    _leading,
    _percent,
    _remaining,
    _spent,
    _source,
    _kind_of_work,
    _plan_or_result,
    _amount,
    _work,
    _name,
)
