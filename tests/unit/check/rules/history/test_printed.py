"""Figures of earlier rounds in this document's own words."""

from __future__ import annotations

import pytest
from helpers.earlier import SECOND, a_round, found

CODE = "history-printed-otherwise"
SPENT = [{"budget": 4_000_000.0, "disbursed": 1_200_000.0}]


def told(text: str, project_no: str = "") -> list[str]:
    """Return what is expected instead of what a paragraph of the second round says."""
    row = {"kind": "summary", "text": text, "project_no": project_no}
    after = a_round(SECOND, narrative=[row])
    return [one.expected for one in found(CODE, a_round(lines=SPENT), after)]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("รอบ 3 เดือน เบิกจ่ายแล้ว 1,020,000 บาท", "1,200,000 บาท"),
        ("เมื่อไตรมาสที่ ๑ มีผลการเบิกจ่ายร้อยละ ๓๕.๐๐", "ร้อยละ 30"),
    ],
)
def test_another_figure_than_was_reported(text: str, right: str) -> None:
    """Amounts and percents, in whatever digits."""
    assert told(text) == [right]


@pytest.mark.parametrize(
    "text",
    [
        "รอบ 3 เดือน เบิกจ่ายแล้ว 1,200,000.00 บาท",
        "ไตรมาสที่ 1 เบิกจ่ายร้อยละ 30",
        "ไตรมาสที่ 1 กลยุทธ์ที่ 2 เบิกจ่าย 500,000 บาท",
        "ไตรมาสที่ 1 มีเป้าหมายเบิกจ่ายร้อยละ 32",
        "ไตรมาสที่ 2 เบิกจ่าย 900,000 บาท",
        "รอบ 3 เดือน เบิกจ่าย 12 โครงการ",
        "รอบ 3 เดือน เบิกจ่าย 1.2 ล้านบาท",
    ],
)
def test_what_agrees_or_is_about_another_thing(text: str) -> None:
    """Rounded figures, targets, parts of the office, this round itself, counts."""
    assert told(text) == []


def test_a_project_s_own_figures_are_its_own() -> None:
    """What is said of one project is not the office's sum."""
    assert told("ไตรมาสที่ 1 เบิกจ่าย 5,000 บาท", project_no="1.1") == []
