"""The groups of an area office and the many ways their names are written.

The ten groups are declared here, once. An office adds its own groups and spellings in a CSV
file (``params/groups.csv``: name, short, spellings separated by ``|``), which
:func:`read_groups` lays over them.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from plantrack_nb.core.errors import SourceError
from plantrack_nb.core.plain_files import opened
from plantrack_nb.thai.text import squeeze, tidy

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

ALL_GROUPS = "ทุกกลุ่ม"
"""What a plan writes for "every group"; an owner, though none of the ten."""

_COLUMNS = ("name", "short", "spellings")
_FILLERS = re.compile(r"และ|การ|งาน|ฯ|\(?dlict\)?|[\s.,()/]")
_DLICT = "กลุ่ม DLICT"
_SCHOOL = re.compile(r"^(?:ร\.ร\.|รร\.|โรงเรียน)(?!ใน|ทุก|ที่|กลุ่ม|ขนาด|คุณภาพ|ทั้ง|$)")


@dataclass(frozen=True)
class Group:
    """A group: its official name, the short form for tables, and other spellings seen."""

    name: str
    short: str
    spellings: tuple[str, ...] = ()


GROUPS: tuple[Group, ...] = (
    Group("กลุ่มอำนวยการ", "กลุ่มอำนวยการ", ("กลุ่มงานอำนวยการ", "กลุ่มบริหารทั่วไป")),
    Group("กลุ่มนโยบายและแผน", "กลุ่มนโยบายฯ", ("กลุ่มแผน", "กลุ่มแผนฯ", "กลุ่มนโยบาย")),
    Group(
        "กลุ่มส่งเสริมการศึกษาทางไกล เทคโนโลยีสารสนเทศและการสื่อสาร",
        _DLICT,
        ("DLICT", "กลุ่ม ICT", "กลุ่มส่งเสริมการศึกษาทางไกลฯ", "กลุ่มส่งเสริมทางไกลฯ"),
    ),
    Group(
        "กลุ่มบริหารงานการเงินและสินทรัพย์",
        "กลุ่มบริหารงานการเงินฯ",
        ("กลุ่มบริหารการเงินฯ", "กลุ่มการเงินฯ", "กลุ่มการเงินและสินทรัพย์", "กลุ่มบริหารสินทรัพย์"),
    ),
    Group("กลุ่มบริหารงานบุคคล", "กลุ่มบริหารงานบุคคล", ("กลุ่มบุคคล", "กลุ่มบริหารบุคคลฯ")),
    Group(
        "กลุ่มพัฒนาครูและบุคลากรทางการศึกษา",
        "กลุ่มพัฒนาครูฯ",
        ("กลุ่มพัฒนาครูและบุคลากร", "กลุ่มพัฒนาบุคลากรฯ"),
    ),
    Group(
        "กลุ่มนิเทศ ติดตาม และประเมินผลการจัดการศึกษา",
        "กลุ่มนิเทศฯ",
        ("กลุ่มนิเทศการศึกษา", "กลุ่มนิเทศติดตามและประเมินผล", "ศึกษานิเทศก์"),
    ),
    Group("กลุ่มส่งเสริมการจัดการศึกษา", "กลุ่มส่งเสริมการจัดฯ", ("กลุ่มส่งเสริมจัดการศึกษา",)),
    Group("หน่วยตรวจสอบภายใน", "หน่วยตรวจสอบภายใน", ("กลุ่มตรวจสอบภายใน", "ตรวจสอบภายใน", "ตสน.")),
    Group("กลุ่มกฎหมายและคดี", "กลุ่มกฎหมายฯ", ("กลุ่มงานกฎหมาย", "กลุ่มนิติการ", "กลุ่มกฏหมายและคดี")),
)


@dataclass(frozen=True)
class Register:
    """Groups with what is needed to recognise them; compares without spaces and ฯ."""

    groups: tuple[Group, ...]

    @cached_property
    def _by_key(self) -> dict[str, str]:
        keys = {_key(ALL_GROUPS): ALL_GROUPS}
        for group in self.groups:
            for spelling in (*group.spellings, group.short, group.name):
                keys[_key(spelling)] = group.name
        return keys

    def canonical(self, text: str) -> str | None:
        """Return the official name, or ``None`` when it is no group or might be two.

        A name cut short with ฯ is recognised when only one group begins that way.
        """
        key = _key(text)
        if key in self._by_key or not squeeze(text).endswith("ฯ"):
            return self._by_key.get(key)
        begun = {name for known, name in self._by_key.items() if known.startswith(key)}
        return begun.pop() if len(begun) == 1 else None


BUILT_IN = Register(GROUPS)
"""The ten groups every area office has."""


def canonical_group(text: str, register: Register = BUILT_IN) -> str | None:
    """Return a group's official name, ``"ทุกกลุ่ม"``, or ``None`` when it is not known."""
    return register.canonical(text)


def is_school(text: str) -> bool:
    """Tell whether an owner is one school by its name, and no group of the office."""
    return _SCHOOL.search(squeeze(text)) is not None


def combination(owner_groups: Iterable[str], register: Register = BUILT_IN) -> str:
    """Name joint owners as the report's tables do: "1.กลุ่มนโยบายและแผน 2.ทุกกลุ่ม".

    A single owner keeps its plain name; an unknown one stands as it was written.
    """
    names = list(dict.fromkeys(register.canonical(one) or tidy(one) for one in owner_groups))
    if len(names) < 2:
        return "".join(names)
    return " ".join(f"{number}.{name}" for number, name in enumerate(names, start=1))


def read_groups(path: Path) -> Register:
    """Lay an office's own groups and spellings over the built-in ten.

    A row whose name is one of the ten adds its spellings and changes the short form; another
    name adds a group.

    Raises
    ------
    SourceError
        The file cannot be read, or lacks a column.
    """
    known = {group.name: group for group in GROUPS}
    for group in _rows(path):
        spellings = known[group.name].spellings if group.name in known else ()
        known[group.name] = Group(group.name, group.short, (*spellings, *group.spellings))
    return Register(tuple(known.values()))


def _rows(path: Path) -> list[Group]:
    try:
        with opened(path) as file:
            reader = csv.DictReader(file)
            missing = [name for name in _COLUMNS if name not in (reader.fieldnames or ())]
            if missing:
                raise SourceError(
                    "The list of groups lacks a column.",
                    where=path.name,
                    why=f"no column {', '.join(missing)}",
                    hint=f"Its first line must be: {','.join(_COLUMNS)}",
                )
            rows = [{name: tidy(row[name] or "") for name in _COLUMNS} for row in reader]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise SourceError(
            "The list of groups cannot be read.",
            where=path.name,
            why=str(error),
            hint="Save it as CSV in UTF-8.",
        ) from error
    return [
        Group(
            row["name"],
            row["short"] or row["name"],
            tuple(spelling.strip() for spelling in row["spellings"].split("|") if spelling.strip()),
        )
        for row in rows
        if row["name"]
    ]


def _key(text: str) -> str:
    """Reduce a name to what tells groups apart; "กลุ่ม DLICT" is left with its letters."""
    squeezed = squeeze(text).lower()
    return _FILLERS.sub("", squeezed) if len(_FILLERS.sub("", squeezed)) > len("กลุ่ม") else squeezed
