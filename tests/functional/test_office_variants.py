"""The ways in which offices write and lay the same table give the same tables.

Five projects of the sample that hold every kind of row are laid out anew: several amounts, awaited
money, sub-activities of all levels, marks and percents, owners over rows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from docx import Document
from helpers import containers
from helpers.nine_columns import HEAD, TITLES, merged, nine_columns, reordered
from helpers.same_tables import Tables, same

from plantrack_nb.load.round_book import read_workbook
from plantrack_nb.office.register import Register
from plantrack_nb.thai.numbers import format_baht, parse_amount_with_percent, parse_number
from plantrack_nb.thai.text import thai_digits

Rows = list[list[str]]
Same = Callable[[Path], None]
PROJECTS = ("1.3", "2.6", "3.5", "4.2", "6.8")
ORDER = [0, 1, 8, 2, 3, 7, 6, 4, 5]
DONE, GOING, NOT = "สำเร็จแล้ว", "ระหว่างดำเนินการ", "ยังไม่ดำเนินการ"
WORDS = [
    {DONE: "ดำเนินการแล้ว", GOING: "อยู่ระหว่างดำเนินการ", NOT: "ยังไม่ได้ดำเนินการ"},
    {DONE: "แล้วเสร็จ", GOING: "กำลังดำเนินการ", NOT: "ยังไม่เริ่มดำเนินการ"},
    {DONE: "สำเร็จแล้ว.", GOING: "ระหว่าง ดำเนินการ .", NOT: " ยังไม่ดำเนินการ."},
    {DONE: "ดำเนินการเสร็จสิ้นแล้ว", GOING: "อยู่ในระหว่างดำเนินการ", NOT: "ยังไม่ได้เริ่มดำเนินการ"},
    {DONE: "ดำเนินการเรียบร้อยแล้ว", GOING: "อยู่ระหว่างการดำเนินการ", NOT: "ยังไม่ได้ดำเนินงาน"},
    {DONE: "เสร็จสิ้น", GOING: "ระหว่าง\u00a0ดำเนินการ", NOT: "ไม่ได้ดำเนินการ"},
]
AMOUNTS: list[Callable[[float], str]] = [
    lambda value: f"{format_baht(value)} บาท",
    lambda value: f"{format_baht(value)}.-",
    lambda value: f"\u00a0{value:,.2f} ",
    lambda value: f"{value:.2f}",
    lambda value: thai_digits(f"{format_baht(value)} บาท"),
    lambda value: f"{format_baht(value)}฿",
]
HEADS = [
    text.split("|")
    for text in (
        "ลำดับที่|ชื่อโครงการ|เป้าหมาย|ตัวชี้วัด|งบประมาณที่ได้รับ|ผลการเบิกจ่าย|ความก้าวหน้า|กิจกรรม|ผู้รับผิดชอบโครงการ",
        (
            "ที่|งาน/โครงการ|เป้าหมาย|ตัวชี้วัดความสำเร็จ|งบประมาณที่ได้รับจัดสรร (บาท)|"
            "เบิกจ่ายแล้ว (ร้อยละ)|ผลการดำเนินงาน|การดำเนินงาน|กลุ่ม/ผู้รับผิดชอบ"
        ),
        (
            "ลำดับ|โครงการ/กิจกรรม|ค่าเป้าหมาย|ตัวชี้วัดความสำเร็จ|วงเงินงบประมาณ|"
            "เบิกจ่ายจริง|สถานะ|กิจกรรมที่ดำเนินการ|ผู้รับผิดชอบ"
        ),
        (
            "ที่|โครงการ/\nกิจกรรม|เป้าหมาย|ตัวชี้วัด\nความสำเร็จ|งบ\nประมาณ|"
            "เบิกจ่ายจริง\n(ร้อยละ)|ความก้าวหน้า\n(ร้อยละ)|การ\nดำเนินการ|ผู้รับ\nผิดชอบ"
        ),
    )
]


@pytest.fixture(scope="module")
def tables(sample_workbook: Path) -> Tables:
    """Return five projects of the sample round, without marks whose activity has no text."""
    made = read_workbook(sample_workbook).round.tables
    for name in ("projects", "budget_lines", "activities"):
        made[name] = made[name][made[name]["project_no"].isin(PROJECTS)]
    made["activities"] = made["activities"][made["activities"]["text"] != ""]
    used = made["projects"]["strategy_no"]
    made["strategies"] = made["strategies"][made["strategies"]["strategy_no"].isin(used)]
    return made


@pytest.fixture(scope="module")
def rows(tables: Tables) -> Rows:
    """Return them as the nine-column table."""
    return nine_columns(tables)


@pytest.fixture
def check(tables: Tables, register: Register) -> Same:
    """Return what reads a file and compares it."""
    return lambda path: same(path, register, tables)


def column(rows: Rows, at: int, change: Callable[[str], str]) -> Rows:
    """Write one column in another way; rows of strategies stay."""
    return [
        [
            change(cell) if place == at and not is_strategy(row) else cell
            for place, cell in enumerate(row)
        ]
        for row in rows
    ]


def is_strategy(row: list[str]) -> bool:
    """Tell whether a row is a strategy's heading."""
    return row[0].startswith("กลยุทธ์")


