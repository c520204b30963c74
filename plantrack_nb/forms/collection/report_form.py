"""The form that collects progress: a group's rows, what was said last, and room for what is new."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from plantrack_nb.core.calendar import round_label, round_period, thai_date
from plantrack_nb.core.records import Row, row_names, rows
from plantrack_nb.core.schema import TABLES, Column, Round
from plantrack_nb.forms.collection.new_sheets import SHEETS, new_sheet
from plantrack_nb.forms.collection.shares import ASKED, Share, is_open, shares
from plantrack_nb.forms.corrections_form import standing
from plantrack_nb.forms.form import Form, FormKind, form_sheet, write_forms
from plantrack_nb.workbooks import styles
from plantrack_nb.workbooks.book import Cell, Sheet, cut, in_rows
from plantrack_nb.workbooks.columns import choices_of, declared

if TYPE_CHECKING:
    from datetime import date

REPORTS = FormKind(
    "แบบรายงานผลการดำเนินงานและการเบิกจ่าย",
    "progress form",
    (
        "ใช้แฟ้มที่ plantrack collect ROUND --to FOLDER เขียนให้และกลุ่มกรอกแล้ว",
        "Give a workbook that 'plantrack collect ROUND --to FOLDER' wrote and a group filled in.",
    ),
    "ผู้รายงาน",
)
LAST, NEW, REMARK = "ล่าสุด: ", "ใหม่: ", "หมายเหตุ"
_SHEET_NAMES = {
    "projects": "รายงานงบประมาณ",
    "budget_lines": "รายงานการเบิกจ่าย",
    "activities": "รายงานกิจกรรม",
}
_ALSO_SHOWN = {"budget_lines": "label", "activities": "activity_no"}
_WIDE = {"text": 60, "label": 32}
_NOT_LISTED = "โปรดเลือกค่าจากรายการ หรือเว้นว่างถ้าไม่เปลี่ยน"
_DUE = "กำหนดส่ง"
_HOW = (
    "กรอกชื่อผู้รายงานในช่องสีเหลืองด้านบนของแผ่นงานนี้",
    f"ช่อง “{LAST}…” คือค่าที่รายงานไว้ครั้งก่อน ถ้าเปลี่ยน ให้กรอกค่าใหม่ในช่องสีเหลือง “{NEW}…” ของแถวเดียวกัน",
    "จำนวนเงินเป็นยอดสะสมตั้งแต่วันที่ 1 ตุลาคม มีหน่วยเป็นบาท ไม่ใช่ยอดเฉพาะไตรมาสนี้",
    "สถานะให้เลือกจากรายการ ความก้าวหน้ากรอกเป็นเลข 0–100",
    f"ถ้าไม่มีอะไรเปลี่ยน ให้เว้นว่าง และบอกเหตุผลสั้น ๆ ในช่อง “{REMARK}” ปัญหาอุปสรรคเขียนในช่องนี้ได้",
    "โครงการที่รับผิดชอบร่วมกัน ทุกกลุ่มได้รับแบบเหมือนกัน โปรดตกลงค่าให้ตรงกันก่อนส่ง",
)
_MORE = {
    "budget_lines": "เงินของโครงการที่เพิ่งได้รับจัดสรรให้กรอกในแผ่นงาน “{}” บอกเลขที่โครงการและชื่อรายการทุกแถว",
    "activities": "กิจกรรมที่เพิ่มขึ้นให้กรอกในแผ่นงาน “{}” บอกเลขที่โครงการและการดำเนินการทุกแถว",
}
_LOCKED = "ช่องอื่นล็อกไว้ ถ้ามีโครงการเพิ่มหรือยกเลิก ให้แจ้งผู้จัดทำรายงาน"


@dataclass(frozen=True)
class AskedSheet:
    """One table's sheet, and the columns that it asks for."""

    table: str
    asked: tuple[Column, ...]
    sheet: Sheet

    @property
    def first(self) -> int:
        """Where the cells to be filled in begin, from 0."""
        return len(self.sheet.lanes) - len(self.asked) - 1


@dataclass(frozen=True)
class Asked:
    """A form that was written: whose, where, and how many rows and projects it asks about."""

    group: str
    path: Path
    rows: int
    projects: int


