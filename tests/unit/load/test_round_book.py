"""The round workbook: what is written comes back; what a person fills in is read or refused."""

from __future__ import annotations

import io
import math
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from helpers.any_round import KEY, any_round, empty_round
from hypothesis import HealthCheck, given, settings

from plantrack_nb.core.errors import OutputError, SchemaError, SourceError, UnsafeSourceError
from plantrack_nb.core.provenance import column_letters
from plantrack_nb.core.schema import SOURCE_COLUMNS, TABLES, Round, RoundKey
from plantrack_nb.load import read_source
from plantrack_nb.load.round_book import is_round_workbook, read_workbook, write_workbook
from plantrack_nb.load.round_book.legend import (
    COLUMN_HELP,
    GUIDE_SHEET,
    SHEETS,
    SOURCE_HELP,
    TABLE_HELP,
    heading,
    sheet_columns,
)
from plantrack_nb.load.round_book.packed_places import PLACES as SHEET
from plantrack_nb.measures.places import Place
from plantrack_nb.office.register import Register


@pytest.fixture(autouse=True)
def _in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLANTRACK_LANG", "en")


Edits = dict[str, str | float | date | None]


def edited(path: Path, edits: Edits, made: Round | None = None) -> Path:
    """Write a workbook, then put values into cells, as "sheet!A1", the way a person would."""
    write_workbook(path, made, KEY)
    book = openpyxl.load_workbook(path)
    for place, value in edits.items():
        sheet, cell = place.split("!")
        book[sheet][cell] = value
    book.save(path)
    return path


def faults_of(path: Path) -> str:
    """Read a workbook that must be refused, and return the message."""
    with pytest.raises(SchemaError) as caught:
        read_workbook(path)
    return str(caught.value)


def project(number: str, **more: object) -> dict[str, object]:
    """Return a project's row."""
    return {"project_no": number, "strategy_no": "1", "budget_state": "none", **more}


