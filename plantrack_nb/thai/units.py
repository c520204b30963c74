"""Unit and counting words that stand behind a number."""

from __future__ import annotations

import re
from types import MappingProxyType

BAHT, PERCENT = "baht", "percent"

UNITS = MappingProxyType(
    {
        "บาท": BAHT,
        ".บาท": BAHT,
        ".-": BAHT,
        "%": PERCENT,
        "เปอร์เซ็นต์": PERCENT,
        "คน": "person",
        "ราย": "person",
        "ท่าน": "person",
        "อัตรา": "post",
        "โรงเรียน": "school",
        "ร.ร.": "school",
        "แห่ง": "school",
        "โครงการ": "project",
        "ครั้ง": "time",
        "ชั่วโมง": "hour",
        "วัน": "day",
        "สัปดาห์": "week",
        "เดือน": "month",
        "ภาคเรียน": "term",
        "ปี": "year",
    }
)
"""Unit words that have a code; any other counting word (เล่ม, รุ่น) is its own unit."""

DIVISIBLE = frozenset(
    ["บาท", ".บาท", ".-", "%", "เปอร์เซ็นต์", "ชั่วโมง", "วัน", "เดือน", "ปี", "กิโลเมตร", "ไร่", "คะแนน"]
)
"""Units of which there may be a part."""

_COUNTERS = (
    "รายการ|กิจกรรม|หลักสูตร|เล่ม|คลิป|เรื่อง|ศูนย์|หลัง|หลัก|งาน|คัน|กลุ่ม|"
    "รุ่น|ห้องเรียน|ห้อง|ด้าน|หมวด|ข้อ|ส่วน|ตัวชี้วัด|ครอบครัว|เขต|จังหวัด|"
    "อำเภอ|ตำบล|เครือข่าย|ฉบับ|ชิ้น|ชุด|เครื่อง|ผลงาน|รางวัล|คะแนน|กิโลเมตร|ไร่|"
    "ระบบ|ประเภท|สนาม|ทีม|รูปแบบ|แผ่น|เหรียญ"
)
_UNLESS = MappingProxyType(
    {
        "คน": "ละ",
        "ราย": "งาน|การ|ได้|ชื่อ|จ่าย|ละ|วิชา",
        "ครั้ง": "ที่|ละ",
        "วัน": "ที่|ละ",
        "เดือน": "ละ",
        "ปี": "ที่|การ|งบ|ละ",
        "หลัก": "สูตร|เกณฑ์|ฐาน|การ",
        "งาน": "วิจัย|บุคคล|ประ",
        "เครื่อง": "มือ",
        "เขต": "พื้นที่",
        "ส่วน": "ใหญ่|ราชการ|กลาง|ตัว|ร่วม",
        "กลุ่ม": "งาน|เป้า|นโย|นิเทศ|บริ|อำนวย|ส่งเสริม|พัฒนา|กฎหมาย",
    }
)
"""Where a longer word begins with a unit word: what must not follow."""

_DENOMINATORS = "คน|ราย|ท่าน|กลุ่มโรงเรียน|โรงเรียน|แห่ง|ห้องเรียน|ห้อง|รุ่น|ครั้ง|ชั่วโมง|วัน|สัปดาห์|เดือน|ภาคเรียน|ปี"
_PER_WORDS = _DENOMINATORS.split("|")
_PER_ORDER = [UNITS.get(word, word) for word in _PER_WORDS]


def _any_of(words: list[str], *, whole: bool) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    guards = {word: f"(?!{_UNLESS[word]})" if whole and word in _UNLESS else "" for word in words}
    return "|".join(re.escape(word) + guards[word] for word in longest_first)


UNIT_WORD = _any_of([*UNITS, *_COUNTERS.split("|")], whole=True)
"""Any unit word, for a regular expression."""

DENOMINATOR = _any_of(_PER_WORDS, whole=True)
"""What a rate is counted by ("/คน/เดือน"), for a regular expression."""

EACH = f"(?:{_any_of(_DENOMINATORS.split('|'), whole=False)})(?=ละ)"
"""The word before ละ in "เดือนละ", for a regular expression."""


def unit_of(word: str) -> str:
    """Return the code of a unit word, or the counting word itself."""
    return UNITS.get(word, word)


def rate(unit: str, per: list[str]) -> str:
    """Name a rate in one order, whatever order it was written in: "baht/person/month"."""
    codes = {unit_of(word) for word in per}
    return "/".join([unit, *sorted(codes, key=_PER_ORDER.index)])
