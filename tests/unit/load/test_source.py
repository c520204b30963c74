"""Any file becomes a round, or is refused before anything is made of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers import containers
from helpers.nine_columns import HEAD, TITLES
from helpers.progress_table import opened

from plantrack_nb.core.errors import ParameterError, SourceError
from plantrack_nb.core.schema import RoundKey
from plantrack_nb.load.round_asked import Wanted
from plantrack_nb.load.source import read_source
from plantrack_nb.office.register import Register

KEY = RoundKey("7301", 2565, 2)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """Return a report that says which round it is."""
    return containers.write_text(tmp_path / "a.txt", [*TITLES, [HEAD, opened(action="1.ประชุม")]])


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """Return a table that does not say which round it is."""
    return containers.write_csv(tmp_path / "a.csv", [HEAD, opened(action="1.ประชุม")])


def test_said_by_the_document(report: Path, register: Register) -> None:
    """Without wishes the document's own round is taken."""
    assert read_source(report, register).round.key == KEY


@pytest.mark.parametrize("wanted", [Wanted("7301", 2565, 2), Wanted("7301"), Wanted(quarter=2)])
def test_as_wanted(report: Path, register: Register, wanted: Wanted) -> None:
    """A wish that agrees with the document changes nothing."""
    assert read_source(report, register, wanted).round.key == KEY


def test_wish_fills_what_is_not_said(bare: Path, register: Register) -> None:
    """What the document does not say comes from the caller."""
    assert read_source(bare, register, Wanted("7301", 2565, 2)).round.key == KEY


def test_not_said(bare: Path, register: Register) -> None:
    """What nobody says is asked for, by the names of the options."""
    with pytest.raises(ParameterError, match="ไม่พบในเอกสาร: --year, --quarter"):
        read_source(bare, register, Wanted("7301"))


def test_in_english(bare: Path, register: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    """Messages are in English when it is asked for."""
    monkeypatch.setenv("PLANTRACK_LANG", "en")
    with pytest.raises(ParameterError, match="not found in it: --year, --quarter"):
        read_source(bare, register, Wanted("7301"))


def test_another_round(report: Path, register: Register) -> None:
    """The asked round wins over titles: they are noted, and kept as claims."""
    reading = read_source(report, register, Wanted("7302", 2564, 2))
    assert reading.round.key == RoundKey("7302", 2564, 2)
    told = [note for note in reading.notes if "อ่านเป็น" in note]
    assert len(told) == 2
    claims = reading.round.claims
    assert list(claims[claims["kind"] == "title"]["subject"]) == [
        "title=district; asked=สพป.นครปฐม เขต 2; said=สพป.นครปฐม เขต 1",
        "title=fiscal_year; asked=2564; said=2565",
    ]


def test_words_in_cells(tmp_path: Path, register: Register) -> None:
    """Words in the table that name another round are noted where no title names one."""
    table = containers.write_csv(tmp_path / "a.csv", [HEAD, opened(action="1.รายงานไตรมาสที่ 1")])
    reading = read_source(table, register, Wanted("7301", 2565, 2))
    assert any("ไตรมาสที่1" in note for note in reading.notes)


def test_office_without_code(tmp_path: Path, register: Register) -> None:
    """An office without a code is told how to get one of its own."""
    office = next(one for one in register if not one.code)
    table = containers.write_csv(
        tmp_path / "a.csv", [[f"{office.name} ปีงบประมาณ 2565 ไตรมาส 2"], HEAD, opened()]
    )
    with pytest.raises(ParameterError) as caught:
        read_source(table, register)
    assert office.name in caught.value.why
    assert "params/districts.csv" in caught.value.hint


def test_round_workbook(sample_workbook: Path, register: Register) -> None:
    """A round workbook is read as it is, and held to the wish."""
    assert read_source(sample_workbook, register).round.key == KEY
    with pytest.raises(ParameterError, match="quarter"):
        read_source(sample_workbook, register, Wanted(quarter=3))


def test_no_table(tmp_path: Path, register: Register) -> None:
    """A document without a table is refused with its first rows."""
    letter = containers.write_text(tmp_path / "a.txt", [*TITLES, "เรียน ผู้อำนวยการ"])
    with pytest.raises(SourceError, match="ไม่มีแถวของตารางเลย"):
        read_source(letter, register)
    other = containers.write_csv(tmp_path / "b.csv", [["ชื่อ", "อายุ"], ["ก", "5"]])
    with pytest.raises(SourceError, match=r"แถวแรก ๆ คือ “ชื่อ \| อายุ”"):
        read_source(other, register, Wanted("7301", 2565, 2))


def test_no_project(tmp_path: Path, register: Register) -> None:
    """A head without projects is refused with what was found, what is missing, the first row."""
    table = containers.write_csv(
        tmp_path / "a.csv", [["ที่", "กลุ่ม", "จำนวนโครงการ", "เบิกจ่าย"], ["1", "กลุ่มอำนวยการ", "3", "5"]]
    )
    with pytest.raises(SourceError) as caught:
        read_source(table, register, Wanted("7301", 2565, 2))
    assert "ขาด ชื่อโครงการ, งบประมาณ" in caught.value.why
    assert "กลุ่มอำนวยการ" in caught.value.why


def test_no_column_of_the_round(tmp_path: Path, register: Register) -> None:
    """Figures of other rounds only are no figures of the asked one."""
    head = ["ที่", "โครงการ", "งบประมาณ", "เบิกจ่ายรอบ 6 เดือน", "เบิกจ่ายรอบ 12 เดือน"]
    table = containers.write_csv(tmp_path / "a.csv", [head, ["1", "ก", "9", "4", "8"]])
    with pytest.raises(ParameterError, match="ไม่มีคอลัมน์ที่ให้ยอดถึงสิ้นไตรมาส 3"):
        read_source(table, register, Wanted("7301", 2565, 3))
    read = read_source(table, register, Wanted("7301", 2565, 4)).round
    assert list(read.budget_lines["disbursed"]) == [8]
