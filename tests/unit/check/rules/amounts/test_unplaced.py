"""Amounts in words without a budget cell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from helpers.checking import run_rule, subjects
from helpers.rounds import tables

from plantrack_nb.core.findings import Severity

if TYPE_CHECKING:
    from helpers.rules import Tables


def _told(text: str, *, labels: tuple[str, ...] = ("ก", "ข"), parent: str = "1") -> Tables:
    texts = {"1-1": "ก", "1-2": "ข", "1-3": text}
    acts: list[dict[str, Any]] = [{"activity_no": "1", "text": "ค่าจ้าง"}]
    acts += [{"activity_no": no, "parent_no": parent, "text": one} for no, one in texts.items()]
    lines = [{"line_no": at, "label": one, "budget": 100} for at, one in enumerate(labels, 1)]
    return tables(projects=[{}], activities=acts, lines=lines)


def test_an_amount_without_a_cell_of_its_own() -> None:
    """Two siblings have lines, the third only says what it costs."""
    (one,) = run_rule("amount-text-unplaced", _told("จ้าง 4 คนเป็นเงิน 565,300 บาท"))
    assert (one.subject, one.severity) == ("project_no=1.1; activity_no=1-3", Severity.WARNING)
    assert one.expected == "งบประมาณ 565,300 บาท"
    assert "อีก 2 กิจกรรม" in one.message


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("จ้าง 4 คน 565,300 บาท", ("ก", "ข")),
        ("จ้าง 4 คนเป็นเงิน 565,300 บาท", ("ก",)),
        ("จ้าง 4 คนเป็นเงิน 565,300 บาท", ("ก", "จ้าง 4 คนเป็นเงิน 565,300 บาท", "ข")),
        ("จ้าง 4 คนเป็นเงินเดือน", ("ก", "ข")),
        ("จ้างเป็นเงิน 4 คน", ("ก", "ข")),
    ],
)
def test_amounts_that_have_a_place_or_are_no_sum(text: str, labels: tuple[str, ...]) -> None:
    """Few siblings with lines, a line of its own, or no sum in the words."""
    assert not subjects("amount-text-unplaced", _told(text, labels=labels))


def test_amounts_beside_no_amounts() -> None:
    """Where no line has money, words alone tell of it."""
    made = _told("จ้าง 4 คนเป็นเงิน 565,300 บาท", labels=())
    assert not subjects("amount-text-unplaced", made)
    empty = [{"line_no": at, "label": one, "budget": 0} for at, one in enumerate("กข", 1)]
    given = {**made, "budget_lines": tables(lines=empty)["budget_lines"]}
    assert not subjects("amount-text-unplaced", given)


def test_an_activity_without_a_number() -> None:
    """It is named by its words."""
    acts = [{"activity_no": no, "text": one} for no, one in (("1", "ก"), ("2", "ข"))]
    acts.append({"activity_no": "", "text": "จ้าง เป็นเงินทั้งสิ้น 9,000 บาท"})
    lines = [{"line_no": at, "label": one, "budget": 1} for at, one in enumerate("กข", 1)]
    (one,) = run_rule("amount-text-unplaced", tables(projects=[{}], activities=acts, lines=lines))
    assert one.subject == "project_no=1.1; activity_no=จ้างเป็นเงินทั้งสิ้น9,000บาท"
    assert one.expected == "งบประมาณ 9,000 บาท"
