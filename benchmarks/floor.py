"""A floor that does not move: the sample's page with calamine, plain Python, string templates.

Nothing of the package is used, so it is the same for every version. It reads the round workbook,
adds up money and marks by project, strategy, group and level, holds every printed percent and
project total against what it recomputes, and writes one page: the progress table of all projects
with their activities, the summaries, bars as SVG, the obstacles, the figures that differ, and
where every amount stands. It proves no more than that, keeps no tables, hides no names, breaks no
lines between Thai words, and writes no notebooks: it is what a page costs, not what a report is.

``python benchmarks/floor.py PROJECT TIMES`` prints the seconds of processor of each repetition.
"""

from __future__ import annotations

import json
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from pathlib import Path
from string import Template
from typing import Any

from python_calamine import CalamineWorkbook

PROJECTS, LINES, ACTIVITIES = "โครงการ", "รายการงบประมาณ", "กิจกรรม"
STRATEGIES, TEXTS, CLAIMS = "กลยุทธ์", "ข้อความ", "ตัวเลขที่พิมพ์ไว้"
SHEETS = (STRATEGIES, PROJECTS, LINES, ACTIVITIES, TEXTS, CLAIMS)
NUMBER = "ที่ (โครงการ)"
PAGE = Template(
    '<!DOCTYPE html><html lang="th"><head><meta charset="utf-8"><title>$title</title></head>'
    "<body><h1>$title</h1>$body</body></html>\n"
)
TABLE = Template("<table><caption>$caption</caption><tr>$head</tr>$rows</table>")
BAR = Template(
    '<svg viewBox="0 0 100 8"><title>$name</title><rect width="$width" height="8"/></svg>'
)
Row = Mapping[str, Any]


def page(workbook: Path) -> str:
    """Read the workbook and write the page."""
    book = CalamineWorkbook.from_path(str(workbook))
    sheets = {name: _rows(book.get_sheet_by_name(name).to_python()) for name in SHEETS}
    lines, activities = _grouped(sheets[LINES], NUMBER), _grouped(sheets[ACTIVITIES], NUMBER)
    measured = [_measured(one, lines, activities) for one in sheets[PROJECTS]]
    body = [
        *_progress(sheets[STRATEGIES], measured, lines, activities),
        *(_summary(name, measured, name) for name in ("กลุ่มที่รับผิดชอบ", "กลยุทธ์ที่", "ระดับ", "สถานะ")),
        _table("ข้อความ", ("ประเภท", "โครงการ", "ข้อความ"), _listed(sheets[TEXTS], 3)),
        _table("ตัวเลขที่ต่าง", ("ที่", "พิมพ์", "คำนวณ"), _differing(sheets[LINES])),
        _table("ที่มา", ("เรื่อง", "ค่า", "หน่วย", "ตำแหน่ง"), _sources(sheets)),
    ]
    return PAGE.substitute(title="รายงานความก้าวหน้า", body="".join(body))


def _rows(cells: Sequence[Sequence[Any]]) -> list[Row]:
    head = [str(one).removesuffix(" (ไม่ต้องกรอก)") for one in cells[0]]
    return [dict(zip(head, row, strict=False)) for row in cells[1:]]


def _grouped(rows: Iterable[Row], name: str) -> dict[str, list[Row]]:
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[str(row[name])].append(row)
    return groups


def _measured(
    project: Row, lines: Mapping[str, Sequence[Row]], activities: Mapping[str, Sequence[Row]]
) -> dict[str, Any]:
    number = str(project[NUMBER])
    budget, spent = (
        _total(lines.get(number, ()), f"{one} (บาท)") for one in ("งบประมาณ", "เบิกจ่าย")
    )
    marks = {str(one["สถานะ"]) for one in activities.get(number, ())} - {""}
    share = 100 * spent / budget if budget else 0.0
    level = "เกินร้อยละ 70" if share > 70 else "ไม่เกินร้อยละ 70" if spent else "ยังไม่เบิกจ่าย"
    status = marks.pop() if len(marks) == 1 else "บางส่วน"
    made = {"งบประมาณ": budget, "เบิกจ่าย": spent, "ร้อยละ": share, "ระดับ": level, "สถานะ": status}
    return {**project, **made}


