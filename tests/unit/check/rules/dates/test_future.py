"""Days after the report."""

from __future__ import annotations

import pytest
from helpers.rounds import stacked, tables
from helpers.rules import Tables, found

from plantrack_nb.core.findings import Severity
from plantrack_nb.core.schema import RoundKey

KEY = RoundKey("0101", 2565, 2)


def told(
    text: str,
    status: str = "in_progress",
    memo: str = "วันที่ 22 เมษายน 2565",
    key: RoundKey = KEY,
) -> Tables:
    """Build an activity in a report whose memo bears a day."""
    return tables(
        activities=[{"text": text, "status": status}],
        narrative=[{"kind": "memo", "text": memo}] if memo else [],
        key=key,
    )


@pytest.mark.parametrize(
    ("text", "status", "severity"),
    [
        ("เข้าตรวจสอบ ระหว่างวันที่ 18-22 กรกฎาคม 2565", "in_progress", Severity.WARNING),
        ("เข้าตรวจสอบ วันที่ 23 เมษายน 2565", "in_progress", Severity.WARNING),
        ("เข้าตรวจสอบ วันที่ 23 เมษายน 2565", "done", Severity.ERROR),
        ("ตรวจเรียบร้อยแล้ว (2 ธ.ค.2564-30มิย.2565)", "in_progress", Severity.ERROR),
        ("เข้าตรวจสอบ เดือนกรกฎาคม 2565", "done", Severity.ERROR),
        ("เข้าตรวจสอบ วันที่ 22 เมษายน 2565", "done", Severity.INFO),
        ("เข้าตรวจสอบ วันที่ 1 เมษายน 2565", "done", Severity.INFO),
    ],
)
def test_deeds_after_the_report(text: str, status: str, severity: Severity) -> None:
    """Done after the report's own day is proved wrong; under way then is doubtful."""
    (one,) = found("date-future-deed", told(text, status))
    assert one.severity is severity
    assert "22 เมษายน 2565" in one.message
    assert [ref.ref for ref in one.refs] == ["activities!A1", "narrative!A1"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("เข้าตรวจสอบ วันที่ 31 มีนาคม 2565", "done"),
        ("เข้าตรวจสอบ วันที่ 1 เมษายน 2565", "in_progress"),
        ("เข้าตรวจสอบ วันที่ 23 กรกฎาคม 2565", "not_started"),
        ("เข้าตรวจสอบ วันที่ 23 กรกฎาคม 2565", ""),
        ("กำหนดจัดวันที่ 18-22 กรกฎาคม 2565", "in_progress"),
        ("สัญญาจ้างสิ้นสุด 30 กันยายน 2565", "done"),
        ("ทำสัญญา (2 ธ.ค.2564-30มิย.2565)", "in_progress"),
        ("จ้างครู (ต.ค.64-ก.ย.65)", "done"),
        ("รับนักเรียนปีการศึกษา 2565", "done"),
        ("ตรวจแล้วตามข้อมูล 10 มิ.ย.65", "done"),
    ],
)
def test_plans_contracts_and_past_days(text: str, status: str) -> None:
    """What is planned, or began in time, is no contradiction."""
    assert found("date-future-deed", told(text, status)) == []


@pytest.mark.parametrize("memo", ["", "เรื่อง วันที่ 22 เมษายน 2565", "วันที่ เมษายน 2565"])
def test_without_a_day_of_its_own_the_round_ends_the_report(memo: str) -> None:
    """Then nothing is proved, since the report may be of any later day."""
    late = "เข้าตรวจสอบ วันที่ 1 เมษายน 2565"
    (one,) = found("date-future-deed", told(late, "done", memo))
    assert one.severity is Severity.WARNING
    assert "31 มีนาคม 2565" in one.message
    assert len(one.refs) == 1


def test_a_memo_dated_before_the_rounds_end_is_not_believed() -> None:
    """A day within the round is some other day."""
    (one,) = found("date-future-deed", told("ตรวจ 1 เมษายน 2565", "done", "วันที่ 5 มกราคม 2565"))
    assert "31 มีนาคม 2565" in one.message


def test_first_day_in_the_memo_counts() -> None:
    """Later lines that begin alike do not move the report's day."""
    given = tables(
        activities=[{"text": "ตรวจ 1 พฤษภาคม 2565", "status": "done"}],
        narrative=[
            {"kind": "summary", "text": "วันที่ 1 มิถุนายน 2565"},
            {"kind": "memo", "text": "วันที่ 22 เมษายน 2565"},
            {"kind": "memo", "text": "วันที่ 1 มิถุนายน 2565 จะประชุม"},
        ],
    )
    (one,) = found("date-future-deed", given)
    assert "22 เมษายน 2565" in one.message


def test_each_round_has_its_own_day() -> None:
    """A later report of another district knows more."""
    text = "ตรวจ 1 พฤษภาคม 2565"
    early = told(text, "done", key=KEY)
    late = told(text, "done", "วันที่ 2 พฤษภาคม 2565", key=RoundKey("0102", 2565, 2))
    findings = found("date-future-deed", stacked(early, late))
    assert [(one.district, one.severity) for one in findings] == [
        ("0101", Severity.ERROR),
        ("0102", Severity.INFO),
    ]


@pytest.mark.parametrize(
    ("text", "fires"),
    [
        ("ตามข้อมูล 10 มิ.ย.65 ทุกคน", True),
        ("ข้อมูล ณ วันที่ 23 เมษายน 2565", True),
        ("ข้อมูล ณ วันที่ 22 เมษายน 2565", False),
        ("ข้อมูล ณ 10 พ.ย. 64", False),
        ("จัดทำข้อมูลให้เสร็จใน 10 มิ.ย.65", False),
    ],
)
def test_data_of_a_day_to_come(text: str, fires: bool) -> None:
    """Data cannot be of a day after the report."""
    given = told("กิจกรรม") | {
        "projects": tables(projects=[{"targets": text}])["projects"],
    }
    findings = found("date-future-data", given)
    assert bool(findings) is fires
    for one in findings:
        assert one.severity is Severity.WARNING
        assert "เป้าหมาย" in one.message
