"""Small tables as Thai offices keep them are read as a clerk reads them: one habit a line.

``office_habits.jsonl`` holds the tables; each says what a clerk reads from it.
"""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from helpers.layouts.reading import register
from openpyxl import Workbook

from plantrack_nb import check_round
from plantrack_nb.load import Wanted, read_source

if TYPE_CHECKING:
    from plantrack_nb.core.findings import Finding
    from plantrack_nb.core.schema import Round

LINES = Path(__file__).with_name("office_habits.jsonl").read_text(encoding="utf-8").splitlines()
HABITS = {one["habit"]: one for one in map(json.loads, LINES)}
ASKED = Wanted("7301", 2565, 2)


@pytest.mark.parametrize("habit", HABITS)
def test_habit(habit: str, tmp_path: Path) -> None:
    """The table gives what a clerk reads from it, and no false error."""
    told = HABITS[habit]
    path = _csv(told, tmp_path) if "book" not in told else _book(told, tmp_path)
    reading = read_source(path, register(), ASKED)
    findings = check_round(reading)
    found = _found(reading.round, findings)
    assert {name: found[name] for name in told["reads"]} == told["reads"]
    if "told" not in told["reads"]:
        assert not [one.message for one in findings if one.severity == "error"]


def _found(one: Round, findings: list[Finding]) -> dict[str, object]:
    lines, activities = one.budget_lines, one.activities
    return {
        "projects": len(one.projects),
        "budget": round(float(lines["budget"].sum()), 2),
        "disbursed": round(float(lines["disbursed"].sum()), 2),
        "committed": round(float(lines["committed"].sum()), 2),
        "strategies": len(one.strategies),
        "numbers": list(one.projects["project_no"]),
        "names": list(one.projects["name"]),
        "budget_states": list(one.projects["budget_state"]),
        "activities": len(activities),
        "statuses": [status for status in activities["status"] if status],
        "progress": list(activities["progress_pct"].dropna()),
        "told": next((f.rule for f in findings if f.severity == "error"), ""),
    }


def _csv(told: dict[str, dict[str, list[list[object]]]], folder: Path) -> Path:
    path = folder / "round.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(next(iter(told["sheets"].values())))
    return path


def _book(told: dict[str, dict[str, Any]], folder: Path) -> Path:
    book, made = Workbook(), told["book"]
    assert book.active is not None
    book.remove(book.active)
    for name, rows in told["sheets"].items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append([None if value == "" else value for value in row])
        for cell, form in dict(made.get("formats", {})).items():
            sheet[cell].number_format = form
        for at in made.get("hidden_rows", []):
            sheet.row_dimensions[at].hidden = True
        for column in made.get("hidden_columns", []):
            sheet.column_dimensions[column].hidden = True
        for area in made.get("merged", []):
            sheet.merge_cells(area)
    path = folder / "round.xlsx"
    book.save(path)
    return path
