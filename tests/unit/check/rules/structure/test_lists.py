"""Targets and indicators as lists."""

from __future__ import annotations

from typing import Any

import pytest
from helpers.checking import run_rule, subjects
from helpers.rounds import KEY, tables
from hypothesis import given, settings
from hypothesis import strategies as st

from plantrack_nb.check.facts import Facts
from plantrack_nb.check.runner import all_rules
from plantrack_nb.core.findings import Severity
from plantrack_nb.core.provenance import SourceRef
from plantrack_nb.measures.places import Place, Places

LONG = "นักเรียนที่ได้รับผลกระทบจากการเลิกสถานศึกษาขั้นพื้นฐาน"


def _indicators(text: str) -> dict[str, Any]:
    return tables(projects=[{"indicators": text}])


@pytest.mark.parametrize(
    ("text", "expected", "found", "fault"),
    [
        ("1.ก 2.ข 3.ค 5.ง", "1–5", "1, 2, 3, 5", "ขาดข้อ 4"),
        ("2.ก 3.ข", "1–3", "2, 3", "ขาดข้อ 1"),
        ("1.ก\n2.ข 2.ค", "1 และ 2", "1, 2, 2", "มีข้อ 2 ซ้ำ"),
        ("1.ก 3.ข 3.ค", "1–3", "1, 3, 3", "ขาดข้อ 2 และมีข้อ 3 ซ้ำ"),
    ],
)
def test_numbers_missing_or_twice(text: str, expected: str, found: str, fault: str) -> None:
    """What is missing and what is twice is named."""
    (one,) = run_rule("list-number", _indicators(text))
    assert (one.expected, one.found) == (expected, found)
    assert one.message == f"ตัวชี้วัดของโครงการ 1.1 {fault}"
    assert one.subject == "project_no=1.1; column=indicators; list=1"


@pytest.mark.parametrize(
    "text", ["1.ก 2.ข\n3.ค", "1.ก 2.ข\n1.ค\n2.ง", "ก", "1.ก\nข", "", "1.ก\n2.ข\n2.ข"]
)
def test_numbers_in_order(text: str) -> None:
    """Lists may go on, begin anew or have no number; the same item twice is told elsewhere."""
    assert not [one for one in subjects("list-number", _indicators(text)) if "list=1" in one]


def test_targets_are_lists_too() -> None:
    """The second list of the targets is named by its place."""
    made = tables(projects=[{"targets": "1.ก 2.ข\n1.ค 3.ง"}])
    (one,) = run_rule("list-number", made)
    assert one.subject == "project_no=1.1; column=targets; list=2"
    assert one.refs[0].raw == "1.ค\n3.ง"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("1.ก 2.ก", "ข้อ 1 และข้อ 2"),
        ("1.ข 2.ก 2.ก", "ข้อ 2 และข้อ 2"),
        (f"1.{LONG} 2.{LONG}ฯ", "ข้อ 1 และข้อ 2"),
    ],
)
def test_items_that_repeat(text: str, named: str) -> None:
    """Equal items, and long ones all but equal, are told."""
    (one,) = run_rule("list-repeated", _indicators(text))
    assert named in one.message
    assert one.project_no == "1.1"


@pytest.mark.parametrize(
    "text",
    [
        "1.ก 2.ข",
        "1.ครูทุกคน\n1.ครูทุกคน",
        f"1.{LONG}\n1.{LONG} ทุกคน",
        f"1.ร้อยละ 80 ของ{LONG} 2.ร้อยละ 90 ของ{LONG}",
        "1.โรงเรียนในสังกัด 2.โรงเรียนในสังกัดฯ",
        f"1.{LONG} 2.{LONG}และบุคลากรทางการศึกษา",
    ],
)
def test_items_that_differ(text: str) -> None:
    """Another list, another figure, a short text or more words make another item."""
    assert not subjects("list-repeated", _indicators(text))


