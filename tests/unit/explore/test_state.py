"""What the explorer knows and does, without a browser."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from helpers.corrected import FINDING, small_round
from helpers.rounds import tables

from plantrack_nb.check.waivers import read_waivers
from plantrack_nb.core.errors import ParameterError, SourceError
from plantrack_nb.core.findings import Finding, Severity
from plantrack_nb.core.provenance import SourceRef
from plantrack_nb.core.schema import RoundKey
from plantrack_nb.explore import pieces
from plantrack_nb.explore.choice import Choice, Wish, narrowed, wished
from plantrack_nb.explore.export import export
from plantrack_nb.explore.opened import Opened, figures, open_round, rounds_there
from plantrack_nb.explore.triage import Triage
from plantrack_nb.forms.notes import Kind, notes_file, read_notes
from plantrack_nb.office.project import Project
from plantrack_nb.render.parts import Paragraph, Table

WHO = "นางสาวสมมติ ตัวอย่าง"
TODAY = date(2022, 4, 22)
WHOLE = Finding("claim-x", "all", Severity.WARNING, "ทั้งเอกสาร")


@pytest.fixture
def opened() -> Opened:
    """Open the small round."""
    now = small_round()
    return Opened(now, figures(now), (FINDING, WHOLE), (), None)


@pytest.fixture
def triage(tmp_path: Path, opened: Opened) -> Triage:
    """Begin a triage in an empty project."""
    return Triage(Project(tmp_path), opened, TODAY)


def test_a_choice_narrows_rows_and_findings(opened: Opened) -> None:
    """What belongs to another project, group, strategy or rule goes; the document's own too."""
    everything = narrowed(opened, opened.findings, Choice())
    assert (len(everything.projects), len(everything.activities)) == (1, 2)
    assert everything.findings == (FINDING, WHOLE)
    one = narrowed(opened, opened.findings, Choice(project_no="1.1"))
    assert one.findings == (FINDING,)
    assert narrowed(opened, opened.findings, Choice(rule="claim-x")).findings == (WHOLE,)
    for other in (Choice(project_no="1.2"), Choice(group="ก"), Choice(strategy_no="9")):
        assert narrowed(opened, opened.findings, other).lines.empty


def test_a_waiver_is_on_the_disk_at_once_and_can_be_undone(triage: Triage) -> None:
    """A fresh start (a kernel that died) finds it; undoing takes it out of the register."""
    triage.waive(FINDING, "ตรวจแล้ว", WHO, date(2022, 9, 30))
    fresh = Triage(triage.project, triage.opened, TODAY)
    assert [bool(one.waived) for one in fresh.findings] == [True, False]
    assert triage.undo()
    assert [bool(one.waived) for one in fresh.findings] == [False, False]
    assert not triage.undo()


def test_notes_are_kept_and_taken_back(triage: Triage) -> None:
    """Asked for correction, then explained; undoing goes back one by one."""
    triage.ask(FINDING, "โปรดตรวจ", WHO)
    triage.explain(FINDING, "พิมพ์ตามต้นฉบับ", WHO)
    assert triage.notes[FINDING.id].startswith("คำอธิบาย: พิมพ์ตามต้นฉบับ")
    triage.undo()
    assert triage.notes[FINDING.id].startswith("ขอให้แก้ไข: โปรดตรวจ")
    triage.undo()
    assert triage.notes == {}
    kept = read_notes(notes_file(triage.project.params, triage.opened.key))
    assert [one.kind for one in kept] == [
        Kind.ASKED,
        Kind.EXPLAINED,
        Kind.ASKED,
        Kind.TAKEN_BACK,
    ]


def test_two_windows_on_one_folder_keep_each_others_steps(triage: Triage) -> None:
    """Undoing in one takes back its own last step, never what the other has said since."""
    other = Triage(triage.project, triage.opened, TODAY)
    until = date(2022, 9, 30)
    triage.waive(FINDING, "ตรวจแล้ว", WHO, until)
    other.waive(FINDING, "ตรวจแล้ว", "นายสมมุติ อื่น", until)
    register = triage.project.params / "waivers.yaml"
    assert [one.who for one in read_waivers(register)] == [WHO, "นายสมมุติ อื่น"]
    triage.explain(FINDING, "พิมพ์ตามต้นฉบับ", WHO)
    other.explain(FINDING, "ตรวจกับใบเสร็จแล้ว", WHO)
    assert not triage.undo()
    assert "ใบเสร็จ" in other.notes[FINDING.id]
    assert triage.undo()
    assert [one.who for one in read_waivers(register)] == ["นายสมมุติ อื่น"]
    assert other.undo()
    assert "พิมพ์ตามต้นฉบับ" in other.notes[FINDING.id]


