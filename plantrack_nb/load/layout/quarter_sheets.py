"""One sheet a quarter: whether each holds all since October, or its own quarter only.

A round is cumulative. Where remainders or percents prove that a sheet holds its own quarter only,
the amounts of the sheets before it are added, project by project; where nothing proves it and
amounts fall from sheet to sheet, that is said.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from plantrack_nb.containers.grid import Row
from plantrack_nb.load.layout.columns.choose import Asked, Chosen
from plantrack_nb.load.layout.columns.row_arithmetic import number_of
from plantrack_nb.load.layout.record import Role
from plantrack_nb.load.layout.sheets import Table, Tables
from plantrack_nb.thai.text import squeeze

_CLOSE = 0.011
_HALF_PERCENT = 0.6
_MOST = 0.8


def add_quarters(tables: Sequence[Table], chosen: Tables, asked: Asked) -> None:
    """Add the earlier quarters' amounts to the sheets that are read, where they are their own."""
    if asked.quarter is None:
        return
    end = 3 * asked.quarter
    before = [one for one in tables if one not in chosen.used and _ends(one, end)]
    now = [one for one in chosen.used if one.label.period is not None]
    if not before or not now:
        return
    earlier = _spent_by_name(before)
    has_all = {one.label.period.last for one in before if one.label.period} >= {*range(3, end, 3)}
    if has_all and _is_own_quarter(now, earlier):
        chosen.used = [_added(one, earlier) if one in now else one for one in chosen.used]
        chosen.added_up = True
        said = ", ".join(f"“{one.sheet}”" for one in before)
        chosen.unsure.append(f"ยอดเบิกจ่ายของแต่ละแผ่นเป็นของไตรมาสเดียว จึงบวกแผ่น {said} ด้วย")
    else:
        chosen.unsure += _falls(before, now)


def _ends(table: Table, end: int) -> bool:
    period = table.label.period
    return period is not None and period.last < end and not (period.from_start and period.last > 3)


def _is_own_quarter(tables: Sequence[Table], earlier: Counter[str]) -> bool:
    """Tell by what is left, or by the percent, whether earlier amounts come on top."""
    added = grown = tested = 0
    for table in tables:
        for row, _ in table.rows:
            before = earlier[_name(table, row)]
            if not before:
                continue
            spent = _number(table, row, Role.DISBURSED) or 0.0
            own, both = (_fits(table, row, amount) for amount in (spent, before + spent))
            if own is None or both is None:
                continue
            tested, grown, added = tested + 1, grown + own, added + both
    return bool(tested) and added >= _MOST * tested and added > grown


def _fits(table: Table, row: Row, spent: float) -> bool | None:
    """Tell whether a row's remainder or percent fits so much spent; None when it has neither."""
    budget = _number(table, row, Role.BUDGET)
    left, share = _number(table, row, Role.REMAINING), _number(table, row, Role.PERCENT)
    if not budget or (left is None and share is None):
        return None
    if left is not None:
        return abs(budget - spent - left) <= _CLOSE
    return share is not None and _is_share(share, budget, spent)


def _is_share(share: float, budget: float, spent: float) -> bool:
    exact = 100 * spent / budget
    return min(abs(share - exact), abs(100 * share - exact)) <= _HALF_PERCENT


def _added(table: Table, earlier: Counter[str]) -> Table:
    """Write the sum of all quarters into the cells of what was spent; their raw text stays."""
    at = table.column(Role.DISBURSED)
    if at is None:
        return table
    rows, of_quarter = [], False
    for row, after_break in table.rows:
        before = earlier[_name(table, row)]
        if before and at < len(row.cells):
            total = before + (number_of(row.cells[at].text) or 0.0)
            budget, share = _number(table, row, Role.BUDGET), _number(table, row, Role.PERCENT)
            of_quarter |= bool(budget and share) and not _is_share(share or 0, budget or 1, total)
            cell = replace(row.cells[at], text=f"{round(total, 6):.15g}")
            row = replace(row, cells=(*row.cells[:at], cell, *row.cells[at + 1 :]))  # noqa: PLW2901 - grows cell by cell
        rows.append((row, after_break))
    chosen = _without_percent(table.chosen) if of_quarter else table.chosen
    return replace(table, rows=tuple(rows), chosen=chosen)


def _without_percent(chosen: Chosen) -> Chosen:
    """Leave out percents that are of one quarter's amounts."""
    columns = [
        replace(one, used=False, why="เป็นร้อยละของไตรมาสเดียว") if one.role is Role.PERCENT else one
        for one in chosen.columns
    ]
    return replace(chosen, columns=tuple(columns))


def _falls(before: Sequence[Table], now: Sequence[Table]) -> Iterator[str]:
    """Say when an earlier quarter's sheet has more spent: then sheets may not be cumulative."""
    spent = _spent_by_name(now)
    for one in before:
        was = _spent_by_name([one])
        falls = [name for name in was if name in spent and spent[name] < was[name] - _CLOSE]
        if falls:
            yield (
                f"ยอดเบิกจ่ายของ {len(falls)} โครงการในแผ่นงานที่ใช้น้อยกว่าแผ่นงาน “{one.sheet}”:"
                " ถ้าแต่ละแผ่นเป็นยอดของไตรมาสเดียว ต้องบวกกัน"
            )


def _spent_by_name(tables: Sequence[Table]) -> Counter[str]:
    spent: Counter[str] = Counter()
    for table in tables:
        for row, _ in table.rows:
            number, name = _number(table, row, Role.DISBURSED), _name(table, row)
            if number is not None and name:
                spent[name] += number  # type: ignore[assignment]  # both are amounts
    return spent


def _name(table: Table, row: Row) -> str:
    """Name a row by its project and its number: parts of one name stand below many projects."""
    texts = [
        row.cells[at].text
        for role in (Role.NUMBER, Role.CODE, Role.PROJECT)
        if (at := table.column(role)) is not None and at < len(row.cells)
    ]
    return squeeze("|".join(texts)) if texts and texts[-1] else ""


def _number(table: Table, row: Row, role: Role) -> float | None:
    at = table.column(role)
    return number_of(row.cells[at].text) if at is not None and at < len(row.cells) else None
