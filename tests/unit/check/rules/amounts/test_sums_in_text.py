"""Amounts in words against the money columns."""

from __future__ import annotations

from typing import Any

import pytest
from helpers.checking import run_rule, subjects
from helpers.rounds import stacked, tables
from hypothesis import given, settings
from hypothesis import strategies as st

from plantrack_nb.check.reading.budget_lines import remark
from plantrack_nb.core.findings import Severity
from plantrack_nb.core.schema import RoundKey


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("ประชุม (96,000) ประจำปี", 96000),
        ("พบปะ (3,900-)", 3900),
        ("อบรม (500.-)", 500),
        ("อบรม (ใช้งบ 500 บาท)", 500),
        ("อบรม (งบประมาณ 1,500.50 บาท)", 1500.5),
        ("อบรม (๙๖,๐๐๐)", 96000),
    ],
)
def test_remarks(text: str, amount: float) -> None:
    """An amount in brackets is read however it is marked."""
    assert remark(text) == amount


@pytest.mark.parametrize(
    "text", ["ภาคเรียนที่ 2/2564 (70)", "ปี (2565)", "อบรม 96,000 บาท", "", "(70 คน)", "<b>(x)</b> 😀"]
)
def test_no_remarks(text: str) -> None:
    """Other numbers in brackets, and amounts outside them, are no remark."""
    assert remark(text) != remark(text)


def _parts(budget: float, *texts: str, second: str = "") -> dict[str, Any]:
    numbered = [{"activity_no": str(at), "text": text} for at, text in enumerate(texts, 1)]
    lines = [{"line_no": 1, "label": texts[0], "budget": budget}]
    if second:
        lines.append({"line_no": 2, "label": second, "budget": 7.0})
    return tables(projects=[{"project_no": "1.1"}], lines=lines, activities=numbered)


def test_parts_above_the_budget() -> None:
    """Parts that exceed the budget are an error with every cell involved."""
    found = run_rule("amount-parts", _parts(49000, "ประชุม (46,000)", "พบปะ (3,900-)", "สรุปผล"))
    assert [(one.severity, one.expected, one.found) for one in found] == [
        (Severity.ERROR, "49,900", "49,000")
    ]
    assert [one.ref for one in found[0].refs] == [
        "budget_lines!A1",
        "activities!A1",
        "activities!A2",
    ]
    assert "มากกว่า" in found[0].message
    assert "900" in found[0].message


def test_parts_below_the_budget() -> None:
    """Parts that do not reach the budget are a warning, once every activity tells its part."""
    found = run_rule("amount-parts", _parts(50000, "ประชุม (46,000)", "พบปะ (3,900-)"))
    assert [one.severity for one in found] == [Severity.WARNING]
    assert "น้อยกว่า" in found[0].message
    assert not subjects("amount-parts", _parts(50000, "ประชุม (46,000)", "พบปะ (3,900-)", "สรุป"))


@pytest.mark.parametrize(
    "given_tables",
    [
        _parts(49900, "ประชุม (46,000)", "พบปะ (3,900-)"),
        _parts(49900, "ทั้งหมด (49,900)", "ประชุม (46,000)", "พบปะ (3,900-)"),
        _parts(49900, "ประชุม", "พบปะ"),
        _parts(0, "ประชุม (46,000)"),
        _parts(46000, "ประชุม (46,000)", "อบรม", "สรุป", second="อบรม"),
        _parts(46000, "ประชุม (46,000)", "ดูงาน (3,900)", second="ไม่พบในกิจกรรม"),
    ],
)
def test_parts_that_agree_or_cannot_be_told(given_tables: dict[str, Any]) -> None:
    """Silent: sums that agree, the whole among its parts, other lines' parts, unknown lines."""
    assert not subjects("amount-parts", given_tables)


def test_parts_of_the_second_line() -> None:
    """What stands under the next line's activity belongs to that line."""
    found = subjects(
        "amount-parts", _parts(46000, "ประชุม (46,000)", "อบรม", "ดูงาน (3,900)", "จบ", second="อบรม")
    )
    assert found == ["1.1/line 2"]


def test_sub_activities_are_no_parts() -> None:
    """Amounts of sub-activities are not added to those of the main ones."""
    made = tables(
        projects=[{}],
        lines=[{"label": "ประชุม", "budget": 100}],
        activities=[
            {"text": "ประชุม"},
            {"text": "ย่อย (5,000)", "activity_no": "1-1", "parent_no": "1"},
        ],
    )
    assert not subjects("amount-parts", made)


