"""Money left, as told in words."""

from __future__ import annotations

import pytest
from helpers.rounds import tables
from helpers.rules import Tables, found
from hypothesis import given, settings
from hypothesis import strategies as st

from plantrack_nb.core.schema import RoundKey

GOAL = "ของโรงเรียนที่รับการตรวจมีการบริหารเงินและพัสดุเป็นไปตามระเบียบ"
TOLD = "โรงเรียนที่รับการตรวจมีการบริหารเงินและพัสดุ เป็นไปตามระเบียบ"


def told(
    percent: str, goal: str = f"2.ร้อยละ 80 {GOAL}", *, status: str = "done", **more: str
) -> Tables:
    """Build a project with two indicators, and an activity that tells a result."""
    key = RoundKey(more.get("district", "0101"), 2565, 2)
    text = more.get("text", f"{TOLD} คิดเป็นร้อยละ {percent}")
    return tables(
        projects=[{"indicators": f"1.ร้อยละ 95 ของผู้เรียนมีคุณลักษณะที่พึงประสงค์\n{goal}"}],
        activities=[{"text": text, "status": status}],
        key=key,
    )


@pytest.mark.parametrize(
    ("label", "fires"),
    [
        ("เงินอุดหนุน คงเหลือ 25,000 บาท", True),
        ("เงินอุดหนุน คงเหลือ 20,000 บาท", False),
        ("เงินอุดหนุน 25,000 บาท", False),
        ("ซื้อวัสดุเหลือใช้ 25,000 บาท", False),
    ],
)
def test_money_left(label: str, fires: bool) -> None:
    """Money left must be budget less disbursed."""
    made = tables(lines=[{"label": label, "budget": 100_000, "disbursed": 80_000}])
    findings = found("text-left", made)
    assert bool(findings) is fires
    for one in findings:
        assert (one.expected, one.found, one.subject) == (
            "20,000",
            "25,000",
            "1.1/label/1/เงินอุดหนุนคงเหลือบาท",
        )


def test_money_left_needs_both_columns() -> None:
    """An empty column proves nothing."""
    made = tables(lines=[{"label": "คงเหลือ 5 บาท", "budget": 100.0, "disbursed": None}])
    assert found("text-left", made) == []


@settings(max_examples=25, deadline=None)
@given(st.integers(1, 10**7), st.integers(0, 10**7), st.integers(-2, 2))
def test_money_left_fires_just_when_it_is_not_the_difference(
    disbursed: int, left: int, off: int
) -> None:
    """What is told as left is budget less disbursed (or all the budget), or it is found."""
    told_left = max(left + off, 0)
    line = {
        "label": f"คงเหลือ {told_left:,} บาท", "budget": disbursed + left, "disbursed": disbursed,
    }  # fmt: skip
    findings = found("text-left", tables(lines=[line]))
    wrong = told_left not in (left, disbursed + left)
    assert [one.expected for one in findings] == [f"{left:,}"] * wrong
