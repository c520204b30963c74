"""Validation of parameters: every mistake is told at once, with a suggestion, before any work.

The declared type decides, never the look of the text. The one exception is a district's code,
which papermill and YAML turn into a number and the register turns back into text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from keyword import iskeyword
from typing import TypeGuard, TypeVar

from plantrack_nb.core.calendar import QUARTERS, be_year
from plantrack_nb.core.errors import ParameterError, PlantrackError
from plantrack_nb.core.language import say
from plantrack_nb.core.schema import RoundKey
from plantrack_nb.office.register import Register

FIRST_YEAR, LAST_YEAR = 2540, 2600
"""Fiscal years (B.E.) that are taken for one; anything else is a slip of the pen."""

_LINE = "\n         "  # lines up with the first line of PlantrackError's text
_THAI_NUMBER = re.compile(r"[๐-๙]+(?:\.[๐-๙]+)?")
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_Value = TypeVar("_Value")


class WrongValueError(ValueError):
    """One wrong value: why it is wrong, and what to write instead."""

    def __init__(self, why: str, hint: str) -> None:
        super().__init__(f"{why}. {hint}")
        self.why = why
        self.hint = hint


class Faults:
    """Gathers what is wrong with several values, to tell it all at once."""

    def __init__(self) -> None:
        self._found: list[tuple[str, WrongValueError | PlantrackError]] = []

    def tried(self, name: str, check: Callable[[], _Value]) -> _Value | None:
        """Return what ``check`` returns; None when it finds the value of ``name`` wrong."""
        try:
            return check()
        except (WrongValueError, PlantrackError) as fault:
            self.add(name, fault)
            return None

    def add(self, name: str, fault: WrongValueError | PlantrackError) -> None:
        """Note that the value of ``name`` is wrong."""
        self._found.append((name, fault))

    def tell(self, what: str) -> None:
        """Raise one :class:`ParameterError` about all that was noted, if anything was.

        A lone error that is told in full already is raised as it is.
        """
        if not self._found:
            return
        lone = self._found[0][1]
        if len(self._found) == 1 and isinstance(lone, PlantrackError):
            raise lone
        raise ParameterError(
            what,
            where=", ".join(dict.fromkeys(name for name, _ in self._found)),
            why=_LINE.join(f"{name}: {_why(fault)}" for name, fault in self._found),
            hint=_LINE.join(f"{name}: {fault.hint}" for name, fault in self._found if fault.hint),
        )


def round_key(
    *, district: object, fiscal_year: object, quarter: object, register: Register
) -> RoundKey:
    """Check the three parameters of a round together.

    Parameters
    ----------
    district : str or int
        Code in the register; a number is turned back into its four digits.
    fiscal_year : int
        B.E., e.g. 2565.
    quarter : int
        1 to 4.
    register : Register
        The areas that there are.

    Raises
    ------
    ParameterError
        Any of them is wrong; all that are wrong are told, each with a suggestion.
    """
    faults = Faults()
    code = faults.tried("district", lambda: district_code(district, register))
    year = faults.tried("fiscal_year", lambda: checked_year(fiscal_year))
    number = faults.tried("quarter", lambda: checked_quarter(quarter))
    faults.tell(say("พารามิเตอร์ของรอบผิด", "The parameters of the round are wrong."))
    assert code is not None
    assert year is not None
    assert number is not None
    return RoundKey(code, year, number)


def check_names(given: Mapping[str, object], allowed: Iterable[str]) -> None:
    """Refuse parameters whose names are unknown, or no plain names (a name would run as code).

    Raises
    ------
    ParameterError
        Any name is refused; all that are refused are told, each with the nearest right one.
    """
    known = sorted(allowed)
    faults = Faults()
    for name in given:
        if name not in known or not _is_plain(name):
            faults.add(name, _unknown(name, known))
    faults.tell(say("ชื่อพารามิเตอร์บางชื่อผิด", "The names of some parameters are wrong."))


def district_code(value: object, register: Register) -> str:
    """Return the code of a district in the register, or raise a :class:`WrongValueError`."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise WrongValueError(
            say(f"{value!r} ไม่ใช่รหัสเขต", f"{value!r} is not a code"),
            say("พิมพ์เลข 4 หลักเป็นข้อความ เช่น '7301'", "Write four digits as text, e.g. '7301'."),
        )
    from plantrack_nb.thai.text import arabic_digits

    value = arabic_digits(value) if isinstance(value, str) else value
    found = register.by_number(value) if isinstance(value, int) else register.by_code(value)
    if found is None:
        raise _unknown_district(str(value), register)
    return found.code


