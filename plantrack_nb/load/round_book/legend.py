"""What the round workbook says to people: names of its sheets, headings, and help, in Thai."""

from __future__ import annotations

from collections.abc import Mapping

from plantrack_nb.core.schema import ROUND_COLUMNS, SOURCE_COLUMNS, TABLES, Column, Table

GUIDE_SHEET = "คำอธิบาย"
"""First sheet: explains, and holds the round's key once for all sheets."""

NOT_TO_FILL = "ไม่ต้องกรอก"
"""Said in the headings of the source columns, which people leave alone."""

LAST = "รอบก่อน: "
"""Begins the heading of a column that shows what was reported in the round before."""

SOURCE_NAMES = frozenset(column.name for column in SOURCE_COLUMNS)
SHEETS: Mapping[str, Table] = {table.title: table for table in TABLES.values()}
KEY_LABELS: Mapping[str, str] = {
    label: column.name for column in ROUND_COLUMNS for label in (column.title, column.name)
}

TITLE = "แบบรายงานความก้าวหน้าโครงการตามแผนปฏิบัติการประจำปีงบประมาณ (รายไตรมาส)"

ABOUT = (
    "แฟ้มนี้ใช้บันทึกผลการดำเนินงานและการเบิกจ่ายงบประมาณของโครงการในรอบรายงานหนึ่ง "
    "ของสำนักงานเขตพื้นที่การศึกษาหนึ่งแห่ง โดยแยกข้อมูลเป็นตารางละหนึ่งแผ่นงาน"
)

KEY_TITLE = "ข้อมูลรอบรายงาน (กรอกที่นี่แห่งเดียว ใช้กับทุกแผ่นงาน)"

KEY_HELP: Mapping[str, str] = {
    "district": "รหัสเขตพื้นที่การศึกษา 4 หลัก คงเลขศูนย์นำหน้าไว้ เช่น 7301",
    "fiscal_year": "ปีงบประมาณ พ.ศ. 4 หลัก เช่น 2565",
    "quarter": "ไตรมาสที่ 1–4 ตัวเลขในแฟ้มเป็นยอดสะสมตั้งแต่วันที่ 1 ตุลาคม ถึงสิ้นไตรมาส",
}

HOW_TITLE = "วิธีกรอก"

HOW = (
    "กรอกแผ่นงาน “โครงการ” ให้ครบก่อน แล้วจึงกรอก “รายการงบประมาณ” และ “กิจกรรม” โดยอ้างเลขที่โครงการ",
    "หนึ่งแถวต่อหนึ่งรายการ ไม่ผสานเซลล์ ไม่แทรกแถวหัวข้อหรือแถวผลรวม แถวว่างจะถูกข้ามไป",
    "สลับลำดับคอลัมน์ได้ แต่อย่าเปลี่ยนชื่อแผ่นงานและหัวคอลัมน์ หัวคอลัมน์สีเข้มคือข้อมูลที่จำเป็นต้องกรอก",
    "เลขที่โครงการและกิจกรรมเป็นข้อความ: “6.10” ไม่ใช่ “6.1”",
    "จำนวนเงินมีหน่วยเป็นบาท ร้อยละกรอกเป็นเลข 0–100 ใช้เลขไทยหรือแบบ “12,500.-” ก็ได้",
    "ถ้าไม่มีข้อมูลให้เว้นว่าง ไม่ต้องใส่ 0",
    "ช่องที่มีรายการให้เลือก ให้เลือกจากรายการเท่านั้น",
    "เมื่อมีผู้รับผิดชอบหลายกลุ่มหรือหลายคน ให้คั่นด้วย “; ” (อัฒภาคและเว้นวรรค)",
    "คอลัมน์สีเทาทางขวา (ไม่ต้องกรอก) เป็นที่มาของข้อมูลซึ่งโปรแกรมบันทึกไว้",
)

COLUMNS_TITLE = "ความหมายของแต่ละแผ่นงานและคอลัมน์"
COLUMNS_HEADINGS = (
    "แผ่นงาน",
    "คอลัมน์",
    "ความหมาย",
    "จำเป็น",
    "หน่วย",
    "ค่าที่กรอกได้",
    "ตัวอย่าง",
)
REQUIRED = "ต้องกรอก"

