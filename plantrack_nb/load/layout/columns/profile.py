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
        return _HOLDS.get(role, Profile._any)(self)

    def _any(self) -> float:
        return 1.0

    def _of(self, count: int) -> float:
        return count / self.filled if self.filled else 0.0

    def _number(self) -> float:
        return self._of(self.numbers)

    def _code(self) -> float:
        return self._of(max(self.codes, self.numbers))

    def _words(self) -> float:
        return min(1.0, self.share(_WORDS) + 0.4 * self.share(_NUMBERISH) + self._of(self.statuses))

    def _names(self) -> float:
        return self.share(_WORDS)

    def _shares(self) -> float:
        amounts = self.kinds[CellKind.AMOUNT] + self.kinds[CellKind.AMOUNT_WITH_PERCENT]
        return 0.0 if self._of(amounts) > _SOME else self._of(self.percents)

    def _progress(self) -> float:
        free = 0.5 * self.share(_WORDS - {CellKind.OWNER})
        return min(1.0, self._of(self.percents + self.statuses) + (0 if self.long else free))

    def _status(self) -> float:
        return self._of(self.statuses)

    def _ticks(self) -> float:
        return self._of(self.ticks)


_HOLDS = {
    Role.NUMBER: Profile._number,
    Role.CODE: Profile._code,
    Role.PROJECT: Profile._names,
    Role.STRATEGY: Profile._any,
    Role.PLAN: Profile._names,
    Role.TARGETS: Profile._words,
    Role.INDICATORS: Profile._words,
    Role.ACTION: Profile._names,
    Role.OWNER: Profile._names,
    Role.SOURCE: Profile._names,
    Role.OBSTACLE: Profile._names,
    Role.PERCENT: Profile._shares,
    Role.PROGRESS: Profile._progress,
    Role.STATUS: Profile._status,
    Role.TICK: Profile._ticks,
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
