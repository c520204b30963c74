"""The year on the page: what changed since the last round, the line to 30 September, its end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from plantrack_nb.core.calendar import ABBREVIATIONS, QUARTERS, quarter_end, round_label
from plantrack_nb.measures.projects import percent_of
from plantrack_nb.render import parts as p
from plantrack_nb.render.drawing import charts
from plantrack_nb.render.formats import show
from plantrack_nb.report.figures.year_so_far import BACK, FORWARD, SILENT
from plantrack_nb.report.pages.labels import more, numbered
from plantrack_nb.year.change import KINDS_TH

if TYPE_CHECKING:
    from plantrack_nb.report.figures.facts import RoundFacts
    from plantrack_nb.report.figures.year_so_far import YearFacts
    from plantrack_nb.year.ageing import Age
    from plantrack_nb.year.since_last_round import SinceLast

_MOST = 6
_EXPECTED = "คาดว่าจะถึงเมื่อสิ้นปี"
_BAND = " (แถบคือช่วงที่เป็นไปได้)"


def since_block(
    year: YearFacts | None, facts: RoundFacts, ages: Mapping[str, Age] | None = None
) -> p.Part | None:
    """Say what has changed since the last round; nothing in a first one."""
    if year is None:
        return None
    since = year.since
    back, silent = since.told_of(BACK), since.told_of((SILENT,))
    title = f"สิ่งที่เปลี่ยนจาก{round_label(since.before.quarter)}"
    counts = [
        _fact("คืบหน้า", len(since.told_of(FORWARD)), p.Tone.GOOD),
        _fact("เสร็จในรอบนี้", len(since.finished), p.Tone.GOOD),
        _fact("ถอยหลัง", len(back), p.Tone.BAD),
        _fact("ไม่มีรายงานเพิ่ม", len(silent), p.Tone.WATCH),
    ]
    some = tuple(one for one in counts if one.value)
    cards = [p.Facts(title, some)] if some else [p.Paragraph("ไม่มีโครงการใดคืบหน้าหรือถอยหลัง")]
    names = {one.project_no: numbered(one.project_no, one.name) for one in facts.projects}
    gone = [one.before for one in since.changes if one.kind == "project_gone"]
    told = {
        "เสร็จในรอบนี้": [names.get(no, no) for no in since.finished],
        "ถอยหลังจากรอบก่อน": [f"{names.get(no, no)} ({_why_back(since, no)})" for no in back],
        "ไม่มีรายงานเพิ่ม": [names.get(no, no) for no in silent],
        "โครงการใหม่": [names.get(no, no) for no in since.told_of(("project_new",))],
        "โครงการที่หายไป": gone,
    }
    rows = [_listed(what, named) for what, named in told.items() if named]
    rows += _old_findings(ages or {})
    columns: p.Columns = {"เรื่อง": 1.3, "จำนวน": p.Unit.COUNT, "ได้แก่": 4.5}
    table = [p.table("เสร็จ ถอยหลัง และไม่คืบหน้า", columns, rows)] if rows else []
    return p.Series((p.Heading(title, level=3), *cards, *table))


def year_curve(year: YearFacts | None) -> p.Part | None:
    """Draw disbursement against the country's targets, and where it will stand at the end."""
    if year is None:
        return None
    percents = {one.quarter: one.percent for one in year.stages}
    curves = [p.Curve("เบิกจ่ายสะสม", tuple(percents.get(quarter) for quarter in QUARTERS))]
    goals = {quarter: one.percent for quarter, one in year.targets.items()}
    if goals:
        unsure = any(not one.is_confirmed for one in year.targets.values())
        name = "เป้าหมายของประเทศ" + (" (บางไตรมาสยังไม่ยืนยัน)" if unsure else "")
        points = tuple(goals.get(quarter) for quarter in QUARTERS)
        curves.append(p.Curve(name, points, p.Stroke.DASHED))
    made = year.expected
    if made is not None:
        low, likely, high = (
            percent_of(one, year.budget) for one in (made.low, made.likely, made.high)
        )
        ends = {year.key.quarter: percents[year.key.quarter], QUARTERS[-1]: likely}
        points = tuple(ends.get(quarter) for quarter in QUARTERS)
        name = _EXPECTED if low == high else _EXPECTED + _BAND
        curves.append(p.Curve(name, points, p.Stroke.DOTTED, (low, high)))
    return charts.percent_curves(
        f"ร้อยละการเบิกจ่ายสะสม ปีงบประมาณ {year.key.fiscal_year}",
        curves,
        [f"สิ้น {_month(year, quarter)}" for quarter in QUARTERS],
        " ".join(_sentences(year)),
        heading="สิ้นไตรมาส",
    )


