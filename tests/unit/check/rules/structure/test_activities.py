"""Activities as a list."""

from __future__ import annotations

from typing import Any

import pytest
from helpers.checking import run_rule, subjects
from helpers.rounds import stacked, tables
from hypothesis import given, settings
from hypothesis import strategies as st

from plantrack_nb.core.findings import Cell, Finding, Severity
from plantrack_nb.core.provenance import SourceRef
from plantrack_nb.core.schema import RoundKey


def _numbers(*numbers: str, **more: Any) -> dict[str, Any]:
    rows = [
        {"activity_no": one, "parent_no": one.rpartition("-")[0], "text": f"งานที่ {at}", **more}
        for at, one in enumerate(numbers)
    ]
    return tables(projects=[{}], activities=rows)


def _lost(parent_no: str = "", status: str = "done") -> dict[str, Any]:
    return {"activity_no": "", "parent_no": parent_no, "text": "", "status": status}


def test_mark_without_a_text() -> None:
    """A mark whose activity has no text is told, with the number that is missing."""
    rows = [{"activity_no": "1"}, _lost(status="in_progress"), {"activity_no": "3"}]
    given = tables(projects=[{}], activities=rows)
    (one,) = run_rule("activity-lost", given)
    assert one.subject == "project_no=1.1; parent_no=top"
    assert one.severity is Severity.ERROR
    assert "“ระหว่างดำเนินการ”" in one.message
    assert "กิจกรรมที่ 2" in one.message
    assert not subjects("activity-number", given)
    (one,) = run_rule("activity-lost", tables(projects=[{}], activities=rows[:2]))
    assert one.severity is Severity.WARNING


def test_marks_lost_under_an_activity() -> None:
    """Marks lost under one activity are one finding; an empty row without a mark is none."""
    rows = [{"activity_no": "3"}, _lost("3"), _lost("3", "in_progress"), _lost("3", "")]
    (one,) = run_rule("activity-lost", tables(projects=[{}], activities=rows))
    assert one.subject == "project_no=1.1; parent_no=3"
    assert "ใต้กิจกรรม 3" in one.message
    assert len(one.refs) == 2


def test_what_is_known_of_a_lost_activity() -> None:
    """A gap at the top says nothing of a mark lost below; without numbers nothing is guessed."""
    below = [{"activity_no": "1"}, {"activity_no": "3"}, _lost("3")]
    for rows, under in (
        (below, "ใต้กิจกรรม 3 "),
        ([_lost()], ""),
        ([{"activity_no": "1"}, _lost()], ""),
    ):
        (one,) = run_rule("activity-lost", tables(projects=[{}], activities=rows))
        assert one.severity is Severity.WARNING
        assert one.message == (f"โครงการ 1.1 {under}มีสถานะ “สำเร็จแล้ว” แต่ไม่มีข้อความบอกว่าเป็นกิจกรรมใด")


def test_what_has_a_text_or_no_mark_is_not_lost() -> None:
    """An activity with words, marked or not, and a row with neither are no lost activity."""
    rows = [{"status": "done"}, {"activity_no": "2", "status": ""}, _lost(status="")]
    assert not subjects("activity-lost", tables(projects=[{}], activities=rows))


@pytest.mark.parametrize(
    ("numbers", "expected", "found"),
    [
        (["1", "2", "4"], "1–4", "1, 2, 4"),
        (["2", "3"], "1–3", "2, 3"),
        (["1", "2", "2"], "1 และ 2", "1, 2, 2"),
        (["1", "1-1)", "1-3)"], "1), 2) และ 3)", "1), 3)"),
        (["1", "1-(1)", "1-(3)"], "(1), (2) และ (3)", "(1), (3)"),
        (["1", "1-2)"], "1) และ 2)", "2)"),
        (["๑", "๓"], "1–3", "1, 3"),
    ],
)
def test_numbers_missing_or_twice(numbers: list[str], expected: str, found: str) -> None:
    """Gaps and repeats are told at the top, and in lists of "1)" and "(1)"."""
    (one,) = run_rule("activity-number", _numbers(*numbers))
    assert (one.expected, one.found) == (expected, found)
    assert one.project_no == "1.1"
    assert ("ขาดข้อ" in one.message) is (expected != "1 และ 2")


