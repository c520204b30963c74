"""The summary tables against themselves and each other."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from helpers.checking import rules_of, run_rule, subjects
from helpers.rounds import stacked
from helpers.summaries import JOINT, OFFICE, PLAN, claim, level_table, strategy_table, summed_up
from hypothesis import given, settings
from hypothesis import strategies as st

from plantrack_nb.check.causes import id_of
from plantrack_nb.core.findings import Severity
from plantrack_nb.core.schema import RoundKey

Cells = Mapping[tuple[str, str], float | None]


def test_a_correct_round_is_silent() -> None:
    """No rule on claims finds anything where all figures agree, one round or several stacked."""
    rounds = stacked(summed_up(), summed_up(key=RoundKey("0102", 2565, 2)))
    assert [one for code in rules_of("claim-") for one in run_rule(code, rounds)] == []


def test_total_that_its_column_does_not_give() -> None:
    """A wrong total is an error with the total and the cells that are not zero."""
    (one,) = run_rule("claim-table-total", summed_up(claims=level_table({("รวม", "no_budget"): 2})))
    assert (one.subject, one.expected, one.found) == ("level_table/no_budget", "0", "2")
    assert one.severity is Severity.ERROR
    assert "ไม่ใช้งบ" in one.message
    assert len(one.refs) == 1
    (one,) = run_rule(
        "claim-table-total", summed_up(claims=strategy_table(counts={("รวม", "2"): 4}))
    )
    assert one.subject == "strategy_table/projects2"
    assert len(one.refs) == 4
    assert "กลยุทธ์ที่ 2" in one.message


def test_totals_that_hold_or_are_not_printed() -> None:
    """A total that its column gives, a dash for a total, and a total alone prove nothing."""
    assert not subjects("claim-table-total", summed_up(claims=level_table()))
    dash = level_table({("รวม", "done"): None, (PLAN, "partial"): None})
    assert not subjects("claim-table-total", summed_up(claims=dash))
    alone = [row for row in level_table() if "group=รวม" in str(row["subject"])]
    assert not subjects("claim-table-total", summed_up(claims=alone))


def test_totals_in_each_others_place() -> None:
    """Two differences that cancel out are named together; others are not."""
    done, partial = run_rule(
        "claim-table-total",
        summed_up(claims=level_table({("รวม", "done"): 1, ("รวม", "partial"): 1})),
    )
    assert "ดำเนินการบางส่วน" in done.hint
    assert "สำเร็จแล้ว" in partial.hint
    (alone,) = run_rule("claim-table-total", summed_up(claims=level_table({("รวม", "done"): 1})))
    assert "แก้แถวรวมเป็น 2" in alone.hint


def test_totals_that_wrong_rows_explain() -> None:
    """A total that is right once a row's bands are counted anew hangs under that row."""
    changed: Cells = {(OFFICE, "nothing"): 0, (OFFICE, "upto_70"): 1}
    found = run_rule(
        "claim-table-total", summed_up(claims=[*level_table(changed), *strategy_table()])
    )
    assert [one.subject for one in found] == ["level_table/upto_70", "level_table/nothing"]
    assert {one.because_of for one in found} == {id_of("claim-group-band", OFFICE)}
    assert all(OFFICE in one.hint for one in found)


def test_total_still_wrong_after_the_rows() -> None:
    """A total that stays wrong after the rows' mending stands by itself."""
    changed: Cells = {(OFFICE, "nothing"): 0, (OFFICE, "upto_70"): 1, ("รวม", "nothing"): 4}
    found = run_rule(
        "claim-table-total", summed_up(claims=[*level_table(changed), *strategy_table()])
    )
    assert [one.because_of == "" for one in found] == [False, True]


@pytest.mark.parametrize("column", ["partial", "no_budget"])
def test_row_that_does_not_add_up(column: str) -> None:
    """Levels and bands are each held against the row's projects."""
    (one,) = run_rule("claim-table-row", summed_up(claims=level_table({(PLAN, column): 1})))
    assert (one.expected, one.found, one.severity) == ("2", "3", Severity.ERROR)
    assert len(one.refs) == 1 + (4 if column == "partial" else 5)


