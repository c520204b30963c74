"""The seven tables of a round, declared once: columns, types, units, keys, allowed values.

Loaders, checks, summaries, the round workbook, the docs and the sample data all read this
declaration; no other place names a column's type.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Any

from plantrack_nb.core.vocabulary import (
    ACTIVITY_STATUSES,
    BUDGET_STATE_TH,
    CLAIM_TH,
    NARRATIVE_TH,
    STATUS_TH,
)

if TYPE_CHECKING:
    import pandas as pd


class Kind(StrEnum):
    """Type of a column. Text is never missing (``""`` is nothing); a number may be."""

    TEXT = "text"
    INT = "int"
    FLOAT = "float"


@dataclass(frozen=True)
class Column:
    """One column: its name, type, Thai heading, unit and allowed values (code to Thai)."""

    name: str
    kind: Kind
    title: str
    about: str
    unit: str = ""
    allowed: Mapping[str, str] | None = None
    required: bool = False


@dataclass(frozen=True)
class Table:
    """One table: a row per ``one_row_per``, identified by ``key`` within a round.

    Where rows may be alike ``label`` stands for a key; without either a row has no lasting name.
    """

    name: str
    title: str
    one_row_per: str
    own_columns: tuple[Column, ...]
    key: tuple[str, ...] = ()
    label: tuple[str, ...] = ()

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """All columns in order: the round's key, the table's own, the source."""
        return (*ROUND_COLUMNS, *self.own_columns, *SOURCE_COLUMNS)

    @property
    def named_by(self) -> tuple[str, ...]:
        """Columns that name a row so that the name lasts."""
        return self.key or self.label

    @property
    def names(self) -> list[str]:
        """Names of all columns in order."""
        return [column.name for column in self.columns]


def _text(name: str, title: str, about: str, **more: Any) -> Column:
    return Column(name, Kind.TEXT, title, about, **more)


def _baht(name: str, title: str, about: str) -> Column:
    return Column(name, Kind.FLOAT, title, about, unit="baht")


def _percent(name: str, title: str, about: str) -> Column:
    return Column(name, Kind.FLOAT, title, about, unit="percent")


def _coded(
    name: str, title: str, about: str, codes: Mapping[Any, str], *, required: bool = True
) -> Column:
    allowed = {str(code): words for code, words in codes.items()}
    return Column(name, Kind.TEXT, title, about, allowed=allowed, required=required)


_PROJECT_NO = _text("project_no", "ที่ (โครงการ)", "project number as text", required=True)


def _owners(where: str) -> tuple[Column, Column]:
    return (
        _text("owner_groups", "กลุ่มที่รับผิดชอบ", f"responsible groups, joined by '; '; {where}"),
        _text("persons", "ผู้รับผิดชอบ", f"officers, joined by '; '; {where}"),
    )


ROUND_COLUMNS = (
    _text("district", "รหัสเขต", "four-character area code", required=True),
    Column("fiscal_year", Kind.INT, "ปีงบประมาณ", "fiscal year, B.E.", required=True),
    Column("quarter", Kind.INT, "ไตรมาส", "1 to 4, figures cumulative", required=True),
)
SOURCE_COLUMNS = (
    _text("source_file", "ไฟล์ที่มา", "file the row was read from"),
    _text("source_ref", "ตำแหน่งที่มา", "line, column or cell in that file"),
    _text("raw", "ข้อความเดิม", "the text as it stands there"),
)

TABLES: Mapping[str, Table] = {
    table.name: table
    for table in (
        Table(
            "strategies",
            "กลยุทธ์",
            "strategy",
            (
                _text("strategy_no", "กลยุทธ์ที่", "number as text", required=True),
                _text("name", "ชื่อกลยุทธ์", "name"),
            ),
            key=("strategy_no",),
        ),
        Table(
            "projects",
            "โครงการ",
            "project",
            (
                _PROJECT_NO,
                _text("strategy_no", "กลยุทธ์ที่", "strategy it belongs to", required=True),
                _text("name", "ชื่อโครงการ", "name"),
                _text("targets", "เป้าหมาย", "targets, one cell of the source a line"),
                _text("indicators", "ตัวชี้วัดความสำเร็จ", "indicators, one cell a line"),
                *_owners("those of its own owner cell, further ones stand at its activities"),
                _coded(
                    "budget_state",
                    "สถานะงบประมาณ",
                    "whether money was given, is awaited, or is not needed",
                    BUDGET_STATE_TH,
                ),
            ),
            key=("project_no",),
        ),
        Table(
            "budget_lines",
            "รายการงบประมาณ",
            "amount (or awaiting mark) in a project's budget column",
            (
                _PROJECT_NO,
                Column("line_no", Kind.INT, "รายการที่", "1, 2, … in a project", required=True),
                _text("label", "รายการ", "the target or activity the money is for"),
                _baht("budget", "งบประมาณ (บาท)", "amount given; empty while awaited"),
                _baht("committed", "ผูกพัน (บาท)", "amount committed"),
                _baht("disbursed", "เบิกจ่าย (บาท)", "amount disbursed since 1 October"),
                _percent("reported_pct", "ร้อยละที่รายงาน", "percent printed beside the amount"),
            ),
            key=("project_no", "line_no"),
        ),
        Table(
            "activities",
            "กิจกรรม",
            "activity or sub-activity",
            (
                _PROJECT_NO,
                _text("activity_no", "กิจกรรมที่", "number or mark as printed"),
                _text("parent_no", "อยู่ภายใต้กิจกรรมที่", "number of the activity above it"),
                _text("text", "การดำเนินการ", "what is done"),
                _coded(
                    "status",
                    "สถานะ",
                    "progress; a printed percent gives its status too",
                    {one: STATUS_TH[one] for one in ACTIVITY_STATUSES},
                    required=False,
                ),
                _percent("progress_pct", "ความก้าวหน้า (ร้อยละ)", "percent printed as progress"),
                *_owners("empty where its row prints none: then those of a row above hold"),
            ),
            label=("project_no", "parent_no", "activity_no"),
        ),
        Table(
            "narrative",
            "ข้อความ",
            "paragraph",
            (
                _coded("kind", "ประเภท", "which part of the document", NARRATIVE_TH),
                _text("project_no", "ที่ (โครงการ)", "project, if it is a project's own"),
                _text("text", "ข้อความ", "the paragraph"),
            ),
            label=("source_ref",),
        ),
        Table(
            "claims",
            "ตัวเลขที่พิมพ์ไว้",
            "printed figure",
            (
                _coded("kind", "ที่ปรากฏ", "where the document prints it", CLAIM_TH),
                _text("subject", "เรื่อง", "what it counts, as 'key=value' pairs joined by '; '"),
                Column("value", Kind.FLOAT, "ค่า", "the figure"),
                _text("unit", "หน่วย", "baht, percent, project, person, school, …"),
                _text("text", "ข้อความ", "the words around it"),
            ),
            label=("source_ref",),
        ),
        Table(
            "unread",
            "ส่วนที่อ่านไม่ได้",
            "thing not understood",
            (
                _text("reason", "เหตุผล", "why it was not placed", required=True),
                _text("text", "ข้อความ", "the text"),
            ),
        ),
    )
}


@dataclass(frozen=True, order=True)
class RoundKey:
    """Which round: district code (text), fiscal year (B.E.) and quarter (1-4)."""

    district: str
    fiscal_year: int
    quarter: int

    def __str__(self) -> str:
        return f"{self.district}-{self.fiscal_year}-q{self.quarter}"

    @classmethod
    def read(cls, text: str) -> RoundKey | None:
        """Read what ``str`` writes of a key; None when it is none."""
        found = re.fullmatch(r"([^-]+)-(\d+)-q(\d)", text)
        return cls(found[1], int(found[2]), int(found[3])) if found else None

    @property
    def following(self) -> RoundKey:
        """The round after it: the next quarter, or the first of the next fiscal year."""
        last = self.quarter == 4
        year = self.fiscal_year + last
        return RoundKey(self.district, year, 1 if last else self.quarter + 1)

    @property
    def folders(self) -> tuple[str, str, str]:
        """Names of the folders, one in the other, in which everything made of the round lies."""
        return str(self.fiscal_year), f"q{self.quarter}", self.district


@dataclass(frozen=True)
class Round:
    """The seven tables of one round; each frame holds exactly the declared columns."""

    key: RoundKey
    strategies: pd.DataFrame
    projects: pd.DataFrame
    budget_lines: pd.DataFrame
    activities: pd.DataFrame
    narrative: pd.DataFrame
    claims: pd.DataFrame
    unread: pd.DataFrame

    def __repr__(self) -> str:
        counts = (f"  {name:<13} {len(frame):>5,} rows" for name, frame in self.tables.items())
        return "\n".join([f"Round {self.key}", *counts])

    @property
    def tables(self) -> dict[str, pd.DataFrame]:
        """The frames by table name, in the declared order."""
        return {name: getattr(self, name) for name in TABLES}