def in_pages(rows: Rows, head: list[str], every: int = 9) -> Iterator[str | Rows]:
    """Break the table into pages with titles and head."""
    for start in range(0, len(rows), every):
        yield from TITLES
        yield [head, *rows[start : start + every]]


@pytest.mark.parametrize("words", WORDS)
def test_status_words(tmp_path: Path, rows: Rows, check: Same, words: dict[str, str]) -> None:
    """A status may be said in other words, with a dot or spaces about them."""
    laid = column(rows, 6, lambda cell: words.get(cell, cell))
    check(containers.write_text(tmp_path / "a.txt", [*TITLES, [HEAD, *laid]]))


@pytest.mark.parametrize("form", ["ร้อยละ {}", "{}%", "ระหว่างดำเนินการ (ร้อยละ {})", "- {} %"])
def test_percents_of_progress(tmp_path: Path, rows: Rows, check: Same, form: str) -> None:
    """A percent of progress may carry its sign, or stand behind the status."""
    laid = column(rows, 6, lambda cell: form.format(cell) if cell.isdigit() else cell)
    check(containers.write_text(tmp_path / "a.txt", [[HEAD, *laid]]))


@pytest.mark.parametrize("form", AMOUNTS)
def test_amounts(tmp_path: Path, rows: Rows, check: Same, form: Callable[[float], str]) -> None:
    """Amounts may be texts with their unit, spaces and digits of any kind."""

    def written(cell: str) -> str:
        amount = parse_amount_with_percent(cell) if cell not in ("", "-") else None
        if amount is None:
            return cell
        beside = "" if amount.percent is None else f" ({amount.percent:g}%)"
        return form(amount.value) + beside

    laid = column(column(rows, 4, written), 5, written)
    check(containers.write_text(tmp_path / "a.txt", [*TITLES, [HEAD, *laid]]))


@pytest.mark.parametrize(
    "words", ["รอการจัดสรร", "อยู่ระหว่างรอจัดสรร", "รอโอนงบประมาณ", "รอ\u00a0จัดสรร"]
)
def test_awaited_money(tmp_path: Path, rows: Rows, check: Same, words: str) -> None:
    """Money that has not come yet is told in several ways."""
    laid = column(rows, 4, lambda cell: words if cell == "รอจัดสรร" else cell)
    check(containers.write_text(tmp_path / "a.txt", [[HEAD, *laid]]))


