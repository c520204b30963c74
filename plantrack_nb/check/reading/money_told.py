"""Money that words tell of as spent or as given, by its verb."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from plantrack_nb.check.facts import Facts
from plantrack_nb.check.reading.running_text.readings import readings
from plantrack_nb.core.records import Row, extended
from plantrack_nb.quantities.counted_nouns import BAHT
from plantrack_nb.quantities.quantity import Quantity, Reading, Role

_NOT_YET = re.compile(
    r"(?:ไม่|มิได้|รอ|จะ|ขอ(?!ง)|กำหนด|คาด|แผน|เตรียม|ระหว่าง|เพื่อ|หาก|ต้อง|ควร|กรอบ|วงเงิน|ประมาณการ|เร่งรัด|อัตรา|เหลือ)"
)
_SPENT = re.compile(r"เบิกจ่าย|ใช้จ่าย|ใช้(?:เงิน)?งบ(?:ประมาณ|ประจำ)?|ใช้เงิน|ใช้ไป|เบิกไป|เบิกแล้ว")
_PAID = re.compile(r"จ่าย|ชำระ|โอน(?:เงิน|งบ)|มอบเงิน|ส่งมอบเงิน|เบิกเงิน")
_GIVEN = re.compile(r"จัดสรร|ได้รับ(?:เงิน|งบ|โอน|สนับสนุน)|โอน(?:เงิน|งบ)|สนับสนุน(?:เงิน|งบ)")
_DONE = re.compile("แล้ว|เรียบร้อย|เสร็จ")
_BEHIND = 12
_BRIEF = 120
_OTHER_SOURCE = re.compile("บริจาค|เงินรายได้|เงินนอกงบ|งบอื่น|แหล่งอื่น|ของโรงเรียน")


def spent(reading: Reading) -> Iterator[Quantity]:
    """Give the amounts that a text tells as spent or paid."""
    return _told(reading, _is_spent)


def given(reading: Reading) -> Iterator[Quantity]:
    """Give the amounts that a text tells as spent, paid or given."""
    return _told(reading, lambda before, behind: _is_spent(before, behind) or _is(_GIVEN, before))


def amounts_told(facts: Facts, which: Callable[[Reading], Iterator[Quantity]]) -> list[Row]:
    """Select activities that tell of an amount: their total, else the first, as ``told``."""
    made, read = [], facts.once(readings)
    for row in facts.activities:
        found = list(which(read[row.text])) if "บาท" in row.text or ".-" in row.text else []
        if found:
            one = next((one for one in found if one.role is Role.TOTAL), found[0])
            made.append(extended(row, told=one.value, words=row.text[one.begin : one.end].strip()))
    return made


def _told(reading: Reading, is_meant: Callable[[str, str], bool]) -> Iterator[Quantity]:
    for at, one in enumerate(reading.quantities):
        if one.unit != BAHT or one.is_rate or not one.is_exact or one.role is Role.LEFT:
            continue
        is_total = one.role is Role.TOTAL and at > 0
        before = (reading.text[: one.start] if is_total else reading.gap(at))[-_BRIEF:]
        if not _OTHER_SOURCE.search(before) and is_meant(
            before, reading.text[one.end : one.end + _BEHIND]
        ):
            yield one


def _is_spent(before: str, behind: str) -> bool:
    if _is(_SPENT, before):
        return True
    is_done = _DONE.search(before) or _DONE.match(behind.strip())
    return is_done is not None and _is(_PAID, before)


def _is(verb: re.Pattern[str], before: str) -> bool:
    """Tell whether a verb stands before an amount and is neither denied nor planned."""
    found = list(verb.finditer(before))
    return bool(found) and not _NOT_YET.search(before[: found[-1].start()][-_BEHIND:])
