"""Persons are found by their title, compared without it, and hidden completely."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantrack_nb.thai import persons
from plantrack_nb.thai.persons import (
    HIDDEN,
    find_persons,
    person_key,
    redact,
    similar,
    strip_title,
)
from plantrack_nb.thai.text import squeeze

FIRST = st.sampled_from(["สมชาย", "กล้าหาญ", "แก้วตา", "น้ำฝน", "เอกชัย", "งามตา", "ไพลิน"])
LAST = st.sampled_from(["ใจดี", "รักเรียน", "ทองคำแท้", "ยิ้มแย้ม", "ณ ตัวอย่าง", "แสงสว่าง"])
TITLE = st.sampled_from(
    ["นาย", "นาง", "นางสาว", "น.ส.", "ว่าที่ร้อยตรี", "ว่าที่ ร.ต.หญิง", "ดร.", "ผศ.ดร."]
)
AROUND = st.text(st.sampled_from("กขคาิ้ ()/,.1a\n"), max_size=12)


@given(TITLE, FIRST, LAST, st.sampled_from(["", " "]))
def test_the_title_comes_off(title: str, first: str, last: str, gap: str) -> None:
    """A name is the same with any title and spacing."""
    assert strip_title(f"{title}{gap}{first} {last}") == f"{first} {last}"
    assert person_key(f"{title}{first}{last}") == person_key(f"{first}  {last}")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("มอบหมายนายสมชาย ใจดี", ["นายสมชาย ใจดี"]),
        ("โดยนายสมชาย ใจดี ตำแหน่ง ครู", ["นายสมชาย ใจดี"]),
        ("(นางแก้วตา ใจดี/ น.ส.ไพลิน ดีงาม)", ["นางแก้วตา ใจดี", "น.ส.ไพลิน ดีงาม"]),
        ("นางแก้วตา รักดี และนายสมชายใจดี", ["นางแก้วตา รักดี", "นายสมชายใจดี"]),
        ("นายแพทย์สมชาย ใจดี", ["นายแพทย์สมชาย ใจดี"]),
        ("นายทะเบียน นายกรัฐมนตรี นายก อบต. นางสาวไทย นายอำเภอ", []),
        ("การพัฒนางาน", []),
    ],
)
def test_titled_names_are_found(text: str, names: list[str]) -> None:
    """Names are found; offices, honours and words that hold a title are not."""
    found = find_persons(text)
    assert [name for _, _, name in found] == names
    assert all(text[start:end] == name for start, end, name in found)


@given(TITLE, FIRST, LAST, st.sampled_from([" ", "", "  ", "\n"]), st.booleans(), AROUND, AROUND)
def test_a_given_name_leaves_nothing(  # noqa: PLR0917 - hypothesis passes them by place
    title: str, first: str, last: str, gap: str, titled: bool, before: str, after: str
) -> None:
    """However a given name is spaced and titled, it is gone, and its title with it."""
    name = f"{title if titled else ''}{first}{gap}{last}"
    shown = redact(before + name + after, [f"{title}{first} {last}"])
    assert squeeze(first + last) not in squeeze(shown)
    assert HIDDEN in shown


@given(FIRST, LAST)
def test_a_space_within_the_name_hides_nothing(first: str, last: str) -> None:
    """A name that a line break tore apart is found too."""
    torn = " ".join(first) + "\n" + "\u200b".join(last)
    assert redact(torn, [f"นาย{first} {last}"]) == HIDDEN


@given(
    st.lists(st.sampled_from(["น้ำฝน", "เอกชัย แสงงาม", "แก้ว", "กเ เข", "ก"]), min_size=1),
    st.text(st.sampled_from("นำํา้ฝเแอกชัยสงวข\u200b\u0301 \n"), max_size=12),
)
def test_the_quick_look_misses_no_given_name(given_names: list[str], text: str) -> None:
    """Wherever the pattern of the given names would find one, the quick look says so."""
    known = persons._any_of(tuple(given_names))
    assert known is not None
    assert known.may_stand_in(text) or not known.pattern.search(text)


@given(st.from_regex(persons.TITLE, fullmatch=True))
def test_the_quick_look_misses_no_title(title: str) -> None:
    """Every title holds one of the pieces that are looked for first."""
    assert redact(f"{title}สมชาย", []) == HIDDEN


@given(TITLE, FIRST, LAST)
def test_a_titled_name_not_given_is_hidden_too(title: str, first: str, last: str) -> None:
    """A person nobody listed is hidden by the title."""
    assert first not in redact(f"ผู้รับผิดชอบ {title}{first} {last}", [])


def test_what_is_hidden_and_what_stays() -> None:
    """Words around stay, brackets are not doubled, a first name alone on its line goes."""
    given_name = ["นายสมชาย ใจดี"]
    assert redact("กลุ่มนิเทศฯ (นายสมชาย ใจดี/ นางแก้วตา ดีงาม)", given_name) == f"กลุ่มนิเทศฯ {HIDDEN}"
    assert redact("งาน\nสมชาย\nเสร็จ", given_name) == f"งาน\n{HIDDEN}\nเสร็จ"
    assert redact("วัดสมชายนิมิต", given_name) == "วัดสมชายนิมิต"
    assert redact("การพัฒนางานของนายทะเบียน", given_name) == "การพัฒนางานของนายทะเบียน"


def test_a_very_short_name_does_not_eat_words() -> None:
    """A damaged name of two letters is hidden only where it stands alone."""
    assert redact("มาก ขึ้น (นางก ข) ก ข", ["นางก ข"]) == f"มาก ขึ้น {HIDDEN} {HIDDEN}"
    assert redact("เหมือนเดิม", ["", "นาย"]) == "เหมือนเดิม"


def test_alike_and_different_names() -> None:
    """One name spelt two ways is nearer than two names that share a first name."""
    assert similar("นายสมชาย ใจดี", "สมชายใจดี") == 1
    assert similar("น.ส.แก้วตา รักเรียน", "น.ส.แก้วดา รักเรียน") > 0.8
    assert similar("น.ส.แก้วตา รักเรียน", "น.ส.แกวตา รักเรียน") > 0.9
    assert similar("นายสมชาย ใจดี", "นายสมชาย ทองคำแท้") < 0.7


@given(st.text(), st.lists(st.text(), max_size=3), st.text())
def test_no_text_breaks_anything(text: str, names: list[str], other: str) -> None:
    """Every text can be searched, hidden from and compared."""
    assert isinstance(redact(text, names), str)
    assert 0 <= similar(text, other) <= 1
    assert similar(text, other) == similar(other, text)
