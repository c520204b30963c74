"""Columns of money without a clear heading: remainders, percents and what is lacking tell them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations

from plantrack_nb.load.layout.columns.settling import Settling
from plantrack_nb.load.layout.record import Column, Role, Side


def tell_unclear(money: Settling) -> None:
    """Let remainders and percents tell what a column of money without a clear heading is."""
    if not money.of(Role.BUDGET):
        able = [
            (money.headings[one.at].roles[Role.BUDGET], -one.at)
            for one in money.of(Role.DISBURSED)
            if Role.BUDGET in money.headings[one.at].roles
        ]
        if able:
            money.become(money.columns[-max(able)[1]], Role.BUDGET)
    _planned_for_budget(money)
    _spent_among_budgets(money)
    _requested_for_spent(money)
    _sums_of_used(money)
    unknown = [one for one in money.columns.values() if one.role is None or one.role is Role.OTHER]
    numeric = [one for one in unknown if money.figures.is_numeric(one.at)]
    left = money.of(Role.REMAINING)
    budgets, spents = money.of(Role.BUDGET), money.of(Role.DISBURSED)
    for one in numeric:
        for rest in left:
            if not money.figures.is_as_full(one.at, rest.at):
                continue  # few rows prove nothing of the others
            if not spents and any(money.figures.differs(b.at, one.at, rest.at) for b in budgets):
                money.become(one, Role.DISBURSED, f"{_said(budgets)} ลบด้วยคอลัมน์นี้เท่ากับคงเหลือ")
            elif not budgets and any(money.figures.differs(one.at, d.at, rest.at) for d in spents):
                money.become(one, Role.BUDGET, "คอลัมน์นี้ลบด้วยเบิกจ่ายเท่ากับคงเหลือ")
    _cost_for_spent(money)


def _spent_among_budgets(money: Settling) -> None:
    """Where nothing is headed as spent, take what a budget less its remainder leaves."""
    budgets, left = money.of(Role.BUDGET), money.of(Role.REMAINING)
    if money.of(Role.DISBURSED):
        return
    for whole, part in permutations(budgets, 2):
        if any(money.figures.differs(whole.at, part.at, rest.at) for rest in left):
            money.become(part, Role.DISBURSED, f"“{whole.heading}” ลบด้วยคอลัมน์นี้เท่ากับคงเหลือ")
            return


def _planned_for_budget(money: Settling) -> None:
    """Take the money of the plan for the budget where no other column is that."""
    planned = [one for one in money.of(Role.PLANNED) if _is_plan_of_all(money, one)]
    if len(planned) != 1 or money.of(Role.BUDGET):
        return
    one, left = planned[0], money.of(Role.REMAINING)
    money.become(one, Role.BUDGET, "ไม่มีคอลัมน์งบประมาณอื่น จึงใช้เงินตามแผน")
    spents = money.of(Role.DISBURSED)
    if not any(money.figures.differs(one.at, d.at, r.at) for d in spents for r in left):
        money.unsure.append(f"ถือว่า “{one.heading}” เป็นงบประมาณ เพราะไม่มีคอลัมน์งบประมาณอื่น")


def _is_plan_of_all(money: Settling, one: Column) -> bool:
    return one.period is None and one.side is Side.PLAN and money.figures.is_numeric(one.at)


def _cost_for_spent(money: Settling) -> None:
    """Take ค่าใช้จ่าย for what was spent where another column is the budget for sure."""
    if money.of(Role.DISBURSED):
        return
    budgets = [one for one in money.of(Role.BUDGET) if one.period is None and not one.kind]
    costs = [one for one in budgets if Role.DISBURSED in money.headings[one.at].roles]
    if len(costs) == 1 and len(budgets) > 1 and costs[0].side is not Side.PLAN:
        money.become(costs[0], Role.DISBURSED)
        money.unsure.append(f"ถือว่า “{costs[0].heading}” เป็นเงินที่ใช้จ่ายแล้ว")


def _requested_for_spent(money: Settling) -> None:
    """Take money whose payment is asked for (ขอเบิก) for what was spent, where nothing is."""
    asked = [
        one
        for one in money.of(Role.PLANNED)
        if one.period is None and one.side is Side.REQUESTED and money.figures.is_numeric(one.at)
    ]
    if money.of(Role.DISBURSED) or len(asked) != 1:
        return
    one, budgets, left = asked[0], money.of(Role.BUDGET), money.of(Role.REMAINING)
    proved = any(money.figures.differs(b.at, one.at, r.at) for b in budgets for r in left)
    money.become(one, Role.DISBURSED, "ไม่มีคอลัมน์เบิกจ่ายอื่น จึงใช้เงินที่ขอเบิก")
    if not proved:
        money.unsure.append(f"ถือว่า “{one.heading}” เป็นเงินที่เบิกจ่ายแล้ว")


def _sums_of_used(money: Settling) -> None:
    """Tell a sum of what is paid and what is bound from what is paid."""
    bound = [one.at for one in money.of(Role.COMMITTED)]
    for one in money.of(Role.DISBURSED) if bound else []:
        paid = [d.at for d in money.of(Role.DISBURSED) if d.at != one.at and not d.is_sum]
        if one.is_sum and paid and money.figures.adds_up([*paid, *bound], one.at):
            money.become(one, Role.USED, "ผลรวมของเบิกจ่ายและผูกพัน")


def _said(columns: Sequence[Column]) -> str:
    return " และ ".join(f"“{one.heading}”" for one in columns)
