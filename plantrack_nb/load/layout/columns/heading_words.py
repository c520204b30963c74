"""The words that headings are made of, and what each stands for.

A heading is taken apart into these words, the longest first; what it means follows from their
order, for a Thai phrase begins with its noun. An office adds its own in ``params/words.csv``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property, lru_cache

from plantrack_nb.core.vocabulary import Status
from plantrack_nb.load.layout.marks import read_marks
from plantrack_nb.thai.text import arabic_digits, tidy


class Concept(StrEnum):
    """What a word in a heading stands for."""

    NUMBER = "number"
    CODE = "code"
    PROJECT = "project"
    ITEM = "item"
    STRATEGY = "strategy"
    PLAN_NAME = "plan_name"
    ACTIVITY = "activity"
    WORK = "work"
    RESULT = "result"
    PLAN = "plan"
    TARGET = "target"
    OBJECTIVE = "objective"
    INDICATOR = "indicator"
    MONEY = "money"
    COST = "cost"
    ALLOCATED = "allocated"
    REQUESTED = "requested"
    SPENT = "spent"
    COMMITTED = "committed"
    REMAINING = "remaining"
    PERCENT = "percent"
    PROGRESS = "progress"
    STATUS = "status"
    OWNER = "owner"
    SOURCE = "source"
    KIND = "kind"
    SUM = "sum"
    COUNT = "count"
    OBSTACLE = "obstacle"
    ADVICE = "advice"
    REMARK = "remark"
    TIME = "time"
    PLACE = "place"
    BAHT = "baht"
    FILLER = "filler"


_WORDS: Mapping[Concept, str] = {
    Concept.NUMBER: ("ที่ ลำดับ ลำดับที่ อันดับ อันดับที่ ข้อ ข้อที่ เลขที่ เลขลำดับ no no. # item"),
    Concept.CODE: ("รหัส โค้ด code id เลขรหัส รหัสโครงการ รหัสกิจกรรม รหัสงบประมาณ รหัสแหล่งของเงิน"),
    Concept.PROJECT: "โครงการ ชื่อโครงการ project ชื่อโครงการ/กิจกรรม โครงงาน",
    Concept.ITEM: ("รายการ งาน ชื่องาน ชื่อ ผลผลิต เรื่อง ชื่อรายการ ชื่อกิจกรรม รายการค่าใช้จ่าย ชื่อผลผลิต ภารกิจ"),
    Concept.STRATEGY: (
        "กลยุทธ์ กลยุทธ ยุทธศาสตร์ ประเด็นยุทธศาสตร์ จุดเน้น นโยบาย พันธกิจ มาตรการ "
        "เป้าประสงค์ แนวทาง ประเด็น ด้าน แนวทางการพัฒนา ประเด็นการพัฒนา strategy "
        "สนองกลยุทธ์ สอดคล้องกับ สนอง"
    ),
    Concept.PLAN_NAME: "แผนงาน ชื่อแผนงาน แผนงานรอง",
    Concept.ACTIVITY: (
        "กิจกรรม กิจกรรมหลัก กิจกรรมย่อย รายละเอียด ขั้นตอน วิธี วิธีการ วิธีดำเนินการ "
        "วิธีดำเนินงาน ขั้นตอนการดำเนินงาน activity สิ่งที่ดำเนินการ สิ่งที่ทำ งานที่ทำ"
    ),
    Concept.WORK: (
        "การดำเนินการ การดำเนินงาน ดำเนินการ ดำเนินงาน การปฏิบัติงาน ปฏิบัติงาน การปฏิบัติ "
        "การจัดกิจกรรม การปฏิบัติการ การทำงาน ดำเนินกิจกรรม"
    ),
    Concept.RESULT: ("ผล ผลการ ผลที่ ผลที่ได้ ผลงาน ผลสัมฤทธิ์ จริง ผลลัพธ์ ที่เกิดขึ้น ทำได้ result ผลที่เกิดขึ้น"),
    Concept.PLAN: ("แผน แผนการ ตามแผน ประมาณการ ตามแผนปฏิบัติการ ตามแผนปฏิบัติราชการ คาดว่าจะ plan"),
    Concept.TARGET: ("เป้าหมาย กลุ่มเป้าหมาย ค่าเป้าหมาย เป้า จำนวนเป้าหมาย ผู้เข้าร่วม ผู้เข้าร่วมโครงการ target"),
    Concept.OBJECTIVE: "วัตถุประสงค์ จุดประสงค์ หลักการและเหตุผล จุดมุ่งหมาย",
    Concept.INDICATOR: (
        "ตัวชี้วัด ตัวบ่งชี้ kpi kpis เกณฑ์ ตัวชี้วัดความสำเร็จ ตัวชี้วัดผลสำเร็จ ตัวชี้วัดผลงาน indicator เกณฑ์ความสำเร็จ"
    ),
    Concept.MONEY: (
        "งบประมาณ งบ เงิน จำนวนเงิน วงเงิน ยอดเงิน เงินงบประมาณ วงเงินงบประมาณ มูลค่า "
        "budget amount พ.ร.บ. พรบ. จำนวนงบประมาณ ยอดงบประมาณ ยอดงบ งบประมาณรายจ่าย"
    ),
    Concept.COST: "ค่าใช้จ่าย cost costs",
    Concept.ALLOCATED: (
        "จัดสรร ได้รับจัดสรร การจัดสรร ได้รับ ที่ได้รับ ได้รับการจัดสรร อนุมัติ "
        "ได้รับอนุมัติ รับโอน โอน โอนจัดสรร ที่ได้ ได้มา รับจัดสรร รับ อนุมัติแล้ว "
        "ได้รับการอนุมัติ ได้รับโอน allocated allocation approved received"
    ),
    Concept.REQUESTED: (
        "ขอ ที่ขอ เสนอขอ คำขอ ตั้งไว้ ขอตั้ง ขอรับ ขอใช้ เสนอ ตั้งงบ ต้องการ ที่ต้องการ ที่ตั้งไว้ "
        "คำของบประมาณ requested"
    ),
    Concept.SPENT: (
        "เบิกจ่าย การเบิกจ่าย เบิก การเบิก จ่าย การจ่าย ใช้จ่าย การใช้จ่าย ใช้ การใช้ "
        "ใช้ไป ที่ใช้ จ่ายจริง ใช้จริง จ่ายแล้ว เบิกแล้ว จ่ายไป เบิกไป รายจ่าย ที่จ่าย "
        "ที่เบิก disbursed จ่ายเงิน เบิกเงิน ใช้เงิน ใช้จ่ายไป เบิกจ่ายแล้ว รายจ่ายจริง ค่าใช้จ่ายจริง "
        "spent actual paid expenditure expenses disbursement utilized used"
    ),
    Concept.COMMITTED: (
        "ผูกพัน ก่อหนี้ ก่อหนี้ผูกพัน po กันเงิน กันไว้ กันเงินไว้ ใบสั่งซื้อ ภาระผูกพัน การก่อหนี้ ทำสัญญา "
        "committed commitment encumbered"
    ),
    Concept.REMAINING: (
        "คงเหลือ เหลือ เหลือจ่าย คงค้าง ค้างจ่าย ยังไม่เบิกจ่าย ยังไม่ได้เบิกจ่าย "
        "ยังไม่เบิก ยังไม่ได้เบิก balance remaining remainder ยังไม่ใช้ ยังไม่จ่าย ยังไม่ได้ใช้ คืน ส่งคืน"
    ),
    Concept.PERCENT: ("ร้อยละ % เปอร์เซ็นต์ เปอร์เซนต์ เปอร์เซ็น percent คิดเป็นร้อยละ อัตรา อัตราร้อยละ"),
    Concept.PROGRESS: (
        "ความก้าวหน้า ก้าวหน้า คืบหน้า ความคืบหน้า ความสำเร็จ สำเร็จ ระดับ progress ผลสำเร็จ ระดับความสำเร็จ"
    ),
    Concept.STATUS: "สถานะ สถานภาพ สถานะการ status",
    Concept.OWNER: (
        "ผู้รับผิดชอบ รับผิดชอบ ที่รับผิดชอบ กลุ่ม กลุ่มงาน ฝ่าย หน่วยงาน หน่วยปฏิบัติ "
        "เจ้าของ ผู้ดำเนินการ ผู้ดำเนินงาน ผู้ปฏิบัติ ผู้ปฏิบัติงาน ผู้ประสานงาน สำนัก "
        "เจ้าภาพ เจ้าหน้าที่ ผู้เกี่ยวข้อง โรงเรียน สถานศึกษา ผู้จัดทำ ผู้รายงาน ผู้ประสาน "
        "ส่วนงาน ชื่อผู้รับผิดชอบ ชื่อ-สกุล ชื่อสกุล ชื่อ-นามสกุล ชื่อนามสกุล ชื่อและนามสกุล "
        "กลุ่ม/หน่วย หน่วย owner กลุ่มสาระ กลุ่มสาระการเรียนรู้ "
        "หัวหน้าโครงการ สังกัด หน่วยรับผิดชอบ หน่วยเบิกจ่าย responsible responsibility department division"
    ),
    Concept.SOURCE: (
        "แหล่ง ที่มา แหล่งที่มา ประเภท หมวด ชนิด ลักษณะ แหล่งเงิน แหล่งงบ แหล่งงบประมาณ "
        "ประเภทงบ ประเภทงบประมาณ ประเภทเงิน หมวดเงิน หมวดรายจ่าย แหล่งที่มาของงบประมาณ "
        "แหล่งเงินทุน ประเภทรายจ่าย ประเภทงบรายจ่าย หมวดงบรายจ่าย source"
    ),
    Concept.KIND: (
        "งบบุคลากร งบดำเนินงาน งบดำเนินการ งบลงทุน เงินอุดหนุน งบเงินอุดหนุน งบอุดหนุน "
        "งบรายจ่ายอื่น รายจ่ายอื่น งบอื่นๆ งบอื่น ค่าตอบแทน ใช้สอย ค่าใช้สอย วัสดุ "
        "ค่าวัสดุ ครุภัณฑ์ ค่าครุภัณฑ์ สาธารณูปโภค ค่าสาธารณูปโภค สิ่งก่อสร้าง "
        "ที่ดินและสิ่งก่อสร้าง งบพัฒนา งบประจำ งบสพฐ. งบสพฐ งบเขต งบสพป. งบสพม. เงินรายได้ "
        "รายได้ เงินรายได้สถานศึกษา เงินนอกงบประมาณ นอกงบประมาณ เงินบริจาค อื่นๆ อื่น "
        "เงินในงบประมาณ งบกลาง งบแผ่นดิน งบพื้นฐาน งบจังหวัด เงินอื่นๆ ค่าจ้าง ลงทุน "
        "อุดหนุน บุคลากร ตอบแทน งบพัฒนาคุณภาพ งบรายจ่าย"
    ),
    Concept.SUM: (
        "รวม รวมทั้งสิ้น ทั้งสิ้น ทั้งหมด ยอดรวม สะสม ผลรวม total รวมเงิน รวมเป็นเงิน ยอดสะสม รวมสะสม รวมทั้งปี ทั้งปี"
    ),
    Concept.COUNT: (
        "จำนวนโครงการ จำนวนกิจกรรม จำนวนนักเรียน จำนวนครู จำนวนโรงเรียน จำนวนคน จำนวน "
        "จำนวนรายการ หน่วยนับ จำนวนผู้เข้าร่วม"
    ),
    Concept.OBSTACLE: "ปัญหา อุปสรรค ปัญหาอุปสรรค ข้อจำกัด ปัญหาและอุปสรรค ปัญหา/อุปสรรค",
    Concept.ADVICE: ("ข้อเสนอแนะ แนวทางแก้ไข การแก้ไข แนวทางการแก้ไข ข้อเสนอ ข้อคิดเห็น วิธีแก้ไข"),
    Concept.REMARK: (
        "หมายเหตุ ข้อสังเกต remark ดู เอกสาร อ้างอิง ความเห็น หลักฐาน ร่องรอย ลิงก์ link แก้ไข ลบ พิมพ์ "
        "remarks note notes comment comments"
    ),
    Concept.TIME: (
        "ระยะเวลา ห้วงเวลา ช่วงเวลา วันที่ เวลา กำหนดการ ปฏิทิน เดือน วันเดือนปี เริ่ม "
        "สิ้นสุด เริ่มต้น กำหนดเวลา วันเริ่ม วันสิ้นสุด ระยะเวลาดำเนินการ "
        "ระยะเวลาดำเนินงาน วัน/เดือน/ปี start end date duration period"
    ),
    Concept.PLACE: "สถานที่ พื้นที่ สถานที่ดำเนินการ พื้นที่ดำเนินการ",
    Concept.BAHT: "บาท ล้านบาท พันบาท หมื่นบาท แสนบาท หน่วย:บาท หน่วยบาท ล้าน พัน baht thb",
    Concept.FILLER: (
        "การ ความ ของ ตาม และ หรือ ใน ประจำ ปี ปีงบประมาณ พ.ศ. พ.ศ แล้ว ไว้ ไป ได้ เดิม "
        "ใหม่ หลัง ก่อน แต่ละ หลัก ย่อย ถึง ณ ปัจจุบัน ครั้งที่ ครั้ง งวด งวดที่ รอบ "
        "รอบที่ ภาคเรียน ภาคเรียนที่ เทอม ไตรมาส ไตรมาสที่ q สิ้น ช่วง ระหว่าง โดย สำหรับ จาก กับ ซึ่ง คือ เป็น "
        "คิดเป็น ต่อ รายงาน ข้อมูล ประเมิน เชิงปริมาณ เชิงคุณภาพ ปริมาณ คุณภาพ ปฏิบัติ "
        "ราชการ นี้ ทุก แก่ ฯ ๆ เดือน หน่วย ที่ปรากฏ สุทธิ ค่า ยอด ระบุ ชื่อ สกุล นามสกุล "
        "ตำแหน่ง จำแนก แยก สพฐ สพฐ. สพป สพป. สพม สพม. เขต แรก ครึ่ง จัด ทำ เพื่อ "
        "gfmis smss e-budget ebudget emenscr"
    ),
}


Pieces = tuple[tuple["Concept | None", str], ...]
"""A text taken apart: its pieces, each with what it stands for."""


@dataclass(frozen=True, eq=False)
class Lexicon:
    """Words of headings and of statuses: the built-in ones, with an office's own laid over them."""

    headings: Mapping[str, Concept] = field(default_factory=dict)
    statuses: Mapping[str, Status] = field(default_factory=dict)

    def pieces(self, text: str) -> Pieces:
        """Take a text apart into known words, the longest first; what is none has no concept."""
        return self._pieces(_spelt(text))

    def status(self, text: str) -> Status | None:
        """Tell which status a text names, by the office's own words or the usual ones."""
        own = self._own_statuses.get(_spelt(text))
        return own or status_named(text)

    @cached_property
    def _own_statuses(self) -> dict[str, Status]:
        return {_spelt(word): one for word, one in self.statuses.items()}

    @cached_property
    def _pieces(self) -> Callable[[str], Pieces]:
        return lru_cache(maxsize=4096)(self._taken_apart)

    def _taken_apart(self, text: str) -> Pieces:
        found: list[tuple[Concept | None, str]] = []
        at = 0
        for match in self._pattern.finditer(text):
            if match.start() > at:
                found.append((None, text[at : match.start()]))
            found.append((self._known[match[0]], match[0]))
            at = match.end()
        if at < len(text):
            found.append((None, text[at:]))
        return tuple(found)

    @cached_property
    def _known(self) -> dict[str, Concept]:
        known: dict[str, Concept] = {}
        for concept, words in _WORDS.items():
            for word in words.split():
                known.setdefault(word, concept)
        return {**known, **{_spelt(word): one for word, one in self.headings.items()}}

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(_any_of(self._known))


_SYLLABLE_ENDS = r"(?![ะ-ู็-๎]|[ก-ฮ]์)"
"""No mark, vowel or silent letter follows that belongs to the word: no พัน in กุมภาพันธ์."""


def _any_of(words: Iterable[str]) -> str:
    """Match any of the words, the longest first; none ends within a syllable or a Latin word."""
    ordered = sorted(words, key=lambda one: (-len(one), one))
    return "|".join(
        rf"(?<![a-z]){re.escape(one)}(?![a-z])"
        if one[0].isascii() and one[0].isalpha()
        else re.escape(one) + _SYLLABLE_ENDS
        for one in ordered
    )


def _spelt(text: str) -> str:
    """Spell a heading in the form in which words are looked up: no blanks, small letters."""
    return "".join(arabic_digits(tidy(text)).lower().split())


BUILT_IN = Lexicon()
"""The words that come with the program."""


def status_named(text: str) -> Status | None:
    """Tell which status a text is the name of; a percent names none."""
    marks = read_marks(text) if text and len(text) <= _LONGEST_STATUS else None
    one = marks[0] if marks and len(marks) == 1 else None
    return one.status if one is not None and one.percent is None else None


_LONGEST_STATUS = 60
