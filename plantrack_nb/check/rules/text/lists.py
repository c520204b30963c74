"""Lists within a text: how many there should be, their mean, and shares that make a whole."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from plantrack_nb.check.facts import project_key
from plantrack_nb.check.reading.texts import (
    ACTIVITY,
    Text,
    decimals,
    figures_of,
    items_of,
    outside_brackets,
    told,
)
from plantrack_nb.check.rules import Facts, Hit, Hits, Settings, Severity, rule
from plantrack_nb.thai.figures import Figure
from plantrack_nb.thai.numbers import format_count, format_percent
from plantrack_nb.thai.units import PERCENT

_LISTED_UNIT = re.compile(
    "งาน|ด้าน|หมวด|ข้อ|รายการ|เรื่อง|ประเภท|กลุ่ม|ระบบ|ส่วน|กิจกรรม|หลักสูตร|รูปแบบ|project"
)
_INTRODUCED = "คือ|ได้แก่|ประกอบด้วย"
_LIST_BEHIND = re.compile(
    rf" ?(?:(?:{_INTRODUCED}) ?:? ?)?\((?P<inner>[^()]*)\)"
    rf"| ?(?:{_INTRODUCED}) ?:? ?(?P<rest>[^()\n]+)$"
)
_LIST_BELOW = re.compile(rf" ?(?:{_INTRODUCED}|ดังนี้) ?:?$")
_AND = re.compile("และ")
_MEAN = re.compile(r"เฉลี่ย(?:รวม|ทั้ง|ของ)* ?(?:\d+ ?\S{1,10})? ?= ?$")
_LOWEST = r"ปรับปรุง|ต้องปรับปรุง|น้อยที่สุด|น้อย|ไม่ผ่าน|ต่ำ"
_LEVEL = re.compile(rf"ระดับ ?(?:คุณภาพ)?(?:ดีเยี่ยม|ดีเด่น|ดีมาก|ดี|พอใช้|ปานกลาง|มากที่สุด|มาก|{_LOWEST})")
_LOWEST_LEVEL = re.compile(rf"ระดับ ?(?:คุณภาพ)?(?:{_LOWEST})")


@rule(
    "text-list",
    Severity.ERROR,
    title="จำนวนรายการที่บอกไว้ไม่เท่ากับรายการที่เขียนจริง",
    title_en="The list does not have as many items as the text says",
    why="รายการที่ขาดหรือซ้ำทำให้ผู้ปฏิบัติไม่รู้ขอบเขตงานที่แท้จริง",
    example="“3 งาน (งานวิชาการ/งานบุคคล)” บอก 3 แต่เขียนไว้ 2",
    todo="เติมรายการที่ตกหล่น ตัดรายการที่ซ้ำ หรือแก้จำนวนให้ตรง",
)
def text_list(facts: Facts, _settings: Settings) -> Hits:
    """Hold "5 งาน (ก/ข/ค/ง)" and "6 หมวด คือ" with its sub-activities against the number."""
    below = Counter((*project_key(one), one.parent_no) for one in facts.activities)
    for row, item in items_of(facts, r"\d"):
        for figure in figures_of(item):
            if not _LISTED_UNIT.fullmatch(figure.unit):
                continue
            names, sure = _listed(item, figure)
            count = len(names)
            if row.part == ACTIVITY and _LIST_BELOW.fullmatch(item, figure.end):
                count, sure = below[*project_key(row), row.activity_no], False
            joined_by_and = bool(names) and not sure and count + 1 == figure.value
            if count in (0, figure.value) or joined_by_and:
                continue
            yield _list_hit(row, item, figure, count, names, sure=sure)


def _list_hit(
    row: Text, item: str, figure: Figure, count: int, names: list[str], *, sure: bool
) -> Hit:
    wanted = format_count(figure.value)
    repeated = next((a for a in names for b in names if a != b and b.endswith(a)), "")
    hint = f"เติมหรือตัดรายการให้ครบ {wanted} รายการ หรือแก้จำนวนเป็น {count}"
    if repeated and count > figure.value:
        hint = f"“{repeated}” น่าจะซ้ำกับรายการอื่น ตัดออกแล้วนับใหม่"
    return told(
        row,
        item[: figure.end],
        f"บอกว่ามี {wanted} {_unit_words(item, figure)} แต่เขียนรายการไว้ {count} รายการ"
        + (f" ({', '.join(names)})" if names else ""),
        words=figure.within(item),
        expected=wanted,
        found=str(count),
        hint=hint,
        severity=Severity.ERROR if sure else Severity.WARNING,
    )


def _unit_words(text: str, figure: Figure) -> str:
    return re.sub(r"^[\d๐-๙,. ]+", "", figure.within(text))


def _listed(text: str, figure: Figure) -> tuple[list[str], bool]:
    """Read the list behind a figure; sure when strokes, not commas and และ, part its items."""
    found = _LIST_BEHIND.match(text, figure.end)
    inner = (found["inner"] or found["rest"] or "") if found else ""
    if "/" in inner:
        names, sure = inner.split("/"), True
    elif "," in inner:
        *names, last = inner.split(",")
        names, sure = [*names, *_AND.split(last, maxsplit=1)], False
    else:
        return [], False
    names = [one.strip() for one in names if one.strip()]
    return ([], False) if any(re.search(r"[\d๐-๙]", one) for one in names) else (names, sure)


@rule(
    "text-mean",
    Severity.ERROR,
    title="ค่าเฉลี่ยรวมไม่เท่ากับค่าเฉลี่ยของคะแนนที่เขียนไว้",
    title_en="A mean is not the mean of the scores listed before it",
    why="คะแนนเฉลี่ยใช้เทียบกับระดับจังหวัดและประเทศ ผิดเล็กน้อยก็เปลี่ยนอันดับได้",
    example="“ด้านที่หนึ่ง = 60.00 ด้านที่สอง = 65.00 เฉลี่ยรวม 2 ด้าน = 62.00” ที่ถูกคือ 62.50",
    todo="คำนวณค่าเฉลี่ยใหม่ หรือตรวจคะแนนรายด้านกับประกาศผล",
)
def text_mean(facts: Facts, _settings: Settings) -> Hits:
    """Hold "= 58.50 … = 63.90 เฉลี่ยรวม 2 ด้าน = 61.20" against its scores; a cut mean is fine."""
    for row, item in items_of(facts, "เฉลี่ย"):
        for scores, mean in _means(item):
            right = sum(one.value for one in scores) / len(scores)
            step = 10.0 ** -decimals(item, mean)
            if abs(right - mean.value) < step:
                continue
            expected, found = format_percent(right), format_percent(mean.value)
            listed = " และ ".join(format_percent(one.value) for one in scores)
            yield told(
                row,
                item[: mean.end],
                f"เขียนค่าเฉลี่ยรวม {found} แต่ค่าเฉลี่ยของ {listed} คือ {expected}",
                words=mean.within(item),
                expected=expected,
                found=found,
                hint=f"แก้ค่าเฉลี่ยเป็น {expected} หรือตรวจคะแนนรายด้านกับประกาศผล",
            )


def _means(text: str) -> Iterator[tuple[list[Figure], Figure]]:
    """Find a mean and the scores before it: as many as it says, else all, and at least two."""
    scores: list[Figure] = []
    said = 0.0
    for one in outside_brackets(text, figures_of(text)):
        if _MEAN.search(text[: one.start]) and len(scores) > 1:
            chosen = scores[-int(said) :] if 1 < said <= len(scores) else scores
            if said in (0, len(chosen)):
                yield chosen, one
            scores, said = [], 0.0
        elif text[: one.start].rstrip().endswith("=") and one.unit in ("", "คะแนน", PERCENT):
            scores.append(one)
            said = 0.0
        else:
            said = one.value if "เฉลี่ย" in text[max(one.start - 12, 0) : one.start] else 0.0


@rule(
    "text-levels",
    title="ร้อยละของทุกระดับรวมกันไม่ได้ 100",
    title_en="The percents of all levels do not add up to 100",
    why="ทุกแห่งต้องอยู่ระดับใดระดับหนึ่ง ถ้ารวมไม่ได้ 100 แปลว่านับตกหรือนับซ้ำ",
    example="“ระดับดี ร้อยละ 50 ระดับพอใช้ ร้อยละ 30 ระดับปรับปรุง ร้อยละ 10” รวมได้ 90",
    todo="ตรวจจำนวนของแต่ละระดับ แล้วคำนวณร้อยละใหม่",
)
def text_levels(facts: Facts, _settings: Settings) -> Hits:
    """Add the percents of three levels or more that reach down to the lowest."""
    for row, item in items_of(facts, "ระดับ.*ร้อย ?ละ"):
        shares = _levels(item)
        total = sum(one.value for one in shares)
        room = sum(10.0 ** -decimals(item, one) for one in shares)
        if len(shares) < 3 or abs(total - 100) < room + 1e-9:
            continue
        listed = " + ".join(format_percent(one.value) for one in shares)
        yield told(
            row,
            item[: shares[0].start],
            f"ร้อยละของทุกระดับ {listed} รวมได้ {format_percent(total)} ไม่ใช่ 100",
            words=item[shares[0].start : shares[-1].end],
            expected="100",
            found=format_percent(total),
            hint=f"ต่างจาก 100 อยู่ {format_percent(abs(total - 100))} ตรวจว่ามีระดับใดตกหล่นหรือนับซ้ำ",
        )


def _levels(text: str) -> list[Figure]:
    """Take the percents that have a level's name before them, if the lowest is among them."""
    chosen: list[Figure] = []
    lowest = False
    begin = 0
    for one in figures_of(text):
        words = text[begin : one.start]
        if one.unit == PERCENT and _LEVEL.search(words):
            chosen.append(one)
            lowest = lowest or bool(_LOWEST_LEVEL.search(words))
        begin = one.end
    return chosen if lowest else []
