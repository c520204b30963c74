"""Choose among columns of money: which is the budget, which the spent; sums and shares decide."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plantrack_nb.load.layout.columns.series import Series, chosen_period
from plantrack_nb.load.layout.columns.settling import Money, Settling
from plantrack_nb.load.layout.columns.stand_ins import tell_unclear
from plantrack_nb.load.layout.record import Column, Role, Side

_ORDER = {Side.ALLOCATED: 0, Side.PLAIN: 1, Side.RESULT: 1, Side.PLAN: 2, Side.REQUESTED: 3}
_BY_PERIOD = (Role.PERCENT, Role.PROGRESS, Role.STATUS, Role.ACTION, Role.OBSTACLE, Role.REMAINING)


@dataclass(frozen=True)
class Settled:
    """Columns with their roles settled, and what is unsure."""

    columns: tuple[Column, ...]
    added_up: bool
    unsure: tuple[str, ...]
    missing: str


def settle(money: Money) -> Settled:
    """Settle which columns of money are read."""
    settler = _Settler(money)
    settler.run()
    return Settled(
        tuple(settler.columns.values()),
        settler.added_up,
        tuple(settler.unsure),
        settler.missing,
    )


class _Settler(Settling):
    def run(self) -> None:
        self._other_years()
        tell_unclear(self)
        budget = self._budget()
        self._spent(budget)
        for role in (Role.COMMITTED, Role.USED):
            self._pick(role, budget)
        for role in _BY_PERIOD:
            self._one_of_period(role)
        self._percent(budget)

    def _other_years(self) -> None:
        """Leave out columns of other fiscal years where the asked one has its own."""
        headings = self.headings
        named = {at: headings[at].year for at in self.columns if at in headings}
        years = {at: year for at, year in named.items() if year is not None}
        if self.fiscal_year in years.values():
            others = [self.columns[at] for at, year in years.items() if year != self.fiscal_year]
            self.leave(others, f"ไม่ใช่ของปีงบประมาณ {self.fiscal_year}")

    def _budget(self) -> tuple[int, ...]:
        columns = self.of(Role.BUDGET)
        if not columns:
            return ()
        series = [one for one in columns if one.period is not None]
        parts = [one for one in columns if one.period is None and one.kind and not one.is_sum]
        plain = [one for one in columns if one not in series and one not in parts]
        plain += [one for one in series if one.is_sum] if not plain else []
        if plain:
            best = self._best_budget(plain, parts)
            self.leave(
                [one for one in columns if one is not best],
                f"ไม่ใช่คอลัมน์งบประมาณที่ใช้ (ใช้ “{best.heading}”)",
            )
            self._check_sum(best, parts)
            return (best.at,)
        if parts:
            self.leave(series, "เป็นส่วนของงบประมาณในคอลัมน์อื่น")
            return tuple(one.at for one in parts)
        taken = [
            one
            for one in series
            if self.quarter is None or one.period is None or one.period.last <= 3 * self.quarter
        ]
        taken = taken or series
        self.leave([one for one in series if one not in taken], "เป็นของงวดหลังรอบที่ขอ")
        return tuple(one.at for one in taken)

    def _best_budget(self, plain: Sequence[Column], parts: Sequence[Column]) -> Column:
        if len(plain) == 1:
            return plain[0]
        spent = [one.at for one in self.of(Role.DISBURSED) if one.period is None]
        share = [one.at for one in self.of(Role.PERCENT)]
        left = [one.at for one in self.of(Role.REMAINING)]
        wholes = [one for one in plain if self._is_sum_of_parts(one, plain, parts)]

        def rank(one: Column) -> tuple[bool, bool, bool, int, int]:
            by_share = any(self.figures.is_share(one.at, d, p) for d in spent for p in share)
            by_rest = any(self.figures.differs(one.at, d, r) for d in spent for r in left)
            of_instalments = bool(parts) and one.side is Side.ALLOCATED
            return (
                _ORDER[one.side] >= 2,
                not by_share,
                of_instalments or not (by_rest or one in wholes),
                _ORDER[one.side] if not of_instalments else 1,
                one.at,
            )

        best = min(plain, key=rank)
        others = [one for one in plain if one is not best and _ORDER[one.side] < 2]
        for one in others:
            if not self.figures.are_equal(best.at, one.at):
                self.unsure.append(f"งบประมาณใช้คอลัมน์ “{best.heading}” ไม่ใช่ “{one.heading}”")
        return best

    def _is_sum_of_parts(
        self, one: Column, plain: Sequence[Column], parts: Sequence[Column]
    ) -> bool:
        addends = [other.at for other in parts] or [
            other.at for other in plain if other is not one and not other.is_sum
        ]
        return len(addends) > 1 and self.figures.adds_up(addends, one.at)

    def _check_sum(self, best: Column, parts: Sequence[Column]) -> None:
        kinds = [one.at for one in parts]
        if (
            len(kinds) > 1
            and best.side is not Side.PLAN
            and not self.figures.may_add_up(kinds, best.at)
        ):
            self.unsure.append(f"คอลัมน์ย่อยของ “{best.heading}” รวมกันไม่เท่ากับคอลัมน์นี้ทุกแถว")

    def _spent(self, budget: tuple[int, ...]) -> None:
        self._pick(Role.DISBURSED, budget)

    def _pick(self, role: Role, budget: tuple[int, ...]) -> None:
        columns = self.of(role)
        if len(columns) < 2 and not (columns and columns[0].period):
            return
        series = Series(
            tuple(one for one in columns if one.period is not None),
            tuple(
                one for one in columns if one.period is None and not (one.kind and not one.is_sum)
            ),
            tuple(one for one in columns if one.period is None and one.kind and not one.is_sum),
            budget,
            tuple(one.at for one in self.columns.values() if one.role is Role.REMAINING),
            tuple(one for one in self.columns.values() if one.role is Role.PLANNED and one.period),
        )
        found = chosen_period(series, self.figures, self.quarter, self.told_added_up)
        self.leave([one for one in columns if one.at not in found.taken], found.why)
        self.added_up = self.added_up or (found.added and role is Role.DISBURSED)
        self.unsure += found.unsure
        self.missing = self.missing or found.missing

    def _one_of_period(self, role: Role) -> None:
        columns = self.of(role)
        several = [one for one in columns if one.period is not None]
        if not several or len(columns) < 2:
            return
        plain = [one for one in columns if one.period is None]
        fitting = [
            one
            for one in several
            if one.period and self.quarter is not None and one.period.last == 3 * self.quarter
        ]
        taken = (fitting or plain)[:1] if role is not Role.ACTION else fitting or plain
        self.leave([one for one in columns if one not in taken], "เป็นของรอบหรือไตรมาสอื่น")

    def _percent(self, budget: tuple[int, ...]) -> None:
        """Tell a percent of money from one of work by what it is a share of."""
        spent = [one.at for one in self.of(Role.DISBURSED)]
        for one in self.of(Role.PERCENT):
            heading = self.headings[one.at]
            if not spent or not budget:
                if Role.PROGRESS in heading.roles and not self.of(Role.PROGRESS) and not spent:
                    self.become(one, Role.PROGRESS)
                continue
            fits = self.figures.shares(budget, spent, one.at)
            if fits is False and self._is_share_of_used(budget, spent, one):
                self.leave([one], "เป็นร้อยละของเบิกจ่ายรวมผูกพัน")
            elif fits is False and one.period is not None and self.added_up:
                self.leave([one], "เป็นร้อยละของงวดเดียว")
            elif fits is False and Role.PROGRESS in heading.roles and not self.of(Role.PROGRESS):
                self.become(one, Role.PROGRESS, "ไม่ใช่ร้อยละของเงินที่เบิกจ่าย")
                self.unsure.append(
                    f"คอลัมน์ “{one.heading}” อ่านเป็นร้อยละของงาน เพราะไม่ตรงกับเบิกจ่าย ÷ งบประมาณ"
                )

    def _is_share_of_used(
        self, budget: tuple[int, ...], spent: Sequence[int], percent: Column
    ) -> bool:
        """Tell whether a percent is that of what is spent or committed."""
        used = [one.at for one in self.of(Role.USED)]
        both = [*spent, *(one.at for one in self.of(Role.COMMITTED))]
        ways = [[at] for at in used] + [both]
        return any(self.figures.shares(budget, way, percent.at) for way in ways)
