"""Persons spelt in several ways."""

from __future__ import annotations

import pytest
from helpers.rounds import stacked, tables
from helpers.rules import Tables, found

from plantrack_nb.core.findings import Severity
from plantrack_nb.core.schema import RoundKey
from plantrack_nb.thai.persons import similar

KEY = RoundKey("0101", 2565, 2)


def persons(*names: str, key: RoundKey = KEY, memo: str = "") -> Tables:
    """Build one activity for each owner cell, each in its own source line."""
    return tables(
        activities=[
            {"activity_no": str(at), "persons": name, "source_ref": f"L{at}.8"}
            for at, name in enumerate(names, 1)
        ],
        narrative=[{"kind": "memo", "text": memo}] if memo else [],
        key=key,
    )


@pytest.mark.parametrize(
    "names",
    [
        ("นางมาลี ใจดีงาม", "นางมาลิ ใจดีงาม"),
        ("นายก่องเกียรติ ศรีสุขสม", "นายก้องเกียรติ ศรีสุขสม"),
        ("น.ส.สมหญิง วรสารสกุล", "น.ส.สมหญิง วราสารสกุล"),
        ("น.ส.กุลธิดา พรรับสุข", "น.ส.กฤษธิดา พรรับสุข"),
    ],
)
def test_names_that_differ_by_few_letters(names: tuple[str, str]) -> None:
    """The name that stands in more places is suggested, wherever it comes first."""
    for right, wrong in (names, names[::-1]):
        (one,) = found("name-person", persons(wrong, right, right))
        assert (one.severity, one.expected, one.found) == (Severity.WARNING, right, wrong)
        assert [ref.ref for ref in one.refs] == ["L1.8", "L2.8", "L3.8"]
        assert f"“{right}” (2 แห่ง), “{wrong}” (1 แห่ง)" in one.message


@pytest.mark.parametrize(
    "names",
    [
        ("นางมาลี ใจดีงาม", "นางมาลี ใจดีงาม"),
        ("นางมาลี ใจดีงาม", "นางมาลีใจดีงาม"),
        ("นางมาลี ใจดีงาม", "น.ส.มาลี ใจดีงาม"),
        ("นางมาลี ใจดีงาม", "นายสมชาย ใจดีงาม"),
        ("นางสมพร ใจดีงาม", "น.ส.สมพร แก้วประเสริฐ"),
        ("นางมาลี ใจดีงาม; นายประเสริฐ สุขสันต์", "นายวิชัย ทองคำ"),
    ],
)
def test_same_or_other_persons(names: tuple[str, str]) -> None:
    """Titles and spaces make no other person; a shared name makes no same one."""
    assert found("name-person", persons(*names)) == []


def test_several_spellings_are_one_finding() -> None:
    """A chain of likenesses is one person, with a lasting subject."""
    spellings = ("น.ส.สมหญิง วรสารสกุล", "น.ส.สมหญิง วราสารสกุล", "น.ส.สมหญิง วราสารสกูล")
    (one,) = found("name-person", persons(*spellings))
    assert "3 แบบ" in one.message
    (again,) = found("name-person", persons(*spellings[::-1], "นายวิชัย ทองคำ"))
    assert again.id == one.id


def test_one_cell_of_many_activities_counts_once() -> None:
    """An owner written once for a whole block is one place."""
    block = [{"persons": "นางมาลิ ใจดีงาม", "source_ref": "L1.8", "text": t} for t in "กขคง"]
    alone = [{"persons": "นางมาลี ใจดีงาม", "source_ref": f"L{at}.8"} for at in (2, 3)]
    (one,) = found("name-person", tables(activities=[*block, *alone]))
    assert one.expected == "นางมาลี ใจดีงาม"


def test_signers_of_the_memo_take_part() -> None:
    """A full name in the memo is held against the owners."""
    (one,) = found("name-person", persons("นางมาลี ใจดีงาม", memo="(นางมาลิ ใจดีงาม)"))
    assert len(one.refs) == 2
    assert found("name-person", persons("นางมาลี ใจดีงาม", memo="(นางมาลิ)")) == []


def test_rounds_do_not_mix() -> None:
    """Two districts may have officers with like names."""
    other = persons("นางมาลิ ใจดีงาม", key=RoundKey("0102", 2565, 2))
    assert found("name-person", stacked(persons("นางมาลี ใจดีงาม"), other)) == []