@given(made=any_round())
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_round_comes_back_exactly(
    made: Round, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Formulas, HTML, digits, emoji, line breaks, long text and empty numbers come back."""
    path = tmp_path_factory.mktemp("book") / "round.xlsx"
    write_workbook(path, made)
    back = read_workbook(path).round
    assert back.key == made.key
    for name, data in made.tables.items():
        expected = data.copy()
        bare = (expected[["source_file", "source_ref", "raw"]] == "").all(axis=1)
        assert not bare.any()
        pd.testing.assert_frame_equal(back.tables[name], expected, check_exact=True)


def test_the_same_round_gives_the_same_bytes(tmp_path: Path) -> None:
    """No clock shows in the file: every time in it is fixed."""
    made = empty_round(projects=[project("6.10", name="=1+1")])
    for name in ("a.xlsx", "b.xlsx"):
        write_workbook(tmp_path / name, made)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    with zipfile.ZipFile(tmp_path / "a.xlsx") as book:
        assert {one.date_time[0] for one in book.infolist()} == {1980}
        core = book.read("docProps/core.xml").decode()
    assert core.count("2000-01-01T00:00:00Z") == core.count("</dcterms:") == 2


def test_every_sheet_helps_the_person_who_fills_it(tmp_path: Path) -> None:
    """Headings carry notes, allowed values are drop-downs in Thai, text columns are text."""
    write_workbook(tmp_path / "empty.xlsx", key=KEY)
    book = openpyxl.load_workbook(tmp_path / "empty.xlsx")
    assert book.sheetnames == [GUIDE_SHEET, *SHEETS]
    assert set(book.defined_names) == {"district", "fiscal_year", "quarter"}
    for title, table in SHEETS.items():
        sheet = book[title]
        columns = sheet_columns(table)
        assert [cell.value for cell in sheet[1]] == [heading(column) for column in columns]
        assert all(cell.comment and cell.font.name == "Tahoma" for cell in sheet[1])
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref
        lists = {
            str(rule.sqref).split("2:")[0]: rule.formula1.strip('"').split(",")
            for rule in sheet.data_validations.dataValidation
        }
        assert lists == {
            column_letters(at): list(column.allowed.values())
            for at, column in enumerate(columns, start=1)
            if column.allowed is not None
        }


def test_text_is_text_in_the_file(tmp_path: Path) -> None:
    """No cell of data is a formula, a link or a number that was text."""
    texts = ["=1+1", "0101", "https://example.org", "+66", "{=1}", "12,500.-"]
    made = empty_round(strategies=[{"strategy_no": str(n), "name": t} for n, t in enumerate(texts)])
    write_workbook(tmp_path / "a.xlsx", made)
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["กลยุทธ์"]
    cells = [sheet.cell(row, 2) for row in range(2, 2 + len(texts))]
    assert [(cell.value, cell.data_type, cell.hyperlink) for cell in cells] == [
        (text, "s", None) for text in texts
    ]
    with zipfile.ZipFile(tmp_path / "a.xlsx") as book:
        assert not any(b"<f>" in book.read(name) for name in book.namelist())


def test_the_guide_explains_every_column() -> None:
    """Each declared column has its Thai meaning, and nothing else has."""
    assert {name: set(columns) for name, columns in COLUMN_HELP.items()} == {
        name: {column.name for column in table.own_columns} for name, table in TABLES.items()
    }
    assert set(SOURCE_HELP) == {column.name for column in SOURCE_COLUMNS}
    assert set(TABLE_HELP) == set(TABLES)


def test_drop_downs_fit_into_a_spreadsheet() -> None:
    """A drop-down's list has at most 255 characters and no comma within a value."""
    for table in TABLES.values():
        for column in table.own_columns:
            values = list((column.allowed or {}).values())
            assert len(",".join(values)) <= 255
            assert not any("," in value for value in values)


def test_headings_of_a_sheet_differ() -> None:
    """Within a sheet a heading or a name means one column."""
    for table in TABLES.values():
        titles = [column.title for column in sheet_columns(table)]
        assert len(set(titles)) == len(titles)


def test_an_empty_workbook_reads_as_an_empty_round(tmp_path: Path) -> None:
    """The key stands on the first sheet; there is no example row among the data."""
    write_workbook(tmp_path / "empty.xlsx", key=RoundKey("7301", 2565, 4))
    back = read_workbook(tmp_path / "empty.xlsx").round
    assert back.key == RoundKey("7301", 2565, 4)
    assert all(data.empty for data in back.tables.values())


def test_an_empty_workbook_without_a_round_asks_for_it(tmp_path: Path) -> None:
    """District, year and quarter that nobody filled in are three faults with their cells."""
    write_workbook(tmp_path / "empty.xlsx")
    message = faults_of(tmp_path / "empty.xlsx")
    assert "has 3 faults" in message
    assert "คำอธิบาย!B5: 'รหัสเขต' is empty; write the four characters" in message
    assert "คำอธิบาย!B7" in message


def test_a_row_filled_in_by_a_person_is_its_own_source(tmp_path: Path) -> None:
    """Without a source, the workbook's row becomes it."""
    path = edited(
        tmp_path / "filled.xlsx",
        {"กลยุทธ์!A2": "1", "กลยุทธ์!B2": "พัฒนา", "กลยุทธ์!A5": "2", "กลยุทธ์!B5": "บริหาร"},
    )
    read = read_workbook(path).round.strategies
    assert list(read["source_file"]) == ["filled.xlsx"] * 2
    assert list(read["source_ref"]) == ["กลยุทธ์!A2", "กลยุทธ์!A5"]
    assert list(read["raw"]) == ["1 | พัฒนา", "2 | บริหาร"]


def test_numbers_are_taken_as_people_write_them(tmp_path: Path) -> None:
    """Thai digits, "12,500.-", a dash for nothing, and real numbers."""
    made = empty_round(budget_lines=[{"project_no": "1.1", "line_no": 1}])
    sheet = "รายการงบประมาณ"
    path = edited(
        tmp_path / "a.xlsx",
        {f"{sheet}!D2": "๑๒,๕๐๐.-", f"{sheet}!E2": "-", f"{sheet}!F2": 0.1, f"{sheet}!G2": "56.61"},
        made,
    )
    row = read_workbook(path).round.budget_lines.iloc[0]
    assert (row["budget"], row["disbursed"], row["reported_pct"]) == (12500, 0.1, 56.61)
    assert math.isnan(row["committed"])


@pytest.mark.parametrize("word", ["สำเร็จแล้ว", "done", " สำเร็จ แล้ว "])
def test_allowed_values_are_taken_in_thai_or_as_codes(word: str, tmp_path: Path) -> None:
    """A status may be its Thai label or its code; spaces do not matter."""
    made = empty_round(activities=[{"project_no": "1.1", "status": "in_progress"}])
    path = edited(tmp_path / "a.xlsx", {"กิจกรรม!E2": word}, made)
    assert list(read_workbook(path).round.activities["status"]) == ["done"]


def test_a_district_that_lost_its_zero_gets_it_back(tmp_path: Path) -> None:
    """Codes have four digits, so 101 can only be 0101."""
    path = edited(tmp_path / "a.xlsx", {"คำอธิบาย!B5": 101, "คำอธิบาย!B6": "๒๕๖๕"})
    assert read_workbook(path).round.key == KEY


def test_columns_may_stand_in_any_order_under_either_name(tmp_path: Path) -> None:
    """Columns are found by Thai heading or English name; an absent one is noted."""
    path = edited(tmp_path / "a.xlsx", {})
    book = openpyxl.load_workbook(path)
    sheet = book["กลยุทธ์"]
    sheet.delete_cols(1, 5)
    for cell, value in {"A1": "name", "B1": "กลยุทธ์ที่", "A2": "พัฒนา", "B2": "1"}.items():
        sheet[cell] = value
    book["โครงการ"].delete_cols(4)
    book.create_sheet("ร่าง")["A1"] = "x"
    book.save(path)
    reading = read_workbook(path)
    assert reading.round.strategies[["strategy_no", "name"]].to_numpy().tolist() == [["1", "พัฒนา"]]
    assert reading.notes == (
        "sheet 'ร่าง' is not part of a round and was not read",
        "sheet 'โครงการ' has no column 'เป้าหมาย'; it was taken as empty",
    )


def test_a_row_may_name_its_place_without_a_file(tmp_path: Path) -> None:
    """A sheet whose column of files was taken out is read; the place is kept as it stands."""
    made = empty_round(strategies=[{"strategy_no": "1", "name": "ก", "source_ref": "L3"}])
    path = edited(tmp_path / "a.xlsx", {}, made)
    book = openpyxl.load_workbook(path)
    book["กลยุทธ์"].delete_cols(3)
    book.save(path)
    reading = read_workbook(path)
    assert reading.round.strategies[["source_file", "source_ref"]].to_numpy().tolist() == [
        ["", "L3"]
    ]
    assert reading.places == ()


@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        ({"โครงการ!H2": "ได้เงิน"}, "โครงการ!H2: 'ได้เงิน' is not an allowed value; use one of: ได้รับ"),
        ({"โครงการ!H2": None}, "โครงการ!H2: 'สถานะงบประมาณ' is empty"),
        ({"โครงการ!A2": None}, "โครงการ!A2: 'ที่ (โครงการ)' is empty"),
        ({"โครงการ!A2": 6.1}, "โครงการ!A2: 6.1 is a number, and the spreadsheet drops its last"),
        ({"โครงการ!A2": 2.3}, "type it again as the plan has it, 2.3 or 2.30"),
        ({"โครงการ!L1": "เบอร์โทร"}, "โครงการ!L1: there is no column 'เบอร์โทร'; the headings are"),
        ({"โครงการ!D1": "ชื่อโครงการ"}, "โครงการ!D1: the column 'ชื่อโครงการ' stands here twice"),
        ({"โครงการ!A1": None}, "โครงการ: the column 'ที่ (โครงการ)' is missing"),
        ({"โครงการ!M9": "หลงมา"}, "โครงการ!M9: it stands under no known heading"),
        (
            {"โครงการ!A3": "6.10", "โครงการ!B3": "6", "โครงการ!H3": "none"},
            "already stands in row 2",
        ),
        ({"รายการงบประมาณ!D2": "ประมาณหมื่น"}, "รายการงบประมาณ!D2: 'ประมาณหมื่น' is not a number"),
        ({"รายการงบประมาณ!B2": 1.5}, "รายการงบประมาณ!B2: 1.5 is not a whole number"),
        (
            {"รายการงบประมาณ!D2": True},
            "รายการงบประมาณ!D2: 'TRUE' is a true/false value; write a number",
        ),
        (
            {"รายการงบประมาณ!D2": "=1+1"},
            "รายการงบประมาณ!D2: '=1+1' is a formula whose result is not",
        ),
        (
            {"โครงการ!A2": date(2022, 1, 6)},
            "is a date or time; format the cell as text and type it",
        ),
        ({"คำอธิบาย!B5": "73012"}, "คำอธิบาย!B5: '73012' is not possible; write the four"),
        ({"คำอธิบาย!B6": 2022}, "คำอธิบาย!B6: '2022' is not possible; write the fiscal year in the"),
        ({"คำอธิบาย!B7": 5}, "คำอธิบาย!B7: '5' is not possible; write 1, 2, 3 or 4"),
        ({"คำอธิบาย!A7": "รอบ"}, "คำอธิบาย: the row 'ไตรมาส' is missing"),
    ],
)
def test_a_fault_is_named_with_its_cell_and_its_cure(
    edits: Edits, expected: str, tmp_path: Path
) -> None:
    """The message says where, what stands there, and what may stand there."""
    made = empty_round(
        projects=[project("6.10")], budget_lines=[{"project_no": "6.10", "line_no": 1}]
    )
    assert expected in faults_of(edited(tmp_path / "a.xlsx", edits, made))