UNITS: Mapping[str, str] = {"baht": "บาท", "percent": "ร้อยละ"}

TABLE_HELP: Mapping[str, str] = {
    "strategies": "หนึ่งแถวต่อหนึ่งกลยุทธ์ของแผนปฏิบัติการ",
    "projects": "หนึ่งแถวต่อหนึ่งโครงการ",
    "budget_lines": "หนึ่งแถวต่อหนึ่งรายการเงินของโครงการ โครงการหนึ่งมีได้หลายรายการ",
    "activities": "หนึ่งแถวต่อหนึ่งกิจกรรมหรือกิจกรรมย่อย",
    "narrative": "หนึ่งแถวต่อหนึ่งย่อหน้าของบันทึกข้อความ บทสรุป ปัญหาอุปสรรค และข้อเสนอแนะ",
    "claims": "หนึ่งแถวต่อหนึ่งตัวเลขที่เอกสารเดิมพิมพ์สรุปไว้ ใช้สอบทานกับตาราง (ไม่มีก็เว้นว่างทั้งแผ่น)",
    "unread": "ส่วนของเอกสารเดิมที่โปรแกรมอ่านไม่เข้าใจ (กรอกเองไม่ต้องใช้แผ่นนี้)",
}

_PROJECT_NO = ("เลขที่โครงการ ตรงกับแผ่นงาน “โครงการ”", "6.10")
_STRATEGY_NO = ("เลขที่กลยุทธ์", "6")
_OWNER_GROUPS = (
    "กลุ่มหรือหน่วยที่รับผิดชอบ หลายกลุ่มคั่นด้วย “; ”",
    "กลุ่มนโยบายและแผน; กลุ่มอำนวยการ",
)
_PERSONS = ("ชื่อผู้รับผิดชอบ หลายคนคั่นด้วย “; ”", "นายสมมติ ตัวอย่าง")
_TEXT = ("ข้อความทั้งย่อหน้า", "บางโครงการได้รับจัดสรรงบประมาณล่าช้า")

