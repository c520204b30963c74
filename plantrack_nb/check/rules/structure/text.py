"""Texts that are no whole sentence: cut, unbalanced, without their number, mere placeholders."""

from __future__ import annotations

import re
from enum import Enum, auto

from plantrack_nb.check.reading.running_text.lists import OPEN_END
from plantrack_nb.check.reading.running_text.phrases import quoted, quoted_end
from plantrack_nb.check.reading.running_text.wordings import (
    Wording,
    each_text,
    found_in,
    wordings,
)
from plantrack_nb.check.rules import Facts, Hit, Hits, Settings, rule
from plantrack_nb.thai.text import squeeze

_STOPS_SHORT = re.compile(
    r"(?:อยู่ในระดับ(?:คุณภาพ)?|สำนักงานเขตพื้นที่|สามารถ|เพื่อให้|รวมทั้ง|รวมถึง|พร้อมทั้ง|พร้อมด้วย|เนื่องจาก|ตลอดจน"
    r"|(?:^|[\s])(?:แต่|ณ|ให้แก่|ตั้งแต่|ระหว่าง|ภายใน|เมื่อ|วันที่|เมื่อวันที่|ระหว่างวันที่|ประมาณ|ไม่น้อยกว่า|อย่างน้อย|ซึ่งได้|และได้|โดยได้|โดยมี|โดยการ)"
    r"|ไม่น้อยกว่า(?:ร้อยละ)?|อย่างน้อย(?:ร้อยละ)?|จำนวน|ทั้งนี้|อันเนื่องมาจาก|ได้รับการ|มีการ|ดำเนินการจัด|ร่วมกับ|ให้กับ)$"
)
_ANNOUNCES = re.compile(r"(?:ดังนี้|ได้แก่|คือ|เช่น|ประกอบด้วย|[:：])$")
_LAST_WORDS = 25
"""So many letters hold the longest of these ends, with what stands before it."""


class _Stop(Enum):
    """How a text stops: not in a sentence, in it, or where a list must follow."""

    NOT = auto()
    CUT = auto()
    ANNOUNCES = auto()


_TORN_START = re.compile(
    r"^(?:[ะ-ฺๅ็-๎]|[ก-ฮ]การ(?![ก-ฮ]?ณ์)|และ|หรือ|ซึ่ง|ๆ|,|\)"
    r"|ของ(?!ใช้|เล่น|ขวัญ|ที่ระลึก|รางวัล|ว่าง|ฝาก|บริจาค))"
)
_TORN_WORD = re.compile(r"^(?:[ะ-ฺๅ็-๎]|[ก-ฮ]การ)")
_BEFORE_KAN = re.compile(r"(?:ดำเนิ|โคร|ต้อ|จั|กรร|รา|อำนว|หลั|มาตร|เลขานุ|ธุร|วิทยา|ประกอ|ปฏิบั)$")
_PAGE_BREAK = " ⏎ "
_WHOLE = "ข้อความครบประโยค"
_BRACKET = re.compile(r"[()]")
_LIST_MARK = re.compile(r"(?:^|\s)[\d๐-๙ก-ฮ]{1,2}$")
_PERCENT_OF = re.compile(r"(?:^|(?<=\s))ร้อยละ\s+(?=ของ)")
_PLACEHOLDER = re.compile(
    r"(?:[.\-_…xX*?]+|test|tbd|n/?a|none|null|ทดสอบ|ตัวอย่าง|ชื่อโครงการ|ระบุ.{0,12})", re.IGNORECASE
)
_BLANKS = re.compile(
    r"(?=[.…_xX๐\[(<-])(?:(?:(?<=\s)|(?<=^)|(?<=[ก-๎(]))(?:\.{4,}|…{2,}|_{2,}|-{4,})"
    r"|(?<![A-Za-z])[xX]{2,}(?![A-Za-z])|(?<![๐-๙\d.,])[๐]{3,}(?![๐-๙\d])"
    r"|\[ ?[.…_]* ?\]|\( ?[.…_]+ ?\)|\(ระบุ[^()]{0,20}\)|<[^<>]{0,20}>(?=\s"
    r"|$))"
)
"""A place of a form that is still to be filled in, within a text."""
_STRAY_DOT = re.compile(r"(?<=\s)\.(?=[ก-ฮเ-ไ]|[\d๐-๙]{4}(?![\d๐-๙.]))")


