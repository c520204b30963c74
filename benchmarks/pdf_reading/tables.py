"""Random nine-column tables as offices fill them, full of letters that fonts and printers bend."""

from __future__ import annotations

import random
from collections.abc import Sequence

Table = list[list[str]]

HEAD = [
    "ที่",
    "โครงการ/กิจกรรม",
    "เป้าหมาย",
    "ตัวชี้วัดความสำเร็จ",
    "งบประมาณ",
    "เบิกจ่ายจริง (ร้อยละ)",
    "ความก้าวหน้า",
    "การดำเนินการ",
    "ผู้รับผิดชอบ",
]
TITLE = "รายงานผลการติดตามความก้าวหน้า สำนักงานเขตพื้นที่การศึกษาประถมศึกษานครปฐม เขต 1"
_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
_VERBS = [
    "ส่งเสริม",
    "พัฒนา",
    "ยกระดับ",
    "ขับเคลื่อน",
    "นิเทศติดตาม",
    "สร้างเครือข่าย",
    "จัดทำฐานข้อมูล",
    "สืบสาน",
    "ฟื้นฟู",
    "คุ้มครอง",
    "กำกับดูแล",
    "ปรับปรุง",
    "เพิ่มพูน",
    "ปลูกฝัง",
    "ค้นหา",
    "ศึกษาดูงาน",
]
_THINGS = [
    "การอ่านคิดวิเคราะห์",
    "ระบบน้ำดื่มสะอาด",
    "ทักษะภาษาญี่ปุ่น",
    "ความกตัญญูกตเวที",
    "พื้นที่เสี่ยงน้ำท่วม",
    "วุฒิภาวะผู้บริหาร",
    "อาชีพทำขนมปี๊บ",
    "กลุ่มลูกเสือสำรอง",
    "ศูนย์เรียนรู้ชุมชน",
    "ฐานะครอบครัวผู้ปกครอง",
    "สื่อดิจิทัล",
    "ภูมิปัญญาท้องถิ่น",
    "สุขภาวะนักเรียน",
    "ระบบดูแลช่วยเหลือ",
    "เด็กพิเศษเรียนร่วม",
    "การป้องกันยาเสพติด",
    "หลักสูตรสถานศึกษา",
    "คุณธรรมจริยธรรม",
    "เศรษฐกิจพอเพียง",
    "การประกันคุณภาพ",
    "ครุภัณฑ์คอมพิวเตอร์",
    "ห้องเรียนคู่ขนาน",
    "ญาติผู้ใหญ่",
    "กฎหมายปกครอง",
    "ปฏิบัติธรรม",
    "ฏีกาเบิกจ่าย",
    "ผู้เฒ่าเล่าเรื่อง",
    "มณฑปโบราณ",
]
_TARGETS = (
    "ครูผู้สอนทั้งสิ้น {} คน",
    "โรงเรียนขนาดเล็ก {} แห่ง",
    "นักเรียน {} คน",
    "ผู้บริหารสำนักงาน {} คน",
    "1.ครู {} คน 2.ผู้ปกครองทุกคน",
    "ชุมชนในพื้นที่ {} แห่ง",
)
_MEASURES = (
    "ร้อยละ {} ของผู้เข้าร่วมมีความรู้เพิ่มขึ้น",
    "จำนวนโรงเรียนที่ผ่านเกณฑ์ไม่น้อยกว่า {} แห่ง",
    "เก็บข้อมูลได้ครบทั้งสิ้น {} ชุด",
    "ผู้เรียนมีผลสัมฤทธิ์สูงขึ้นร้อยละ {}",
    "ดำเนินการครั้งที่ {} แล้วเสร็จตามกำหนด",
)
_STEPS = (
    "ประชุมคณะทำงานเพื่อวางแผนและกำหนดปฏิทิน",
    "อบรมเชิงปฏิบัติการ {} รุ่น มีผู้เข้าร่วม 96 คน",
    "ลงพื้นที่นิเทศติดตามแล้วทั้งสิ้น {} แห่ง และเก็บข้อมูลต่อเนื่อง",
    "อยู่ระหว่างจัดซื้อจัดจ้างเครื่องกรองน้ำตามระเบียบพัสดุ",
    "จัดประชุมชี้แจงครั้งที่ 1 เมื่อวันที่ {} มี.ค. 2569 ณ สำนักงานเขตพื้นที่การศึกษา",
    "ไม่ใช้งบประมาณ ใช้วิธีประชุมทางไกลผ่านระบบ Video Conference",
    "สรุปรายงานผลเสนอผู้บังคับบัญชาและเผยแพร่ผ่านเว็บไซต์",
)
_STATUSES = ("ดำเนินการแล้วเสร็จ", "อยู่ระหว่างดำเนินการ", "ยังไม่ได้ดำเนินการ", "สำเร็จแล้ว", "50", "")
_OWNERS = (
    "กลุ่มนิเทศติดตามและประเมินผลฯ",
    "กลุ่มนโยบายและแผน",
    "นางญาณี ฐานะดี",
    "นายพิชัย เก่งกล้า",
    "นางสาวน้ำทิพย์ กุลวุฒิ",
    "ว่าที่ร้อยตรีหญิงปิ่นแก้ว สืบสาย",
)
_STRATEGIES = (
    "พัฒนาครูและบุคลากรทางการศึกษา",
    "ยกระดับคุณภาพผู้เรียนให้สูงขึ้น",
    "เพิ่มโอกาสและความเสมอภาค",
    "พื้นที่ปลอดภัยและสิ่งแวดล้อม",
)


