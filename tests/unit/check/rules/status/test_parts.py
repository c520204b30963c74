"""Marks of activities against each other."""

from __future__ import annotations

from typing import Any

import pytest
from helpers.checking import run_rule, subjects
from helpers.rounds import stacked, tables
from hypothesis import given, settings
from hypothesis import strategies as st

from plantrack_nb.core.findings import Severity
from plantrack_nb.core.schema import RoundKey

Mark = str | float | None


def _row(activity_no: str, mark: Mark, text: str = "") -> dict[str, Any]:
    parent = activity_no.rpartition("-")[0]
    percent = mark if isinstance(mark, int | float) else None
    status = "in_progress" if percent is not None else mark or ""
    return {
        "activity_no": activity_no,
        "parent_no": parent,
        "status": status,
        "progress_pct": percent,
        "text": text or f"กิจกรรมหมายเลข {activity_no}",
    }


def _marks(**marks: Mark) -> dict[str, Any]:
    """Activities by number, underscores for hyphens: ``_marks(a1="done", a1_2=40)``."""
    rows = [_row(name[1:].replace("_", "-"), mark) for name, mark in marks.items()]
    return tables(projects=[{}], activities=rows)


@pytest.mark.parametrize(
    ("parent", "part"),
    [
        ("done", "in_progress"),
        ("done", "not_started"),
        ("done", 99),
        ("not_started", "done"),
        ("not_started", "in_progress"),
    ],
)
def test_parent_against_its_part(parent: Mark, part: Mark) -> None:
    """A parent may be neither done before its parts nor untouched after them."""
    (one,) = run_rule("status-parent", _marks(a1=parent, a1_1=part, a1_2=parent))
    assert one.subject == "project_no=1.1; activity_no=1"
    assert one.severity is Severity.WARNING
    assert [ref.ref for ref in one.refs] == ["activities!A1", "activities!A2"]


@pytest.mark.parametrize(
    ("parent", "part"),
    [("done", "done"), ("not_started", "not_started"), ("in_progress", "done"), ("done", None),
     ("not_started", None), (40, "not_started"), (None, "done")],
)  # fmt: skip
def test_parent_that_fits(parent: Mark, part: Mark) -> None:
    """Equal marks, work going on, and parts or parents without a mark are in order."""
    assert not subjects("status-parent", _marks(a1=parent, a1_1=part))


@pytest.mark.parametrize(
    ("parent", "parts", "expected"),
    [
        (70, ["done", "done"], "100"),
        (30, [20], "20"),
        (50.51, [40, 50], "40 ถึง 50"),
        (39.49, [40, 50], "40 ถึง 50"),
        (50.5, [40, 50], None),
        (39.5, [40, 50], None),
        (45, [40, 50], None),
        (70, ["done", "in_progress"], None),
        (70, ["done", None], None),
        (70, [], None),
        ("in_progress", [20], None),
        (10, ["not_started", "not_started"], "0"),
        (30, ["done", "done", 50, "in_progress"], "62.50 ถึง 87.50"),
        (40, [70, 70, 70, 40, 40], "58"),
        (48, [70, 70, 70, 40, 40], "58"),
        (48.01, [70, 70, 70, 40, 40], None),
        (30, ["done", "done", "in_progress", None], "50 ถึง 100"),
        (60, ["not_started", "not_started", "in_progress"], "0 ถึง 33.33"),
        (40.01, ["done", "in_progress"], None),
    ],
)
def test_parent_percent(parent: Mark, parts: list[Mark], expected: str | None) -> None:
    """A parent's percent lies between its parts', and near what they can add up to."""
    rows = {f"a1_{at}": mark for at, mark in enumerate(parts, 1)}
    found = run_rule("status-parent-percent", _marks(a1=parent, **rows))
    assert [one.expected for one in found] == ([expected] if expected else [])


def test_parent_percent_tolerance_is_a_parameter() -> None:
    """How far outside is outside may be set."""
    given = _marks(a1=30, a1_1=20)
    assert not subjects("status-parent-percent", given, tolerance_points=10, mean_points=11)
    assert subjects("status-parent-percent", given, tolerance_points=9.9, mean_points=11)
    assert subjects("status-parent-percent", given, tolerance_points=10, mean_points=10)


@settings(deadline=None)
@given(
    st.lists(st.one_of(st.floats(1, 99), st.just("done")), min_size=1, max_size=6),
    st.lists(st.floats(0, 100), max_size=3),
)
def test_a_mean_is_never_outside(known: list[Mark], hidden: list[float]) -> None:
    """The mean of the parts is accepted, whatever those without a percent stand at."""
    percents = [100.0 if one == "done" else float(one or 0) for one in known]
    mean = sum([*percents, *hidden]) / (len(known) + len(hidden))
    parts: list[Mark] = [*known, *("in_progress" for _ in hidden)]
    rows = {f"a1_{at}": one for at, one in enumerate(parts, 1)}
    assert not subjects("status-parent-percent", _marks(a1=mean, **rows))


def _twins(first: tuple[str, Mark], second: tuple[str, Mark], text: str) -> dict[str, Any]:
    return tables(projects=[{}], activities=[_row(*first, text), _row(*second, text)])


def test_same_activity_with_two_statuses() -> None:
    """One text under one parent has one status."""
    (one,) = run_rule("status-same-activity", _twins(("1", "done"), ("2", 40), "อบรมครู"))
    assert one.found == "สำเร็จแล้ว และ ร้อยละ 40"
    assert "(1 และ 2)" in one.message
    assert len(one.refs) == 2
    assert not subjects("status-same-activity", _twins(("1", 40), ("2", 40), "อบรมครู"))
    assert not subjects("status-same-activity", _twins(("1", 40), ("2", None), "อบรมครู"))
    assert not subjects("status-same-activity", _twins(("1", 40), ("2", "done"), " "))


def test_same_short_text_under_two_parents() -> None:
    """Across parents only a long text is taken for the same work."""
    short, long = "ก" * 39, "ก" * 40
    assert not subjects("status-same-activity", _twins(("1-1", "done"), ("2-1", 40), short))
    assert subjects("status-same-activity", _twins(("1-1", "done"), ("2-1", 40), long))
    assert subjects(
        "status-same-activity", _twins(("1-1", "done"), ("2-1", 40), short), long_text=39
    )


def test_same_text_in_two_districts_is_no_twin() -> None:
    """Stacked rounds do not mix, though their project numbers are equal."""
    one = tables(projects=[{}], activities=[_row("1", "done", "อบรมครู")])
    other = tables(
        projects=[{}], activities=[_row("1", 40, "อบรมครู")], key=RoundKey("0102", 2565, 2)
    )
    assert not subjects("status-same-activity", stacked(one, other))