@settings(deadline=None)
@given(st.lists(st.integers(1000, 10**7), min_size=1, max_size=5))
def test_parts_that_add_up_are_silent(amounts: list[int]) -> None:
    """A budget that is the sum of what its activities tell is never found."""
    texts = [f"กิจกรรม {at} ({amount:,})" for at, amount in enumerate(amounts)]
    assert not subjects("amount-parts", _parts(sum(amounts), *texts))
    assert subjects("amount-parts", _parts(sum(amounts) - 0.01, *texts)) or len(amounts) == 1


def _told(text: str, disbursed: float | None = 0, state: str = "budgeted") -> dict[str, Any]:
    return tables(
        projects=[{"budget_state": state}],
        lines=[{"budget": 100000, "disbursed": disbursed}],
        activities=[{"text": text}],
    )


@pytest.mark.parametrize(
    "text", ["(อนุมัติใช้งบประจำเบิกจ่าย 4,000.50 บาท)", "(ใช้งบ 5,000 บาท)", "ใช้จ่ายไปแล้วเป็นเงิน 700 บาท"]
)
@pytest.mark.parametrize("disbursed", [0, None])
def test_spent_in_words(text: str, disbursed: float | None) -> None:
    """Words that tell of money spent while the column has none are a warning."""
    found = run_rule("amount-text-spent", _told(text, disbursed))
    assert [(one.subject, one.severity) for one in found] == [("1.1", Severity.WARNING)]
    assert [one.ref for one in found[0].refs] == ["budget_lines!A1", "activities!A1"]


@pytest.mark.parametrize(
    "text",
    [
        "ยังไม่เบิกจ่าย 4,000 บาท",
        "รอเบิกจ่าย 4,000 บาท",
        "จะใช้จ่าย 4,000 บาท",
        "เบิกจ่าย 4,000 บาท/คน",
        "ค่าเช่า 4,000 บาท",
        "เบิกจ่ายแล้ว",
    ],
)
def test_not_spent_in_words(text: str) -> None:
    """Money not yet spent, rates, and amounts without such a word are nothing."""
    assert not subjects("amount-text-spent", _told(text))


def test_spent_in_words_and_in_the_column() -> None:
    """The column may hold as much as the words tell, or more; a satang less is found."""
    assert not subjects("amount-text-spent", _told("เบิกจ่าย 4,000 บาท", 4000))
    assert subjects("amount-text-spent", _told("เบิกจ่าย 4,000 บาท", 3999.99))


def test_spent_in_words_once_a_project() -> None:
    """Several activities of a project give one finding that lists their amounts."""
    made = tables(
        projects=[{}],
        lines=[{"budget": 100000, "disbursed": 0}, {"line_no": 2, "budget": 1}],
        activities=[{"text": "ใช้งบ 500 บาท"}, {"text": "ใช้งบ 700 บาท", "activity_no": "2"}],
    )
    (one,) = run_rule("amount-text-spent", stacked(made, tables(key=RoundKey("0102", 2565, 2))))
    assert "500, 700" in one.message
    assert one.expected.endswith(" 1,200")
    assert [cell.row for cell in one.cells] == ["1.1/1", "1.1/2"]


def test_an_amount_within_another_counts_once() -> None:
    """What a sub-activity tells is part of what the activity above it tells."""
    texts = {"1": "เบิกจ่าย 900 บาท", "1-1": "เบิกจ่าย 500 บาท", "2": "เบิกจ่าย 100 บาท"}
    acts = [{"activity_no": no, "text": text} for no, text in texts.items()]
    (one,) = run_rule(
        "amount-text-spent", tables(projects=[{}], lines=[{"disbursed": 0}], activities=acts)
    )
    assert one.expected == "ไม่น้อยกว่า 1,000"


