"""What numbers are counted in: any noun that stands where a classifier stands."""

from __future__ import annotations

import re
from functools import lru_cache
from types import MappingProxyType

BAHT, PERCENT, PERSON, SCHOOL = "baht", "percent", "person", "school"
MONTH, DAY, YEAR, TIME = "month", "day", "year", "time"

UNITS = MappingProxyType(
    {
        "บาทถ้วน": BAHT,
        "บาท": BAHT,
        ".บาท": BAHT,
        "฿": BAHT,
        ".-": BAHT,
        "%": PERCENT,
        "เปอร์เซ็นต์": PERCENT,
        "คน": PERSON,
        "ราย": PERSON,
        "ท่าน": PERSON,
        "นาย": PERSON,
        "รูป": PERSON,
        "อัตรา": "post",
        "ตำแหน่ง": "post",
        "โรงเรียน": SCHOOL,
        "โรง": SCHOOL,
        "ร.ร.": SCHOOL,
        "รร.": SCHOOL,
        "แห่ง": SCHOOL,
        "สถานศึกษา": SCHOOL,
        "โครงการ": "project",
        "ครั้ง": TIME,
        "ชั่วโมง": "hour",
        "ชม.": "hour",
        "วัน": DAY,
        "สัปดาห์": "week",
        "เดือน": MONTH,
        "ภาคเรียน": "term",
        "เทอม": "term",
        "ปี": YEAR,
    }
)
"""Unit words that have a code; any other counting word (เล่ม, รุ่น) is its own unit."""

DIVISIBLE = frozenset(
    [
        BAHT,
        PERCENT,
        "hour",
        DAY,
        MONTH,
        YEAR,
        "กิโลเมตร",
        "กม.",
        "เมตร",
        "ไร่",
        "คะแนน",
        "กิโลกรัม",
        "กก.",
        "ลิตร",
        "ตัน",
        "ตารางเมตร",
        "องศา",
        "จุด",
        "ระดับ",
        "เท่า",
    ]
)
"""Units of which there may be a part."""

_COUNTING = """
กรณี กลุ่ม กลุ่มโรงเรียน กล่อง กอง กองทุน กิจกรรม กิโลกรัม กิโลเมตร กก. กม. แกลลอน ก้อน กระถาง กระสอบ
ขวด ข้อ ข้อสังเกต ข้อเสนอ ข่าว ขั้นตอน ขั้น เขต คณะ คดี คน ครอบครัว ครัวเรือน ครั้ง คะแนน คัน คู่ คำ คำขอ คำร้อง
คำถาม คลิป ค่าย เครือข่าย เครื่อง โครงงาน โครงการ งวด งาน จุด จังหวัด ฉบับ ฉาก ชนิด ชั้น ชั้นเรียน ชั่วโมง
ชม. ชิ้น ชุด ชุมชน เชือก ช่อง ซอง ด้าน ดวง ดอก เดือน ตน ต้น ตอน ตัว ตัวชี้วัด ตัวอย่าง ตำบล ตำแหน่ง ตู้
เตียง แต้ม ถัง ถุง แถว ท่าน ทีม ทุน เทอม แท่ง แท่น นัด นาที นาย เนื้อหา บท บทเรียน บัญชี บาน บาท บ่อ แบบ
ใบ ประเด็น ประเภท ปี ปีก เป้าหมาย แปลง ผล ผลงาน ผลัด ผืน แผ่น แผน แผนงาน ฝ่าย พวง พื้นที่ เพลง แพ็ค
ฟาร์ม ภาค ภาคเรียน ภาพ ภารกิจ ภาษา มาตรการ มาตรฐาน มาตรา มื้อ เมนู เมตร แมตช์ ม้วน ยก ระบบ ระดับ
รางวัล ราย รายการ รายชื่อ รายวิชา รุ่น รูป รูปแบบ เรื่อง เรือ โรง โรงเรียน ร้าน ลัง ลำ ลิตร ลูก เล่ม วง
วัน วิชา เวที เว็บไซต์ ศูนย์ สถานี สถานที่ สถานศึกษา สนาม สนามสอบ สมุด สระ สาขา สาย สาระ สำนวน สำเนา
สัปดาห์ สิ่ง ส่วน เส้น หน่วย หน่วยงาน หน้า หมวด หมวดหมู่ หมู่ หมู่บ้าน หลอด หลัก หลักสูตร หลัง หลังคาเรือน ห่อ
ห้อง ห้องเรียน หัวข้อ เหตุ เหรียญ แห่ง องค์ องค์กร องค์ประกอบ อย่าง อัตรา อัน อำเภอ อาคาร อาชีพ เอกสาร
แอปพลิเคชัน ไร่ ตารางเมตร ตารางวา ตัน วินาที ล้อ เรือน ฐาน ฐานการเรียนรู้ ช่วง โหล แฟ้ม กระทู้ โพสต์
บอร์ด ป้าย ตะกร้า กิโล มัด แผง ฝูง แปลงนา หัว เม็ด สภา สมาคม ชมรม นวัตกรรม บทความ บูธ ซุ้ม เมือง รอบ
ดอลลาร์ ประโยค ข้อมูล สัญญา โควตา คิว เส้นทาง
"""
_CLASSIFIERS = frozenset(_COUNTING.split()) | frozenset(UNITS)
"""Words known to count; they only tell where a unit ends in text without spaces."""

