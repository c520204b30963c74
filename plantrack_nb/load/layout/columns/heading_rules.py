"""What the words of a heading mean together: rules in the order in which they decide.

A Thai phrase begins with its noun; what follows says more of it: ตัวชี้วัดความสำเร็จของโครงการ is an
indicator, งบประมาณที่เบิกจ่าย is money spent, ร้อยละการเบิกจ่าย a percent of money. Where a heading can
mean two things, both are given with a weight; cells and sums decide.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from plantrack_nb.load.layout.columns.heading_words import Concept as Word
from plantrack_nb.load.layout.record import Role

Roles = Mapping[Role, float]
_NAMES = {Word.PROJECT, Word.ITEM, Word.PLAN_NAME, Word.STRATEGY, Word.ACTIVITY}
_AMOUNTS = {Word.MONEY, Word.ALLOCATED, Word.REQUESTED, Word.KIND, Word.BAHT}
_WORKS = {Word.WORK, Word.ACTIVITY, Word.PROGRESS, Word.STATUS, Word.RESULT}
_EMPTY = {Word.FILLER, Word.NUMBER, Word.BAHT}
_DECIDING = {
    Word.SPENT,
    Word.COMMITTED,
    Word.REMAINING,
    Word.PERCENT,
    Word.SOURCE,
    *_AMOUNTS,
    *_WORKS,
}
_DECIDING |= {Word.INDICATOR, Word.TARGET, Word.PLAN}
_BY_NOUN: Mapping[Word | None, Roles] = {
    Word.INDICATOR: {Role.INDICATORS: 1.0},
    Word.OBSTACLE: {Role.OBSTACLE: 1.0},
    Word.CODE: {Role.CODE: 1.0},
    Word.OBJECTIVE: {Role.OTHER: 0.9},
    Word.ADVICE: {Role.OTHER: 0.9},
    Word.REMARK: {Role.OTHER: 0.9},
    Word.TIME: {Role.OTHER: 0.9},
    Word.PLACE: {Role.OTHER: 0.9},
}
_BY_NAME: Mapping[Word, Roles] = {
    Word.ITEM: {Role.PROJECT: 0.85, Role.ACTION: 0.4},
    Word.ACTIVITY: {Role.ACTION: 0.9, Role.PROJECT: 0.5},
    Word.STRATEGY: {Role.STRATEGY: 0.9, Role.PROJECT: 0.3},
    Word.PLAN_NAME: {Role.PLAN: 0.8, Role.PROJECT: 0.5},
}


@dataclass(frozen=True)
class _Said:
    """The words of a heading's lowest level, those above it, and the alternatives it lists."""

    own: tuple[Word, ...]
    levels: tuple[frozenset[Word], ...]
    parts: tuple[tuple[Word, ...], ...]

    @property
    def first(self) -> Word | None:
        """The noun it begins with."""
        return self.own[0] if self.own else None

    def has(self, *concepts: Word) -> bool:
        """Tell whether any of these stands on the lowest level."""
        return any(one in self.own for one in concepts)

    def is_under(self, *concepts: Word) -> bool:
        """Tell whether any of these stands above it, on the nearest level that decides anything."""
        return any(one in self.above for one in concepts)

    @property
    def above(self) -> frozenset[Word]:
        """The words of the nearest level above that says what its columns are about."""
        return next((level for level in reversed(self.levels) if level & _DECIDING), frozenset())


def roles_of(
    own: Sequence[Word], above: Sequence[Sequence[Word]], parts: Sequence[Sequence[Word]]
) -> Roles:
    """Weigh what a heading can mean.

    Parameters
    ----------
    own, above : sequence of Concept, sequence of sequence of Concept
        The words of its lowest level in their order, and of each level above, from the top down.
    parts : sequence of sequence of Concept
        The same for each alternative between slashes.
    """
    content = tuple(one for one in own if one not in _EMPTY)
    numbers = tuple(one for one in own if one is not Word.FILLER)
    said = _Said(content, tuple(map(frozenset, above)), tuple(map(tuple, parts)))
    if numbers and set(numbers) <= {Word.NUMBER}:
        return {Role.NUMBER: 1.0}
    if numbers[:1] == (Word.NUMBER,) and set(numbers) <= {Word.NUMBER, Word.PROJECT}:
        return {Role.NUMBER: 1.0}
    if numbers == (Word.PROJECT, Word.NUMBER):
        return {Role.PROJECT: 0.8, Role.NUMBER: 0.7}
    if not content and Word.BAHT in own:
        return _amount(said)
    for rule in _RULES:
        found = rule(said)
        if found:
            return found
    return {}


