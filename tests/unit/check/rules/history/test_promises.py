"""Promises whose time has passed."""

from __future__ import annotations

import pytest
from helpers.earlier import a_round, found

from plantrack_nb.core.findings import Severity
from plantrack_nb.core.schema import RoundKey


def told(text: str, status: str = "not_started", quarter: int = 3) -> list[str]:
    """Return the words of passed promises in an activity."""
    doing = [{"text": text, "status": status}]
    key = RoundKey("0101", 2565, quarter)
    return [
        one.found for one in found("history-promise-passed", None, a_round(key, activities=doing))
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("จะดำเนินการในไตรมาส 3", "ไตรมาส 3"),
        ("ดำเนินการในไตรมาส 3", "ไตรมาส 3"),
        ("กำหนดจัดอบรมในเดือนพฤษภาคม 2565", "พฤษภาคม 2565"),
        ("คาดว่าจะแล้วเสร็จภายในวันที่ ๑๕ มิถุนายน ๒๕๖๕", "๑๕ มิถุนายน ๒๕๖๕"),
        ("เลื่อนไปไตรมาสที่ 2-3", "ไตรมาสที่ 2-3"),
    ],
)
def test_a_time_that_has_passed(text: str, words: str) -> None:
    """Quarters, months and days, in whatever digits."""
    assert told(text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "จะดำเนินการในไตรมาส 4",
        "จะดำเนินการในไตรมาส 3-4",
        "ประชุมวางแผน เมื่อวันที่ 24 พฤศจิกายน 2564",
        "ประชุมเมื่อวันที่ 10 พฤษภาคม 2565",
        "รายงานผลไตรมาส 2",
        "เลื่อนจากไตรมาส 2 จะจัดในไตรมาส 4",
    ],
)
def test_a_time_to_come_or_a_deed_of_the_past(text: str) -> None:
    """The last time that is announced counts."""
    assert told(text) == []


def test_what_is_done_was_kept() -> None:
    """A status of nobody's says nothing; what is under way is only noted."""
    assert told("จะดำเนินการในไตรมาส 2", "done") == []
    assert told("จะดำเนินการในไตรมาส 2", "") == []
    doing = [{"text": "จะดำเนินการในไตรมาส 2", "status": "in_progress"}]
    [one] = found(
        "history-promise-passed", None, a_round(RoundKey("0101", 2565, 2), activities=doing)
    )
    assert one.severity is Severity.INFO
