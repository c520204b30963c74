"""Numbers written in words: "สามรุ่น", and amounts: "สี่สิบล้านหนึ่งแสนสี่พันเจ็ดร้อยบาทถ้วน"."""

from __future__ import annotations

import re
from dataclasses import dataclass

_DIGITS = {
    "ศูนย์": 0, "หนึ่ง": 1, "เอ็ด": 1, "สอง": 2, "ยี่": 2, "สาม": 3, "สี่": 4,
    "ห้า": 5, "หก": 6, "เจ็ด": 7, "แปด": 8, "เก้า": 9,
}  # fmt: skip
_PLACES = {"สิบ": 10, "ร้อย": 100, "พัน": 1_000, "หมื่น": 10_000, "แสน": 100_000}
_MILLION = "ล้าน"
_WORD = "|".join(sorted([*_DIGITS, *_PLACES, _MILLION], key=len, reverse=True))
_WORDS = re.compile(_WORD)
_AMOUNT = re.compile(rf"(?<!\d)(?<!\d )((?:{_WORD})(?:{_WORD}| )*)บาท(?:ถ้วน|((?:{_WORD})+)สตางค์)?")
_COUNTED = (
    "คน|ราย|แห่ง|โรงเรียน|รุ่น|ครั้ง|วัน|เดือน|ปี|ด้าน|ข้อ|เล่ม|ฉบับ|ชุด|กลุ่ม|เรื่อง|กิจกรรม|โครงการ"
    "|ห้อง|หลัง|คัน|ระยะ|งวด|ภาคเรียน|วิชา|ชั้น"
)
_ONES = "สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า"
_SMALL = re.compile(
    rf"(?<!ที่)(?<!ทั้ง)((?:(?:{_ONES}|ยี่|หนึ่ง)?(?:ร้อย|สิบ))+(?:{_ONES}|เอ็ด)?|{_ONES})"
    rf"(?= ?(?:{_COUNTED})(?!ที่|ละ))"
)
_ANY = re.compile("สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|ร้อย(?!ละ)")
_SATANG = 100


@dataclass(frozen=True, slots=True)
class Spelt:
    """A number in words, and where it stands."""

    value: float
    start: int
    end: int


def amounts(text: str) -> list[Spelt]:
    """Find the amounts of money that a text spells out."""
    if "บาท" not in text:
        return []
    found = []
    for one in _AMOUNT.finditer(text):
        value = number(one[1].replace(" ", ""))
        satang = number(one[2]) if one[2] else 0
        if value is not None and satang is not None:
            found.append(Spelt(value + satang / _SATANG, one.start(), one.end()))
    return found


def counts(text: str) -> list[Spelt]:
    """Find small numbers in words that stand right before what they count: "สามรุ่น"."""
    if not _ANY.search(text):
        return []
    found = [(number(one[1]), one) for one in _SMALL.finditer(text)]
    return [Spelt(value, one.start(1), one.end(1)) for value, one in found if value]


def number(words: str) -> float | None:
    """Read a number written in words; ``None`` when it is none that can be said."""
    total = part = 0
    digit: int | None = None
    last = 10 * max(_PLACES.values())
    at = 0
    for one in _WORDS.finditer(words):
        if one.start() != at:
            return None
        at = one.end()
        word = one[0]
        if word in _DIGITS:
            if digit is not None:
                return None
            digit = _DIGITS[word]
        elif word == _MILLION:
            total = (total + part + (digit or 0) or 1) * 1_000_000
            part, digit, last = 0, None, 10 * max(_PLACES.values())
        else:
            place = _PLACES[word]
            if place >= last:
                return None
            part += (1 if digit is None else digit) * place
            digit, last = None, place
    return float(total + part + (digit or 0)) if at == len(words) and words else None
