"""Schools as owners."""

from __future__ import annotations

import pytest
from helpers.checking import run_rule, subjects
from helpers.rounds import KEY, tables

from plantrack_nb.check.runner import check_tables
from plantrack_nb.core.findings import Severity
from plantrack_nb.core.provenance import SourceRef
from plantrack_nb.measures.places import OWNERS, Place, Places


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
