"""Workbooks of corrections: written, filled in, read back, refused."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pytest
from helpers.corrected import FINDING, MENDED, corrected, small_round

from plantrack_nb.core.corrections import corrections_file, read_corrections
from plantrack_nb.core.errors import SchemaError, SourceError
from plantrack_nb.core.schema import Round
from plantrack_nb.forms.accept import Accepted, accept
from plantrack_nb.forms.answers import read_filled
from plantrack_nb.forms.corrections_form import write_workbooks
from plantrack_nb.forms.current_round import Standing
from plantrack_nb.forms.doubts import COMPILER, doubts, group_of
from plantrack_nb.forms.notes import notes_file, read_notes
from plantrack_nb.forms.send_and_receive import receive
from plantrack_nb.load import lay_over
from plantrack_nb.measures.places import NO_PLACES

RIGHT, REASON = "ค่าที่ถูกต้อง: ร้อยละที่รายงาน", "เหตุผล"


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    """Write the workbook about the wrong percent."""
    now = small_round()
    [parcel] = write_workbooks(now, doubts(now.tables, [FINDING]), tmp_path, 0)
    return parcel.path


def filled(path: Path, cells: Mapping[str, object], who: str = "นายสมมติ ตัวอย่าง") -> Path:
    """Fill in cells of the one row by their headings."""
    book = openpyxl.load_workbook(path)
    book["คำชี้แจง"]["B8"] = who
    sheet = book["รายการงบประมาณ"]
    heads = [cell.value for cell in sheet[1]]
    for name, value in cells.items():
        sheet.cell(2, heads.index(name) + 1).value = value  # type: ignore[assignment]
    target = path.with_name(f"filled-{len(list(path.parent.iterdir()))}.xlsx")
    book.save(target)
    return target


def taken(now: Round, *files: Path, version: int = 0) -> Accepted:
    """Accept workbooks."""
    history = [corrected(version=at + 1) for at in range(version)]
    return accept(now, history, [read_filled(one) for one in files], "2022-04-22")


def test_the_workbook_asks_for_one_cell_and_is_closed_elsewhere(sent: Path) -> None:
    """The doubtful cell is marked and commented; only its answer and the reason are open."""
    assert sent.name == "0101-2565-q2-กลุ่มนโยบายและแผน.xlsx"
    sheet = openpyxl.load_workbook(sent)["รายการงบประมาณ"]
    assert sheet.protection.sheet
    assert not sheet.protection.password
    opened = [cell.coordinate for row in sheet for cell in row if not cell.protection.locked]
    assert opened == ["K2", "L2"]
    noted = [cell.coordinate for row in sheet for cell in row if cell.comment]
    assert noted == ["H2"]
    assert "ร้อยละไม่ตรง" in sheet["H2"].comment.text
    assert sheet["H2"].fill.start_color.rgb == "FFFCD9B6"
    assert {cell.data_type for row in sheet for cell in row} <= {"s", "n"}
    assert sheet["D2"].value == "=1+1"


def test_the_same_doubts_give_the_same_bytes(sent: Path, tmp_path: Path) -> None:
    """Nothing of the clock is in a workbook."""
    now = small_round()
    again = write_workbooks(now, doubts(now.tables, [FINDING]), tmp_path / "again", 0)
    assert again[0].path.read_bytes() == sent.read_bytes()


def test_file_names_are_short_plain_and_never_shared(tmp_path: Path) -> None:
    """However a group is called, its file has a name of its own that every system takes."""
    now = small_round()
    [one] = doubts(now.tables, [FINDING])
    names = ["../../etc/passwd", "ก" * 200, "ก" * 201, "กลุ่ม/ก:ข", "***"]
    named = [type(one)(one.table, one.row, one.column, 0, name, one.findings) for name in names]
    paths = [parcel.path for parcel in write_workbooks(now, named, tmp_path / "out", 0)]
    assert len({*paths}) == len(names)
    assert {path.parent for path in paths} == {tmp_path / "out"}
    assert all(len(path.name.encode()) <= 255 for path in paths)


def test_a_right_value_with_its_reason_is_taken(sent: Path) -> None:
    """Who, why, where and what stood before are kept; laid over, the round has the new value."""
    [one] = taken(small_round(), filled(sent, {RIGHT: "25.00", REASON: "พิมพ์ผิด"})).corrections
    assert (one.version, one.before, one.after) == (1, 52.0, 25.0)
    assert (one.who, one.group) == ("นายสมมติ ตัวอย่าง", "กลุ่มนโยบายและแผน")
    assert one.origin.endswith(", รายการงบประมาณ!K2")
    mended = lay_over(small_round(), [one]).round.budget_lines
    assert mended["reported_pct"].tolist() == [25.0]


def test_a_dash_leaves_the_cell_empty(sent: Path) -> None:
    """What should not stand there at all can be taken away."""
    [one] = taken(small_round(), filled(sent, {RIGHT: "-", REASON: "ไม่มี"})).corrections
    assert one.after is None


def test_a_reason_alone_explains(sent: Path) -> None:
    """The value stays, and the group's words are kept."""
    accepted = taken(small_round(), filled(sent, {REASON: "ถูกต้องแล้ว"}, who=""))
    assert accepted.corrections == ()
    [told] = accepted.explanations
    assert (told.reason, told.who) == ("ถูกต้องแล้ว", "กลุ่มนโยบายและแผน")


