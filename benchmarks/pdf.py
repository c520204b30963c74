"""Measure how long a report of forty pages takes as PDF and as HTML, in a warm process.

``python benchmarks/pdf.py`` prints a line a run. Every run has other words in every cell, so that
nothing set for the run before can be used again.
"""

from __future__ import annotations

import re
import statistics
import sys
import time

from plantrack_nb.render.document import Document, assemble
from plantrack_nb.render.page import to_html
from plantrack_nb.render.parts import (
    Cell,
    Column,
    Heading,
    Landscape,
    Masthead,
    Paragraph,
    Row,
    RowRole,
    Table,
    Unit,
)
from plantrack_nb.render.pdf import to_pdf

RUNS = 5
PROJECTS = 47
WORDS = "ส่งเสริม พัฒนา นักเรียน โรงเรียนในสังกัด ครูและบุคลากรทางการศึกษา ประชุมเชิงปฏิบัติการ นิเทศติดตาม "


def main() -> int:
    """Print the times of some runs, and the middle one."""
    to_pdf(assemble([Masthead("อุ่นเครื่อง"), Paragraph("ก")]))
    taken = []
    for run in range(RUNS):
        document = wide_report(run)
        begin, busy = time.perf_counter(), time.process_time()
        pdf = to_pdf(document)
        middle, busy = time.perf_counter(), time.process_time() - busy
        page = to_html(document)
        end = time.perf_counter()
        taken.append(middle - begin)
        pages = len(re.findall(rb"/Type\s*/Page\b", pdf))
        _say(
            f"PDF {middle - begin:.2f} s ({busy:.2f} s of a core), "
            f"{pages} pages, {len(pdf) // 1000} kB; "
            f"HTML {end - middle:.2f} s, {len(page.encode()) // 1000} kB"
        )
    _say(f"PDF, middle of {RUNS}: {statistics.median(taken):.2f} s")
    return 0


def wide_report(run: int) -> Document:
    """Make a nine-column table of forty landscape pages, as an office's own."""
    columns = (
        Column("ที่", width=0.5),
        Column("โครงการ/กิจกรรม", width=2),
        Column("เป้าหมาย", width=2),
        Column("ตัวชี้วัดความสำเร็จ", width=2.6),
        Column("งบประมาณ", Unit.BAHT),
        Column("เบิกจ่ายจริง (ร้อยละ)", Unit.BAHT),
        Column("ความก้าวหน้า (ร้อยละ)", width=1.1),
        Column("การดำเนินการ", width=3),
        Column("ผู้รับผิดชอบ", width=1.2),
    )
    rows = tuple(row for at in range(PROJECTS) for row in _project(run, at))
    table = Table("ผลการดำเนินงานรายโครงการ", columns, rows, name_column=1)
    parts = (Heading("ผลการดำเนินงาน"), Landscape((table,), "รายงานผลการติดตาม\nรอบ 6 เดือน"))
    return assemble([Masthead("รายงาน", date="2022-03-31"), *parts])


def _project(run: int, at: int) -> list[Row]:
    name = Cell(f"โครงการ {run}.{at} {WORDS}")
    aims, marks = (Cell(f"{at} {WORDS * 3}{run}"), Cell(f"{run} {WORDS * 5}{at}"))
    money = (Cell(150000 + at), Cell(47109.5 + run, percent=31.41))
    first = (Cell(f"{at}"), name, aims, marks, *money)
    below = (Cell(""),) * 6
    return [
        Row(
            (*(below if step else first), Cell("ระหว่างดำเนินการ"), Cell(f"{step} {WORDS * 2}{run}"),
             Cell("" if step else "กลุ่มนโยบายและแผน")),
            RowRole.CONTINUED if step else RowRole.BODY,
        )
        for step in range(5)
    ]  # fmt: skip


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    raise SystemExit(main())
