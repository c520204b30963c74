"""The summary tables' cells recomputed from the projects."""

from __future__ import annotations

from typing import Any

import pytest
from helpers.checking import run_rule, subjects
from helpers.rounds import stacked
from helpers.summaries import (
    JOINT,
    LINES,
    OFFICE,
    PLAN,
    PROJECTS,
    contents,
    level_table,
    strategy_table,
    summed_up,
)

from plantrack_nb.check.causes import id_of
from plantrack_nb.core.findings import Severity
from plantrack_nb.core.schema import RoundKey
from plantrack_nb.measures.claims import group_key

JOINT_KEY = group_key(JOINT)


def _without(number: str) -> dict[str, Any]:
    """Lose a project's row; every claim about it still stands."""
    return summed_up(
        projects=[row for row in PROJECTS if row["project_no"] != number],
        lines=[row for row in LINES if row["project_no"] != number],
    )


def test_group_count_of_an_absent_project() -> None:
    """A count that an absent project explains is an error that hangs under it."""
    (one,) = run_rule("claim-group-count", _without("2.3"))
    assert (one.subject, one.expected, one.found) == (f"{JOINT_KEY}/strategy 2", "0", "1")
    assert one.severity is Severity.ERROR
    assert one.because_of == id_of("claim-absent-project", "strategy 2")
    assert "2.3" in one.hint


def test_group_counts_shared_out_otherwise() -> None:
    """A project that the office lists in another row is only worth knowing."""
    counts = {(PLAN, "1"): 2.0, (OFFICE, "1"): 0.0}
    found = run_rule("claim-group-count", summed_up(claims=strategy_table(counts=counts)))
    assert [(one.severity, one.because_of) for one in found] == [(Severity.INFO, "")] * 2
    assert "(1.1)" in found[0].message


def test_group_counts_that_the_projects_give() -> None:
    """Counts that come true are silent, and so is a dash where there is no project."""
    assert not subjects("claim-group-count", summed_up())
    dash = strategy_table(counts={(JOINT, "1"): None})
    assert not subjects("claim-group-count", summed_up(claims=dash))


def test_group_percent() -> None:
    """A percent that the projects do not give is an error with all their lines."""
    made = summed_up(claims=strategy_table({(PLAN, "2"): 66.66}))
    (one,) = run_rule("claim-group-percent", made)
    assert (one.subject, one.expected, one.found) == (f"{PLAN}/strategy 2", "33.33", "66.66")
    assert one.severity is Severity.ERROR
    assert [ref.ref for ref in one.refs][1:] == ["budget_lines!A3"]
    assert "มากกว่าที่พิมพ์ประมาณ 9,998 บาท" in one.hint
    assert "น้อยกว่าที่พิมพ์ประมาณ 14,998 บาท" in one.hint


def test_group_percent_where_no_counts_are_printed() -> None:
    """The projects are named all the same, and their lines shown."""
    table = strategy_table({(PLAN, "2"): 66.66})
    bare = [one for one in table if "column=disbursed_pct" in str(one["subject"])]
    (one,) = run_rule("claim-group-percent", summed_up(claims=bare))
    assert "แต่โครงการในแถวนี้ (2.1) คำนวณได้ร้อยละ 33.33" in one.message
    assert [ref.ref for ref in one.refs][1:] == ["budget_lines!A3"]


def test_group_percent_of_a_row_without_projects() -> None:
    """A percent where no project belongs is told in words."""
    table = strategy_table({(JOINT, "1"): 5})
    bare = [one for one in table if "column=disbursed_pct" in str(one["subject"])]
    for claims in (table, bare):
        (one,) = run_rule("claim-group-percent", summed_up(claims=claims))
        assert "แต่โครงการในแถวนี้ (ไม่มี) คำนวณได้ร้อยละ -" in one.message
        assert (one.expected, one.found, len(one.refs)) == ("-", "5", 1)
        assert one.hint == "คำนวณใหม่จากผลรวมเบิกจ่าย ÷ ผลรวมงบประมาณ"


def test_group_percent_that_is_a_dash() -> None:
    """A dash beside money spent is an error; beside none, or a zero, it is right."""
    (one,) = run_rule("claim-group-percent", summed_up(claims=strategy_table({(PLAN, "2"): None})))
    assert (one.found, one.hint.startswith("คำนวณใหม่")) == ("-", True)
    assert not subjects("claim-group-percent", summed_up(claims=strategy_table({(OFFICE, "1"): 0})))


def test_a_percent_without_a_budget() -> None:
    """A percent of a group without any budget is an error; zero of nothing is right."""
    (one,) = run_rule("claim-group-percent", summed_up(claims=strategy_table({(OFFICE, "2"): 5})))
    assert (one.expected, one.found) == ("-", "5")
    assert not subjects("claim-group-percent", summed_up(claims=strategy_table({(OFFICE, "2"): 0})))


def test_group_percent_too_small_to_print() -> None:
    """Money of less than half a hundredth of a percent may be printed as a dash."""
    for disbursed, count in ((4, 0), (5, 1)):
        lines = [{"project_no": "1.2", "budget": 100000, "disbursed": disbursed}]
        claims = [row for row in strategy_table() if f"{OFFICE}; strategy_no=1" in str(row)]
        made = summed_up(lines=lines, claims=claims)
        assert len(subjects("claim-group-percent", made)) == count


def test_group_percent_is_not_judged_in_a_row_of_other_projects() -> None:
    """Where the row holds other projects than printed, its percent proves nothing."""
    changed = strategy_table({(PLAN, "2"): 66.66}, {(PLAN, "2"): 2.0})
    assert not subjects("claim-group-percent", summed_up(claims=changed))
    changed = strategy_table({(PLAN, "2"): 66.66}, {(PLAN, "2"): 0.0})
    assert not subjects("claim-group-percent", summed_up(claims=changed))