@pytest.mark.parametrize(
    "numbers",
    [
        ["1", "2", "3"],
        ["1"],
        ["1", "1-1", "1-3"],  # bullets have no printed number
        ["1", "1-1)", "1-2)", "2", "2-1)"],
        ["1", "1-1)", "1-(1)"],
        ["2", "1"],
        ["ก", "-", ""],
        [],
    ],
)
def test_numbers_in_order(numbers: list[str]) -> None:
    """Each list counts for itself, and what carries no number counts nothing."""
    assert not subjects("activity-number", _numbers(*numbers))


def test_a_lasting_name_of_a_list() -> None:
    """The list at the top has a name of its own."""
    assert subjects("activity-number", _numbers("1", "3")) == ["project_no=1.1; parent_no=top"]


def test_repeated_activities_without_a_number() -> None:
    """They are told to have none."""
    rows = [{"activity_no": no, "text": "สรุปและรายงาน"} for no in ("", "2")]
    (one,) = run_rule("activity-repeated", tables(projects=[{}], activities=rows))
    assert "กิจกรรม (ไม่มีเลขที่) และ 2 เป็น" in one.message


def test_a_lost_mark_accounts_for_one_number_only() -> None:
    """Two missing numbers and one lost mark are still a gap."""
    rows = [{"activity_no": "1"}, _lost(), {"activity_no": "4"}]
    assert subjects("activity-number", tables(projects=[{}], activities=rows))


def test_absurd_number_is_no_thousand_gaps() -> None:
    """A number far beyond the list is told in a few words."""
    (one,) = run_rule("activity-number", _numbers("1", "999999999"))
    assert one.message == "โครงการ 1.1 รายการกิจกรรมขาดข้อ 2–13"


@settings(deadline=None)
@given(st.permutations(range(1, 12)))
def test_order_does_not_matter(order: list[int]) -> None:
    """A whole list in any order has neither gap nor repeat."""
    assert not subjects("activity-number", _numbers(*map(str, order)))


@settings(deadline=None)
@given(st.integers(2, 11))
def test_any_gap_is_found(gap: int) -> None:
    """Whichever number is missing inside a list, it is named."""
    numbers = [str(one) for one in range(1, 13) if one != gap]
    (one,) = run_rule("activity-number", _numbers(*numbers))
    assert f"ขาดข้อ {gap}" in one.message


def _texts(*texts: str, parent: str = "") -> dict[str, Any]:
    rows = [
        {"activity_no": f"{parent}{at}", "parent_no": parent.rstrip("-"), "text": text}
        for at, text in enumerate(texts, 1)
    ]
    return tables(projects=[{}], activities=rows)


def test_the_same_activity_again() -> None:
    """Equal texts under one parent are one finding, spaces apart."""
    (one,) = run_rule("activity-repeated", _texts("อบรม ครู", "นิเทศครู", "อบรมครู", "อบรมครู"))
    assert "1, 3 และ 4" in one.message
    assert one.subject == "project_no=1.1; text=อบรมครู"
    assert one.message.endswith("เป็นข้อความเดียวกัน: “อบรม ครู”")
    assert (one.found, len(one.refs)) == ("ซ้ำ 3 ข้อ", 3)


def test_short_or_separate_texts_may_be_equal() -> None:
    """A word of a few letters, or the same under another parent, is no repeat."""
    assert not subjects("activity-repeated", _texts("กกกกก", "กกกกก"))
    assert subjects("activity-repeated", _texts("กกกกกก", "กกกกกก"))
    assert subjects("activity-repeated", _texts("กกก", "กกก"), at_least_letters=3) != []
    rows = [
        {"activity_no": f"{at}-1", "parent_no": str(at), "text": "สรุปและรายงาน"} for at in (1, 2)
    ]
    assert not subjects("activity-repeated", tables(projects=[{}], activities=rows))
    (one,) = subjects("activity-repeated", _texts("สรุปและรายงาน", "สรุปและรายงาน", parent="2-"))
    assert one == "project_no=1.1; parent_no=2; text=สรุปและรายงาน"