def random_table(seed: int) -> Table:
    """Return the rows of one table, its head first; a row's empty cells are ``""``."""
    draw = random.Random(seed)  # noqa: S311 - the same table from the same seed
    thai = draw.random() < 0.4
    rows: Table = [HEAD]
    for strategy, name in enumerate(draw.sample(_STRATEGIES, draw.randint(1, 4)), start=1):
        rows.append([f"กลยุทธ์ที่ {strategy} {name}", *[""] * 8])
        for number in range(1, draw.randint(2, 8) + 1):
            rows += _project(draw, f"{strategy}.{number}")
    if thai:
        rows[1:] = [[cell.translate(_THAI) for cell in row] for row in rows[1:]]
    return rows


def _project(draw: random.Random, number: str) -> Table:
    name = f"โครงการ{draw.choice(_VERBS)}{draw.choice(_THINGS)}"
    if draw.random() < 0.4:
        name += f"และ{draw.choice(_THINGS)} ประจำปีงบประมาณ พ.ศ. 2569"
    steps = draw.sample(_STEPS, draw.randint(1, 4))
    budget, spent = _money(draw)
    first = [
        number,
        name,
        draw.choice(_TARGETS).format(draw.randint(2, 2_000)),
        draw.choice(_MEASURES).format(draw.randint(2, 100)),
        budget,
        spent,
        draw.choice(_STATUSES),
        _step(draw, 1, steps[0]),
        draw.choice(_OWNERS),
    ]
    rows = [first]
    for at, step in enumerate(steps[1:], start=2):
        rows.append([*[""] * 6, draw.choice(_STATUSES[:-1]), _step(draw, at, step), ""])
    return rows


def _step(draw: random.Random, at: int, step: str) -> str:
    return f"{at}.{step.format(draw.randint(2, 60))}"


def _money(draw: random.Random) -> tuple[str, str]:
    if draw.random() < 0.15:
        return "-", "-"
    budget = draw.choice((draw.randint(1, 99) * 100, draw.randint(10_000, 9_999_999)))
    share = draw.choice((0, 25, 50, 98.05, 100, draw.randint(1, 9_999) / 100))
    return f"{budget:,}", f"{budget * share / 100:,.0f} ({share:.2f})"


def blocks(table: Table) -> list[str | Sequence[Sequence[str]]]:
    """Return the table with its title and a line below it, as it is printed."""
    return [TITLE, table, "ข้อมูล ณ วันที่ 31 มีนาคม 2569"]
