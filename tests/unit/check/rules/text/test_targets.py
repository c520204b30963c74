"""A count of the action against the target that stands beside it."""

from __future__ import annotations

import pytest
from helpers.rounds import stacked, tables
from helpers.rules import Tables, found

from plantrack_nb.core.findings import Severity
from plantrack_nb.core.schema import RoundKey

KEY = RoundKey("0101", 2565, 2)


def hired(posts: int, people: int, ref: str = "L254.8", key: RoundKey = KEY) -> Tables:
    """Build a target of posts and an action that hires people."""
    return tables(
        projects=[{"targets": f"{posts} อัตรา (ต.ค.64-ก.ย.65)", "source_ref": "L254.1"}],
        activities=[{"text": f"จ้างพนักงานขับรถ จำนวน {people} คน", "source_ref": ref}],
        key=key,
    )


@pytest.mark.parametrize(
    ("posts", "people", "severity"),
    [(44, 47, Severity.ERROR), (32, 25, Severity.WARNING), (44, 44, None)],
)
def test_posts_and_people_of_one_row(posts: int, people: int, severity: Severity | None) -> None:
    """More people than posts cannot be; fewer need a word about vacancies."""
    findings = found("text-target", hired(posts, people))
    assert [one.severity for one in findings] == ([severity] if severity else [])
    assert [(one.expected, one.found) for one in findings] in ([], [(str(posts), str(people))])
    for one in findings:
        assert [ref.ref for ref in one.refs] == ["L254.8", "L254.1"]


@pytest.mark.parametrize(("people", "severity"), [(47, [Severity.WARNING]), (25, [])])
def test_targets_of_another_row_are_less_sure(people: int, severity: list[Severity]) -> None:
    """What stands in another row may be told as too much, not as too little."""
    findings = found("text-target", hired(44, people, "L300.8"))
    assert [one.severity for one in findings] == severity


def test_vacancies_that_are_told_explain_it() -> None:
    """Fewer people than posts are fine where the words say why."""
    told = tables(
        projects=[{"targets": "32 อัตรา", "source_ref": "L9.1"}],
        activities=[{"text": "จ้างครู จำนวน 25 คน อัตราว่างรอสรรหา", "source_ref": "L9.8"}],
    )
    assert found("text-target", told) == []


def test_rounds_do_not_mix() -> None:
    """The same project and row of two districts are two."""
    other = RoundKey("0102", 2565, 2)
    (one,) = found("text-target", stacked(hired(44, 44), hired(44, 47, key=other)))
    assert one.district == "0102"


def pupils(target: str, action: str, words: str = "นักเรียน") -> Tables:
    """Build a count in a target and one in an action."""
    return tables(
        projects=[{"targets": f"นักเรียนทั้งหมด จำนวน {target} คน"}],
        activities=[{"text": f"ตรวจสุขภาพ{words} จำนวน {action} คน"}],
    )


@pytest.mark.parametrize(
    ("target", "action", "fires"),
    [
        ("30,050", "30,005", True),
        ("30,050", "30,050", False),
        ("10,000", "9,912", True),
        ("10,000", "9,812", False),
        ("99", "98", False),
        ("120", "1,200", True),
        ("120", "102", True),
    ],
)
def test_counts_that_are_nearly_alike(target: str, action: str, fires: bool) -> None:
    """Large counts that nearly agree, and those that differ by a slip, are one thing told twice."""
    findings = found("text-target", pupils(target, action))
    assert [(one.expected, one.found) for one in findings] == ([(target, action)] * fires)


def test_other_things_are_not_compared() -> None:
    """Pupils are not teachers."""
    assert found("text-target", pupils("30,050", "30,012", "ครู")) == []


@pytest.mark.parametrize(
    ("action", "fires"),
    [
        ("อบรมครู 4 รุ่น รุ่นละ 60 คน", True),
        ("อบรมครู 4 รุ่น รุ่นละ 50 คน", False),
        ("อบรมครู รุ่นละ 60 คน", False),
        ("อบรมครู 4 รุ่น รุ่นละ 60 คน รวม 240 คน", False),
    ],
)
def test_batches_make_the_target(action: str, fires: bool) -> None:
    """Rounds × heads are the target's number, or one of the three is mistyped."""
    given = tables(projects=[{"targets": "ครู 200 คน"}], activities=[{"text": action}])
    assert bool(found("text-batches", given)) is fires