@rule(
    "wording-cut",
    title="ข้อความขาดตอน",
    title_en="A text starts or stops in mid-sentence",
    why="ข้อความที่ขาดหายมักเกิดตอนตัดหน้าหรือคัดลอก ผู้อ่านไม่รู้ว่างานคืออะไร",
    example="“จัดอบรมครูและ” หรือ “นการดำเนินงานของโรงเรียน”",
    todo="เติมข้อความที่ขาดจากต้นฉบับ",
)
def cut_text(facts: Facts, _: Settings) -> Hits:
    """Look at the first and last words, and at the joints of texts that a page broke."""
    stops = {text: _stops(text.strip()) for text in facts.once(each_text)}
    for one in facts.once(wordings):
        stop, plain = stops[one.text], one.text.strip()
        if stop is _Stop.CUT or (stop is _Stop.ANNOUNCES and not one.has_more):
            said, found = f"จบกลางประโยค: {quoted_end(plain)}", quoted_end(plain, 30)
            yield _told(one, said, _WHOLE, found, "เติมข้อความส่วนที่ขาดท้าย")
        elif _TORN_START.search(plain):
            said, found = f"ขึ้นต้นกลางประโยค: {quoted(plain)}", quoted(plain, 30)
            yield _told(one, said, _WHOLE, found, "เติมข้อความส่วนที่ขาดหน้า")
        elif _PAGE_BREAK in one.raw and (torn := _torn_joint(one.raw)):
            said = f"ขาดตอนระหว่างหน้า: ส่วนที่ต่อขึ้นต้นด้วย {quoted(torn, 40)}"
            hint = "เติมข้อความที่หายไปตรงรอยต่อของหน้า"
            yield _told(one, said, "ข้อความต่อกันสนิท", quoted(torn, 30), hint)


def _stops(plain: str) -> _Stop:
    near = max(len(plain) - _LAST_WORDS, 0)
    if OPEN_END.search(plain, near) or _STOPS_SHORT.search(plain, near):
        return _Stop.CUT
    return _Stop.ANNOUNCES if _ANNOUNCES.search(plain, near) else _Stop.NOT


@rule(
    "wording-brackets",
    title="วงเล็บเปิดปิดไม่ครบคู่",
    title_en="Brackets do not pair up",
    why="วงเล็บที่ขาดมักแปลว่ามีข้อความหายไปด้วย",
    example="“ประชุมคณะกรรมการ กลุ่มที่ 1)”",
    todo="เติมวงเล็บที่ขาด หรือลบวงเล็บที่เกิน",
)
def brackets(facts: Facts, _: Settings) -> Hits:
    """Pair round brackets up; a list mark such as "1)" needs none to open it."""
    for one, at in found_in(facts, _unpaired):
        plain = one.text.strip()
        if OPEN_END.search(plain, max(len(plain) - _LAST_WORDS, 0)):
            continue
        lacking = "ปิด" if plain[at] == "(" else "เปิด"
        part = quoted(plain[at:]) if plain[at] == "(" else quoted_end(plain[: at + 1])
        hint = f"เติมวงเล็บ{lacking} หรือลบวงเล็บที่เกิน"
        yield _told(one, f"ขาดวงเล็บ{lacking}: {part}", "วงเล็บครบคู่", part, hint)


