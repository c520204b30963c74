"""The sample round with its mistakes mended by program: a round that is right.

Whatever a rule proves or suspects in the sample is put right here in the tables, and the printed
figures that depend on it are worked out anew. A check of the result must then find neither an
error nor a warning: each one left is a false alarm, or a mistake not yet mended.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plantrack_nb.check.facts import Facts
from plantrack_nb.core.records import Row, gathered, rows, total
from plantrack_nb.core.vocabulary import BANDS
from plantrack_nb.measures.projects import percent_of
from plantrack_nb.measures.summary import of_whole_rows, percents

if TYPE_CHECKING:
    import pandas as pd

Tables = dict[str, "pd.DataFrame"]


@dataclass(frozen=True)
class Words:
    """Words to write otherwise, in one project (``""``: anywhere) and all that quotes it."""

    project_no: str
    old: str
    new: str


@dataclass(frozen=True)
class Value:
    """A cell to fill in: the row of a table that has these keys."""

    table: str
    keys: Mapping[str, str | int]
    column: str
    value: str | float


WORDS = (
    Words("", "สทป.", "สพป."),
    Words("", "สพฐ.นครปฐม", "สพป.นครปฐม"),
    Words("", "สพพ.", "สพท."),
    Words("", "สภฐไม่", "สพฐ.ไม่"),
    Words("", "นครปฐม เขต ๓", "นครปฐม เขต ๑"),
    Words("", "GFMS", "GFMIS"),
    Words("", "e-MENSCR", "eMENSCR"),
    Words("", "eMEMSCR", "eMENSCR"),
    Words("", "e MENSRCs", "eMENSCR"),
    Words("", "ไวรัส 2019", "ไวรัสโคโรนา 2019"),
    Words("1.2", "ปัญหาเสพติด", "ปัญหายาเสพติด"),
    Words("1.2", "ปลอดภัยเสถียรและ", "ปลอดยาเสพติดและ"),
    Words("", "รับทราบ “รายงาน", "รับทราบ รายงาน"),
    Words("1.3", "สพป.นครปฐม 1", "สพป.นครปฐม เขต 1"),
    Words("1.3", "บุคลากรในสังกัด จำนวน 68 คน", "บุคลากรในสังกัด จำนวน 64 คน"),
    Words("5.2", "บุคลากรในสังกัด จำนวน 61 คน", "บุคลากรในสังกัด จำนวน 64 คน"),
    Words("2.6", "= 61.12", "= 61.24"),
    Words("2.7", "ระดับชาตินิยมขั้น", "ระดับชาติขั้น"),
    Words("2.8", "ของสำนักงานเขตพื้นที่", "ของสำนักงานเขตพื้นที่การศึกษา"),
    Words("2.8", "เป็นที่เลี้ยง", "เป็นพี่เลี้ยง"),
    Words("2.8", "บ้านวิทยาศาสตร์น้อย", "บ้านนักวิทยาศาสตร์น้อย"),
    Words("3.2", "(จ17/2553)", "(ว17/2553)"),
    Words("", "การพัฒน ด้วย", "การพัฒนา ด้วย"),
    Words("3.2", "(HRMS) 5 งาน", "(HRMS) 4 งาน"),
    Words("3.2", "ข้าราชการครูในสังกัด จำนวน 121 แห่ง", "ข้าราชการครูในสังกัด จำนวน 121 คน"),
    Words("3.5", "ร.ร.12 ราย", "ร.ร.22 ราย"),
    Words("3.5", "จำนวน 25 คน", "จำนวน 32 คน"),
    Words("3.5", "จำนวน 43 คน", "จำนวน 25 คน"),
    Words("3.5", "จำนวน 47 คน", "จำนวน 44 คน"),
    Words("3.5", "จำนวน 4 คนเป็นเงิน 565,300 บาท", "จำนวน 3 คน"),
    Words("3.5", "วิภฤติ", "วิกฤติ"),
    Words("3.5", "นักรงการโรง", "นักการภารโรง"),
    Words("3.5", "เวย์ยาม", "เวรยาม"),
    Words("4.2", "30,851 คน", "30,824 คน"),
    Words("4.2", "10 มิ.ย.65", "10 มิ.ย.64"),
    Words("4.3", "ปีงบประมาณ .2565", "ปีงบประมาณ พ.ศ.2565"),
    Words("4.4", "รการจัดสรรงบประมาณ", "รอการจัดสรรงบประมาณ"),
    Words("4.6", "เสนอของงบประมาณ", "เสนอของบประมาณ"),
    Words("4.6", "พระราชรัฐ", "ประชารัฐ"),
    Words("6.5", "ประจำรัฐ", "ประชารัฐ"),
    Words("6.5", "คุณภาพตำบล", "คุณภาพประจำตำบล"),
    Words("6.6", "ค่าของงบประมาณ", "คำของบประมาณ"),
    Words("6.6", "คณะชั้น", "คละชั้น"),
    Words("6.5", "คอนเน็กซ์อีดี)", "คอนเน็กซ์อีดี"),
    Words("6.6", "3.นักเรียนโรงเรียนขนาดเล็กที่เรียนรวมทุกคน", "3.ผู้ปกครองของนักเรียนที่เรียนรวม"),
    Words("6.7", "5.บุคลากรใน", "4.บุคลากรใน"),
    Words("6.7", "6.ร้อยละ 100 ของความสำเร็จ", "5.ร้อยละ 100 ของความสำเร็จ"),
    Words("6.7", "7.โครงการของ", "6.โครงการของ"),
    Words("6.7", "8. สพป.", "7. สพป."),
    Words("6.8", "สพป.นครปฐม .เขต 1", "สพป.นครปฐม เขต 1"),
    Words("6.8", "18-22 กรกฎาคม 2565", "18-22 มีนาคม 2565"),
    Words("6.8", "2 ธ.ค.2564-30มิย.2565", "2 ธ.ค.2564-31 มี.ค.2565"),
    Words("6.8", "ร้อยละ 82.35", "ร้อยละ 100"),
    Words("6.8", "ร้อยละ ของสถานศึกษา", "ร้อยละของสถานศึกษา"),
    Words("6.8", "ร้อยละ 11.76 และ", "ร้อยละ 5.88 และ"),
    Words("6.8", "ปรับปรุง ร้อยละ 5.88", "ปรับปรุง ร้อยละ 0"),
    Words("6.8", "ร้อยละ 47.06", "ร้อยละ 11.76"),
    Words("6.8", "ร้อยละ 35.29", "ร้อยละ 82.36"),
    Words("6.8", "เข้าตรวจสอบ สพป.นนทบุรี เขต2", "เข้าตรวจสอบกลุ่มบริหารงานการเงินฯ"),
    Words("6.8", "เรียบร้อยแล้ว จำนวน 17 แห่ง", "จำนวน 17 แห่ง"),
    Words("6.9", "การศึกษาการศึกษา", "การศึกษา"),
    Words("6.9", "ปีงบประมาณ พ.ศ.2564", "ปีงบประมาณ พ.ศ.2565"),
    Words("6.9", "2565 อยู่ในระดับคุณภาพ", "2565 อยู่ในระดับคุณภาพดี"),
    Words("6.10", "IT/ EIT /OIT", "IIT/ EIT /OIT"),
    Words("6.10", "องค์กรประกอบ", "องค์ประกอบ"),
    Words("6.10", "ด้านทุจริต", "ต้านทุจริต"),
    Words("6.10", "โปร่งใสนการ", "โปร่งใสในการ"),
    Words("6.10", "⏎ นการ", "⏎ ในการ"),
    Words("6.11", "บุคคล/บุคคล/", "บุคคล/"),
    Words("6.13", "นวัตกรรมทางการศึกษาของสถานศึกษา", "โครงการนวัตกรรมของสถานศึกษา"),
)


def _activity(project_no: str, activity_no: str) -> dict[str, str | int]:
    return {"project_no": project_no, "activity_no": activity_no}


def _line(project_no: str, line_no: int) -> dict[str, str | int]:
    return {"project_no": project_no, "line_no": line_no}


VALUES = (
    Value("budget_lines", _line("1.3", 1), "disbursed", 63_000),
    Value("activities", _activity("1.3", "1"), "status", "done"),
    Value("activities", _activity("1.3", "1"), "progress_pct", math.nan),
    Value("activities", _activity("2.1", "1"), "status", "in_progress"),
    Value("budget_lines", _line("2.1", 2), "label", "นิเทศชั้นเรียน"),
    Value("activities", _activity("2.5", "3"), "text", "ตรวจสอบหลักสูตรของสถานศึกษา"),
    Value("activities", _activity("2.5", "4"), "text", "นิเทศการใช้หลักสูตร"),
    Value("activities", _activity("2.6", "1"), "status", "in_progress"),
    Value("activities", _activity("2.9", "3"), "text", "ประกาศผลการคัดเลือกนักเรียนและสถานศึกษา"),
    Value("budget_lines", _line("2.9", 1), "disbursed", 326_000),
    Value("budget_lines", _line("3.5", 3), "budget", 5_760_000),
    Value("budget_lines", _line("3.5", 4), "budget", 2_700_000),
    Value("budget_lines", _line("3.5", 6), "budget", 9_900_000),
    Value("budget_lines", _line("3.5", 7), "budget", 5_292_000),
    Value("budget_lines", _line("3.5", 8), "budget", 4_752_000),
    Value("budget_lines", _line("3.5", 9), "budget", 432_000),
    Value("budget_lines", _line("3.5", 11), "disbursed", 273_000),
    Value("activities", _activity("3.5", "1-10"), "owner_groups", "กลุ่มบริหารงานบุคคล"),
    Value("budget_lines", _line("3.5", 10), "disbursed", 60_000),
    Value("activities", _activity("4.1", "1"), "status", "in_progress"),
    Value("activities", _activity("4.1", "1-4"), "status", "in_progress"),
    Value("activities", _activity("4.1", "1-5"), "status", "in_progress"),
    Value("activities", _activity("4.1", "1-6"), "status", "in_progress"),
    Value("activities", _activity("4.1", "1"), "progress_pct", math.nan),
    Value("activities", _activity("4.1", "2"), "status", "in_progress"),
    Value("budget_lines", _line("4.2", 3), "disbursed", 10_000),
    Value("activities", _activity("4.2", "2"), "status", "done"),
    Value("activities", _activity("4.2", "4"), "progress_pct", 90.0),
    Value("activities", _activity("4.5", "1-3"), "text", "สำรวจอุปกรณ์ที่ต้องซ่อมบำรุง"),
    Value("activities", _activity("4.5", "2"), "status", "not_started"),
    Value("activities", _activity("4.5", "3"), "status", "not_started"),
    Value("budget_lines", _line("4.6", 1), "disbursed", 39_560),
    Value("activities", _activity("6.3", "4"), "status", "not_started"),
    Value("budget_lines", _line("6.8", 1), "budget", 99_900),
    Value("budget_lines", _line("6.8", 3), "disbursed", 3_600),
    Value("activities", _activity("6.9", "1"), "progress_pct", 70.0),
    Value("activities", _activity("6.9", "2"), "progress_pct", 60.0),
    Value("activities", _activity("6.9", "3"), "progress_pct", 60.0),
    Value("activities", _activity("6.9", "2-4"), "text", "กำกับ ติดตามการรายงานผลตามแผนปฏิบัติราชการ"),
    Value("activities", _activity("6.10", "1-1"), "progress_pct", 30.0),
    Value("budget_lines", _line("6.12", 1), "disbursed", 25_113.93),
    Value("activities", _activity("6.12", "3-7"), "status", "done"),
)
_FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?")
_ABSENT, _LIKE_ABSENT = "6.14", "6.7"
_QUOTES = ("text", "raw", "name", "targets", "indicators", "label")
_LEVEL, _STRATEGY = "level_table", "strategy_table"
_MARKS = ("done", "not_started")


def mended(tables: Mapping[str, pd.DataFrame]) -> Tables:
    """Return the sample round's tables with every mistake put right."""
    made = {name: data.copy() for name, data in tables.items()}
    for words in WORDS:
        _write_otherwise(made, words)
    for value in VALUES:
        _fill_in(made, value)
    _take_out_repeats(made)
    _name_lost_activities(made)
    _renumber(made)
    _say_no_budget(made)
    _add_absent_project(made)
    _print_percents(made)
    _print_memo(made)
    _print_summary_tables(made)
    return made


