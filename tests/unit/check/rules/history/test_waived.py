"""What somebody has accepted stays accepted from round to round while it holds."""

from __future__ import annotations

from pathlib import Path

from helpers.earlier import a_round

from plantrack_nb.check import OfficeFiles, check_round
from plantrack_nb.core.calendar import quarter_end
from plantrack_nb.core.findings import Finding
from plantrack_nb.core.schema import RoundKey
from plantrack_nb.measures.places import NO_PLACES
from plantrack_nb.year.earlier_rounds import Earlier

WAIVER = """\
waivers:
  - rule: history-nothing-reported
    project_no: "1.1"
    reason: รอผลการประกวดราคา
    who: หัวหน้ากลุ่ม
    until: 2565-07-31
"""


def found(params: Path, quarter: int) -> list[Finding]:
    """Check a quarter in which nothing is new about its only project."""
    before, key = a_round(RoundKey("0101", 2565, quarter - 1)), RoundKey("0101", 2565, quarter)
    day = quarter_end(2565, quarter)
    past = {key: Earlier(before)}
    told = check_round(a_round(key).tables, OfficeFiles.of(params), day, NO_PLACES, past=past)
    return [one for one in told if one.rule.startswith(("history-nothing", "waiver-"))]


def test_a_waiver_holds_over_rounds_until_its_day(tmp_path: Path) -> None:
    """The finding has one name in every round; after the last day it is open, and that is told."""
    (tmp_path / "waivers.yaml").write_text(WAIVER, encoding="utf-8")
    second, third = found(tmp_path, 2), found(tmp_path, 3)
    assert second[0].id == third[0].id
    assert [len(second), len(third)] == [1, 1]
    assert second[0].waived
    assert third[0].waived
    last = {one.rule: one for one in found(tmp_path, 4)}
    assert not last["history-nothing-reported"].waived
    assert "waiver-expired" in last