@rule(
    "wording-percent",
    title="มีคำว่าร้อยละแต่ไม่มีตัวเลข",
    title_en="A percent without its number",
    why="ตัวชี้วัดที่ไม่มีค่าเป้าหมายวัดผลไม่ได้",
    example="“ร้อยละ ของสถานศึกษาที่ผ่านเกณฑ์”",
    todo="เติมตัวเลขหลังคำว่าร้อยละ",
)
def percent_missing(facts: Facts, _: Settings) -> Hits:
    """Find ร้อยละ, a gap where the number should stand, and ของ."""
    for one, found in found_in(facts, _PERCENT_OF.search):
        rest = one.text[found.start() :]
        said = f"ไม่มีตัวเลขหลังคำว่าร้อยละ: {quoted(rest)}"
        yield _told(one, said, "ร้อยละ (ตัวเลข) ของ…", quoted(rest, 30))


@rule(
    "wording-placeholder",
    title="ข้อความที่ยังไม่ได้กรอกจริง",
    title_en="A placeholder instead of a text",
    why="ข้อความตัวอย่างที่ค้างอยู่แปลว่ายังไม่ได้กรอกข้อมูล",
    example="“ระบุชื่อโครงการ” หรือ “.....”",
    todo="กรอกข้อความจริง",
)
def placeholder(facts: Facts, _: Settings) -> Hits:
    """Find texts that are nothing but dots, dashes or the words of a form, and gaps within."""
    for one, blank in found_in(facts, _unfilled):
        if not blank:
            said = f"ยังไม่ได้กรอกข้อความจริง: {quoted(one.text)}"
            yield _told(one, said, "ข้อความจริง", quoted(one.text, 30))
        else:
            said = f"ยังมีช่องที่เว้นว่างไว้ “{blank}” ใน {quoted(one.text)}"
            yield _told(one, said, "ข้อความจริง", blank)


def _unfilled(text: str) -> str | None:
    """Return the place of a text that is still to be filled in, nothing for all of it."""
    if _PLACEHOLDER.fullmatch(squeeze(text)):
        return ""
    blank = _BLANKS.search(text)
    return blank[0] if blank else None


@rule(
    "wording-dot",
    title="จุดที่ไม่มีคำย่ออยู่หน้า",
    title_en="A full stop with nothing before it",
    why="จุดที่ค้างอยู่มักแปลว่าคำย่อข้างหน้าหายไป เช่น พ.ศ.",
    example="“ปีงบประมาณ .2565”",
    todo="เติมคำที่หายไปหน้าจุด หรือลบจุด",
)
def stray_dot(facts: Facts, _: Settings) -> Hits:
    """Find full stops between a space and a word or a year."""
    for one, found in found_in(facts, _STRAY_DOT.search):
        part = one.text[: found.end() + 20]
        said = f"มีจุดที่ไม่มีคำย่ออยู่หน้า: {quoted_end(part)}"
        yield _told(one, said, "คำย่อครบ เช่น พ.ศ.", quoted_end(part, 30))


def _unpaired(written: str) -> int | None:
    """Return where a round bracket of a stripped text stands without its fellow."""
    text = written.strip()
    opened: list[int] = []
    for found in _BRACKET.finditer(text):
        at = found.start()
        if found[0] == "(":
            opened.append(at)
        elif opened:
            opened.pop()
        elif not _LIST_MARK.search(text[:at]):
            return at
    return opened[-1] if opened else None


def _torn_joint(raw: str) -> str:
    """Return the text behind a page break when it begins in the middle of a word."""
    before, *parts = raw.split(_PAGE_BREAK)
    for part in parts:
        start = part.strip()
        if _TORN_WORD.search(start) and not _BEFORE_KAN.search(before.rstrip()):
            return start
        before = part
    return ""


def _told(one: Wording, said: str, expected: str, found: str, hint: str | None = None) -> Hit:
    words = found.strip("“”…")
    return Hit(one.spot(words), one.subject, f"{one.where} {said}", expected, found, hint)
