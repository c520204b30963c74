"""Changing the register of waivers."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from plantrack_nb.check.waiver_file import add_waiver, remove_waiver
from plantrack_nb.check.waivers import Waiver, read_waivers
from plantrack_nb.core.errors import OutputError, ParameterError


@pytest.fixture(autouse=True)
def _in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLANTRACK_LANG", "en")


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


@pytest.mark.parametrize(
    "text",
    [
        "waivers:\n",
        "waivers: ~\n",
        "waivers: [] # none yet\n",
        "waivers:\n# none yet\n\n",
        "waivers:",
    ],
)
def test_other_ways_to_write_nothing(register: Path, text: str) -> None:
    """However the empty list is written, an entry can be added."""
    register.write_text(text, encoding="utf-8")
    add_waiver(register, FIRST)
    assert read_waivers(register) == (FIRST,)


BRACKETS = """The register of waivers cannot be changed here.
  where: {path}
  why:   its entries stand between brackets
  do:    Write each waiver as lines of their own that begin with '- '."""
UNUSUAL = """The register of waivers cannot be changed here.
  where: {path}
  why:   'waivers:' does not stand alone at the beginning of a line
  do:    Write 'waivers: []' as a line of its own; entries are then added below it."""
FLOW = '{finding: rule-1, reason: ตรวจแล้ว, who: หัวหน้า, until: "2565-09-30"}'


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"waivers: [{FLOW}]\n", BRACKETS),
        (f"waivers:\n- {FLOW}\n", BRACKETS),
        ("{}\n", UNUSUAL),
        ("{waivers: []}\n", UNUSUAL),
        ('"waivers": []\n', UNUSUAL),
        ("waivers:\n  []\n", UNUSUAL),
    ],
)
def test_unusual_writing_is_left_to_people(register: Path, text: str, told: str) -> None:
    """A register in brackets, or one that would not read as meant, is not touched."""
    register.write_text(text, encoding="utf-8")
    with pytest.raises(OutputError) as fault:
        add_waiver(register, SECOND)
    assert str(fault.value) == told.format(path=register)
    assert register.read_text(encoding="utf-8") == text


def test_brackets_are_not_taken_out(register: Path) -> None:
    """What stands in brackets is not removed either."""
    text = f"waivers:\n- {FLOW}\n"
    register.write_text(text, encoding="utf-8")
    with pytest.raises(OutputError) as fault:
        remove_waiver(register, FIRST)
    assert str(fault.value) == BRACKETS.format(path=register)
    assert register.read_text(encoding="utf-8") == text


ALONE = """waivers:
  -
    finding: rule-1
    reason: ตรวจแล้ว
    who: หัวหน้า
    until: 2565-09-30
  - # about the next
    finding: rule-2
    reason: ตรวจแล้ว
    who: หัวหน้า
    until: 2565-09-30
"""


def test_dashes_on_lines_of_their_own(register: Path) -> None:
    """The dash before an entry goes with it, and new entries stand as far in as the others."""
    register.write_text(ALONE, encoding="utf-8")
    add_waiver(register, THIRD)
    assert register.read_text(encoding="utf-8").startswith(ALONE + '  - finding: "rule-3"\n    re')
    assert remove_waiver(register, THIRD)
    assert remove_waiver(register, SECOND)
    assert register.read_text(encoding="utf-8") == ALONE[: ALONE.index("  - #")]
    assert remove_waiver(register, FIRST)
    assert register.read_text(encoding="utf-8") == "waivers: []\n"


def test_what_windows_writes_before_the_text(register: Path) -> None:
    """A mark of bytes before the first word is no part of it."""
    register.write_text("waivers: []\n", encoding="utf-8-sig")
    add_waiver(register, FIRST)
    assert read_waivers(register) == (FIRST,)
    register.write_text(register.read_text(encoding="utf-8"), encoding="utf-8-sig")
    assert remove_waiver(register, FIRST)
    assert register.read_text(encoding="utf-8") == "waivers: []\n"


@pytest.mark.parametrize("last", ["# จบ ", "# XX"])
def test_an_entry_reads_as_people_write(register: Path, last: str) -> None:
    """Thai words stand as they are, each value on a line of its own; the last comment is whole."""
    register.write_text(f"waivers: []\n{last}\n\n\n", encoding="utf-8")
    add_waiver(register, FIRST)
    assert register.read_text(encoding="utf-8") == (
        'waivers:\n  - finding: "rule-1"\n    reason: "ตรวจแล้ว"\n    who: "หัวหน้า"\n'
        f'    until: "2022-09-30"\n{last}\n'
    )


def test_a_faulty_register_is_left_as_it_is(register: Path) -> None:
    """Nothing is written over what cannot be read."""
    register.write_text("waivers: 5\n", encoding="utf-8")
    with pytest.raises(ParameterError):
        add_waiver(register, FIRST)
    assert register.read_text(encoding="utf-8") == "waivers: 5\n"


_WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(
    lambda text: text.strip() == text
)


def test_what_no_report_can_hold_is_a_space() -> None:
    """Text pasted from elsewhere may bring control characters; the words stay."""
    day = date(2022, 9, 30)
    waiver = Waiver(finding="rule-1", reason="ก\x0bข\x07", who="a\ud800b", until=day)
    assert (waiver.reason, waiver.who) == ("ก ข", "a b")


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example("X", "\\X", date(2022, 9, 30))
@example("a\uffffb", "a\x07b", date(2022, 9, 30))
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
