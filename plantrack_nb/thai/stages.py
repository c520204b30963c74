"""How far a deed is by its own words: planned, waited for, begun, done, put off, called off."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from plantrack_nb.thai.text import arabic_digits


class Stage(StrEnum):
    """A stage that words can tell."""

    DONE = "done"
    UNDER_WAY = "under_way"
    NOT_BEGUN = "not_begun"
    WAITING = "waiting"
    PUT_OFF = "put_off"
    CALLED_OFF = "called_off"
    TOLD = "told"


@dataclass(frozen=True, slots=True)
class Said:
    """Words of a text that tell a stage, and where they stand."""

    stage: Stage
    words: str
    start: int
    end: int


CUES: Mapping[Stage, str] = {
    Stage.WAITING: (
        "อยู่ระหว่างรอ|อยู่ระหว่างการรอ|รอจัดสรร|รอการจัดสรร|รอรับการจัดสรร|รองบประมาณ|รอหนังสือ|รออนุมัติ|รอการอนุมัติ|"
        "รอประกาศ|รอผล|รอคำสั่ง|รอกำหนดการ|รอดำเนินการ|รอการโอน|รอโอน|รอลงนาม|รอแจ้ง|"
        "รอการแจ้ง|รอสรุป"
    ),
    Stage.DONE: (
        "แล้วเสร็จ|เสร็จแล้ว|เสร็จสิ้นแล้ว|เสร็จสิ้น|เสร็จสมบูรณ์|เสร็จเรียบร้อย|"
        "เรียบร้อยแล้ว|เป็นที่เรียบร้อย|สำเร็จแล้ว|สำเร็จเรียบร้อย|ครบถ้วนแล้ว|"
        "ครบถ้วนเรียบร้อย|ครบทุกแห่งแล้ว|ครบทุกแห่งเรียบร้อย|ครบร้อยละ 100|บรรลุผลแล้ว"
    ),
    Stage.UNDER_WAY: (
        "อยู่ระหว่าง|อยู่ในระหว่าง|กำลังดำเนินการ|กำลังจัด|กำลังรวบรวม|กำลังตรวจสอบ|"
        "ดำเนินการบางส่วน|ทยอยดำเนินการ|อยู่ในขั้นตอน|อยู่ในขั้น"
    ),
    Stage.NOT_BEGUN: (
        "ยังไม่ได้ดำเนินการ|ยังไม่ดำเนินการ|ยังไม่เริ่มดำเนินการ|ยังไม่ได้เริ่ม|"
        "ยังไม่เริ่ม|ยังไม่ได้จัด|ยังไม่จัด|ยังมิได้|ยังไม่มีการ|ยังไม่ได้|"
        "ไม่ได้ดำเนินการ|ไม่ได้จัด|ยังไม่สามารถ|ไม่สามารถดำเนินการ|ไม่สามารถจัด"
    ),
    Stage.PUT_OFF: (
        "ขอเลื่อน|เลื่อนไป|เลื่อนออกไป|เลื่อนกำหนด|เลื่อนการจัด|เลื่อนการอบรม|"
        "เลื่อนการประชุม|เลื่อนการสอบ|เลื่อนการแข่งขัน|ชะลอ|พักการดำเนินการ"
    ),
    Stage.CALLED_OFF: (
        "ขอยกเลิก|ยกเลิกการ|ยกเลิกโครงการ|ยกเลิกกิจกรรม|ยกเลิก|งดจัด|งดดำเนินการ|ระงับการ|"
        "ยุติโครงการ|ยุติการดำเนินการ"
    ),
}
"""Words that tell a stage in any office, parted by strokes; an office adds its own."""

_ANY_VERB: Mapping[Stage, str] = {
    Stage.UNDER_WAY: r"กำลัง(?!พล|คน|ใจ|กาย|ทหาร|การ|แรง|เสริม|สำรอง|ซื้อ)(?=[ก-๎]{2})",
    Stage.NOT_BEGUN: r"ยังไม่(?:ถึง|ครบ)กำหนด",
    Stage.WAITING: (
        r"รอ(?![งบยดมน])(?=[ก-๎]{3})|คาดว่าจะ|(?:มี|ได้)?กำหนด(?:การ)?(?:จะ|จัด|ดำเนิน)|มีแผน(?:จะ|จัด|ดำเนิน)|วางแผน(?:จะ|จัด|ดำเนิน)"
        r"|จะ(?:ดำเนินการ|จัด|เริ่ม|เปิด|ขอ|ประชุม)|เตรียม(?:เสนอ|ขอ|ยื่น|จะ)"
    ),
}
"""Words that tell a stage with whatever verb follows: "กำลังสรุปผล", "รอเบิกเงิน"."""
_BEGIN_VERBS = ("กำ", "ยัง", "รอ", "คาด", "มี", "ได้", "วาง", "จะ", "เตรียม")
"""What those begin with: most places of a text are none of it."""

_TOLD = re.compile(
    r"(?P<told>[ก-๎]{2,12}?แล้ว|[ก-๎.]{2,12} แล้ว(?=\s|$))(?!เสร็จ|แต่|จึง|จะ|ก็|นั้น)"
    r"|(?:(?<=\s)|(?<=^))ได้(?:ดำเนินการ(?!ตาม)|จัด(?!สรร|ทำ)|ประชุม|อบรม|นิเทศ|มอบ|ประกาศ|ตรวจ|ติดตาม|เผยแพร่|ปรับปรุง"
    r"|สำรวจ|แจก|ออก(?:นิเทศ|ตรวจ|เยี่ยม))"
)
"""A deed told as past: "รับสมัครแล้ว 3 แห่ง", "ได้ประชุมชี้แจงโรงเรียน"."""
_TOLD_WORDS = "แล้ว", "ได้"
"""One of them is in every deed told as past."""
_GIVES = re.compile(
    r"(?:มอบ|แจก(?:จ่าย)?|โอน|จัดสรร|สนับสนุน|จัดส่ง|ส่งมอบ|ส่ง(?:ผล|งาน|รายงาน|ข้อมูล|เอกสาร))[ก-๎ ]{0,20}ให้"
)
"""Where "ให้" tells who was given something, not what is asked of whom."""

_BRACKETS = re.compile(r"\([^()]*\)")
_BEGINS = re.compile(r"(?:^|[\s,;:/]|และ|แต่|โดย|ปัจจุบัน|ขณะนี้|แล้ว|ซึ่ง|ขอ|มีการ|จึง|เนื่องจาก)$")
"""What stands before words that speak of the deed itself, not of some of its things."""
_RECEIVER = (
    r"(?:กับ|แก่)?(?:โรงเรียน|สถานศึกษา|ครู|นักเรียน|บุคลากร|หน่วยงาน|ผู้ปกครอง|ทุก|ในสังกัด|เป้าหมาย|กลุ่ม|แห่ง|โรง|คน|ครบ"
    r"|ทั้ง|หมด|[\d ,])+"
)
"""Who is given something: "จัดส่งให้โรงเรียนทุกแห่งแล้ว" is done, "ติดตามให้โรงเรียนส่งแล้ว" is asked."""
_PLANNED = re.compile(
    rf"ให้(?!{_RECEIVER}$)|(?<!ณ)(?<!ขณะ)จะ|กำหนด|คาดว่า|ภายใน(?:วัน|เดือน|ปี|ไตรมาส|เวลา|\s?\d)|ไม่|หลัง|เมื่อ(?!วัน)|หาก|กรณี|ที่ดำเนินการ|ที่จัด|เพื่อ|ต้อง|ซึ่ง|ก่อน|จน"
)
_GOES_ON = re.compile(
    r" ?(?:ภายใน|ในเดือน|ในวันที่|ในปี|ในไตรมาส|ร้อยละ ?(?!100)\d|บางส่วน|จึง|ให้|แต่"
    r"|ต้อง|ของ|ตาม(?:แผน|กำหนด|เวลา)?ที่กำหนด)"
)
_RELATIVE = re.compile(
    r"(?:ที่|ซึ่ง|อัน|ของ|หาก|กรณี|ถ้า|เรื่อง|งาน|โครงการ|กิจกรรม|นักเรียน|โรงเรียน|ครู|ผู้|คน|แห่ง|ราย)$"
)
_NEAR = 30
_FINISHED = (Stage.DONE, Stage.TOLD)


class Stages:
    """Finds stages by the cues of an office.

    Parameters
    ----------
    more : iterable of (Stage, str)
        Words of the office's own beside :data:`CUES`, as they are written; a space may stand
        anywhere in them.
    """

    def __init__(self, more: Iterable[tuple[Stage, str]] = ()) -> None:
        by_stage = {stage: words.split("|") for stage, words in CUES.items()}
        for stage, words in more:
            by_stage.setdefault(stage, []).append(words)
        groups = [
            f"(?P<{stage.value}>{'|'.join(filter(None, (_any(words), _ANY_VERB.get(stage))))})"
            for stage, words in by_stage.items()
        ]
        begins = _begins(one for words in (*by_stage.values(), _BEGIN_VERBS) for one in words)
        self._pattern = re.compile(f"{begins}(?:{'|'.join(groups)})")

    def find(self, text: str) -> list[Said]:
        """Find what a text says of its own deed, in order; what is planned or relative is none."""
        plain = _BRACKETS.sub(lambda one: " " * len(one[0]), arabic_digits(text))
        cued = list(self._pattern.finditer(plain))
        ends = {one.end() for one in cued}
        may_tell = any(word in plain for word in _TOLD_WORDS)
        told = _TOLD.finditer(plain) if may_tell else ()
        found = []
        more = (one for one in told if one.end() not in ends)
        for one in sorted([*cued, *more], key=lambda one: one.end()):
            stage = Stage(str(one.lastgroup or Stage.TOLD))
            if self._is_said(plain, one.start(), one.end(), stage):
                found.append(Said(stage, text[one.start() : one.end()], one.start(), one.end()))
        return found

    @staticmethod
    def _is_said(text: str, start: int, end: int, stage: Stage) -> bool:
        before = text[max(start - _NEAR, 0) : start]
        if stage in _FINISHED:
            given = _GIVES.sub(lambda one: " " * len(one[0]), text[max(start - _NEAR, 0) : end])
            clause = given[: len(before)].rpartition("แล้ว")[2]
            return not _PLANNED.search(clause) and not _GOES_ON.match(text, end)
        return bool(_BEGINS.search(before)) and not _RELATIVE.search(before)


def _begins(words: Iterable[str]) -> str:
    """Look ahead at two letters: most places of a text begin none of the words."""
    seconds: dict[str, set[str]] = {}
    for one in words:
        letters = one.replace(" ", "")
        seconds.setdefault(letters[:1], set()).add(letters[1:2])
    first = "".join(map(re.escape, sorted(seconds)))
    pairs = (
        re.escape(one) + (rf"[\s{''.join(map(re.escape, sorted(some)))}]" if all(some) else "")
        for one, some in sorted(seconds.items())
    )
    return f"(?=[{first}])(?={'|'.join(pairs)})" if all(seconds) else ""


def _any(words: Sequence[str]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    return "|".join(r"\s*".join(map(re.escape, one.replace(" ", ""))) for one in longest_first)


BUILT_IN = Stages()
"""What is told without an office's own words."""
