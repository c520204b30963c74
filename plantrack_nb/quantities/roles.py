"""What the words before a number say of it: its role, and whether it is a limit."""

from __future__ import annotations

import re

from plantrack_nb.quantities.counted_nouns import PERCENT
from plantrack_nb.quantities.quantity import Bound, Role

_BASE = re.compile(
    r"(?:จาก|ซึ่งมี|ที่มี|เดิม|เดิมมี|ก่อนมี)(?:จำนวน|ร้อยละ|[ (])*$|จาก(?:ปี|เดิม|ครั้ง|รอบ)[ก-๎ ]*\(?(?:ร้อยละ)? ?$"
)
"""Words before the figure that others are compared with."""
_FILL = (
    r"(?:เป็นเงิน|เป็นจำนวนเงิน|ทั้งสิ้น|ทั้งหมด|จำนวนเงิน|จำนวน|เป็นจำนวน|เป็น|เงิน|แล้ว|รวม|เพียง"
    r"|ประมาณ|เท่ากับ|อยู่ที่|[ :=])*"
)
_ITS_NAME = "(?<!ชั้น)(?<!ขั้น)(?<!ระดับ)(?<!อายุ)(?<!วุฒิ)"
"""Before "lower than" these make a name of it: ชั้นต่ำกว่าสายสะพาย."""
_BECOMES = re.compile(r"(?<!คิด)(?<!หรือ)เป็น ?(?:ร้อย ?ละ)? ?$")
"""What grew "to" a figure did not grow by it."""
_ROLES = re.compile(
    # the first two letters of those below: most places of a text begin none of them
    rf"(?=ย[อั]|เ[งหฉพกปบท]|งบ|ค[ง้]|ขา|ต[ก่]|ผล|แต|ห่|สู|มา|\+|ลด|น้|รว|ทั|ใช|วง|=)"
    rf"(?:(?P<left>(?:ยอด|เงิน|งบ(?:ประมาณ)?)?(?<!ช่วย)(?:คง(?:เหลือ|มี|คลัง|อยู่)"
    rf"|เหลือ(?!ใช้(?!อีก|ได้))|ค้าง|ยังขาด|ขาดอีก)(?:ที่)?(?:ต้อง|จะ|ยัง)?[ก-๎]{{0,24}}? ?(?:อีก)? ?{_FILL})"
    rf"|(?P<mean>(?:เฉลี่ย|ตก(?=[ก-๎]{{1,12}}ละ))[^\d\n]{{0,24}})"
    rf"|(?P<apart>(?:ผลต่าง|ต่างกัน|แตกต่างกัน|ห่างกัน)[ก-๎]{{0,16}}? ?{_FILL}(?:ร้อยละ)? ?)"
    rf"|(?P<up>(?<!ไม่){_ITS_NAME}(?:เพิ่ม(?:ขึ้น|สูงขึ้น)?|สูงขึ้น|มากขึ้น|สูงกว่า|มากกว่า"
    rf"|เกินกว่า|เกิน)[ก-๎]{{0,16}}? ?{_FILL}(?:ร้อยละ)? ?|(?<=[( ])\+)"
    rf"|(?P<down>(?<!ไม่){_ITS_NAME}(?:ลดลง|ลด|ต่ำกว่า|น้อยกว่า)[ก-๎]{{0,16}}? ?{_FILL}(?:ร้อยละ)? ?)"
    rf"|(?P<total>(?:(?<!ค)(?<!ประ)รวม[ก-๎./ ]{{0,24}}?|ทั้งสิ้น|ทั้งหมด|เป็นเงิน|เป็นจำนวนเงิน"
    rf"|เบ็ดเสร็จ|เท่ากับ|ใช้เงิน|วงเงิน|=|ยอด[ก-๎]{{0,10}}?) ?{_FILL}))$"
)
_ROLE_WORDS = re.compile(
    "เหลือ|ค้าง|ขาด|คง|ตก|เฉลี่ย|เพิ่ม|สูง|มากกว่า|เกิน|ลด|ต่ำกว่า|น้อยกว่า|รวม|ทั้ง|เป็น|เบ็ด|เท่า|=|ยอด|มากขึ้น|ต่าง|ห่าง|ใช้เงิน|วงเงิน|\\+"
)
_BOUNDS = (
    (
        Bound.AT_LEAST,
        re.compile(
            r"(?:ไม่น้อยกว่า|ไม่ต่ำกว่า|อย่างน้อย|อย่างต่ำ|ขั้นต่ำ|ตั้งแต่|(?<!ไม่)มากกว่า|(?<!ไม่)เกิน(?:กว่า)?)(?:"
            r"ร้อย ?ละ|จำนวน| )*$"
        ),
    ),
    (
        Bound.AT_MOST,
        re.compile(
            r"(?:ไม่เกิน|ไม่มากกว่า|ไม่สูงกว่า|สูงสุด|อย่างมาก|(?<!ไม่)ต่ำกว่า|(?<!ไม่)น้อยกว่า)(?:ร้อย ?ละ"
            r"|จำนวน| )*$"
        ),
    ),
    (Bound.ABOUT, re.compile(r"(?:(?<!งบ)ประมาณ|ราว|เกือบ|ใกล้เคียง)(?:ร้อย ?ละ|จำนวน| )*$")),
)
_BOUND_WORDS = re.compile("กว่า|อย่าง|ขั้นต่ำ|ตั้งแต่|เกิน|สูงสุด|ประมาณ|ราว|เกือบ|ใกล้")
_ONWARD = re.compile(r" ?(?:ขึ้นไป|เป็นอย่างน้อย|กว่า)")


def role(text: str, near: int, start: int, unit: str, per: tuple[str, ...]) -> Role:
    """Tell the role of a number by the words between ``near`` and its ``start``."""
    found = _ROLES.search(text, near, start) if _ROLE_WORDS.search(text, near, start) else None
    name = found.lastgroup if found else None
    if name in ("up", "down") and (
        _BASE.search(text, near, start) or _BECOMES.search(text, near, start)
    ):
        name = None
    if name in ("left", "mean", "up", "down", "apart"):
        return Role(name)
    if unit == PERCENT:
        return Role.SHARE
    if per:
        return Role.RATE
    return Role(name) if name else Role.COUNT


def bound(text: str, near: int, start: int, end: int) -> Bound:
    """Tell whether a number is exact, or a limit, or about right."""
    if _ONWARD.match(text, end):
        return Bound.AT_LEAST
    if _BOUND_WORDS.search(text, near, start):
        for bound, pattern in _BOUNDS:
            if pattern.search(text, near, start):
                return bound
    return Bound.EXACT
