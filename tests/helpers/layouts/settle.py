"""Takes back choices that mean nothing beside the others, so that drawing seldom starts again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from helpers.layouts.layout import PERIODS, Layout

if TYPE_CHECKING:
    from helpers.layouts.true_round import TrueRound

_ONE_PERIOD = ("flat", "over", "over_disbursed")


def settled(layout: Layout, true: TrueRound) -> Layout:
    """Set every choice that does not apply back to the plain one."""
    for settle in (_shape, _rows, _progress, _container):
        layout = settle(layout, true)
    return layout


def _shape(layout: Layout, true: TrueRound) -> Layout:
    """Let several periods stand alone: no parts, and money that proves how they are meant."""
    several = layout.shape in PERIODS or layout.shape == "quarter_sheets"
    money = [one for one in layout.money if one != "sum" or layout.shape in PERIODS]
    if layout.shape not in {"flat", "over"} or not {"remaining", "percent"} & set(money):
        money = [one for one in money if one not in {"planned", "transferred"}]
    if layout.shape in PERIODS:
        money = [one for one in money if one not in {"committed", "disbursed"}]
    beyond = layout.filled == "beyond" and several and true.quarter < 4
    if beyond and layout.shape in PERIODS:
        money = [one for one in money if one not in {"remaining", "percent"}]
    if layout.shape == "over_disbursed":
        money += [one for one in ("disbursed", "percent") if one not in money]
    if layout.shape == "quarters_cumulative":
        money = [one for one in money if one != "sum"]
    if "disbursed" not in money and layout.shape not in PERIODS:
        money = [one for one in money if one in {"budget", "planned"}][-1:] or ["budget"]
    brackets = layout.percent == "brackets" and layout.shape in {"flat", "quarter_sheets"}
    if brackets and layout.amounts != "number":
        money = [one for one in money if one != "percent"]
    return replace(
        layout,
        money=tuple(money),
        filled="beyond" if beyond else "asked",
        percent="number" if layout.percent == "brackets" and not brackets else layout.percent,
        spent=layout.spent and layout.shape == "flat" and "committed" not in money,
        over_all=layout.over_all and layout.shape != "kinds",
    )


def _rows(layout: Layout, true: TrueRound) -> Layout:
    column = layout.strategies == "column"
    parts = layout.parts if layout.shape in _ONE_PERIOD else "none"
    marks = {"items": "dash" if layout.part_mark == "word" else layout.part_mark, "none": "word"}
    grouping = layout.grouping if not column else "none"
    free = column and layout.strategy_cell == "each" and parts == "none"
    sortable = layout.numbering not in {"restart", "dotted", "first_only"}
    shuffled = layout.shuffled and free and sortable
    summary = layout.summary if layout.shape != "quarter_sheets" else "none"
    return replace(
        layout,
        parts=parts,
        part_mark=marks.get(parts, layout.part_mark),
        parts_total=layout.parts_total or parts == "none",
        strategy_cell=layout.strategy_cell if column else "each",
        grouping=grouping,
        shuffled=shuffled,
        subtotals=layout.subtotals and not shuffled and layout.strategies in {"rows", "column"},
        merged_down=layout.merged_down and layout.activities == "rows",
        summary=summary,
    )


def _progress(layout: Layout, true: TrueRound) -> Layout:
    lines = layout.activities == "cell" and layout.progress == "words"
    rows = layout.activities == "rows" or layout.parts == "activities"
    by_part = layout.progress_at == "part" and (lines or rows) and layout.progress != "none"
    owner = "owner" in layout.order
    alone = layout.numbering == "first_only"
    return replace(
        layout,
        prefix="all" if alone else layout.prefix,
        asked=layout.asked or layout.shape == "quarter_sheets",
        progress_at="part" if by_part else "project",
        owner_form=layout.owner_form if owner else "group",
    )


def _container(layout: Layout, true: TrueRound) -> Layout:
    no_merge = layout.container == "csv"
    number = layout.percent == "cell" and (not layout.is_book or layout.thai_digits)
    return replace(
        layout,
        summary=layout.summary if layout.is_book else "none",
        other_sheet=layout.other_sheet and layout.is_book,
        merged_down=layout.merged_down and not no_merge,
        merged_head=layout.merged_head or no_merge,
        heading_place="first"
        if no_merge and layout.heading_place == "merged"
        else layout.heading_place,
        percent="number" if number else layout.percent,
        encoding=layout.encoding if no_merge and layout.progress != "ticks" else "utf-8-sig",
        unit=layout.unit if layout.amounts not in {"dash", "word"} else "baht",
        units_row=layout.units_row and not (layout.unit != "baht" and layout.unit_by == "line"),
        amounts="comma" if layout.thai_digits and layout.amounts == "number" else layout.amounts,
    )