def test_all_faults_are_reported_together(tmp_path: Path) -> None:
    """Every sheet is looked at; a long list is cut, with the count."""
    made = empty_round(
        projects=[project(f"1.{at}") for at in range(30)], strategies=[{"strategy_no": "1"}]
    )
    edits: Edits = {f"โครงการ!H{row}": "?" for row in range(2, 32)}
    message = faults_of(edited(tmp_path / "a.xlsx", {**edits, "กลยุทธ์!A2": None}, made))
    assert "has 31 faults" in message
    assert "กลยุทธ์!A2" in message
    assert "โครงการ!H20" in message
    assert "โครงการ!H21" not in message
    assert "… and 11 more" in message


def test_a_missing_sheet_is_named(tmp_path: Path) -> None:
    """A workbook without one of its sheets is refused."""
    path = edited(tmp_path / "a.xlsx", {})
    book = openpyxl.load_workbook(path)
    del book["กิจกรรม"]
    book.save(path)
    assert is_round_workbook(path)
    assert "กิจกรรม: the sheet is missing" in faults_of(path)


def test_text_too_long_for_a_cell_is_refused(tmp_path: Path) -> None:
    """A spreadsheet would cut it; the error names the cell, and no file appears."""
    made = empty_round(narrative=[{"kind": "memo", "text": "😀" * 16_384}])
    with pytest.raises(OutputError, match="32,768 characters") as caught:
        write_workbook(tmp_path / "a.xlsx", made)
    assert caught.value.where == "ข้อความ!C2"
    assert not list(tmp_path.iterdir())
    made = empty_round(narrative=[{"kind": "memo", "text": "ก" * 32_767}])
    write_workbook(tmp_path / "a.xlsx", made)
    assert len(read_workbook(tmp_path / "a.xlsx").round.narrative["text"][0]) == 32_767


