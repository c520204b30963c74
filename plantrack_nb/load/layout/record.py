"""The record of how a document is understood, and the parts it is made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from plantrack_nb.core.vocabulary import Status
from plantrack_nb.thai.periods import Period


class Role(StrEnum):
    """What a column of a project table holds."""

    NUMBER = "number"
    CODE = "code"
    PROJECT = "project"
    STRATEGY = "strategy"
    PLAN = "plan"
    TARGETS = "targets"
    INDICATORS = "indicators"
    BUDGET = "budget"
    PLANNED = "planned"
    COMMITTED = "committed"
    DISBURSED = "disbursed"
    USED = "used"
    REMAINING = "remaining"
    PERCENT = "percent"
    PROGRESS = "progress"
    STATUS = "status"
    TICK = "tick"
    ACTION = "action"
    OWNER = "owner"
    SOURCE = "source"
    OBSTACLE = "obstacle"
    OTHER = "other"


ROLE_TH: Mapping[Role, str] = {
    Role.NUMBER: "ลำดับที่",
    Role.CODE: "รหัสโครงการ",
    Role.PROJECT: "ชื่อโครงการ",
    Role.STRATEGY: "กลยุทธ์",
    Role.PLAN: "แผนงาน",
    Role.TARGETS: "เป้าหมาย",
    Role.INDICATORS: "ตัวชี้วัดความสำเร็จ",
    Role.BUDGET: "งบประมาณ",
    Role.PLANNED: "เงินตามแผน",
    Role.COMMITTED: "ผูกพัน",
    Role.DISBURSED: "เบิกจ่าย",
    Role.USED: "เบิกจ่ายรวมผูกพัน",
    Role.REMAINING: "คงเหลือ",
    Role.PERCENT: "ร้อยละการเบิกจ่าย",
    Role.PROGRESS: "ความก้าวหน้า",
    Role.STATUS: "สถานะ",
    Role.TICK: "ช่องทำเครื่องหมายสถานะ",
    Role.ACTION: "การดำเนินการ",
    Role.OWNER: "ผู้รับผิดชอบ",
    Role.SOURCE: "แหล่งหรือประเภทของเงิน",
    Role.OBSTACLE: "ปัญหาอุปสรรค",
    Role.OTHER: "เรื่องอื่น",
}
"""What each role is called to people."""

MONEY_ROLES = frozenset(
    {Role.BUDGET, Role.PLANNED, Role.COMMITTED, Role.DISBURSED, Role.USED, Role.REMAINING}
)
"""Roles whose amounts add up over rows."""


class Side(StrEnum):
    """Which amount a heading of money means, where it says so."""

    PLAIN = ""
    PLAN = "plan"
    REQUESTED = "requested"
    ALLOCATED = "allocated"
    RESULT = "result"


class RowKind(StrEnum):
    """What a row below a head is."""

    HEAD = "head"
    STRATEGY = "strategy"
    PLAN = "plan"
    GROUP = "group"
    PROJECT = "project"
    PART = "part"
    MORE = "more"
    SUBTOTAL = "subtotal"
    TOTAL = "total"
    NOTE = "note"
    SIGNATURE = "signature"
    UNSURE = "unsure"


ROW_TH: Mapping[RowKind, str] = {
    RowKind.HEAD: "หัวตาราง",
    RowKind.STRATEGY: "หัวข้อกลยุทธ์",
    RowKind.PLAN: "หัวข้อแผนงาน",
    RowKind.GROUP: "หัวข้อกลุ่มที่รับผิดชอบ",
    RowKind.PROJECT: "โครงการ",
    RowKind.PART: "กิจกรรมหรือส่วนของโครงการ",
    RowKind.MORE: "แถวต่อเนื่องของโครงการ",
    RowKind.SUBTOTAL: "ผลรวมย่อย",
    RowKind.TOTAL: "ผลรวมทั้งสิ้น",
    RowKind.NOTE: "หมายเหตุ",
    RowKind.SIGNATURE: "ลงชื่อ",
    RowKind.UNSURE: "ไม่แน่ใจ",
}
"""What each kind of row is called to people."""


@dataclass(frozen=True, slots=True)
class Column:
    """What one column means.

    Parameters
    ----------
    at : int
        Its place, counted from 0.
    heading : str
        Its headings from the top down, joined by `` > ``; ``""`` for a column without one.
    role : Role or None
        What it holds; None when that is not known.
    used : bool
        Whether its values go into the tables.
    why : str
        Why it is left out, or how its meaning was found (Thai).
    period : Period or None
        The months that its amounts are of.
    side : Side
        Plan, request, allocation or result.
    kind : str
        The kind of budget or the instalment, as its heading says.
    unit : float
        By how much its amounts are multiplied to be baht.
    status : Status or None
        The status that a tick in it stands for.
    is_sum : bool
        Whether it is the sum of the columns beside it.
    """

    at: int
    heading: str
    role: Role | None
    used: bool = True
    why: str = ""
    period: Period | None = None
    side: Side = Side.PLAIN
    kind: str = ""
    unit: float = 1.0
    status: Status | None = None
    is_sum: bool = False


@dataclass(frozen=True, slots=True)
class TableLayout:
    """How one table of the document is understood.

    Parameters
    ----------
    sheet : str
        The sheet it stands on, ``""`` in a document without sheets.
    heads : tuple of str
        Places of its head rows.
    used : bool
        Whether its rows are read as projects.
    why : str
        What it is, or why it is left out (Thai).
    columns : tuple of Column
        Its columns, left to right.
    rows : Mapping of RowKind to int
        How many rows of each kind there are.
    period : Period or None
        The months that its title or sheet names.
    """

    sheet: str
    heads: tuple[str, ...]
    used: bool
    why: str = ""
    columns: tuple[Column, ...] = ()
    rows: Mapping[RowKind, int] = field(default_factory=dict)
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class Numbering:
    """How projects are numbered.

    Parameters
    ----------
    place : str
        ``column``, ``name`` (in front of the name), ``code``, or ``counted`` (there is none).
    restarts : bool
        Whether numbers begin again under each heading, and are qualified by it.
    """

    place: str = "column"
    restarts: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """How a document is understood: what is used, what each part means, what is unsure.

    Parameters
    ----------
    tables : tuple of TableLayout
        Its tables in their order, those left out too.
    numbering : Numbering
        How projects are numbered.
    unit : float
        By how much amounts are multiplied to be baht, where a line above the table says it.
    added_up : bool
        Whether amounts of several periods are added up to the round's (else they are cumulative).
    told_by : str
        Name of the office's layout that was taken, ``""`` when all was detected.
    unsure : tuple of str
        What another reading of the document could change (Thai).
    missing : tuple of str
        What the asked round needs and the document does not have (Thai).
    """

    tables: tuple[TableLayout, ...] = ()
    numbering: Numbering = Numbering()
    unit: float = 1.0
    added_up: bool = False
    told_by: str = ""
    unsure: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


NO_LAYOUT = Layout()
"""Of a round that was not read from a table of an office's own."""
