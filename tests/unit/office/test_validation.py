"""Parameters of a round: refused or accepted before anything starts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantrack_nb.core.errors import ParameterError
from plantrack_nb.core.schema import RoundKey
from plantrack_nb.office.register import District, Register
from plantrack_nb.office.validation import (
    FIRST_YEAR,
    LAST_YEAR,
    WrongValueError,
    check_names,
    checked_quarter,
    checked_year,
    district_code,
    round_key,
    thai_number,
)

SMALL = Register(
    tuple(
        District(code, "สพป.", name, name, code[:2], "made up")
        for code, name in [
            ("0101", "สพป.ทดสอบ เขต 1"),
            ("7301", "สพป.ตัวอย่าง เขต 1"),
            ("", "สพม.ตัวอย่าง"),
        ]
    )
)


def test_a_right_round_is_returned_as_its_key(register: Register) -> None:
    """Three right values give the key of the round."""
    made = round_key(district="7301", fiscal_year=2565, quarter=2, register=register)
    assert made == RoundKey("7301", 2565, 2)


def test_all_mistakes_are_told_at_once(register: Register) -> None:
    """One error names every wrong parameter, each with its suggestion."""
    with pytest.raises(ParameterError) as caught:
        round_key(district="7310", fiscal_year=2022, quarter=6, register=register)
    text = str(caught.value)
    assert caught.value.where == "district, fiscal_year, quarter"
    assert "7301 (สพป.นครปฐม เขต 1)" in text
    assert "Did you mean 2565?" in text
    assert "quarter 2" in text


@pytest.mark.parametrize(("given_code", "code"), [(7301, "7301"), (101, "0101"), ("0101", "0101")])
def test_numbers_become_codes_by_the_register(given_code: object, code: str) -> None:
    """A number stands for the code it was read from, leading zero included."""
    assert district_code(given_code, SMALL) == code


@pytest.mark.parametrize(
    "value", ["101", " 7301", "๗๓๐", 65, -101, 10101, 7301.0, True, None, "", []]
)
def test_whatever_is_not_in_the_register_is_refused(value: object) -> None:
    """Text is taken as it is, and a number only when its four digits are a code."""
    with pytest.raises(WrongValueError):
        district_code(value, SMALL)


@pytest.mark.parametrize(
    ("value", "suggested"),
    [
        ("101", "0101 (สพป.ทดสอบ เขต 1)"),
        ("3701", "7301 (สพป.ตัวอย่าง เขต 1)"),
        ("สพป. ตัวอย่างเขต 1", "7301 (สพป.ตัวอย่าง เขต 1)"),
        ("สพป.ตัวยอ่าง เขต 1", "7301 (สพป.ตัวอย่าง เขต 1)"),
        ("สพม.ตัวอย่าง", "params/districts.csv"),
        ("Nakhon", "params/districts.csv"),
    ],
)
def test_a_wrong_district_gets_the_nearest_one(value: str, suggested: str) -> None:
    """A slip in the code or a name instead of it leads to the code that was meant."""
    with pytest.raises(WrongValueError) as caught:
        district_code(value, SMALL)
    assert suggested in caught.value.hint


@given(st.integers(FIRST_YEAR, LAST_YEAR))
def test_a_year_in_another_notation_is_recognised(year: int) -> None:
    """C.E., text and (where they fit) two digits are refused with the B.E. year they stand for."""
    assert checked_year(year) == year
    for other in (year - 543, str(year), *([year % 100] if year < 2600 else [])):
        with pytest.raises(WrongValueError) as caught:
            checked_year(other)
        assert caught.value.hint == f"Did you mean {year}?"


@pytest.mark.parametrize("value", [None, True, 25, 1, 99999, 2565.0, "", "ปีนี้", 10**30])
def test_other_years_are_refused(value: object) -> None:
    """What is no year at all is refused; nothing is rounded or guessed into one."""
    with pytest.raises(WrongValueError):
        checked_year(value)


@pytest.mark.parametrize(
    ("value", "hint"),
    [
        ("2", "the number 2"),
        ("ไตรมาส 3", "the number 3"),
        (6, "quarter 2"),
        (12, "quarter 4"),
        (5, "Write 1, 2, 3 or 4"),
        (0, "Write 1, 2, 3 or 4"),
        (True, "Write 1, 2, 3 or 4"),
        (None, "Write 1, 2, 3 or 4"),
    ],
)
def test_other_quarters_are_refused(value: object, hint: str) -> None:
    """A quarter in another notation is refused with what to write."""
    with pytest.raises(WrongValueError) as caught:
        checked_quarter(value)
    assert hint in caught.value.hint


def test_known_names_pass() -> None:
    """Names that the notebook declares are accepted in silence."""
    check_names({"district": "7301", "quarter": 2}, ["quarter", "district", "fiscal_year"])


def test_unknown_names_are_refused_with_the_nearest() -> None:
    """Every unknown name is told, a misspelt one with the right spelling."""
    with pytest.raises(ParameterError) as caught:
        check_names({"distric": "7301", "zzz": 1}, ["district", "fiscal_year", "quarter"])
    assert caught.value.where == "distric, zzz"
    assert "distric: Did you mean district?" in caught.value.hint
    assert "zzz: The names are: district, fiscal_year, quarter." in caught.value.hint


@pytest.mark.parametrize("name", ["import os; x", "a-b", "", "class", "ปี", "a.b", "x\n"])
def test_a_name_that_could_run_as_code_is_refused(name: str) -> None:
    """Names are written into a cell: anything but a plain name is refused, even if allowed."""
    with pytest.raises(ParameterError, match="plain name"):
        check_names({name: 1}, ["district", name])


def test_thai_digits_mean_what_they_say(register: Register) -> None:
    """Typed on a Thai keyboard, in a round file, or handed over by papermill."""
    key = round_key(district="๗๓๐๑", fiscal_year="๒๕๖๕", quarter="๒", register=register)
    assert key == RoundKey("7301", 2565, 2)
    assert [thai_number(one) for one in ("๑๒", "๐.๕", "12", "ก", 3)] == [12, 0.5, "12", "ก", 3]
    with pytest.raises(ParameterError, match="quarter"):
        round_key(district="7301", fiscal_year=2565, quarter="๕", register=register)