def test_an_untouched_workbook_changes_nothing(sent: Path) -> None:
    """Sent back as it was, it says nothing."""
    assert taken(small_round(), sent) == Accepted((), ())


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        ({RIGHT: "มาก", REASON: "ก"}, "รายการงบประมาณ!K2: 'มาก' is not a number"),
        ({RIGHT: datetime(2022, 4, 22, tzinfo=UTC).replace(tzinfo=None), REASON: "ก"}, "K2"),
        ({RIGHT: 25}, "รายการงบประมาณ!L2: the reason is missing"),
        ({RIGHT: 25, REASON: "ก", "รหัสแถว": "8.8/1"}, "no row '8.8/1' any more"),
        ({RIGHT: 25, REASON: "ก", "ร้อยละที่รายงาน": 53}, "it was '53' when the workbook"),
    ],
)
def test_what_cannot_be_taken_is_told_with_its_cell(
    sent: Path, cells: dict[str, object], why: str
) -> None:
    """Bad values, missing reasons and changed rows are refused by their cells."""
    with pytest.raises(SchemaError, match="nothing was changed") as refused:
        taken(small_round(), filled(sent, cells))
    assert why in refused.value.why


def test_a_value_changed_since_is_a_conflict(sent: Path) -> None:
    """Whoever was first counts; who comes with an old workbook is told what stands there now."""
    now = lay_over(small_round(), [MENDED]).round
    with pytest.raises(SchemaError) as refused:
        taken(now, filled(sent, {RIGHT: 24, REASON: "ก"}), version=1)
    assert "it was '52' when the workbook was written and is '25' now" in refused.value.why
    same_again = taken(now, filled(sent, {RIGHT: 25, REASON: "ก"}), version=1)
    assert same_again.corrections == ()


def test_two_workbooks_must_agree(sent: Path) -> None:
    """Of two values for one cell neither is taken."""
    two = [filled(sent, {RIGHT: value, REASON: "ก"}) for value in (24, 25)]
    with pytest.raises(SchemaError) as refused:
        taken(small_round(), *two)
    assert "agree on one of them" in refused.value.why


def test_a_workbook_read_twice_explains_once(sent: Path, tmp_path: Path) -> None:
    """Also behind another's words about the same row, and on another day."""
    params, now = tmp_path / "params", standing_round()
    files = [filled(sent, {REASON: text}, who=text) for text in ("ถูกต้อง", "ตรวจแล้ว")]
    for day in ("2022-04-22", "2022-05-01"):
        receive(now, params, files, day)
        assert [one.text for one in read_notes(notes_file(params, now.round.key))] == [
            "ถูกต้อง",
            "ตรวจแล้ว",
        ]


def test_two_people_who_read_workbooks_at_once_build_on_each_other(
    sent: Path, tmp_path: Path
) -> None:
    """Both opened the round before either wrote: the second is told what stands there now."""
    params, now = tmp_path / "params", standing_round()
    first, second = (filled(sent, {RIGHT: value, REASON: "ก"}) for value in (25, 24))
    assert receive(now, params, [first], "2022-04-22").version == 1
    with pytest.raises(SchemaError) as refused:
        receive(now, params, [second], "2022-04-22")
    assert "is '25' now" in refused.value.why
    assert receive(now, params, [first], "2022-04-22").version == 1
    assert len(read_corrections(corrections_file(params, now.round.key))) == 1


def standing_round() -> Standing:
    """Give the small round as somebody has opened it."""
    return Standing(small_round(), (), (FINDING,), NO_PLACES)


def test_another_file_is_no_workbook_of_corrections(sample_workbook: Path) -> None:
    """A round workbook read back by mistake is told apart."""
    with pytest.raises(SourceError, match="no workbook of corrections"):
        read_filled(sample_workbook)


def test_the_group_named_first_answers() -> None:
    """Spellings become official names; what nobody owns is the compiler's."""
    assert group_of("กลุ่มนโยบายฯ; ทุกกลุ่ม") == "กลุ่มนโยบายและแผน"
    assert group_of("") == ""
    assert group_of("ร.ร.วัดสมมติ") == ""
    now = small_round()
    assert COMPILER not in {one.group for one in doubts(now.tables, [FINDING])}