def test_coverage_counts_what_is_placed(tmp_path: Path) -> None:
    """Text on the sheet of unread things is not placed."""
    made = empty_round(
        strategies=[{"strategy_no": "1", "name": "ก ข"}], unread=[{"reason": "ค", "text": "ง"}]
    )
    write_workbook(tmp_path / "a.xlsx", made)
    coverage = read_workbook(tmp_path / "a.xlsx").coverage
    assert (coverage.characters, coverage.placed) == (5, 3)


def test_only_a_round_workbook_is_taken_for_one(tmp_path: Path) -> None:
    """Other workbooks, other files and no file are none."""
    write_workbook(tmp_path / "ours.xlsx")
    other = io.BytesIO()
    openpyxl.Workbook().save(other)
    (tmp_path / "other.xlsx").write_bytes(other.getvalue())
    (tmp_path / "text.xlsx").write_text("no zip", encoding="utf-8")
    found = [
        is_round_workbook(tmp_path / name)
        for name in ("ours.xlsx", "other.xlsx", "text.xlsx", "missing.xlsx")
    ]
    assert found == [True, False, False, False]


def test_a_large_workbook_is_read_like_a_small_one(tmp_path: Path) -> None:
    """Beyond ten megabytes unpacked it is read in a child process, with the same result."""
    made = empty_round(
        narrative=[{"kind": "memo", "text": f"{at} " + "ก" * 9000} for at in range(400)]
    )
    write_workbook(tmp_path / "a.xlsx", made)
    with zipfile.ZipFile(tmp_path / "a.xlsx") as book:
        assert sum(info.file_size for info in book.infolist()) > 10_000_000
    pd.testing.assert_frame_equal(
        read_workbook(tmp_path / "a.xlsx").round.narrative, made.narrative
    )


def test_one_long_text_in_very_many_cells_is_refused(tmp_path: Path) -> None:
    """A file stores a text once however often it stands; what it unfolds to is counted."""
    rows: list[dict[str, object]] = [{"kind": "memo", "text": "ก" * 32_000}] * 1600
    write_workbook(tmp_path / "a.xlsx", empty_round(narrative=rows))
    with pytest.raises(UnsafeSourceError, match="more than 50,000,000 characters"):
        read_workbook(tmp_path / "a.xlsx")


