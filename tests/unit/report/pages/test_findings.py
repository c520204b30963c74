"""Findings for people: counts, lists, evidence, what holds and what was accepted."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from plantrack_nb.core.findings import Agreement, Finding, Severity
from plantrack_nb.core.provenance import SourceRef
from plantrack_nb.render.html import fragment
from plantrack_nb.render.parts import Callout, Details, Paragraph, RowRole, Table, Tone
from plantrack_nb.report import pages as views

PROJECTS = pd.DataFrame({"project_no": ["1.1", "6.10"], "name": ["โครงการหนึ่ง", "โครงการสิบ"]})
FAMILIES = {"amount-percent": "จำนวนเงิน", "status-parent": "สถานะ", "pace-round": "ความเร็ว"}


def _finding(rule: str, subject: str, severity: Severity, **more: Any) -> Finding:
    return Finding(rule, subject, severity, f"พบ {subject}", **more)


ERROR = _finding("amount-percent", "ก", Severity.ERROR, project_no="1.1")
WARNING = _finding("status-parent", "ข", Severity.WARNING, project_no="6.10")
INFO = _finding("pace-round", "ค", Severity.INFO)
WAIVED = _finding("amount-percent", "ง", Severity.ERROR, waived="ตรวจแล้ว (หัวหน้า)")


def _texts(table: Table) -> list[list[object]]:
    return [[cell.value for cell in row.cells] for row in table.rows]


def _table(part: object) -> Table:
    assert isinstance(part, Table)
    return part


def test_counts_leave_out_what_is_waived() -> None:
    """Accepted findings are counted by themselves."""
    counted = views.finding_facts([ERROR, WARNING, WAIVED])
    assert counted is not None
    assert [fact.value for fact in counted.facts] == [1, 1, 1]


def test_families_by_severity() -> None:
    """A row per family that has findings, in the families' order, and a total."""
    other = _finding("unknown", "จ", Severity.INFO)
    table = views.family_table([other, WARNING, ERROR, WAIVED], FAMILIES)
    assert _texts(table) == [
        ["จำนวนเงิน", 1, None, None, 1],
        ["สถานะ", None, 1, None, None],
        ["อื่น ๆ", None, None, 1, None],
        ["รวม", 1, 1, 1, 1],
    ]
    assert table.rows[-1].role is RowRole.TOTAL
    assert _texts(views.family_table([], FAMILIES)) == [["รวม", 0, 0, 0, 0]]


def test_findings_stand_under_their_project() -> None:
    """Each project has a heading; what concerns no project concerns the whole document."""
    table = _table(views.findings_table([INFO, ERROR, WARNING, WAIVED], PROJECTS))
    heads = [row.cells[0].value for row in table.rows if row.role is RowRole.GROUP]
    assert heads == ["ทั้งฉบับ", "1.1 โครงการหนึ่ง", "6.10 โครงการสิบ"]
    assert len(table.rows) == 6
    without = _table(views.findings_table([INFO, ERROR], PROJECTS, info=False))
    assert len(without.rows) == 2


def test_what_another_finding_explains_stands_below_it() -> None:
    """Wherever it was found, it follows its cause and is marked."""
    below = _finding("status-parent", "ฉ", Severity.WARNING, because_of=WARNING.id)
    table = _table(views.findings_table([below, ERROR, WARNING], PROJECTS))
    messages = [row.cells[1].value for row in table.rows if len(row.cells) > 1]
    assert messages == [ERROR.message, WARNING.message, f"เป็นผลจากข้อข้างต้น: {below.message}"]
    alone = _table(views.findings_table([below], PROJECTS))
    assert alone.rows[1].cells[1].value == below.message


def test_nothing_found() -> None:
    """No findings, or only accepted ones, are told in a sentence."""
    for part in (views.findings_table([WAIVED], PROJECTS), views.evidence([WAIVED], PROJECTS)):
        assert part == Paragraph("ไม่มีข้อตรวจพบที่ต้องแก้ไข")
    assert isinstance(views.waived_table([ERROR]), Paragraph)
    assert isinstance(views.agreements([]), Paragraph)


def test_places_are_cut_short() -> None:
    """After four places the rest is counted."""
    refs = tuple(SourceRef("r.txt", f"L{at}", "x") for at in range(1, 6))
    five = _finding("amount-percent", "ก", Severity.ERROR, refs=refs)
    table = _table(views.findings_table([five], PROJECTS))
    assert table.rows[1].cells[1].ref == "L1, L2, L3, L4 และอีก 1 แห่ง"
    four = _finding("amount-percent", "ก", Severity.ERROR, refs=refs[:4])
    assert _table(views.findings_table([four], PROJECTS)).rows[1].cells[1].ref == "L1, L2, L3, L4"


