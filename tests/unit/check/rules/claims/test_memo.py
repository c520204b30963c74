"""The memo's figures."""

from __future__ import annotations

import pytest
from helpers.checking import run_rule, subjects
from helpers.rounds import Row, tables
from helpers.summaries import LINES, PLAN, claim, contents, memo, strategy_table, summed_up
from hypothesis import given, settings
from hypothesis import strategies as st

from plantrack_nb.core.findings import Severity


def test_items_that_do_not_add_up() -> None:
    """An item that is not the sum of those below it is an error with all of them."""
    made = tables(claims=[memo("1", 100), memo("1.1", 60), memo("1.2", 30), memo("1.2.1", 5)])
    (one,) = run_rule("claim-memo-sum", made)
    assert (one.subject, one.expected, one.found) == ("item 1", "90", "100")
    assert [ref.ref for ref in one.refs] == ["item 1", "item 1.1", "item 1.2"]
    assert one.severity is Severity.ERROR
    assert "ต่างกัน 10 บาท" in one.message


@pytest.mark.parametrize(
    ("parts", "hint"),
    [
        ((69500, 30000), "เป็น 30,500 บาท แทน 30,000 บาท"),
        ((51000, 85000), "เป็น 15,000 บาท แทน 51,000 บาท"),
        ((20000, 20000), "ตรวจข้อย่อยทีละข้อ"),
        ((99500, 1000), "เป็น 99,000 บาท แทน 99,500 บาท"),
        ((60000, 30000), "ตรวจข้อย่อยทีละข้อ"),
    ],
)
def test_the_one_slip_that_explains(parts: tuple[int, int], hint: str) -> None:
    """The only item in which one digit, or two swapped, explain the difference is named."""
    made = tables(claims=[memo("1", 100000), memo("1.1", parts[0]), memo("1.2", parts[1])])
    assert hint in run_rule("claim-memo-sum", made)[0].hint


@settings(deadline=None)
@given(st.lists(st.integers(1, 10**9), min_size=2, max_size=6))
def test_items_that_add_up_are_silent(amounts: list[int]) -> None:
    """Items that add up are never found; a satang more is."""
    below = [memo(f"1.{at}", amount) for at, amount in enumerate(amounts, 1)]
    assert not subjects("claim-memo-sum", tables(claims=[memo("1", sum(amounts)), *below]))
    assert subjects("claim-memo-sum", tables(claims=[memo("1", sum(amounts) + 0.01), *below]))


def test_items_that_prove_nothing() -> None:
    """One item below, later amounts of an item, and other units prove nothing."""
    rows: list[Row] = [memo("1", 100), memo("1.1", 60)]
    assert not subjects("claim-memo-sum", tables(claims=rows))
    rows += [memo("1.2", 40), memo("1.2", 7), memo("1.3", 5, unit="project")]
    assert not subjects("claim-memo-sum", tables(claims=rows))


def _paragraph(*figures: tuple[float, str]) -> list[Row]:
    return [
        {**claim("memo", "item=2.1", value, unit), "source_ref": "L33"} for value, unit in figures
    ]


def test_percent_of_the_two_amounts_before_it() -> None:
    """A percent behind two amounts must be one of the other."""
    (one,) = run_rule(
        "claim-memo-percent",
        tables(claims=_paragraph((50000, "baht"), (40000, "baht"), (78.4, "percent"))),
    )
    assert (one.subject, one.expected, one.found) == ("memo/2.1", "80", "78.40")
    assert one.severity is Severity.ERROR


@pytest.mark.parametrize(
    "figures",
    [
        ((50000, "baht"), (40000, "baht"), (80, "percent")),
        ((40000, "baht"), (50000, "baht"), (80, "percent")),
        ((50000, "baht"), (40000, "baht"), (125, "percent")),
        ((50000, "baht"), (40000, "baht"), (7, "baht"), (78, "percent")),
        ((50000, "baht"), (78, "percent")),
        ((78, "percent"), (50000, "baht"), (40000, "baht")),
        ((50000, "baht"), (0, "baht"), (78, "percent")),
        ((50000, "baht"), (40000, "baht"), (78, "project")),
    ],
)
def test_percents_that_agree_or_prove_nothing(figures: tuple[tuple[float, str], ...]) -> None:
    """A percent either way round agrees; with one amount, or three, nothing is proved."""
    assert not subjects("claim-memo-percent", tables(claims=_paragraph(*figures)))