def _write_otherwise(tables: Tables, words: Words) -> None:
    changed = 0
    for data in tables.values():
        chosen = _rows_of(data, words.project_no)
        for column in [name for name in _QUOTES if name in data]:
            hit = chosen & data[column].str.contains(words.old, regex=False)
            changed += int(hit.sum())
            if column == "text" and "value" in data:
                data.loc[hit, "value"] = data.loc[hit, "value"].replace(_figures(words))
            replaced = data.loc[hit, column].str.replace(words.old, words.new, regex=False)
            data.loc[hit, column] = replaced
    assert changed, f"nothing to mend: {words}"


def _figures(words: Words) -> dict[float, float]:
    """Pair the figures of the old words with those of the new, where they differ."""
    old, new = (
        [float(one.replace(",", "")) for one in _FIGURE.findall(text)]
        for text in (words.old, words.new)
    )
    return {a: b for a, b in zip(old, new, strict=False) if a != b}


def _rows_of(data: pd.DataFrame, project_no: str) -> pd.Series[bool]:
    if not project_no:
        return data["raw"].notna()
    if "project_no" in data:
        return data["project_no"] == project_no
    if "subject" in data:
        return data["subject"].str.contains(
            rf"project_no={re.escape(project_no)}(?:;|$)", regex=True
        )
    return data["raw"].isna()