COLUMN_HELP: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "strategies": {
        "strategy_no": _STRATEGY_NO,
        "name": ("ชื่อกลยุทธ์ตามแผนปฏิบัติการ", "พัฒนาระบบการบริหารจัดการ"),
    },
    "projects": {
        "project_no": ("เลขที่โครงการ ห้ามซ้ำกัน", "6.10"),
        "strategy_no": ("เลขที่กลยุทธ์ที่โครงการนี้อยู่", "6"),
        "name": ("ชื่อโครงการ", "โครงการติดตามและประเมินผลแผนปฏิบัติการ"),
        "targets": ("เป้าหมาย ถ้ามีหลายข้อให้ขึ้นบรรทัดใหม่", "1. โรงเรียนในสังกัดทุกแห่ง"),
        "indicators": ("ตัวชี้วัดความสำเร็จ ถ้ามีหลายข้อให้ขึ้นบรรทัดใหม่", "ร้อยละ 80 ของโครงการสำเร็จ"),
        "owner_groups": _OWNER_GROUPS,
        "persons": _PERSONS,
        "budget_state": ("ได้รับเงินแล้ว กำลังรอ หรือไม่ต้องใช้เงิน", "ได้รับจัดสรร"),
    },
    "budget_lines": {
        "project_no": _PROJECT_NO,
        "line_no": ("ลำดับรายการเงินในโครงการ เริ่มจาก 1", "1"),
        "label": ("ชื่อรายการหรือกิจกรรมที่ใช้เงินนี้", "จัดประชุมคณะทำงาน"),
        "budget": ("งบประมาณที่ได้รับจัดสรร เว้นว่างเมื่อยังรอจัดสรร", "12,500.00"),
        "committed": ("ผูกพันแล้วแต่ยังไม่เบิกจ่าย", "2,000.00"),
        "disbursed": ("เบิกจ่ายสะสมตั้งแต่วันที่ 1 ตุลาคม", "5,000.00"),
        "reported_pct": ("ร้อยละการเบิกจ่ายที่พิมพ์ไว้ในเอกสารเดิม ถ้ามี", "40.00"),
    },
    "activities": {
        "project_no": _PROJECT_NO,
        "activity_no": ("เลขที่หรือเครื่องหมายหน้ากิจกรรมตามเอกสาร", "1.2"),
        "parent_no": ("เลขที่กิจกรรมหลัก เมื่อแถวนี้เป็นกิจกรรมย่อย", "1"),
        "text": ("สิ่งที่ดำเนินการ", "ประชุมคณะทำงานครั้งที่ 1"),
        "status": ("ผลการดำเนินงานของกิจกรรม", "ระหว่างดำเนินการ"),
        "progress_pct": ("ร้อยละความก้าวหน้าที่รายงาน ถ้ามี", "50.00"),
        "owner_groups": (f"{_OWNER_GROUPS[0]} เว้นว่างเมื่อใช้ของแถวบน", _OWNER_GROUPS[1]),
        "persons": (f"{_PERSONS[0]} เว้นว่างเมื่อใช้ของแถวบน", _PERSONS[1]),
    },
    "narrative": {
        "kind": ("ย่อหน้านี้อยู่ส่วนใดของเอกสาร", "ปัญหาอุปสรรค"),
        "project_no": ("เลขที่โครงการ เมื่อย่อหน้านี้เป็นของโครงการเดียว", "6.10"),
        "text": _TEXT,
    },
    "claims": {
        "kind": ("ตัวเลขนี้พิมพ์อยู่ส่วนใดของเอกสาร", "ตัวเลขในข้อความสรุป"),
        "subject": ("นับหรือรวมสิ่งใด เขียนเป็น “คำ=ค่า” คั่นด้วย “; ”", "strategy_no=6"),
        "value": ("ตัวเลขที่พิมพ์ไว้", "12"),
        "unit": ("หน่วยของตัวเลข", "project"),
        "text": ("ข้อความรอบตัวเลขนั้น", "มีโครงการทั้งสิ้น 12 โครงการ"),
    },
    "unread": {
        "reason": ("เหตุที่โปรแกรมจัดลงตารางไม่ได้", "แถวนอกตาราง"),
        "text": ("ข้อความที่อ่านไม่ได้", "หมายเหตุท้ายหน้า"),
    },
}
SOURCE_HELP: Mapping[str, str] = {
    "source_file": "ชื่อแฟ้มที่โปรแกรมอ่านแถวนี้มา เว้นว่างเมื่อกรอกเอง",
    "source_ref": "บรรทัดหรือเซลล์ในแฟ้มนั้น เว้นว่างเมื่อกรอกเอง",
    "raw": "ข้อความตามต้นฉบับ เว้นว่างเมื่อกรอกเอง",
}

NOT_LISTED = "โปรดเลือกค่าจากรายการในช่องนี้ หรือเว้นว่างถ้าไม่มีข้อมูล"


def column_help(table: str, column: str) -> tuple[str, str]:
    """Return a column's meaning and an example of it."""
    if column in SOURCE_HELP:
        return SOURCE_HELP[column], ""
    return COLUMN_HELP[table][column]


def sheet_columns(table: Table) -> tuple[Column, ...]:
    """Columns of a sheet, left to right: the table's own, then the source."""
    return (*table.own_columns, *SOURCE_COLUMNS)


def heading(column: Column) -> str:
    """Text of a column's heading."""
    return f"{column.title} ({NOT_TO_FILL})" if column.name in SOURCE_NAMES else column.title


def column_of(table: Table, text: str) -> Column | None:
    """Find the column that a heading names, in Thai or by its English name."""
    wanted = text.strip().removesuffix(f"({NOT_TO_FILL})").strip()
    for column in sheet_columns(table):
        if wanted in (column.title, column.name):
            return column
    return None


def last_of(table: Table, text: str) -> Column | None:
    """Find the column whose value of the round before a heading names."""
    return column_of(table, text.removeprefix(LAST)) if text.startswith(LAST) else None
