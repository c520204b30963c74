"""Groups are recognised however their names are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantrack_nb.thai.groups import (
    ALL_GROUPS,
    GROUPS,
    Group,
    canonical_group,
    combination,
    is_school,
)

FINANCE = "กลุ่มบริหารงานการเงินและสินทรัพย์"
DLICT = "กลุ่มส่งเสริมการศึกษาทางไกล เทคโนโลยีสารสนเทศและการสื่อสาร"


def test_every_spelling_leads_to_its_own_group() -> None:
    """No spelling is shared by two groups, and there are the ten."""
    assert len(GROUPS) == 10
    for group in GROUPS:
        for spelling in (group.name, group.short, *group.spellings):
            assert canonical_group(spelling) == group.name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("กลุ่มนิเทศฯ", "กลุ่มนิเทศ ติดตาม และประเมินผลการจัดการศึกษา"),
        ("กลุ่มนิเทศติดตามและประเมินผลการจัดการศึกษา", "กลุ่มนิเทศ ติดตาม และประเมินผลการจัดการศึกษา"),
        ("กลุ่มนโยบายฯ", "กลุ่มนโยบายและแผน"),
        ("กลุ่ม DLICT", DLICT),
        ("กลุ่มDLICT", DLICT),
        ("กลุ่มส่งเสริมการศึกษาทางไกล และเทคโนโลยีสารสนเทศ และการสื่อสาร", DLICT),
        ("กลุ่มส่งเสริมการศึกษาทางไกลฯ (DLICT)", DLICT),
        ("กลุ่มบริหารการเงินฯ", FINANCE),
        ("กลุ่มบริหารงาน การเงินฯ", FINANCE),
        ("กลุ่มกฎหมายฯ", "กลุ่มกฎหมายและคดี"),
        ("กลุ่มพัฒนาครูฯ", "กลุ่มพัฒนาครูและบุคลากรทางการศึกษา"),
        ("กลุ่มส่งเสริม จัดการศึกษา", "กลุ่มส่งเสริมการจัดการศึกษา"),
        ("ทุกกลุ่ม", ALL_GROUPS),
    ],
)
def test_spellings_seen_in_offices(text: str, name: str) -> None:
    """Short forms, lost fillers and wrap spaces do not hide a group."""
    assert canonical_group(text) == name


@pytest.mark.parametrize("text", ["", "กลุ่ม", "กลุ่มฯ", "กลุ่มส่งเสริมฯ", "กลุ่มบริหารฯ", "ร.ร.วัดตัวอย่าง"])
def test_unknown_or_ambiguous(text: str) -> None:
    """What may be two groups, or none, is not guessed."""
    assert canonical_group(text) is None


@given(st.sampled_from(GROUPS), st.data())
def test_a_space_anywhere_changes_nothing(group: Group, data: st.DataObject) -> None:
    """A line break within a name does not hide the group."""
    name = group.name
    cut = data.draw(st.integers(1, len(name) - 1))
    assert canonical_group(f"{name[:cut]} {name[cut:]}") == name


def test_joint_owners_are_numbered() -> None:
    """Several owners are named in order, each once; a single one plainly."""
    assert combination(["กลุ่มนโยบายฯ", "ทุกกลุ่ม"]) == "1.กลุ่มนโยบายและแผน 2.ทุกกลุ่ม"
    assert combination(["กลุ่มนโยบายฯ", "กลุ่มนโยบายและแผน"]) == "กลุ่มนโยบายและแผน"
    assert combination(["ร.ร.วัดตัวอย่าง"]) == "ร.ร.วัดตัวอย่าง"
    assert combination([]) == ""


@given(st.text())
def test_any_text_may_be_asked(text: str) -> None:
    """Every text gets an official name or none."""
    assert canonical_group(text) in {None, ALL_GROUPS, *(group.name for group in GROUPS)}


@pytest.mark.parametrize(
    ("owner", "school"),
    [
        ("ร.ร.วัดสมมติ", True),
        ("โรงเรียน บ้านสมมติ", True),
        ("โรงเรียนในสังกัด", False),
        ("โรงเรียนทุกแห่ง", False),
        ("กลุ่มอำนวยการ", False),
        ("", False),
    ],
)
def test_one_school_is_told_from_groups_and_from_all_schools(owner: str, school: bool) -> None:
    """A name behind the word, not a quantity."""
    assert is_school(owner) is school
