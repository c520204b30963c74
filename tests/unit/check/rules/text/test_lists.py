"""Lists, means and levels within one text."""

from __future__ import annotations

import pytest
from helpers.rounds import stacked, tables
from helpers.rules import Tables, found, said
from hypothesis import given, settings
from hypothesis import strategies as st

from plantrack_nb.core.findings import Severity
from plantrack_nb.core.schema import RoundKey


@pytest.mark.parametrize(
    ("text", "stated", "listed", "severity"),
    [
        ("ระบบ 5 งาน (อัตรากำลัง/งานเลื่อน/งานย้าย/งานเครื่องราช)", "5", "4", Severity.ERROR),
        ("พัฒนา 2 ด้าน คือ วิชาการ/งบประมาณ/บุคคล", "2", "3", Severity.ERROR),
        ("พัฒนา 2 ด้าน ได้แก่ วิชาการ, งบประมาณ, บุคคล", "2", "3", Severity.WARNING),
        ("พัฒนา 5 ด้าน (วิชาการ, งบประมาณ และบุคคล)", "5", "3", Severity.WARNING),
        ("มี ๓ หมวด (ก/ข)", "3", "2", Severity.ERROR),
    ],
)
def test_list_of_another_length(text: str, stated: str, listed: str, severity: Severity) -> None:
    """A list must have as many items as the text says; strokes part items for sure."""
    (one,) = said("text-list", text)
    assert (one.found, one.expected, one.severity) == (stated, listed, severity)


@pytest.mark.parametrize(
    "text",
    [
        "ระบบ 4 งาน (อัตรากำลัง/งานเลื่อน/งานย้าย/งานเครื่องราช)",
        "พัฒนา 3 ด้าน ได้แก่ วิชาการ, งบประมาณ และบุคคล",
        "พัฒนา 4 ด้าน ได้แก่ วิชาการ, วัดและประเมินผล, งบประมาณ",
        "ครอบคลุมภารกิจงาน 4 ด้านของโรงเรียน",
        "จัดทำ 10 เล่ม (ก/ข)",
        "2 กลุ่ม (กลุ่มละ 5 คน/กลุ่มละ 6 คน/กลุ่มละ 7 คน)",
        "อบรม 3 เรื่อง (ผ่านระบบออนไลน์)",
    ],
)
def test_list_that_fits_or_is_none(text: str) -> None:
    """An item may hold "and"; words in brackets need not be a list, nor things of a few kinds."""
    assert said("text-list", text) == []


def test_repeated_item_is_named() -> None:
    """Where there is one item too many, the one that repeats another is pointed out."""
    (one,) = said("text-list", "ใน 2 งาน คือ บริหารงานบุคคล/บุคคล/บริหารวิชาการ")
    assert "“บุคคล” น่าจะซ้ำ" in one.hint
    (few,) = said("text-list", "ใน 4 งาน คือ บริหารงานบุคคล/บุคคล/บริหารวิชาการ")
    assert "น่าจะซ้ำ" not in few.hint


def test_list_below_is_counted_in_its_own_round() -> None:
    """After คือ at the end the sub-activities are the list."""

    def with_children(count: int, key: RoundKey) -> Tables:
        children = [
            {"activity_no": f"1-{at}", "parent_no": "1", "text": "ย่อย"} for at in range(count)
        ]
        head = {"activity_no": "1", "text": "การประเมิน 3 หมวด คือ"}
        return tables(activities=[head, *children], key=key)

    right, wrong = RoundKey("0101", 2565, 2), RoundKey("0102", 2565, 2)
    (one,) = found("text-list", stacked(with_children(3, right), with_children(2, wrong)))
    assert (one.district, one.found, one.expected) == ("0102", "3", "2")
    assert one.severity is Severity.WARNING
    assert found("text-list", with_children(0, right)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("คณิตศาสตร์ = 60.00 ภาษาไทย = 65.00 เฉลี่ยรวม 2 ด้าน = 62.00", "62.50"),
        ("ปีก่อน = 10.00 ด้าน ก = 60.00 ด้าน ข = 65.00 เฉลี่ยรวม 2 ด้าน = 62.00", "62.50"),
    ],
)
def test_mean_of_listed_scores(text: str, expected: str) -> None:
    """A mean must be that of the scores before it, as many as it names."""
    (one,) = said("text-mean", text)
    assert (one.severity, one.expected) == (Severity.ERROR, expected)


@pytest.mark.parametrize(
    "text",
    [
        "คณิตศาสตร์ = 60.00 ภาษาไทย = 65.00 เฉลี่ยรวม 2 ด้าน = 62.50",
        "คณิตศาสตร์ = 58.54 ภาษาไทย = 63.93 เฉลี่ยรวม 2 ด้าน = 61.23",
        "คณิตศาสตร์ = 58.54 ภาษาไทย = 63.93 เฉลี่ยรวม 2 ด้าน = 61.24",
        "มีคะแนนเฉลี่ย = 77.23 การอ่านออกเสียง = 73.83 การอ่านรู้เรื่อง = 80.63",
        "คะแนน = 60.00 เฉลี่ยรวม = 62.00",
        "คะแนน = 60.00 คะแนน = 61.00 เฉลี่ยรวม 3 ด้าน = 70.00",
    ],
)
def test_mean_that_holds_or_has_no_scores(text: str) -> None:
    """Rounded and cut means hold; a mean of more scores than are listed proves nothing."""
    assert said("text-mean", text) == []


