"""One thing counted in two places of a project."""

from __future__ import annotations

import pytest
from helpers.rounds import stacked, tables
from helpers.rules import Tables, found

from plantrack_nb.core.findings import Severity
from plantrack_nb.core.schema import RoundKey

KEY = RoundKey("0101", 2565, 2)


def claim(where: str, value: float, unit: str, ref: str, text: str = "") -> dict[str, object]:
    """Build one count in the words of project 3.5."""
    return {
        "kind": "activity_text",
        "subject": f"project_no=3.5; {where}",
        "value": value,
        "unit": unit,
        "source_ref": ref,
        "text": text,
        "raw": f"{value} {unit}",
    }


def row(posts: float, people: float, action_ref: str = "L254.8", key: RoundKey = KEY) -> Tables:
    """Build a target of posts and an action of people."""
    claims = [
        claim("column=targets", posts, "post", "L254.3"),
        claim("activity_no=1-8", people, "person", action_ref),
        claim("activity_no=1-8", 9000, "baht/person/month", action_ref),
    ]
    return tables(claims=claims, key=key)


@pytest.mark.parametrize(
    ("posts", "people", "severity"),
    [(44, 47, Severity.ERROR), (32, 25, Severity.WARNING), (44, 44, None)],
)
def test_posts_and_people_of_one_row(posts: float, people: float, severity: Severity) -> None:
    """More people than posts cannot be; fewer need a word about vacancies."""
    findings = found("text-posts", row(posts, people))
    assert [one.severity for one in findings] == ([severity] if severity else [])
    for one in findings:
        assert (one.expected, one.found) == (str(posts), str(people))
        assert one.subject == "3.5/activity_no=1-8"
        assert [ref.ref for ref in one.refs] == ["L254.8", "L254.3"]
        assert ("เกินอัตรา" in one.message) is (people > posts)
        assert ("อัตราว่าง" in one.hint) is (people < posts)


@pytest.mark.parametrize("ref", ["L255.8", "L25.8"])
def test_other_rows_are_not_compared(ref: str) -> None:
    """Only the action beside the target counts."""
    assert found("text-posts", row(44, 47, ref)) == []


def test_cells_of_one_sheet_row_are_compared() -> None:
    """In a workbook the row is the sheet's."""
    claims = [
        claim("column=targets", 44, "post", "แผน!C12"),
        claim("activity_no=1", 47, "person", "แผน!AH12"),
        claim("activity_no=2", 48, "person", "งบ!H12"),
    ]
    (one,) = found("text-posts", tables(claims=claims))
    assert one.found == "47"


def test_two_counts_in_one_row_are_doubtful() -> None:
    """Where the action names two numbers of people nothing is compared."""
    claims = [
        claim("column=targets", 44, "post", "L254.3"),
        claim("activity_no=1", 47, "person", "L254.8"),
        claim("activity_no=1", 11, "person", "L254.8"),
    ]
    assert found("text-posts", tables(claims=claims)) == []


def test_rounds_do_not_mix() -> None:
    """Line 254 of one file is not line 254 of another district's."""
    made = [row(44, 44, key=RoundKey("0101", 2565, 2)), row(44, 47, key=RoundKey("0102", 2565, 2))]
    (one,) = found("text-posts", stacked(*made))
    assert one.district == "0102"


def pupils(
    target: float, action: float, words: str = "นักเรียน จำนวน", unit: str = "person"
) -> Tables:
    """Build a count in a target and the same in two actions."""
    return tables(
        claims=[
            claim("column=targets", target, unit, "L281.3", "2.นักเรียนทั้งหมด จำนวน"),
            claim("activity_no=1", action, "person", "L281.8", words),
            claim("activity_no=2", action, "person", "L289.8", words),
        ]
    )


@pytest.mark.parametrize(
    ("target", "action", "fires"),
    [
        (30_050, 30_005, True),
        (30_050, 30_050, False),
        (10_000, 9_900, True),
        (10_000, 9_899, False),
        (10_000, 10_100, True),
        (10_000, 10_101, False),
        (100, 101, True),
        (99, 100, False),
    ],
)
def test_nearly_equal_counts(target: float, action: float, fires: bool) -> None:
    """Counts within one percent, and at least a hundred, are the same thing printed twice."""
    assert bool(found("text-count", pupils(target, action))) is fires


def test_nearly_equal_counts_are_one_finding() -> None:
    """Both actions are shown in it."""
    (one,) = found("text-count", pupils(30_050, 30_005))
    assert (one.expected, one.found) == ("30,050", "30,005")
    assert "ต่างกัน 45" in one.message
    assert [ref.ref for ref in one.refs] == ["L281.3", "L281.8", "L289.8"]


def test_other_things_are_not_compared() -> None:
    """Pupils are not teachers, and people are not schools."""
    assert found("text-count", pupils(30_050, 30_005, "ครู จำนวน")) == []
    assert found("text-count", pupils(30_050, 30_005, "จำนวน")) == []
    assert found("text-count", pupils(30_050, 30_005, unit="school")) == []
