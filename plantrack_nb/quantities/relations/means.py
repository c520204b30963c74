"""Means of the scores listed before them, and shares of all levels that make a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from plantrack_nb.quantities.around import Around, alike
from plantrack_nb.quantities.cues import OVERLAPS, are_levels, are_opposed, are_series
from plantrack_nb.quantities.equations import Equation, Kind, Sure, rounds_to
from plantrack_nb.quantities.quantity import Quantity, Reading, Role
from plantrack_nb.quantities.relations.parts import labels
from plantrack_nb.quantities.slips import Slip, slip
from plantrack_nb.thai.numbers import format_percent

_MEAN = re.compile(r"เฉลี่ย")
_OVERALL = re.compile(r"เฉลี่ย(?:รวม|ทั้ง)|รวม[ก-๎ ]*เฉลี่ย|ภาพรวม")
_ONE_OF_MANY = re.compile(
    r"เฉลี่ย(?!รวม|ทั้ง|ของทั้ง|โดยรวม|\d)[ก-๎]{0,3}(?:ด้าน|วิชา|กลุ่มสาระ|ระดับ|ก่อน|หลัง|ชั้น|ภาษา|คณิต|วิทยา|สังคม)"
)
_BARE = re.compile(
    r"[ ,;:()/|]*(?:และ|โดย|มี|คิดเป็น|ได้|รวม|ทั้งหมด|ค่า|คะแนน|ผล|ร้อยละ| )*"
    r"เฉลี่ย(?:รวม|โดยรวม|ทั้งหมด|แล้ว|เท่ากับ|เป็น|อยู่ที่|คะแนน|ร้อย ?ละ|[ =:(])*"
)
"""A mean of whatever was listed: its words name nothing else."""
_FROM_THESE = re.compile(
    r"[ )]*(?:\(|มาจาก|ได้มาจาก|จาก(?=การ|คะแนน|ผล|ด้าน)|ได้แก่|ประกอบด้วย|คำนวณจาก)"
)
_LOWEST = re.compile(r"ปรับปรุง|กำลังพัฒนา|น้อยที่สุด|น้อย(?!กว่า)|ไม่ผ่าน|ต่ำ(?!กว่า)|ไม่พอใจ|อื่น")
_SCORED = re.compile("[=:] ?$")
_IS = re.compile(r"[) ]*(?:จึง|ได้)?(?:เท่ากับ|คือ|=|เป็น|ได้) ?")
_NEXT_ITEM = re.compile(r"(?:^|\s)\d{1,2}\.(?!\d)|\n")
_LEAST_LEVELS = 2
_NEAR, _BRIEF = 40, 32
_DIVIDED = re.compile("แหล่ง|สัดส่วน|จำแนก|แบ่ง|แยก")
_FLOAT = 1e-9
_LITTLE_OVER = 15.0
_WHOLE = 100.0


def means(reading: Reading, _: Around) -> Iterator[Equation]:
    """Propose the mean of as many scores before it as it says, else of all since the last."""
    scores: list[Quantity] = []
    said = before = 0
    for at, one in enumerate(reading.quantities):
        gap = reading.gap(at)
        is_mean = bool(_MEAN.search(gap)) and not (
            _ONE_OF_MANY.search(gap) and (not scores or at + 1 < len(reading.quantities))
        )
        counted = one.unit not in ("", "คะแนน", "percent") and not one.decimals
        if counted and "เฉลี่ย" in gap:
            said = before = int(one.value)
        elif _IS.fullmatch(gap) and len(scores) == before > 1:
            yield from _of(reading, scores, one, before)
            scores, said, before = [], 0, 0
        elif is_mean or (said and scores and not counted and not _label(gap)):
            if len(scores) > 1:
                yield from _of(reading, scores, one, said)
            elif not one.is_rate:
                yield from _announced(reading, at)
            scores, said = [], 0
        elif _is_score(one) or (_SCORED.search(gap) and one.is_exact and one.is_bare):
            scores = [*scores, one] if not scores or alike(scores[-1].unit, one.unit) else [one]
            said = 0
    return


def _announced(reading: Reading, at: int) -> Iterator[Equation]:
    """Propose that a mean is that of the scores it says it comes from: "เฉลี่ย 75 (ก 73 ข 77)"."""
    mean, behind = reading.quantities[at], reading.quantities[at + 1 :]
    if not behind or not _FROM_THESE.match(reading.text, mean.end):
        return
    scores: list[Quantity] = []
    for one in behind:
        is_plain = one.is_exact and not one.is_rate and one.role in (Role.COUNT, Role.SHARE)
        if not is_plain or one.unit != mean.unit or "\n" in reading.text[one.begin : one.start]:
            break
        scores.append(one)
    if len(scores) > 1:
        yield from _of(reading, scores, mean, len(scores))


def _label(gap: str) -> bool:
    return bool(re.search("[ก-๎]{2}", gap))


def _is_score(one: Quantity) -> bool:
    is_plain = one.is_exact and not one.is_rate and one.role is not Role.LEFT
    return is_plain and (one.decimals > 0 or one.unit == "คะแนน" or one.is_share)


def _of(
    reading: Reading, scores: Sequence[Quantity], mean: Quantity, said: int
) -> Iterator[Equation]:
    chosen = scores[-said:] if 1 < said <= len(scores) else scores
    right = sum(one.value for one in chosen) / len(chosen)
    step = 10.0**-mean.decimals
    tails = [scores[at:] for at in range(len(scores) - 1)]
    holds = any(
        rounds_to(mean.value, sum(one.value for one in some) / len(some), step) for some in tails
    )
    sure = (
        Sure.SURE
        if said in (0, len(chosen)) and len(chosen) == (said or len(scores))
        else Sure.POSSIBLE
    )
    if not said:
        sure = Sure.LIKELY
    inside = min(one.value for one in chosen) <= mean.value <= max(one.value for one in chosen)
    words = reading.text[mean.begin : mean.start]
    if not inside and not said and not (_OVERALL.search(words) or _BARE.fullmatch(words)):
        sure = Sure.POSSIBLE
    formula = f"({' + '.join(format_percent(one.value) for one in chosen)}) ÷ {len(chosen)}"
    yield Equation("mean", mean, right, tuple(chosen), formula, holds, sure, Kind.OTHER)


def levels(reading: Reading, _: Around) -> Iterator[Equation]:
    """Propose that the shares of all levels, down to the lowest, make a hundred."""
    for run in _runs(reading):
        if len(run) < _LEAST_LEVELS or any(
            one.role is not Role.SHARE and not one.is_bare for one in run
        ):
            continue
        words = labels(reading, None, run)
        total = sum(one.value for one in run)
        room = sum(10.0**-one.decimals for one in run) if any(one.decimals for one in run) else 1.0
        if not _are_all(reading, run, words, too_much=total > _WHOLE + room):
            continue
        listed = " + ".join(format_percent(one.value) for one in run)
        right = run[-1].value + _WHOLE - total
        holds = abs(total - _WHOLE) <= room + _FLOAT
        formula = f"{listed} = {format_percent(total)}"
        yield Equation(
            "levels", run[-1], right, tuple(run), formula, holds, Sure.LIKELY, Kind.OTHER
        )


def _are_all(
    reading: Reading, run: Sequence[Quantity], words: list[str], *, too_much: bool
) -> bool:
    """Tell whether shares shut each other out and leave nothing, or are more than there is."""
    if len(set(words)) < len(words) or OVERLAPS.search(reading.text):
        return False
    if len(run) == _LEAST_LEVELS:
        beside = (run[0].depth < 0) == (run[1].depth < 0)
        return beside and max(map(len, words)) <= _BRIEF and are_opposed(words)
    lowest = any(_LOWEST.search(one) for one in words)
    if are_series(words) and lowest:
        return True
    divided = _DIVIDED.search(reading.text[max(run[0].begin - _NEAR, 0) : run[0].start])
    shut_out = are_levels(words) or are_opposed(words) or divided is not None
    return too_much and (shut_out or _one_mends(run))


def _one_mends(run: Sequence[Quantity]) -> bool:
    """Tell whether a hundred comes out once two digits of one share change places, or one goes."""
    over = sum(one.value for one in run) - _WHOLE
    if over > _LITTLE_OVER:
        return False
    for one in run:
        meant = one.value - over
        slipped = slip(one.value, meant)
        is_longer = len(f"{one.value:g}") > len(f"{meant:g}")
        if slipped is Slip.SWAP or (slipped and is_longer):
            return True
    return False


def _runs(reading: Reading) -> Iterator[list[Quantity]]:
    """Part the shares where something else is counted, or a numbered list goes on."""
    run: list[Quantity] = []
    for at, one in enumerate(reading.quantities):
        goes_on = _goes_on(run, one)
        if _NEXT_ITEM.search(reading.gap(at)) or not (one.is_share or goes_on):
            yield run
            run = []
        if goes_on or (one.is_share and one.is_exact):
            run.append(one)
    yield run


def _goes_on(run: Sequence[Quantity], one: Quantity) -> bool:
    """Tell whether a bare figure is a share as well: "ดีมาก ร้อยละ 51.20 ดี 28.30"."""
    return bool(run) and one.is_bare and one.is_exact and one.decimals == run[0].decimals > 0
