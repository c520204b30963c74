"""Words of completion against marks."""

from __future__ import annotations

from typing import Any

import pytest
from helpers.checking import run_rule, subjects
from helpers.rounds import tables

from plantrack_nb.core.findings import Severity


def _act(text: str, **mark: Any) -> Any:
    return tables(projects=[{}], activities=[{"text": text, "status": "in_progress", **mark}])


@pytest.mark.parametrize(
    ("text", "mark", "found"),
    [
        ("ตรวจสอบตามแผนการตรวจสอบเรียบร้อยแล้ว จำนวน 17 แห่ง", {"progress_pct": 85}, "ร้อยละ 85"),
        ("จัดพิมพ์คู่มือแล้วเสร็จ", {}, "ระหว่างดำเนินการ"),
        ("ส่งมอบงานเสร็จเรียบร้อย", {"progress_pct": 99}, "ร้อยละ 99"),
        ("ส่งมอบงานเสร็จเรียบร้อย", {"progress_pct": 0.5}, "ร้อยละ 0.50"),
        ("ส่งมอบงานเสร็จเรียบร้อย", {"progress_pct": 0}, "ระหว่างดำเนินการ"),
    ],
)
def test_finished_in_words_only(text: str, mark: dict[str, Any], found: str) -> None:
    """The words say finished, the mark says otherwise."""
    (one,) = run_rule("status-word", _act(text, **mark))
    assert (one.found, one.expected, one.severity) == (found, "สำเร็จแล้ว", Severity.WARNING)
    assert one.subject == "project_no=1.1; activity_no=1"


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("อบรมครูเสร็จสิ้นแล้ว", {"status": "done"}),
        ("อบรมครูเสร็จสิ้นแล้ว", {"status": ""}),
        ("อบรมครูเสร็จสิ้นแล้ว", {"progress_pct": 100}),
        ("ติดตามให้โรงเรียนดำเนินการแล้วเสร็จ", {}),
        ("จะดำเนินการให้แล้วเสร็จภายในเดือนกันยายน", {}),
        ("ดำเนินการแล้วเสร็จภายในปีงบประมาณ", {}),
        ("ยังไม่แล้วเสร็จ", {}),
        ("หลังอบรมเสร็จสิ้นแล้วให้รายงาน", {}),
        ("ประเมินโรงเรียน (รุ่นที่ 1 เรียบร้อยแล้ว)", {}),
        ("ก่อสร้างแล้วเสร็จร้อยละ 60", {}),
        ("ดูแลความเรียบร้อยของอาคาร", {}),
        ("จะส่งแล้วเสร็จ", {}),
    ],
)
def test_marks_that_fit_and_work_that_is_planned(text: str, mark: dict[str, Any]) -> None:
    """Plans, conditions, part of the work and brackets say nothing of the whole."""
    assert not subjects("status-word", _act(text, **mark))


def test_what_is_shown_of_the_text() -> None:
    """The words from the claim on are quoted; a nameless one names itself."""
    text = "ตรวจแล้วเสร็จ (17 แห่ง) ทุกตำบล"
    (one,) = run_rule("status-word", _act(text, activity_no=""))
    assert "เขียนว่า “แล้วเสร็จ (17 แห่ง) ทุกตำบล” แต่" in one.message
    assert one.subject == "project_no=1.1; activity_no=ตรวจแล้วเสร็จ(17แห่ง)ทุกตำบล"