@settings(max_examples=25, deadline=None)
@given(st.integers(1, 9999), st.integers(1, 9999))
def test_any_true_mean_is_silent(first: int, second: int) -> None:
    """The mean of any two scores, cut to two decimals, is never a finding."""
    mean = (first + second) // 2 / 100
    text = f"ก = {first / 100:.2f} ข = {second / 100:.2f} เฉลี่ยรวม 2 ด้าน = {mean:.2f}"
    assert said("text-mean", text) == []


def test_a_mean_of_all_scores_before_it_is_likely() -> None:
    """Where the words name no number of scores, they may be of other things."""
    (one,) = said("text-mean", "คะแนน = 60.50 คะแนน = 61.50 คะแนน = 62.50 เฉลี่ย = 61.60")
    assert (one.severity, one.expected) == (Severity.WARNING, "61.50")


@pytest.mark.parametrize(
    ("text", "lowest", "total"),
    [
        ("ระดับดี ร้อยละ 50 ระดับพอใช้ ร้อยละ 30 ระดับปรับปรุง ร้อยละ 10", "10", "90"),
        (
            "ระดับดี ร้อยละ 50.00 ระดับพอใช้ ร้อยละ 30.00 และระดับปรับปรุง ร้อยละ 19.96",
            "19.96",
            "99.96",
        ),
    ],
)
def test_levels_that_do_not_make_a_whole(text: str, lowest: str, total: str) -> None:
    """The percents of all levels add up to 100, but for rounding."""
    (one,) = said("text-levels", text)
    assert (one.severity, one.found, one.expected) == (Severity.WARNING, lowest, "20")
    assert f"= {total} ไม่ใช่ 100" in one.message


@pytest.mark.parametrize(
    "text",
    [
        "ระดับดี ร้อยละ 50 ระดับพอใช้ ร้อยละ 30 ระดับปรับปรุง ร้อยละ 20",
        "ระดับดี ร้อยละ 33.33 ระดับพอใช้ ร้อยละ 33.33 ระดับปรับปรุง ร้อยละ 33.33",
        "ระดับดี ร้อยละ 50.00 ระดับพอใช้ ร้อยละ 30.00 และระดับปรับปรุง ร้อยละ 19.97",
        "ระดับดีมาก ร้อยละ 50 ระดับดี ร้อยละ 20 ระดับพอใช้ ร้อยละ 10",
        "ระดับดี ร้อยละ 50 ระดับปรับปรุง ร้อยละ 10",
        "ระดับดี ร้อยละ 50 ระดับพอใช้ ร้อยละ 40 ระดับปรับปรุง 3 แห่ง ร้อยละ 80 ของครู ร้อยละ 5",
    ],
)
def test_levels_that_make_a_whole_or_a_part(text: str) -> None:
    """Without the lowest level, or with two levels only, the list need not be complete."""
    assert said("text-levels", text) == []


@settings(max_examples=25, deadline=None)
@given(st.integers(2, 9), st.integers(2, 9))
def test_a_list_fires_just_when_it_is_not_as_long_as_it_says(stated: int, listed: int) -> None:
    """Any number of items between strokes is held against the number before them."""
    names = "/".join(f"งาน{'กขคงจฉชซฌ'[at]}" for at in range(listed))
    found_there = said("text-list", f"ระบบ {stated} งาน ({names})")
    assert [one.expected for one in found_there] == [f"{listed}"] * (stated != listed)


LEVELS = "ระดับดี ร้อยละ 50 ระดับพอใช้ ร้อยละ 30 ระดับปรับปรุง ร้อยละ {}"


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("text-list", "ครู 10 คน รับผิดชอบ 3 งาน (วิชาการ/บุคคล)", "2"),
        ("text-list", "ครอบคลุม 2 งาน (วิชาการ/บุคคล) และ 3 ด้าน (ก/ข)", "2"),
        (
            "text-mean",
            "ก = 60.00 ข = 65.00 เฉลี่ยรวม 2 ด้าน = 62.50 ค = 10.00 ง = 20.00 เฉลี่ยรวม = 16.00",
            "15",
        ),
        ("text-levels", f"1.{LEVELS.format(20)} 2.{LEVELS.format(10)}", "20"),
    ],
)
def test_what_is_in_order_hides_nothing_behind_it(code: str, text: str, expected: str) -> None:
    """Every figure and every item of a text is looked at."""
    (one,) = said(code, text)
    assert one.expected == expected


def test_a_mean_to_its_last_decimal() -> None:
    """One less than the last decimal is cut and fine; a whole one is not."""
    scores = " ".join(f"ด้าน = {one}" for one in ["1.00"] * 6 + ["1.06"])
    assert said("text-mean", f"{scores} เฉลี่ยรวม = 1.00") == []
    (one,) = said("text-mean", "ก = 60.0 ข = 66.0 เฉลี่ยรวม = 62.0")
    assert (one.expected, one.found) == ("63", "62")


def test_a_list_below_is_told_without_names() -> None:
    """What stands in activities of their own is counted, not repeated."""
    rows = [{"activity_no": "1", "text": "การประเมิน 3 หมวด คือ"}]
    rows.append({"activity_no": "1-1", "parent_no": "1", "text": "ย่อย"})
    (one,) = found("text-list", tables(activities=rows))
    assert one.message == (
        "โครงการ 1.1 กิจกรรม 1 บอกว่ามี 3 หมวด แต่เขียนรายการไว้ 1 รายการ (รายการย่อยด้านล่าง)"
    )
