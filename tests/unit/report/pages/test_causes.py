"""Findings of the annex: by family, each cause with what follows from it."""

from __future__ import annotations

from typing import Any

from plantrack_nb.core.findings import Finding, Severity
from plantrack_nb.core.provenance import SourceRef
from plantrack_nb.render.parts import Paragraph, RowRole, Table, Tone
from plantrack_nb.report import pages as views

_FAMILIES = {"amount-sum": "จำนวนเงิน", "status-word": "สถานะ"}


def _finding(rule: str, subject: str, severity: Severity, **more: Any) -> Finding:
    return Finding(rule, subject, severity, f"ข้อความ {subject}", **more)


def _rows(*findings: Finding) -> list[list[object]]:
    table = views.causes_table(findings, _FAMILIES)
    assert isinstance(table, Table)
    return [[cell.value for cell in row.cells] for row in table.rows]


def test_a_cause_is_followed_by_its_effects() -> None:
    """Families in their order, the proved first, effects below their cause wherever found."""
    cause = _finding("amount-sum", "ก", Severity.ERROR, project_no="1.1", hint="แก้")
    effect = _finding("status-word", "ข", Severity.WARNING, because_of=cause.id)
    other = _finding("status-word", "ค", Severity.WARNING, hint="ดู")
    assert _rows(effect, other, cause) == [
        ["จำนวนเงิน (1 ข้อ)"],
        ["1.1", "ข้อความ ก", "แก้", ""],
        ["ทั้งฉบับ", "เป็นผลจากข้อข้างต้น: ข้อความ ข", "", ""],
        ["สถานะ (1 ข้อ)"],
        ["ทั้งฉบับ", "ข้อความ ค", "ดู", ""],
    ]


def test_counts_agree_with_what_is_listed() -> None:
    """The caption counts causes and effects; what is only worth knowing is neither."""
    cause = _finding("amount-sum", "ก", Severity.ERROR)
    effect = _finding("amount-sum", "ข", Severity.ERROR, because_of=cause.id)
    table = views.causes_table([cause, effect, _finding("x", "ค", Severity.INFO)], _FAMILIES)
    assert isinstance(table, Table)
    assert table.caption == "ข้อตรวจพบ 1 ข้อ และผลที่ตามมา 1 ข้อ"
    assert sum(row.role is RowRole.BODY for row in table.rows) == 2
    counted = views.finding_facts([cause, _finding("x", "ค", Severity.INFO)], info=False)
    assert counted is None


def test_what_repeats_is_told_once() -> None:
    """Advice that stands in the row above, and more places than one, are not printed again."""
    refs = (SourceRef("f", "L1", "x"), SourceRef("f", "L2", "x"))
    one = _finding("amount-sum", "ก", Severity.ERROR, hint="แก้", refs=refs)
    two = _finding("amount-sum", "ข", Severity.WARNING, hint="แก้", found="1", expected="2")
    table = views.causes_table([one, two], _FAMILIES)
    assert isinstance(table, Table)
    assert [row.cells[2].value for row in table.rows[1:]] == ["แก้", ""]
    assert [row.cells[3].value for row in table.rows[1:]] == ["L1 +1", ""]
    assert table.rows[2].cells[1].value == "ข้อความ ข (พบ 1 ควรเป็น 2)"
    assert [row.cells[0].tone for row in table.rows[1:]] == [Tone.BAD, Tone.PLAIN]


def test_nothing_is_told_in_a_sentence() -> None:
    """No findings make no table."""
    assert isinstance(views.causes_table([], _FAMILIES), Paragraph)
