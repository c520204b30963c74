"""The same content gives the same tables, whatever file it comes in and however it is laid."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from helpers import containers
from helpers.nine_columns import HEAD, TITLES, merged, nine_columns, pages, reordered, shifted_left
from helpers.same_tables import Tables, same

from plantrack_nb.load.round_book import read_workbook
from plantrack_nb.office.register import Register
from plantrack_nb.thai.numbers import parse_amount_with_percent, parse_number
from plantrack_nb.thai.text import thai_digits


@pytest.fixture(scope="module")
def tables(sample_workbook: Path) -> Tables:
    """Return the sample round without the marks whose activity has no text."""
    made = read_workbook(sample_workbook).round.tables
    made["activities"] = made["activities"][made["activities"]["text"] != ""]
    return made


@pytest.fixture(scope="module")
def rows(tables: Tables) -> list[list[str]]:
    """Return the sample round as the nine-column table."""
    return nine_columns(tables)


def test_text(tmp_path: Path, rows: list[list[str]], tables: Tables, register: Register) -> None:
    """A tab-separated text gives the tables it was set from."""
    same(containers.write_text(tmp_path / "a.txt", [*TITLES, [HEAD, *rows]]), register, tables)


@pytest.mark.parametrize("every", [1, 7, 30])
def test_page_breaks(
    tmp_path: Path, rows: list[list[str]], tables: Tables, register: Register, every: int
) -> None:
    """It does not matter where the pages break."""
    same(containers.write_text(tmp_path / "a.txt", list(pages(rows, every))), register, tables)


def test_markdown(
    tmp_path: Path, rows: list[list[str]], tables: Tables, register: Register
) -> None:
    """A Markdown pipe table gives the same tables."""
    piped = [[cell.replace("\n", "<br>") for cell in row] for row in rows]
    same(containers.write_markdown(tmp_path / "a.md", [*TITLES, [HEAD, *piped]]), register, tables)


@pytest.mark.parametrize("charset", ["utf-8", "tis-620"])
def test_html(
    tmp_path: Path, rows: list[list[str]], tables: Tables, register: Register, charset: str
) -> None:
    """A saved page with merged cells gives the same tables."""
    clean = rows if charset == "utf-8" else [[_in_tis620(cell) for cell in row] for row in rows]
    path = containers.write_html(tmp_path / "a.html", [*TITLES, [HEAD, *merged(clean)]], charset)
    wanted = tables if charset == "utf-8" else _tables_in_tis620(tables)
    same(path, register, wanted)


def test_docx(tmp_path: Path, rows: list[list[str]], tables: Tables, register: Register) -> None:
    """A Word document with merged cells gives the same tables."""
    same(containers.write_docx(tmp_path / "a.docx", [*TITLES, [HEAD, *rows]]), register, tables)


def test_xlsx(tmp_path: Path, rows: list[list[str]], tables: Tables, register: Register) -> None:
    """A spreadsheet with merged project cells and titles above gives the same tables."""
    sheet = [[title, *[""] * 8] for title in TITLES]
    path = containers.write_xlsx(tmp_path / "a.xlsx", [*sheet, HEAD, *merged(rows)])
    same(path, register, tables)


def test_xlsx_of_several_sheets(
    tmp_path: Path, rows: list[list[str]], tables: Tables, register: Register
) -> None:
    """A sheet a strategy is read as one table."""
    starts = [at for at, row in enumerate(rows) if row[0].startswith("กลยุทธ์")]
    stops = [*starts[1:], len(rows)]
    sheets: dict[str, containers.Table] = {
        f"กลยุทธ์ {number}": [HEAD, *rows[start:stop]]
        for number, (start, stop) in enumerate(zip(starts, stops, strict=True), 1)
    }
    same(containers.write_xlsx(tmp_path / "a.xlsx", sheets), register, tables)


@pytest.mark.parametrize("written", [(",", "utf-8"), (";", "utf-8-sig"), ("\t", "utf-8")])
def test_csv(
    tmp_path: Path,
    rows: list[list[str]],
    tables: Tables,
    register: Register,
    written: tuple[str, str],
) -> None:
    """A delimited file gives the same tables."""
    path = containers.write_csv(tmp_path / "a.csv", [HEAD, *rows], *written)
    same(path, register, tables)


def test_other_column_order(
    tmp_path: Path, rows: list[list[str]], tables: Tables, register: Register
) -> None:
    """Columns are found by their headings, not by their place."""
    order = [0, 1, 8, 2, 3, 7, 6, 4, 5]
    laid = reordered(rows, order)
    path = containers.write_csv(tmp_path / "a.csv", [[HEAD[at] for at in order], *laid])
    same(path, register, tables)


def test_thai_digits(
    tmp_path: Path, rows: list[list[str]], tables: Tables, register: Register
) -> None:
    """Amounts, percents and numbers may be written in Thai digits."""
    laid = [
        [thai_digits(cell) if at in (0, 4, 5, 6) else cell for at, cell in enumerate(row)]
        for row in rows
    ]
    same(containers.write_text(tmp_path / "a.txt", [[HEAD, *laid]]), register, tables)


def test_shifted_rows(
    tmp_path: Path, rows: list[list[str]], tables: Tables, register: Register
) -> None:
    """Rows with a mark or an amount that lost a cell in front are put back."""
    some = random.Random(7)
    laid = [
        shifted_left(row) if (row[4] or row[6]) and row[7] and some.random() < 0.3 else row
        for row in rows
    ]
    assert laid != rows
    same(containers.write_text(tmp_path / "a.txt", [[HEAD, *laid]]), register, tables)


def test_head_of_two_rows(
    tmp_path: Path, rows: list[list[str]], tables: Tables, register: Register
) -> None:
    """Merged headings over finer ones, as forms have them, are one head."""
    upper: list[str | None] = [*HEAD[:4], "งบประมาณ", None, *HEAD[6:]]
    finer: list[str | None] = ["ได้รับจัดสรร", "เบิกจ่าย (ร้อยละ)"]
    lower = [*[None] * 4, *finer, *[""] * 3]
    counts = [f"({at})" for at in range(1, 10)]
    path = containers.write_xlsx(tmp_path / "a.xlsx", [*_titles(), upper, lower, counts, *rows])
    same(path, register, tables)


def test_amounts_as_numbers(
    tmp_path: Path, rows: list[list[str]], tables: Tables, register: Register
) -> None:
    """Amounts and shares may be numbers of the sheet, in columns of their own."""
    head = [*HEAD[:5], "เบิกจ่าย", "ร้อยละ", *HEAD[6:]]
    laid = [[*row[:4], *_as_numbers(row[4], row[5]), *row[6:]] for row in rows]
    path = containers.write_xlsx(tmp_path / "a.xlsx", [*_titles(), head, *laid])
    same(path, register, tables)


def test_row_shifted_to_the_right(
    tmp_path: Path, rows: list[list[str]], tables: Tables, register: Register
) -> None:
    """Rows with a mark and an action that a stray cell pushed to the right are put back."""
    some = random.Random(11)
    laid = [
        ["", *row] if not row[0] and row[6] and row[7] and some.random() < 0.3 else row
        for row in rows
    ]
    assert laid != rows
    same(containers.write_text(tmp_path / "a.txt", [*TITLES, [HEAD, *laid]]), register, tables)


def _titles() -> list[list[str]]:
    return [[title] for title in TITLES]


def _as_numbers(budget: str, disbursed: str) -> list[str | float]:
    amount = parse_amount_with_percent(disbursed)
    given = parse_number(budget)
    spent = amount.value if amount else disbursed
    share = amount.percent / 100 if amount and amount.percent is not None else ""
    return [budget if given is None else given, spent, share]


def _in_tis620(text: str) -> str:
    return text.encode("cp874", "replace").decode("cp874")


def _tables_in_tis620(tables: Tables) -> Tables:
    made = {}
    for name, data in tables.items():
        made[name] = data.copy()
        for column in data.columns[data.dtypes == "str"]:
            made[name][column] = data[column].map(_in_tis620)
    return made
