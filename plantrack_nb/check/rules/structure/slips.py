"""Slips of the keyboard that need no list of words: doubled words, quotes left open."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plantrack_nb.check.reading.running_text.phrases import MARKS, keys, quoted
from plantrack_nb.check.reading.running_text.wordings import found_in, wordings
from plantrack_nb.check.rules import Facts, Hit, Hits, Settings, Spot, cell, rule
from plantrack_nb.core.vocabulary import NARRATIVE_TH, NarrativeKind
from plantrack_nb.thai.text import squeeze

_DOUBLED = re.compile(r"((?:[ก-ฮเ-ไ][ก-ฺเ-๎]{7,19}?|การ[ก-ฺเ-๎]{4,19}?))\1(?![ะ-ฺ็-๎ๆ])")
_CIRCULAR = re.compile(r"\((?!ว)([ก-ฮ]) ?([0-9๐-๙]{1,3}/(?:25|๒๕)[0-9๐-๙]{2})\)")
_TWICE = 14
"""Letters of the shortest word that may come twice, with its second time."""
_AROUND = 12
_MARKED = 60


@rule(
    "wording-doubled",
    title="คำเดียวกันพิมพ์ติดกันสองครั้ง",
    title_en="The same word twice in a row",
    why="คำที่พิมพ์ซ้ำทำให้อ่านผิดความหมาย และมักแปลว่าคำอื่นหายไป",
    example="“มาตรฐานสำนักงานเขตพื้นที่การศึกษาการศึกษา”",
    todo="ตัดคำที่ซ้ำ หรือเติมคำที่หายไป",
)
def doubled_word(facts: Facts, _: Settings) -> Hits:
    """Find a run of eight letters and more that comes again at once, with no space between."""
    for one, found in found_in(facts, _doubled):
        part = _cut(one.text[: found.end() + _AROUND], found.start() - _AROUND)
        said = f"{one.where} พิมพ์ “{found[1]}” ซ้ำติดกัน: {quoted(part)}"
        yield Hit(one.spot(found[0]), one.subject, said, expected=found[1], found=found[0])


def _doubled(text: str) -> re.Match[str] | None:
    return _DOUBLED.search(text) if len(text) >= _TWICE else None


@rule(
    "wording-quotes",
    title="เครื่องหมายคำพูดเปิดปิดไม่ครบคู่",
    title_en="Quotation marks do not pair up",
    why="ผู้อ่านไม่รู้ว่าชื่อหรือข้อความที่ยกมาจบที่ใด",
    example="ตามระเบียบ “ว่าด้วยการบริหารงบประมาณ ข้อ 12 โดยไม่มีเครื่องหมายปิด",
    todo="เติมเครื่องหมายคำพูดที่ขาด",
)
def quotes(facts: Facts, _: Settings) -> Hits:
    """Count curly quotation marks in what owners wrote, and in the document's own paragraphs."""
    for where, subject, spot in _texts(facts):
        text = spot.words
        opened, closed = text.count("“"), text.count("”")
        if opened == closed:
            continue
        lacking = "ปิด (”)" if opened > closed else "เปิด (“)"
        at = text.rfind("“") if opened > closed else text.find("”") - 2 * _AROUND
        yield Hit(
            spot._replace(words=_cut(text, at)[:_MARKED]),
            subject,
            f"{where} ขาดเครื่องหมายคำพูด{lacking}: {quoted(_cut(text, at))}",
            expected="เครื่องหมายคำพูดครบคู่",
            found=f"“ {opened} แห่ง ” {closed} แห่ง",
        )


@rule(
    "wording-circular",
    title="เลขหนังสือเวียนพิมพ์ผิด",
    title_en="The number of a circular does not begin with ว",
    why="หลักเกณฑ์ที่อ้างถึงค้นหาไม่พบหากเลขหนังสือเวียนผิด",
    example="“(จ17/2553)” ที่ถูกคือ “(ว17/2553)”",
    todo="แก้เป็น ว ตามด้วยเลขที่และปีของหนังสือเวียน",
)
def circular(facts: Facts, _: Settings) -> Hits:
    """Find one letter, a number and a year in brackets, the letter being another than ว."""
    for one, found in found_in(facts, _CIRCULAR.search):
        right = f"(ว{found[2]})"
        yield Hit(
            one.spot(found[0]),
            one.subject,
            f"{one.where} เลขหนังสือเวียน “{found[0]}” น่าจะเป็น “{right}”",
            expected=right,
            found=found[0],
            hint=f"แก้เป็น “{right}”",
        )


def _cut(text: str, start: int) -> str:
    """Take a text from somewhere on, but not from within a letter and its marks."""
    return text[start:].lstrip(MARKS) if start > 0 else text


def _texts(facts: Facts) -> Iterator[tuple[str, str, Spot]]:
    """Give what owners wrote, and the document's own paragraphs: where, subject and cell."""
    for one in facts.once(wordings):
        if "“" in one.text or "”" in one.text:
            yield one.where, one.subject, one.spot(one.text)
    for row in facts.narrative:
        if not row.project_no and ("“" in row.text or "”" in row.text):
            where = NARRATIVE_TH[NarrativeKind(row.kind)]
            yield (
                where,
                keys(kind=row.kind, text=squeeze(row.text)[:40]),
                cell(row, "text", row.text),
            )