def test_rows_that_cannot_be_added() -> None:
    """A row without its number of projects, or with a column missing, is passed over."""
    assert not subjects(
        "claim-table-row", summed_up(claims=level_table({(PLAN, "projects"): None}))
    )
    short = [row for row in level_table({(PLAN, "done"): 0}) if "column=partial" not in str(row)]
    assert not subjects("claim-table-row", summed_up(claims=short))


def test_a_dash_counts_as_zero_in_a_row() -> None:
    """A dash printed for zero does not spoil the row."""
    assert not subjects("claim-table-row", summed_up(claims=level_table({(PLAN, "partial"): None})))


def test_tables_that_differ() -> None:
    """A group with other numbers of projects in the two tables is an error with both places."""
    made = summed_up(claims=[*level_table({(JOINT, "projects"): 2}), *strategy_table()])
    (one,) = run_rule("claim-tables-differ", made)
    assert (one.expected, one.found) == ("1", "2")
    assert [ref.ref for ref in one.refs] == [
        f"group={JOINT}; column=projects",
        f"group={JOINT}; strategy_no=2; column=projects",
    ]


def test_tables_that_agree_or_cannot_be_compared() -> None:
    """Equal counts, a dash in one table, and a group of one table only are no difference."""
    for changes in ({}, {(JOINT, "projects"): None}, {("กลุ่มใหม่", "projects"): 4.0}):
        claims = [*level_table(changes), *strategy_table()]
        assert not subjects("claim-tables-differ", summed_up(claims=claims))


def test_blank_totals() -> None:
    """Totals that could be worked out but are not printed are information."""
    dashes: Cells = {("รวม", "1"): None, ("รวม", "2"): None}
    made = summed_up(claims=[*level_table({("รวม", "projects"): None}), *strategy_table(dashes)])
    level, percents = run_rule("claim-total-blank", made)
    assert (level.expected, level.severity) == ("5", Severity.INFO)
    assert percents.expected == "กลยุทธ์ที่ 1 = 30, กลยุทธ์ที่ 2 = 20"
    assert percents.severity is Severity.INFO
    assert len(percents.refs) == 2


def test_a_missing_total_cell_is_blank_too() -> None:
    """A total row without the projects cell is blank; a table without a total row is not."""
    rows = level_table()
    no_cell = [row for row in rows if row["subject"] != "group=รวม; column=projects"]
    assert subjects("claim-total-blank", summed_up(claims=no_cell)) == ["level_table/projects"]
    no_row = [row for row in rows if "group=รวม" not in str(row["subject"])]
    assert not subjects("claim-total-blank", summed_up(claims=no_row))


def test_a_dash_for_nothing_is_right() -> None:
    """A strategy without money spent may print a dash as its total."""
    lines = [{"project_no": "1.1", "budget": 10, "disbursed": 0}]
    made = summed_up(claims=strategy_table({("รวม", "1"): None}), lines=lines)
    assert not subjects("claim-total-blank", made)


def test_odd_claims_do_no_harm() -> None:
    """Rows without a group, with odd columns or huge values are passed over."""
    odd = [
        claim("level_table", "group=<b>😀</b>; column=done", 1e300, "project"),
        claim("level_table", "group=รวม; column=done", 1, "project"),
        claim("strategy_table", "", None, "project"),
        claim("contents", "strategy_no=x", 3, "project"),
    ]
    assert subjects("claim-table-total", summed_up(claims=odd)) == ["level_table/done"]
    other = [code for code in rules_of("claim-") if code != "claim-subject"]
    assert not any(subjects(code, summed_up(claims=odd[2:])) for code in other)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.integers(0, 9), min_size=3, max_size=3),
    st.sampled_from(["done", "partial", "awaiting", "projects"]),
    st.integers(-2, 2),
)
def test_a_total_is_found_just_when_its_column_does_not_give_it(
    cells: list[int], column: str, off: int
) -> None:
    """Whatever the cells of a column: the total that is their sum is silent, any other found."""
    printed = dict(zip(((group, column) for group in (PLAN, OFFICE, JOINT)), cells, strict=True))
    made = summed_up(claims=level_table({**printed, ("รวม", column): sum(cells) + off}))
    found = run_rule("claim-table-total", made)
    assert [(one.subject, one.expected) for one in found] == [
        (f"level_table/{column}", f"{sum(cells)}")
    ] * bool(off)