@pytest.mark.parametrize(
    ("text", "mark", "disbursed", "found"),
    [
        ("เช่าสัญญาณและเบิกจ่ายเงินให้แก่ผู้รับจ้าง", {"progress_pct": 74.95}, 0, True),
        ("จ่ายเงินให้วิทยากร", {"status": "done"}, 0, True),
        ("จ่ายเงินให้วิทยากร", {"status": "in_progress"}, 0, False),
        ("จ่ายเงินให้วิทยากร", {"status": "in_progress", "progress_pct": 0}, 0, False),
        ("จ่ายเงินให้วิทยากร", {"status": "in_progress", "progress_pct": 0.5}, 0, True),
        ("จ่ายเงินให้วิทยากร", {"status": "done"}, 10, False),
        ("รอจ่ายเงินให้วิทยากร", {"status": "done"}, 0, False),
        ("ติดตามการใช้จ่ายเงินให้เป็นไปตามแผน", {"status": "done"}, 0, False),
        ("ชี้แจงการจ่ายเงินแก่โรงเรียน", {"status": "done"}, 0, False),
    ],
)
def test_payment_in_words_without_an_amount(
    text: str, mark: dict[str, object], disbursed: float, found: bool
) -> None:
    """Where nothing at all is disbursed, the words of a payment that is made are enough."""
    act = {"status": "in_progress", "text": text, **mark}
    made = tables(projects=[{}], lines=[{"budget": 100, "disbursed": disbursed}], activities=[act])
    assert bool(subjects("amount-text-spent", made)) is found


PAID = "จ่ายเงินให้วิทยากรอบรมครูผู้ช่วยรุ่นที่สอง"


@pytest.mark.parametrize(
    ("acts", "said", "expected"),
    [
        (
            [
                {"text": PAID, "status": "done"},
                {"text": PAID, "activity_no": "", "status": "in_progress", "progress_pct": 60},
            ],
            f"ว่าจ่ายเงินแล้วในกิจกรรม 1 (สำเร็จแล้ว) และ “{PAID[:30]}…” (ร้อยละ 60)",
            "มียอดเบิกจ่าย",
        ),
        (
            [{"text": "ใช้งบ 0.50 บาท"}, {"text": PAID, "activity_no": "2", "status": "done"}],
            "ว่าใช้หรือเบิกจ่ายเงิน 0.50 บาท และว่าจ่ายเงินแล้วในกิจกรรม 2 (สำเร็จแล้ว)",
            "ไม่น้อยกว่า 0.50",
        ),
    ],
)
def test_what_is_said_of_money_in_words(
    acts: list[dict[str, Any]], said: str, expected: str
) -> None:
    """Amounts, and payments with how far their activity is, one behind the other."""
    (one,) = run_rule("amount-text-spent", tables(projects=[{}], lines=[{}], activities=acts))
    assert one.message == f"โครงการ 1.1 เขียนไว้ในการดำเนินการ{said} แต่ช่องเบิกจ่ายของโครงการมี 0 บาท"
    assert (one.expected, one.refs[0].ref) == (expected, "budget_lines!A1")


def test_each_project_is_looked_at() -> None:
    """One that awaits its money hides none behind it; one without lines shows its words alone."""
    projects = [{"project_no": "1.1", "budget_state": "awaiting"}, {"project_no": "1.2"}]
    acts = [{"project_no": one["project_no"], "text": "ใช้งบ 500 บาท"} for one in projects]
    (one,) = run_rule("amount-text-spent", tables(projects=projects, activities=acts))
    assert (one.subject, [ref.ref for ref in one.refs]) == ("1.2", ["activities!A2"])


def test_a_small_budget_has_parts() -> None:
    """A budget of half a baht is held against its parts as any other."""
    assert subjects("amount-parts", _parts(0.5, "ประชุม (46,000)", "พบปะ (3,900-)"))


def test_money_while_awaiting() -> None:
    """Money given or spent in a project that awaits or needs none is a warning."""
    text = "จัดสรรงบประมาณให้โรงเรียน (ก 6,000 บาท ข 2,000 บาท รวม 8,000 บาท)"
    (one,) = run_rule("amount-text-awaiting", _told(text, state="awaiting"))
    assert (one.subject, one.found, one.expected) == ("1.1/1", "8,000", "รอจัดสรร")
    assert subjects("amount-text-awaiting", _told("ใช้งบ 500 บาท", state="none"))
    assert not subjects("amount-text-awaiting", _told(text, state="budgeted"))
    assert not subjects(
        "amount-text-awaiting", _told("ขอจัดสรรงบประมาณ รวม 8,000 บาท", state="awaiting")
    )
    assert not subjects("amount-text-spent", _told("ใช้งบ 500 บาท", state="none"))


def test_one_finding_where_both_words_stand() -> None:
    """An activity that tells of money given and spent is found once."""
    text = "จัดสรรงบประมาณ รวม 800 บาท เบิกจ่าย 800 บาท"
    assert subjects("amount-text-awaiting", _told(text, state="awaiting")) == ["1.1/1"]
