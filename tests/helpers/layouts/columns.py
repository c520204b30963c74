"""The columns of a layout: what each holds and the heads above it, from the top down."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from helpers.layouts.phrases import HEADINGS
from helpers.layouts.spelling import MONEY, OVER_MONEY, phrase, typed

if TYPE_CHECKING:
    from helpers.layouts.layout import Layout

UNITS = {"baht": "บาท", "thousand": "พันบาท", "million": "ล้านบาท"}
MONTHS = (
    "ต.ค.", "พ.ย.", "ธ.ค.", "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย."
)  # fmt: skip
_AMOUNTS = ("planned", "budget", "transferred", "committed", "disbursed", "remaining", "sum")
_AMOUNTS_OF = ("kind ", "quarter ", "until ", "plan ", "month ")


@dataclass(frozen=True)
class Column:
    """A column: what it holds, and its heads; neighbours with the same upper head share it."""

    field: str
    heads: tuple[str, ...]

    @property
    def is_money(self) -> bool:
        """Whether it holds amounts of baht."""
        return self.field in _AMOUNTS or self.field.startswith(_AMOUNTS_OF)


def columns(layout: Layout, year: int) -> tuple[Column, ...]:
    """Lay out the columns from left to right."""
    spell = _Speller(layout, year)
    laid = []
    for block in _blocks(layout):
        made = _MADE.get(block, _single)(block, layout, spell)
        laid += [_under(spell, one, block, layout) for one in made]
    return tuple(laid)


class _Speller:
    """Spells headings, the same one always alike."""

    def __init__(self, layout: Layout, year: int) -> None:
        self._layout, self._year = layout, year

    def __call__(self, slot: str, number: int = 0) -> str:
        layout = self._layout
        plain = slot in layout.plain
        random = Random(f"{layout.spelling}/{slot}")
        text = phrase(slot, random, plain=plain)
        if slot in MONEY or slot in OVER_MONEY:
            text += self._unit(slot, random, plain=plain)
        slips = Random(f"{layout.spelling}/{slot}/{number}")
        return typed(text, slips, plain=plain).format(n=number, year=self._year)

    def _unit(self, slot: str, random: Random, *, plain: bool) -> str:
        layout = self._layout
        told = layout.unit_by == "head" and not layout.units_row
        if layout.unit != "baht" and told:
            return f"| ({UNITS[layout.unit]})"
        often = slot in MONEY and layout.unit == "baht" and not layout.units_row and not plain
        return "| (บาท)" if often and random.random() < 0.25 else ""


def _blocks(layout: Layout) -> Iterator[str]:
    """Take the blocks in their order, those the other choices need and no others."""
    number = {"none": "", "in_name": "", "code": "code"}.get(layout.numbering, "no")
    needed = [number, "strategy" if layout.strategies == "column" else ""]
    yield from (one for one in needed if one and one not in layout.order)
    for block in layout.order:
        unneeded = (
            (block in {"no", "code"} and block != number)
            or (block == "strategy" and layout.strategies != "column")
            or (block == "activities" and layout.activities == "none")
            or (block == "progress" and layout.progress == "none")
        )
        if not unneeded:
            yield block
    for block in ("activities", "progress"):
        if block not in layout.order and getattr(layout, block) != "none":
            yield block


def _under(spell: _Speller, column: Column, block: str, layout: Layout) -> Column:
    """Put the year's head over all money, where the layout has one."""
    if layout.over_all and block == "money":
        return Column(column.field, (spell("over_all"), *column.heads))
    return column


def _single(block: str, layout: Layout, spell: _Speller) -> Iterable[Column]:
    if block == "owner" and layout.owner_form == "beside":
        return [Column("owner", (spell("owner_beside"),)), Column("person", (spell("person"),))]
    return [Column(block, (spell(block),))]


