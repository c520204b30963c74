"""Groups written in several ways."""

from __future__ import annotations

import pytest
from helpers.rounds import tables
from helpers.rules import Tables, found

from plantrack_nb.core.findings import Severity


def groups(*names: str) -> Tables:
    """Build one activity for each owner group, each in its own line."""
    rows = [{"owner_groups": name, "source_ref": f"L{at}.8"} for at, name in enumerate(names)]
    return tables(activities=rows)


@pytest.mark.parametrize(
    ("form", "short", "severity"),
    [
        ("กลุ่มบริหารการเงินฯ", "กลุ่มบริหารงานการเงินฯ", Severity.INFO),
        ("กลุ่มส่งเสริมจัดการศึกษา", "กลุ่มส่งเสริมการจัดฯ", Severity.INFO),
        ("กลุ่มอำนวยกร", "กลุ่มอำนวยการ", Severity.WARNING),
    ],
)
def test_other_forms_of_a_group(form: str, short: str, severity: Severity) -> None:
    """A known other form is told; one that nobody knows is likely a slip."""
    (one,) = found("name-group", groups("กลุ่มอำนวยการ", form, form))
    assert (one.found, one.expected, one.severity) == (form, short, severity)
    assert f"“{form}”" in one.message


@pytest.mark.parametrize(
    "name",
    ["กลุ่มอำนวยการ", "กลุ่มนโยบายฯ", "กลุ่มนโยบายและแผน", "ทุกกลุ่ม", "โรงเรียนบ้านดี", "", "กลุ่มแม่บ้าน"],
)
def test_official_and_short_forms(name: str) -> None:
    """Official names, short forms and owners that are no group of the office are right."""
    assert found("name-group", groups(name)) == []


def test_the_right_form_that_the_document_uses_most_is_shown() -> None:
    """Official or short: whichever the office itself writes."""
    names = ("กลุ่มส่งเสริมการจัดการศึกษา", "กลุ่มส่งเสริมการจัดฯ", "กลุ่มส่งเสริมการจัดการศึกษา")
    (one,) = found("name-group", groups(*names, "กลุ่มส่งเสริมจัดการศึกษา"))
    assert one.expected == "กลุ่มส่งเสริมการจัดการศึกษา"


def test_one_line_is_one_place() -> None:
    """An owner cell of a block of activities counts once."""
    rows = [
        {"owner_groups": "กลุ่มบริหารการเงินฯ; กลุ่มอำนวยการ", "source_ref": "L1.8", "text": text}
        for text in "กขค"
    ]
    (one,) = found("name-group", tables(activities=rows))
    assert len(one.refs) == 1
