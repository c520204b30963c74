"""Sums, shares and products that a single text states about itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import prod

from plantrack_nb.check.reading.texts import (
    decimals,
    figures_of,
    items_of,
    outside_brackets,
    texts,
    told,
)
from plantrack_nb.check.rules import Facts, Hits, Settings, Severity, rule
from plantrack_nb.measures.rounding import HALF_SATANG
from plantrack_nb.thai.figures import Figure
from plantrack_nb.thai.numbers import PLAIN_NUMBER, format_count, format_percent, to_float
from plantrack_nb.thai.text import arabic_digits
from plantrack_nb.thai.units import BAHT, PERCENT, UNIT_WORD, unit_of

_WHOLE_AFTER = re.compile(r"[^\n]*(?:ของ|จาก)[^\n]*(?:ทั้งหมด|ทั้งสิ้น|จำนวน) ?")
_WHOLE_BEFORE = re.compile(r"[^\n]*(?:จาก|ของ)[^\n]*")
_TO_PERCENT = re.compile(r" ?\)? ?\(?(?:คิดเป็น)? ?ร้อย ?ละ ?\(?")
_IN_BRACKETS = re.compile(r" ?\(([^()]*)\)")
_SEPARATOR = re.compile(r",(?!\d)|/|;|และ")
_COUNTED = re.compile(rf"(?P<number>{PLAIN_NUMBER}) ?(?P<unit>{UNIT_WORD})?")
_NOT_PARTS = re.compile("เช่น|รวมถึง|ในจำนวน|ไม่รวม|ไม่นับ|อย่างน้อย|ละ ?\\d")
_TOTAL_BEFORE = re.compile(r"(?:รวม|เป็นเงิน|ทั้งสิ้น)(?:เป็นเงิน|ทั้งสิ้น|ทั้งหมด|จำนวน|เป็นจำนวน|เป็น)* ?:? ?$")
_SUM_BEFORE = re.compile(r"รวม(?:เป็นเงิน|ทั้งสิ้น|ทั้งหมด|จำนวน|เป็นจำนวน|เป็น)* ?:? ?$")
_MONTHS_AT = re.compile(r" ?(?:\([^()]*\))? ?/ ?")


@rule(
    "text-share",
    Severity.ERROR,
    title="ร้อยละในข้อความไม่เท่ากับสัดส่วนของจำนวนที่เขียนไว้คู่กัน",
    title_en="A percent in the text is not the ratio of the two counts beside it",
    why="ผู้อ่านใช้ร้อยละนี้ตัดสินว่าถึงเป้าหมายหรือไม่ ถ้าคำนวณผิดจะสรุปผลผิด",
    example="“นักเรียนเข้าสอบ 50 คน คิดเป็นร้อยละ 20 ของนักเรียนทั้งหมด 200 คน” ที่ถูกคือร้อยละ 25",
    todo="คำนวณร้อยละใหม่จากจำนวนทั้งสอง หรือแก้จำนวนที่พิมพ์ผิด",
)
def text_share(facts: Facts, _settings: Settings) -> Hits:
    """Hold "N คน คิดเป็นร้อยละ p ของ … ทั้งหมด M คน" against N / M; a cut percent is accepted."""
    for row, item in items_of(facts, "ร้อย ?ละ"):
        for part, percent, whole in _shares(item):
            right = 100 * part.value / whole.value
            step = 10.0 ** -decimals(item, percent)
            if abs(right - percent.value) < step:
                continue
            expected, found = format_percent(right), format_percent(percent.value)
            yield told(
                row,
                item[: part.end],
                f"เขียนว่า {format_count(part.value)} จาก {format_count(whole.value)}"
                f" คิดเป็นร้อยละ {found} แต่คำนวณได้ร้อยละ {expected}",
                words=percent.within(item),
                expected=expected,
                found=found,
                hint=f"แก้เป็นร้อยละ {expected} หรือตรวจจำนวนทั้งสองกับข้อมูลต้นทาง",
            )


def _shares(text: str) -> Iterator[tuple[Figure, Figure, Figure]]:
    """Find part, percent and whole; the whole stands behind the percent or before it."""
    outside = outside_brackets(text, figures_of(text))
    figures = [one for one in figures_of(text) if one in outside or one.unit == PERCENT]
    for at, percent in enumerate(figures):
        if percent.unit != PERCENT or at == 0:
            continue
        before = figures[at - 1]
        after = figures[at + 1] if at + 1 < len(figures) else None
        if after and after.value > 0 and _whole_behind(text, before, percent, after):
            yield before, percent, after
        elif at > 1 and before.value > 0 and _whole_ahead(text, figures[at - 2], before, percent):
            yield figures[at - 2], percent, before


def _whole_behind(text: str, part: Figure, percent: Figure, whole: Figure) -> bool:
    return (
        part.unit == whole.unit != PERCENT
        and "คิดเป็น" in text[part.end : percent.start]
        and bool(_WHOLE_AFTER.fullmatch(text, percent.end, whole.start))
    )


def _whole_ahead(text: str, part: Figure, whole: Figure, percent: Figure) -> bool:
    return (
        part.unit == whole.unit != PERCENT
        and bool(_WHOLE_BEFORE.fullmatch(text, part.end, whole.start))
        and bool(_TO_PERCENT.fullmatch(text, whole.end, percent.start))
    )


@rule(
    "text-parts",
    Severity.ERROR,
    title="จำนวนย่อยในวงเล็บรวมกันไม่เท่ากับจำนวนที่เขียนไว้หน้าวงเล็บ",
    title_en="The parts in brackets do not add up to the number before them",
    why="ตัวเลขสองชุดในประโยคเดียวขัดกันเอง จึงไม่รู้ว่าจำนวนใดถูก",
    example="“ครู 30 คน (ชาย 10 คน/หญิง 15 คน)” รวมได้ 25 คน",
    todo="ตรวจจำนวนย่อยแต่ละตัวกับทะเบียน แล้วแก้ตัวที่ผิดให้รวมกันได้เท่ากัน",
)
def text_parts(facts: Facts, _settings: Settings) -> Hits:
    """Hold "23 คน (ก 11 คน/ข 12 คน)" against the sum of what stands in the brackets."""
    for row in texts(facts, r"\([^()]*\d"):
        text = row.text
        for whole in figures_of(text):
            parts = _parts_of(text, whole)
            if len(parts) < 2 or abs(sum(parts) - whole.value) < HALF_SATANG:
                continue
            total, found = format_count(sum(parts)), format_count(whole.value)
            listed = " + ".join(format_count(one) for one in parts)
            yield told(
                row,
                text[: whole.end],
                f"เขียนจำนวน {found} แต่จำนวนย่อยในวงเล็บ {listed} รวมได้ {total}",
                words=whole.within(text),
                expected=total,
                found=found,
                hint=f"แก้ {found} เป็น {total} หรือแก้จำนวนย่อยที่พิมพ์ตกไป"
                f" (ต่างกัน {format_count(abs(whole.value - sum(parts)))})",
            )


def _parts_of(text: str, whole: Figure) -> list[float]:
    """Read the parts in the brackets behind a figure; nothing when they are anything else."""
    brackets = _IN_BRACKETS.match(text, whole.end)
    if not brackets or not whole.unit or whole.unit == PERCENT or _NOT_PARTS.search(brackets[1]):
        return []
    pieces = _SEPARATOR.split(arabic_digits(brackets[1]))
    counts = [[*_COUNTED.finditer(piece)] for piece in pieces]
    with_unit = [[one for one in found if one["unit"]] for found in counts]
    chosen = [good or found for good, found in zip(with_unit, counts, strict=True)]
    units = {unit_of(one["unit"]) for found in with_unit for one in found}
    if units != {whole.unit} or any(len(found) != 1 for found in chosen):
        return []
    values = [to_float(found[0]["number"]) for found in chosen]
    return [value for value in values if value is not None]


@rule(
    "text-sum",
    Severity.ERROR,
    title="ยอด “รวม” ในข้อความไม่เท่ากับผลบวกของรายการที่เขียนไว้ก่อนหน้า",
    title_en="A total in the text is not the sum of the items listed before it",
    why="ยอดรวมที่ผิดทำให้เบิกจ่ายหรือรายงานเกินหรือขาดจากที่จัดสรรจริง",
    example="“โรงเรียน ก 6,000 บาท โรงเรียน ข 1,500 บาท รวม 8,500 บาท” ที่ถูกคือ 7,500 บาท",
    todo="บวกรายการใหม่ แล้วแก้ยอดรวมหรือรายการที่พิมพ์ผิด",
)
def text_sum(facts: Facts, _settings: Settings) -> Hits:
    """Hold "ก 6,800 บาท ข 1,500 บาท รวม 8,300 บาท" against its items."""
    for row, item in items_of(facts, r"รวม[^\d]{0,20}\d"):
        for parts, total in _sums(item):
            right = sum(one.value for one in parts)
            if abs(right - total.value) < HALF_SATANG:
                continue
            expected, found = format_count(right), format_count(total.value)
            listed = " + ".join(format_count(one.value) for one in parts)
            yield told(
                row,
                item[: total.end],
                f"เขียนยอดรวม {found} แต่ {listed} รวมได้ {expected}",
                words=total.within(item),
                expected=expected,
                found=found,
                hint=f"แก้ยอดรวมเป็น {expected} หรือแก้รายการที่พิมพ์ผิด",
            )


def _sums(text: str) -> Iterator[tuple[Sequence[Figure], Figure]]:
    """Find totals with at least two items of the same unit directly before them."""
    figures = figures_of(text)
    for at, total in enumerate(figures):
        if not total.unit or not _SUM_BEFORE.search(text[: total.start]):
            continue
        opened = text.rfind("(", 0, total.start)
        closed = text.rfind(")", 0, total.start)
        begin = opened if opened > closed else 0
        parts = [one for one in figures[:at] if one.start > begin]
        if begin == 0:
            parts = outside_brackets(text, parts)
        if len(parts) > 1 and all(one.unit == total.unit for one in parts):
            yield parts, total


@rule(
    "text-product",
    Severity.ERROR,
    title="ผลคูณที่เขียนไว้ในข้อความไม่ถูกต้อง",
    title_en="A product stated in the text is wrong",
    why="จำนวน อัตรา และยอดรวมอยู่ในประโยคเดียวกัน ผู้ตรวจสอบคูณเองได้ทันที",
    example="“2 รุ่น รุ่นละ 150 คน รวม 310 คน” ที่ถูกคือ 300 คน",
    todo="คูณใหม่ แล้วแก้ยอดรวม จำนวน หรืออัตราที่พิมพ์ผิด",
)
def text_product(facts: Facts, _settings: Settings) -> Hits:
    """Hold "2 รุ่น รุ่นละ 155 คน รวม 310 คน" and "12 เดือน/12,075 บาท (144,900 บาท)"."""
    for row, item in items_of(facts, r"ละ ?\d|/"):
        for factors, total in [*_rated(item), *_monthly(item)]:
            right = prod(factors)
            if abs(right - total.value) < HALF_SATANG:
                continue
            expected, found = format_count(right), format_count(total.value)
            listed = " × ".join(format_count(one) for one in factors)
            yield told(
                row,
                item[: total.end],
                f"เขียนยอด {found} แต่ {listed} เท่ากับ {expected}",
                words=total.within(item),
                expected=expected,
                found=found,
                hint=f"แก้ยอดเป็น {expected} หรือแก้จำนวนหรืออัตราที่พิมพ์ผิด",
            )


def _rated(text: str) -> Iterator[tuple[list[float], Figure]]:
    """Find one rate, one count for each of its denominators, and the total behind them."""
    figures = figures_of(text)
    rates = [one for one in figures if "/" in one.unit]
    if len(rates) != 1:
        return
    unit, *per = rates[0].unit.split("/")
    counts = [[one for one in figures if one.unit == name] for name in per]
    totals = [
        one
        for one in figures
        if one.unit == unit
        and one.start > rates[0].start
        and _TOTAL_BEFORE.search(text[: one.start])
    ]
    if len(totals) == 1 and all(len(found) == 1 for found in counts):
        yield [rates[0].value, *(found[0].value for found in counts)], totals[0]


def _monthly(text: str) -> Iterator[tuple[list[float], Figure]]:
    """Find "12 เดือน / 15,000 บาท" with the total alone in brackets."""
    figures = figures_of(text)
    totals = [one for one in figures if one.unit == BAHT and _alone_in_brackets(text, one)]
    if len(totals) != 1:
        return
    for months, pay in pairwise(figures):
        by_month = months.unit == "month" and pay.unit == BAHT
        if by_month and _MONTHS_AT.fullmatch(text, months.end, pay.start):
            yield [months.value, pay.value], totals[0]


def _alone_in_brackets(text: str, one: Figure) -> bool:
    return text[: one.start].rstrip().endswith("(") and text[one.end :].lstrip().startswith(")")