_LONGEST = max(map(len, _CLASSIFIERS))
_UNLESS = MappingProxyType(
    {
        "คน": "ละ",
        "ราย": "งาน|การ|ได้|ชื่อ|จ่าย|ละ|วิชา|เดือน|ปี|บุคคล|หัว",
        "ครั้ง": "ที่|ละ",
        "วัน": "ที่|ละ",
        "เดือน": "ละ",
        "ปี": "ที่|การ|งบ|ละ",
        "รอบ": "ที่|ละ",
        "หลัก": "สูตร|เกณฑ์|ฐาน|การ",
        "งาน": "วิจัย|บุคคล|ประ",
        "เครื่อง": "มือ",
        "เขต": "พื้นที่",
        "ส่วน": "ใหญ่|ราชการ|กลาง|ตัว|ร่วม",
        "กลุ่ม": "งาน|เป้า|นโย|นิเทศ|บริ|อำนวย|ส่งเสริม|พัฒนา|กฎหมาย",
        "ผล": "การ|ประ|คะแนน|สัม|ลัพธ์|งาน|กระทบ|สอบ|รวม",
        "ระดับ": "",
        "เป้าหมาย": "",
        "หน้า": "ที่|เว็บ",
        "หลัง": "จาก|การ|อบรม|พัฒนา|เรียน|ดำเนิน",
        "ตัว": "แทน|ชี้|บ่ง|อย่าง|เลข",
        "ข้อ": "มูล|ตก|คิด|ควร|ความ|บัง|จำกัด",
        "แผน": "การ|ปฏิ|พัฒนา|งบ|ที่",
        "คณะ": "กรรมการ|ทำงาน|อนุ|ผู้|นิเทศ|ศึกษา",
        "พื้นที่": "",
        "อาคาร": "สถานที่",
        "แบบ": "ฟอร์ม|ประเมิน|สอบ|ฝึก|รายงาน|อย่าง|บูรณา|มี|ออน",
        "ภาค": "ภูมิ|ปลาย|ต้น|ฤดู|เหนือ|ใต้|กลาง|ตะวัน|รัฐ|เอกชน|ประชา|สนาม",
        "ข้อมูล": "",
        "ผลัด": "",
        "สาย": "",
        "รูป": "แบบ",
        "จุด": "มุ่ง|เน้น|เด่น|ประสงค์|อ่อน|หมาย",
        "อย่าง": "น้อย|ต่ำ|มาก|ต่อเนื่อง|ยั่งยืน|ทั่วถึง|เหมาะ|ไร|เข้ม|มี",
        "เรื่อง": "",
        "สิ่ง": "แวดล้อม|อำนวย|ก่อ",
        "ตอน": "ต้น|ปลาย|บน|ล่าง",
        "ชั้น": "ปี|มัธยม|ประถม|อนุบาล|เรียนละ",
    }
)
"""Where a longer word begins with a counting word: what must not follow. ``""``: nothing may."""

_NOT_UNITS = re.compile(
    "และ|หรือ|ถึง|จนถึง|ใน|ที่|ของ|จาก|ได้|เป็น|ไม่|มี|โดย|ต่อ|ตาม|เพื่อ|ให้|แล้ว|รวม|คิด|จำนวน|ระหว่าง|ทั้ง|ผ่าน|เข้า"
    "|ณ|น$|น\\.|ซึ่ง|กับ|แก่|คือ|ว่า|แต่|ยัง|จะ|ขึ้น|ลง|กว่า|ไป|มา|อยู่|ดัง|เช่น|ทุก|ครบ|พบ|เหลือ|คง|อีก|ปัจจุบัน|ปรากฏ|สำหรับ|ส่ง|ภาย"
    "|ต้อง|ควร|สามารถ|เฉลี่ย|ร้อย|ล้าน|พัน|หมื่น|เทียบ|เพิ่ม|ลด|สูง|ต่ำ|มาก|น้อย|ดี|พอใช้|เมื่อ|หลัง|ก่อน|ตั้งแต่|ราคา|ค่า|ๆ|ฯ"
    "|ประชุม|จัด|อบรม|ดำเนิน|ติดตาม|นิเทศ|ประเมิน|สรุป|รายงาน|พัฒนา|ส่งเสริม|ศึกษา|ตรวจ|ออก|ทำ|ใช้|สร้าง|ซื้อ|จ้าง|ซ่อม|ปรับ|สำรวจ"
    "|คัดเลือก|แต่งตั้ง|เผยแพร่|ประกวด|แข่งขัน|ขยาย|ยก|สนับสนุน|วิเคราะห์|เสนอ|เบิก|โอน|อนุมัติ|ชาย|หญิง|ระยะ|ระดับ"
    "|มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม"
)
"""How a word begins that goes on with the sentence and counts nothing."""

