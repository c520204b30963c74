"""Printed numbers of projects against the rows that are there."""

from __future__ import annotations

import pytest
from helpers.checking import run_rule, subjects
from helpers.rounds import Row, stacked, tables
from helpers.summaries import LINES, PROJECTS, claim, contents, strategy_table, summed_up
from hypothesis import given, settings
from hypothesis import strategies as st

from plantrack_nb.check.causes import id_of
from plantrack_nb.check.facts import Facts
from plantrack_nb.check.reading.absent import by_strategy
from plantrack_nb.core.findings import Severity
from plantrack_nb.core.schema import RoundKey

_CAUSE = id_of("claim-absent-project", "strategy 2")


def test_a_lost_last_project() -> None:
    """A strategy with fewer rows than all counts say lacks the number after its last."""
    made = summed_up(projects=PROJECTS[:-1], lines=LINES[:-1])
    (one,) = run_rule("claim-absent-project", made)
    assert (one.subject, one.expected, one.found) == ("strategy 2", "3", "2")
    assert one.severity is Severity.ERROR
    assert "2.3" in one.message
    assert [ref.ref for ref in one.refs] == [
        "strategy_no=2",
        "group=รวม; strategy_no=2; column=projects",
    ]
    counts = run_rule("claim-project-count", made)
    assert [one.subject for one in counts] == [
        "contents/2",
        "strategy_table/2",
        "contents/รวม",
        "summary/รวม",
    ]
    assert {one.because_of for one in counts} == {_CAUSE}
    assert all("2.3" in one.hint for one in counts)


def test_a_lost_project_in_the_middle() -> None:
    """A gap in the numbering is what is missing, before any number after the last."""
    made = summed_up(projects=[row for row in PROJECTS if row["project_no"] != "2.2"])
    assert "2.2" in run_rule("claim-absent-project", made)[0].message


@settings(deadline=None)
@given(st.sets(st.integers(1, 12), min_size=1, max_size=12), st.integers(0, 4))
def test_missing_numbers(there: set[int], more: int) -> None:
    """As many numbers as are missing, none that is there, gaps before the end."""
    projects: list[Row] = [{"project_no": f"1.{number}"} for number in sorted(there)]
    claims = [claim("contents", "strategy_no=1", len(there) + more, "project")]
    found = by_strategy(Facts(tables(projects=projects, claims=claims)))
    if more == 0:
        assert not found
        return
    (gone,) = found.values()
    tails = [int(number.split(".")[1]) for number in gone.numbers]
    assert len(set(tails) - there) == len(tails) == more
    assert tails == sorted(tails)
    gaps = set(range(1, max(there))) - there
    assert set(tails) <= gaps if len(gaps) >= more else gaps <= set(tails)


def test_many_absent_projects_are_listed_in_part() -> None:
    """Twenty numbers are listed, more are cut with a sign."""
    for count, cut in ((20, False), (21, True)):
        claims = [claim("contents", "strategy_no=1", count, "project")]
        (gone,) = by_strategy(
            Facts(tables(claims=claims, projects=[{"project_no": "2.1"}]))
        ).values()
        assert gone.listed.endswith("…") is cut
        assert gone.listed.startswith("1.1, 1.2")


def test_one_count_against_the_others() -> None:
    """A count that another count contradicts tells of no absent project; it is wrong itself."""
    made = summed_up(claims=[*contents(second=4, total=6), *strategy_table()])
    assert not subjects("claim-absent-project", made)
    found = run_rule("claim-project-count", made)
    assert [(one.subject, one.because_of) for one in found] == [
        ("contents/2", ""),
        ("contents/รวม", ""),
    ]
    assert found[0].severity is Severity.ERROR


def test_the_least_count_tells_how_many_are_absent() -> None:
    """Where the counts differ and all are too large, the smallest one is believed."""
    (gone,) = by_strategy(
        Facts(summed_up(claims=[*contents(second=5), *strategy_table(counts={("รวม", "2"): 4.0})]))
    ).values()
    assert (gone.claimed, gone.found, gone.numbers) == (4, 3, ("2.4",))


def test_more_projects_than_counted() -> None:
    """More rows than a count says is an error too, but nothing is absent."""
    made = summed_up(claims=contents(first=1, total=4))
    assert not subjects("claim-absent-project", made)
    assert subjects("claim-project-count", made) == ["contents/1", "contents/รวม"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("รวมทั้งสิ้น 9 โครงการ", 1),
        ("ตามลำดับเป็นรายกลยุทธ์ จำนวน 9 โครงการ", 1),
        ("ทั้งหมด 9", 1),
        ("ดำเนินการแล้ว 9 โครงการ", 0),
        ("จำนวน 9 โครงการ", 0),
    ],
)
def test_counts_in_words(text: str, count: int) -> None:
    """Only a sentence that speaks of all projects is held against their number."""
    made = summed_up(claims=[claim("summary", "paragraph=L1", 9, "project", text)])
    assert len(subjects("claim-project-count", made)) == count


def test_contents_sum() -> None:
    """A contents page whose strategies do not give its total is an error."""
    (one,) = run_rule("claim-contents-sum", summed_up(claims=contents(total=6)))
    assert (one.expected, one.found, len(one.refs)) == ("5", "6", 3)
    assert one.severity is Severity.ERROR
    assert not subjects("claim-contents-sum", summed_up(claims=contents()[1:]))
    assert not subjects("claim-contents-sum", summed_up(claims=contents(total=6)[:1]))


def test_rounds_do_not_mix() -> None:
    """A project absent from one district is not made up for by another's."""
    lost = summed_up(projects=PROJECTS[:-1], key=RoundKey("0102", 2565, 2))
    found = run_rule("claim-absent-project", stacked(summed_up(), lost))
    assert [one.district for one in found] == ["0102"]


def test_a_slip_of_many_digits_is_told_like_any_other() -> None:
    """Neither a count nor a project's number beyond all measure takes the memory of the machine."""
    odd = [*PROJECTS, {**PROJECTS[-1], "project_no": "2.99999999999999"}]
    (one,) = run_rule(
        "claim-absent-project",
        summed_up(projects=odd, claims=contents(2, 10**15, 10**15)),
    )
    assert one.subject == "strategy 2"
    assert one.message.endswith("…")
