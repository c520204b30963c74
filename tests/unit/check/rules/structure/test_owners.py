"""Schools as owners, and amounts in words without a budget cell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from helpers.checking import run_rule, subjects
from helpers.rounds import KEY, tables

from plantrack_nb.check.runner import check_tables
from plantrack_nb.core.findings import Severity
from plantrack_nb.core.provenance import SourceRef
from plantrack_nb.measures.places import OWNERS, Place, Places

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


def test_two_schools_are_few() -> None:
    """As many schools as the parameter says are still told, each for itself."""
    acts = [{"owner_groups": "ร.ร.หนึ่ง; ร.ร.สอง"}]
    assert subjects("owner-school", tables(activities=acts)) == [
        "project_no=1.1; owner=ร.ร.หนึ่ง",
        "project_no=1.1; owner=ร.ร.สอง",
    ]
    assert not subjects("owner-school", tables(activities=acts), at_most_places=1)


def test_the_cell_of_the_owner() -> None:
    """The owner's own cell is shown where it is known, of several the one with its name."""
    known = [
        Place("1.1", "L1.8", "1", OWNERS, owner, ref, owner)
        for owner, ref in [("กลุ่มอำนวยการ", "L2.9"), ("ร.ร.วัดสมมติ", "L3.9")]
    ]
    acts = [{"owner_groups": "กลุ่มอำนวยการ; ร.ร.วัดสมมติ", "source_ref": "L1.8"}]
    found = check_tables(tables(activities=acts), places=Places({KEY: known}))
    (one,) = (one for one in found if one.rule == "owner-school")
    assert one.refs == (SourceRef("round.xlsx", "L3.9", "ร.ร.วัดสมมติ"),)


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
