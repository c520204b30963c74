"""Numbered lists inside a text column: "1.โรงเรียน 121 แห่ง 2.ครู 20 คน"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from plantrack_nb.thai.text import arabic_digits

OPEN_END = re.compile(
    r"(?:และ|หรือ|เพื่อ|โดย|(?<!ส่ง)(?<!สิ่ง)(?<!รับ)(?<!ซื้อ)(?<!แจก)(?<!มอบ)(?<!เก็บ)ของ|จาก|ซึ่ง|(?<!ภาย)(?<!ด้าน)ใน|(?<!กำ)กับ|(?<!จำ)เป็น|(?<!ติด)ตาม"
    r"|(?<!ทุก)(?<!ละ)(?<!หลาย)(?<!ยก)ระดับ|ร้อยละ"
    r"|(?:^|\s)(?:ที่|การ|ความ|จำนวน)|[(\[“,+/&])$"
)
"""Ends of a text that no sentence can have: a connective, or an opening mark."""

COLUMNS = {"targets": "เป้าหมาย", "indicators": "ตัวชี้วัด"}
_NUMBER = re.compile(r"(?:(?<=\s)|^)(\d{1,2})\.(?=\s*[^\d\s])")
_STEP = 2


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list.

    Parameters
    ----------
    nth : int
        Which list of the column it belongs to, from 1; a list begins at its number 1.
    number : int
        The printed number, or 0 for a text without one.
    text : str
        The words without the number.
    """

    nth: int
    number: int
    text: str


def items(column: str) -> list[Item]:
    """Take a text column (one source cell a line) apart into the items of its lists.

    Inside a line a number opens an item only where the count can go on: at 1, at the last
    number again, or at one of the next two. A line without a number goes on with the item
    before it when that one is unfinished.
    """
    found: list[Item] = []
    nth = last = 0
    for number, text in _pieces(column):
        if number:
            nth += number == 1 or last == 0
            last = number
            found.append(Item(nth, number, text))
        elif found and is_unfinished(found[-1].text):
            found[-1] = replace(found[-1], text=f"{found[-1].text} {text}".strip())
        else:
            found.append(Item(nth, 0, text))
    return found


def is_unfinished(text: str) -> bool:
    """Tell whether more must follow: a connective at the end, or a bracket not closed."""
    return bool(OPEN_END.search(text)) or text.count("(") > text.count(")")


def _pieces(column: str) -> Iterator[tuple[int, str]]:
    last = 0
    for line in column.split("\n"):
        starts: list[tuple[int, int, int]] = [(0, 0, 0)]
        for match in _NUMBER.finditer(arabic_digits(line)):
            number = int(match[1])
            if match.start() == 0 or number == 1 or 0 <= number - last <= _STEP:
                starts.append((number, match.start(), match.end()))
                last = number
        stops = [start for _, start, _ in starts[1:]] + [len(line)]
        for (number, _, begin), stop in zip(starts, stops, strict=True):
            text = line[begin:stop].strip()
            if number or text:
                yield number, text
