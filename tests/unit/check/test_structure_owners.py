"""Schools as owners, and amounts in words without a budget cell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from helpers.checking import run_rule, subjects
from helpers.rounds import tables

from plantrack_nb.findings import Severity

if TYPE_CHECKING:
    from helpers.rules import Tables


def test_a_school_among_the_owners() -> None:
    """The tail of an activity that slipped into the next cell."""
    acts = [{"owner_groups": "กลุ่มอำนวยการ; ร.ร.วัดสมมติ"}, {"owner_groups": "ร.ร.วัดสมมติ"}]
    (one,) = run_rule("owner-school", tables(activities=acts))
    assert (one.found, one.severity, one.project_no) == ("ร.ร.วัดสมมติ", Severity.WARNING, "1.1")
    assert len(one.refs) == 1


@pytest.mark.parametrize(
    "owners",
    [
        "กลุ่มอำนวยการ",
        "โรงเรียนในสังกัด",
        "โรงเรียนทุกแห่ง",
        "",
        "ร.ร.หนึ่ง; ร.ร.สอง; ร.ร.สาม",
    ],
)
def test_groups_and_offices_whose_way_it_is(owners: str) -> None:
    """Schools as such may own a project; many schools are an office's way."""
    assert not subjects("owner-school", tables(activities=[{"owner_groups": owners}]))
    assert not subjects("owner-school", tables(projects=[{"owner_groups": owners}]))


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
    ],
)
def test_amounts_that_have_a_place_or_are_no_sum(text: str, labels: tuple[str, ...]) -> None:
    """Few siblings with lines, a line of its own, or no sum in the words."""
    assert not subjects("amount-text-unplaced", _told(text, labels=labels))
