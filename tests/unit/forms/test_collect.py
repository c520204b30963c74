"""Collecting progress: who is asked for what, what comes of the answers, who is late."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from helpers.collecting import (
    DOINGS,
    HEAD,
    KEY,
    MONEY,
    PAID,
    PLAN,
    REMARK,
    STATES,
    STATUS,
    filled,
    shared_round,
)

from plantrack_nb.core.corrections import corrections_file, read_corrections
from plantrack_nb.core.errors import SourceError
from plantrack_nb.forms import ask, take
from plantrack_nb.forms.answers import read_filled
from plantrack_nb.forms.collection.collect import Collected
from plantrack_nb.forms.collection.events import collection_file, read_events, standings
from plantrack_nb.forms.collection.report_form import write_reports
from plantrack_nb.forms.collection.shares import groups_of, shares
from plantrack_nb.forms.current_round import Standing, checked
from plantrack_nb.forms.doubts import COMPILER
from plantrack_nb.measures.places import NO_PLACES

DUE = date(2022, 7, 15)
ASKED_ON, ANSWERED_ON = "2022-07-01", "2022-07-10"


class Office:
    """An office that collects: its parameters, its forms, its round as it stands."""

    def __init__(self, folder: Path) -> None:
        self.params, self.folder = folder / "params", folder / "forms"
        self.params.mkdir()
        made = ask(self.now, self.params, self.folder, DUE, ASKED_ON)
        self.forms = {one.group: one for one in made}

    @property
    def now(self) -> Standing:
        """The round with all that was said laid over it."""
        history = read_corrections(corrections_file(self.params, KEY))
        return checked(shared_round(), history, self.params, NO_PLACES)

    def take(self, *files: Path, settled: tuple[str, ...] = ()) -> Collected:
        """Take forms in."""
        return take(self.now, self.params, files, ANSWERED_ON, settled)

    def paid(self) -> list[float]:
        """Return what is disbursed of each line now."""
        return self.now.round.budget_lines["disbursed"].tolist()


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """Make an office that has just sent its forms."""
    return Office(tmp_path)


def test_each_group_is_asked_about_its_own(office: Office) -> None:
    """Joint projects go to every owner, activities to their own group, the rest to the compiler."""
    parts = {one.group: one.rows for one in shares(shared_round().tables)}
    assert parts == {
        PLAN: {"budget_lines": [0, 1], "activities": [0, 1]},
        HEAD: {"budget_lines": [1], "activities": [1, 2]},
        COMPILER: {"projects": [2], "budget_lines": [2]},
    }
    assert [office.forms[one].projects for one in parts] == [2, 1, 1]
    assert groups_of("กลุ่มนโยบายฯ; ทุกกลุ่ม") == [PLAN]
    assert groups_of("") == [COMPILER]


def test_a_form_shows_what_was_said_and_opens_what_is_asked(office: Office) -> None:
    """Last values are locked beside empty cells; a budget that is given is not asked for."""
    book = openpyxl.load_workbook(office.forms[PLAN].path)
    sheet = book[MONEY]
    heads = [cell.value for cell in sheet[1]]
    row = dict(zip(heads, sheet[2], strict=True))
    assert row["ล่าสุด: เบิกจ่าย (บาท)"].value == 100
    assert row["ล่าสุด: เบิกจ่าย (บาท)"].protection.locked
    assert row[PAID].value is None
    assert not row[PAID].protection.locked
    assert row["ใหม่: งบประมาณ (บาท)"].protection.locked
    assert sheet.protection.sheet
    guide = [cell.value for cells in book["คำชี้แจง"].iter_rows() for cell in cells if cell.value]
    assert "15 กรกฎาคม 2565" in guide
    offered = {str(one.formula1) for one in book[DOINGS].data_validations.dataValidation}
    assert any("สำเร็จแล้ว" in one for one in offered)
    waiting = openpyxl.load_workbook(office.forms[COMPILER].path)
    awaited = dict(zip([one.value for one in waiting[MONEY][1]], waiting[MONEY][2], strict=True))
    assert not awaited["ใหม่: งบประมาณ (บาท)"].protection.locked
    assert STATES in waiting.sheetnames


def test_what_is_reported_is_the_next_version(office: Office) -> None:
    """Values are taken with who said them and why; read again, nothing changes."""
    form = filled(
        office.forms[PLAN].path,
        {
            (MONEY, "1.1/1", PAID): "๔๕๐.-",
            (DOINGS, "1.1//1", STATUS): "สำเร็จแล้ว",
            (MONEY, "1.2/1", REMARK): "รอใบเสร็จ",
        },
        who="นายสมมติ ตัวอย่าง",
    )
    made = office.take(form)
    assert made.version == 1
    assert not made.merged.conflicts
    assert not made.merged.refused
    assert office.paid()[:2] == [450.0, 200.0]
    assert office.now.round.activities["status"].tolist()[0] == "done"
    [paid, status] = read_corrections(corrections_file(office.params, KEY))
    assert (paid.before, paid.after, paid.who, paid.group) == (100.0, 450.0, "นายสมมติ ตัวอย่าง", PLAN)
    assert paid.reported
    assert (status.column, status.after, status.when) == ("status", "done", ANSWERED_ON)
    again = office.take(form)
    assert again.merged.taken == ()
    assert again.version == 1
    events = read_events(collection_file(office.params, KEY))
    remarks = [one.text for one in events if one.kind == "remark"]
    assert remarks == ["รายการงบประมาณ 1.2/1: รอใบเสร็จ"]
    assert len(events) == 3 + 2


def test_joint_owners_who_disagree_are_shown(office: Office) -> None:
    """Neither is taken until they agree or somebody settles it; the rest of both forms is."""
    plan = filled(
        office.forms[PLAN].path, {(MONEY, "1.1/1", PAID): 300, (MONEY, "1.2/1", PAID): 500}
    )
    head = filled(office.forms[HEAD].path, {(MONEY, "1.2/1", PAID): 600})
    made = office.take(plan, head)
    assert office.paid()[:2] == [300.0, 200.0]
    [conflict] = made.merged.conflicts
    assert {(one.group, one.after) for one in conflict.voices} == {(PLAN, 500.0), (HEAD, 600.0)}
    settled = office.take(plan, head, settled=(HEAD,))
    assert not settled.merged.conflicts
    assert office.paid()[:2] == [300.0, 600.0]
    [last] = [
        one for one in read_corrections(corrections_file(office.params, KEY)) if one.row == "1.2/1"
    ]
    assert PLAN in last.reason
    assert "500" in last.reason


def test_a_later_answer_that_differs_is_a_conflict_too(office: Office) -> None:
    """What a joint owner said on an earlier day is not overwritten; one's own word is."""
    office.take(filled(office.forms[PLAN].path, {(MONEY, "1.2/1", PAID): 500}))
    head = filled(office.forms[HEAD].path, {(MONEY, "1.2/1", PAID): 600})
    assert len(office.take(head).merged.conflicts) == 1
    assert office.paid()[1] == 500.0
    better = filled(office.forms[PLAN].path, {(MONEY, "1.2/1", PAID): 600}, name="better.xlsx")
    assert not office.take(better).merged.conflicts
    assert office.paid()[1] == 600.0


