"""The circle of a correction on the published round: out, filled in, back, and in the report."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from plantrack_nb.cli.failures import guarded
from plantrack_nb.core.schema import RoundKey
from plantrack_nb.explore.explorer import Explorer
from plantrack_nb.office.project import Project, working_folder

GROUP = "7301-2565-q2-กลุ่มนโยบายและแผน.xlsx"
ROUND = ("--year", "2565", "--quarter", "2", "--district", "7301")


@pytest.fixture
def home(tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Copy the project as it is shipped, and stand in it."""
    for name in ("params", "notebooks", "data"):
        shutil.copytree(root / name, tmp_path / name)
    monkeypatch.setenv("PLANTRACK_HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def fill(path: Path, percent: float | str, reason: str) -> Path:
    """Fill in the right percent of project 6.7's only line, as its group would."""
    book = openpyxl.load_workbook(path)
    book["คำชี้แจง"]["B8"] = "นางสาวสมมติ ตัวอย่าง"
    sheet = book["รายการงบประมาณ"]
    heads = [cell.value for cell in sheet[1]]
    row = next(cells for cells in sheet.iter_rows(min_row=2) if cells[0].value == "6.7/1")
    row[heads.index("ค่าที่ถูกต้อง: ร้อยละที่รายงาน")].value = percent
    row[heads.index("เหตุผล")].value = reason
    filled = path.with_name(f"filled-{percent}.xlsx")
    book.save(filled)
    return filled


def open_ids(folder: Path) -> set[str]:
    """Ids of the findings on project 6.7."""
    found = json.loads((working_folder(folder) / "findings.json").read_text(encoding="utf-8"))
    return {one["id"] for one in found if one["project_no"] == "6.7"}


@pytest.mark.slow
def test_a_wrong_percent_goes_out_and_comes_back(
    home: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """6.7's percent is mended by its group: the finding goes, the history and the report follow."""
    folder = home / "outputs" / "2565" / "q2" / "7301"
    assert guarded(["run", *ROUND]) == 0
    assert "ภาคผนวก ฉ" not in (folder / "report.html").read_text(encoding="utf-8").replace(
        "<wbr>", ""
    )
    wrong = {one for one in open_ids(folder) if one.startswith("amount-percent")}
    assert len(wrong) == 1

    assert guarded(["corrections", str(folder), "--to", "sent"]) == 0
    assert len([*(home / "sent").iterdir()]) == 8
    first = (home / "sent" / GROUP).read_bytes()
    assert guarded(["corrections", str(folder), "--to", "sent"]) == 0
    assert (home / "sent" / GROUP).read_bytes() == first

    filled = fill(home / "sent" / GROUP, 23.59, "พิมพ์ร้อยละของแถวอื่น")
    capfd.readouterr()
    assert guarded(["corrections", str(folder), "--read", str(filled)]) == 0
    told = capfd.readouterr().out
    assert "56.61 → 23.59 (นางสาวสมมติ ตัวอย่าง: พิมพ์ร้อยละของแถวอื่น)" in told
    assert "is now version 1: 1 values corrected, 0 rows explained, 0 questions" in told
    assert "1 findings gone, 0 new" in told
    kept = home / "params" / "rounds" / "7301-2565-q2" / "corrections.jsonl"
    [line] = [json.loads(one) for one in kept.read_text(encoding="utf-8").splitlines()]
    assert (line["before"], line["after"], line["row"]) == (56.61, 23.59, "6.7/1")
    file, _, cell = line["origin"].partition(", รายการงบประมาณ!")
    assert file == "filled-23.59.xlsx"
    assert openpyxl.load_workbook(filled)["รายการงบประมาณ"][cell].value == 23.59

    assert guarded(["run", *ROUND]) == 0
    assert open_ids(folder).isdisjoint(wrong)
    loaded = (working_folder(folder) / "notebooks" / "01_load.ipynb").read_text(encoding="utf-8")
    assert "พิมพ์ร้อยละของแถวอื่น" in loaded
    report = (folder / "report.html").read_text(encoding="utf-8").replace("<wbr>", "")
    assert "47,109 (23.59)" in report
    annex = report[report.index("ภาคผนวก ฉ ข้อมูลที่แก้ไขหลังอ่านเอกสาร") :]
    for said in ("56.61", "23.59", "พิมพ์ร้อยละของแถวอื่น", "กลุ่มนโยบายและแผน", "รุ่นที่ 1"):
        assert said in annex
    assert "สมมติ ตัวอย่าง" not in report  # who corrected is hidden in what is shared

    stale = fill(home / "sent" / GROUP, 24, "อีกคนหนึ่ง")
    assert guarded(["corrections", str(folder), "--read", str(stale)]) == 2
    refused = capfd.readouterr().err
    assert f"รายการงบประมาณ!{cell}: it was '56.61' when the workbook was written" in refused
    assert len(kept.read_text(encoding="utf-8").splitlines()) == 1


def sent(folder: Path) -> dict[str, bytes]:
    """Return the workbooks of a folder by their names."""
    return {path.name: path.read_bytes() for path in folder.glob("*.xlsx")}


@pytest.mark.slow
def test_explore_and_the_command_line_send_the_same_workbooks(home: Path) -> None:
    """Made or only shipped, with a finding waived and one asked about: the same bytes go out."""
    key, project = RoundKey("7301", 2565, 2), Project(home)
    explorer = Explorer(project, key, date(2022, 4, 22))
    info = next(one for one in explorer.triage.findings if one.rule == "claim-total-blank")
    explorer.triage.ask(info, "โปรดเติม", "นางสาวสมมติ ตัวอย่าง")
    wrong = next(one for one in explorer.triage.findings if one.rule == "amount-percent")
    explorer.triage.waive(wrong, "ตรวจแล้ว", "นางสาวสมมติ ตัวอย่าง", date(2022, 9, 30))
    explorer._send()
    shipped = sent(home / "outputs-work" / "2565" / "q2" / "7301" / "corrections")
    assert len(shipped) > 5

    assert guarded(["load", "data/7301-2565-q2.xlsx", *ROUND, "--out", "tables"]) == 0
    assert guarded(["corrections", "tables", "--to", "loaded"]) == 0
    assert sent(home / "loaded") == shipped

    assert guarded(["run", *ROUND]) == 0
    assert guarded(["corrections", "outputs", "--to", "made"]) == 0
    assert sent(home / "made") == shipped
    Explorer(project, key, date(2022, 4, 22))._send()
    assert sent(home / "outputs-work" / "2565" / "q2" / "7301" / "corrections") == shipped


@pytest.mark.slow
def test_each_finding_goes_out_on_its_own_cell(home: Path) -> None:
    """A mean of activity 8-2 is asked of 8-2, though all of 8 stands in one cell of the source."""
    assert guarded(["load", "data/7301-2565-q2.xlsx", *ROUND, "--out", "tables"]) == 0
    assert guarded(["corrections", "tables", "--to", "sent"]) == 0
    asked = {}
    for path in (home / "sent").glob("*.xlsx"):
        for sheet in openpyxl.load_workbook(path):
            group = path.name.removeprefix("7301-2565-q2-").removesuffix(".xlsx")
            heads, *rows = sheet.iter_rows()
            for row in rows:
                for head, cell in zip(heads, row, strict=True):
                    if cell.comment:
                        asked[row[0].value, head.value] = (cell.comment.text, group)
    text, group = asked["2.6/8/8-2", "การดำเนินการ"]
    assert "เขียนค่าเฉลี่ย 61.12" in text
    assert group == "กลุ่มนิเทศ-ติดตาม-และประเมินผลการจัดการศึกษา"
    assert ("2.6/8/8-3", "การดำเนินการ") not in asked
    assert {title for row, title in asked if row == "6.7/1"} == {"ร้อยละที่รายงาน"}
