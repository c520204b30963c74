"""Words and figures by which a text says that a part of its deed is still to be done."""

from __future__ import annotations

import re

from plantrack_nb.quantities.counted_nouns import BAHT
from plantrack_nb.quantities.quantity import Quantity, Reading, Role

_REMAINS = re.compile(
    r"เหลืออีก|ยังเหลือ|(?:ยัง|คง)ค้าง|ค้าง(?:อยู่|อีก|จำนวน| )*$|ยังขาด|ขาดอีก|อีก ?$|ต้อง|เหลือที่|ที่เหลือ"
)
_OF_ALL = re.compile(
    r" ?(?:ใน|จาก(?:ทั้งหมด|จำนวน|เป้าหมาย)?|ของ(?:ทั้งหมด|จำนวน|เป้าหมาย)?)[^\d\n]{0,40}"
)
_DEED = re.compile(
    r"แล้ว(?:เสร็จ)? ?(?:จำนวน|เพียง|รวม)? ?$|ไปได้ ?$|ดำเนินการ(?:แล้ว|ได้|ไป|ใน)?[ก-๎]{0,12} ?(?:จำนว"
    r"น|เพียง)? ?$"
    r"|(?:จัด|ตรวจ|นิเทศ|ติดตาม|เยี่ยม|ประเมิน|ส่ง|ซ่อม|ติดตั้ง|สำรวจ|แก้ไข|ตอบ|อบรม|ปรับปรุง)[ก-๎ ]{0,24}(?:จ"
    r"ำนวน|เพียง|ได้|แล้ว)? ?$"
)
_OUTCOME = re.compile(r"ผ่าน|ได้รับ|พึงพอใจ|เข้า|ชนะ|รางวัล|สมัคร|มา|พบ|มี|ตอบแบบ|บรรลุ|อ่าน|สอบ|เลือก|คุณภาพ")
_OF_WHOLE = re.compile(r"(?:จาก|ทั้งหมด|เป้าหมาย|แผน)[ก-๎ ]{0,12}$")
_ALREADY = re.compile(r"^[ก-๎ ]{0,30}แล้ว(?:เสร็จ)? ?(?:จำนวน|เพียง)? ?$")
_SO_FAR = re.compile(
    r"(?:แล้วเสร็จ|เสร็จ(?:แล้ว|สิ้น)?|คืบหน้า|ก้าวหน้า|ดำเนินการ(?:แล้ว|ได้|ไปได้|ไปแล้ว)?(?:เสร็จ)?)(?:แล้ว"
    r"|ได้|เพียง|ประมาณ|เป็น|คิดเป็น| )*$"
)
_TURN = re.compile(
    r"(?P<what>งวด|ระยะ|ขั้น|ขั้นตอน|รุ่น|ครั้ง|รอบ)ที่ ?(?P<nth>\d{1,2}) ?"
    r"(?:จาก|ใน|ของ)(?:จำนวน|ทั้งหมด|ทั้งสิ้น| )*"
    r"(?P<all>\d{1,2}) ?(?P=what)"
)
"""The how many-th of all: "งวดที่ 2 จากทั้งหมด 4 งวด"."""
_WHOLE = 100.0
_NEAR = 40


def undone(reading: Reading) -> str:
    """Return the words that tell of a part still to be done, or ``""``.

    >>> from plantrack_nb.quantities.reading import read
    >>> undone(read("ติดตามแล้ว 17 แห่ง จาก 30 แห่ง"))
    '17 แห่ง จาก 30 แห่ง'
    """
    for at, one in enumerate(reading.quantities):
        gap = reading.text[max(one.begin, one.start - _NEAR) : one.start]
        if one.role is Role.LEFT and one.unit != BAHT and not one.is_share and one.value > 0:
            if _REMAINS.search(gap) or _is_rest(reading, at):
                return reading.source[one.begin : one.end].strip()
        elif one.is_share and one.value < _WHOLE and _so_far(reading, one):
            return reading.source[one.begin : one.end].strip()
        elif at + 1 < len(reading.quantities) and _is_part(reading, one, at, gap):
            return reading.source[one.start : reading.quantities[at + 1].end]
    by_turn = _TURN.search(reading.text)
    if by_turn and int(by_turn["nth"]) < int(by_turn["all"]):
        return reading.source[by_turn.start() : by_turn.end()]
    return ""


def _is_rest(reading: Reading, at: int) -> bool:
    """Tell whether a figure is left of the one told as done before it: "แล้ว 22 แห่ง เหลือ 18 แห่ง"."""
    before = reading.quantities[at - 1] if at else None
    done = before is not None and before.unit == reading.quantities[at].unit
    return done and "แล้ว" in reading.gap(at - 1)


def _so_far(reading: Reading, one: Quantity) -> bool:
    words = re.sub(r"(?:อัตรา)?ร้อย ?ละ ?$", "", reading.text[one.begin : one.start])
    return one.is_exact and _SO_FAR.search(words) is not None


def _is_whole(reading: Reading, at: int) -> bool:
    """Tell whether a figure is the whole of the next: "จาก 10 กลุ่ม ได้รับแล้ว 8 กลุ่ม"."""
    whole, part = reading.quantities[at], reading.quantities[at + 1]
    alike = part.unit == whole.unit and whole.unit not in ("", BAHT) and not part.is_rate
    if not alike or not 0 < part.value < whole.value or not (part.is_exact and whole.is_exact):
        return False
    words = reading.between(whole, part)
    told = _OF_WHOLE.search(reading.gap(at)) and _ALREADY.search(words)
    return told is not None and not _OUTCOME.search(words.replace("ได้รับ", ""))


def _is_part(reading: Reading, one: Quantity, at: int, gap: str) -> bool:
    """Tell whether a figure is a part of the next: "ดำเนินการไปแล้ว 3 ใน 8 ตำบล"."""
    if _is_whole(reading, at):
        return True
    whole = reading.quantities[at + 1]
    alike = one.unit in ("", whole.unit) and whole.unit not in ("", BAHT) and not whole.is_rate
    if not alike or not 0 < one.value < whole.value or not (one.is_exact and whole.is_exact):
        return False
    if not _OF_ALL.fullmatch(reading.between(one, whole)):
        return False
    clause = gap.rstrip().rpartition(" ")[2]
    return _DEED.search(gap) is not None and not _OUTCOME.search(clause)
