"""Status marks: the words and percents that say how far an activity is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from plantrack_nb.thai.text import arabic_digits
from plantrack_nb.vocabulary import Status

_WORDS = (
    (Status.DONE, r"(?:ดำเนินการ)?สำเร็จ\s*แล้ว|ดำเนินการ\s*(?:แล้ว\s*เสร็จ|เสร็จ(?:สิ้น|แล้ว))|แล้วเสร็จ"),
    (Status.IN_PROGRESS, r"(?:อยู่\s*)?ระหว่าง\s*ดำเนิน\s*(?:การ|งาน)|กำลัง\s*ดำเนิน\s*(?:การ|งาน)"),
    (Status.NOT_STARTED, r"ยัง\s*ไม่\s*(?:ได้\s*)?(?:เริ่ม\s*)?ดำเนิน\s*(?:การ|งาน)"),
)
WORD = re.compile("|".join(f"(?P<{status.value}>{words})" for status, words in _WORDS))
_PERCENT = re.compile(r"(?:ร้อยละ\s*)?(?P<percent>\d{1,3}(?:\.\d+)?)\s*%?")
_MARK = re.compile(rf"\s*(?:{WORD.pattern}|{_PERCENT.pattern})(?=\s|$|[สระย])")


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
    assert found.lastgroup is not None
    return Mark(Status(found.lastgroup), None, found.group().strip(), ref)


def _as_mark(found: re.Match[str], ref: str) -> Mark | None:
    if found.lastgroup != "percent":
        return word_mark(found, ref)
    percent = float(found["percent"])
    if percent > 100:
        return None
    status = Status.IN_PROGRESS if 0 < percent < 100 else Status.DONE
    return Mark(Status.NOT_STARTED if percent == 0 else status, percent, found.group().strip(), ref)
