"""Owner cells are taken apart into groups, persons and the rest, and nothing is lost."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantrack_nb.thai.groups import GROUPS
from plantrack_nb.thai.names import Owners, split_owners
from plantrack_nb.thai.text import squeeze


@pytest.mark.parametrize(
    ("text", "groups", "persons"),
    [
        ("กลุ่มนิเทศฯ (นายสมชาย ใจดี)", ["กลุ่มนิเทศฯ"], ["นายสมชาย ใจดี"]),
        ("กลุ่มนิเทศฯ (นายสมชายใจดี )", ["กลุ่มนิเทศฯ"], ["นายสมชายใจดี"]),
        ("กลุ่ม DLICT (น.ส.สมหญิง ดีใจ)", ["กลุ่ม DLICT"], ["น.ส.สมหญิง ดีใจ"]),
        (
            "1.กลุ่มบริหารงานบุคคล 2.กลุ่มส่งเสริม จัดการศึกษา 3.กลุ่มบริหารงาน การเงินฯ",
            ["กลุ่มบริหารงานบุคคล", "กลุ่มส่งเสริมจัดการศึกษา", "กลุ่มบริหารงานการเงินฯ"],
            [],
        ),
        (
            "1.กลุ่มนโยบายฯ (นางก ข/ น.ส.ค ง) 2.ทุกกลุ่ม",
            ["กลุ่มนโยบายฯ", "ทุกกลุ่ม"],
            ["นางก ข", "น.ส.ค ง"],
        ),
        ("หน่วยตรวจสอบภายใน\n(นางก ข)", ["หน่วยตรวจสอบภายใน"], ["นางก ข"]),
        ("กลุ่มนโยบายฯ 1.กลุ่มนโยบายฯ (น.ส.ก ข/", ["กลุ่มนโยบายฯ"], ["น.ส.ก ข"]),
        ("น.ส.ค ง)", [], ["น.ส.ค ง"]),
        ("กลุ่มนโยบายฯ (น.ส.ก ข/ น.ส.ค ง)", ["กลุ่มนโยบายฯ"], ["น.ส.ก ข", "น.ส.ค ง"]),
        ("ร.ร.วัดตัวอย่าง", ["ร.ร.วัดตัวอย่าง"], []),
        ("กลุ่มส่งเสริม การจัดการศึกษา", ["กลุ่มส่งเสริมการจัดการศึกษา"], []),
        (
            "กลุ่มนิเทศ ติดตาม และประเมินผล การจัดการศึกษา",
            ["กลุ่มนิเทศ ติดตาม และประเมินผลการจัดการศึกษา"],
            [],
        ),
        ("กลุ่มอำนวยการ นายสมชาย ใจดี", ["กลุ่มอำนวยการ"], ["นายสมชาย ใจดี"]),
        ("กลุ่มนิเทศฯ/กลุ่มอำนวยการ", ["กลุ่มนิเทศฯ", "กลุ่มอำนวยการ"], []),
        ("", [], []),
    ],
)
def test_owner_cells(text: str, groups: list[str], persons: list[str]) -> None:
    """Every form of owner cell gives its groups and persons with nothing left."""
    owners = split_owners(text)
    assert (owners.groups, owners.persons, owners.rest) == (tuple(groups), tuple(persons), "")


def test_named_twice() -> None:
    """A name that stands twice is listed once, and told."""
    owners = split_owners("กลุ่มนโยบายฯ 1.กลุ่มนโยบายฯ (น.ส.ก ข/ น.ส.ก ข)")
    assert owners == Owners(("กลุ่มนโยบายฯ",), ("น.ส.ก ข",), "", ("กลุ่มนโยบายฯ", "น.ส.ก ข"))


def test_what_is_neither_is_kept() -> None:
    """Words that name neither a group nor a person are handed back."""
    owners = split_owners("กลุ่มนิเทศฯ ร่วมกับเครือข่าย (ครูทุกคน)")
    assert owners == Owners(("กลุ่มนิเทศฯ",), (), "ร่วมกับเครือข่าย ครูทุกคน")


@given(
    st.lists(
        st.sampled_from([group.name for group in GROUPS]), min_size=1, max_size=4, unique=True
    ),
    st.lists(st.sampled_from(["นายสมชาย ใจดี", "น.ส.แก้วตา รักเรียน", "นางไพลิน ดีงาม"]), unique=True),
)
def test_what_is_joined_is_split_again(groups: list[str], persons: list[str]) -> None:
    """A numbered list of groups with persons in brackets comes apart as it was made."""
    listed = " ".join(f"{number}.{name}" for number, name in enumerate(groups, start=1))
    text = f"{listed} ({'/ '.join(persons)})" if persons else listed
    assert split_owners(text) == Owners(tuple(groups), tuple(persons), "")


@given(st.text(st.sampled_from("กลุ่มนิเทศฯ นายน.ส.ร.ร.()/,;12.ค้าDLICT\n") | st.characters()))
def test_nothing_is_lost(text: str) -> None:
    """Every word of any cell is among the groups, the persons or the rest."""
    owners = split_owners(text)
    kept = squeeze("".join([*owners.groups, *owners.persons, owners.rest]))
    for word in re.findall(r"[^\W\d]+", squeeze(text)):
        assert word in kept