def asked_sheet(table: str) -> AskedSheet:
    """Declare the sheet of a table."""
    own = {one.name: one for one in TABLES[table].own_columns}
    asked = tuple(own[name] for name in ASKED[table])
    also = _ALSO_SHOWN.get(table)
    shown = [(_WIDE.get(also, 14), own[also].title)] if also else []
    sheet = form_sheet(
        _SHEET_NAMES[table],
        [
            (12, "รหัสแถว"),
            (45, TABLES["projects"].title),
            *shown,
            *((_WIDE.get(one.name, 18), LAST + one.title) for one in asked),
        ],
        [*((_WIDE.get(one.name, 18), NEW + one.title) for one in asked), (40, REMARK)],
        frozen=(1, 2),
        printed=True,
    )
    return AskedSheet(table, asked, sheet)


def write_reports(round: Round, version: int, folder: Path, due: date | None) -> list[Asked]:  # noqa: A002
    """Write one form a group; the same round always gives the same bytes.

    Parameters
    ----------
    round : Round
        The round as it stands: what was said last.
    version : int
        Its version.
    folder : Path
        Where the forms go.
    due : date, optional
        The day by which they should be back.

    Raises
    ------
    OutputError
        A file cannot be written.
    """
    parts = shares(round.tables)
    named = {name: row_names(name, round.tables[name]) for name in ASKED}
    records = {name: rows(round.tables[name]) for name in ASKED}
    titles = {one.project_no: f"{one.project_no} {one.name}" for one in records["projects"]}
    with_money = {one.project_no for one in records["budget_lines"]}
    forms = [
        _form(round, one, due, [*_sheets(one, records, named, titles), *_further(one, with_money)])
        for one in parts
    ]
    paths = write_forms(REPORTS, forms, round.key, version, folder)
    return [
        Asked(one.group, path, sum(map(len, one.rows.values())), one.projects)
        for one, path in zip(parts, paths, strict=True)
    ]


def _form(round: Round, one: Share, due: date | None, sheets: list[Sheet]) -> Form:  # noqa: A002
    first, last = round_period(round.key.fiscal_year, round.key.quarter)
    about = (
        f"ขอให้รายงานผลของ{round_label(round.key.quarter)} ปีงบประมาณ {round.key.fiscal_year}"
        f" สะสมตั้งแต่วันที่ {thai_date(first)} ถึงวันที่ {thai_date(last)}"
        f" ของโครงการที่กลุ่มรับผิดชอบ {one.projects} โครงการ"
    )
    named = {sheet.name for sheet in sheets}
    more = [how.format(SHEETS[table]) for table, how in _MORE.items() if SHEETS[table] in named]
    back = [] if due is None else [f"ส่งแฟ้มคืนผู้จัดทำรายงานภายในวันที่ {thai_date(due)}"]
    how = (*_HOW, *more, _LOCKED, *back)
    further = {} if due is None else {_DUE: thai_date(due)}
    return Form(one.group, about, how, sheets, further)


def _sheets(
    one: Share,
    records: Mapping[str, list[Row]],
    named: Mapping[str, list[str]],
    titles: Mapping[str, str],
) -> Iterator[Sheet]:
    for table, places in one.rows.items():
        own = asked_sheet(table)
        cells = [_cells(own, records[table][at], named[table][at], titles) for at in places]
        yield replace(own.sheet, cells=in_rows(cells, 1))


def _further(one: Share, with_money: Collection[str]) -> Iterator[Sheet]:
    """Yield the sheets on which a group adds rows; money only where a project has none yet."""
    without = [no for no in one.numbers if no not in with_money]
    if without:
        yield new_sheet("budget_lines", without)
    if one.numbers:
        yield new_sheet("activities", one.numbers)


def _cells(own: AskedSheet, row: Row, name: str, titles: Mapping[str, str]) -> Iterator[Cell]:
    yield Cell(name, styles.QUIET)
    yield Cell(cut(titles.get(row.project_no, row.project_no)), styles.TEXT)
    if own.table in _ALSO_SHOWN:
        yield Cell(cut(getattr(row, _ALSO_SHOWN[own.table])), styles.TEXT)
    for column in own.asked:
        content = standing(column, getattr(row, column.name))
        yield Cell(content, declared(column, styles.STANDING))
    for column in own.asked:
        if is_open(column.name, row):
            listed = choices_of(column, _NOT_LISTED)
            yield Cell(None, declared(column, styles.ENTRY), choices=listed)
        else:
            yield Cell(None, styles.CLOSED)
    yield Cell(None, styles.ENTRY_TEXT)