def _owner(said: _Said) -> Roles:
    if said.first is Word.OWNER:
        lists = any(part[0] is Word.PROJECT for part in said.parts)
        return {Role.OWNER: 1.0, Role.PROJECT: 0.4} if lists else {Role.OWNER: 1.0}
    if said.has(Word.OWNER) and said.first in {Word.ITEM, Word.PLAN_NAME} and len(said.own) == 2:
        return {Role.OWNER: 0.9}
    return {}


def _leading(said: _Said) -> Roles:
    """Decide by the noun alone where it leaves no doubt."""
    if said.first is Word.TARGET:
        spent = said.has(Word.SPENT, Word.MONEY)
        return {Role.PLANNED: 0.8} if spent else {Role.TARGETS: 1.0}
    return _count(said) if said.first is Word.COUNT else _BY_NOUN.get(said.first, {})


def _count(said: _Said) -> Roles:
    """Read จำนวน: of money it is an amount, else a count of something."""
    if said.is_under(*_AMOUNTS, Word.SPENT, Word.REMAINING):
        return _amount(_Said((Word.MONEY,), said.levels, ()))
    return {Role.BUDGET: 0.5, Role.OTHER: 0.5} if said.has(Word.MONEY) else {Role.OTHER: 0.9}


def _percent(said: _Said) -> Roles:
    if not said.has(Word.PERCENT):
        return {}
    of_rest = said.has(Word.REMAINING, Word.PLAN, Word.COMMITTED, Word.ALLOCATED)
    works = [at for at, one in enumerate(said.own) if one in _WORKS]
    if works and Word.PLAN in said.own[works[0] :] and not said.has(Word.SPENT):
        return {Role.PROGRESS: 0.9}  # of what is done, measured by the plan
    if of_rest and not said.has(Word.SPENT):
        return {Role.OTHER: 0.9}
    if said.has(Word.SPENT, Word.MONEY) and not said.has(Word.PLAN):
        first = said.first is Word.PERCENT
        return {Role.PERCENT: 1.0} if first else {Role.PERCENT: 0.8, Role.DISBURSED: 0.7}
    return {Role.PROGRESS: 1.0} if said.has(*_WORKS) else _bare_percent(said)


def _below_percent(said: _Said) -> Roles:
    """Read งบประมาณ and งาน below ร้อยละ as of what the percent is."""
    if Word.PERCENT not in said.above or said.has(Word.PERCENT) or not said.own:
        return {}
    if said.has(Word.SPENT, Word.MONEY):
        return {Role.PERCENT: 0.9}
    return {Role.PROGRESS: 0.9} if said.has(Word.ITEM, Word.PROJECT, *_WORKS) else {}


def _bare_percent(said: _Said) -> Roles:
    """Let what stands above a percent say of what it is."""
    if said.is_under(Word.SPENT, Word.MONEY, Word.ALLOCATED):
        return {Role.PERCENT: 1.0}
    if said.is_under(*_WORKS):
        return {Role.PROGRESS: 0.9, Role.PERCENT: 0.5}
    return {Role.PERCENT: 0.8, Role.PROGRESS: 0.6}


def _remaining(said: _Said) -> Roles:
    return {Role.REMAINING: 1.0} if said.has(Word.REMAINING) else {}


def _spent(said: _Said) -> Roles:
    if said.has(Word.COMMITTED):
        return {Role.USED: 0.9} if said.has(Word.SPENT) else {Role.COMMITTED: 1.0}
    if not said.has(Word.SPENT):
        return {}
    if said.has(Word.SOURCE):
        return {Role.SOURCE: 0.8}
    if said.has(Word.PLAN, Word.REQUESTED) and not said.has(Word.RESULT):
        return {Role.PLANNED: 0.9, Role.BUDGET: 0.4}
    if said.first is Word.MONEY:
        return {Role.DISBURSED: 0.85, Role.BUDGET: 0.55}
    return {Role.DISBURSED: 1.0}


def _source(said: _Said) -> Roles:
    if not said.has(Word.SOURCE):
        return {}
    return {Role.SOURCE: 0.9, Role.BUDGET: 0.5} if said.has(Word.MONEY) else {Role.SOURCE: 0.9}


