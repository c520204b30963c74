"""What a text says of its own figures, and of those beside it, that does not come out.

One rule for each kind of relation of :mod:`quantities.relations`; all are judged in one pass.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from plantrack_nb.check.reading.around import Fault, stated_faults
from plantrack_nb.check.reading.texts import key_of, place
from plantrack_nb.check.rules import Facts, Hit, Hits, Settings, Severity, Spot, cell, rule
from plantrack_nb.quantities.equations import Equation, Sure, remedy
from plantrack_nb.quantities.units import BAHT, PERCENT
from plantrack_nb.thai.numbers import format_baht, format_count, format_percent

Say = Callable[[Equation, str, str], str]


@dataclass(frozen=True)
class Kind:
    """One rule over equations: which relations it tells of, and how it says so.

    ``say`` makes the sentence from the equation, the figure as printed and as it should be.
    """

    code: str
    relations: frozenset[str]
    severity: Severity
    title: str
    title_en: str
    why: str
    example: str
    todo: str
    say: Say


def _whole(one: Equation, found: str, expected: str) -> str:
    return f"เขียนทั้งหมด {found} แต่จำนวนย่อย {one.formula} รวมได้ {expected}"


def _total(one: Equation, found: str, expected: str) -> str:
    return f"เขียนยอด {found} แต่ {one.formula} เท่ากับ {expected}"


def _share(one: Equation, found: str, expected: str) -> str:
    return f"เขียนว่า {one.formula} คิดเป็นร้อยละ {found} แต่คำนวณได้ร้อยละ {expected}"


def _beyond(one: Equation, found: str, _expected: str) -> str:
    return f"เขียนว่า {one.formula} ซึ่งเกินร้อยละ 100 ส่วนหนึ่งจะมากกว่าทั้งหมดไม่ได้"


def _left(one: Equation, found: str, expected: str) -> str:
    return f"เขียนว่าเหลือ {found} แต่ {one.formula} เหลือ {expected}"


def _after(one: Equation, found: str, expected: str) -> str:
    return f"เขียนว่าหลังโอนเหลืองบ {found} บาท แต่ช่องงบประมาณยังเป็น {expected} บาท"


def _mean(one: Equation, found: str, expected: str) -> str:
    return f"เขียนค่าเฉลี่ย {found} แต่ {one.formula} เท่ากับ {expected}"


def _levels(one: Equation, _found: str, expected: str) -> str:
    return f"ร้อยละของทุกระดับ {one.formula} รวมได้ {expected} ไม่ใช่ 100"


def _change(one: Equation, found: str, expected: str) -> str:
    return f"เขียนว่าเปลี่ยนแปลง {found} แต่ {one.formula} เท่ากับ {expected}"


def _direction(one: Equation, _found: str, _expected: str) -> str:
    then, now = one.operands
    said, right = ("เพิ่มขึ้น", "ลดลง") if now.value < then.value else ("ลดลง", "เพิ่มขึ้น")
    return f"เขียนว่า{said} แต่จาก {format_count(then.value)} เป็น {format_count(now.value)} คือ{right}"


def _list(one: Equation, found: str, expected: str) -> str:
    return f"บอกว่ามี {found} {one.claim.word} แต่เขียนรายการไว้ {expected} รายการ ({one.formula})"


def _target(one: Equation, found: str, expected: str) -> str:
    return f"เขียน {found} {one.claim.word} แต่ช่องเป้าหมายเขียน {expected} {one.operands[0].word}"


def _batches(one: Equation, found: str, expected: str) -> str:
    return f"เขียน {one.formula} เท่ากับ {expected} {one.claim.word} แต่ช่องเป้าหมายเขียน {found}"


def _budget(one: Equation, found: str, expected: str) -> str:
    return f"เขียน {one.formula} เท่ากับ {expected} บาท แต่งบประมาณของรายการคือ {found} บาท"


def _sum_told(one: Equation, found: str, expected: str) -> str:
    return f"เขียนว่าเป็นเงิน {found} บาท แต่งบประมาณของรายการคือ {expected} บาท"


def _goal(one: Equation, found: str, expected: str) -> str:
    return f"รายงานผล {found} ต่ำกว่าตัวชี้วัดที่ตั้งไว้ {expected}"


def _spelt(one: Equation, found: str, expected: str) -> str:
    return f"พิมพ์ตัวเลข {found} บาท แต่ตัวอักษรเขียนว่า “{one.formula}” ซึ่งเท่ากับ {expected} บาท"

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
        _whole,
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
        _total,
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
        _share,
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
        _beyond,
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
        _left,
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
        _after,
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
        _mean,
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
        _levels,
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
        _change,
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
        _direction,
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
        _list,
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
        _target,
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
        _batches,
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
        _budget,
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
        _sum_told,
    ),
    Kind(
        "text-spelt",
        frozenset(["spelt"]),
        Severity.ERROR,
        "จำนวนเงินเป็นตัวเลขไม่ตรงกับตัวอักษร",
        "An amount in figures is not the one in words",
        "ตามระเบียบงานสารบรรณและการเงิน หากตัวเลขกับตัวอักษรไม่ตรงกัน เอกสารใช้อ้างอิงไม่ได้",
        "“1,250,000 บาท (หนึ่งล้านสองแสนบาทถ้วน)”",
        "แก้ตัวเลขหรือตัวอักษรให้ตรงกัน",
        _spelt,
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
        _goal,
    ),
)


def _search(kind: Kind) -> Callable[[Facts, Settings], Hits]:
    def search(facts: Facts, _: Settings) -> Hits:
        """Tell of each equation of this kind that does not come out."""
        for fault in facts.once(stated_faults):
            if fault.equation.relation in kind.relations:
                yield _hit(kind, fault)

    return search


def _hit(kind: Kind, fault: Fault) -> Hit:
    one = fault.equation
    found, expected = _shown(one, one.claim.value), _shown(one, one.right)
    more = remedy(one)
    doubted, beside = _spots(fault)
    own = fault.own
    upto = fault.text.text[: own[0].end] if own else fault.text.text
    return Hit(
        doubted,
        key_of(fault.text, upto),
        f"{place(fault.text)} {kind.say(one, found, expected)}",
        expected=expected,
        found=found,
        hint=f"{kind.todo} ({more})" if more else None,
        beside=beside,
        severity=kind.severity if one.sure is Sure.SURE else Severity.WARNING,
    )


def _spots(fault: Fault) -> tuple[list[Spot], list[Spot]]:
    """Name the cells in doubt, the text's own first, and those that it is held against."""
    text = fault.text
    doubted = [text.spot(one.within(text.text)) for one in fault.own[:1]] or [text.spot()]
    if fault.line is not None:
        doubted.append(cell(fault.line, "budget"))
    return doubted, [other.spot(one.within(other.text)) for other, one in fault.held]


def _shown(one: Equation, value: float) -> str:
    if one.claim.unit == BAHT:
        return format_baht(value)
    is_percent = one.claim.unit == PERCENT or one.relation in ("mean", "levels", "goal")
    return format_percent(value) if is_percent else format_count(value)


for _kind in KINDS:
    rule(
        _kind.code,
        _kind.severity,
        title=_kind.title,
        title_en=_kind.title_en,
        why=_kind.why,
        example=_kind.example,
        todo=_kind.todo,
    )(_search(_kind))
