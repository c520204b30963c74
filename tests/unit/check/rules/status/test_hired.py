"""People in service for months whose pay has not begun."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from helpers.rounds import KEY, stacked, tables

from plantrack_nb.check.facts import Facts
from plantrack_nb.check.runner import all_rules
from plantrack_nb.core.findings import Finding, Severity
from plantrack_nb.core.schema import RoundKey
from plantrack_nb.measures.places import Place, Places

if TYPE_CHECKING:
    from helpers.rules import Tables


def _hired(span: str, *, status: str = "in_progress", key: RoundKey = KEY, **line: Any) -> Tables:
    """Build two lines; beside the second a target cell on the same line of the document."""
    pay = {"label": "ค่าจ้างครูสอนภาษาอังกฤษ", "budget": 240_000, "disbursed": 0, **line}
    return tables(
        projects=[{"targets": f"1 อัตรา {span}"}],
        lines=[
            {"line_no": 1, "label": "ประชุม", "budget": 10, "disbursed": 10, "source_ref": "L1.5"},
            {"line_no": 2, "source_ref": "L2.5", **pay},
        ],
        activities=[
            {"activity_no": "1", "text": "ประชุม", "source_ref": "L1.8"},
            {"activity_no": "2", "text": pay["label"], "status": status, "source_ref": "L2.8"},
        ],
        key=key,
    )


def found(given: Tables, **settings: float) -> list[Finding]:
    """Return what the rule finds where the place of every target is known."""
    places = {
        RoundKey(one.district, 2565, 2): [
            Place("1.1", one.source_ref, "", "targets", one.targets, "L2.3", one.targets)
        ]
        for one in Facts(given).projects
    }
    rule = all_rules()["status-hired-unpaid"]
    return list(rule.check(Facts(given, places=Places(places)), {**rule.parameters, **settings}))


def test_service_that_began_two_months_ago() -> None:
    """Half a year ends in March; who was hired in February should have been paid."""
    (one,) = found(_hired("(กพ.- ก.ย.65)"))
    assert (one.subject, one.severity) == ("project_no=1.1; line_no=2", Severity.WARNING)
    assert "กพ.- ก.ย.65" in one.message
    assert [ref.ref for ref in one.refs] == ["L2.5", "L2.8", "L2.3"]


@pytest.mark.parametrize(
    ("span", "changed"),
    [
        ("(มี.ค.-ก.ย.65)", {}),
        ("(เม.ย.-ก.ย.65)", {}),
        ("(กพ.- ก.ย.65)", {"disbursed": 10}),
        ("(กพ.- ก.ย.65)", {"budget": 0}),
        ("(กพ.- ก.ย.65)", {"label": "ซื้อสื่อ"}),
        ("(กพ.- ก.ย.65)", {"status": "not_started"}),
        ("(กพ.- ก.ย.65)", {"status": ""}),
        ("(ม.ค.65)", {}),
        ("ประจำปี 2565", {}),
    ],
)
def test_lines_in_order(span: str, changed: dict[str, Any]) -> None:
    """Just begun, paid, no pay, not started, or without a span of service."""
    assert not found(_hired(span, **changed))


def test_how_long_is_a_parameter() -> None:
    """An office may want to know after one month."""
    assert found(_hired("(มี.ค.-ก.ย.65)"), months=1)


@pytest.mark.parametrize(
    ("span", "told"),
    [
        ("(ม.ค.-ก.พ.65)", 1),
        ("(31 ม.ค.-30 ก.ย.65)", 1),
        ("(1 ก.พ.-30 ก.ย.65)", 1),
        ("(2 ก.พ.-30 ก.ย.65)", 0),
    ],
)
def test_two_months_to_the_day(span: str, told: int) -> None:
    """February and March are two months; so is any span of two months that is over."""
    assert len(found(_hired(span))) == told


def test_small_amounts_and_other_rounds() -> None:
    """Half a baht is a budget; work that has not begun hides none in the round behind it."""
    assert found(_hired("(กพ.- ก.ย.65)", budget=0.5))
    other = _hired("(กพ.- ก.ย.65)", status="not_started", key=RoundKey("0100", 2565, 2))
    (one,) = found(stacked(other, _hired("(กพ.- ก.ย.65)")))
    assert one.district == "0101"
