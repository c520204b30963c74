"""Status marks: the words and percents that say how far an activity is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from plantrack_nb.core.vocabulary import Status
from plantrack_nb.thai.text import arabic_digits, squeeze

_WORDS = (
    (Status.DONE, r"(?:ดำเนินการ)?สำเร็จ\s*แล้ว|ดำเนินการ\s*(?:แล้ว\s*เสร็จ|เสร็จ(?:สิ้น|แล้ว))|แล้วเสร็จ"),
    (Status.IN_PROGRESS, r"(?:อยู่\s*)?ระหว่าง\s*ดำเนิน\s*(?:การ|งาน)|กำลัง\s*ดำเนิน\s*(?:การ|งาน)"),
    (Status.NOT_STARTED, r"ยัง\s*ไม่\s*(?:ได้\s*)?(?:เริ่ม\s*)?ดำเนิน\s*(?:การ|งาน)"),
)
_WORK = r"(?:ดำเนิน\s*(?:การ|งาน)|ปฏิบัติ(?:การ|งาน)?|จัดทำ|จัด|ทำ|เตรียม(?:การ|งาน)?)"
_ALONE = (
    (
        Status.DONE,
        (
            rf"(?:ได้)?{_WORK}\s*(?:แล้ว|เรียบร้อย|ครบ(?:ถ้วน)?|เสร็จ(?:\s*สิ้น|\s*เรียบร้อย|\s*สมบูรณ์)?)"
            r"|เสร็จ(?:\s*สิ้น|\s*เรียบร้อย|\s*สมบูรณ์|\s*ตาม(?:แผน|เป้าหมาย))?|สำเร็จ(?:\s*ลุล่วง|\s*ตาม(?:แผน|เป้าหมาย))?"
            r"|เรียบร้อย|ครบถ้วน|บรรลุ(?:ผล|เป้าหมาย|ตามเป้าหมาย)?|สิ้นสุด(?:โครงการ)?|(?:completed?|done|finished)"
        ),
    ),
    (
        Status.IN_PROGRESS,
        (
            rf"อยู่\s*(?:ใน)?\s*ระหว่าง(?:\s*(?:การ)?\s*{_WORK})?|(?:ใน)?ระหว่าง\s*(?:การ)?\s*{_WORK}|กำลัง\s*{_WORK}"
            rf"|{_WORK}\s*(?:อยู่|บางส่วน|(?:อย่าง)?ต่อเนื่อง)|(?:in\s?progress|ongoing)"
        ),
    ),
    (
        Status.NOT_STARTED,
        (
            rf"ยัง\s*ไม่\s*(?:ได้\s*)?(?:มี\s*)?(?:การ\s*)?(?:เริ่ม(?:\s*ต้น)?(?:\s*{_WORK})?|{_WORK}|ถึงกำหนด(?:\s*{_WORK})?)"
            rf"|ไม่\s*(?:ได้|มี(?:การ)?)\s*{_WORK}|รอ\s*(?:การ)?\s*{_WORK}|not\s?started"
        ),
    ),
)
"""Words that say it in a cell of their own; within a sentence they may say something else."""


def _either(words: Sequence[tuple[Status, str]]) -> str:
    return "|".join(f"(?P<{status.value}>{said})" for status, said in words)


WORD = re.compile(_either(_WORDS))
_IN_CELL = _either(
    [
        (status, rf"(?:{more}|{words})(?:[ \t]*แล้ว|[ \t]*เสร็จ(?:[ \t]*สิ้น)?)*")
        for (status, words), (_, more) in zip(_WORDS, _ALONE, strict=True)
    ]
)
_SIGN = r"\s*(?:%|เปอร์เซ็?นต์)?"
_PERCENT = re.compile(rf"(?:ร้อยละ\s*)?(?P<percent>\d{{1,3}}(?:\.\d+)?){_SIGN}")
_BESIDE = rf"(?:\s*\(\s*(?:ร้อยละ\s*)?(?P<beside>\d{{1,3}}(?:\.\d+)?){_SIGN}\s*\))?"
_FRACTION = re.compile(r"(?P<part>\d{1,3}(?:\.\d+)?)\s*/\s*(?P<whole>\d{1,3})")
_LARGEST_WHOLE = 20
"""A fraction is of a hundred or of a small number: 40/50 are rather two percents."""
_MARK = re.compile(
    rf"(?i)[\s*•–✓✔☑√\uf0fc-]*(?:(?:{_IN_CELL}){_BESIDE}|{_PERCENT.pattern})(?:\s?\.)?(?=[\s,/]|$|[สระย])[,/]?"
)


@dataclass(frozen=True, slots=True)
class Mark:
    """One status mark: what it says, and the words it says it with."""

    status: Status
    percent: float | None
    raw: str
    ref: str = ""


def read_marks(
    text: str, ref: str = "", own_words: Mapping[str, Status] = MappingProxyType({})
) -> list[Mark] | None:
    """Read a cell that holds nothing but marks, in order; None when it holds anything else.

    ``"70 สำเร็จแล้ว สำเร็จแล้ว"`` gives three marks. A percent becomes a status too: 0 is not
    started, 100 is done, anything between is in progress.
    """
    plain = arabic_digits(text)
    own = own_words.get(squeeze(plain)) if own_words else None
    if own is not None:
        return [Mark(own, None, text.strip(), ref)]
    fraction = _FRACTION.fullmatch(plain.strip())
    if fraction is not None and _is_fraction(fraction):
        return [
            _of_percent(100 * float(fraction["part"]) / float(fraction["whole"]), text.strip(), ref)
        ]
    marks = _in_order(plain, ref)
    lines = [line for line in plain.split("\n") if line.strip()]
    if len(lines) < 2:
        return marks
    by_line = [_in_order(line, ref) for line in lines]
    apart = [mark for found in by_line if found for mark in found]
    whole = all(by_line) and _statuses(apart) != _statuses(marks or [])
    return apart if whole else marks  # words that a line's end cuts are one mark


def _statuses(marks: Sequence[Mark]) -> set[Status]:
    return {mark.status for mark in marks}


def _in_order(plain: str, ref: str) -> list[Mark] | None:
    marks: list[Mark] = []
    at = 0
    while plain[at:].strip():
        found = _MARK.match(plain, at)
        if found is None:
            return None
        mark = _as_mark(found, ref)
        if mark is None:
            return None
        marks.append(mark)
        at = found.end()
    return marks


def is_marks(text: str) -> bool:
    """Tell whether a text is nothing but status marks (one at least)."""
    return bool(read_marks(text))


def word_mark(found: re.Match[str], ref: str = "") -> Mark:
    """Turn a match of :data:`WORD` into the mark it stands for."""
    said = next(status for status in Status if found.groupdict().get(status.value))
    beside = found.groupdict().get("beside")
    return Mark(said, float(beside) if beside else None, found.group().strip(), ref)


def _as_mark(found: re.Match[str], ref: str) -> Mark | None:
    if found["percent"] is None:
        mark = word_mark(found, ref)
        return mark if mark.percent is None or mark.percent <= 100 else None
    percent = float(found["percent"])
    return None if percent > 100 else _of_percent(percent, found.group().strip(), ref)


def _of_percent(percent: float, raw: str, ref: str) -> Mark:
    status = Status.IN_PROGRESS if 0 < percent < 100 else Status.DONE
    return Mark(Status.NOT_STARTED if percent == 0 else status, round(percent, 2), raw, ref)


def _is_fraction(found: re.Match[str]) -> bool:
    part, whole = float(found["part"]), float(found["whole"])
    return 0 <= part <= whole and (whole == 100 or 0 < whole <= _LARGEST_WHOLE)
