"""Lists of districts, cut into closed groups where they are long."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

from plantrack_nb.core.vocabulary import TOTAL
from plantrack_nb.measures.totals import Totals
from plantrack_nb.render import parts as p
from plantrack_nb.report.pages.country.rounds import (
    STANDING_TH,
    STEP_TH,
    TONES,
    Line,
    Quarter,
    tone_of,
)

MOST_OPEN = 40
"""Districts that stand in one open list; more are grouped."""

_IN_A_GROUP = 30
_FIRST = 20
_OFFICE = re.compile(r"^(?:สพ[ปม]\.?|สำนักงานเขตพื้นที่การศึกษา(?:ประถมศึกษา|มัธยมศึกษา))\s*")
_LEADING_VOWELS = "เแโใไ"

MONEY_COLUMNS = (
    p.Column("โครงการ", p.Unit.COUNT),
    p.Column("งบประมาณ (บาท)", p.Unit.BAHT, width=1.5),
    p.Column("เบิกจ่าย (บาท)", p.Unit.BAHT, width=1.5),
    p.Column("ร้อยละ", p.Unit.PERCENT),
)


def money_cells(totals: Totals | None, target: float | None = None) -> tuple[p.Cell | p.Value, ...]:
    """Give the cells of :data:`MONEY_COLUMNS`; a percent below the target is marked."""
    if totals is None:
        return (None,) * len(MONEY_COLUMNS)
    share = totals.percent
    late = share is not None and target is not None and share < target
    percent = p.Cell(share, tone=p.Tone.WATCH if late else p.Tone.PLAIN)
    return (totals.projects, totals.budget, totals.disbursed, percent)


def by_letter(lines: Iterable[Line]) -> list[tuple[str, list[Line]]]:
    """Group districts by the first letter of their name, at most so many in a group."""
    ordered = sorted(lines, key=lambda one: (_letter(one), _plain(one.name), one.code))
    groups: list[tuple[str, list[Line]]] = []
    for letter, some in groupby(ordered, key=_letter):
        members = list(some)
        parts = [members[at : at + _IN_A_GROUP] for at in range(0, len(members), _IN_A_GROUP)]
        for number, part in enumerate(parts, start=1):
            groups.append((letter if len(parts) == 1 else f"{letter} ({number})", part))
    return groups


def reported_part(quarter: Quarter) -> p.Part:
    """List the districts that reported, the furthest below the target first."""
    lines = quarter.reported
    if not lines:
        return p.Paragraph("ยังไม่มีรายงานของเขตใด")
    if len(lines) <= MOST_OPEN:
        return _reported("รายงานรายเขตพื้นที่", quarter, lines, whole=True)
    first = _reported(f"เขตที่ต้องติดตามก่อน {_FIRST} เขต", quarter, lines[:_FIRST])
    groups = _groups(lines, lambda name, some: _reported(f"เขตพื้นที่ {name}", quarter, some), quarter)
    return p.Series((first, p.Heading("ทุกเขตที่รายงานแล้ว", level=3), *groups))


def absent_part(quarter: Quarter) -> p.Part | None:
    """List the districts without a report, and why there is none; nothing where all have one."""
    lines = quarter.absent
    if not lines:
        return None
    caption = f"เขตที่ยังไม่มีรายงาน {len(lines)} เขต"
    if len(lines) <= MOST_OPEN:
        return _absent(caption, lines)
    groups = _groups(lines, lambda name, some: _absent(f"ยังไม่มีรายงาน {name}", some), None)
    return p.Series((p.Heading(caption, level=3), *groups))


def name_of(line: Line) -> str:
    """Name a district with its code."""
    return f"{line.name} ({line.code})"


def _groups(
    lines: Sequence[Line],
    make: Callable[[str, Sequence[Line]], p.Part],
    quarter: Quarter | None,
) -> list[p.Part]:
    parts: list[p.Part] = []
    for name, some in by_letter(lines):
        behind = 0 if quarter is None else sum((one.gap(quarter.target) or 0) < 0 for one in some)
        told = f" · ต่ำกว่าเป้าหมาย {behind}" if behind else ""
        ordered = [one for one in lines if one in some] if quarter is not None else some
        parts.append(p.Details(f"{name} · {len(some)} เขต{told}", (make(name, ordered),)))
    return parts


def _reported(
    caption: str, quarter: Quarter, lines: Sequence[Line], *, whole: bool = False
) -> p.Table:
    others = sorted({name for one in lines for name in [*one.reports][1:]})
    with_target = quarter.target is not None
    columns = (
        p.Column("เขตพื้นที่", width=2.2),
        *([p.Column("ต่างจากเป้าหมาย (จุด)", p.Unit.PERCENT)] if with_target else []),
        *MONEY_COLUMNS,
        p.Column("ครบถ้วน (ร้อยละ)", p.Unit.PERCENT),
        p.Column("สถานะ", width=1.4),
        p.Column("ข้อผิดพลาด", p.Unit.COUNT),
        p.Column("ข้อควรตรวจ", p.Unit.COUNT),
        *(p.Column(f"ไฟล์ {name.upper()}") for name in others),
    )
    rows = [p.row(*_cells(one, quarter, others)) for one in lines]
    if whole:
        found = (sum(one.errors for one in lines), sum(one.warnings for one in lines))
        totals = quarter.totals
        gap = [] if quarter.target is None else [_of_all(quarter)]
        sums = (TOTAL, *gap, *money_cells(totals), totals.completeness, "", *found)
        rows.append(p.row(*sums, *("" for _ in others), role=p.RowRole.TOTAL))
    order = "เรียงจากต่ำกว่าเป้าหมายมากที่สุด" if with_target else "เรียงจากเขตที่ต้องติดตามก่อน"
    note = f"{order} ชื่อเขตเปิดรายงานของเขตนั้น ครบถ้วนคือโครงการที่รายงานสถานะ"
    return p.table(caption, columns, rows, note=note)


def _of_all(quarter: Quarter) -> float | None:
    share = quarter.totals.percent
    return None if share is None or quarter.target is None else share - quarter.target.percent


def _cells(line: Line, quarter: Quarter, others: Sequence[str]) -> Iterable[p.Cell | p.Value]:
    first = next(iter(line.reports.values()), "")
    late = quarter.target.percent if quarter.target is not None else None
    gap = line.gap(quarter.target)
    yield p.Cell(name_of(line), link=first)
    if quarter.target is not None:
        yield p.Cell(gap, tone=tone_of(gap))
    yield from money_cells(line.totals, late)
    yield None if line.totals is None else line.totals.completeness
    yield p.Cell(STANDING_TH[line.standing], tone=TONES[line.standing])
    yield p.Cell(line.errors, tone=p.Tone.BAD if line.errors else p.Tone.PLAIN)
    yield line.warnings
    for name in others:
        yield p.Cell(name.upper(), link=line.reports[name]) if name in line.reports else ""


def _absent(caption: str, lines: Sequence[Line]) -> p.Table:
    rows = []
    for one in lines:
        step = STEP_TH.get(one.stopped_at, one.stopped_at)
        said = STANDING_TH[one.standing] + (f" (ขั้น{step})" if step else "")
        rows.append((name_of(one), p.Cell(said, tone=TONES[one.standing])))
    columns: p.Columns = {"เขตพื้นที่": 2.0, "เหตุ": 2.0}
    return p.table(caption, columns, rows, phone=p.Phone.SCROLL)


def _plain(name: str) -> str:
    return _OFFICE.sub("", name).strip()


def _letter(line: Line) -> str:
    """Take the letter under which a dictionary has a name: เชียงใหม่ stands under ช."""
    plain = _plain(line.name) or line.code
    return plain.lstrip(_LEADING_VOWELS)[:1] or plain[:1]
