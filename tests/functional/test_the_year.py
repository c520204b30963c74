"""The whole year as a small office walks it: the commands of the guide, run as they stand there."""

from __future__ import annotations

import json
import re
import shlex
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

import openpyxl
import pytest
from helpers.collecting import DOINGS, MONEY, PAID, STATUS, filled

from plantrack_nb.cli.failures import guarded

PLAN, HEAD = "กลุ่มนโยบายและแผน", "กลุ่มอำนวยการ"
PROJECTS = [
    {"ที่ (โครงการ)": "1.1", "ชื่อโครงการ": "โครงการพัฒนาครู", "กลุ่มที่รับผิดชอบ": PLAN},
    {"ที่ (โครงการ)": "1.2", "ชื่อโครงการ": "โครงการซ่อมอาคาร", "กลุ่มที่รับผิดชอบ": f"{PLAN}; {HEAD}"},
    {"ที่ (โครงการ)": "2.1", "ชื่อโครงการ": "โครงการธนาคารขยะ", "กลุ่มที่รับผิดชอบ": HEAD},
]
BUDGETS = {"1.1": 10_000, "1.2": 8_000, "2.1": 6_000}
Rows = Sequence[Mapping[str, object]]


def commands(root: Path) -> list[list[str]]:
    """Take the commands out of the guide."""
    text = (root / "docs" / "the-year.md").read_text(encoding="utf-8")
    block = re.search(r"```\n(.*?)```", text, re.DOTALL)
    assert block
    return [shlex.split(line)[1:] for line in block[1].splitlines()]


def fill(path: Path, sheet: str, rows: Rows, *, from_row: int = 2) -> None:
    """Write values under their headings, as a person does."""
    book = openpyxl.load_workbook(path)
    heads = [cell.value for cell in book[sheet][1]]
    for number, row in enumerate(rows, start=from_row):
        for title, value in row.items():
            book[sheet].cell(number, heads.index(title) + 1).value = value  # type: ignore[assignment]
    book.save(path)


def first_quarter(home: Path) -> None:
    """Fill the empty workbook in."""
    path = home / "data" / "7302-2565-q1.xlsx"
    fill(path, "กลยุทธ์", [{"กลยุทธ์ที่": number, "ชื่อกลยุทธ์": "ก"} for number in ("1", "2")])
    plan = [
        {**one, "กลยุทธ์ที่": str(one["ที่ (โครงการ)"])[0], "สถานะงบประมาณ": "ได้รับจัดสรร"}
        | {"เป้าหมาย": "ครู 20 คน", "ตัวชี้วัดความสำเร็จ": "ร้อยละ 80"}
        for one in PROJECTS
    ]
    fill(path, "โครงการ", plan)
    money = [
        {"ที่ (โครงการ)": no, "รายการที่": 1, "รายการ": "ค่าใช้จ่าย", "งบประมาณ (บาท)": baht}
        | {"เบิกจ่าย (บาท)": 1000}
        for no, baht in BUDGETS.items()
    ]
    fill(path, "รายการงบประมาณ", money)
    doings = [
        {
            "ที่ (โครงการ)": no,
            "กิจกรรมที่": "1",
            "การดำเนินการ": f"จัดกิจกรรม {no}",
            "สถานะ": "ระหว่างดำเนินการ",
        }
        for no in BUDGETS
    ]
    fill(path, "กิจกรรม", doings)


def second_quarter(home: Path) -> None:
    """Fill the groups' forms in; the joint owners agree about their project."""
    plan, head = (home / "forms" / f"7302-2565-q2-{one}.xlsx" for one in (PLAN, HEAD))
    filled(
        plan,
        {
            (MONEY, "1.1/1", PAID): 6000,
            (MONEY, "1.2/1", PAID): 4000,
            (DOINGS, "1.1//1", STATUS): "สำเร็จแล้ว",
        },
        who="นายสมมติ ตัวอย่าง",
        name=plan.name,
    )
    filled(head, {(MONEY, "1.2/1", PAID): 4000}, name=head.name)


def spend(path: Path, amounts: Mapping[int, float]) -> None:
    """Fill cumulative money into the yellow cells of a workbook that was begun from the last."""
    for row, amount in amounts.items():
        fill(path, "รายการงบประมาณ", [{"เบิกจ่าย (บาท)": amount}], from_row=row)


@pytest.mark.slow
def test_from_an_empty_workbook_to_the_twelve_month_report(
    tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Nine commands at most, one collection; each quarter's report knows the one before."""
    for name in ("params", "notebooks"):
        shutil.copytree(root / name, tmp_path / name)
    (tmp_path / "data").mkdir()
    monkeypatch.setenv("PLANTRACK_HOME", str(tmp_path))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1649289600")  # 7 April 2022
    monkeypatch.chdir(tmp_path)
    walk = commands(root)
    assert len(walk) <= 9
    between = {
        0: lambda: first_quarter(tmp_path),
        2: lambda: second_quarter(tmp_path),
        5: lambda: spend(tmp_path / "data" / "7302-2565-q3.xlsx", {3: 7000, 4: 900}),
        7: lambda: spend(tmp_path / "data" / "7302-2565-q4.xlsx", {2: 10000, 4: 2000}),
    }
    for at, words in enumerate(walk):
        assert guarded(words) == 0, (words, capfd.readouterr())
        between.get(at, lambda: None)()
    out, work = (tmp_path / name / "2565" for name in ("outputs", "outputs-work"))
    reports = {
        quarter: (out / f"q{quarter}" / "7302" / "report.html")
        .read_text(encoding="utf-8")
        .replace("<wbr>", "")
        for quarter in (1, 2, 3, 4)
    }
    assert "สิ่งที่เปลี่ยนจาก" not in reports[1]
    assert "คาดการณ์สิ้นปี" not in reports[1]
    assert "สิ่งที่เปลี่ยนจากรอบ 3 เดือน" in reports[2]
    assert "ภาคผนวก ช สิ่งที่เปลี่ยนจากรอบก่อน" in reports[2]  # behind what was put right
    assert "ภาคผนวก ฉ สิ่งที่เปลี่ยนจากรอบก่อน" in reports[3]  # no letter is left out
    assert "คาดการณ์สิ้นปี" in reports[3]
    assert "ผลทั้งปีเทียบกับแผน" in reports[4]
    assert "กันไว้เบิกเหลื่อมปี" in reports[4]
    assert "จะเบิกจ่ายเมื่อใด" not in reports[4]
    assert (out / "q4" / "7302" / "report.pdf").is_file()
    found = json.loads((work / "q3" / "7302" / "findings.json").read_text(encoding="utf-8"))
    told = {(one["rule"], one["project_no"]) for one in found}
    assert ("history-disbursed-fell", "2.1") in told
    said = tmp_path / "params" / "rounds" / "7302-2565-q2"
    lines = (said / "corrections.jsonl").read_text(encoding="utf-8").splitlines()
    assert {json.loads(one)["row"] for one in lines} == {"1.1/1", "1.2/1", "1.1//1"}
    totals = json.loads((work / "q4" / "7302" / "totals.json").read_text(encoding="utf-8"))
    assert totals["disbursed"] == 10_000 + 7_000 + 2_000
