"""The register of education area offices: who has which code, and what they are called.

The register is a table that an office may change (``params/districts.csv``). Codes are text of
four digits, leading zeros kept. An area without a code is known by name only, and can report
once its code is written into the table; none is invented.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from functools import cached_property, lru_cache
from pathlib import Path

from plantrack_nb.core.errors import SourceError
from plantrack_nb.core.language import say
from plantrack_nb.office.csv_file import CsvFile

_CODE = re.compile(r"[0-9]{4}")
_NOT_IN_KEYS = re.compile(r"[\s.\u200b\u00a0]+")


@dataclass(frozen=True, slots=True)
class District:
    """One area office: a row of the register.

    Parameters
    ----------
    code : str
        Four digits (province and running number), or ``""`` when not known.
    level : str
        ``"สพป."`` (primary) or ``"สพม."`` (secondary).
    name, full_name : str
        The short name (``"สพป.นครปฐม เขต 1"``) and the official one.
    province_codes : str
        Codes of its provinces, joined by spaces.
    confidence : str
        How far code and name are confirmed.
    """

    code: str
    level: str
    name: str
    full_name: str
    province_codes: str
    confidence: str

    def __str__(self) -> str:
        return f"{self.code or 'no code'} ({self.name})"


_FILE = CsvFile(
    "register of areas",
    "ทะเบียนเขต",
    "params/districts.csv",
    tuple(field.name for field in fields(District)),
)


@dataclass(frozen=True)
class Register:
    """All area offices, in the order of the table, and the file they were read from."""

    districts: tuple[District, ...]
    path: Path = Path()

    @classmethod
    def load(cls, path: Path) -> Register:
        """Read the register.

        Raises
        ------
        SourceError
            The file cannot be read as declared, a code is not four digits, or a code or name
            stands there twice. All faults are told at once.
        """
        try:
            state = path.stat()
        except OSError:  # reading it tells why
            return cls._read(path)
        return _as_of(path, state.st_mtime_ns, state.st_size, state.st_ino)

    @classmethod
    def _read(cls, path: Path) -> Register:
        from plantrack_nb.thai.text import arabic_digits

        read = (District(*line.cells) for line in _FILE.read(path))
        districts = tuple(replace(one, code=arabic_digits(one.code)) for one in read)
        faults = [*_wrong_codes(districts), *_repeats(districts)]
        if faults:
            raise SourceError(
                say("ทะเบียนเขตมีที่ผิด", "The register of areas has mistakes."),
                where=str(path),
                why="; ".join(faults),
                hint=say(
                    "แก้แถวเหล่านี้ รหัสเขตเป็นเลข 4 หลัก คงเลขศูนย์นำหน้าไว้",
                    "Mend these rows; write a code as four digits, with its leading zeros.",
                ),
            )
        return cls(districts, path)

    def __iter__(self) -> Iterator[District]:
        return iter(self.districts)

    @property
    def codes(self) -> list[str]:
        """Codes of all areas that have one."""
        return list(self._by_code)

    def by_code(self, code: str) -> District | None:
        """Find an area by its code, exactly as written."""
        return self._by_code.get(code)

    def by_number(self, number: int) -> District | None:
        """Find an area by its code read as a number, as YAML or papermill may hand it over."""
        return self.by_code(f"{number:04d}") if number >= 0 else None

    def by_name(self, name: str) -> District | None:
        """Find an area by its short or official name; spaces, full stops, Thai digits are free."""
        return self._by_name.get(_name_key(name))

    def nearest(self, text: str, limit: int = 3) -> list[District]:
        """Return the areas most like a mistaken code or name, the likeliest first."""
        return self._like_code(text, limit) if text.isdecimal() else self._like_name(text, limit)

    def _like_code(self, text: str, limit: int) -> list[District]:
        from rapidfuzz.distance import OSA

        def unlikeness(code: str) -> tuple[int, bool, str]:
            return OSA.distance(text, code), code[:2] != text[:2], code

        likely = [one for one in sorted(map(unlikeness, self._by_code)) if one[0] <= 2]
        return [self._by_code[code] for _, _, code in likely[:limit]]

    def _like_name(self, text: str, limit: int) -> list[District]:
        from rapidfuzz import fuzz, process

        found = process.extract(
            _name_key(text),
            list(self._by_name),
            scorer=fuzz.ratio,
            limit=2 * limit,
            score_cutoff=60,
        )
        return list(dict.fromkeys(self._by_name[key] for key, _, _ in found))[:limit]

    @cached_property
    def _by_code(self) -> dict[str, District]:
        return {one.code: one for one in self.districts if one.code}

    @cached_property
    def _by_name(self) -> dict[str, District]:
        named = {_name_key(one.full_name): one for one in self.districts}
        return named | {_name_key(one.name): one for one in self.districts}


@lru_cache(maxsize=8)
def _as_of(path: Path, changed: int, size: int, file: int) -> Register:  # noqa: ARG001 - the key
    """Read a register once as long as its file is not changed: each notebook asks for it."""
    return Register._read(path)  # noqa: SLF001 - its own reading


def _wrong_codes(districts: tuple[District, ...]) -> list[str]:
    return [
        say(f"“{one.code}” ของ{one.name} ไม่ใช่รหัสเขต", f"'{one.code}' of {one.name} is not a code")
        for one in districts
        if one.code and not _CODE.fullmatch(one.code)
    ]


def _repeats(districts: tuple[District, ...]) -> list[str]:
    codes = Counter(one.code for one in districts if one.code)
    names = Counter(_name_key(one.name) for one in districts)
    twice = [
        say(f"รหัส {code} มีอยู่ {count} แถว", f"code {code} stands there {count} times")
        for code, count in codes.items()
        if count > 1
    ]
    return twice + [
        say(
            f"{one.name} มีอยู่ {names[_name_key(one.name)]} แถว",
            f"{one.name} stands there {names[_name_key(one.name)]} times",
        )
        for one in {_name_key(one.name): one for one in districts}.values()
        if names[_name_key(one.name)] > 1
    ]


def _name_key(name: str) -> str:
    plain = _NOT_IN_KEYS.sub("", name)
    return "".join(str(unicodedata.decimal(letter, letter)) for letter in plain)
