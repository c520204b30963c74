"""Changing the register of waivers."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from plantrack_nb.check.waiver_file import add_waiver, remove_waiver
from plantrack_nb.check.waivers import Waiver, read_waivers
from plantrack_nb.errors import OutputError, ParameterError


def _waiver(name: str, reason: str = "ตรวจแล้ว") -> Waiver:
    return Waiver.model_validate(
        {"finding": name, "reason": reason, "who": "หัวหน้า", "until": "2565-09-30"}
    )


FIRST, SECOND, THIRD = (_waiver(f"rule-{at}") for at in "123")
HEAD = "# explained\n#\nwaivers: []\n"


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """Return an empty register with its explanation."""
    path = tmp_path / "waivers.yaml"
    path.write_text(HEAD, encoding="utf-8")
    return path


def test_added_at_the_end_and_removed_again(register: Path) -> None:
    """Order and comments stay; taking out what was put in leaves the file as it was."""
    for one in (FIRST, SECOND, THIRD):
        add_waiver(register, one)
    assert read_waivers(register) == (FIRST, SECOND, THIRD)
    assert register.read_text(encoding="utf-8").startswith("# explained\n#\nwaivers:\n  - finding")
    assert remove_waiver(register, SECOND)
    assert read_waivers(register) == (FIRST, THIRD)
    assert remove_waiver(register, THIRD)
    assert remove_waiver(register, FIRST)
    assert register.read_text(encoding="utf-8") == HEAD


def test_twice_is_once_and_absent_is_told(register: Path) -> None:
    """Adding again changes nothing; removing what is not there says so."""
    add_waiver(register, FIRST)
    before = register.read_text(encoding="utf-8")
    add_waiver(register, FIRST)
    assert not remove_waiver(register, SECOND)
    assert register.read_text(encoding="utf-8") == before


def test_comments_between_entries_stay(register: Path) -> None:
    """A comment belongs to the entry behind it."""
    register.write_text(
        'waivers:\n- finding: "rule-1" # why\n  reason: ตรวจแล้ว\n  who: หัวหน้า\n'
        "  until: 2565-09-30\n\n# about the next\n- finding: rule-2\n  reason: ตรวจแล้ว\n"
        "  who: หัวหน้า\n  until: 2565-09-30\n# the end\n",
        encoding="utf-8",
    )
    add_waiver(register, THIRD)
    assert read_waivers(register) == (FIRST, SECOND, THIRD)
    assert remove_waiver(register, FIRST)
    assert read_waivers(register) == (SECOND, THIRD)
    left = register.read_text(encoding="utf-8")
    assert "# about the next\n- finding: rule-2" in left
    assert left.endswith("# the end\n")


@pytest.mark.parametrize("text", ["waivers:\n", "waivers: ~\n", "waivers: [] # none yet\n"])
def test_other_ways_to_write_nothing(register: Path, text: str) -> None:
    """However the empty list is written, an entry can be added."""
    register.write_text(text, encoding="utf-8")
    add_waiver(register, FIRST)
    assert read_waivers(register) == (FIRST,)


def test_brackets_are_left_to_people(register: Path) -> None:
    """A register in brackets is not touched."""
    text = 'waivers: [{finding: rule-1, reason: a, who: b, until: "2565-09-30"}]\n'
    register.write_text(text, encoding="utf-8")
    with pytest.raises(OutputError):
        add_waiver(register, SECOND)
    assert register.read_text(encoding="utf-8") == text


def test_a_faulty_register_is_left_as_it_is(register: Path) -> None:
    """Nothing is written over what cannot be read."""
    register.write_text("waivers: 5\n", encoding="utf-8")
    with pytest.raises(ParameterError):
        add_waiver(register, FIRST)
    assert register.read_text(encoding="utf-8") == "waivers: 5\n"


_WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(
    lambda text: text.strip() == text
)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example("a\u2028b", 'ก"\\: #\ufeff', date(2022, 9, 30))
@given(_WORDS, _WORDS, st.dates(date(1900, 1, 1), date(2300, 1, 1)))
def test_any_words_come_back(register: Path, reason: str, who: str, until: date) -> None:
    """Quotes, colons, hashes and emoji are words, and never YAML."""
    register.write_text(HEAD, encoding="utf-8")
    waiver = Waiver(finding="rule-1", reason=reason, who=who, until=until)
    add_waiver(register, waiver)
    add_waiver(register, SECOND)
    assert read_waivers(register) == (waiver, SECOND)
    assert remove_waiver(register, waiver)
    assert read_waivers(register) == (SECOND,)
