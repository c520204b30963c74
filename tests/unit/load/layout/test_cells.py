"""What a cell can be is told from its text alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantrack_nb.load.layout.cells import MISFIT, CellKind, fit, kind_of
from plantrack_nb.load.layout.record import Role
from plantrack_nb.thai.text import thai_digits

EXAMPLES = {
    CellKind.BLANK: ["", " \n "],
    CellKind.PROJECT_NO: ["1.1", "6.10", "1.2.3", "74.95"],
    CellKind.STATUS: ["สำเร็จแล้ว", "70 สำเร็จแล้ว สำเร็จแล้ว", "ระหว่างดำเนินการ\nยังไม่ดำเนินการ"],
    CellKind.SMALL_NUMBER: ["70", "98.05%", "100"],
    CellKind.ZERO: ["0", "0.00", "0\n0", "0\n3,600 (50)\n-"],
    CellKind.AMOUNT: ["12,500", "180,000.-", "99,000\n7,200", "(96,000)", "2500"],
    CellKind.AMOUNT_WITH_PERCENT: ["386,510 (98.05)", "24,300 (100)"],
    CellKind.BUDGET_MARK: ["รอจัดสรร", "รจัดสรร", "รอกจัดสรร", "ไม่ใช้งบ"],
    CellKind.DASH: ["-", "–"],
    CellKind.OWNER: ["กลุ่มนิเทศฯ (นายสมมติ ตัวอย่าง)", "2.ทุกกลุ่ม", "หน่วยตรวจสอบภายใน", "นางดี งาม)"],
    CellKind.BULLET: ["- ติดตามผล", "(1) ตรวจ", "2) ระดับโรงเรียน"],
    CellKind.NUMBERED: ["1.ประชุม", "12. อบรม"],
    CellKind.INDICATOR: ["1.ร้อยละ 80 ของครู", "ร้อยละ 100 ของโรงเรียน"],
    CellKind.PROJECT_NAME: ["โครงการพัฒนางานประกันคุณภาพ"],
    CellKind.COUNT: ["18 อัตรา (พ.ย.64-ก.ย.65)", "จำนวน 2 ราย"],
    CellKind.OBSTACLE: ["ปัญหาอุปสรรค งบประมาณล่าช้า", "ปัญหา/อุปสรรค: ฝนตก"],
    CellKind.TEXT: ["ต่อเนื่องจากหน้าก่อน", "ที่", "ผู้รับผิดชอบ"],
}


@pytest.mark.parametrize(
    ("text", "kind"), [(text, kind) for kind, texts in EXAMPLES.items() for text in texts]
)
def test_examples(text: str, kind: CellKind) -> None:
    """Each example is of its kind, in Arabic and in Thai digits."""
    assert kind_of(text) is kind
    assert kind_of(thai_digits(text)) is kind


def test_fit() -> None:
    """An amount belongs to the budget, never to the owner; words may hold a figure, too."""
    assert fit(CellKind.AMOUNT, Role.BUDGET) > fit(CellKind.AMOUNT, Role.DISBURSED) > 0
    assert fit(CellKind.AMOUNT, Role.OWNER) == MISFIT
    assert fit(CellKind.TEXT, None) == MISFIT
    assert MISFIT < fit(CellKind.AMOUNT, Role.TARGETS) < 0
    assert fit(CellKind.BLANK, None) == 0


@given(st.text(), st.sampled_from([*Role, None]))
def test_any_text(text: str, role: Role | None) -> None:
    """Any text has a kind, and every kind has a fit for every column."""
    assert fit(kind_of(text), role) >= MISFIT
