"""Rows that groups add: activities, and the money of a project that had none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from helpers.collecting import HEAD, KEY, PLAN, shared_round
from helpers.rounds import tables

from plantrack_nb.core.corrections import corrections_file, read_corrections
from plantrack_nb.core.schema import Round
from plantrack_nb.forms import ask, take
from plantrack_nb.forms.collection.collect import Collected
from plantrack_nb.forms.current_round import Standing, checked
from plantrack_nb.measures.places import NO_PLACES

SHEET, MONEY = "กิจกรรมเพิ่มเติม", "รายการเงินเพิ่มเติม"
Row = Mapping[str, str | float]


class Office:
    """An office whose plan group also answers for a project without money and activities."""

    def __init__(self, folder: Path) -> None:
        self.params, self.folder = folder / "params", folder / "forms"
        self.params.mkdir()
        made = ask(self.now, self.params, self.folder, date(2022, 7, 15), "2022-07-01")
        self.forms = {one.group: one.path for one in made}

    @property
    def now(self) -> Standing:
        """The round with all that was said laid over it."""
        history = read_corrections(corrections_file(self.params, KEY))
        return checked(self.source, history, self.params, NO_PLACES)

    @property
    def source(self) -> Round:
        """The round as its workbook has it."""
        base = shared_round()
        more = {"project_no": "1.4", "owner_groups": PLAN, "budget_state": "awaiting"}
        projects = [
            {"project_no": "1.1", "owner_groups": PLAN},
            {"project_no": "1.2", "owner_groups": f"{PLAN}; {HEAD}"},
            more,
        ]
        made = tables(projects=projects, key=KEY)
        return replace(base, projects=made["projects"])

    def take(self, *files: Path) -> Collected:
        """Take forms in."""
        return take(self.now, self.params, files, "2022-07-10")

    def doings(self, project_no: str) -> list[tuple[str, str, str]]:
        """Return number, words and status of a project's activities now."""
        frame = self.now.round.activities
        frame = frame[frame["project_no"] == project_no]
        return [*zip(frame["activity_no"], frame["text"], frame["status"], strict=True)]

    def filled(self, group: str, rows: Mapping[str, list[Row]], name: str = "") -> Path:
        """Fill rows in, by sheet, as a group does."""
        path = self.forms[group]
        book = openpyxl.load_workbook(path)
        for sheet, new in rows.items():
            heads = [cell.value for cell in book[sheet][1]]
            for at, row in enumerate(new, start=3):  # a row is left empty above
                for title, value in row.items():
                    book[sheet].cell(at, heads.index(title) + 1).value = value
        target = path.with_name(name or f"filled-{path.name}")
        book.save(target)
        return target


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """Make an office that has just sent its forms."""
    return Office(tmp_path)


def _doing(project: str, text: str, status: str = "") -> Row:
    row: dict[str, str | float] = {"เพิ่มในโครงการที่": project, "การดำเนินการ": text}
    return {**row, "สถานะ": status} if status else row


def test_an_activity_is_added_once(office: Office) -> None:
    """It stands behind its project's others, with its number; the same form again adds none."""
    form = office.filled(PLAN, {SHEET: [_doing("1.2", "ตรวจรับงาน", "ยังไม่ดำเนินการ")]})
    made = office.take(form)
    assert not made.merged.refused
    assert office.doings("1.2")[-1] == ("3", "ตรวจรับงาน", "not_started")
    assert office.now.round.activities["source_file"].iloc[-1].startswith(form.name)
    assert office.take(form).merged.taken == ()
    assert len(office.doings("1.2")) == 3


def test_joint_owners_mean_one_row(office: Office) -> None:
    """What both call the same is added once; where they disagree its cell stays empty."""
    one = office.filled(PLAN, {SHEET: [_doing("1.2", "ตรวจรับ  งาน", "สำเร็จแล้ว")]})
    other = office.filled(HEAD, {SHEET: [_doing("1.2", "ตรวจรับ งาน", "ยังไม่ดำเนินการ")]})
    made = office.take(one, other)
    assert [row[0] for row in office.doings("1.2")] == ["1", "2", "3"]
    assert office.doings("1.2")[-1][2] == ""
    assert len(made.merged.conflicts) == 1


def test_the_money_of_a_project_that_had_none(office: Office) -> None:
    """Its line is added; where the plan gives money a group cannot add some."""
    book = openpyxl.load_workbook(office.forms[PLAN])
    (offered,) = {str(one.formula1) for one in book[MONEY].data_validations.dataValidation}
    assert offered == '"1.4"'
    money: Row = {"รายการ": "แข่งขัน", "งบประมาณ (บาท)": "๖๐,๐๐๐", "เบิกจ่าย (บาท)": 500}
    made = office.take(office.filled(PLAN, {MONEY: [{"เพิ่มในโครงการที่": "1.4", **money}]}))
    assert not made.merged.refused
    lines = office.now.round.budget_lines
    line = lines[lines["project_no"] == "1.4"].iloc[0]
    assert (line["line_no"], line["budget"], line["disbursed"]) == (1, 60_000, 500)
    again = office.take(office.filled(PLAN, {MONEY: [{"เพิ่มในโครงการที่": "1.1", **money}]}))
    (faults,) = again.merged.refused.values()
    assert "has its money by the plan" in faults[0]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (_doing("9.9", "งาน"), "no project 9.9"),
        (_doing("", "งาน"), "'เพิ่มในโครงการที่' is empty"),
        (_doing("1.1", "", "สำเร็จแล้ว"), "การดำเนินการ is empty"),
        (_doing("1.1", "งาน", "เกือบเสร็จ"), "not an allowed value"),
    ],
)
def test_what_cannot_be_added_is_told_with_its_cell(office: Office, row: Row, told: str) -> None:
    """And the form is refused whole."""
    made = office.take(office.filled(PLAN, {SHEET: [_doing("1.1", "งานดี"), row]}))
    (faults,) = made.merged.refused.values()
    assert told in faults[0]
    assert f"{SHEET}!A4" in faults[0]
    assert len(office.doings("1.1")) == 1


def test_a_renamed_sheet_is_refused(office: Office) -> None:
    """Nothing that was added is overlooked."""
    form = office.filled(PLAN, {SHEET: [_doing("1.1", "งาน")]})
    book = openpyxl.load_workbook(form)
    book[SHEET].title = "อื่น"
    book.save(form)
    (faults,) = office.take(form).merged.refused.values()
    assert "it was renamed" in faults[0]


def test_a_row_whose_project_is_gone_is_told(office: Office) -> None:
    """It is listed among what was not understood, never put elsewhere."""
    from plantrack_nb.load.overlay import lay_over

    office.take(office.filled(PLAN, {SHEET: [_doing("1.1", "งาน")]}))
    history = read_corrections(corrections_file(office.params, KEY))
    gone = replace(office.source, projects=office.source.projects.iloc[1:].reset_index(drop=True))
    laid = lay_over(gone, history)
    assert [one.after for one in laid.stale] == ["งาน"]
