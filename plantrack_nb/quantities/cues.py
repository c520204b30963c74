"""Words that tell how figures belong together: closed classes, in one place.

These are no phrases of any report: connectives, opposites and series of the language, and the
steps of an office's work.
"""

from __future__ import annotations

import re

DIVIDES = re.compile(
    r"(?:จำแนก|แบ่ง|แยก|กระจาย|แจกแจง)(?:ออก)?(?:เป็น|ตาม|ให้|ได้)?|ประกอบ(?:ไป)?ด้วย"
    r"|ได้แก่|ดังนี้|(?:^|[ (])คือ|มาจาก"
    r"|(?:^|[ (])(?:โดย)?เป็น(?!เงิน|จำนวน|ไป|ร้อย|ต้น|เวลา|การ|ผู้)"
)
"""Words behind a whole that announce all its parts."""

NO_PARTS = re.compile(
    "เช่น|อาทิ|รวมถึง|ในจำนวนนี้|ในจำนวนดังกล่าว|ในนี้|ไม่รวม|ไม่นับ|อย่างน้อย|นอกจาก|โดยเฉพาะ|ส่วนใหญ่|บางส่วน|เพิ่มเติม|สำรอง|พร้อม"
)
"""Words that part figures which are no exhaustive list."""

NEW_ITEM = (
    r"(?:^|(?<!\.)\s)(?:\d{1,2}[.)]|\(\d{1,2}\)"
    r"|[-•](?!\s*(?:(?:ม|มี|ก|เม|พ|มิ|ส|ต|ธ)\. ?[คพย]|[ก-๎]{2,9}(?:คม|ยน|พันธ์))))\s*[ก-๙]"
)
"""Where another item of a list begins in one line; a dash before a month is a span's."""

OVERLAPS = re.compile(
    r"(?<!ประกอบ)(?<!พร้อม)ด้วย(?= ?\d)|ปัญหา|อุปสรรค|สาเหตุ|ต้องการ|ซ้ำ|ร่วมด้วย|หลายคำตอบ|หลายข้อ"
    "|มากกว่า ?(?:หนึ่ง|1) ?(?:ข้อ|คำตอบ|ด้าน|อย่าง|ประเภท|รายการ)"
)
"""Words of things of which one may count among several."""

OTHERS = re.compile(r"อื่น ?ๆ|ส่วนอีก|ที่เหลือ|นอกนั้น|นอกเหนือ|(?<!ช่วย)เหลือ(?!ใช้)")
"""What closes a list: with it, the list is whole."""

NEGATED = re.compile("ยังไม่ได้|ยังไม่|ไม่ได้|ไม่มี|ไม่|มิได้|มิ")

_OPPOSITES = (
    ("ชาย", "หญิง"),
    ("ผ่าน|สอบได้|บรรลุ", "ตก|ปรับปรุง|ซ่อม|แก้ตัว|ไม่ผ่าน|ต้องปรับ"),
    ("บวก", "ลบ"),
    ("ชำรุด|เสีย|ใช้งานไม่ได้|ใช้การไม่ได้", "ใช้การได้|ใช้งานได้|ใช้ได้|ปกติ|สมบูรณ์|สภาพดี"),
    ("ถูกต้อง", "ผิด|คลาดเคลื่อน|ไม่ถูกต้อง"),
    ("แล้ว|เสร็จ|สำเร็จ", "(?<!ช่วย)เหลือ|ค้าง|อยู่ระหว่าง|ระหว่าง|รอ|ยัง"),
    ("ในระบบ|ในเขต|ในสังกัด|ในเวลา", "นอกระบบ|นอกเขต|นอกสังกัด|นอกเวลา"),
    ("ใหม่", "เก่า|เดิม"),
    ("เข้าสอบ|เข้าร่วม|เข้าเรียน|มาเรียน|เข้าประชุม|มารายงานตัว", "ขาดสอบ|ขาด|ลา|ไม่มา|สละสิทธิ์"),
    ("อนุมัติ|เห็นชอบ|อนุญาต", "ไม่อนุมัติ|ไม่เห็นชอบ|ถอน|ระงับ|ไม่อนุญาต"),
    ("ปกติ", "เสี่ยง|ผิดปกติ|มีปัญหา"),
    ("เห็นด้วย", "คัดค้าน|ไม่เห็นด้วย|งดออกเสียง"),
    ("ทัน|ตรงเวลา|ครบ", "ล่าช้า|ไม่ทัน|สาย|ไม่ครบ"),
    ("รัฐ", "เอกชน"),
    ("ประจำ|ข้าราชการ", "ชั่วคราว|ลูกจ้าง|อัตราจ้าง"),
    ("ซื้อ", "จ้าง"),
    ("พอใจ", "ไม่พอใจ"),
)
"""Pairs that together are all there is."""

