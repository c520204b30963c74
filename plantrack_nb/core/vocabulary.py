"""The words of the field: codes used in the tables and the Thai that people read."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType


class Status(StrEnum):
    """Progress of an activity, and of a project (which may also be ``partial``)."""

    DONE = "done"
    IN_PROGRESS = "in_progress"
    NOT_STARTED = "not_started"
    PARTIAL = "partial"


class BudgetState(StrEnum):
    """Whether a project has money: given, still awaited, or none needed."""

    BUDGETED = "budgeted"
    AWAITING = "awaiting"
    NONE = "none"


class Band(StrEnum):
    """The five disbursement bands of the official report."""

    OVER_70 = "over_70"
    UPTO_70 = "upto_70"
    NOTHING = "nothing"
    AWAITING = "awaiting"
    NO_BUDGET = "no_budget"


class NarrativeKind(StrEnum):
    """What a paragraph of the document is."""

    MEMO = "memo"
    SUMMARY = "summary"
    OBSTACLE = "obstacle"
    RECOMMENDATION = "recommendation"
    HEADING = "heading"


class ClaimKind(StrEnum):
    """Where the document prints a figure about itself."""

    MEMO = "memo"
    CONTENTS = "contents"
    LEVEL_TABLE = "level_table"
    STRATEGY_TABLE = "strategy_table"
    SUMMARY = "summary"
    PROGRESS_TABLE = "progress_table"
    ACTIVITY_TEXT = "activity_text"
    TITLE = "title"
    TABLE = "table"
    SOURCE = "source"


ACTIVITY_STATUSES = (Status.DONE, Status.IN_PROGRESS, Status.NOT_STARTED)

LEVELS = (Status.IN_PROGRESS, Status.NOT_STARTED, Status.DONE, Status.PARTIAL)
"""Levels of progress, in the order of the report's first table."""

BANDS = tuple(Band)
"""Bands of disbursement, in the order of the same table."""

UNMARKED, PROJECTS, DISBURSED_PCT = "unmarked", "projects", "disbursed_pct"
"""Further columns of the summary tables: nothing marked, all projects, percent disbursed."""

TOTAL = "รวม"
"""The row of totals in every table."""

STATUS_TH = MappingProxyType(
    {
        Status.DONE: "สำเร็จแล้ว",
        Status.IN_PROGRESS: "ระหว่างดำเนินการ",
        Status.NOT_STARTED: "ยังไม่ดำเนินการ",
        Status.PARTIAL: "ดำเนินการบางส่วน",
    }
)
BUDGET_STATE_TH = MappingProxyType(
    {
        BudgetState.BUDGETED: "ได้รับจัดสรร",
        BudgetState.AWAITING: "รอจัดสรร",
        BudgetState.NONE: "ไม่ใช้งบ",
    }
)
BAND_TH = MappingProxyType(
    {
        Band.OVER_70: "เบิกจ่าย > 70%",
        Band.UPTO_70: "เบิกจ่าย ≤ 70%",
        Band.NOTHING: "ไม่เบิก",
        Band.AWAITING: "รอจัดสรร",
        Band.NO_BUDGET: "ไม่ใช้งบ",
    }
)
COLUMN_TH = MappingProxyType(
    {
        **{str(code): name for code, name in (*STATUS_TH.items(), *BAND_TH.items())},
        UNMARKED: "ไม่รายงานสถานะ",
        PROJECTS: "จำนวนโครงการ",
        DISBURSED_PCT: "ร้อยละการเบิกจ่าย",
    }
)
"""What the columns of the summary tables are called."""

NARRATIVE_TH = MappingProxyType(
    {
        NarrativeKind.MEMO: "บันทึกข้อความ",
        NarrativeKind.SUMMARY: "สรุป",
        NarrativeKind.OBSTACLE: "ปัญหาอุปสรรค",
        NarrativeKind.RECOMMENDATION: "ข้อเสนอแนะ",
        NarrativeKind.HEADING: "หัวข้อในตาราง",
    }
)
CLAIM_TH = MappingProxyType(
    {
        ClaimKind.MEMO: "ตัวเลขในบันทึกข้อความ",
        ClaimKind.CONTENTS: "ตัวเลขในสารบัญ",
        ClaimKind.LEVEL_TABLE: "ตารางระดับการดำเนินการและการเบิกจ่าย",
        ClaimKind.STRATEGY_TABLE: "ตารางร้อยละการเบิกจ่ายรายกลยุทธ์",
        ClaimKind.SUMMARY: "ตัวเลขในข้อความสรุป",
        ClaimKind.PROGRESS_TABLE: "ตัวเลขในตารางความก้าวหน้า",
        ClaimKind.ACTIVITY_TEXT: "ตัวเลขในรายละเอียดกิจกรรม",
        ClaimKind.TITLE: "ชื่อรายงานหรือชื่อแผ่นงาน",
        ClaimKind.SOURCE: "ข้อสังเกตเกี่ยวกับแฟ้มต้นฉบับ",
        ClaimKind.TABLE: "ตารางสรุป",
    }
)

ITEM_SEPARATOR = "; "
"""Joins several owners or persons in one text column; none of the names holds it."""


def join_items(items: list[str] | tuple[str, ...]) -> str:
    """Write several names into one text column."""
    return ITEM_SEPARATOR.join(item.strip() for item in items if item.strip())


def split_items(text: str) -> list[str]:
    """Read several names back from one text column."""
    return [item for item in text.split(ITEM_SEPARATOR) if item]