def test_how_alike_is_a_setting() -> None:
    """Likeness is asked for from the setting upward."""
    names = ("น.ส.กุลธิดา พรรับสุข", "น.ส.กฤษธิดา พรรับสุข")
    just = similar(*names)
    assert found("name-person", persons(*names), alike=just)
    assert found("name-person", persons(*names), alike=just + 0.001) == []
    strange = ("นางมາลี ใจดีงาม", "นางมาลี ใจดีงาม")
    just = similar(*strange)
    (one,) = found("name-foreign-letter", persons(*strange), alike=just)
    (other,) = found("name-foreign-letter", persons(*strange), alike=just + 0.001)
    assert (one.expected, other.expected) == (strange[1], "")


@pytest.mark.parametrize(
    ("names", "expected", "wrong"),
    [
        (("นางมาลีใจดีงาม",), "", "นางมาลีใจดีงาม"),
        (("นางมาลีใจดีงาม", "นางมาลี ใจดีงาม"), "นางมาลี ใจดีงาม", "นางมาลีใจดีงาม"),
        (("นางมาลี ใจดี งาม", "นางมาลี ใจดีงาม"), "นางมาลี ใจดีงาม", "นางมาลี ใจดี งาม"),
    ],
)
def test_spaces_lost_or_misplaced(names: tuple[str, ...], expected: str, wrong: str) -> None:
    """The form in two words is the right one."""
    (one,) = found("name-space", persons(*names))
    assert (one.severity, one.expected, one.found) == (Severity.INFO, expected, wrong)


@pytest.mark.parametrize("names", [("นางมาลี ใจดีงาม",), ("นางมาลี",), ("นายก ข", "นายกข ค")])
def test_spaces_that_are_right(names: tuple[str, ...]) -> None:
    """A short name alone may be a given name only."""
    assert found("name-space", persons(*names)) == []


def test_ten_letters_are_two_names() -> None:
    """From ten letters a single word is a name and a surname."""
    assert found("name-space", persons("นายกขคงจฉชซฌ")) == []
    assert found("name-space", persons("นายกขคงจฉชซฌญ"))


def test_letters_of_another_script() -> None:
    """A Lao or Indian letter is found, with the name it stands for where that is written."""
    strange = "นางมາลี ใจดีงาม"
    (one,) = found("name-foreign-letter", persons(strange, "นางมาลี ใจดีงาม"))
    assert (one.severity, one.expected) == (Severity.WARNING, "นางมาลี ใจดีงาม")
    assert "“າ”" in one.message
    (alone,) = found("name-foreign-letter", persons(strange, "นายวิชัย ทองคำ"))
    assert alone.expected == ""
    assert found("name-foreign-letter", persons("ดร. John O'Neil-Smith (นางมาลี ใจดี)")) == []
    assert found("name-person", persons(strange, "นางมาลี ใจดีงาม")) == []


def test_suggestions_come_from_the_same_round() -> None:
    """Another district's officers are not suggested."""
    other = persons("นางมาลี ใจดีงาม", key=RoundKey("0102", 2565, 2))
    (one,) = found("name-foreign-letter", stacked(persons("นางมາลี ใจดีงาม"), other))
    assert one.expected == ""


def test_at_a_tie_no_form_is_called_right() -> None:
    """What stands as often as the other is not suggested; both are shown."""
    (one,) = found("name-person", persons("นางมาลี ใจดีงาม", "นางมาลิ ใจดีงาม"))
    assert one.expected == ""
    assert one.found == "นางมาลิ ใจดีงาม, นางมาลี ใจดีงาม"
    assert "พบมากเท่ากัน" in one.hint
    assert "พบมากที่สุด" not in one.hint


def test_a_form_without_its_space_counts_with_its_fellows() -> None:
    """Letters decide, not spaces: two of three places make the usual form."""
    names = ("นางมาลี ใจดีงาม", "นางมาลีใจดีงาม", "นางมาลิ ใจดีงาม")
    (one,) = found("name-person", persons(*names))
    assert one.expected == "นางมาลี ใจดีงาม"
    assert "2 แบบ: “นางมาลี ใจดีงาม” (2 แห่ง), “นางมาลิ ใจดีงาม” (1 แห่ง)" in one.message