_MONTHS = (
    "ตุลาคม|ต\\.ค|พฤศจิกายน|พ\\.ย|ธันวาคม|ธ\\.ค|มกราคม|ม\\.ค|กุมภาพันธ์|ก\\.พ|มีนาคม|มี\\.ค"
    "|เมษายน|เม\\.ย|พฤษภาคม|พ\\.ค|มิถุนายน|มิ\\.ย|กรกฎาคม|ก\\.ค|สิงหาคม|ส\\.ค|กันยายน|ก\\.ย"
)
_SERIES = (
    "ดีเยี่ยม|ดีเด่น|ยอดเยี่ยม|ดีเลิศ|ดีมาก|ดี|ปานกลาง|พอใช้|กำลังพัฒนา|ปรับปรุง",
    "มากที่สุด|มาก|ปานกลาง|น้อยที่สุด|น้อย",
    "ทองแดง|ทอง|เงิน|ชมเชย|เข้าร่วม",
    "ระดับ(?:สูง|กลาง|ต่ำ)|(?:สูง|กลาง|ต่ำ)$",
    "เล็ก|กลาง|ใหญ่",
    "หนัก|ปานกลาง|เล็กน้อย",
    "อนุบาล|ปฐมวัย|ก่อนประถม|ประถม|มัธยม|ม\\.ต้น|ม\\.ปลาย|ขยายโอกาส|อาชีว|สามัญ|ปวช|ปวส",
    "ป\\. ?\\d|ม\\. ?\\d|อ\\. ?\\d|ชั้น",
    "ครั้งที่|รุ่นที่|รอบที่|งวดที่|ไตรมาส|ระยะที่|กลุ่มที่|วันที่|ระดับ|รุ่น ?\\d",
    "[A-Z]\\d",
    "ข้าราชการ|พนักงานราชการ|ลูกจ้าง|อัตราจ้าง|นักการ|ธุรการ",
    "ครู|ผู้บริหาร|นักเรียน|ผู้ปกครอง|กรรมการ|วิทยากร|บุคลากร|ประธาน|เลขานุการ|คณะทำงาน",
    "ชำนาญการพิเศษ|ชำนาญการ|เชี่ยวชาญ|ปฏิบัติการ|ครูผู้ช่วย",
    "สำเร็จ|แล้วเสร็จ|เสร็จสิ้น|ระหว่าง|ยังไม่|ยกเลิก|ชะลอ",
    "พุทธ|คริสต์|อิสลาม",
    "ภาษาไทย|คณิตศาสตร์|วิทยาศาสตร์|สังคม|ภาษาอังกฤษ|สุขศึกษา|ศิลปะ|การงาน",
    _MONTHS,
)
"""Members of one series shut each other out."""

_SORT = re.compile(
    "กลุ่ม|ระดับ|ขนาด|ประเภท|ชั้น|สาย|แผนก|อำเภอ|ตำบล|จังหวัด|วุฒิ|ผล|สี|ด้าน|ภาค|ศูนย์|สังกัด|หมวด|งบ|ค่า|เหรียญ|ปริญญา|เขต|เดือน|ช่วง|รอบ|วัน"
)
"""Nouns that sort things; labels that begin with one of them sort by it."""

_STAGES = re.compile(
    "สมัคร|มีสิทธิ|เข้า(?:สอบ|ร่วม|รับ|อบรม|ประชุม)|มา(?:สอบ|รายงานตัว)|ผ่าน|ได้รับ|บรรจุ|สำเร็จ|ชนะ|รางวัล"
)
"""Steps of which each takes some of the one before: no parts of one whole."""

_OPPOSED = tuple(
    (re.compile(f"(?:{one})[^ ]*$|(?:{one})"), re.compile(f"(?:{other})"))
    for one, other in _OPPOSITES
)
_SCALES = 5
"""So many of the series are scales."""
_IN_SERIES = tuple(re.compile(one) for one in _SERIES)


def are_opposed(labels: list[str]) -> bool:
    """Tell whether two of the labels are all there is together: ชาย/หญิง, ผ่าน/ไม่ผ่าน."""
    bare = [NEGATED.sub("", one) for one in labels]
    for at, label in enumerate(labels):
        if bare[at] == label:
            continue
        for other, words in enumerate(labels):
            if other != at and bare[other] == words and _same_end(bare[at], words):
                return True
    for this, that in _OPPOSED:
        first = {at for at, label in enumerate(labels) if this.search(label)}
        second = {at for at, label in enumerate(labels) if that.search(label)}
        if first - second and second - first:
            return True
    return False


def are_series(labels: list[str]) -> bool:
    """Tell whether labels are members of one series, or are built alike."""
    for pattern in _IN_SERIES:
        found = [one[0] for label in labels if (one := _last(pattern, label))]
        if len(found) >= len(labels) - (len(labels) > 2) and len(found) > 1:
            return len(set(found)) > 1 or len(set(labels)) == len(labels)
    sorts = {one[0] if (one := _SORT.match(label)) else "" for label in labels}
    return (
        len(labels) > 1 and len(sorts) == 1 and "" not in sorts and len(set(labels)) == len(labels)
    )


def are_levels(labels: list[str]) -> bool:
    """Tell whether labels are levels of one scale: nothing is at two of them."""
    for pattern in _IN_SERIES[:_SCALES]:
        found = [one[0] for label in labels if (one := _last(pattern, label))]
        if len(found) == len(labels) and len(set(found)) == len(found):
            return True
    return False


def are_stages(labels: list[str]) -> bool:
    """Tell whether labels are steps that fewer and fewer take: สมัคร, เข้าสอบ, ผ่าน."""
    found = [one[0] if (one := _last(_STAGES, label)) else "" for label in labels]
    known = [one for one in found if one]
    return len(set(known)) > 1 and not any(NEGATED.search(label) for label in labels)


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    return max(pattern.finditer(text), key=lambda one: one.start(), default=None)


def _same_end(one: str, other: str) -> bool:
    """Tell whether two labels, the negation taken away, say the same at their end."""
    one, other = one.replace(" ", ""), other.replace(" ", "")
    if min(len(one), len(other)) >= 3 and (one in other or other in one):
        return True
    shared = 0
    for a, b in zip(reversed(one), reversed(other), strict=False):
        if a != b:
            break
        shared += 1
    return shared >= 4
