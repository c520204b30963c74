"""Draws a layout, and leaves out those over which a careful clerk would be in doubt."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING

from helpers.layouts.doubt import doubtful
from helpers.layouts.layout import PERIODS, Layout
from helpers.layouts.settle import settled

if TYPE_CHECKING:
    from helpers.layouts.true_round import TrueRound

_SIDE = ("target", "indicator", "period", "source", "remark")


def draw_layout(random: Random, true: TrueRound) -> Layout:
    """Draw layouts until one can be read without doubt."""
    while doubtful(layout := settled(_any_layout(random), true), true):
        pass
    return layout


def _any_layout(random: Random) -> Layout:
    """Draw each choice by itself, a few of them unusual at a time."""
    layout = Layout(spelling=random.randrange(1_000_000))
    for draw in (_rows, _money, _progress, _sheets, _looks):
        layout = draw(random, layout)
    return replace(layout, order=_order(random, layout))


def _rows(random: Random, layout: Layout) -> Layout:
    parts = _one(random, none=7, activities=2, items=1)
    return replace(
        layout,
        numbering=_one(
            random, through=6, restart=4, dotted=3, none=2, in_name=2, code=2, first_only=1
        ),
        strategies=_one(random, none=3, rows=4, rows_sums=2, column=3, sheets=2),
        strategy_word=_one(random, กลยุทธ์=6, ยุทธศาสตร์=2, ประเด็นยุทธศาสตร์=1),
        strategy_cell=_one(random, each=3, first=2, merged=1),
        shuffled=_maybe(random, 0.4),
        grouping=_one(random, none=8, plans=1, plans_sums=1, groups=1, groups_sums=1),
        parts=parts,
        part_mark=_one(random, word=2, dotted=3, dash=1, paren=1),
        parts_total=_maybe(random, 0.6),
        activities="none" if parts != "none" else _one(random, none=5, rows=3, cell=2),
        merged_down=_maybe(random, 0.5),
        subtotals=_maybe(random, 0.25),
        total=_maybe(random, 0.6),
    )


def _money(random: Random, layout: Layout) -> Layout:
    shape = _one(
        random,
        flat=8, over=4, over_disbursed=2, kinds=2, quarters_added=2, quarters_cumulative=1.5,
        plan_result=1.5, months=1.5, quarter_sheets=2,
    )  # fmt: skip
    there = {
        "planned": 0.08,
        "budget": 0.75 if shape == "kinds" else 1.0,
        "transferred": 0.12,
        "committed": 0.25,
        "disbursed": 0.0 if shape in PERIODS else 0.95,
        "sum": 0.5 if shape in PERIODS else 0.0,
        "remaining": 0.5,
        "percent": 0.5,
    }
    money = [column for column, often in there.items() if _maybe(random, often)]
    if {"remaining", "percent"} <= set(money) and _maybe(random, 0.4):
        money[-2:] = money[:-3:-1]
    return replace(
        layout,
        money=tuple(money),
        shape=shape,
        spent=_maybe(random, 0.3),
        percent=_one(random, number=3, sign=2, cell=2, brackets=1),
        filled=_one(random, asked=1, beyond=1),
        unit=_one(random, baht=8, thousand=1, million=1),
        unit_by=_one(random, line=1, head=1),
        amounts=_one(random, number=4, comma=3, decimals=2, dash=1, word=1),
        zero=_one(random, blank=4, dash=3, nought=2, noughts=1),
        thai_digits=_maybe(random, 0.06),
    )


def _progress(random: Random, layout: Layout) -> Layout:
    return replace(
        layout,
        progress=_one(random, words=5, percent=3, none=2, over=1, fraction=1, ticks=2),
        progress_at=_one(random, project=2, part=2),
        owner_form=_one(random, group=4, person=1, beside=1),
        prefix=_one(random, all=4, none=1, mixed=1),
    )


def _sheets(random: Random, layout: Layout) -> Layout:
    if layout.strategies == "sheets" and layout.shape == "quarter_sheets":
        layout = replace(layout, strategies="rows")
    books = layout.strategies == "sheets" or layout.shape == "quarter_sheets"
    others = 0 if books else 3
    return replace(
        layout,
        container=_one(random, xlsx=8, xls=3, ods=3, html=others, csv=1.5 * others),
        encoding=_one(random, **{"utf-8-sig": 3, "utf-8": 2, "cp874": 2}),
        summary=_one(random, none=6, first=1, last=1),
        other_sheet=_maybe(random, 0.1),
    )


def _looks(random: Random, layout: Layout) -> Layout:
    titles = _one(random, full=5, short=3, none=2, other_quarter=0.7)
    return replace(
        layout,
        over_all=_maybe(random, 0.15),
        merged_head=_maybe(random, 0.7),
        units_row=_maybe(random, 0.15),
        numbers_row=_maybe(random, 0.1),
        head_again=_maybe(random, 0.1),
        titles=titles,
        asked=titles in {"none", "other_quarter"} or _maybe(random, 0.75),
        heading_place=_one(random, first=2, merged=2, name=1),
        notes=_maybe(random, 0.3),
        signature=_maybe(random, 0.2),
        blank_rows=_maybe(random, 0.3),
        blank_column=_maybe(random, 0.08),
    )


def _order(random: Random, layout: Layout) -> tuple[str, ...]:
    """Put the blocks in order: number and name ahead as a rule, the rest in any order."""
    number = {"none": [], "in_name": [], "code": ["code"]}.get(layout.numbering, ["no"])
    named = [*number, "name"]
    if layout.strategies == "column":
        named.insert(random.choice((0, len(named))), "strategy")
    rest = [block for block in _SIDE if _maybe(random, 0.25)]
    rest.append("money")
    rest += ["progress"] if layout.progress != "none" else []
    rest += ["activities"] if layout.activities != "none" else []
    if _maybe(random, 0.8):
        rest.append("owner")
    if _maybe(random, 0.8):
        rest.sort(key=_USUAL.index)
    else:
        random.shuffle(rest)
    at = random.randint(0, len(rest)) if _maybe(random, 0.05) else 0
    return (*rest[:at], *named, *rest[at:])


_USUAL = (
    "activities", "target", "indicator", "period", "source", "money", "progress", "owner", "remark",
)  # fmt: skip


def _one(random: Random, **weights: float) -> str:
    return random.choices(list(weights), list(weights.values()))[0]


def _maybe(random: Random, often: float) -> bool:
    return random.random() < often
