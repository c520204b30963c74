"""Numbers that only name, order, date or cite: no quantities."""

from __future__ import annotations

import re
from collections.abc import Sequence
from string import ascii_letters

from plantrack_nb.thai.dates import DateSpan

_YEAR = r"(?:2[3-6]\d\d|19\d\d|20[0-4]\d)(?![\d,]|\.\d)"
_NAMED = re.compile(
    # none begins elsewhere, and what begins with a Thai letter has a digit soon
    r"(?=[A-Za-z\d/(]|(?:เ[วขลทฟ]|โ[ทค]|[พค]\.|ป[ี.วร]|ม[.ัา]|อ[.น]|ชั|ที|ห[นม]|ร[หะั]|บท|ไ[ตว]|ก[ิล]|ยุ|ข้|ต[อั]"
    r"|ภา|ฉบ|วา|งว|ศต)\D{0,20}\d|[ก-ฮ]{2,4}\. ?\d+/)(?:"
    # hours of the day: "08.30-16.30 น.", "เวลา 9.00"
    r"(?:(?<!ระยะ)เวลา ?)\d{1,2}[.:]\d\d(?: ?(?:[-–—]|ถึง) ?\d{1,2}[.:]\d\d)?"
    r"|(?<!\d)\d{1,2}[.:]\d\d(?: ?(?:[-–—]|ถึง) ?\d{1,2}[.:]\d\d)? ?(?:น\.|นาฬิกา)"
    # telephone, and codes with a leading zero
    r"|(?:โทร(?:ศัพท์|สาร)?\.? ?)[\d][\d -]{5,}\d|(?<![\d.,])0\d[\d-]*\d(?![\d,]|\.\d)"
    # 10/08/2566, 218/2567, ว17/2553, ศธ 04006/ว118
    r"|\d+ ?/ ?\d{1,2} ?/ ?\d{2,4}(?!\d)|\d{1,6} ?/ ?(?:25|26|24)\d\d(?!\d)|/ ?ว ?\d+"
    # years, single and spans: พ.ศ. 2566-2570, ปี 2565, and a bare 2565 that counts nothing
    rf"|(?:[พค]\. ?ศ\. ?|ปี(?:งบประมาณ|การศึกษา)?(?: ?พ\. ?ศ\.)? ?){_YEAR}(?: ?(?:[-–—/]"
    rf"|ถึง) ?\d{{2,4}})?"
    rf"|(?<![\d.,/]){_YEAR} ?[-–—] ?{_YEAR}"
    # grades and classes: ป.1-3, ม.1, ชั้น ป.6, อนุบาล 2-3, ปวช. 1
    r"|(?<![ก-ฮะ-์])(?:[ปมอ]|ปวช|ปวส)\. ?\d(?: ?[-–—,/] ?(?:[ปมอ]\. ?)?\d)*(?![\d,]|\.\d)"
    r"|(?:อนุบาล|ประถมศึกษาปีที่|มัธยมศึกษาปีที่|ชั้นปีที่) ?\d(?: ?[-–—] ?\d)?(?![\d,]|\.\d)"
    # ordinals and what has a number for a name: ครั้งที่ 2, เขต 1, ข้อ 12, หน้า 5
    r"|(?<!สถาน)(?<!พื้น)(?<!หน้า)(?<!เนื้อ)(?<!เคลื่อน)(?<!แผน)(?<!เต็ม)(?<!ทัน)(?<!คง)(?<!ท้อง)"
    r"ที่ ?\d{1,4}(?:\.\d{1,2}){0,2}(?: ?(?:[-–—]|และ|,(?!\d{3}(?!\d))) ?\d{1,3}(?:\.\d{1,2})?)*"
    r"(?![\d,]|\.\d)"
    r"|(?:เขต|มาตรา|(?<!ล่วง)หน้า|หมู่|เลข|รหัส|บท|ไตรมาส) ?\d{1,3}(?:\.\d{1,2})*(?: ?[-–—] ?\d{1,3}"
    r")?(?! ?(?:คน|ราย|แห่ง|โรง|บาท|ครั้ง|กิโลเมตร|กม\.|เมตร|ไร่|ตาราง|ต้น|หลัง|ห้อง|ลิตร|คะแนน))"
    r"(?![\d,]|\.\d)"
    r"|(?:โครงการ|กิจกรรม|กลยุทธ์|ยุทธศาสตร์|ข้อ|ตอน|ภาคเรียน|เทอม|ฉบับ|วาระ|งวด|ระยะ|เฟส|ตัวชี้วัด)"
    r" ?\d{1,3}(?:\.\d{1,2})*(?: ?[-–—] ?\d{1,3})?(?! ?(?:คน|แห่ง|โรง|ราย|ครั้ง"
    r"|วัน|เดือน|บาท|ข้อ|เรื่อง|กิจกรรม|โครงการ|ชุด|เล่ม|ฉบับ))(?![\d,]|\.\d)"
    r"|(?:โควิด|โคโรนา|ไวรัส|COVID|รัชกาล|ศตวรรษ)(?:ที่)? ?[-–]? ?\d+"
    # letters and digits in one word: A1, B2, COVID-19, สปช.105/29
    r"|[A-Za-z][A-Za-z.]*[-–]?\d[\d.]*(?![\d,])"
    r"|[A-Za-z]{2,} (?:\d\.0(?!\d)|\d+(?:\.\d+)?(?! ?[ก-ฮเ-ไ%,\d]|\.\d))"
    r"|[ก-ฮ]{2,4}\. ?\d+/\d+"
    # marks of lists: "1.", "(3)"; "2)" only outside brackets
    r"|(?:(?<=\s)|(?<=^))\d{1,2}(?:\.\d{1,2})*\.(?=\s*[^\d\s.,\-)])|(?:(?<=\s)"
    r"|(?<=^))\(\d{1,2}\)(?= ?[^\d\s]))",
    re.IGNORECASE | re.MULTILINE,
)
"""What a number is part of when it counts nothing."""

