"""Pages over many rounds: the quarter of a country, a year, and all there is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from plantrack_nb.core.calendar import round_label, round_period, thai_period
from plantrack_nb.core.vocabulary import TOTAL
from plantrack_nb.measures.totals import Totals, together
from plantrack_nb.render import parts as p
from plantrack_nb.render.document import Document, assemble
from plantrack_nb.render.formats import NOTHING, show
from plantrack_nb.report.pages.labels import target_label

if TYPE_CHECKING:
    from plantrack_nb.office.targets import Target

TITLE = "ผลการติดตามแผนปฏิบัติการของสำนักงานเขตพื้นที่การศึกษา"


class Standing(StrEnum):
    """Where a district's round stands, the worst first."""

    FAILED = "failed"
    NO_INPUT = "no_input"
    FINDINGS = "findings"
    DONE = "done"


STANDING_TH: Mapping[Standing, str] = MappingProxyType(
    {
        Standing.FAILED: "จัดทำรายงานไม่สำเร็จ",
        Standing.NO_INPUT: "ยังไม่มีข้อมูล",
        Standing.FINDINGS: "มีข้อตรวจพบ",
        Standing.DONE: "ไม่มีข้อตรวจพบ",
    }
)
_TONES = {
    Standing.FAILED: p.Tone.BAD,
    Standing.NO_INPUT: p.Tone.BAD,
    Standing.FINDINGS: p.Tone.WATCH,
    Standing.DONE: p.Tone.GOOD,
}
_STEP_TH = {"01_load": "อ่านข้อมูล", "02_check": "ตรวจตัวเลข", "03_report": "ประกอบรายงาน"}


@dataclass(frozen=True)
class Line:
    """One district in a quarter.

    Parameters
    ----------
    code, name : str
        The district.
    standing : Standing
        Where its round stands.
    totals : Totals, optional
        Its projects and money, when they are known.
    errors, warnings : int
        Findings that are open.
    reports : mapping of str to str
        Relative path of each report by its format; the first is linked with the name.
    stopped_at : str
        The notebook at which it failed.
    """

    code: str
    name: str
    standing: Standing
    totals: Totals | None = None
    errors: int = 0
    warnings: int = 0
    reports: Mapping[str, str] = field(default_factory=dict)
    stopped_at: str = ""


@dataclass(frozen=True)
class Quarter:
    """All districts of one quarter, and the national target for it."""

    fiscal_year: int
    quarter: int
    lines: Sequence[Line]
    target: Target | None = None

    @property
    def totals(self) -> Totals:
        """Sums over the districts whose figures are known."""
        return together(one.totals for one in self.lines if one.totals is not None)

    def count(self, standing: Standing) -> int:
        """Count the districts that stand so."""
        return sum(one.standing is standing for one in self.lines)

    @property
    def is_late(self) -> bool:
        """True when less was disbursed than the target asks for."""
        share = self.totals.percent
        return share is not None and self.target is not None and share < self.target.percent


def quarter_page(quarter: Quarter) -> Document:
    """Show the country's quarter: its sums, then every district, the worst first."""
    first, last = round_period(quarter.fiscal_year, quarter.quarter)
    period = f"{round_label(quarter.quarter)} ({thai_period(first, last)})"
    head = p.Masthead(
        f"{TITLE} ปีงบประมาณ พ.ศ. {quarter.fiscal_year}",
        period=period,
        date=last.isoformat(),
        notes=(f"{len(quarter.lines)} เขตพื้นที่",),
    )
    return assemble([head, _standings(quarter), _money(quarter), _districts(quarter)])


def many_page(title: str, quarters: Sequence[Quarter], links: Sequence[str]) -> Document:
    """List quarters with their sums, each linked to its page."""
    return assemble([p.Masthead(title), _quarters(quarters, links)])


def worst_first(lines: Iterable[Line]) -> list[Line]:
    """Order districts: failed, missing, most errors, most warnings, least disbursed, code."""

    def weight(one: Line) -> tuple[int, int, int, float, str]:
        share = one.totals.percent if one.totals is not None else None
        least = -1.0 if share is None else share
        return (list(Standing).index(one.standing), -one.errors, -one.warnings, least, one.code)

    return sorted(lines, key=weight)


def _standings(quarter: Quarter) -> p.Facts:
    facts = []
    for standing in reversed(Standing):
        count = quarter.count(standing)
        tone = _TONES[standing] if count else p.Tone.PLAIN
        facts.append(p.Fact(STANDING_TH[standing], count, suffix="เขต", tone=tone))
    return p.Facts("สถานะของรายงานรายเขต", tuple(facts))


