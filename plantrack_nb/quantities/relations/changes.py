"""Growth and difference: two figures of two times, by how much, and in which direction."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from plantrack_nb.quantities.around import Around, alike
from plantrack_nb.quantities.equations import Equation, Kind, Sure, equals, rounds_to
from plantrack_nb.quantities.quantity import Quantity, Reading, Role
from plantrack_nb.quantities.slips import Slip, slip
from plantrack_nb.thai.numbers import format_count

_BEFORE = re.compile(
    r"ปี(?:งบประมาณ|การศึกษา)?(?:ก่อน|ที่(?:ผ่านมา|แล้ว))|ก่อน(?:หน้า|อบรม|เรียน|พัฒนา|ดำเนิน|การ)?|เดิม|ผ่านมา|(?:ครั้ง|รอบ|ภาคเรียน|เดือน)(?:ก่อน|ที่แล้ว)"
    r"|เทียบ|ปีฐาน|จาก(?:เดิม)? ?(?:จำนวน ?)?$"
)
_YEAR = re.compile(r"(?<![\d,.])(25\d\d)(?![\d,.]\d|\d)")
_YEAR_BEHIND = re.compile(
    r"[) ]*(?:\(|ใน|เมื่อ)?ปี(?:งบประมาณ|การศึกษา)? ?(?:พ\. ?ศ\. ?)?(25\d\d)(?!\d)"
    r"(?! ?(?:มี|เท่ากับ|ได้|ร้อยละ|\d))"
)
_FROM = re.compile(
    r"(?:(?P<up>เพิ่ม(?:ขึ้น)?|สูงขึ้น|มากขึ้น)|ลดลง|ลด|น้อยลง|ต่ำลง)[ก-๎ ]{0,24}จาก(?:เดิม)? ?(?:จำนวน ?"
    r"|ร้อยละ ?)*$"
)
_TO = re.compile(r" ?(?:คง)?(?:มา)?(?:เป็น|เหลือ|อยู่ที่)(?:เพียง)? ?(?:จำนวน ?|ร้อยละ ?)*")
_THAN = re.compile(
    r"(?:(?P<up>เพิ่ม(?:ขึ้น)?|สูง(?:ขึ้น|กว่า)|มาก(?:ขึ้น|กว่า))|ลด(?:ลง)?|ต่ำ(?:ลง|กว่า)|น้อย(?:ลง|กว่า))"
    r"[ก-๎ ]{0,20}(?:จาก|ซึ่งมี|ที่มี|เดิม|ก่อน)[ก-๎ ]{0,16}\(?(?:จำนวน|ร้อย ?ละ|[ (])*$"
)
_NOW = re.compile(r"ปัจจุบัน|ปีนี้|ขณะนี้|หลัง|ล่าสุด|ครั้งนี้|ต่อมา")
_GREW = re.compile(
    r"^ ?(?:มี|จึง|ซึ่ง|ทำให้|คิดเป็น)?(?:ผล)?(?:(?<!ความ)ก้าวหน้า|พัฒนา(?:การ|ขึ้น)|ดีขึ้น|โตขึ้น|ขยับ|เพิ่ม)"
)
_SHRANK = re.compile(r"^ ?(?:มี|จึง|ซึ่ง|ทำให้|สามารถ|คิดเป็น)?(?:ประหยัด|ลด|แก้(?:ไข|ปัญหา)|ถดถอย|หายไป)")
_THAN_THEN = re.compile(
    r"[)\n]?[ก-๎A-Z ,(]{0,40}?(?:(?P<up>สูงกว่า|มากกว่า)|ต่ำกว่า|น้อยกว่า)[ก-๎A-Z.() ]{2,36}$"
)
_SO_MUCH = re.compile(r"[ )]*(?:(?:เป็น)?จำนวน|อยู่|ถึง|หรือ|คิดเป็น|เท่ากับ|ประมาณ|ร้อย ?ละ|[ (=+])*")
_CAME = re.compile("เพิ่ม|ใหม่|รับ|บรรจุ|ย้ายเข้า|สมทบ|ขยาย")
_MAKES = re.compile(
    r" ?(?:จึง|ทำให้|ปัจจุบัน|ขณะนี้)?(?:มี)?(?:รวม|ทั้งหมด)?(?:เป็น|มี|รวม)(?:จำนวน|ทั้งสิ้น|ทั้งหมด|[ก-๎]{0,12})? ?"
)
_LATE = 9999
_TARGET = re.compile(r"เป้าหมาย|เกณฑ์|แผน|กำหนด|ระดับ(?:ประเทศ|จังหวัด|เขต|สังกัด)")


def changes(reading: Reading, _: Around) -> Iterator[Equation]:
    """Propose for each figure that tells a change the two before it that changed."""
    found = reading.quantities
    yield from _directions(reading)
    yield from _compared(reading)
    for at, change in enumerate(found):
        if at < 2 or not change.is_exact or change.is_rate or _TARGET.search(reading.gap(at)):
            continue
        pair = _pair(reading, at)
        if pair is None:
            continue
        if change.role in (Role.UP, Role.DOWN, Role.APART):
            yield from _of(change, *pair)
        elif change.role in (Role.COUNT, Role.SHARE) and _tells_time(reading, *pair):
            yield from _by_verb(reading, at, *pair)
    yield from _added(reading)
    yield from _net(reading)


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
        between = reading.between(now, then)
        said = _THAN.search(between) or _THAN_THEN.fullmatch(between)
        alike_all = now.unit == then.unit and (change.is_share or alike(change.unit, now.unit))
        exact = all(one.is_exact and not one.is_rate for one in (now, then, change))
        if not said or not alike_all or not exact or then.value <= 0 or now.value <= 0:
            continue
        if not _SO_MUCH.fullmatch(reading.between(then, change)):
            continue
        role = Role.UP if said["up"] else Role.DOWN
        yield from _of(replace(change, role=role), then, now)


def _tells_time(reading: Reading, then: Quantity, now: Quantity) -> bool:
    """Tell whether two figures are of two times by the words of each."""
    words = reading.text[now.begin : now.start]
    is_now = _when(reading, now) != _LATE or _NOW.search(words) is not None
    return is_now and _when(reading, then) != _LATE


def _by_verb(reading: Reading, at: int, then: Quantity, now: Quantity) -> Iterator[Equation]:
    """Propose a difference told by a verb of its own behind two times: "แก้ปัญหาได้ 47 คน"."""
    change, gap = reading.quantities[at], reading.gap(at)
    if "\n" in gap or not (change.is_share or alike(change.unit, now.unit)):
        return
    told = _GREW.search(gap) or _SHRANK.search(gap)
    if told or slip(change.value, abs(now.value - then.value)) is Slip.SWAP:
        yield from _of(replace(change, role=Role.APART), then, now)


def _added(reading: Reading) -> Iterator[Equation]:
    """Propose that what was before and what came to it make what is: "เดิม 24 บรรจุใหม่ 5 เป็น 29"."""
    found = reading.quantities
    for one, more, all_ in zip(found, found[1:], found[2:], strict=False):
        some = (one, more, all_)
        alike_all = one.unit and one.unit == more.unit == all_.unit
        exact = all(q.is_exact and not (q.is_rate or q.is_share or q.is_bare) for q in some)
        is_summed = all_.role is Role.TOTAL and more.role is Role.COUNT  # that is a total's
        if not alike_all or not exact or more.role not in (Role.COUNT, Role.UP) or is_summed:
            continue
        told = _BEFORE.search(reading.text[one.begin : one.start])
        came = _CAME.search(reading.between(one, more))
        if told and came and _MAKES.fullmatch(reading.between(more, all_)):
            right = one.value + more.value
            formula = f"{format_count(one.value)} + {format_count(more.value)}"
            holds = equals(right, all_.value)
            yield Equation("total", all_, right, (one, more), formula, holds, Sure.LIKELY, Kind.SUM)


def _net(reading: Reading) -> Iterator[Equation]:
    """Propose that what is left over net is the difference of what came and what went."""
    found = reading.quantities
    for at, (came, went, net) in enumerate(zip(found, found[1:], found[2:], strict=False)):
        alike_all = came.unit and came.unit == went.unit == net.unit
        if alike_all and "สุทธิ" in reading.gap(at + 2) and came.is_exact and went.is_exact:
            right = abs(came.value - went.value)
            formula = f"{format_count(came.value)} − {format_count(went.value)}"
            holds = equals(right, net.value) or equals(came.value + went.value, net.value)
            yield Equation("change", net, right, (came, went), formula, holds, Sure.LIKELY)


def _pair(reading: Reading, at: int) -> tuple[Quantity, Quantity] | None:
    """Take the two figures of one unit before a change: the earlier one and the later one."""
    found = reading.quantities
    now = found[at - 1]
    earlier = [
        one
        for one in found[: at - 1]
        if alike(one.unit, now.unit) and one.per == now.per and one.is_exact and one.value > 0
    ]
    if not earlier or not now.is_exact or now.value <= 0:
        return None
    then = earlier[-1]
    first, second = _years_behind(reading, then, now) or (
        _when(reading, then),
        _when(reading, now),
    )
    if first == second:
        return None
    if second < first:
        return now, then
    return then, now


def _years_behind(reading: Reading, then: Quantity, now: Quantity) -> tuple[int, int] | None:
    """Tell the years of two figures where they stand behind: "1.80 ในปี 2564 ลดลงเป็น 1.20"."""
    first, second = (_YEAR_BEHIND.match(reading.text, one.end) for one in (then, now))
    if not first or _YEAR.search(reading.text[then.begin : then.start]):
        return None
    return int(first[1]), int(second[1]) if second else _LATE


def _when(reading: Reading, one: Quantity) -> int:
    """Tell how early a figure is said to be: its year, or -1 for an earlier time, else 0."""
    words = reading.text[one.begin : one.start]
    if _BEFORE.search(words):
        return -1
    year = _YEAR.search(words)
    return int(year[1]) if year else _LATE


def _of(change: Quantity, then: Quantity, now: Quantity) -> Iterator[Equation]:
    up = now.value > then.value
    step = 10.0**-change.decimals
    says_up = change.role is Role.UP
    growth = 100 * abs(now.value - then.value) / then.value
    apart = abs(now.value - then.value)
    if change.is_share and not now.is_share:
        amount_holds, right = rounds_to(change.value, growth, step), growth
        before, after = format_count(then.value), format_count(now.value)
        formula = f"({after} − {before}) ÷ {before} × 100"
    else:
        as_growth = change.is_share or not change.unit
        amount_holds = equals(apart, change.value) or (
            as_growth and rounds_to(change.value, growth, step)
        )
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
