"""What is told of each relation between figures that does not come out: one rule a line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plantrack_nb.core.findings import Severity


@dataclass(frozen=True)
class Kind:
    """One rule over equations: which relations it tells of, and how it says so.

    ``say`` is the sentence with ``{found}`` and ``{expected}`` for the figure as printed and as it
    should be, ``{formula}`` for what makes it, ``{word}`` and ``{other}`` for the counting words.
    """

    code: str
    relations: frozenset[str]
    severity: Severity
    title: str
    title_en: str
    why: str
    example: str
    todo: str
    say: str


KINDS: Sequence[Kind] = (
    Kind(
        "text-parts",
        frozenset(["parts", "parts-of-target"]),
        Severity.ERROR,
        "จำนวนย่อยรวมกันไม่เท่ากับจำนวนทั้งหมดที่เขียนไว้",
        "The parts do not add up to the whole they stand with",
        "ตัวเลขสองชุดในประโยคเดียวขัดกันเอง จึงไม่รู้ว่าจำนวนใดถูก",
        "“ครู 30 คน แบ่งเป็นชาย 10 คน หญิง 15 คน” รวมได้ 25 คน",
        "ตรวจจำนวนย่อยแต่ละตัวกับทะเบียน แล้วแก้ตัวที่ผิดให้รวมกันได้เท่ากัน",
        "เขียนทั้งหมด {found} แต่จำนวนย่อย {formula} รวมได้ {expected}",
    ),
    Kind(
        "text-total",
        frozenset(["total"]),
        Severity.ERROR,
        "ยอดรวมในข้อความไม่เท่ากับผลบวกหรือผลคูณของตัวเลขที่อยู่ก่อนหน้า",
        "A total in a text is neither the sum nor the product of what stands before it",
        "จำนวน อัตรา และยอดรวมอยู่ในประโยคเดียวกัน ผู้ตรวจสอบคำนวณเองได้ทันที",
        "“2 รุ่น รุ่นละ 150 คน รวม 310 คน” ที่ถูกคือ 300 คน",
        "คำนวณใหม่ แล้วแก้ยอดรวม จำนวน หรืออัตราที่พิมพ์ผิด",
        "เขียนยอด {found} แต่ {formula} เท่ากับ {expected}",
    ),
    Kind(
        "text-share",
        frozenset(["share"]),
        Severity.ERROR,
        "ร้อยละในข้อความไม่เท่ากับสัดส่วนของจำนวนที่เขียนไว้คู่กัน",
        "A percent in a text is not the ratio of the counts it stands with",
        "ผู้อ่านใช้ร้อยละนี้ตัดสินว่าถึงเป้าหมายหรือไม่ ถ้าคำนวณผิดจะสรุปผลผิด",
        "“เข้าสอบ 50 คน จากทั้งหมด 200 คน คิดเป็นร้อยละ 20” ที่ถูกคือร้อยละ 25",
        "คำนวณร้อยละใหม่จากจำนวนทั้งสอง หรือแก้จำนวนที่พิมพ์ผิด",
        "เขียนว่า {formula} คิดเป็นร้อยละ {found} แต่คำนวณได้ร้อยละ {expected}",
    ),
    Kind(
        "text-share-beyond",
        frozenset(["share-beyond"]),
        Severity.WARNING,
        "ส่วนหนึ่งมากกว่าทั้งหมด",
        "A share above a hundred percent",
        "ผู้ผ่านหรือผู้เข้าร่วมจะมากกว่าจำนวนทั้งหมดไม่ได้ จำนวนใดจำนวนหนึ่งจึงผิด",
        "“ผ่าน 120 คน จากผู้เข้าสอบ 100 คน คิดเป็นร้อยละ 120”",
        "แก้จำนวนที่พิมพ์ผิด หรือเขียนว่าเทียบกับเป้าหมาย",
        "เขียนว่า {formula} ซึ่งเกินร้อยละ 100 ส่วนหนึ่งจะมากกว่าทั้งหมดไม่ได้",
    ),
    Kind(
        "text-left",
        frozenset(["left"]),
        Severity.ERROR,
        "จำนวนหรือเงินคงเหลือไม่เท่ากับทั้งหมดหักส่วนที่ทำแล้ว",
        "What is left is not the whole less what was done",
        "จำนวนคงเหลือต้องคำนวณได้จากตัวเลขในข้อความหรือในแถวเดียวกัน",
        "“ทั้งหมด 22 เรื่อง แก้ไขแล้ว 17 เรื่อง คงเหลือ 8 เรื่อง” ที่ถูกคือ 5 เรื่อง",
        "คำนวณจำนวนคงเหลือใหม่ หรือแก้ตัวเลขที่พิมพ์ผิด",
        "เขียนว่าเหลือ {found} แต่ {formula} เหลือ {expected}",
    ),
    Kind(
        "text-left-after",
        frozenset(["left-after"]),
        Severity.WARNING,
        "งบประมาณหลังโอนในข้อความไม่ตรงกับช่องงบประมาณ",
        "The budget after a transfer is not that of its column",
        "เมื่อโอนเปลี่ยนแปลงงบประมาณแล้ว ช่องงบประมาณต้องเป็นยอดใหม่",
        "“คงเหลืองบประมาณหลังโอน 45,000 บาท” แต่ช่องงบประมาณยังเป็น 50,000 บาท",
        "แก้ช่องงบประมาณเป็นยอดหลังโอน แล้วคำนวณร้อยละใหม่",
        "เขียนว่าหลังโอนเหลืองบ {found} บาท แต่ช่องงบประมาณยังเป็น {expected} บาท",
    ),
    Kind(
        "text-mean",
        frozenset(["mean"]),
        Severity.ERROR,
        "ค่าเฉลี่ยไม่เท่ากับค่าเฉลี่ยของคะแนนที่เขียนไว้",
        "A mean is not the mean of the scores listed before it",
        "คะแนนเฉลี่ยใช้เทียบกับระดับจังหวัดและประเทศ ผิดเล็กน้อยก็เปลี่ยนอันดับได้",
        "“ด้านที่หนึ่ง 60.00 ด้านที่สอง 65.00 เฉลี่ยรวม 2 ด้าน 62.00” ที่ถูกคือ 62.50",
        "คำนวณค่าเฉลี่ยใหม่ หรือตรวจคะแนนรายด้านกับประกาศผล",
        "เขียนค่าเฉลี่ย {found} แต่ {formula} เท่ากับ {expected}",
    ),
    Kind(
        "text-levels",
        frozenset(["levels"]),
        Severity.WARNING,
        "ร้อยละของทุกระดับรวมกันไม่ได้ 100",
        "The percents of all levels do not add up to 100",
        "ทุกแห่งต้องอยู่ระดับใดระดับหนึ่ง ถ้ารวมไม่ได้ 100 แปลว่านับตกหรือนับซ้ำ",
        "“ดี ร้อยละ 50 พอใช้ ร้อยละ 30 ปรับปรุง ร้อยละ 10” รวมได้ 90",
        "ตรวจจำนวนของแต่ละระดับ แล้วคำนวณร้อยละใหม่",
        "ร้อยละของทุกระดับ {formula} ไม่ใช่ 100",
    ),
    Kind(
        "text-change",
        frozenset(["change"]),
        Severity.ERROR,
        "จำนวนหรือร้อยละที่เพิ่มขึ้นลดลงคำนวณไม่ถูก",
        "A growth or difference is not that of the two figures before it",
        "การเปลี่ยนแปลงเทียบกับปีก่อนเป็นผลงานที่ถูกอ้างต่อ ต้องคำนวณได้จากสองจำนวนที่เขียนไว้",
        "“ปีก่อน 200 คน ปีนี้ 230 คน เพิ่มขึ้นร้อยละ 51” ที่ถูกคือร้อยละ 15",
        "คำนวณใหม่จากสองจำนวนที่เขียนไว้ หรือแก้จำนวนที่พิมพ์ผิด",
        "เขียนว่าเปลี่ยนแปลง {found} แต่ {formula} เท่ากับ {expected}",
    ),
    Kind(
        "text-direction",
        frozenset(["direction"]),
        Severity.WARNING,
        "เขียนว่าเพิ่มขึ้นทั้งที่ลดลง หรือกลับกัน",
        "Said to have grown though it shrank, or the reverse",
        "ทิศทางที่กลับกันทำให้สรุปผลตรงข้ามกับความจริง",
        "“ปีนี้ 180 คน ปีก่อน 200 คน เพิ่มขึ้นร้อยละ 10”",
        "แก้คำว่าเพิ่มขึ้นหรือลดลง หรือแก้จำนวนที่สลับกัน",
        "เขียนว่า{said} แต่จาก {then} เป็น {now} คือ{right}",
    ),
    Kind(
        "text-list",
        frozenset(["list"]),
        Severity.ERROR,
        "จำนวนรายการที่บอกไว้ไม่เท่ากับรายการที่เขียนจริง",
        "A list does not have as many items as the text says",
        "รายการที่ขาดหรือซ้ำทำให้ผู้ปฏิบัติไม่รู้ขอบเขตงานที่แท้จริง",
        "“3 งาน (งานวิชาการ/งานบุคคล)” บอก 3 แต่เขียนไว้ 2",
        "เติมรายการที่ตกหล่น ตัดรายการที่ซ้ำ หรือแก้จำนวนให้ตรง",
        "บอกว่ามี {found} {word} แต่เขียนรายการไว้ {expected} รายการ ({formula})",
    ),
    Kind(
        "text-target",
        frozenset(["target"]),
        Severity.ERROR,
        "จำนวนในการดำเนินการขัดกับเป้าหมายของโครงการ",
        "A count of the action contradicts the target's",
        "จำนวนที่เขียนว่าครบ หรือต่างกันเพียงพิมพ์สลับ ต้องตรงกับเป้าหมาย ผู้อ่านจึงรู้ว่าใช้จำนวนใด",
        "เป้าหมาย “นักเรียน 120 คน” แต่การดำเนินการ “คัดกรองครบ 1,200 คน”",
        "แก้จำนวนให้ตรงกัน หรือเขียนว่าเหตุใดจึงต่างจากเป้าหมาย",
        "เขียน {found} {word} แต่ช่องเป้าหมายเขียน {expected} {other}",
    ),
    Kind(
        "text-batches",
        frozenset(["batches"]),
        Severity.WARNING,
        "จำนวนรุ่นคูณจำนวนต่อรุ่นไม่เท่ากับเป้าหมาย",
        "Rounds × heads are not the target's number",
        "จำนวนต่อรุ่นที่พิมพ์ผิดทำให้จำนวนผู้เข้าร่วมทั้งหมดผิดไปด้วย",
        "เป้าหมาย “ครู 200 คน” แต่เขียนว่า “4 รุ่น รุ่นละ 60 คน”",
        "แก้จำนวนรุ่น จำนวนต่อรุ่น หรือเป้าหมาย",
        "เขียน {formula} เท่ากับ {expected} {word} แต่ช่องเป้าหมายเขียน {found}",
    ),
    Kind(
        "text-pay",
        frozenset(["budget"]),
        Severity.WARNING,
        "งบประมาณไม่เท่ากับจำนวน × อัตราที่เขียนไว้",
        "The budget is not heads × rate × months",
        "จำนวนคูณอัตราคำนวณได้แน่นอน ถ้าไม่ตรงอาจตั้งงบขาด หรือพิมพ์จำนวนผิด",
        "“เดือนละ 9,000 บาท จำนวน 10 คน” 12 เดือน ต้องใช้ 1,080,000 บาท แต่ตั้งงบ 900,000 บาท",
        "ตรวจจำนวน อัตรา และระยะเวลา แล้วแก้ข้อความหรืองบประมาณให้ตรงกัน",
        "เขียน {formula} เท่ากับ {expected} บาท แต่งบประมาณของรายการคือ {found} บาท",
    ),
    Kind(
        "text-sum-told",
        frozenset(["sum-told"]),
        Severity.WARNING,
        "ยอดเงินในข้อความไม่ตรงกับงบประมาณของรายการ",
        "The amount told in a text is not that of its line",
        "ยอดเงินของกิจกรรมเดียวกันในสองช่องต้องตรงกัน",
        "“รวมเป็นเงิน 52,300 บาท” แต่ช่องงบประมาณเป็น 25,300 บาท",
        "ตรวจกับแผนปฏิบัติการว่าจำนวนใดถูก แล้วแก้อีกจำนวน",
        "เขียนว่าเป็นเงิน {found} บาท แต่งบประมาณของรายการคือ {expected} บาท",
    ),
    Kind(
        "text-cell",
        frozenset(["cell"]),
        Severity.WARNING,
        "เงินหรือร้อยละในข้อความไม่ตรงกับช่องเงินของรายการ",
        "Money or its percent told in a text is not that of the columns",
        "ผู้อ่านเห็นยอดเงินสองยอดในแถวเดียวกัน จึงไม่รู้ว่ายอดใดถูก",
        "“ใช้งบประมาณไป 2,700 บาท จากงบประมาณ 9,000 บาท” แต่ช่องเบิกจ่ายเป็น 7,200 บาท",
        "ตรวจกับทะเบียนคุมเงินว่ายอดใดถูก แล้วแก้อีกยอด",
        "เขียน {found} แต่{formula} ซึ่งควรเป็น {expected}",
    ),
    Kind(
        "text-spelt",
        frozenset(["spelt"]),
        Severity.ERROR,
        "จำนวนที่เขียนสองแบบคู่กันไม่ตรงกัน",
        "A number told twice, in figures and in words or millions, is not the same",
        "ตามระเบียบงานสารบรรณและการเงิน หากตัวเลขกับตัวอักษรไม่ตรงกัน เอกสารใช้อ้างอิงไม่ได้",
        "“1,250,000 บาท (หนึ่งล้านสองแสนบาทถ้วน)”",
        "แก้ตัวเลขหรือตัวอักษรให้ตรงกัน",
        "พิมพ์ {found} {word} แต่ที่เขียนคู่กันว่า “{formula}” เท่ากับ {expected} {word}",
    ),
    Kind(
        "text-achieved",
        frozenset(["goal"]),
        Severity.WARNING,
        "ผลที่รายงานในข้อความต่ำกว่าค่าเป้าหมายของตัวชี้วัด",
        "The result told in the text is below the indicator's target",
        "งานที่รายงานว่าทำแล้วหรือบรรลุแต่ไม่ถึงเป้าหมาย ต้องมีคำอธิบายหรือแผนแก้ไข",
        "ตัวชี้วัด “ร้อยละ 80 ของโรงเรียนผ่านเกณฑ์” แต่ข้อความเขียน “ผ่านเกณฑ์ ร้อยละ 60”",
        "อธิบายเหตุที่ไม่ถึงเป้าหมายและสิ่งที่จะทำต่อ หรือแก้ตัวเลขถ้าพิมพ์ผิด",
        "รายงานผล {found} ไม่เป็นไปตามค่า {expected} ของ{formula}",
    ),
)