def _money(quarter: Quarter) -> p.Facts:
    sums, target = quarter.totals, quarter.target
    known = sum(one.totals is not None for one in quarter.lines)
    goal = None if target is None else target.percent
    note = f"{target_label(target)} ร้อยละ {show(goal, p.Unit.COUNT)}" if target else ""
    finished = f"สำเร็จ {show(sums.finished)} · ยังไม่เริ่ม {show(sums.not_started)}"
    return p.Facts(
        "ภาพรวมของไตรมาส",
        (
            p.Fact("โครงการ", sums.projects, suffix="โครงการ", note=finished),
            p.Fact("งบประมาณที่ได้รับจัดสรร", sums.budget, p.Unit.BAHT, note=f"จาก {known} เขต"),
            p.Fact("เบิกจ่ายแล้ว", sums.disbursed, p.Unit.BAHT),
            p.Fact(
                "ร้อยละการเบิกจ่าย",
                sums.percent,
                p.Unit.PERCENT,
                note=note,
                tone=p.Tone.WATCH if quarter.is_late else p.Tone.PLAIN,
                share=sums.percent,
                target=goal,
            ),
        ),
    )


def _districts(quarter: Quarter) -> p.Part:
    lines = worst_first(quarter.lines)
    if not lines:
        return p.Paragraph("ยังไม่มีรายงานของเขตใด")
    others = sorted({name for one in lines for name in [*one.reports][1:]})
    columns = (
        p.Column("เขตพื้นที่", width=2.2),
        p.Column("สถานะ", width=1.6),
        p.Column("ข้อผิดพลาด", p.Unit.COUNT),
        p.Column("ข้อควรตรวจ", p.Unit.COUNT),
        *_MONEY_COLUMNS,
        *(p.Column(f"ไฟล์ {name.upper()}") for name in others),
    )
    found = (sum(one.errors for one in lines), sum(one.warnings for one in lines))
    sums = (TOTAL, "", *found, *_money_cells(quarter.totals), *("" for _ in others))
    rows = [p.row(*_cells(one, quarter, others)) for one in lines]
    rows.append(p.row(*sums, role=p.RowRole.TOTAL))
    note = "เรียงจากเขตที่ต้องติดตามก่อน ชื่อเขตเปิดรายงานของเขตนั้น"
    return p.table("รายงานรายเขตพื้นที่", columns, rows, note=note)


def _cells(line: Line, quarter: Quarter, others: Sequence[str]) -> tuple[p.Cell | p.Value, ...]:
    made = line.standing in (Standing.FINDINGS, Standing.DONE)
    first = next(iter(line.reports.values()), "")
    step = _STEP_TH.get(line.stopped_at, line.stopped_at)
    said = STANDING_TH[line.standing] + (f" (ขั้น{step})" if step else "")
    late = quarter.target.percent if quarter.target is not None else None
    files = (
        p.Cell(name.upper(), link=line.reports[name]) if name in line.reports else ""
        for name in others
    )
    return (
        p.Cell(f"{line.name} ({line.code})", link=first),
        p.Cell(said, tone=_TONES[line.standing]),
        p.Cell(line.errors if made else None, tone=p.Tone.BAD if line.errors else p.Tone.PLAIN),
        line.warnings if made else None,
        *_money_cells(line.totals, late),
        *files,
    )


_MONEY_COLUMNS = (
    p.Column("โครงการ", p.Unit.COUNT),
    p.Column("งบประมาณ (บาท)", p.Unit.BAHT, width=1.5),
    p.Column("เบิกจ่าย (บาท)", p.Unit.BAHT, width=1.5),
    p.Column("ร้อยละ", p.Unit.PERCENT),
)


def _money_cells(
    totals: Totals | None, target: float | None = None
) -> tuple[p.Cell | p.Value, ...]:
    if totals is None:
        return (None,) * len(_MONEY_COLUMNS)
    share = totals.percent
    late = share is not None and target is not None and share < target
    percent = p.Cell(share, tone=p.Tone.WATCH if late else p.Tone.PLAIN)
    return (totals.projects, totals.budget, totals.disbursed, percent)


def _goal(target: Target) -> str:
    unsure = "" if target.is_confirmed else " (ยังไม่ยืนยัน)"
    return show(target.percent, p.Unit.COUNT) + unsure


def _quarters(quarters: Sequence[Quarter], links: Sequence[str]) -> p.Part:
    if not quarters:
        return p.Paragraph("ยังไม่มีรายงาน")
    columns = (
        p.Column("รอบ", width=2.2),
        p.Column("เขตพื้นที่", p.Unit.COUNT),
        *(p.Column(STANDING_TH[one], p.Unit.COUNT) for one in Standing),
        *_MONEY_COLUMNS,
        p.Column("เป้าหมาย"),
    )
    rows: list[p.Row] = []
    for at, (one, link) in enumerate(zip(quarters, links, strict=True)):
        if not at or quarters[at - 1].fiscal_year != one.fiscal_year:
            rows.append(p.group(f"ปีงบประมาณ พ.ศ. {one.fiscal_year}"))
        goal = one.target
        rows.append(
            p.row(
                p.Cell(f"ไตรมาสที่ {one.quarter} ({round_label(one.quarter)})", link=link),
                len(one.lines),
                *map(one.count, Standing),
                *_money_cells(one.totals, None if goal is None else goal.percent),
                NOTHING if goal is None else _goal(goal),
            )
        )
    note = "งบประมาณและการเบิกจ่ายเป็นยอดสะสมตั้งแต่ต้นปีงบประมาณ จึงไม่รวมข้ามไตรมาส"
    return p.table("ผลรายไตรมาส", columns, rows, note=note)