def _total(rows: Iterable[Row], name: str) -> float:
    return sum(one for row in rows if isinstance(one := row[name], float))


def _progress(
    strategies: Iterable[Row],
    measured: Sequence[Row],
    lines: Mapping[str, Sequence[Row]],
    activities: Mapping[str, Sequence[Row]],
) -> Iterable[str]:
    head = (
        "ที่",
        "โครงการ",
        "เป้าหมาย",
        "ตัวชี้วัด",
        "งบประมาณ",
        "เบิกจ่าย",
        "การดำเนินการ",
        "สถานะ",
        "ผู้รับผิดชอบ",
    )
    for strategy in strategies:
        rows: list[tuple[Any, ...]] = []
        for one in measured:
            number = str(one[NUMBER])
            if one["กลยุทธ์ที่"] != strategy["กลยุทธ์ที่"]:
                continue
            first = (number, one["ชื่อโครงการ"], one["เป้าหมาย"], one["ตัวชี้วัดความสำเร็จ"])
            rows += [
                (*first, line["งบประมาณ (บาท)"], line["เบิกจ่าย (บาท)"], line["รายการ"], "", "")
                for line in lines.get(number, ())
            ]
            rows += [
                (
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    f"{act['กิจกรรมที่']} {act['การดำเนินการ']}",
                    act["สถานะ"],
                    act["กลุ่มที่รับผิดชอบ"],
                )
                for act in activities.get(number, ())
            ]
        yield _table(f"กลยุทธ์ที่ {strategy['กลยุทธ์ที่']} {strategy['ชื่อกลยุทธ์']}", head, rows)


def _summary(caption: str, measured: Sequence[Row], name: str) -> str:
    sums: dict[str, list[float]] = defaultdict(lambda: [0, 0.0, 0.0])
    for one in measured:
        held = sums[str(one[name])]
        held[0] += 1
        held[1] += one["งบประมาณ"]
        held[2] += one["เบิกจ่าย"]
    rows = [(key, *held, 100 * held[2] / held[1] if held[1] else 0.0) for key, held in sums.items()]
    bars = [BAR.substitute(name=escape(key), width=f"{row[-1]:.1f}") for key, *row in rows]
    return _table(caption, (name, "โครงการ", "งบประมาณ", "เบิกจ่าย", "ร้อยละ"), rows) + "".join(bars)


def _differing(lines: Iterable[Row]) -> Iterable[tuple[Any, ...]]:
    for line in lines:
        budget, spent, printed = (
            line[one] for one in ("งบประมาณ (บาท)", "เบิกจ่าย (บาท)", "ร้อยละที่รายงาน")
        )
        if all(isinstance(one, float) for one in (budget, spent, printed)) and budget:
            share = 100 * spent / budget
            if abs(share - printed) > 0.005:
                yield line[NUMBER], printed, share


def _sources(sheets: Mapping[str, Sequence[Row]]) -> Iterable[tuple[Any, ...]]:
    for row in sheets[CLAIMS]:
        yield row["เรื่อง"], row["ค่า"], row["หน่วย"], row["ตำแหน่งที่มา"]
    for row in sheets[LINES]:
        yield row["รายการ"], row["งบประมาณ (บาท)"], "baht", row["ตำแหน่งที่มา"]


def _listed(rows: Iterable[Row], many: int) -> Iterable[tuple[Any, ...]]:
    return (tuple(row.values())[:many] for row in rows)


def _table(caption: str, head: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    written = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in rows)
    heads = "".join(f"<th>{escape(one)}</th>" for one in head)
    return TABLE.substitute(caption=escape(caption), head=heads, rows=written)


def _cell(value: Any) -> str:
    if isinstance(value, float):
        return f"<td class=number>{value:,.2f}</td>"
    return f"<td>{escape(str(value)).replace(chr(10), '<br>')}</td>"


def main(project: Path, times: int) -> None:
    """Measure ``times`` repetitions after one that is not counted."""
    workbook = project / "data" / "7301-2565-q2.xlsx"
    page(workbook)
    spent = []
    for _ in range(times):
        before = time.process_time()
        written = page(workbook)
        (project / "floor.html").write_text(written, encoding="utf-8")
        spent.append(time.process_time() - before)
    sys.stdout.write(json.dumps({"spent": spent, "bytes": len(written.encode())}) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