def quarters_table(year: YearFacts | None) -> p.Part | None:
    """Set the quarters of the year side by side: what was disbursed in each, and the target."""
    if year is None:
        return None
    columns: p.Columns = {
        "รอบ": 1.2,
        "งบประมาณ (บาท)": p.Unit.BAHT,
        "เบิกจ่ายสะสม (บาท)": p.Unit.BAHT,
        "เบิกจ่ายตั้งแต่รอบก่อน (บาท)": p.Unit.BAHT,
        "ร้อยละสะสม": p.Unit.PERCENT,
        "เป้าหมาย (ร้อยละ)": p.Unit.PERCENT,
        "ต่างจากเป้าหมาย (จุด)": p.Unit.PERCENT,
    }
    rows, before = [], 0.0
    for one in year.stages:
        goal = year.targets.get(one.quarter)
        off = None if goal is None or one.percent is None else one.percent - goal.percent
        tone = p.Tone.WATCH if off is not None and off < 0 else p.Tone.PLAIN
        aim = None if goal is None else goal.percent
        money = (one.budget or None, one.disbursed, one.disbursed - before)
        rows.append((round_label(one.quarter), *money, one.percent, aim, p.Cell(off, tone=tone)))
        before = one.disbursed
    shown = [year.targets[one.quarter] for one in year.stages if one.quarter in year.targets]
    unsure = [round_label(one.quarter) for one in shown if not one.is_confirmed]
    note = f"เป้าหมายของประเทศที่ยังไม่ยืนยัน: {', '.join(unsure)}" if unsure else ""
    return p.table("การเบิกจ่ายรายไตรมาส", columns, rows, note=note)


def _why_back(since: SinceLast, project_no: str) -> str:
    """Name what is worse: a project may be finished and have less disbursed than it had."""
    own = (one.kind for one in since.changes if one.project_no == project_no)
    return " ".join(dict.fromkeys(KINDS_TH[kind] for kind in own if kind in BACK))


def _fact(label: str, count: int, tone: p.Tone) -> p.Fact:
    return p.Fact(label, count, suffix="โครงการ", tone=tone)


def _listed(what: str, named: Sequence[str]) -> p.Row:
    rest = more(len(named), _MOST, "โครงการ")
    return p.row(what, len(named), "\n".join([*named[:_MOST], *([rest] if rest else [])]))


def _old_findings(ages: Mapping[str, Age]) -> list[p.Row]:
    """Count the findings that nobody has mended since the last round."""
    held = [one for one in ages.values() if one.course in ("open", "worse")]
    if not held:
        return []
    longest = max(one.rounds for one in held)
    said = f"พบในรอบก่อนและยังอยู่ นานที่สุด {longest} รอบติดต่อกัน"
    return [p.row("ข้อตรวจพบที่ยังไม่แก้", len(held), said)]


def _month(year: YearFacts, quarter: int) -> str:
    return ABBREVIATIONS[quarter_end(year.key.fiscal_year, quarter).month - 1]


def _sentences(year: YearFacts) -> Iterator[str]:
    last = year.stages[-1]
    goal = year.targets.get(last.quarter)
    beside = "" if goal is None else f" เป้าหมายร้อยละ {show(goal.percent, p.Unit.PERCENT)}"
    said = show(last.percent, p.Unit.PERCENT)
    yield f"{round_label(last.quarter)} เบิกจ่ายสะสมร้อยละ {said}{beside}"
    made = year.expected
    if made is not None:
        ends = (made.likely, made.low, made.high)
        likely, low, high = (show(percent_of(one, year.budget), p.Unit.PERCENT) for one in ends)
        bounds = f" (ระหว่างร้อยละ {low} ถึง {high})" if low != high else ""
        yield f"คาดว่าวันที่ 30 กันยายนจะถึงร้อยละ {likely}{bounds}"
