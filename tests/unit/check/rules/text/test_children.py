"""An activity's amount and count against those below it."""

from __future__ import annotations

from helpers.rounds import stacked, tables
from helpers.rules import Tables, found

from plantrack_nb.core.findings import Severity
from plantrack_nb.core.schema import RoundKey

KEY = RoundKey("0101", 2565, 2)


def hired(whole: str, *parts: str, key: RoundKey = KEY) -> Tables:
    """Build one activity with sub-activities, the last two one level deeper."""
    below = [
        {"activity_no": f"1-{at}", "parent_no": "1", "text": text}
        for at, text in enumerate(parts[:-2] or parts)
    ]
    deeper = [
        {"activity_no": f"x-{at}", "parent_no": "1-x", "text": text}
        for at, text in enumerate(parts[-2:] if len(parts) > 2 else ())
    ]
    middle = [{"activity_no": "1-x", "parent_no": "1", "text": "จ้างเหมา"}] if deeper else []
    return tables(
        activities=[{"activity_no": "1", "text": whole}, *below, *middle, *deeper], key=key
    )


THREE = (
    "บัญชี 12 เดือน/ 12,000 บาท (144,000 บาท)",
    "คอมพิวเตอร์ (180,000.-) 12 เดือน / 15,000 บาท",
    "บุคลากร เป็นเงิน 180,000 บาท",
)


def test_amount_of_all_that_is_below() -> None:
    """Amounts in brackets, after เป็นเงิน, or alone are added over all levels."""
    assert found("text-children-amount", hired("จ้าง 3 คน เป็นเงิน 504,000 บาท", *THREE)) == []
    (one,) = found("text-children-amount", hired("จ้าง 4 คนเป็นเงิน 565,000 บาท", *THREE))
    assert (one.expected, one.found, one.subject) == ("504,000", "565,000", "1.1/1")
    assert "144,000 + 180,000 + 180,000" in one.message
    assert "4 คน แต่มีรายการย่อย 3 รายการ" in one.message
    assert "61,000" in one.hint
    assert len(one.refs) == 4
    assert one.severity is Severity.ERROR


def test_heads_are_told_only_when_they_differ() -> None:
    """As many sub-activities as heads need no remark."""
    (one,) = found("text-children-amount", hired("จ้าง 3 คน เป็นเงิน 1 บาท", *THREE))
    assert one.severity is Severity.WARNING
    assert "รายการย่อย 3 รายการ" not in one.message


def test_incomplete_parts_prove_nothing() -> None:
    """A part without an amount, one part, or no stated sum leave the sum open."""
    whole = "จ้าง 4 คน เป็นเงิน 565,000 บาท"
    assert found("text-children-amount", hired(whole, *THREE[:2], "ยังไม่กำหนด")) == []
    assert found("text-children-amount", hired(whole, THREE[0])) == []
    assert found("text-children-amount", hired(whole)) == []
    assert found("text-children-amount", hired("จ้าง 565,000 บาท", *THREE)) == []


def test_each_activity_is_looked_at() -> None:
    """One that is in order, or proves nothing, hides none behind it."""
    right = hired("จ้าง 3 คน เป็นเงิน 504,000 บาท", *THREE)
    unsure = hired("จ้าง 3 คน เป็นเงิน 1 บาท", THREE[0], key=RoundKey("0102", 2565, 2))
    wrong = hired("จ้าง 3 คน เป็นเงิน 1 บาท", *THREE, key=RoundKey("0103", 2565, 2))
    (one,) = found("text-children-amount", stacked(right, unsure, wrong))
    assert one.district == "0103"


def test_half_a_satang_is_a_difference() -> None:
    """Amounts are compared to the satang."""
    parts = ("ครู เป็นเงิน 100.25 บาท", "สื่อ (200.25 บาท)")
    assert found("text-children-amount", hired("รวมเป็นเงิน 300.50 บาท", *parts)) == []
    (one,) = found("text-children-amount", hired("รวมเป็นเงิน 300.51 บาท", *parts))
    assert (one.expected, one.found) == ("300.50", "300.51")


def counted(whole: str, *parts: str, key: RoundKey = KEY) -> Tables:
    """Build an activity, a level without a count, and sub-activities below that."""
    below = [
        {"activity_no": f"1-1-{at}", "parent_no": "1-1", "text": text}
        for at, text in enumerate(parts)
    ]
    return tables(
        activities=[
            {"activity_no": "1", "text": whole},
            {"activity_no": "1-1", "parent_no": "1", "text": "จัดสรร"},
            *below,
        ],
        key=key,
    )


def test_count_of_the_nearest_activity_above() -> None:
    """Sub-activities that all state a count add up to the count above them."""
    parts = ("ประถม จำนวน 2,200 คน", "มัธยม จำนวน 294 คน")
    assert found("text-children-count", counted("นักเรียน 2,494 คน", *parts)) == []
    (one,) = found("text-children-count", counted("นักเรียน 2,500 คน", *parts))
    assert (one.expected, one.found, one.subject) == ("2,494", "2,500", "1.1/1")
    assert len(one.refs) == 3


def test_counts_that_cannot_be_added() -> None:
    """A sub-activity without one count, a single one, or no count above are left alone."""
    some = "นักเรียน 2,500 คน"
    assert found("text-children-count", counted(some, "ประถม 5 คน", "มัธยม")) == []
    assert found("text-children-count", counted(some, "ประถม 5 คน", "ครู 1 คน เด็ก 2 คน")) == []
    assert found("text-children-count", counted(some, "ประถม 5 คน")) == []
    assert found("text-children-count", counted("นักเรียน", "ประถม 5 คน", "มัธยม 6 คน")) == []


def test_rounds_do_not_mix() -> None:
    """Numbers repeat from district to district."""
    parts = ("ประถม 5 คน", "มัธยม 6 คน")
    right = counted("นักเรียน 11 คน", *parts, key=RoundKey("0101", 2565, 2))
    wrong = counted("นักเรียน 12 คน", *parts, key=RoundKey("0102", 2565, 2))
    (one,) = found("text-children-count", stacked(right, wrong))
    assert one.district == "0102"