def test_group_percent_with_an_absent_project() -> None:
    """The percent of a row that lost a project hangs under it, with what it would have to hold."""
    projects = [*PROJECTS, {"project_no": "2.4", "owner_groups": PLAN}]
    claims = [
        *contents(second=5, total=7),
        *strategy_table({(PLAN, "2"): 20}, {(PLAN, "2"): 2.0, ("รวม", "2"): 5.0}),
    ]
    made = summed_up(projects=projects[:-1], claims=claims)
    missing_two = run_rule("claim-group-percent", made)
    assert missing_two[0].hint.startswith("เพิ่มโครงการ 2.4, 2.5")
    claims = [
        *contents(second=4, total=6),
        *strategy_table({(PLAN, "2"): 20}, {(PLAN, "2"): 2.0, ("รวม", "2"): 4.0}),
    ]
    (one,) = run_rule("claim-group-percent", summed_up(claims=claims))
    assert one.severity is Severity.ERROR
    assert one.because_of == id_of("claim-absent-project", "strategy 2")
    assert "2.4" in one.hint
    assert "17,619–21,282" in one.hint


def test_group_percent_that_a_mended_line_explains() -> None:
    """Where a budget that its parts contradict explains the percent, the finding hangs under it."""
    lines = [
        *LINES[:2],
        {"project_no": "2.1", "budget": 29000, "disbursed": 10000, "label": "ประชุม (26,000)"},
        LINES[3],
    ]
    parts = [
        {"project_no": "2.1", "text": "ประชุม (26,000)", "activity_no": "1"},
        {"project_no": "2.1", "text": "พบปะ (4,000)", "activity_no": "2"},
    ]
    made = summed_up(lines=lines, activities=parts)
    (one,) = run_rule("claim-group-percent", made)
    assert one.because_of == id_of("amount-parts", "2.1/line 1")
    assert "30,000 บาท แทน 29,000 บาท" in one.hint


def test_group_percent_that_a_printed_percent_explains() -> None:
    """Where a line's printed percent, taken for true, explains it, it hangs under that line."""
    lines = [*LINES[:2], {**LINES[2], "disbursed": 1000, "reported_pct": 33.33}, LINES[3]]
    (one,) = run_rule("claim-group-percent", summed_up(lines=lines))
    assert one.because_of == id_of("amount-percent", "2.1/line 1")


def test_group_band() -> None:
    """Bands that the row's projects do not give are one error a row."""
    changed = {(OFFICE, "nothing"): 0.0, (OFFICE, "upto_70"): 1.0}
    (one,) = run_rule(
        "claim-group-band", summed_up(claims=[*level_table(changed), *strategy_table()])
    )
    assert (one.subject, one.severity) == (OFFICE, Severity.ERROR)
    assert one.found == "เบิกจ่าย ≤ 70% = 1, ไม่เบิก = 0"
    assert one.expected == "เบิกจ่าย ≤ 70% = 0, ไม่เบิก = 1"
    assert "(1.2, 2.2)" in one.message
    assert len(one.refs) == 2


def test_group_band_of_rows_that_are_not_whole() -> None:
    """A row that counts other projects than it holds proves nothing; a dash is a zero."""
    changed = {(OFFICE, "nothing"): 0.0, (OFFICE, "projects"): 3.0}
    assert not subjects("claim-group-band", summed_up(claims=level_table(changed)))
    assert not subjects(
        "claim-group-band", summed_up(claims=level_table({(OFFICE, "over_70"): None}))
    )


def test_levels_counted_in_another_way() -> None:
    """Levels that the marks do not give are told once a round, as information."""
    changed = {(PLAN, "done"): 0.0, (PLAN, "in_progress"): 2.0, (OFFICE, "done"): 0.0}
    made = summed_up(claims=level_table(changed))
    other = summed_up(claims=level_table(changed), key=RoundKey("0102", 2565, 2))
    found = run_rule("claim-group-status", stacked(made, other))
    assert [(one.district, one.severity) for one in found] == [
        ("0101", Severity.INFO),
        ("0102", Severity.INFO),
    ]
    assert found[0].found == "ระหว่างดำเนินการ = 3, สำเร็จแล้ว = 0"
    assert found[0].expected == "ระหว่างดำเนินการ = 2, สำเร็จแล้ว = 2"


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        ({(PLAN, "done"): 2.0}, [(f"{PLAN}/done", "2", "ไม่เกิน 1")]),
        ({(OFFICE, "not_started"): 2.0}, [(f"{OFFICE}/not_started", "2", "ไม่เกิน 1")]),
        ({(PLAN, "done"): 0.0, (OFFICE, "not_started"): None}, []),
        ({(PLAN, "done"): 2.0, (PLAN, "projects"): 3.0}, []),
        ({(PLAN, "in_progress"): 2.0, (PLAN, "partial"): 2.0}, []),
    ],
)
def test_more_projects_done_than_there_are(
    changed: dict[tuple[str, str], float | None], found: list[tuple[str, str, str]]
) -> None:
    """Too many done or untouched are told, in whole rows; too few may be another way to count."""
    made = summed_up(claims=level_table(changed))
    told = run_rule("claim-group-done", made)
    assert [(one.subject, one.found, one.expected) for one in told] == found
    assert all(one.severity is Severity.WARNING and len(one.refs) == 1 for one in told)


def test_levels_that_the_marks_give() -> None:
    """Levels that come true over all groups are silent, whichever row they stand in."""
    assert not subjects("claim-group-status", summed_up())
    moved = {(PLAN, "done"): 0.0, (JOINT, "done"): 1.0, (PLAN, "partial"): None}
    assert not subjects("claim-group-status", summed_up(claims=level_table(moved)))