@pytest.mark.parametrize("mark", ["–", "•", "·", "▪", "➢", "\uf0b7"])
def test_bullets(tmp_path: Path, rows: Rows, check: Same, mark: str) -> None:
    """Sub-activities may be listed with any mark that word processors set."""
    laid = column(rows, 7, lambda cell: f"{mark} {cell[2:]}" if cell.startswith("- ") else cell)
    check(containers.write_text(tmp_path / "a.txt", [[HEAD, *laid]]))


@pytest.mark.parametrize("form", ["{}.", "{})", "โครงการที่ {}", "ที่ {}", " {} "])
def test_numbers_of_projects(tmp_path: Path, rows: Rows, check: Same, form: str) -> None:
    """A project's number may stand with a dot, a bracket or a word."""
    laid = column(rows, 0, lambda cell: form.format(thai_digits(cell)) if cell else cell)
    check(containers.write_text(tmp_path / "a.txt", [[HEAD, *laid]]))


@pytest.mark.parametrize("head", HEADS)
def test_headings(tmp_path: Path, rows: Rows, check: Same, head: list[str]) -> None:
    """Columns are known by the headings that offices use."""
    check(containers.write_xlsx(tmp_path / "a.xlsx", [head, *rows]))


@pytest.mark.parametrize("behind", [(1,), (4, 6), tuple(range(8))])
def test_blank_columns(tmp_path: Path, rows: Rows, check: Same, behind: tuple[int, ...]) -> None:
    """Blank columns may stand between the others, or in front of all."""

    def wide(row: list[str]) -> list[str]:
        cells = ((cell, "") if at in behind else (cell,) for at, cell in enumerate(row))
        return ["", *(cell for some in cells for cell in some)]

    check(containers.write_xlsx(tmp_path / "a.xlsx", [*map(wide, [HEAD, *rows])]))


def test_more_columns(tmp_path: Path, rows: Rows, check: Same) -> None:
    """The percent may have a column of its own, and a remainder and remarks may stand beside."""
    head = [*HEAD[:5], "เบิกจ่าย", "ร้อยละ", "คงเหลือ", *HEAD[6:], "หมายเหตุ"]

    def wide(row: list[str]) -> list[str]:
        amount = parse_amount_with_percent(row[5]) if row[5] not in ("", "-") else None
        given = parse_number(row[4])
        share = f"{amount.percent:g}" if amount and amount.percent is not None else ""
        left = format_baht(given - amount.value) if amount and given is not None else ""
        return [*row[:5], row[5].split(" (")[0], share, left, *row[6:], ""]

    check(containers.write_docx(tmp_path / "a.docx", [*TITLES, [head, *map(wide, rows)]]))


def test_dashes_for_empty_cells(tmp_path: Path, rows: Rows, check: Same) -> None:
    """A dash where nothing is to be said is no target, indicator or owner."""
    laid = rows
    for at in (2, 3, 4, 5, 6, 8):
        laid = column(laid, at, lambda cell: cell or "-")
    check(containers.write_text(tmp_path / "a.txt", [[HEAD, *laid]]))


@pytest.mark.parametrize(
    "write", [containers.write_text, containers.write_docx, containers.write_html]
)
def test_all_at_once(tmp_path: Path, rows: Rows, check: Same, write: Callable[..., Path]) -> None:
    """Columns in another order, a page each nine rows, Thai digits, other words and amounts."""
    laid = column(rows, 6, lambda cell: thai_digits(WORDS[1].get(cell, cell)))
    laid = column(laid, 4, lambda cell: f"{thai_digits(cell)} บาท" if cell[:1].isdigit() else cell)
    blocks = in_pages(reordered(laid, ORDER), [HEAD[at] for at in ORDER])
    check(write(tmp_path / f"a.{write.__name__[6:].replace('text', 'txt')}", [*blocks]))