def _fill_in(tables: Tables, value: Value) -> None:
    data = tables[value.table]
    chosen = data["raw"].notna()
    for column, key in value.keys.items():
        chosen &= data[column] == key
    assert chosen.sum() == 1, f"no one row to mend: {value}"
    data.loc[chosen, value.column] = value.value


def _take_out_repeats(tables: Tables) -> None:
    """Leave out the third target that stands twice, and tell two equal indicators apart."""
    data = tables["projects"]
    chosen = data["project_no"] == "5.1"
    data.loc[chosen, "targets"] = data.loc[chosen, "targets"].str.replace(
        r"(3\..+) 3\..+$", r"\1", regex=True
    )
    chosen = data["project_no"] == "4.1"
    data.loc[chosen, "indicators"] = data.loc[chosen, "indicators"].str.replace(
        r"(1\.ร้อยละ 67.+ 5\.)ร้อยละ 93 ของ", r"\1ร้อยละ 93 ของนักเรียนหญิงและ", regex=True
    )


def _name_lost_activities(tables: Tables) -> None:
    """Give marks that have lost their activity a text and a number."""
    data = tables["activities"]
    for project_no, parent in (("3.2", ""), ("6.9", "3")):
        lost = data.index[(data["project_no"] == project_no) & (data["text"] == "")]
        for nth, at in enumerate(lost, 1):
            data.loc[at, "text"] = f"ดำเนินการตามแผนระยะที่ {nth}"
            data.loc[at, "activity_no"] = f"{parent}-{nth}" if parent else "2"
            data.loc[at, "parent_no"] = parent