def test_a_form_with_a_fault_is_refused_whole_and_alone(office: Office) -> None:
    """Every fault is told with its cell; other forms are taken."""
    plan = filled(
        office.forms[PLAN].path,
        {
            (MONEY, "1.1/1", PAID): "มาก",
            (MONEY, "1.2/1", PAID): 500,
            (DOINGS, "1.1//1", STATUS): "ดี",
        },
    )
    head = filled(office.forms[HEAD].path, {(DOINGS, "1.2//2", STATUS): "สำเร็จแล้ว"})
    torn = office.folder / "torn.xlsx"
    torn.write_bytes(b"PK")
    made = office.take(plan, head, torn)
    assert set(made.merged.refused) == {plan.name, torn.name}
    assert len(made.merged.refused[plan.name]) == 2
    assert f"{MONEY}!" in made.merged.refused[plan.name][0]
    assert office.paid()[:2] == [100.0, 200.0]
    assert [one.group for one in made.merged.answers] == [HEAD]


@pytest.mark.parametrize(
    ("value", "words"), [(-5, "below nothing"), ("-", "a dash"), ("=1+1", "formula")]
)
def test_what_cannot_be_meant_is_told(office: Office, value: str | float, words: str) -> None:
    """An amount below nothing, a dash beside an amount, a formula nobody has reckoned."""
    made = office.take(filled(office.forms[PLAN].path, {(MONEY, "1.1/1", PAID): value}))
    [faults] = made.merged.refused.values()
    assert words in faults[0]