_ENDS_UNIT = re.compile(
    "และ|หรือ|ที่|ของ|จาก|ได้|เป็น|ไม่|มี|โดย|ต่อ|ตาม|เพื่อ|ให้|แล้ว|รวม|คิด|จำนวน|ระหว่าง|ทั้ง|ผ่าน|เข้า|ซึ่ง|กับ|แก่|คือ|ใน|ละ"
)
_RUN = re.compile("[ก-ฮะ-ฺเ-ๅ็-๎]+")
_NAMES_YEARS = ("ปี", "พ.ศ.", "ปีงบประมาณ", "ปีการศึกษา")
_YEAR_NEXT = re.compile(r" ?(?:พ\. ?ศ\. ?)?2[3-6]\d\d(?!\d)")
_SIGN = re.compile(r"\.บาท|\.-|%|฿|ร\.ร\.|รร\.|ชม\.|กก\.|กม\.")
_SIGNS = frozenset(".%฿รชก")
_LONGEST_NOUN = 12
_BEFORE_NUMBER = re.compile(r" ?(?:จำนวน ?)?\d")

PER_WORDS = [
    "คน",
    "ราย",
    "ท่าน",
    "กลุ่มโรงเรียน",
    "โรงเรียน",
    "โรง",
    "แห่ง",
    "ห้องเรียน",
    "ห้อง",
    "รุ่น",
    "ครั้ง",
    "ชั่วโมง",
    "ชม.",
    "วัน",
    "สัปดาห์",
    "เดือน",
    "ภาคเรียน",
    "ปี",
]
_PER_ORDER = list(dict.fromkeys(UNITS.get(word, word) for word in PER_WORDS))


def unit_of(word: str) -> str:
    """Return the code of a unit word, or the counting word itself."""
    return UNITS.get(word, word)


def rate(unit: str, per: tuple[str, ...]) -> str:
    """Name a rate in one order, whatever order it was written in: "baht/person/month"."""
    known = {one: at for at, one in enumerate(_PER_ORDER)}
    return "/".join([unit, *sorted(set(per), key=lambda one: (known.get(one, 99), one))])


def unit_at(text: str, at: int, *, is_whole: bool = True) -> tuple[str, int, bool]:
    """Read the unit word that begins at a place of a text.

    Parameters
    ----------
    text : str
        The text, in Arabic digits.
    at : int
        Where the word may begin; a space before it is skipped.
    is_whole : bool, optional
        False behind a number with decimals: of things that are counted there is no part.

    Returns
    -------
    tuple of str, int, bool
        The word ("" where none stands), where it ends, and whether it is a known one.
    """
    start = at + (text[at : at + 1] == " ")
    if text[start : start + 1] in _SIGNS:
        sign = _SIGN.match(text, start)
        if sign:
            return sign[0], sign.end(), True
    run = _RUN.match(text, start)
    if run is None:
        return "", at, False
    word, known = _word_of(run[0])
    if word in _NAMES_YEARS and _YEAR_NEXT.match(text, start + len(word)):
        return "", at, False  # "เท่ากับ 42.30 ปี 2567": the year of the next figure
    if not word or (not is_whole and unit_of(word) not in DIVISIBLE):
        return "", at, False
    if not known and _BEFORE_NUMBER.match(text, run.end()):
        return "", at, False  # "ทอง 6 เงิน 5": the next number's own label
    return word, start + len(word), known


@lru_cache(maxsize=8192)
def _word_of(run: str) -> tuple[str, bool]:
    """Take the counting word at the beginning of letters without a space, and if it is known."""
    for size in range(min(len(run), _LONGEST), 1, -1):
        word = run[:size]
        if word in _CLASSIFIERS:
            unless = _UNLESS.get(word)
            rest = run[size:]
            if unless is None or not rest or (unless and not re.match(unless, rest)):
                return word, True
            if not unless and _ENDS_UNIT.match(rest):
                return word, True  # "72 เรื่องใน 12 เดือน"
            if unless:
                return "", False
    if _NOT_UNITS.match(run):
        return "", False
    ends = _ENDS_UNIT.search(run, 2)
    noun = run[: ends.start()] if ends else run
    return (noun, False) if 2 <= len(noun) <= _LONGEST_NOUN else ("", False)


def per_before(words: str, seen: frozenset[str]) -> str:
    """Read the word before ละ: of "สนับสนุนโครงงาน" the longest end that is known to count.

    ``seen`` are unit words of the same text; a word that is none of these is taken whole.
    """
    for size in range(min(len(words), _LONGEST), 1, -1):
        word = words[-size:]
        if word in _CLASSIFIERS or word in seen:
            return word
    return words if 2 <= len(words) <= _LONGEST_NOUN else ""