def _amount(said: _Said) -> Roles:
    if not _is_amount(said):
        return {}
    if not said.own and not said.above:
        return {Role.DISBURSED: 0.45, Role.OTHER: 0.44}
    below = _below_money(said)
    if below:
        return below
    if said.has(*_AMOUNTS) or not said.own:
        return {Role.BUDGET: 1.0}
    known = said.is_under(*_AMOUNTS)
    return {Role.BUDGET: 0.9} if known else {Role.BUDGET: 0.5, Role.DISBURSED: 0.4}


def _is_amount(said: _Said) -> bool:
    if not said.own:
        money = {Word.SPENT, Word.COMMITTED, Word.REMAINING, *_AMOUNTS}
        return not said.above or bool(said.above & money)
    if said.has(Word.SUM):
        return True
    return said.has(*_AMOUNTS) and said.first not in _NAMES - {Word.ITEM}


def _below_money(said: _Said) -> Roles:
    """Let the level above say which amount a column is of."""
    if said.is_under(Word.REMAINING):
        return {Role.REMAINING: 0.9}
    if said.is_under(Word.COMMITTED):
        return {Role.USED: 0.9} if said.is_under(Word.SPENT) else {Role.COMMITTED: 0.9}
    if said.is_under(Word.SPENT) and not said.has(Word.ALLOCATED, Word.REQUESTED):
        plan = said.is_under(Word.PLAN) and not said.is_under(Word.RESULT)
        if plan or said.has(Word.PLAN):
            return {Role.PLANNED: 0.9}
        # the money of what is spent; where no other column is the budget, the budget it is of
        own = {Role.BUDGET: 0.5} if said.first is Word.MONEY else {}
        return {Role.DISBURSED: 0.9, **own}
    return {}


def _kind_of_work(said: _Said) -> Roles:
    """Read ดำเนินงาน under money as the kind of budget it is short for."""
    if said.own == (Word.WORK,) and said.is_under(Word.SPENT):
        return {Role.DISBURSED: 0.8, Role.ACTION: 0.5}
    if said.own == (Word.WORK,) and said.is_under(Word.MONEY, Word.ALLOCATED):
        return {Role.BUDGET: 0.8, Role.ACTION: 0.5}
    return {}


def _plan_or_result(said: _Said) -> Roles:
    """Read แผน and ผล as two halves of what stands above them."""
    money = said.is_under(Word.SPENT, *_AMOUNTS)
    if said.own and set(said.own) <= {Word.PLAN, Word.TARGET}:
        return {Role.PLANNED: 0.9, Role.OTHER: 0.4}
    if set(said.own) == {Word.RESULT}:
        if said.is_under(*_WORKS, Word.INDICATOR, Word.TARGET) and not money:
            return {Role.PROGRESS: 0.7, Role.ACTION: 0.6}
        return {Role.DISBURSED: 0.8 if money else 0.6, Role.PROGRESS: 0.4, Role.ACTION: 0.4}
    return {}


def _work(said: _Said) -> Roles:
    if said.first is Word.STATUS:
        return {Role.STATUS: 1.0, Role.PROGRESS: 0.95, Role.ACTION: 0.35}
    if said.first is Word.PROGRESS or (said.has(Word.PROGRESS) and not said.has(Word.PROJECT)):
        return {Role.PROGRESS: 1.0, Role.ACTION: 0.35}
    if said.has(Word.RESULT) and said.has(
        Word.WORK, Word.ACTIVITY, Word.PROJECT, Word.INDICATOR, Word.TARGET
    ):
        return {Role.ACTION: 0.75, Role.PROGRESS: 0.75}
    if said.first is Word.WORK:
        return {Role.ACTION: 0.9, Role.STATUS: 0.6, Role.PROGRESS: 0.5}
    if said.first is Word.RESULT:
        return {Role.ACTION: 0.6, Role.PROGRESS: 0.6}
    return {}


def _name(said: _Said) -> Roles:
    names = [part[0] for part in said.parts if part and part[0] in _NAMES]
    if said.first not in _NAMES:
        return {}
    if Word.PROJECT in names or said.first is Word.PROJECT:
        return {Role.PROJECT: 1.0, Role.ACTION: 0.2}
    if said.has(Word.PROJECT):  # กิจกรรมตามโครงการ
        return {Role.ACTION: 0.8, Role.PROJECT: 0.6}
    return _BY_NAME[Word.ITEM if len(set(names)) > 1 else said.first]


_RULES: Sequence[Callable[[_Said], Roles]] = (
    _owner,
    _leading,
    _below_percent,
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
