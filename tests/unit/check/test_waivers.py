"""Findings that a person has accepted."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from helpers.golden import hold_against

from plantrack_nb.check.waivers import Waiver, apply_waivers, read_waivers
from plantrack_nb.core.errors import ParameterError
from plantrack_nb.core.findings import Finding, Severity, to_json

DAY = date(2022, 3, 31)
ONE = Finding(
    "amount-percent", "1.1/line 1", Severity.ERROR, "ร้อยละผิด", project_no="1.1", district="0101"
)
OTHER = Finding("status-awaiting", "project_no=6.10", Severity.WARNING, "รอ", project_no="6.10")


@pytest.fixture(autouse=True)
def _in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLANTRACK_LANG", "en")


def _waiver(**fields: Any) -> Waiver:
    needed = {"reason": "ตรวจแล้ว", "who": "หัวหน้ากลุ่ม", "until": "2565-03-31"}
    return Waiver.model_validate({**needed, **fields})


def _file(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


ENTRY = """
waivers:
  - rule: status-awaiting
    project_no: "6.10"
    reason: ใช้งบของโรงเรียน
    who: เจ้าหน้าที่แผนงาน
    until: {until}
"""


@pytest.mark.parametrize(
    "until", ["2022-09-30", "2565-09-30", '"30 กันยายน 2565"', "30 ก.ย. 65", "๓๐ กันยายน ๒๕๖๕"]
)
def test_days_are_read_in_both_eras(tmp_path: Path, until: str) -> None:
    """An ISO or Thai date, B.E. or C.E., names one day."""
    (one,) = read_waivers(_file(tmp_path / "w.yaml", ENTRY.format(until=until)))
    assert one.until == date(2022, 9, 30)
    assert (one.project_no, one.district) == ("6.10", "")


@pytest.mark.parametrize(
    "until",
    ["2565-13-01", "กันยายน 2565", "31 เมษายน 2565", "1-5 กันยายน 2565", "soon", "ถึง 30 กันยายน 2565"],
)
def test_what_names_no_day_is_refused(tmp_path: Path, until: str) -> None:
    """A month, a range, words or a day that does not exist is no last day."""
    with pytest.raises(ParameterError) as fault:
        read_waivers(_file(tmp_path / "w.yaml", ENTRY.format(until=until)))
    assert "until" in fault.value.why


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    """Every wrong value of every entry is named with its place."""
    text = """
waivers:
  - finding: amount-percent-1a2b3c4d
    until: 2565-09-30
    reason: " "
    typo: x
  - rule: status-awaiting
    project_no: 6.10
    reason: a
    who: b
    until: never
