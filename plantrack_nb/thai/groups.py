"""The ten groups of an area office and the many ways their names are written."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from plantrack_nb.thai.text import squeeze, tidy

ALL_GROUPS = "ทุกกลุ่ม"
"""What a plan writes for "every group"; an owner, though none of the ten."""

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


def canonical_group(text: str) -> str | None:
    """Return a group's official name, ``"ทุกกลุ่ม"``, or ``None`` when it is no group or might be two.

    Names are compared without spaces. One cut short with ฯ is recognised when only one group
    begins that way.
    """
    key = _key(text)
    if key in _BY_KEY or not squeeze(text).endswith("ฯ"):
        return _BY_KEY.get(key)
    begun = {name for known, name in _BY_KEY.items() if known.startswith(key)}
    return begun.pop() if len(begun) == 1 else None


def is_school(text: str) -> bool:
    """Tell whether an owner is one school by its name, and no group of the office."""
    return _SCHOOL.search(squeeze(text)) is not None


def combination(owner_groups: Iterable[str]) -> str:
    """Name joint owners as the report's tables do: "1.กลุ่มนโยบายและแผน 2.ทุกกลุ่ม".

    A single owner keeps its plain name; an unknown one stands as it was written.
    """
    names = list(dict.fromkeys(canonical_group(one) or tidy(one) for one in owner_groups))
    if len(names) < 2:
        return "".join(names)
    return " ".join(f"{number}.{name}" for number, name in enumerate(names, start=1))


def _key(text: str) -> str:
    """Reduce a name to what tells groups apart; "กลุ่ม DLICT" is left with its letters."""
    squeezed = squeeze(text).lower()
    return _FILLERS.sub("", squeezed) if len(_FILLERS.sub("", squeezed)) > len("กลุ่ม") else squeezed


_BY_KEY = {_key(ALL_GROUPS): ALL_GROUPS} | {
    _key(spelling): group.name
    for group in GROUPS
    for spelling in (*group.spellings, group.short, group.name)
}