def test_a_long_indicator_in_two_lists() -> None:
    """Word for word the same in two lists of a project is told; targets may be shared."""
    (one,) = run_rule("list-repeated", _indicators(f"1.ครู 2.{LONG}\n1.{LONG}"))
    assert one.subject == "project_no=1.1; column=indicators; lists=1+2; items=2+1"
    assert "ข้อ 2 ของรายการที่ 1 ซ้ำกับข้อ 1 ของรายการที่ 2" in one.message
    shown = f"“{LONG}”"
    assert (one.rule, one.severity, one.project_no) == ("list-repeated", Severity.WARNING, "1.1")
    assert (one.expected, one.found, one.district) == ("ข้อความต่างกัน", shown, "0101")
    assert one.hint == "ตัดข้อที่ซ้ำ หรือแก้เป็นข้อที่ตั้งใจเขียน"
    assert one.refs == (SourceRef("round.xlsx", "projects!A1", f"2.{LONG}\n1.{LONG}"),)
    given = tables(projects=[{"targets": f"1.ครู 2.{LONG}\n1.{LONG}"}])
    assert not subjects("list-repeated", given)


def test_how_long_an_indicator_in_two_lists_is() -> None:
    """One as long as the parameter says is told."""
    given = _indicators(f"1.{LONG}\n1.{LONG}")
    assert subjects("list-repeated", given, long_text=len(LONG))
    assert not subjects("list-repeated", given, long_text=len(LONG) + 1)


def test_how_alike_is_a_parameter() -> None:
    """Likeness in percent and the length from which it counts may be set."""
    near = _indicators("1.โรงเรียนในสังกัด 2.โรงเรียนในสังกัดฯ")
    assert subjects("list-repeated", near, long_text=16)
    assert not subjects("list-repeated", near, long_text=17)
    longer = _indicators(f"1.{LONG} 2.{LONG}และบุคลากรทางการศึกษา")
    assert subjects("list-repeated", longer, similarity=75)


@pytest.mark.parametrize(
    ("column", "code", "items", "cells"),
    [
        ("targets", "list-repeated", ["1.ครู", "2.โรงเรียน", "3.โรงเรียน", "4.ชุมชน"], [2, 3]),
        ("indicators", "list-repeated", ["1.ครู", "2.โรงเรียน", "3.โรงเรียน"], [2, 3]),
        ("targets", "list-number", ["1.ครู", "2.โรงเรียน", "4.ชุมชน"], [1, 2, 3]),
        ("indicators", "list-number", ["1.ครู", "ก", "1.โรงเรียน", "3.ชุมชน"], [3, 4]),
        ("indicators", "list-repeated", [f"1.{LONG}", "2.ครู", f"1.{LONG}"], [1, 3]),
    ],
)
def test_items_point_to_their_own_cells(
    column: str, code: str, items: list[str], cells: list[int]
) -> None:
    """Where the cells of a list are known, those of the items in question are shown."""
    known = [
        Place("1.1", "L1.1", "", column, text, f"L{at}.4", f"<{at}>")
        for at, text in enumerate(items, 1)
    ]
    given = tables(projects=[{column: "\n".join(items), "source_ref": "L1.1"}])
    rule = all_rules()[code]
    (one,) = rule.check(Facts(given, places=Places({KEY: known})), rule.parameters)
    assert one.refs == tuple(SourceRef("round.xlsx", f"L{at}.4", f"<{at}>") for at in cells)


@pytest.mark.parametrize(("letters", "told"), [(38, 1), (37, 0)])
def test_as_alike_as_asked(letters: int, told: int) -> None:
    """Likeness of exactly the percent that is asked for is enough."""
    text = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวสหฬอฮ"[:letters]
    near = _indicators(f"1.{text} 2.{text}ฤฤฤฤ")
    assert len(subjects("list-repeated", near, similarity=95)) == told


@settings(max_examples=25, deadline=None)
@given(st.integers(3, 12), st.data())
def test_any_item_that_is_left_out_is_named(count: int, data: st.DataObject) -> None:
    """A whole list is silent; whichever number inside it is missing is told."""
    gap = data.draw(st.integers(2, count - 1))
    listed = {at: f"{at}.ข้อความ{'กขคงจฉชซฌญฎฏ'[at - 1]}" for at in range(1, count + 1)}
    assert not subjects("list-number", _indicators("\n".join(listed.values())))
    del listed[gap]
    (one,) = run_rule("list-number", _indicators("\n".join(listed.values())))
    assert one.message.endswith(f"ขาดข้อ {gap}")
