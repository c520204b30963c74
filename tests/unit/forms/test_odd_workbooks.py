"""Filled workbooks as people really send them back: taken as meant, or refused in words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from helpers.corrected import FINDING, small_round
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from plantrack_nb.core.errors import PlantrackError
from plantrack_nb.core.findings import Finding, Severity
from plantrack_nb.core.provenance import SourceRef
from plantrack_nb.forms.accept import Accepted, accept
from plantrack_nb.forms.answers import read_filled
from plantrack_nb.forms.corrections_form import write_workbooks
from plantrack_nb.forms.doubts import COMPILER, doubts

LINES = "รายการงบประมาณ"
QUESTION = Finding(
    "claim-x",
    "all",
    Severity.WARNING,
    "จำนวนโครงการไม่ตรง",
    found="14",
    refs=(SourceRef("report.txt", "L9", "รวม 14 โครงการ"),),
)
WHO = "นายสมมติ ตัวอย่าง"
Spoil = Callable[[Workbook, Worksheet], None]


def sent(folder: Path) -> dict[str, Path]:
    """Write the small round's workbooks by group: one wrong percent, one question."""
    now = small_round()
    parcels = write_workbooks(now, doubts(now.tables, [FINDING]), folder, 0, [QUESTION])
    return {one.group: one.path for one in parcels}


def returned(path: Path, change: Spoil, sheet: str = LINES) -> Path:
    """Fill in the only line's percent and reason, then do with the workbook as people do."""
    book = openpyxl.load_workbook(path)
    book["คำชี้แจง"]["B8"] = WHO
    if sheet == LINES:
        book[sheet]["K2"], book[sheet]["L2"] = 25, "พิมพ์ผิด"
    change(book, book[sheet])
    target = path.with_name(f"returned-{path.name}")
    book.save(target)
    return target


def taken(path: Path) -> Accepted:
    """Accept a workbook on the round as it is."""
    return accept(small_round(), (), [read_filled(path)], "2022-04-22", {QUESTION.id})


def _another(cell: str, value: object) -> Spoil:
    def change(_: Workbook, sheet: Worksheet) -> None:
        sheet[cell].value = value

    return change


def _rename(book: Workbook, sheet: Worksheet) -> None:
    sheet.title = "แก้แล้ว"


def _without_guide(book: Workbook, _: Worksheet) -> None:
    del book["คำชี้แจง"]


def _another_round(book: Workbook, _: Worksheet) -> None:
    book["คำชี้แจง"]["B5"] = "3"


TAKEN: dict[str, Spoil] = {
    "rows pushed down": lambda _, sheet: sheet.insert_rows(2, 3),
    "sheets in another order": lambda book, sheet: book.move_sheet(sheet, -1),
    "a sheet of their own": lambda book, _: book.create_sheet("บันทึก").append(["ทด", 1]),
    "notes right of the table": _another("P2", "ดูแล้ว"),
    "Thai digits as text": _another("K2", "๒๕.๐๐"),
    "spaces around": _another("K2", " 25 "),
    "a line added below": lambda _, sheet: sheet.append(["", "ยอดรวม"]),
}
REFUSED: dict[str, tuple[Spoil, str]] = {
    "a renamed sheet": (_rename, "sheet 'แก้แล้ว': it was renamed"),
    "no first sheet": (_without_guide, "does not say which round"),
    "another round": (_another_round, "it is about the round 0101-2565-q3"),
    "a column taken out": (lambda _, sheet: sheet.delete_cols(3), "they must be: รหัสแถว"),
    "a heading rewritten": (_another("L1", "หมายเหตุ"), "they must be: รหัสแถว"),
    "the row's name wiped": (_another("A2", None), "no row '' any more"),
    "words in a number": (_another("K2", "ประมาณ 25"), "is not a number"),
    "two values": (_another("K2", "25 หรือ 26"), "is not a number"),
    "a formula without its value": (_another("K2", "=20+5"), "K2"),
    "an error value": (_another("K2", "#REF!"), "K2"),
}


@pytest.mark.parametrize("case", TAKEN)
def test_a_workbook_changed_in_passing_is_taken(tmp_path: Path, case: str) -> None:
    """What does not touch the answer does not lose it."""
    path = returned(sent(tmp_path)["กลุ่มนโยบายและแผน"], TAKEN[case])
    [one] = taken(path).corrections
    assert (one.after, one.reason, one.who) == (25.0, "พิมพ์ผิด", WHO)


@pytest.mark.parametrize("case", REFUSED)
def test_an_answer_that_cannot_be_placed_is_told(tmp_path: Path, case: str) -> None:
    """The whole workbook is refused, with the cell or the sheet; nothing is lost silently."""
    change, said = REFUSED[case]
    path = returned(sent(tmp_path)["กลุ่มนโยบายและแผน"], change)
    with pytest.raises(PlantrackError) as refused:
        taken(path)
    assert said in str(refused.value)


def test_a_finding_without_a_cell_is_a_question(tmp_path: Path) -> None:
    """The compiler's workbook lists it with its place; an answer comes back under its id."""
    path = returned(
        sent(tmp_path)[COMPILER],
        _another("F2", "นับโครงการที่ยกเลิกด้วย"),
        "คำถาม",
    )
    sheet = openpyxl.load_workbook(path)["คำถาม"]
    assert sheet["B2"].value == "จำนวนโครงการไม่ตรง"
    assert "report.txt L9" in sheet["E2"].value
    [one] = taken(path).answers
    assert (one.row, one.reason, one.who) == (QUESTION.id, "นับโครงการที่ยกเลิกด้วย", WHO)


def test_a_question_of_an_older_version_is_refused(tmp_path: Path) -> None:
    """An answer to what the round no longer asks is told, not dropped."""
    path = returned(sent(tmp_path)[COMPILER], _another("F2", "ตอบ"), "คำถาม")
    with pytest.raises(PlantrackError, match="no question"):
        accept(small_round(), (), [read_filled(path)], "2022-04-22", ())