def _progress(block: str, layout: Layout, spell: _Speller) -> Iterable[Column]:
    kind = layout.progress
    if kind == "ticks":
        over = spell("over_progress")
        fields = ("tick_done", "tick_in_progress", "tick_not_started")
        return [Column(field, (over, spell(field))) for field in fields]
    if kind == "over":
        over = spell("over_progress")
        return [
            Column("percent_done", (over, spell("under_percent"))),
            Column("words", (over, "สถานะ")),
        ]
    field = "percent_done" if kind == "percent" else kind
    return [Column(field, (spell(field),))]


def _money(block: str, layout: Layout, spell: _Speller) -> Iterator[Column]:
    if layout.shape == "kinds":
        yield from _kinds(layout, spell)
    for field in layout.money:
        if field == "budget" and layout.shape == "kinds":
            continue
        if field == "disbursed" and layout.shape == "over_disbursed":
            over = spell("over_disbursed")
            yield Column("disbursed", (over, spell("sum_of_money")))
            yield Column("percent", (over, spell("under_percent")))
        elif field == "sum" or (field == "percent" and layout.shape == "over_disbursed"):
            continue
        else:
            yield Column(field, _heads(field, layout, spell))
        if field == "budget":
            yield from _periods(layout, spell)


def _kinds(layout: Layout, spell: _Speller) -> Iterator[Column]:
    """Split the budget by kind; which trio of kinds is one choice for all three."""
    over = spell("over_kinds")
    trio = 0 if "kind" in layout.plain else layout.spelling % 2
    for n in range(1, 4):
        yield Column(f"kind {n}", (over, HEADINGS[f"kind_{n}"][trio]))
    if "budget" in layout.money:
        yield Column("budget", (over, spell("kind_sum")))


def _heads(field: str, layout: Layout, spell: _Speller) -> tuple[str, ...]:
    brackets = field == "disbursed" and layout.percent == "brackets"
    if layout.shape == "over":
        under = f"under_{field}"
        own = under not in HEADINGS or (field == "budget" and _several(layout))
        return (spell("over_money"), spell(_own(field, layout) if own else under))
    return (spell("disbursed_percent" if brackets else _own(field, layout)),)


def _own(field: str, layout: Layout) -> str:
    if field == "budget" and _several(layout):
        return "allocated"
    return "spent" if field == "disbursed" and layout.spent else field


def _several(layout: Layout) -> bool:
    return bool({"planned", "transferred"} & set(layout.money))


def _periods(layout: Layout, spell: _Speller) -> Iterator[Column]:
    """Put the periods of a year side by side, and their sum where the layout has it."""
    lay = {
        "quarters_added": _quarters,
        "quarters_cumulative": _cumulative,
        "plan_result": _plan_result,
        "months": _months,
    }.get(layout.shape)
    if lay is not None:
        yield from lay(spell, summed="sum" in layout.money)


def _quarters(spell: _Speller, *, summed: bool) -> Iterator[Column]:
    over = spell("over_quarters")
    for n in range(1, 5):
        yield Column(f"quarter {n}", (over, spell("quarter", n)))
    if summed:
        yield Column("sum", (over, spell("quarter_sum")))


def _cumulative(spell: _Speller, *, summed: bool) -> Iterator[Column]:
    assert not summed
    over = spell("over_cumulative")
    for n in range(1, 5):
        yield Column(f"until {n}", (over, spell("quarter", n)))


def _plan_result(spell: _Speller, *, summed: bool) -> Iterator[Column]:
    over = spell("over_plan_result")
    for n in range(1, 5):
        yield Column(f"plan {n}", (over, spell("quarter", n), spell("plan")))
        yield Column(f"quarter {n}", (over, spell("quarter", n), spell("result")))
    if summed:
        yield Column("sum", (over, spell("quarter_sum"), spell("result")))


def _months(spell: _Speller, *, summed: bool) -> Iterator[Column]:
    over = spell("over_months")
    for n, month in enumerate(MONTHS):
        yield Column(f"month {n}", (over, month))
    if summed:
        yield Column("sum", (over, spell("month_sum")))


_MADE = {"money": _money, "progress": _progress}
