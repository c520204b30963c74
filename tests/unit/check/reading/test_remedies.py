"""Which change would make a printed percent of a group right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pytest
from helpers.summaries import LINES, OFFICE, PLAN, PROJECTS, strategy_table, summed_up
from hypothesis import given
from hypothesis import strategies as st

from plantrack_nb.check.causes import id_of
from plantrack_nb.check.facts import Facts
from plantrack_nb.check.reading.remedies import (
    Remedy,
    budget_between,
    for_percent,
    lines_of,
    wrong_percents,
)

if TYPE_CHECKING:
    from helpers.rounds import Row

SECOND = (PLAN, "2")
OTHERS = (*LINES[:2], LINES[3])
ANEW = "คำนวณใหม่จากผลรวมเบิกจ่าย ÷ ผลรวมงบประมาณ"


def _facts(printed: float | None, *lines: Row, parts: Sequence[Row] = ()) -> Facts:
    """Make a round with one percent printed for 2.1, and that project's lines."""
    claims = strategy_table({SECOND: printed})
    own = [{"project_no": "2.1", "line_no": at, **one} for at, one in enumerate(lines, 1)]
    return Facts(summed_up(lines=[*OTHERS, *own], activities=parts, claims=claims))


def _remedy(printed: float | None, *lines: Row, parts: Sequence[Row] = ()) -> Remedy:
    """Return what is advised for the one wrong percent."""
    facts = _facts(printed, *lines, parts=parts)
    (row,) = wrong_percents(facts)
    return for_percent(facts, row)


def _parts(*amounts: str) -> list[Row]:
    texts = [f"ประชุมครั้งแรก ({amounts[0]})", *(f"งานอื่น ({one})" for one in amounts[1:])]
    return [
        {"project_no": "2.1", "text": one, "activity_no": str(at)}
        for at, one in enumerate(texts, 1)
    ]


def _line(budget: float, disbursed: float, first: str = "") -> Row:
    return {"budget": budget, "disbursed": disbursed, "label": f"ประชุมครั้งแรก ({first})"}


def test_the_percent_that_a_line_prints() -> None:
    """Of small amounts too: 33.33 of 30 baht are 10, and nothing else is changed."""
    told = _remedy(33.33, {"budget": 30, "disbursed": 1, "reported_pct": 33.33})
    assert told == Remedy(
        "ร้อยละ 33.33 จะถูกต้องพอดีเมื่อเบิกจ่ายของโครงการ 2.1 รายการที่ 1 เป็น 10 บาท แทน 1 บาท",
        id_of("amount-percent", "2.1/line 1"),
    )


def test_the_amounts_that_its_parts_tell() -> None:
    """Of small amounts too: the parts of a line of 2,900 come to 3,000."""
    parts = _parts("1,600", "1,400")
    told = _remedy(33.33, _line(2900, 1000, "1,600"), parts=parts)
    assert told == Remedy(
        "ร้อยละ 33.33 จะถูกต้องพอดีเมื่องบประมาณของโครงการ 2.1 รายการที่ 1 เป็น 3,000 บาท แทน 2,900 บาท",
        id_of("amount-parts", "2.1/line 1"),
    )


def test_a_line_behind_one_without_money() -> None:
    """A line without a budget of its own hides none behind it."""
    awaited = {"budget": None, "disbursed": None, "reported_pct": 50}
    told = _remedy(0.5, awaited, {"budget": 3000, "disbursed": 100, "reported_pct": 0.5})
    assert told.because_of == id_of("amount-percent", "2.1/line 2")


def test_no_single_change() -> None:
    """Where no other reading gives the percent, it is said by how much the sums are off."""
    told = _remedy(45, {"budget": 4, "disbursed": 1, "reported_pct": 70})
    assert told == Remedy(
        "ร้อยละ 45 จะถูกต้องเมื่อเบิกจ่ายรวมมากกว่าที่พิมพ์ประมาณ 1 บาท หรืองบประมาณรวมน้อยกว่าที่พิมพ์ประมาณ 2 บาท"
    )
    assert "น้อยกว่าที่พิมพ์ประมาณ 8,500 บาท" in _remedy(0.5, {"budget": 100_000, "disbursed": 9000}).hint


def test_a_zero_or_a_dash_beside_money() -> None:
    """No other reading is sought for what stands for nothing."""
    parts = _parts("9,000,000", "9,000,000")
    for printed in (0, None):
        assert _remedy(printed, _line(30_000, 10_000, "9,000,000"), parts=parts) == Remedy(ANEW)


@pytest.mark.parametrize(("printed", "wrong"), [(0.5, 1), (0, 0), (None, 0)])
def test_a_percent_of_nothing(printed: float | None, wrong: int) -> None:
    """Of a row without money any percent is wrong, however small."""
    facts = Facts(summed_up(claims=strategy_table({(OFFICE, "2"): printed})))
    assert [for_percent(facts, one).hint for one in wrong_percents(facts)] == [ANEW] * wrong


def test_the_lines_of_all_projects_in_a_row() -> None:
    """A row of two projects sums up the lines of both, whether or not its count is printed."""
    projects = [*PROJECTS, {"project_no": "2.4", "owner_groups": PLAN}]
    lines = [*LINES, {"project_no": "2.4", "line_no": 1, "budget": 5, "disbursed": 5}]
    claims = strategy_table({SECOND: 90})
    facts = Facts(summed_up(projects=projects, lines=lines, claims=claims))
    (row,) = wrong_percents(facts)
    assert [one.project_no for one in lines_of(facts, row)] == ["2.1", "2.4"]
    bare = [one for one in claims if "disbursed_pct" in str(one["subject"])]
    facts = Facts(summed_up(projects=projects, lines=lines, claims=bare))
    (row,) = wrong_percents(facts)
    assert [one.project_no for one in lines_of(facts, row)] == ["2.1", "2.4"]


@pytest.mark.parametrize(
    ("printed", "least", "greatest"),
    [(20, 17_619, 21_282), (0.5, 1_636_667, 2_192_222), (0, 0, 0), (50, 0, 0), (None, 0, 0)],
)
def test_how_much_larger_a_budget(printed: float | None, least: float, greatest: float) -> None:
    """A smaller percent than found may come from money that is missing; no other can."""
    (row,) = wrong_percents(_facts(printed, {"budget": 30_000, "disbursed": 10_000}))
    assert budget_between(row) == pytest.approx((least, greatest), abs=1)


@given(st.integers(1, 32))
def test_a_budget_between_gives_the_percent(printed: int) -> None:
    """With the least or the greatest amount more, the percent rounds or cuts to the printed one."""
    (row,) = wrong_percents(_facts(printed, {"budget": 30_000, "disbursed": 10_000}))
    percents = [100 * row.disbursed / (row.budget + more) for more in budget_between(row)]
    assert percents == pytest.approx([printed + 1, printed - 0.5])