def test_percents_in_other_paragraphs() -> None:
    """Amounts of another paragraph do not count."""
    rows = _paragraph((50000, "baht"), (40000, "baht"))
    rows += [{**claim("memo", "item=2.2", 78, "percent"), "source_ref": "L35"}]
    assert not subjects("claim-memo-percent", tables(claims=rows))


def test_memo_total() -> None:
    """Money received that the table does not hold is a warning with the difference."""
    made = summed_up(claims=[memo("1", 120000, "ได้รับจัดสรรจาก สพฐ. 120,000 บาท")])
    (one,) = run_rule("claim-memo-total", made)
    assert (one.expected, one.found, one.severity) == ("100,000", "120,000", Severity.WARNING)
    assert "ขาด 20,000 บาท" in one.message
    assert one.hint.startswith("ตรวจว่า")
    less = summed_up(claims=[memo("1", 99999.99, "ได้รับการจัดสรร")])
    assert "เกิน 0.01 บาท" in run_rule("claim-memo-total", less)[0].message


@pytest.mark.parametrize(
    "row",
    [
        memo("1", 120000, "คาดว่าจะได้รับจัดสรร"),
        memo("1.1", 120000, "ได้รับจัดสรร"),
        memo("1", 120000, "ใช้ไป"),
        memo("1", 120000, "ได้รับจัดสรร", unit="project"),
        memo("1", 100000, "ได้รับจัดสรร"),
    ],
)
def test_other_amounts_of_the_memo(row: Row) -> None:
    """Money expected, items below, other sentences and units are not the district's money."""
    assert not subjects("claim-memo-total", summed_up(claims=[row]))


def _incomplete(amount: float) -> str:
    """Hint on a memo of a round with three holes: a part, a percent and an absent project."""
    lines = [
        {**LINES[0], "budget": 9000, "label": "ประชุม (9,500)"},
        *LINES[1:3],
    ]
    projects = [
        {"project_no": "1.1", "owner_groups": PLAN},
        {"project_no": "1.2", "owner_groups": "กลุ่มอำนวยการ"},
        {"project_no": "2.1", "owner_groups": PLAN},
    ]
    claims = [
        memo("1", amount, "ได้รับจัดสรร"),
        claim("contents", "strategy_no=2", 2, "project"),
        claim("strategy_table", f"group={PLAN}; strategy_no=2; column=projects", 2, "project"),
        claim(
            "strategy_table",
            f"group={PLAN}; strategy_no=2; column=disbursed_pct",
            20,
            "percent",
            "20.00",
        ),
    ]
    activities = [{"project_no": "1.1", "text": "ประชุม (9,500)"}]
    made = summed_up(projects=projects, lines=lines, claims=claims, activities=activities)
    return run_rule("claim-memo-total", made)[0].hint


def test_what_other_findings_explain_of_the_difference() -> None:
    """The difference is explained where it lies between what the holes least and most hold."""
    listed = "โครงการ 1.1 500 บาท; โครงการ 2.2 19,975–20,013 บาท"
    assert _incomplete(59000 + 500 + 20000).endswith(listed)
    assert _incomplete(59000 + 500 + 19975.5).endswith(listed)
    assert _incomplete(59000 + 500 + 19970).startswith("ตรวจว่า")
    assert _incomplete(59000 + 500 + 20020).startswith("ตรวจว่า")


def test_a_wrong_percent_may_be_what_is_missing() -> None:
    """A percent that a larger budget would make right counts among the holes."""
    claims = [
        *contents(),
        *strategy_table({(PLAN, "2"): 25}),
        memo("1", 110000, "ได้รับจัดสรร"),
    ]
    hint = run_rule("claim-memo-total", summed_up(claims=claims))[0].hint
    assert f"“{PLAN}” กลยุทธ์ที่ 2" in hint
