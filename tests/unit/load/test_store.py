"""What is stored comes back, exactly."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pandas as pd
import pytest
from helpers.any_round import KEY, TEXTS, any_round, empty_round
from hypothesis import HealthCheck, given, settings

from plantrack_nb.containers.grid import Grid
from plantrack_nb.core.errors import SchemaError, SourceError
from plantrack_nb.core.provenance import Mend
from plantrack_nb.core.schema import TABLES, Round
from plantrack_nb.load import at_hand
from plantrack_nb.load.reading import Coverage, Reading
from plantrack_nb.load.store import RECORD, read_places, read_reading, read_tables, write_reading
from plantrack_nb.measures.places import Place
from plantrack_nb.workbooks.table_files import Format

FORMATS: tuple[Format, ...] = ("parquet", "csv")
MENDS = (Mend("word", "L3", "=ก", "", "6.10"), Mend("moved", "L4", "ก\nข", "NA"))
PLACES = (
    Place("6.10", "L3.1", "", "targets", "=ก\nข", "L3.3", "<p>=ก</p><p>ข</p>"),
    Place("", "L9", "", "text", "NA", "L11", "-1+2"),
)


@pytest.fixture(autouse=True)
def _in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLANTRACK_LANG", "en")


def a_reading(made: Round) -> Reading:
    """Return the round with a record of how it was read."""
    notes = ("แผ่นงานซ่อนไม่ได้อ่าน",)
    return Reading(made, MENDS, Coverage(120, 118), notes, places=PLACES)


@pytest.mark.parametrize("format_", FORMATS)
@given(made=any_round())
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_round_comes_back_exactly(
    made: Round, format_: Format, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """The same frames, types and record come back from both formats."""
    folder = tmp_path_factory.mktemp("stored")
    write_reading(a_reading(made), folder, format_)
    back = read_reading(folder)
    for name, data in made.tables.items():
        pd.testing.assert_frame_equal(back.round.tables[name], data, check_exact=True)
    assert (back.round.key, back.mends, back.coverage, back.notes) == (
        KEY,
        MENDS,
        Coverage(120, 118),
        ("แผ่นงานซ่อนไม่ได้อ่าน",),
    )
    assert back.places == PLACES
    assert read_places(folder).by_round == {KEY: PLACES}


@pytest.mark.parametrize("format_", FORMATS)
def test_one_file_a_table_with_the_declared_columns(format_: Format, tmp_path: Path) -> None:
    """A file a table, the mends, the places and the record are written; columns as declared."""
    paths = write_reading(a_reading(empty_round()), tmp_path, format_)
    names = [*TABLES, "mends", "places"]
    assert [path.name for path in paths] == [*(f"{name}.{format_}" for name in names), RECORD]
    reader = pd.read_parquet if format_ == "parquet" else pd.read_csv
    for name, table in TABLES.items():
        assert list(reader(tmp_path / f"{name}.{format_}").columns) == table.names
    record = json.loads((tmp_path / RECORD).read_text(encoding="utf-8"))
    assert record["round"] == {"district": "0101", "fiscal_year": 2565, "quarter": 2}
    assert record["coverage"] == {"characters": 120, "placed": 118}


@pytest.mark.parametrize("format_", FORMATS)
def test_the_same_reading_gives_the_same_bytes(format_: Format, tmp_path: Path) -> None:
    """Two folders written from one reading are equal byte for byte."""
    reading = a_reading(empty_round(strategies=[{"strategy_no": "1", "name": "ก"}]))
    first = write_reading(reading, tmp_path / "a", format_)
    second = write_reading(reading, tmp_path / "b", format_)
    assert [one.read_bytes() for one in first] == [one.read_bytes() for one in second]


def test_csv_is_plain_for_other_tools(tmp_path: Path) -> None:
    r"""No byte-order mark, "\n" line ends; a plain reader finds headings, text and zeros."""
    made = empty_round(
        budget_lines=[{"project_no": "6.10", "line_no": 1, "label": "- ข้อความ", "budget": 0.1}]
    )
    write_reading(a_reading(made), tmp_path, "csv")
    data = (tmp_path / "budget_lines.csv").read_bytes()
    assert b"\r" not in data
    (row,) = csv.DictReader(data.decode("utf-8").splitlines())
    assert (row["district"], row["project_no"], row["label"]) == ("0101", "6.10", "- ข้อความ")
    assert (row["budget"], row["committed"]) == ("0.1", "")


def test_csv_holds_no_live_formula(tmp_path: Path) -> None:
    """What a spreadsheet would run stands behind an apostrophe, in every text cell."""
    rows: list[dict[str, object]] = [
        {"strategy_no": str(at), "name": text} for at, text in enumerate(TEXTS)
    ]
    write_reading(a_reading(empty_round(strategies=rows)), tmp_path, "csv")
    stored = pd.read_csv(tmp_path / "strategies.csv", dtype="str", keep_default_na=False)["name"]
    assert not stored.str.match(r"[=+@\t\r\n＝＋＠]|-\s*\w+\+|-[0-9A-Za-z(]").any()
    assert {"'=1+1", "''=1+1", "'-1+2", "- ข้อความ", "-ข้อความ", "-"} <= set(stored)


def test_another_format_is_not_mistaken_for_this_one(tmp_path: Path) -> None:
    """A folder written twice gives the tables of the last writing, whatever files lie there."""
    write_reading(a_reading(empty_round(strategies=[{"strategy_no": "1"}])), tmp_path, "parquet")
    write_reading(a_reading(empty_round(strategies=[{"strategy_no": "2"}])), tmp_path, "csv")
    assert list(read_tables(tmp_path).strategies["strategy_no"]) == ["2"]


def test_a_folder_without_its_record_is_not_complete(tmp_path: Path) -> None:
    """Without the record, which is written last, nothing is read."""
    write_reading(a_reading(empty_round()), tmp_path, "parquet")
    (tmp_path / RECORD).unlink()
    with pytest.raises(SourceError, match=r"reading\.json is missing"):
        read_tables(tmp_path)


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"format": "xlsx", "round": {}, "coverage": {}, "notes": []}']
)
def test_a_damaged_record_is_reported(text: str, tmp_path: Path) -> None:
    """A record that is no JSON, or not ours, is named as damaged."""
    write_reading(a_reading(empty_round()), tmp_path, "parquet")
    (tmp_path / RECORD).write_text(text, encoding="utf-8")
    with pytest.raises(SourceError, match="record of the round is damaged"):
        read_tables(tmp_path)


@pytest.mark.parametrize("format_", FORMATS)
def test_a_damaged_or_missing_table_is_reported(format_: Format, tmp_path: Path) -> None:
    """The error names the table, and says when its file is missing."""
    write_reading(a_reading(empty_round()), tmp_path, format_)
    table = tmp_path / f"claims.{format_}"
    table.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SourceError, match="Table 'claims' cannot be read"):
        read_tables(tmp_path)
    table.unlink()
    with pytest.raises(SourceError, match="the file is missing"):
        read_tables(tmp_path)


def test_a_changed_heading_is_reported(tmp_path: Path) -> None:
    """A column that is renamed is not taken as empty."""
    write_reading(a_reading(empty_round()), tmp_path, "csv")
    table = tmp_path / "claims.csv"
    table.write_text(table.read_text(encoding="utf-8").replace("value", "amount"), encoding="utf-8")
    with pytest.raises(SchemaError, match="does not have the declared columns"):
        read_tables(tmp_path)


def test_a_changed_value_is_reported(tmp_path: Path) -> None:
    """A status that the schema does not allow is refused, with its place."""
    made = empty_round(activities=[{"project_no": "1.1", "status": "done"}])
    write_reading(a_reading(made), tmp_path, "csv")
    table = tmp_path / "activities.csv"
    table.write_text(table.read_text(encoding="utf-8").replace("done", "finished"), "utf-8")
    with pytest.raises(SchemaError, match="found 'finished'"):
        read_tables(tmp_path)


@pytest.mark.parametrize("format_", FORMATS)
def test_boxes_of_pages_are_kept(format_: Format, tmp_path: Path) -> None:
    """Where cells lie on pages is kept; a document without pages has no such file."""
    boxes = {"p1!R2C3": (63.4, 85.1, 178.9, 126.4), "p2!L1": (0.0, 0.0, 1.5, 2.0)}
    paged = Reading(empty_round(), grid=Grid("a.pdf", (), boxes=boxes))
    write_reading(paged, tmp_path, format_)
    assert read_reading(tmp_path).boxes == boxes
    write_reading(a_reading(empty_round()), tmp_path, format_)
    assert read_reading(tmp_path).boxes == {}
    assert not (tmp_path / f"boxes.{format_}").exists()


@given(made=any_round())
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_is_at_hand_is_what_the_files_hold(
    made: Round, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Tables just written come from memory exactly as from their files, to each reader its own."""
    folder = tmp_path_factory.mktemp("stored")
    write_reading(a_reading(made), folder, "parquet")
    first, places = read_tables(folder), read_places(folder)
    for data in first.tables.values():
        data["district"] = "0000"
    second = read_tables(folder)
    at_hand.forget()
    assert read_places(folder) == places
    for name, data in read_tables(folder).tables.items():
        pd.testing.assert_frame_equal(second.tables[name], data, check_exact=True)


def test_files_that_were_changed_are_read_anew(tmp_path: Path) -> None:
    """What others have done to the files since they were written counts, not what is at hand."""
    write_reading(a_reading(empty_round()), tmp_path, "parquet")
    (tmp_path / "projects.parquet").write_bytes(b"not a table")
    with pytest.raises(SourceError, match="projects"):
        read_tables(tmp_path)
