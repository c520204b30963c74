"""Growth and difference: two figures of two times, by how much, and in which direction."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from plantrack_nb.quantities.around import Around, alike
from plantrack_nb.quantities.equations import Equation, Kind, Sure, equals
from plantrack_nb.quantities.quantity import Quantity, Reading, Role
from plantrack_nb.thai.numbers import format_count

_BEFORE = re.compile(
    r"ปี(?:งบประมาณ|การศึกษา)?(?:ก่อน|ที่(?:ผ่านมา|แล้ว))|ก่อน(?:หน้า|อบรม|เรียน|พัฒนา|ดำเนิน|การ)?|เดิม|ผ่านมา|(?:ครั้ง|รอบ|ภาคเรียน|เดือน)(?:ก่อน|ที่แล้ว)"
    r"|เทียบ|ปีฐาน|จาก(?:เดิม)? ?(?:จำนวน ?)?$"
)
_YEAR = re.compile(r"(?<![\d,.])(25\d\d)(?![\d,.]\d|\d)")
_FROM = re.compile(
    r"(?:(?P<up>เพิ่ม(?:ขึ้น)?|สูงขึ้น|มากขึ้น)|ลดลง|ลด|น้อยลง|ต่ำลง)[ก-๎ ]{0,24}จาก(?:เดิม)? ?(?:จำนวน ?"
    r"|ร้อยละ ?)*$"
)
_TO = re.compile(r" ?(?:คง)?(?:มา)?(?:เป็น|เหลือ|อยู่ที่)(?:เพียง)? ?(?:จำนวน ?|ร้อยละ ?)*")
_THAN = re.compile(
    r"(?:(?P<up>เพิ่ม(?:ขึ้น)?|สูง(?:ขึ้น|กว่า)|มาก(?:ขึ้น|กว่า))|ลด(?:ลง)?|ต่ำ(?:ลง|กว่า)|น้อย(?:ลง|กว่า))"
    r"[ก-๎ ]{0,20}(?:จาก|ซึ่งมี|ที่มี|เดิม|ก่อน)[ก-๎ ]{0,16}\(?(?:จำนวน|ร้อย ?ละ|[ (])*$"
)
_SO_MUCH = re.compile(r"[ )]*(?:(?:เป็น)?จำนวน|อยู่|ถึง|หรือ|คิดเป็น|เท่ากับ|ประมาณ|ร้อย ?ละ|[ (=+])*")
_TARGET = re.compile(r"เป้าหมาย|เกณฑ์|แผน|กำหนด|ระดับ(?:ประเทศ|จังหวัด|เขต|สังกัด)")


def changes(reading: Reading, _: Around) -> Iterator[Equation]:
    """Propose for each figure that tells a change the two before it that changed."""
    found = reading.quantities
    yield from _directions(reading)
    yield from _compared(reading)
    for at, change in enumerate(found):
        is_change = change.role in (Role.UP, Role.DOWN, Role.APART)
        if not is_change or not change.is_exact or change.is_rate:
            continue
        if at < 2 or _TARGET.search(reading.gap(at)):
            continue
        pair = _pair(reading, at)
        if pair:
            yield from _of(change, *pair)


def _directions(reading: Reading) -> Iterator[Equation]:
    """Propose that what grew or shrank "from one to another" did so."""
    for one, other in pairwise(reading.quantities):
        said = _FROM.search(reading.text[one.begin : one.start])
        if not said or one.unit != other.unit or not _TO.fullmatch(reading.between(one, other)):
            continue
        if one.is_exact and other.is_exact and one.value != other.value:
            holds = (other.value > one.value) == (said["up"] is not None)
            formula = f"{format_count(one.value)} → {format_count(other.value)}"
            yield Equation(
                "direction", other, one.value, (one, other), formula, holds, Sure.LIKELY, Kind.OTHER
            )


def _compared(reading: Reading) -> Iterator[Equation]:
    """Propose the difference told behind both figures: "900 คน สูงกว่าปีก่อนซึ่งมี 750 คน อยู่ 150 คน"."""
    found = reading.quantities
    for now, then, change in zip(found, found[1:], found[2:], strict=False):
        said = _THAN.search(reading.between(now, then))
        alike_all = now.unit == then.unit and (change.is_share or alike(change.unit, now.unit))
        exact = all(one.is_exact and not one.is_rate for one in (now, then, change))
        if not said or not alike_all or not exact or then.value <= 0 or now.value <= 0:
            continue
        if not _SO_MUCH.fullmatch(reading.between(then, change)):
            continue
        role = Role.UP if said["up"] else Role.DOWN
        yield from _of(replace(change, role=role), then, now)


def _pair(reading: Reading, at: int) -> tuple[Quantity, Quantity] | None:
    """Take the two figures of one unit before a change: the earlier one and the later one."""
    found = reading.quantities
    now = found[at - 1]
    unit = now.unit
    earlier = [
        one
        for one in found[: at - 1]
        if one.unit == unit and one.is_exact and not one.is_rate and one.value > 0
    ]
    if not earlier or now.is_rate or not now.is_exact or now.value <= 0:
        return None
    then = earlier[-1]
    first, second = _when(reading, then), _when(reading, now)
    if first == second:
        return None
    if second < first:
        return now, then
    return then, now


def _when(reading: Reading, one: Quantity) -> int:
    """Tell how early a figure is said to be: its year, or -1 for an earlier time, else 0."""
    words = reading.text[one.begin : one.start]
    if _BEFORE.search(words):
        return -1
    year = _YEAR.search(words)
    return int(year[1]) if year else 9999


def _of(change: Quantity, then: Quantity, now: Quantity) -> Iterator[Equation]:
    up = now.value > then.value
    step = 10.0**-change.decimals
    says_up = change.role is Role.UP
    growth = 100 * abs(now.value - then.value) / then.value
    apart = abs(now.value - then.value)
    if change.is_share and not now.is_share:
        amount_holds, right = abs(growth - change.value) < step, growth
        before, after = format_count(then.value), format_count(now.value)
        formula = f"({after} − {before}) ÷ {before} × 100"
    else:
        amount_holds = equals(apart, change.value) or abs(growth - change.value) < step
        right = apart
        smaller, larger = sorted((now.value, then.value))
        formula = f"{format_count(larger)} − {format_count(smaller)}"
    sure = Sure.SURE if then.unit and alike(then.unit, now.unit) else Sure.LIKELY
    if amount_holds and up != says_up and apart and change.role is not Role.APART:
        yield Equation(
            "direction", change, right, (then, now), formula, holds=False, sure=Sure.LIKELY
        )
        return
    yield Equation("change", change, right, (then, now), formula, amount_holds, sure, Kind.OTHER)
