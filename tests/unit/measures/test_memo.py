"""Figures of memo and summary beside what the same text gives."""

from __future__ import annotations

import math

import pytest
from helpers.rounds import Row, stacked, tables

from plantrack_nb.core import records
from plantrack_nb.core.schema import RoundKey
from plantrack_nb.measures.claims import printed_figures
from plantrack_nb.measures.memo import in_words, tells_received


def told(*claims: Row) -> list[records.Row]:
    """Recompute what these figures of a memo allow."""
    return in_words(printed_figures(records.rows(tables(claims=claims)["claims"])))


def amount(item: str, value: float, **more: object) -> Row:
    """Write an amount of an item, in a paragraph of its own."""
    usual = {"kind": "memo", "unit": "baht", "source_ref": f"L{item}"}
    return {**usual, "subject": f"item={item}", "value": value, **more}


def percent(value: float, text: str = "", **more: object) -> Row:
    """Write a percent of item 2."""
    return amount("2", value, unit="percent", text=text or f"{value:g}", **more)


def test_an_amount_is_the_sum_of_the_items_right_below() -> None:
    """1 is checked against the first amounts of 1.1 and 1.2, not against 1.1.1 or 11.1."""
    items = [("1", 30), ("1.1", 10), ("1.1", 99), ("1.1.1", 10), ("1.2", 20), ("11.1", 5)]
    found = told(*(amount(item, value) for item, value in items))
    assert [(one.item, one.value) for one in found[0].parts] == [("1.1", 10), ("1.2", 20)]
    assert (found[0].exact, found[0].agrees) == (30, True)
    assert all(not one.parts and math.isnan(one.exact) and one.agrees for one in found[1:])


@pytest.mark.parametrize(("printed", "holds"), [(30.004, True), (30.01, False), (31, False)])
def test_a_wrong_sum_is_told(printed: float, holds: bool) -> None:
    """A memo that contradicts itself by more than half a satang does not pass."""
    found = told(amount("1", printed), amount("1.1", 10), amount("1.2", 20))
    assert found[0].agrees is holds


def test_items_of_a_summary_are_no_parts() -> None:
    """Only the memo has items that add up; a single item below is not a list."""
    found = told(amount("1", 5), amount("1.1", 2), amount("1.2", 9, kind="summary"))
    assert not any(one.parts for one in found)


@pytest.mark.parametrize(
    ("printed", "exact", "holds"),
    [(75, 75, True), (133.33, 400 / 3, True), (73, 75, False)],
)
def test_a_percent_is_the_ratio_of_the_amounts_before_it(
    printed: float, exact: float, holds: bool
) -> None:
    """Either way round, and however it was rounded."""
    one = told(amount("2", 200), amount("2", 150), percent(printed))[-1]
    assert (one.exact, one.agrees) == (pytest.approx(exact), holds)
    assert [part.value for part in one.parts] == [200, 150]


def test_what_is_no_ratio_is_left_alone() -> None:
    """One amount, three of them, a nought, amounts behind it or in another paragraph."""
    two = [amount("2", 200), amount("2", 150)]
    for before in ([], two[:1], [*two, two[0]], [two[0], amount("2", 0)]):
        assert told(*before, percent(10))[-1].agrees
    assert told(percent(10), *two)[0].agrees
    assert told(*two, percent(10, source_ref="L9"))[-1].agrees


def test_rounds_do_not_mix() -> None:
    """An item of one office is no part of another's."""
    one = tables(claims=[amount("1", 30), amount("1.1", 10)])
    other = tables(claims=[amount("1.2", 20)], key=RoundKey("0102", 2565, 2))
    figures = printed_figures(records.rows(stacked(one, other)["claims"]))
    assert not any(row.parts for row in in_words(figures))


@pytest.mark.parametrize(
    ("claim", "received"),
    [
        ({}, True),
        ({"subject": "paragraph=L9"}, True),
        ({"subject": "item=1.1"}, False),
        ({"unit": "percent"}, False),
        ({"kind": "summary"}, False),
        ({"raw": "คาดว่าจะได้รับการจัดสรร 5 บาท"}, False),
        ({"raw": "ใช้จ่าย 5 บาท"}, False),
    ],
)
def test_money_received(claim: Row, received: bool) -> None:
    """It is an amount of the memo as a whole that was given, not one that is expected."""
    (one,) = told({**amount("2", 5, raw="ได้รับการโอนจัดสรร 5 บาท"), **claim})
    assert tells_received(one) is received
