"""A round checked with the files its office keeps."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from helpers.rounds import stacked, tables

from plantrack_nb.check.office_check import OfficeFiles, check_round
from plantrack_nb.check.runner import check_tables
from plantrack_nb.core.errors import ParameterError
from plantrack_nb.core.schema import RoundKey

DAY = date(2022, 4, 22)
WAIVER = """
waivers:
  - rule: amount-over-budget
    project_no: "1.1"
    district: "{district}"
    reason: ได้รับเพิ่มแล้ว
    who: หัวหน้ากลุ่ม
    until: 2565-04-22
"""


def _round(district: str = "0101") -> dict[str, Any]:
    """Build a round with more spent than given, little spent in all, and a slip in a word."""
    return tables(
        projects=[{}],
        lines=[
            {"budget": 100, "disbursed": 101},
            {"line_no": 2, "budget": 100_000, "disbursed": 0},
        ],
        activities=[{"text": "ส่งบ้านวิทยาศาสตร์น้อย"}],
        key=RoundKey(district, 2565, 2),
    )


def _put(folder: Path, name: str, text: str) -> OfficeFiles:
    (folder / name).write_text(text, encoding="utf-8")
    return OfficeFiles.of(folder)


def test_files_that_are_not_there_change_nothing(tmp_path: Path) -> None:
    """Without any file a round is checked with what the rules bring along."""
    assert check_round(_round(), OfficeFiles.of(tmp_path), DAY) == check_tables(_round())


def test_an_office_switches_a_rule_off(tmp_path: Path) -> None:
    """What ``rules.yaml`` switches off is not told."""
    files = _put(tmp_path, "rules.yaml", "rules:\n  amount-over-budget: {enabled: false}\n")
    found = {one.rule for one in check_round(_round(), files, DAY)}
    assert "amount-over-budget" in {one.rule for one in check_tables(_round())}
    assert "amount-over-budget" not in found


def test_an_office_accepts_a_finding(tmp_path: Path) -> None:
    """What ``waivers.yaml`` names bears its reason, on the last day of the waiver too."""
    files = _put(tmp_path, "waivers.yaml", WAIVER.format(district="0101"))
    both = stacked(_round(), _round("0102"))
    waived = [one for one in check_round(both, files, DAY) if one.waived]
    assert [(one.rule, one.district) for one in waived] == [("amount-over-budget", "0101")]
    late = {one.rule for one in check_round(both, files, date(2022, 4, 23))}
    assert "waiver-expired" in late


def test_a_waiver_of_another_district_is_not_called_unused(tmp_path: Path) -> None:
    """Only the districts that were checked are asked whether they need their waivers."""
    files = _put(tmp_path, "waivers.yaml", WAIVER.format(district="0199"))
    assert "waiver-unused" not in {one.rule for one in check_round(_round(), files, DAY)}
    calm = tables(projects=[{}], key=RoundKey("0199", 2565, 2))
    assert "waiver-unused" in {one.rule for one in check_round(calm, files, DAY)}


def test_targets_and_terms_are_asked(tmp_path: Path) -> None:
    """With ``targets.csv`` the pace is judged, with ``terms.csv`` the spelling."""
    head = "fiscal_year,kind,quarter,percent,grade,source\n"
    _put(tmp_path, "targets.csv", f"{head}2565,overall,2,51,S,made up\n")
    files = _put(tmp_path, "terms.csv", "term,also,wrong,note\nบ้านนักวิทยาศาสตร์น้อย,,,\n")
    plain = {one.rule for one in check_tables(_round())}
    more = {one.rule for one in check_round(_round(), files, DAY)}
    assert {"pace-round", "wording-term"} <= more - plain


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("rules.yaml", "rules:\n  no-such-rule: {enabled: false}\n"),
        ("waivers.yaml", "waivers: [{}]\n"),
    ],
)
def test_faults_of_the_files_are_told(tmp_path: Path, name: str, text: str) -> None:
    """A file with faults stops the check; it is not passed over."""
    with pytest.raises(ParameterError):
        check_round(_round(), _put(tmp_path, name, text), DAY)
