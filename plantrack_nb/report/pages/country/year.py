"""A country's year: its quarters, and districts × quarters as a map of how far they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plantrack_nb.render import parts as p
from plantrack_nb.render.document import Document, assemble
from plantrack_nb.report.pages.country.all_quarters import quarters_part
from plantrack_nb.report.pages.country.district_lists import MOST_OPEN, by_letter, name_of
from plantrack_nb.report.pages.country.rounds import FAR, Line, Quarter, tone_of

_LEGEND = (
    "ร้อยละการเบิกจ่ายสะสมของแต่ละเขตเมื่อสิ้นไตรมาส เทียบกับเป้าหมายของไตรมาสนั้น"
    f" • ถึงเป้าหมาย ◆ ต่ำกว่าเป้าหมาย ▲ ต่ำกว่าเป้าหมายตั้งแต่ {FAR:g} จุด ช่องว่างคือยังไม่มีรายงาน"
    " “ค้าง” คือจำนวนไตรมาสที่ยังไม่รายงาน"
)


def year_page(title: str, quarters: Sequence[Quarter], links: Sequence[str]) -> Document:
    """List the quarters of a year, then every district over them.

    Parameters
    ----------
    title : str
        Title of the page.
    quarters : sequence of Quarter
        The quarters of one fiscal year, the earliest first.
    links : sequence of str
        Where each quarter's page is, relative to this one.
    """
    places = [one.rpartition("/")[0] for one in links]
    return assemble(
        [p.Masthead(title), quarters_part(quarters, links), *_heat_map(quarters, places)]
    )


@dataclass(frozen=True)
class _Course:
    """A district over the quarters of a year."""

    line: Line
    by_quarter: tuple[Line | None, ...]

    @property
    def missing(self) -> int:
        """Quarters of which there is no report, though others have one."""
        return sum(one is None or not one.is_made for one in self.by_quarter)


def _heat_map(quarters: Sequence[Quarter], places: Sequence[str]) -> list[p.Part]:
    courses = _courses(quarters)
    if not courses:
        return []
    head: list[p.Part] = [p.Heading("รายเขตพื้นที่รายไตรมาส", level=2), p.Paragraph(_LEGEND)]
    late = sum(one.missing > 0 for one in courses)
    if late:
        head.append(p.Paragraph(f"{late} จาก {len(courses)} เขตค้างรายงานอย่างน้อยหนึ่งไตรมาส"))
    if len(courses) <= MOST_OPEN:
        return [*head, _map("ทุกเขตพื้นที่", courses, quarters, places)]
    known = {one.line.code: one for one in courses}
    for name, some in by_letter(one.line for one in courses):
        own = [known[line.code] for line in some]
        summary = f"{name} · {len(own)} เขต{_behind(own, quarters)}"
        head.append(p.Details(summary, (_map(f"เขตพื้นที่ {name}", own, quarters, places),)))
    return head


def _behind(own: Sequence[_Course], quarters: Sequence[Quarter]) -> str:
    target = quarters[-1].target
    last = [one.by_quarter[-1] for one in own]
    behind = sum((one.gap(target) or 0) < 0 for one in last if one is not None)
    missing = sum(one.missing > 0 for one in own)
    told = [f"ต่ำกว่าเป้าหมาย {behind}" if behind else "", f"ค้างรายงาน {missing}" if missing else ""]
    return "".join(f" · {one}" for one in told if one)


def _courses(quarters: Sequence[Quarter]) -> list[_Course]:
    by_code = [{one.code: one for one in quarter.lines} for quarter in quarters]
    latest = {code: line for lines in by_code for code, line in lines.items()}
    return [
        _Course(line, tuple(lines.get(code) for lines in by_code))
        for code, line in sorted(latest.items())
    ]


def _map(
    caption: str,
    courses: Sequence[_Course],
    quarters: Sequence[Quarter],
    places: Sequence[str],
) -> p.Table:
    columns = [
        p.Column("เขตพื้นที่", width=3.0),
        *(p.Column(str(one.quarter), p.Unit.PERCENT, "ไตรมาส") for one in quarters),
        p.Column("ค้าง", p.Unit.COUNT, width=0.6),
    ]
    rows = [_row(one, quarters, places) for one in courses]
    return p.table(caption, columns, rows, phone=p.Phone.FIT)


def _row(course: _Course, quarters: Sequence[Quarter], places: Sequence[str]) -> p.Row:
    cells = []
    link = ""
    for line, quarter, place in zip(course.by_quarter, quarters, places, strict=True):
        made = line is not None and line.is_made
        share = line.percent if line is not None and made else None
        gap = line.gap(quarter.target) if line is not None and made else None
        cells.append(p.Cell(share, tone=tone_of(gap)))
        report = next(iter(line.reports.values()), "") if line is not None else ""
        link = f"{place}/{report}" if report else link
    missing = course.missing
    late = p.Cell(missing or None, tone=p.Tone.WATCH if missing else p.Tone.PLAIN)
    return p.row(p.Cell(name_of(course.line), link=link), *cells, late)