def checked_year(value: object) -> int:
    """Return a fiscal year (B.E.), or raise a :class:`WrongValueError` with the one meant."""
    value = thai_number(value)
    if _is_int(value) and FIRST_YEAR <= value <= LAST_YEAR:
        return value
    why = say(
        f"{value!r} ไม่ใช่ปีงบประมาณ (พ.ศ. {FIRST_YEAR} ถึง {LAST_YEAR})",
        f"{value!r} is not a fiscal year (B.E., {FIRST_YEAR} to {LAST_YEAR})",
    )
    likely = _years_meant(_as_int(value))
    meant = next((year for year in likely if FIRST_YEAR <= year <= LAST_YEAR), None)
    raise WrongValueError(
        why,
        say(f"หมายถึง {meant} ใช่หรือไม่", f"Did you mean {meant}?")
        if meant
        else say("พิมพ์ 4 หลัก เช่น 2565", "Write it with four digits: 2565."),
    )


def checked_quarter(value: object) -> int:
    """Return a quarter (1 to 4), or raise a :class:`WrongValueError`."""
    value = thai_number(value)
    if _is_int(value) and value in QUARTERS:
        return value
    number = _as_int(value)
    why = say(f"{value!r} ไม่ใช่ไตรมาส (1 ถึง 4)", f"{value!r} is not a quarter (1 to 4)")
    if number in QUARTERS:
        raise WrongValueError(
            why, say(f"หมายถึงเลข {number} ใช่หรือไม่", f"Did you mean the number {number}?")
        )
    if number in {6, 9, 12}:
        raise WrongValueError(
            why,
            say(
                f"รอบ {number} เดือนคือไตรมาส {number // 3}",
                f"The round of {number} months is quarter {number // 3}.",
            ),
        )
    raise WrongValueError(
        why,
        say(
            "พิมพ์ 1, 2, 3 หรือ 4 ตัวเลขเป็นยอดสะสมตั้งแต่ 1 ตุลาคมถึงสิ้นไตรมาสนั้น",
            "Write 1, 2, 3 or 4: figures run from 1 October to its end.",
        ),
    )


def thai_number(value: object) -> object:
    """Take Thai digits for the number they say: YAML and papermill hand them over as text."""
    if not isinstance(value, str) or not _THAI_NUMBER.fullmatch(value.strip()):
        return value
    from plantrack_nb.thai.text import arabic_digits

    text = arabic_digits(value.strip())
    return float(text) if "." in text else int(text)


def _why(fault: WrongValueError | PlantrackError) -> str:
    if isinstance(fault, PlantrackError):
        return f"{fault.what} {fault.why}".rstrip()
    return fault.why


def _unknown_district(text: str, register: Register) -> WrongValueError:
    named = register.by_name(text)
    if named and not named.code:
        return WrongValueError(
            say(f"{named.name} ยังไม่มีรหัสในทะเบียนเขต", f"{named.name} has no code in the register"),
            say(
                "เติมรหัส 4 หลักในแถวของเขตนั้นใน params/districts.csv แล้วใช้รหัสนั้น",
                "Write its four digits into its row of params/districts.csv, then use them.",
            ),
        )
    near = [named] if named else register.nearest(text)
    coded = [str(one) for one in near if one.code]
    return WrongValueError(
        say(f"{text!r} ไม่ใช่รหัสในทะเบียนเขต", f"{text!r} is not a code in the register"),
        say(f"หมายถึง {' หรือ '.join(coded)} ใช่หรือไม่", f"Did you mean {' or '.join(coded)}?")
        if coded
        else say("ดูรหัสใน params/districts.csv", "See params/districts.csv."),
    )


def _unknown(name: str, known: list[str]) -> WrongValueError:
    if not _is_plain(name):
        return WrongValueError(
            say("ไม่ใช่ชื่อที่ใช้ได้", "is not a plain name"),
            say("ใช้เฉพาะตัวอักษร ตัวเลข และ _", "Use letters, digits and _ only."),
        )
    near = get_close_matches(name, known, n=1, cutoff=0.5)
    hint = (
        say(f"หมายถึง {near[0]} ใช่หรือไม่", f"Did you mean {near[0]}?")
        if near
        else say(f"ชื่อที่ใช้ได้คือ {', '.join(known)}", f"The names are: {', '.join(known)}.")
    )
    return WrongValueError(say("ไม่มีพารามิเตอร์ชื่อนี้", "there is no such parameter"), hint)


def _is_plain(name: str) -> bool:
    return bool(_NAME.fullmatch(name)) and not iskeyword(name)


def _is_int(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool)


def _as_int(value: object) -> int:
    """Guess the number in what was given, for a suggestion only; -1 when there is none."""
    digits = re.search(r"\d{1,4}", str(value))
    return int(digits[0]) if digits else -1


def _years_meant(number: int) -> list[int]:
    return [be_year(number), number + 2500 if 0 <= number < 100 else number]