_HAVE_NUMBERS = """
ที่ เวลา โทร โทร. โทรศัพท์ โทรสาร ศ. ปี ปีงบประมาณ ปีการศึกษา อนุบาล เขต มาตรา หน้า
หมู่ เลข รหัส บท ไตรมาส โครงการ กิจกรรม กลยุทธ์ ยุทธศาสตร์ ข้อ ตอน ภาคเรียน เทอม
ฉบับ วาระ งวด ระยะ เฟส ตัวชี้วัด โควิด โคโรนา ไวรัส รัชกาล ศตวรรษ
"""
_NAMES = tuple(_HAVE_NUMBERS.split())
_SIGNS = frozenset(".-–—/(,ว\n\t" + ascii_letters)
_BEHIND = frozenset("./:)-–—ถน")
_LOOKED_BACK = 14
_YEAR_DIGITS = 4


def may_name(plain: str, start: int, end: int) -> bool:
    """Tell at little cost whether a number may be part of a name: what stands beside it."""
    before = plain[max(start - _LOOKED_BACK, 0) : start].rstrip(" ")
    if not before or before[-1] in _SIGNS or before.endswith(_NAMES):
        return True
    digits = plain[start:end]
    if digits[0] == "0" or (len(digits) == _YEAR_DIGITS and digits[0] in "12"):
        return True
    behind = plain[end : end + 2].lstrip(" ")[:1]
    return behind in _BEHIND if behind else False


_MARK = re.compile(r"(?:(?<=\s)|(?<=^))\d{1,2}\)(?= ?[^\d\s])", re.MULTILINE)


def named(
    plain: str, dates: Sequence[DateSpan], *, has_names: bool = True
) -> list[tuple[int, int]]:
    """Find where numbers of a text (in Arabic digits) name, order, date or cite, in order.

    Where no number may be part of a name (:func:`may_name`) there are only its ``dates``.
    """
    spans = [found.span() for found in _NAMED.finditer(plain)] if has_names else []
    spans += [(one.begin, one.stop) for one in dates]
    if ")" in plain:
        marks = _MARK.finditer(plain)
        spans += [one.span() for one in marks if not _is_open(plain, one.start())]
    return sorted(spans)


def _is_open(text: str, place: int) -> bool:
    """Tell whether a bracket is open at a place."""
    return text.rfind("(", 0, place) > text.rfind(")", 0, place)
