"""The finest cause wins; the rest hang under it."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from plantrack_nb.check.causes import EXPLAINED_BY, hang, id_of
from plantrack_nb.check.runner import all_rules
from plantrack_nb.core.findings import Cell, Finding, Severity


def _found(
    rule: str, subject: str = "a", because_of: str = "", *rows: str, district: str = ""
) -> Finding:
    cells = tuple(Cell("budget_lines", row, "budget") for row in rows)
    return Finding(
        rule, subject, Severity.ERROR, "", cells=cells, because_of=because_of, district=district
    )


def test_id_of_is_the_findings_id() -> None:
    """The id is known before the finding is made."""
    assert id_of("x", "a") == _found("x").id


def test_a_cause_that_was_found_stays() -> None:
    """A named cause is kept when it was found in the same district, else dropped."""
    fine, coarse = _found("x"), _found("y", because_of=id_of("x", "a"))
    assert hang([fine, coarse]) == [fine, coarse]
    assert hang([coarse]) == [replace(coarse, because_of="")]
    elsewhere = replace(fine, district="0102")
    assert hang([elsewhere, coarse])[1].because_of == ""


def test_chains_end_at_the_finest() -> None:
    """What hangs under a hanging finding hangs under the last one."""
    fine = _found("x")
    middle = _found("y", because_of=fine.id)
    coarse = _found("z", because_of=middle.id)
    assert [one.because_of for one in hang([coarse, middle, fine])] == [fine.id, fine.id, ""]


def test_circles_are_cut() -> None:
    """Findings that name each other, or themselves, stand by themselves."""
    one, other = _found("x", because_of=id_of("y", "a")), _found("y", because_of=id_of("x", "a"))
    own = _found("z", because_of=id_of("z", "a"))
    assert [found.because_of for found in hang([one, other, own])] == ["", "", ""]


def test_twice_the_same_stands_once() -> None:
    """The same finding twice is one; another one with its id is not lost."""
    one = _found("x")
    assert hang([one, one, replace(one, message="b")]) == [one, replace(one, message="b")]


def test_one_row_seen_by_two_rules() -> None:
    """A coarse finding hangs under the best finer one the row of whose first cell it involves."""
    coarse = _found("amount-percent", "1.1/line 1", "", "L1", "L2")
    scale = _found("amount-percent-scale", "1.1/line 1", "", "L2")
    unit = _found("amount-unit", "1.1/line 1", "", "L1")
    assert hang([coarse, scale, unit])[0].because_of == unit.id
    assert hang([coarse, scale])[0].because_of == scale.id
    assert hang([coarse, replace(unit, cells=())])[0].because_of == ""
    assert hang([coarse, _found("amount-unit", "x", "", "L9", "L1")])[0].because_of == ""
    assert hang([coarse, replace(unit, district="0102")])[0].because_of == ""
    assert hang([unit, scale])[0].because_of == ""
    beside = replace(coarse, cells=(), beside=(Cell("budget_lines", "L1", "disbursed"),))
    assert hang([beside, unit])[0].because_of == unit.id
    claim = replace(coarse, cells=(Cell("claims", "L1", "value"),))
    assert hang([claim, unit])[0].because_of == ""


def test_a_named_cause_goes_before_a_shared_cell() -> None:
    """What a rule proves itself is not replaced by what cells suggest."""
    named = _found("x")
    coarse = _found("amount-percent", "1.1/line 1", named.id, "L1")
    unit = _found("amount-unit", "1.1/line 1", "", "L1")
    assert hang([coarse, unit, named])[0].because_of == named.id


def test_only_registered_rules_explain() -> None:
    """Every rule in the table of causes is registered."""
    named = {*EXPLAINED_BY, *(code for codes in EXPLAINED_BY.values() for code in codes)}
    assert named <= set(all_rules())


_NAMES = st.sampled_from("abcd")


@settings(deadline=None)
@given(st.lists(st.tuples(_NAMES, _NAMES | st.just("")), max_size=8))
def test_every_cause_stands_by_itself(pairs: list[tuple[str, str]]) -> None:
    """Whatever causes are named, each one left is a finding without a cause."""
    given_ones = [_found(rule, "a", id_of(cause, "a") if cause else "") for rule, cause in pairs]
    hung = hang(given_ones)
    first = {}
    for one in hung:
        first[one.id] = one.because_of
    assert all(first[one.because_of] == "" for one in hung if one.because_of)
    assert {one.rule for one in hung} == {rule for rule, _ in pairs}
