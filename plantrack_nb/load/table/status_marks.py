"""Status marks: the words and percents that say how far an activity is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from plantrack_nb.core.vocabulary import Status
from plantrack_nb.thai.text import arabic_digits

_WORDS = (
    (Status.DONE, r"(?:ดำเนินการ)?สำเร็จ\s*แล้ว|ดำเนินการ\s*(?:แล้ว\s*เสร็จ|เสร็จ(?:สิ้น|แล้ว))|แล้วเสร็จ"),
    (Status.IN_PROGRESS, r"(?:อยู่\s*)?ระหว่าง\s*ดำเนิน\s*(?:การ|งาน)|กำลัง\s*ดำเนิน\s*(?:การ|งาน)"),
    (Status.NOT_STARTED, r"ยัง\s*ไม่\s*(?:ได้\s*)?(?:เริ่ม\s*)?ดำเนิน\s*(?:การ|งาน)"),
)
_ALONE = (
    (
        Status.DONE,
        r"(?:ได้)?ดำเนินการ\s*(?:แล้ว|เรียบร้อย|เสร็จ(?:\s*สิ้น|\s*เรียบร้อย)?)|เสร็จ(?:\s*สิ้น|\s*เรียบร้อย)?|สำเร็จ",
    ),
    (Status.IN_PROGRESS, r"อยู่\s*(?:ใน)?\s*ระหว่าง\s*(?:การ)?\s*ดำเนิน\s*(?:การ|งาน)|กำลังทำ"),
    (Status.NOT_STARTED, r"ยัง\s*ไม่\s*(?:ได้\s*)?(?:เริ่ม(?:\s*ต้น)?|ทำ|มีการดำเนินการ)|ไม่ได้ดำเนินการ"),
)
"""Words that say it in a cell of their own; within a sentence they may say something else."""


def _either(words: Sequence[tuple[Status, str]]) -> str:
    return "|".join(f"(?P<{status.value}>{said})" for status, said in words)


WORD = re.compile(_either(_WORDS))
_IN_CELL = _either(
    [
        (status, rf"(?:{more}|{words})(?:\s*แล้ว|\s*เสร็จ(?:\s*สิ้น)?)*")
        for (status, words), (_, more) in zip(_WORDS, _ALONE, strict=True)
    ]
)
_PERCENT = re.compile(r"(?:ร้อยละ\s*)?(?P<percent>\d{1,3}(?:\.\d+)?)\s*%?")
_BESIDE = r"(?:\s*\(\s*(?:ร้อยละ\s*)?(?P<beside>\d{1,3}(?:\.\d+)?)\s*%?\s*\))?"
_MARK = re.compile(
    rf"[\s*•–-]*(?:(?:{_IN_CELL}){_BESIDE}|{_PERCENT.pattern})(?:\s?\.)?(?=[\s,/]|$|[สระย])[,/]?"
)


@dataclass(frozen=True, slots=True)
class Mark:
    """One status mark: what it says, and the words it says it with."""

    status: Status
    percent: float | None
    raw: str
    ref: str = ""


def read_marks(text: str, ref: str = "") -> list[Mark] | None:
    """Read a cell that holds nothing but marks, in order; None when it holds anything else.

    ``"70 สำเร็จแล้ว สำเร็จแล้ว"`` gives three marks. A percent becomes a status too: 0 is not
    started, 100 is done, anything between is in progress.
    """
    plain = arabic_digits(text)
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
    if percent > 100:
        return None
    status = Status.IN_PROGRESS if 0 < percent < 100 else Status.DONE
    return Mark(Status.NOT_STARTED if percent == 0 else status, percent, found.group().strip(), ref)