def _renumber(tables: Tables) -> None:
    """Call the only list of its kind "1)" rather than "2)"."""
    data = tables["activities"]
    chosen = data["project_no"] == "6.8"
    for column in ("activity_no", "parent_no"):
        named = data.loc[chosen, column].str.replace("7-1-2)", "7-1-1)", regex=False)
        data.loc[chosen, column] = named


def _say_no_budget(tables: Tables) -> None:
    data = tables["projects"]
    chosen = data["budget_state"] == "none"
    data.loc[chosen, "raw"] += " | ไม่ใช้งบ"


def _add_absent_project(tables: Tables) -> None:
    """Add the project that the document counts and does not show, like the one it stands with."""
    import pandas as pd

    more: dict[str, dict[str, str | float]] = {
        "projects": {"name": "โครงการส่งเสริมนวัตกรรมของสำนักงาน"},
        "budget_lines": {"label": "ประชุม", "budget": 1e5, "disbursed": 0.0, "reported_pct": 0.0},
        "activities": {"text": "ประชุมวางแผน", "status": "in_progress", "progress_pct": math.nan},
    }
    for name, values in more.items():
        data = tables[name]
        row = data[data["project_no"] == _LIKE_ABSENT].head(1).copy()
        values |= {"project_no": _ABSENT, "raw": f"{_ABSENT} | เพิ่ม", "source_ref": "L486"}
        for column, value in values.items():
            row[column] = value
        tables[name] = pd.concat([data, row], ignore_index=True)