"""
    with pytest.raises(ParameterError) as fault:
        read_waivers(_file(tmp_path / "w.yaml", text))
    for part in ("0.who", "0.reason", "0.typo", "1.project_no", "between quotes", "1.until"):
        assert part in fault.value.why


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"rule": "status-awaiting"},
        {"subject": "x"},
        {"project_no": "1.1"},
        {"finding": "a-1", "rule": "b"},
        {"finding": "a-1", "subject": "b"},
        {"finding": "a-1", "project_no": "b"},
    ],
)
def test_what_is_waived_is_named_in_one_way(fields: dict[str, str]) -> None:
    """Neither nothing, nor a whole rule, nor two ways at once."""
    with pytest.raises(ValueError, match="finding"):
        _waiver(**fields)


@pytest.mark.parametrize("text", ["waivers: []\n", "waivers:\n", "{}\n"])
def test_empty_register(tmp_path: Path, text: str) -> None:
    """No waivers is no fault."""
    assert read_waivers(_file(tmp_path / "w.yaml", text)) == ()


def test_the_shipped_register_is_empty_and_reads(root: Path) -> None:
    """An office begins without waivers."""
    assert read_waivers(root / "params" / "waivers.yaml") == ()


@pytest.mark.parametrize(
    "fields",
    [
        {"finding": ONE.id},
        {"rule": ONE.rule, "subject": ONE.subject},
        {"rule": ONE.rule, "project_no": "1.1"},
        {"rule": ONE.rule, "subject": ONE.subject, "project_no": "1.1"},
        {"finding": ONE.id, "district": "0101"},
    ],
)
def test_ways_to_name_a_finding(fields: dict[str, str]) -> None:
    """By id, or by rule with subject or project; the others stay open."""
    made = apply_waivers([ONE, OTHER], [_waiver(**fields)], DAY)
    assert [bool(one.waived) for one in made.findings] == [True, False]
    assert made.findings[0].waived == "ตรวจแล้ว (หัวหน้ากลุ่ม ถึง 31 มีนาคม 2565)"
    assert made.findings[0].id == ONE.id
    assert (made.expired, made.unused) == ((), ())


@pytest.mark.parametrize(
    "fields",
    [
        {"finding": "amount-percent-00000000"},
        {"rule": ONE.rule, "subject": "2.2"},
        {"rule": ONE.rule, "project_no": "2.2"},
        {"rule": "other", "project_no": "1.1"},
        {"rule": ONE.rule, "subject": ONE.subject, "project_no": "2.2"},
        {"finding": ONE.id, "district": "0102"},
    ],
)
def test_waiver_that_meets_nothing(fields: dict[str, str]) -> None:
    """It is reported as an information, behind the findings."""
    waiver = _waiver(**fields)
    made = apply_waivers([ONE], [waiver], DAY)
    assert made.unused == (waiver,)
    found, told = made.findings
    assert not found.waived
    assert (told.rule, told.severity, told.subject) == ("waiver-unused", Severity.INFO, waiver.name)


def test_waiver_holds_until_its_last_day_is_over() -> None:
    """On the last day it holds; the day after it is reported, with what it covered."""
    waiver = _waiver(finding=ONE.id)
    assert apply_waivers([ONE], [waiver], date(2022, 3, 31)).findings[0].waived
    made = apply_waivers([ONE], [waiver], date(2022, 4, 1))
    assert (made.expired, made.unused) == ((waiver,), ())
    found, told = made.findings
    assert not found.waived
    assert (told.rule, told.severity) == ("waiver-expired", Severity.WARNING)
    assert "ยังพบอยู่ 1 ข้อ" in told.message
    assert "ไม่พบแล้ว" in apply_waivers([], [waiver], date(2022, 4, 1)).findings[0].message


def test_the_first_of_two_waivers_counts() -> None:
    """Both are in use; the first one's reason stands."""
    first, second = _waiver(finding=ONE.id), _waiver(rule=ONE.rule, project_no="1.1", reason="ซ้ำ")
    made = apply_waivers([ONE], [first, second], DAY)
    assert made.findings[0].waived.startswith("ตรวจแล้ว")
    assert made.unused == ()


def test_waivers_of_other_districts_are_left_alone() -> None:
    """Only what was checked can leave a waiver unused or expired."""
    elsewhere = _waiver(finding="x-1", district="0102")
    anywhere = _waiver(finding="x-1")
    made = apply_waivers([ONE], [elsewhere, anywhere], DAY, districts=["0101"])
    assert made.unused == (anywhere,)
    assert apply_waivers([ONE], [elsewhere], DAY, districts=["0102"]).unused == (elsewhere,)


def test_reports_on_waivers_word_by_word() -> None:
    """What is said of waivers that ran out or meet nothing is as it was looked at."""
    kinds = ({"rule": "x", "project_no": "6.10", "district": "0101"}, {"rule": "x", "subject": "s"})
    stale = [
        _waiver(**kind, until=until) for kind in kinds for until in ("2565-01-31", "2566-01-31")
    ]
    made = apply_waivers([], stale, DAY)
    hold_against("findings-waivers.json", to_json(made.findings))
