"""Findings: lasting names, JSON there and back, the worst of many."""

from __future__ import annotations

import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from plantrack_nb.core.findings import Cell, Finding, Severity, from_json, to_json, worst
from plantrack_nb.core.provenance import SourceRef

TEXT = st.text(st.characters(exclude_categories=["Cs"]))
REFS = st.builds(SourceRef, TEXT, TEXT, TEXT, TEXT)
CELLS = st.lists(st.builds(Cell, TEXT, TEXT, TEXT), max_size=3).map(tuple)
FINDINGS = st.builds(
    Finding,
    rule=TEXT,
    subject=TEXT,
    severity=st.sampled_from(Severity),
    message=TEXT,
    project_no=TEXT,
    expected=TEXT,
    found=TEXT,
    hint=TEXT,
    cells=CELLS,
    beside=CELLS,
    refs=st.lists(REFS, max_size=3).map(tuple),
    because_of=TEXT,
    waived=TEXT,
)
ONE = Finding("amount-percent", "6.7/line 1", Severity.ERROR, "ร้อยละไม่ตรงกับยอดเงิน")


@given(st.lists(FINDINGS, max_size=4))
def test_json_there_and_back(findings: list[Finding]) -> None:
    """What was written is read back the same, refs and Thai and all."""
    again = from_json(to_json(findings))
    assert again == findings
    marks = [[ref.mark for ref in one.refs] for one in findings]
    assert [[ref.mark for ref in one.refs] for one in again] == marks


def test_findings_of_an_earlier_version_are_read() -> None:
    """Without cells and marks a finding is still one."""
    (record,) = json.loads(to_json([ONE]))
    del record["cells"], record["beside"]
    assert from_json(json.dumps([record])) == [ONE]


def test_json_has_the_documented_fields() -> None:
    """A finding in JSON starts with its id, and spells Thai out."""
    ref, cell = SourceRef("a.txt", "L1", "ก"), Cell("budget_lines", "6.7/1", "reported_pct")
    text = to_json([replace(ONE, refs=(ref,), cells=(cell,))])
    (record,) = json.loads(text)
    assert next(iter(record)) == "id"
    assert {"rule", "severity", "project_no", "message", "expected"} < record.keys()
    assert {"found", "hint", "refs", "waived", "because_of"} < record.keys()
    assert record["refs"] == [{"file": "a.txt", "ref": "L1", "raw": "ก", "mark": ""}]
    assert record["cells"] == [{"table": "budget_lines", "row": "6.7/1", "column": "reported_pct"}]
    assert "ร้อยละ" in text


@given(FINDINGS)
def test_the_id_depends_on_rule_and_subject_alone(one: Finding) -> None:
    """Whatever else changes from round to round, the finding keeps its name."""
    moved = Finding(one.rule, one.subject, Severity.INFO, "another sentence", found="1")
    assert moved.id == one.id
    assert replace(one, subject=one.subject + "x").id != one.id


def test_an_id_is_the_same_in_every_version() -> None:
    """Waivers name findings by id, so the way it is made may never change."""
    assert ONE.id == "amount-percent-2f49db22"


def test_the_worst_counts_what_is_not_waived() -> None:
    """A waived error does not outweigh an open warning; nothing open is nothing."""
    waived = replace(ONE, waived="ตรวจสอบแล้ว")
    warning = replace(ONE, severity=Severity.WARNING)
    assert worst([waived, warning, replace(ONE, severity=Severity.INFO)]) is Severity.WARNING
    assert worst([waived]) is None
    assert worst([]) is None


def test_severities_are_ordered_by_weight() -> None:
    """An error weighs most."""
    assert [one.rank for one in (Severity.ERROR, Severity.WARNING, Severity.INFO)] == [0, 1, 2]