def test_renamed_sheets_and_other_rounds_are_refused(office: Office, tmp_path: Path) -> None:
    """What is written there must not be lost without a word."""
    path = filled(office.forms[PLAN].path, {(MONEY, "1.1/1", PAID): 300})
    book = openpyxl.load_workbook(path)
    book[MONEY].title = "เงิน"
    book.save(path)
    [[fault]] = office.take(path).merged.refused.values()
    assert "renamed" in fault
    other = filled(office.forms[PLAN].path, {}, name="other.xlsx")
    book = openpyxl.load_workbook(other)
    book["คำชี้แจง"]["B5"] = "2"
    book.save(other)
    [[fault]] = office.take(other).merged.refused.values()
    assert "7301-2565-q2" in fault
    with pytest.raises(SourceError, match="no workbook of corrections"):
        read_filled(office.forms[PLAN].path)
    assert tmp_path.exists()


def test_who_has_answered_and_who_is_late(office: Office) -> None:
    """An empty form that came back is an answer; the register only grows."""
    office.take(filled(office.forms[PLAN].path, {}, who="นายสมมติ ตัวอย่าง"))
    found = {one.group: one for one in standings(read_events(collection_file(office.params, KEY)))}
    assert found[PLAN].answered == ANSWERED_ON
    assert found[PLAN].who == "นายสมมติ ตัวอย่าง"
    assert not found[PLAN].is_late("2022-08-01")
    assert found[HEAD].is_late("2022-07-16")
    assert not found[HEAD].is_late("2022-07-15")
    path = collection_file(office.params, KEY)
    before = path.read_bytes()
    ask(office.now, office.params, office.folder, DUE, "2022-07-02")
    assert path.read_bytes() == before
    assert [json.loads(one)["kind"] for one in before.decode().splitlines()] == [
        "sent",
        "sent",
        "sent",
        "answered",
    ]
    path.write_text("{}\n", encoding="utf-8")
    with pytest.raises(SourceError, match="register of the collection"):
        read_events(path)


def test_the_same_round_gives_the_same_forms(office: Office, tmp_path: Path) -> None:
    """Byte for byte."""
    again = ask(office.now, office.params, tmp_path / "again", DUE, "2022-07-02")
    for one in again:
        assert one.path.read_bytes() == office.forms[one.group].path.read_bytes()


def test_the_guide_names_the_sheets_for_more_that_the_form_has(tmp_path: Path) -> None:
    """Money is added on a sheet of its own, where a project has none by the plan."""
    whole = shared_round()
    without = replace(whole, budget_lines=whole.budget_lines.iloc[:1])
    more = {"รายการเงินเพิ่มเติม", "กิจกรรมเพิ่มเติม"}
    there = []
    for form in write_reports(without, 0, tmp_path, DUE):
        book = openpyxl.load_workbook(form.path)
        guide = " ".join(str(one.value) for cells in book["คำชี้แจง"].iter_rows() for one in cells)
        there.append(more & {*book.sheetnames})
        assert {one for one in more if one in guide} == there[-1]
    assert more in there