def _print_percents(tables: Tables) -> None:
    """Print each line's percent anew where the money was mended."""
    lines = tables["budget_lines"]
    exact = [round(percent_of(one.disbursed, one.budget), 2) for one in rows(lines)]
    lines["reported_pct"] = lines["reported_pct"].where(lines["reported_pct"].isna(), exact)
    lines["raw"] = [
        f"{one.budget:,.2f} | {one.disbursed:,.2f} ({one.reported_pct:.2f})" for one in rows(lines)
    ]


def _print_memo(tables: Tables) -> None:
    """Let the memo's sum be the table's, and its second part the rest."""
    total = tables["budget_lines"]["budget"].sum()
    for old, new in ((141_315_517.0, total), (137_815_517.0, total - 3_500_000)):
        claims = tables["claims"]
        chosen = claims["value"] == old
        assert chosen.any()
        claims.loc[chosen, "value"] = new
        _write_otherwise(tables, Words("", f"{old:,.0f}", f"{new:,.0f}"))


def _print_summary_tables(tables: Tables) -> None:
    """Work out percents, bands and totals of the two summary tables anew."""
    cells = Facts(tables).beside
    for one in percents(cells):
        if one.exact > 0 or not math.isnan(one.value):
            _print(tables, one.source_ref, round(one.exact, 2))
    for one in of_whole_rows(cells, BANDS):
        _print(tables, one.source_ref, one.exact)
    _call_partial(tables, [one for one in of_whole_rows(cells, _MARKS) if one.value > one.exact])
    counts = (
        one
        for one in Facts(tables).printed
        if one.kind in (_LEVEL, _STRATEGY) and one.column != "disbursed_pct"
    )
    for column in gathered(counts, ["kind", "column", "strategy_no"]).values():
        added = total(one.value for one in column if not one.is_total)
        for one in column:
            if one.is_total:
                _print(tables, one.source_ref, added)


def _call_partial(tables: Tables, wrong: list[Row]) -> None:
    """Count what is neither done nor untouched with the projects that are partly done."""
    printed = Facts(tables).printed
    for one in wrong:
        _print(tables, one.source_ref, one.exact)
        (partial,) = (
            cell
            for cell in printed
            if (cell.kind, cell.column, cell.group) == (_LEVEL, "partial", one.group)
        )
        known = 0.0 if math.isnan(partial.value) else partial.value
        _print(tables, partial.source_ref, known + one.value - one.exact)


def _print(tables: Tables, source_ref: str, value: float) -> None:
    claims = tables["claims"]
    cell = (claims["source_ref"] == source_ref) & claims["kind"].isin([_LEVEL, _STRATEGY])
    assert cell.sum() == 1, source_ref
    claims.loc[cell, "value"] = value
    for column in ("text", "raw"):
        claims.loc[cell, column] = f"{value:g}"
