"""What a printed figure is about."""

from __future__ import annotations

import pytest
from helpers.rounds import Row, tables
from helpers.summaries import JOINT, PLAN
from hypothesis import given
from hypothesis import strategies as st

from plantrack_nb.core import records
from plantrack_nb.measures.claims import (
    group_key,
    is_total,
    keys_of,
    memo_items,
    printed_figures,
    right_below,
    tells_received,
)

_WORDS = st.text(st.characters(categories=["L", "Nd", "Zs"], include_characters="/.,()\n"))


@given(st.dictionaries(st.from_regex(r"[a-z_]{1,9}", fullmatch=True), _WORDS, min_size=1))
def test_a_subject_gives_back_its_keys(pairs: dict[str, str]) -> None:
    """Whatever words stand behind a key, line breaks too, are read back."""
    assert keys_of("; ".join(f"{name}={value}" for name, value in pairs.items())) == pairs


@pytest.mark.parametrize(
    ("subject", "keys"),
    [
        ("", {}),
        ("level_table", {}),
        ("group=กลุ่มแผน; งานพัสดุ; column=done", {"group": "กลุ่มแผน; งานพัสดุ", "column": "done"}),
        ("item=1; item=2", {"item": "1"}),
    ],
)
def test_odd_subjects(subject: str, keys: dict[str, str]) -> None:
    """Words without a key belong to the key before them; of equal keys the first counts."""
    assert keys_of(subject) == keys


def test_group_keys() -> None:
    """Spelling, order and numbering of owner groups do not matter; only totals are totals."""
    assert group_key("2.ทุกกลุ่ม 1.กลุ่มนโยบายฯ") == group_key(JOINT) == f"{PLAN}|ทุกกลุ่ม"
    assert group_key("") == ""
    assert group_key("ร.ร. วัดตัวอย่าง") == "ร.ร.วัดตัวอย่าง"
    assert [is_total(one) for one in ("รวม", " รวม ทั้งสิ้น", "รวมกลุ่มใหญ่", "")] == [
        True,
        True,
        False,
        False,
    ]


def _printed(*claims: Row) -> list[records.Row]:
    return printed_figures(records.rows(tables(claims=claims)["claims"]))


def test_rows_are_named_officially() -> None:
    """The label of a row has the official names in the printed order."""
    groups = ("กลุ่มนโยบายฯ", "1. ทุกกลุ่ม 2. กลุ่มแผน", "ยอดรวมทั้งสิ้น")
    claims = [{"kind": "level_table", "subject": f"group={one}; column=done"} for one in groups]
    labels = [one.label for one in _printed(*claims)]
    assert labels == [PLAN, f"1.ทุกกลุ่ม 2.{PLAN}", "รวม"]


def test_words_of_activities_are_no_figures_about_the_document() -> None:
    """They are read by the rules on text."""
    assert _printed({"kind": "activity_text", "subject": "project_no=1.1", "value": 1}) == []


def test_items_of_the_memo() -> None:
    """The first amount of each item counts; only the items right below make up another."""
    amounts = [("1", 30), ("1.1", 10), ("1.1", 99), ("1.1.1", 10), ("1.2", 20), ("11.1", 5)]
    claims = [
        {"kind": "memo", "subject": f"item={item}", "value": value, "unit": "baht"}
        for item, value in amounts
    ]
    other = {"kind": "memo", "subject": "item=2", "value": 5, "unit": "project"}
    items = memo_items(_printed(*claims, other))
    assert {item: row.value for item, row in items.items()} == {
        "1": 30, "1.1": 10, "1.1.1": 10, "1.2": 20, "11.1": 5,
    }  # fmt: skip
    assert [row.item for row in right_below("1", items)] == ["1.1", "1.2"]


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
def test_money_received(claim: dict[str, object], received: bool) -> None:
    """It is an amount of the memo as a whole that was given, not one that is expected."""
    usual = {"kind": "memo", "subject": "item=2", "unit": "baht", "raw": "ได้รับการโอนจัดสรร 5 บาท"}
    (one,) = _printed({**usual, "value": 5, **claim})
    assert tells_received(one) is received
