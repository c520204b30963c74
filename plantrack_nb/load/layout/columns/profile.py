"""What the cells below a heading are: the evidence beside its words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from plantrack_nb.load.layout.cells import CellKind, kind_of
from plantrack_nb.load.layout.record import MONEY_ROLES, Role
from plantrack_nb.load.layout.ticks import is_tick
from plantrack_nb.thai.numbers import parse_amount_with_percent
from plantrack_nb.thai.text import arabic_digits

_NUMBERISH = {CellKind.SMALL_NUMBER, CellKind.ZERO, CellKind.AMOUNT, CellKind.PROJECT_NO}
_MONEYISH = {*_NUMBERISH, CellKind.AMOUNT_WITH_PERCENT, CellKind.BUDGET_MARK}
_WORDS = {
    CellKind.TEXT,
    CellKind.PROJECT_NAME,
    CellKind.NUMBERED,
    CellKind.BULLET,
    CellKind.INDICATOR,
    CellKind.COUNT,
    CellKind.OBSTACLE,
    CellKind.OWNER,
}
_CODE = re.compile(r"(?=.*\d)[A-Za-zก-ฮ]{0,4}[-./\s]?\d[\dA-Za-zก-ฮ./-]{0,18}")
_ROW_NO = re.compile(r"\(?(?:โครงการที่|ที่)?\s*\d{1,3}(?:\s?\.\s?\d{1,3}){0,3}[.)]?")
_LONG = 40
_SOME = 0.1


@dataclass
class Profile:
    """Counts of what the filled cells of a column are."""

    kinds: Counter[CellKind] = field(default_factory=Counter)
    ticks: int = 0
    numbers: int = 0
    codes: int = 0
    percents: int = 0
    statuses: int = 0
    long: int = 0
    values: set[str] = field(default_factory=set)

    @property
    def filled(self) -> int:
        """Cells that say something; a dash says nothing."""
        return sum(self.kinds.values()) - self.kinds[CellKind.DASH]

    @property
    def has_amounts(self) -> bool:
        """Whether any cell holds an amount that no percent can be."""
        return bool(self.kinds[CellKind.AMOUNT] + self.kinds[CellKind.AMOUNT_WITH_PERCENT])

    def share(self, kinds: Iterable[CellKind]) -> float:
        """Share of the filled cells that are of these kinds."""
        return sum(self.kinds[kind] for kind in kinds) / self.filled if self.filled else 0.0

    def add(self, text: str) -> None:
        """Count a cell."""
        kind, is_no, is_code, is_share, tick = _seen(text)
        self.kinds[kind] += 1
        self.ticks += tick
        self.numbers += is_no
        self.codes += is_code
        self.percents += is_share
        self.statuses += kind is CellKind.STATUS
        self.long += len(text) > _LONG
        self.values.add(text)

    def holds(self, role: Role) -> float:
        """Say how much of the column a role can hold, 0 to 1."""
        if role in MONEY_ROLES:
            return self.share(_MONEYISH)
        return _HOLDS.get(role, _any)(self)


def _any(_: Profile) -> float:
    return 1.0


def _of(seen: Profile, count: int) -> float:
    return count / seen.filled if seen.filled else 0.0


def _number(seen: Profile) -> float:
    return _of(seen, seen.numbers)


def _code(seen: Profile) -> float:
    return _of(seen, max(seen.codes, seen.numbers))


def _words(seen: Profile) -> float:
    return min(1.0, seen.share(_WORDS) + 0.4 * seen.share(_NUMBERISH) + _of(seen, seen.statuses))


def _names(seen: Profile) -> float:
    return seen.share(_WORDS)


def _shares(seen: Profile) -> float:
    amounts = seen.kinds[CellKind.AMOUNT] + seen.kinds[CellKind.AMOUNT_WITH_PERCENT]
    return 0.0 if _of(seen, amounts) > _SOME else _of(seen, seen.percents)


def _progress(seen: Profile) -> float:
    free = 0.5 * seen.share(_WORDS - {CellKind.OWNER})
    return min(1.0, _of(seen, seen.percents + seen.statuses) + (0 if seen.long else free))


def _status(seen: Profile) -> float:
    return _of(seen, seen.statuses)


def _ticks(seen: Profile) -> float:
    return _of(seen, seen.ticks)


_HOLDS = {
    Role.NUMBER: _number,
    Role.CODE: _code,
    Role.PROJECT: _names,
    Role.STRATEGY: _any,
    Role.PLAN: _names,
    Role.TARGETS: _words,
    Role.INDICATORS: _words,
    Role.ACTION: _names,
    Role.OWNER: _names,
    Role.SOURCE: _names,
    Role.OBSTACLE: _names,
    Role.PERCENT: _shares,
    Role.PROGRESS: _progress,
    Role.STATUS: _status,
    Role.TICK: _ticks,
}


@lru_cache(maxsize=8192)
def _seen(text: str) -> tuple[CellKind, bool, bool, bool, bool]:
    kind = kind_of(text)
    plain = arabic_digits(text).strip()
    amount = parse_amount_with_percent(plain) if kind in _NUMBERISH else None
    is_share = amount is not None and 0 <= amount.value <= 200
    is_no = _ROW_NO.fullmatch(plain) is not None
    is_code = len(plain) <= 20 and _CODE.fullmatch(plain) is not None
    return kind, is_no, is_code, is_share or kind is CellKind.STATUS, is_tick(text)


def profiles(rows: Iterable[Sequence[str]], width: int) -> list[Profile]:
    """Count the cells of each column."""
    made = [Profile() for _ in range(width)]
    for row in rows:
        for profile, text in zip(made, row, strict=False):
            if text:
                profile.add(text)
    return made
