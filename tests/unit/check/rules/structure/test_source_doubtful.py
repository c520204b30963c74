"""What speaks against the file that a round was read from."""

from __future__ import annotations

from helpers.rounds import tables
from helpers.rules import found

from plantrack_nb.containers.grid import DOUBT, Grid
from plantrack_nb.core.findings import Severity
from plantrack_nb.load.source_doubts import doubt_claims


def test_doubts_of_the_container_are_findings() -> None:
    """Each doubt is a warning with the container's words; other notes are none."""
    grid = Grid("รายงาน.pdf", (), (f"{DOUBT}ตารางไม่มีเส้น", "ไม่ได้อ่านข้อคิดเห็น", f"{DOUBT}มีลายน้ำ"))
    claims = [dict(one) for one in doubt_claims(grid)]
    findings = found("source-doubtful", tables(claims=claims))
    assert [one.found for one in findings] == ["ตารางไม่มีเส้น", "มีลายน้ำ"]
    assert {one.severity for one in findings} == {Severity.WARNING}
    assert len({one.id for one in findings}) == 2


def test_a_round_without_doubts_is_silent() -> None:
    """Titles and figures of the document are no doubts."""
    assert found("source-doubtful", tables(claims=[{"kind": "title", "subject": "x=1"}])) == []