def test_nothing_is_kept_without_a_reason_and_a_name(triage: Triage) -> None:
    """An empty field is told before anything is written."""
    with pytest.raises(ParameterError):
        triage.waive(FINDING, " ", WHO, TODAY)
    with pytest.raises(ParameterError):
        triage.ask(FINDING, "โปรดตรวจ", "")
    assert not triage.project.params.exists()


def test_what_changed_since_the_last_time(triage: Triage, opened: Opened) -> None:
    """The first time nothing is new; later, new and gone findings are told until seen."""
    assert triage.since_last_time() == ((), ())
    other = Opened(opened.round, opened.projects, (WHOLE, FINDING), (), None)
    assert Triage(triage.project, other, TODAY).since_last_time() == ((), ())
    less = Triage(triage.project, Opened(opened.round, opened.projects, (WHOLE,), (), None), TODAY)
    assert less.since_last_time() == ((), (FINDING.id,))
    less.mark_seen()
    assert triage.since_last_time() == ((FINDING,), ())


def test_what_is_meant_is_marked_and_every_place_stands_once() -> None:
    """The mark of whichever finding has one is shown, in the words as they stand there."""
    one, other = (SourceRef("a.txt", "L1", "1 | 12 (1.5)", mark) for mark in ("", "12"))
    found = [replace(FINDING, refs=(ref, SourceRef("a.txt", "L2", "ก"))) for ref in (one, other)]
    table = pieces.sources_table(found)
    assert isinstance(table, Table)
    assert [row.cells[2].value for row in table.rows] == ["1 | «12» (1.5)", "ก"]


def test_data_never_becomes_markup(opened: Opened) -> None:
    """Whatever stands in names, texts and sources is shown as text."""
    bad = "<img src=x onerror=alert(1)>"
    made = tables(projects=[{"project_no": bad, "name": bad}])
    refs = (SourceRef(bad, bad, bad, bad), SourceRef(bad, bad, bad + bad, bad))
    one = Finding(bad, bad, Severity.ERROR, bad, found=bad, refs=refs)
    parts = [
        pieces.rows_table("projects", made["projects"], ["project_no", "name", "raw"], bad),
        pieces.findings_table([one], {one.id: bad}, 1),
        pieces.sources_table([one]),
        Paragraph(bad),
    ]
    page = pieces.framed(*parts) + pieces.failed(ValueError(bad))
    assert "<img" not in page
    assert page.count("&lt;img") > len(parts)


def test_rows_are_found_and_sorted() -> None:
    """Every word must stand somewhere; 6.10 comes after 6.2."""
    numbers = ["6.10", "6.2", "1.1"]
    data = tables(projects=[{"project_no": one, "name": f"โครงการ ก {one}"} for one in numbers])
    shown = wished(data["projects"], Wish(find="โครงการ 6.", sort_by="project_no"))
    assert shown["project_no"].tolist() == ["6.2", "6.10"]
    assert "district" not in shown
    none = wished(data["unread"], Wish("unread", find="ก", sort_by="text", descending=True))
    assert none.empty


def test_an_export_holds_no_live_formula(tmp_path: Path) -> None:
    """What begins like a formula is text in the spreadsheet, and disarmed in the CSV."""
    lines = small_round().budget_lines
    book, text = export("budget_lines", lines, tmp_path)
    sheet = openpyxl.load_workbook(book).active
    assert sheet is not None
    assert {cell.data_type for row in sheet for cell in row} <= {"s", "n"}
    assert "'=1+1" in text.read_text(encoding="utf-8-sig")


def test_rounds_are_opened_from_outputs_or_data(tmp_path: Path, root: Path) -> None:
    """The shipped sample can be looked into before anything was run."""
    project = Project(tmp_path)
    for name in ("params", "data"):
        shutil.copytree(root / name, tmp_path / name)
    [key] = rounds_there(project)
    assert key == RoundKey("7301", 2565, 2)
    sample = open_round(project, key)
    assert len(sample.projects) == 38
    assert any(one.rule == "amount-percent" and not one.waived for one in sample.findings)
    with pytest.raises(SourceError, match="has not been made yet"):
        open_round(project, RoundKey("7302", 2565, 2))