def test_waived_findings_with_their_reason() -> None:
    """Each accepted finding has its severity and reason."""
    table = _table(views.waived_table([ERROR, WAIVED]))
    assert _texts(table) == [[WAIVED.message, "ต้องแก้ไข", "ตรวจแล้ว (หัวหน้า)"]]


def _evidence_of(raw: str, mark: str, count: int = 1) -> Table:
    refs = tuple(SourceRef("r.txt", f"L{at}.5", raw, mark) for at in range(1, count + 1))
    one = _finding("amount-percent", "ก", Severity.ERROR, refs=refs)
    part = views.evidence([one], PROJECTS)
    assert isinstance(part, Details)
    (project,) = part.body
    assert isinstance(project, Details)
    (callout,) = project.body
    assert isinstance(callout, Callout)
    return _table(callout.body[-1])


@pytest.mark.parametrize(
    ("raw", "mark", "shown"),
    [
        ("47,109 (56.61)", "56.61", "47,109 («56.61»)"),
        ("จบกลางประโยคและ", "ประโยคและ", "จบกลาง«ประโยคและ»"),
        ("1,234 และ 34", "34", "1,234 และ «34»"),
        ("<b>14</b> โครงการ", "14", "«14» โครงการ"),
        ("กลุ่ม  <br>ก ข", "กลุ่ม  <br>ก", "«กลุ่ม ก» ข"),
        ("ไม่มีตัวเลข", "5", "ไม่มีตัวเลข"),
        ("ไม่มีตัวเลข", "", "ไม่มีตัวเลข"),
    ],
)
def test_what_is_meant_is_marked_in_its_raw_text(raw: str, mark: str, shown: str) -> None:
    """The words of the place stand between marks; tags are not shown."""
    cell = _evidence_of(raw, mark).rows[0].cells[1]
    assert cell.value == shown
    assert cell.tone is (Tone.BAD if "«" in shown else Tone.PLAIN)


def test_long_raw_text_is_cut_around_the_figure() -> None:
    """What is left out is marked on either side."""
    cell = _evidence_of(f"{'ก' * 500} 56.61 {'ข' * 500}", "56.61").rows[0].cells[1]
    text = str(cell.value)
    assert text.startswith("…ก")
    assert text.endswith("ข…")
    assert len(text) < 200
    assert str(_evidence_of("ก" * 181, "5").rows[0].cells[1].value).endswith("…")
    assert _evidence_of("ก" * 180, "5").rows[0].cells[1].value == "ก" * 180


def test_many_cells_are_cut_short() -> None:
    """After six cells the rest is counted."""
    assert _evidence_of("5", "5", count=7).note == "และอีก 1 แห่ง"
    assert _evidence_of("5", "5", count=6).note == ""


def test_evidence_leaves_out_what_is_only_worth_knowing() -> None:
    """Unless it is asked for."""
    part = views.evidence([INFO, ERROR], PROJECTS)
    assert isinstance(part, Details)
    assert len(part.body) == 1
    everything = views.evidence([INFO, ERROR], PROJECTS, info=True)
    assert isinstance(everything, Details)
    assert len(everything.body) == 2


def test_figures_that_hold() -> None:
    """They are counted, and listed on demand up to a limit."""
    one = Agreement("ตาราง", "แถวรวม", "5", "5", SourceRef("r.txt", "L1", "5"))
    part = views.agreements([one] * 201)
    assert isinstance(part, Details)
    assert "201" in part.summary
    table = _table(part.body[0])
    assert len(table.rows) == 200
    assert table.note == "แสดง 200 จาก 201 รายการ"
    assert _texts(table)[0] == ["ตาราง", "แถวรวม", "5"]


def test_hostile_text_stays_text() -> None:
    """Whatever a cell holds, the page's tags are the same."""
    bad = "<script>alert(1)</script>"
    refs = (SourceRef(bad, bad, bad, bad), SourceRef(bad, bad, f"1{bad}", bad))
    one = Finding(bad, bad, Severity.ERROR, bad, "1.1", bad, bad, bad, refs=refs)
    for part in (views.findings_table([one], PROJECTS), views.evidence([one], PROJECTS)):
        assert "<script" not in fragment(part)
