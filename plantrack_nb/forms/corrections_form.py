"""The form that returns doubtful cells: a group's doubtful rows, and room for what is right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plantrack_nb.core.findings import Finding
from plantrack_nb.core.schema import TABLES, Column, Round, Table
from plantrack_nb.forms.doubts import COMPILER, Doubt
from plantrack_nb.forms.form import Form, FormKind, form_sheet, write_forms
from plantrack_nb.workbooks import styles
from plantrack_nb.workbooks.book import Cell, CellContent, Sheet, cut, in_rows
from plantrack_nb.workbooks.columns import choices_of, content_of, declared

if TYPE_CHECKING:
    import pandas as pd

REASON = "เหตุผล"
RIGHT = "ค่าที่ถูกต้อง: "
_REMARKS, _PLACE = "ข้อสังเกต", "ตำแหน่งในเอกสาร"
QUESTIONS = form_sheet(
    "คำถาม",
    [(18, "รหัสข้อ"), (60, _REMARKS), (30, "ที่พบ"), (30, "ที่ควรเป็น"), (30, _PLACE)],
    [(40, "คำตอบ"), (40, REASON)],
    frozen=(1, 1),
)
"""Findings that concern no cell of a table, with room for an answer."""

CORRECTIONS = FormKind(
    "รายการข้อมูลที่ขอให้ตรวจสอบและแก้ไข",
    "workbook of corrections",
    (
        "ใช้แฟ้มที่ plantrack corrections เขียนให้และกลุ่มกรอกแล้ว",
        "Give a workbook that 'plantrack corrections' wrote and a group filled in.",
    ),
    "ผู้ตรวจแก้",
)
_ABOUT = (
    "แฟ้มนี้มีเฉพาะแถวที่กลุ่มของท่านรับผิดชอบและมีข้อสังเกตจากการตรวจสอบ "
    "ช่องสีส้มคือค่าที่ควรตรวจ วางเมาส์บนช่องเพื่ออ่านข้อสังเกต หรืออ่านในคอลัมน์ “ข้อสังเกต”"
)
_HOW = (
    "กรอกชื่อผู้ตรวจแก้ในช่องสีเหลืองด้านบนของแผ่นงานนี้",
    "ถ้าค่าผิด ให้กรอกค่าที่ถูกต้องในช่องสีเหลือง “ค่าที่ถูกต้อง: …” ของแถวนั้น และกรอกเหตุผลทุกครั้ง",
    "ถ้าค่าเดิมถูกต้องแล้ว ให้เว้นช่องค่าที่ถูกต้องไว้ และเขียนคำอธิบายในช่อง “เหตุผล”",
    "ถ้าช่องนั้นควรว่าง ให้กรอกเครื่องหมาย “-” ในช่องค่าที่ถูกต้อง",
    "จำนวนเงินมีหน่วยเป็นบาท ร้อยละกรอกเป็นเลข 0–100 ช่องที่มีรายการให้เลือก ให้เลือกจากรายการ",
    "แถวใดยังไม่ได้ตรวจ ให้เว้นว่างทั้งสองช่อง แล้วส่งแฟ้มคืนผู้จัดทำรายงาน",
    "แผ่นงาน “คำถาม” (ถ้ามี) คือข้อสังเกตที่ไม่ได้อยู่ในช่องใดช่องหนึ่ง ให้เขียนคำตอบหรือเหตุผลในช่องสีเหลือง",
    "ช่องอื่นล็อกไว้ การเพิ่มหรือลบแถว และการแก้เลขที่โครงการหรือกิจกรรม ให้แจ้งผู้จัดทำรายงานแก้ที่ต้นฉบับ",
)
_NOT_LISTED = "โปรดเลือกค่าจากรายการ หรือกรอก “-” ถ้าช่องนี้ควรว่าง"
_NOTHING = "-"
_WIDE = {"text": 60, "name": 40, "targets": 40, "indicators": 40, "label": 32, "subject": 30}


@dataclass(frozen=True)
class Parcel:
    """A workbook for one group: how many cells it asks about, and how many further questions."""

    group: str
    path: Path
    cells: int
    questions: int = 0


@dataclass(frozen=True)
class DoubtSheet:
    """A table's sheet, its columns that are shown behind the row's name, and those asked about."""

    sheet: Sheet
    shown: Sequence[Column]
    asked: Sequence[Column]


def doubt_sheet(table: Table, asked: Collection[str]) -> DoubtSheet:
    """Declare the sheet of a table with room for the right values of some of its columns."""
    shown = [one for one in table.own_columns if one.name != "persons"]
    in_doubt = [one for one in shown if one.name in asked]
    values = ((_WIDE.get(one.name, 14), one.title) for one in shown)
    right = ((min(_WIDE.get(one.name, 20), 40), RIGHT + one.title) for one in in_doubt)
    sheet = form_sheet(
        table.title,
        [(12, "รหัสแถว"), *values, (12, _PLACE), (60, _REMARKS)],
        [*right, (40, REASON)],
        frozen=(1, 2),
        printed=True,
    )
    return DoubtSheet(sheet, shown, in_doubt)


def write_workbooks(
    round: Round,  # noqa: A002
    doubts: Sequence[Doubt],
    folder: Path,
    version: int,
    questions: Sequence[Finding] = (),
) -> list[Parcel]:
    """Write one workbook a group; the same doubts always give the same bytes.

    Parameters
    ----------
    round : Round
        The round as it stands now.
    doubts : sequence of Doubt
        The cells to ask about.
    folder : Path
        Where the workbooks go.
    version : int
        Version of the round, said on the first sheet.
    questions : sequence of Finding
        What concerns no cell: the document's compiler answers.

    Raises
    ------
    OutputError
        A file cannot be written.
    """
    by_group: dict[str, list[Doubt]] = defaultdict(list)
    for one in doubts:
        by_group[one.group].append(one)
    if questions:
        by_group.setdefault(COMPILER, [])
    further = {COMPILER: questions}
    forms = [
        Form(group, _ABOUT, _HOW, [*_sheets(round, own, further.get(group, ()))])
        for group, own in by_group.items()
    ]
    paths = write_forms(CORRECTIONS, forms, round.key, version, folder)
    return [
        Parcel(group, path, len(own), len(further.get(group, ())))
        for (group, own), path in zip(by_group.items(), paths, strict=True)
    ]


def standing(column: Column, value: str | float) -> CellContent:
    """Write a value as a sheet shows it, cut to what a cell holds."""
    content = content_of(column, value)
    return cut(content) if isinstance(content, str) else content


def _sheets(
    round: Round,  # noqa: A002
    doubts: Sequence[Doubt],
    questions: Sequence[Finding],
) -> Iterator[Sheet]:
    for name, data in round.tables.items():
        rows: dict[int, dict[str, Doubt]] = defaultdict(dict)
        for one in doubts:
            if one.table == name:
                rows[one.position][one.column] = one
        if rows:
            own = doubt_sheet(
                TABLES[name], {column for of_row in rows.values() for column in of_row}
            )
            cells = [_row(own, data.iloc[at], of_row) for at, of_row in rows.items()]
            yield replace(own.sheet, cells=in_rows(cells, 1))
    if questions:
        yield replace(QUESTIONS, cells=in_rows(map(_question, questions), 1))


def _row(own: DoubtSheet, values: pd.Series[Any], doubted: Mapping[str, Doubt]) -> Iterator[Cell]:
    said = {name: [*dict.fromkeys(map(_remark, one.findings))] for name, one in doubted.items()}
    yield Cell(next(iter(doubted.values())).row, styles.QUIET)
    for column in own.shown:
        based = styles.DOUBTED if column.name in doubted else styles.STANDING
        note = "\n".join(said.get(column.name, ()))
        yield Cell(standing(column, values[column.name]), declared(column, based), note)
    yield Cell(values["source_ref"], styles.QUIET)
    remarks = dict.fromkeys(line for lines in said.values() for line in lines)
    yield Cell(cut("\n".join(remarks)), styles.TEXT)
    for column in own.asked:
        if column.name in doubted:
            listed = choices_of(column, _NOT_LISTED, () if column.required else (_NOTHING,))
            yield Cell(None, declared(column, styles.ENTRY), choices=listed)
        else:
            yield Cell(None, styles.CLOSED)
    yield Cell(None, styles.ENTRY_TEXT)


def _question(one: Finding) -> Iterator[Cell]:
    places = "\n".join(f"{ref.file} {ref.ref}: {ref.raw[:200]}" for ref in one.refs[:5])
    yield Cell(one.id, styles.QUIET)
    for text in (_remark(one), one.found, one.expected, places):
        yield Cell(cut(text), styles.TEXT)
    yield from (Cell(None, styles.ENTRY_TEXT), Cell(None, styles.ENTRY_TEXT))


def _remark(one: Finding) -> str:
    """Say in a line why something is doubted, and what to do."""
    return " ".join((f"{one.message} ({one.hint})" if one.hint else one.message).split())
