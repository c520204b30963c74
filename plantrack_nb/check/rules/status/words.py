"""What an activity's words say of its progress against its mark."""

from __future__ import annotations

import re

from plantrack_nb.check.reading.marks import mark
from plantrack_nb.check.reading.phrases import about, activity_keys, quoted
from plantrack_nb.check.rules import Facts, Hit, Hits, Row, Settings, cell, rule
from plantrack_nb.core.vocabulary import STATUS_TH, Status
from plantrack_nb.thai.numbers import format_percent

_DONE = re.compile(
    r"(?:เสร็จ(?:สิ้น|เรียบร้อย)?แล้ว|แล้วเสร็จ|เรียบร้อยแล้ว|เสร็จเรียบร้อย)"
    r"(?! ?(?:ภายใน|ในเดือน|ในวันที่|ในปี|ในไตรมาส|ร้อยละ|บางส่วน|จึง|ให้|แต่))"
)
_PLANNED = re.compile(
    "ให้|จะ|กำหนด|คาดว่า|ภายใน(?:วัน|เดือน|ปี|ไตรมาส|เวลา)|ไม่|หลัง|เมื่อ|หาก|ที่ดำเนินการ|ที่จัด|เพื่อ|ต้อง|ซึ่ง"
)
_BRACKETS = re.compile(r"\([^()]*\)")
_LOOKED_BACK = 30


@rule(
    "status-word",
    title="ข้อความบอกว่าเสร็จแล้ว แต่สถานะยังไม่สำเร็จ",
    title_en="The words say it is finished, the mark does not",
    why="ผู้อ่านไม่รู้ว่าจะเชื่อข้อความหรือสถานะ และสรุปผลนับงานที่เสร็จแล้วขาดไป",
    example="“ตรวจสอบโรงเรียนเรียบร้อยแล้ว จำนวน 17 แห่ง” แต่ความก้าวหน้าร้อยละ 85",
    todo="แก้สถานะเป็นสำเร็จแล้ว หรือเขียนว่างานส่วนใดยังเหลือ",
)
def finished_in_words(facts: Facts, _: Settings) -> Hits:
    """Find finished work marked as under way; what is planned or in brackets says nothing."""
    for row in facts.activities:
        if row.status in ("", Status.DONE.value) or row.progress_pct >= 100:
            continue
        said = _finished(row.text)
        if said:
            yield Hit(
                mark(row),
                activity_keys(row),
                f"{about(row)} เขียนว่า {quoted(said)} แต่สถานะเป็น{_mark(row)}",
                expected=STATUS_TH[Status.DONE],
                found=_mark(row),
                beside=[cell(row, "text", said)],
            )


def _finished(text: str) -> str:
    """Return the words with which a text says that its work is finished, or ""."""
    if "เสร็จ" not in text and "เรียบร้อย" not in text:
        return ""
    plain = _BRACKETS.sub("", text)
    for found in _DONE.finditer(plain):
        before = plain[max(found.start() - _LOOKED_BACK, 0) : found.start()]
        if not _PLANNED.search(before):
            return plain[found.start() :].strip()
    return ""


def _mark(row: Row) -> str:
    if row.progress_pct > 0:
        return f"ร้อยละ {format_percent(row.progress_pct)}"
    return STATUS_TH[Status(row.status)]