@pytest.mark.parametrize("content", [None, b"", b"PK\x03\x04 broken"])
def test_a_file_that_is_no_workbook_is_reported(content: bytes | None, tmp_path: Path) -> None:
    """A missing or damaged file is a SourceError that names it."""
    path = tmp_path / "a.xlsx"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(SourceError) as caught:
        read_workbook(path)
    assert "a.xlsx" in str(caught.value)


PLACES = (
    Place("6.10", "L3.1", "", "targets", "ก\nข", "L3.3", "<p>ก</p><p>ข</p>"),
    Place("6.10", "L3.8", "1", "status", "สำเร็จแล้ว", "L3.7", "สำเร็จแล้ว"),
    Place("", "L9", "", "text", "=1+2", "L11", "=1+2"),
)


def test_places_come_back(tmp_path: Path) -> None:
    """The cells of the source are kept on a sheet of their own; without them there is none."""
    write_workbook(tmp_path / "a.xlsx", empty_round(), places=PLACES)
    assert read_workbook(tmp_path / "a.xlsx").places == PLACES
    write_workbook(tmp_path / "b.xlsx", empty_round())
    assert SHEET not in openpyxl.load_workbook(tmp_path / "b.xlsx").sheetnames
    assert read_workbook(tmp_path / "b.xlsx").places == ()


def test_many_places_of_a_project(tmp_path: Path) -> None:
    """More places than a cell holds go into several; one that no cell holds is left out."""
    many = [replace(PLACES[0], source_ref=f"L{at}.3", raw="ก" * 3000) for at in range(40)]
    far_too_long = replace(PLACES[1], raw="ก" * 20_000)
    write_workbook(tmp_path / "a.xlsx", empty_round(), places=[*many, far_too_long])
    assert read_workbook(tmp_path / "a.xlsx").places == tuple(many)


@pytest.mark.parametrize("text", ["[[", "5", "[5]", '[["L3.1"]]', '[["a", "b", "c", 4, 5]]', "ก"])
def test_places_that_were_changed(tmp_path: Path, text: str) -> None:
    """A sheet of places that nobody can read is refused with its cell."""
    write_workbook(tmp_path / "a.xlsx", empty_round(), places=PLACES)
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    book[SHEET]["B2"] = text
    book.save(tmp_path / "a.xlsx")
    with pytest.raises(SchemaError) as raised:
        read_workbook(tmp_path / "a.xlsx")
    assert f"{SHEET}!B2" in str(raised.value)


def test_cells_of_the_workbook_itself(tmp_path: Path) -> None:
    """Values that people fill in are found in their own cells, whatever the columns' order."""
    edits: Edits = {
        "โครงการ!A2": "6.10",
        "โครงการ!B2": "6",
        "โครงการ!D2": "ครู",
        "โครงการ!H2": "ไม่ใช้งบ",
    }
    reading = read_workbook(edited(tmp_path / "a.xlsx", edits))
    (row,) = reading.round.projects.itertuples()
    ref = reading.located.of(row, "targets", "ครู")
    assert (ref.file, ref.ref, ref.raw) == ("a.xlsx", "โครงการ!D2", "ครู")


def test_a_damaged_list_of_sheets_is_told_like_any_damage(
    tmp_path: Path, sample_workbook: Path, register: Register
) -> None:
    """Whichever byte of its packed part is spoilt."""
    data = sample_workbook.read_bytes()
    with zipfile.ZipFile(sample_workbook) as book:
        info = book.getinfo("xl/workbook.xml")
    begin = info.header_offset + 30 + len(info.filename)
    for at in range(begin + 4, begin + info.compress_size - 12, 9):
        spoilt = bytearray(data)
        spoilt[at : at + 6] = bytes(one ^ 0xA5 for one in spoilt[at : at + 6])
        path = tmp_path / "spoilt.xlsx"
        path.write_bytes(spoilt)
        with pytest.raises(SourceError):
            read_source(path, register)


def test_whoever_fills_in_thai_is_told_in_thai(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Faults are told in Thai unless English is asked for; each with its cell and what to do."""
    monkeypatch.delenv("PLANTRACK_LANG")
    path = tmp_path / "a.xlsx"
    write_workbook(path, None, None)
    with pytest.raises(SchemaError) as caught:
        read_workbook(path)
    told = str(caught.value)
    assert "แฟ้มรายงานมีข้อผิดพลาด 3 แห่ง" in told
    assert "พิมพ์ 1, 2, 3 หรือ 4" in told
