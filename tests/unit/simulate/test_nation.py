"""The folder that plantrack simulate writes."""

from __future__ import annotations

import json
from pathlib import Path

from openpyxl import load_workbook
from pandas.testing import assert_frame_equal

from plantrack_nb.core.schema import RoundKey
from plantrack_nb.load.round_book import read_workbook
from plantrack_nb.office.register import Register
from plantrack_nb.office.round_file import filled, load_round_file
from plantrack_nb.simulate import Plan, made_round, offices, simulate
from plantrack_nb.simulate.invented_words import SYNTHETIC

PLAN = Plan(count=2, seed=3, fiscal_year=2565, quarter=2, rate=0.2)


def test_the_workbooks_hold_what_was_made(tmp_path: Path) -> None:
    """Read back, a workbook gives the tables of its round."""
    made = simulate(PLAN, tmp_path, tmp_path / "data")
    assert [str(key) for key, *_ in made.planted] == ["9700-2565-q2", "9701-2565-q2"]
    wanted, faults = made_round(offices(2, 3)[0], 2565, 2, 3, 0.2)
    found = read_workbook(tmp_path / "data" / "9700-2565-q2.xlsx").round
    assert made.planted[0] == (wanted.key, faults, ())
    for name, table in wanted.tables.items():
        assert_frame_equal(found.tables[name], table)


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    """Every file, whatever folder it is written to."""
    for project in ("one", "two"):
        simulate(PLAN, tmp_path / project, tmp_path / project / "data")
    first, second = (sorted((tmp_path / one / "data").iterdir()) for one in ("one", "two"))
    assert [one.name for one in first] == [one.name for one in second]
    assert [one.read_bytes() for one in first] == [one.read_bytes() for one in second]


def test_sharing_districts_out_to_processes_changes_nothing(tmp_path: Path) -> None:
    """The first of nine districts is the same file as when it is made alone."""
    nine = Plan(count=9, seed=3, fiscal_year=2565, quarter=2, rate=0.2)
    simulate(nine, tmp_path, tmp_path / "nine")
    simulate(PLAN, tmp_path, tmp_path / "two")
    name = "9700-2565-q2.xlsx"
    assert (tmp_path / "nine" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_every_workbook_says_that_it_is_synthetic(tmp_path: Path) -> None:
    """On its first sheet and in the file's properties."""
    simulate(PLAN, tmp_path, tmp_path)
    book = load_workbook(tmp_path / "9700-2565-q2.xlsx")
    first = book.worksheets[0]
    assert any(SYNTHETIC in str(cell.value) for row in first["A1:A4"] for cell in row)
    assert SYNTHETIC in str(book.properties.description)


def test_the_round_file_names_workbooks_that_are_there(tmp_path: Path, register: Register) -> None:
    """Its districts are those of the register beside it; paths start at the project."""
    made = simulate(PLAN, tmp_path, tmp_path / "data")
    rounds = load_round_file(made.round_file, tmp_path, register)
    assert rounds.districts == ("9700", "9701")
    keys = [RoundKey(code, rounds.fiscal_year, rounds.quarter) for code in rounds.districts]
    assert all((tmp_path / filled(rounds.inputs, key)).is_file() for key in keys)
    assert "synthetic" in made.round_file.read_text(encoding="utf-8").lower()


def test_workbooks_elsewhere_are_named_outright(tmp_path: Path, register: Register) -> None:
    """A path from the root holds whatever the project is."""
    made = simulate(PLAN, tmp_path / "project", tmp_path / "elsewhere")
    rounds = load_round_file(made.round_file, tmp_path / "project", register)
    path = filled(rounds.inputs, RoundKey("9700", 2565, 2))
    assert (tmp_path / "project" / path).is_file()
    assert rounds.areas == Register.load(tmp_path / "elsewhere" / "districts.csv")


def test_planted_faults_are_listed_one_a_line(tmp_path: Path) -> None:
    """Each line names district, rule, severity, project, and the change."""
    made = simulate(PLAN, tmp_path, tmp_path)
    lines = (tmp_path / "planted.jsonl").read_text(encoding="utf-8").splitlines()
    records = [json.loads(line) for line in lines]
    assert len(records) == made.faults > 0
    assert all(
        [*one] == ["district", "rule", "severity", "project_no", "where", "from", "to"]
        for one in records
    )
    assert {one["severity"] for one in records} <= {"error", "warning", "info"}
