"""Says over which layouts a careful clerk would be in doubt; those are left out.

Each function names one ground; what a layout may be is everything that none of them forbids.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from helpers.layouts.layout import PERIODS, Layout

if TYPE_CHECKING:
    from helpers.layouts.true_round import TrueRound

_ONE_PERIOD = ("flat", "over", "over_disbursed")


def doubtful(layout: Layout, true: TrueRound) -> bool:
    """Tell whether the layout could be read in two ways, or cannot be written."""
    return any(ground(layout, true) for ground in _GROUNDS)


def _cannot_be_written(layout: Layout, true: TrueRound) -> bool:
    sheets = layout.strategies == "sheets" or layout.shape == "quarter_sheets"
    sheets |= layout.summary != "none" or layout.other_sheet
    return (
        (sheets and not layout.is_book)
        or (layout.thai_digits and layout.amounts == "number")
        or (layout.unit != "baht" and layout.amounts in {"dash", "word"})
        or (layout.percent == "cell" and (layout.container == "csv" or layout.thai_digits))
        or (layout.percent == "cell" and layout.container == "html")
        or (layout.merged_down and layout.container == "csv")
        or (layout.encoding == "cp874" and layout.progress == "ticks")
        or (layout.heading_place == "merged" and layout.container == "csv")
    )


def _odd(layout: Layout, true: TrueRound) -> bool:
    """Nobody does this."""
    return (
        layout.head_rows > 4
        or (layout.strategies == "sheets" and layout.shape == "quarter_sheets")
        or (layout.summary != "none" and layout.shape == "quarter_sheets")
        or (layout.strategies == "sheets" and len(true.strategies) < 2)
        or (layout.subtotals and layout.strategies not in {"rows", "column"})
        or (layout.merged_down and layout.activities != "rows")
        or (layout.strategy_cell != "each" and layout.strategies != "column")
        or (layout.units_row and layout.unit_by == "line" and layout.unit != "baht")
        or (layout.grouping != "none" and layout.strategies == "column")
        or (layout.spent and "disbursed" not in layout.money)
    )


def _numbers(layout: Layout, true: TrueRound) -> bool:
    """Numbers that begin again need their strategy beside them."""
    by_strategy = layout.numbering == "restart" and layout.strategies == "none"
    marked = layout.part_mark == "dotted" and layout.numbering in {"none", "code", "first_only"}
    by_group = layout.numbering == "dotted" and layout.strategies == "none"
    by_strategy |= by_group and layout.grouping != "none"
    alone = layout.numbering == "first_only"
    by_strategy |= alone and (layout.strategies == "sheets" or layout.prefix != "all")
    return by_strategy or (layout.parts != "none" and marked)


def _parts(layout: Layout, true: TrueRound) -> bool:
    """Tell a part from a project, and let it carry all its money."""
    if layout.parts == "none":
        return layout.part_mark != "word" or not layout.parts_total
    told = layout.numbering not in {"none", "first_only"} or layout.prefix == "all"
    same_mark = layout.numbering == "in_name" and layout.part_mark == "paren"
    items = layout.parts == "items" and (layout.part_mark == "word" or layout.progress_at == "part")
    return not told or same_mark or items or layout.shape not in _ONE_PERIOD or layout.shuffled


def _order(layout: Layout, true: TrueRound) -> bool:
    """Projects out of order need their strategy on each row."""
    free = layout.strategies == "column" and layout.strategy_cell == "each"
    return layout.shuffled and (
        not free or layout.subtotals or layout.numbering in {"restart", "dotted", "first_only"}
    )


def _periods(layout: Layout, true: TrueRound) -> bool:
    """Only a sum, a remainder or a percent proves whether periods are to be added up."""
    proved = {"remaining", "percent"} & set(layout.money)
    several = layout.shape in PERIODS or layout.shape == "quarter_sheets"
    if layout.filled == "beyond" and (true.quarter == 4 or not several):
        return True
    if layout.shape in {"quarters_added", "plan_result", "months"}:
        proof = (
            "sum" in layout.money if layout.filled == "beyond" else proved or "sum" in layout.money
        )
        return not proof or (layout.filled == "beyond" and bool(proved))
    if layout.shape == "quarters_cumulative":
        return "sum" in layout.money or (layout.filled == "beyond" and bool(proved))
    return layout.shape == "quarter_sheets" and not proved


def _money(layout: Layout, true: TrueRound) -> bool:
    """Which of several amounts is the budget must show, and what ใช้จ่าย means."""
    money = set(layout.money)
    proved = bool({"remaining", "percent"} & money)
    several = bool({"planned", "transferred"} & money)
    flat = layout.shape in {"flat", "quarter_sheets"}
    brackets = layout.percent == "brackets" and (
        "percent" in money or not flat or layout.amounts == "number" or "disbursed" not in money
    )
    return (
        (several and not (proved and layout.shape in {"flat", "over"}))
        or (layout.spent and (not proved or "committed" in money))
        or (layout.shape == "over_disbursed" and not {"percent", "disbursed"} <= money)
        or (not {"disbursed"} & money and layout.shape not in PERIODS and len(money) > 1)
        or ("committed" in money and layout.shape in PERIODS)
        or (layout.shape == "kinds" and layout.over_all)
        or brackets
    )


def _progress(layout: Layout, true: TrueRound) -> bool:
    """Progress of a part needs a row, or a line, of that part."""
    if layout.progress_at != "part":
        return False
    lines = layout.activities == "cell" and layout.progress == "words"
    rows = layout.activities == "rows" or layout.parts == "activities"
    return not (lines or rows) or layout.progress == "none"


def _places(layout: Layout, true: TrueRound) -> bool:
    """Let what is done stand behind the name of what it is done for."""
    order = [one for one in layout.order if one in {"name", "activities"}]
    return order == ["activities", "name"]


def _who(layout: Layout, true: TrueRound) -> bool:
    """Group headings stand for one leading group."""
    owner = "owner" in layout.order
    return not owner and layout.owner_form != "group"


def _round(layout: Layout, true: TrueRound) -> bool:
    """Ask for the round, or let the titles say it."""
    silent = layout.titles in {"none", "other_quarter"} and not layout.asked
    several = layout.shape in PERIODS or layout.shape == "quarter_sheets"
    silent |= layout.shape == "quarter_sheets" and not layout.asked
    return silent or (layout.titles == "other_quarter" and several)


_GROUNDS: tuple[Callable[[Layout, TrueRound], bool], ...] = (
    _cannot_be_written,
    _odd,
    _numbers,
    _parts,
    _order,
    _periods,
    _money,
    _progress,
    _places,
    _who,
    _round,
)
