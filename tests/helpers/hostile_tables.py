"""Progress tables made to exhaust a reader: each grows with ``size``, the cells in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from helpers.nine_columns import HEAD
from helpers.progress_table import line, opened

Rows = Sequence[Sequence[str] | str]


def _one_project(size: int) -> Rows:
    return [HEAD, opened(), *(line(progress="40", action=f"{at}.ทำ") for at in range(1, size))]


def _marks_alone(size: int) -> Rows:
    items = [line(action="- งาน") for _ in range(size // 2)]
    return [HEAD, opened(action="1.ทำ"), *items, *[line(progress="สำเร็จแล้ว")] * (size // 2)]


def _endless_owner(size: int) -> Rows:
    return [HEAD, opened(), *(line(owner="กลุ่มนิเทศฯ (นางดี", action="- ก") for _ in range(size))]


def _endless_text(size: int) -> Rows:
    pages = [[HEAD, line(project="ต่อ", targets="ต่อ", action="ต่อเนื่อง")] for _ in range(size)]
    return [HEAD, opened(action="1.ทำ"), *(row for page in pages for row in page)]


def _shifted(size: int) -> Rows:
    row = ["ข้อความ", "5,000", "สำเร็จแล้ว", "0", "กลุ่มนิเทศฯ", "1.1", "- ก", "70", "ร้อยละ 5"]
    return [HEAD, opened(), *[row[at % 9 :] + row[: at % 9] for at in range(size)]]


def _wide(size: int) -> Rows:
    return [[*HEAD, *[f"ช่อง {at}" for at in range(2_000)]], *[["ก"] * 2_009] * (size // 500)]


def _without_heads(size: int) -> Rows:
    return [HEAD, opened(), *[["ก"] * 2_000] * (size // 500)]


def _long_words(size: int) -> Rows:
    return [HEAD, opened(action="ก" * 10 * size, owner="(" * 10 * size, targets="5" * 10 * size)]


def _long_marks(size: int) -> Rows:
    return [HEAD, opened(action="สำเร็จแล้ว " * size, progress="สำเร็จแล้ว " * size)]


def _long_list(size: int) -> Rows:
    return [HEAD, opened(action="- ก 1.ข (2) ค " * size, indicators="1.ก " * size)]


def _long_amounts(size: int) -> Rows:
    return [HEAD, opened(budget="5,000\n" * size, disbursed="0\n" * size)]


def _only_status(size: int) -> Rows:
    return [HEAD, *[["ยังไม่ดำเนินการ"] * 9 for _ in range(size)]]


def _cyclic_numbers(size: int) -> Rows:
    numbers = ["1.1", "1.2", "1.1", "2.1", "1.1.1"]
    return [HEAD, *(opened(number=numbers[at % 5], project=f"โครงการ {at}") for at in range(size))]


def _many_strategies(size: int) -> Rows:
    return [HEAD, *(line(number=f"กลยุทธ์ที่ {at % 100} ชื่อ {at}") for at in range(size))]


def _heads_only(size: int) -> Rows:
    return [HEAD] * size


def _odd_characters(size: int) -> Rows:
    odd = "\x00\x01\x1f\u202e\ud7ff<p onclick='x'>=HYPERLINK()\u0e4d\u0e32 ² ①"
    return [HEAD, *[[odd] * 9 for _ in range(size)], odd]


HOSTILE: Mapping[str, Callable[[int], Rows]] = {
    "one project": _one_project,
    "marks alone": _marks_alone,
    "endless owner": _endless_owner,
    "endless text": _endless_text,
    "shifted": _shifted,
    "wide": _wide,
    "without heads": _without_heads,
    "long words": _long_words,
    "long marks": _long_marks,
    "long list": _long_list,
    "long amounts": _long_amounts,
    "only status": _only_status,
    "cyclic numbers": _cyclic_numbers,
    "many strategies": _many_strategies,
    "heads only": _heads_only,
    "odd characters": _odd_characters,
}
