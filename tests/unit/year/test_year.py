"""Rounds that know each other: every planted change is found, and nothing else is told."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import pytest
from helpers.rounds import tables
from hypothesis import given
from hypothesis import strategies as st

from plantrack_nb.core.schema import Round, RoundKey
from plantrack_nb.simulate.areas import offices
from plantrack_nb.simulate.draft import Draft
from plantrack_nb.simulate.one_round import rows_of_round
from plantrack_nb.simulate.plan_changes import upheave
from plantrack_nb.simulate.quarters import Moved, Quarter, a_quarter_later
from plantrack_nb.year import Change, Identity, compare, identify
from plantrack_nb.year.change import KINDS_TH, to_json

Found = tuple[str, str, str, str]


@cache
def years(count: int) -> list[tuple[Round, Round, tuple[Moved, ...]]]:
    """Make pairs of rounds a quarter apart, with what was moved between them."""
    made = []
    for office in offices(count, 11):
        key = RoundKey(office.district.code, 2565, 1)
        draft: Draft = rows_of_round(office, key, random.Random(f"11/{key}"))
        for quarter in (2, 3, 4):
            draw = random.Random(f"{key}/{quarter}")
            later, moved = a_quarter_later(draft, draw)
            step = Quarter(later, moved, draw)
            upheave(step, 6)
            made.append((draft.round(), step.draft.round(), tuple(step.moved)))
            draft = step.draft
    return made


def _key(one: Moved | Change) -> Found:
    return one.kind, one.project_no, one.project_no_before, one.activity_no


def test_every_planted_change_is_found_and_nothing_else() -> None:
    """Over made-up districts and quarters, kind by kind, project by project."""
    for before, after, moved in years(4):
        found = Counter(map(_key, compare(before, after)))
        assert found == Counter(map(_key, moved)), before.key


def test_each_kind_is_in_the_glossary_and_was_planted() -> None:
    """The measure plants every kind there is."""
    planted = {one.kind for _, _, moved in years(4) for one in moved}
    assert planted <= set(KINDS_TH)
    assert set(KINDS_TH) - planted <= {"progress_fell"}


def test_a_round_is_the_same_as_itself() -> None:
    """Nothing has changed, but for unfinished projects of which nothing new is reported."""
    before, _, _ = years(4)[0]
    told = compare(before, before)
    assert {one.kind for one in told} <= {"nothing_reported"}


@given(st.randoms(use_true_random=False))
def test_the_order_of_rows_means_nothing(draw: random.Random) -> None:
    """Projects in any order are known again."""
    before, after, _ = years(4)[1]
    frame = after.projects
    order = list(range(len(frame)))
    draw.shuffle(order)
    mixed = replace(after, projects=frame.iloc[order].reset_index(drop=True))
    assert identify(before, mixed).same == identify(before, after).same


def _round(*projects: dict[str, object], lines: Sequence[dict[str, object]] = ()) -> Round:
    made = tables(projects=list(projects), lines=lines)
    return Round(RoundKey("7301", 2565, 2), **made)


@pytest.mark.parametrize(
    ("before", "after", "sure"),
    [
        ("โครงการพัฒนาหลักสูตรสถานศึกษา", "พัฒนาหลักสูตรสถานศึกษา ปีงบประมาณ 2565", True),
        ("โครงการนิเทศการสอน", "โครงการ นิเทศการสอน", True),
        ("โครงการนิเทศการสอน", "โครงการจัดซื้อครุภัณฑ์คอมพิวเตอร์", False),
    ],
)
def test_names_typed_anew(before: str, after: str, *, sure: bool) -> None:
    """A year, a blank or the word โครงการ make no other name; other words do."""
    known = identify(
        _round({"project_no": "1.1", "name": before}), _round({"project_no": "1.1", "name": after})
    )
    assert (known.same == {"1.1": "1.1"}) is sure


def test_what_a_person_has_said_goes_before_everything() -> None:
    """A confirmed pair is taken, and a project said to be new stays new."""
    before = _round({"project_no": "1.1", "name": "ก"}, {"project_no": "1.2", "name": "ข"})
    after = _round({"project_no": "1.1", "name": "ก"}, {"project_no": "1.2", "name": "ค"})
    assert identify(before, after, {"1.2": "1.1", "1.1": ""}).same == {"1.2": "1.1"}


def test_doubtful_pairs_are_candidates_the_likeliest_first() -> None:
    """Two projects that are as like one of before are offered, not taken."""
    name = "โครงการอบรมครูผู้สอนวิทยาศาสตร์ระดับประถม"
    before = _round({"project_no": "1.1", "name": name, "owner_groups": "กลุ่มอำนวยการ"})
    after = _round(
        {"project_no": "2.1", "name": f"{name}ต้น", "owner_groups": "กลุ่มกฎหมายและคดี"},
        {"project_no": "2.2", "name": f"{name}ปลาย", "owner_groups": "กลุ่มกฎหมายและคดี"},
    )
    known = identify(before, after)
    assert known.same == {}
    assert {one.project_no for one in known.candidates} == {"2.1", "2.2"}
    assert all(0.45 <= one.likeness <= 1 for one in known.candidates)


def test_a_project_split_in_two() -> None:
    """The part that keeps the number goes on; the other is known as split from it."""
    lines = [{"project_no": "1.1", "budget": 300}]
    before = _round({"project_no": "1.1", "name": "โครงการพัฒนาครูและบุคลากร"}, lines=lines)
    after = _round(
        {"project_no": "1.1", "name": "โครงการพัฒนาครูและบุคลากร"},
        {"project_no": "1.2", "name": "โครงการพัฒนาบุคลากร"},
        lines=[{"project_no": "1.1", "budget": 200}, {"project_no": "1.2", "budget": 100}],
    )
    known = identify(before, after)
    assert known.split_from == {"1.2": "1.1"}
    told = {one.kind: one.message for one in compare(before, after, known)}
    assert "แยกจากโครงการ 1.1" in told["project_new"]
    merged = identify(after, before)
    assert merged.merged_into == {"1.2": "1.1"}


def test_money_is_not_compared_over_the_end_of_a_year() -> None:
    """A new fiscal year begins at nothing."""
    before = _round({}, lines=[{"budget": 100, "disbursed": 90}])
    after = _round({}, lines=[{"budget": 100, "disbursed": 10}])
    later = Round(RoundKey("7301", 2566, 1), **after.tables)
    assert "disbursed_fell" in {one.kind for one in compare(before, after)}
    assert "disbursed_fell" not in {one.kind for one in compare(before, later)}


def test_changes_as_json() -> None:
    """Both cells of a change are there, each with file, place and raw text."""
    before, after, _ = years(4)[0]
    text = to_json(compare(before, after, Identity({})))
    assert '"refs_before"' in text
    assert '"kind": "project_new"' in text