def test_districts_do_not_mix() -> None:
    """The same text in two districts is no repeat, nor are their numbers."""
    other = tables(
        projects=[{}],
        activities=[{"activity_no": "1", "text": "งานที่ 0"}],
        key=RoundKey("0102", 2565, 2),
    )
    both = stacked(_numbers("1"), other)
    assert not subjects("activity-repeated", both)
    assert not subjects("activity-number", both)


LONG = "ประชุมคณะกรรมการประเมินคัดเลือกนักเรียนและสถานศึกษา กลุ่มจังหวัด เพื่อรับรางวัลพระราชทาน"


def test_long_texts_that_are_all_but_equal() -> None:
    """A word lost in a copy is told, with both texts."""
    (one,) = run_rule("activity-repeated", _texts(LONG, LONG.removeprefix("ประชุม")))
    assert one.subject == "project_no=1.1; items=1+2"
    assert "เกือบเหมือนกัน" in one.message
    assert len(one.refs) == 2


@pytest.mark.parametrize(
    "second",
    [
        LONG.replace("ประชุม", "ประกาศผลการประชุม"),
        f"{LONG} ปี 2564",
        "ประชุมคณะกรรมการ",
        LONG.replace("นักเรียน", "ครูผู้สอน"),
    ],
)
def test_long_texts_that_differ(second: str) -> None:
    """Another word, another figure, or a short text is other work."""
    assert not subjects("activity-repeated", _texts(LONG, second))


def test_every_word_about_texts_that_are_nearly_equal() -> None:
    """The parent is part of the name; both texts and places are shown."""
    second = LONG.removeprefix("ประชุม")
    assert run_rule("activity-repeated", _texts(LONG, second, parent="4-")) == [
        Finding(
            "activity-repeated",
            "project_no=1.1; parent_no=4; items=4-1+4-2",
            Severity.WARNING,
            f"โครงการ 1.1 กิจกรรม 4-1 และ 4-2 เกือบเหมือนกัน: “{LONG[:60]}…” และ “{second[:60]}…”",
            project_no="1.1",
            expected="ข้อความต่างกัน",
            found="เกือบเหมือนกัน 2 ข้อ",
            hint="แก้เป็นข้อความของกิจกรรมจริง หรือรวมเป็นข้อเดียว",
            cells=tuple(Cell("activities", f"1.1/4/4-{nth}", "text") for nth in (1, 2)),
            refs=(
                SourceRef("round.xlsx", "activities!A1", LONG),
                SourceRef("round.xlsx", "activities!A2", second),
            ),
            district="0101",
        )
    ]


def test_nearly_equal_texts_apart() -> None:
    """Under two parents, or without a number to name them by, they are not held together."""
    words = [LONG, LONG.removeprefix("ประชุม")]
    below = [
        {"activity_no": f"{at}-1", "parent_no": str(at), "text": text}
        for at, text in enumerate(words, 1)
    ]
    nameless = [{"activity_no": "", "text": text} for text in words]
    for rows in (below, nameless):
        assert not subjects("activity-repeated", tables(projects=[{}], activities=rows))


@pytest.mark.parametrize(
    ("letters", "more", "told"), [(30, 1, 1), (29, 1, 0), (40, 4, 1), (40, 5, 0)]
)
def test_how_long_and_how_near(letters: int, more: int, told: int) -> None:
    """From thirty letters on, a tenth of them may have been added."""
    text = ("กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภม" * 2)[:letters]
    assert len(subjects("activity-repeated", _texts(text, text + "ยรลวส"[:more]))) == told