def test_pages_in_a_sheet_with_merged_cells(tmp_path: Path, rows: Rows, check: Same) -> None:
    """A sheet may repeat titles and head, and merge each project's cells within a page."""
    sheet: list[list[str | None]] = []
    for start in range(0, len(rows), 9):
        sheet += [[title, *[""] * 8] for title in TITLES]
        sheet.append([*HEAD])
        first, *rest = merged(rows[start : start + 9])
        sheet += [[cell or "" for cell in first], *rest]
    check(containers.write_xlsx(tmp_path / "a.xlsx", sheet))


def test_name_again_on_each_page(tmp_path: Path, rows: Rows, check: Same) -> None:
    """Number and name may be printed again at the top of each page, with (ต่อ) behind."""
    laid: Rows = []
    last: list[str] = []
    for at, row in enumerate(rows):
        again = at % 9 == 0 and not row[0] and bool(last)
        laid.append([last[0], f"{last[1]} (ต่อ)", *row[2:]] if again else row)
        last = row if re.match(r"\d", row[0]) else [] if row[0] else last
    assert laid != rows
    check(containers.write_text(tmp_path / "a.txt", [*in_pages(laid, HEAD)]))


def test_totals_between(tmp_path: Path, rows: Rows, check: Same) -> None:
    """Totals of strategies between their projects belong to none."""
    laid: Rows = []
    total = 0.0
    for row in rows:
        if is_strategy(row) and total:
            laid.append(["รวม", "", "", "", format_baht(total), "", "", "", ""])
            total = 0.0
        laid.append(row)
        total += parse_number(row[4]) or 0
    check(containers.write_xlsx(tmp_path / "a.xlsx", [HEAD, *laid]))


def test_numbers_of_the_sheet(tmp_path: Path, rows: Rows, check: Same) -> None:
    """Numbers of projects, amounts and percents may be numbers of the sheet."""
    laid: list[list[str | float]] = [
        [
            float(cell) if at in (0, 4, 5, 6) and re.fullmatch(r"\d+(\.[1-9])?", cell) else cell
            for at, cell in enumerate(column([row], 4, lambda cell: cell.replace(",", ""))[0])
        ]
        for row in rows
    ]
    check(containers.write_xlsx(tmp_path / "a.xlsx", [HEAD, *laid]))


@pytest.mark.parametrize(
    "written", [(",", "cp874", "\r\n"), ("\t", "cp874", "\n"), (",", "utf-16", "\n")]
)
def test_old_code_pages(
    tmp_path: Path, rows: Rows, check: Same, written: tuple[str, str, str]
) -> None:
    """Delimited files in an office's old code page keep line breaks within quotes."""
    assert any("\n" in cell for row in rows for cell in row)
    clean = [[cell.encode("cp874", "ignore").decode("cp874") for cell in row] for row in rows]
    assert clean == rows
    check(containers.write_csv(tmp_path / "a.csv", [HEAD, *rows], *written))


def test_tables_within_cells_of_a_document(tmp_path: Path, rows: Rows, check: Same) -> None:
    """Word documents may hold sub-activities in small tables within the cells."""
    document = Document()
    table = document.add_table(len(rows) + 1, 9)
    for laid, row in zip(table.rows, [HEAD, *rows], strict=True):
        for at, (cell, text) in enumerate(zip(laid.cells, row, strict=True)):
            if at == 7 and text.startswith("- "):
                cell.add_table(1, 1).cell(0, 0).text = text
            elif text:
                cell.text = text
    document.save(str(tmp_path / "a.docx"))
    check(tmp_path / "a.docx")


def test_tables_within_cells_of_a_page(tmp_path: Path, rows: Rows, check: Same) -> None:
    """So may pages; their cells may all be heads."""
    path = containers.write_html(tmp_path / "a.html", [*TITLES, [HEAD, *rows]])
    page = path.read_text(encoding="utf-8")
    page = re.sub(r"<p>(- [^<]*)</p>", r"<table><tr><td>\1</td></tr></table>", page)
    path.write_text(
        page.replace("<p>", "<div><span>").replace("</p>", "</span></div>"), encoding="utf-8"
    )
    check(path)
