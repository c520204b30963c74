"""Findings for people: how many and of what kind, then one by one under their project."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from plantrack_nb.core.findings import Finding, Severity
from plantrack_nb.core.vocabulary import TOTAL
from plantrack_nb.render.parts import (
    Cell,
    Column,
    Fact,
    Facts,
    Paragraph,
    Part,
    Row,
    RowRole,
    Table,
    Tone,
    Unit,
)
from plantrack_nb.report.pages.labels import row_of

if TYPE_CHECKING:
    import pandas as pd

SEVERITY_TH: Mapping[Severity, str] = {
    Severity.ERROR: "ผิดแน่นอน",
    Severity.WARNING: "ควรตรวจสอบ",
    Severity.INFO: "เพื่อทราบ",
}
TONES: Mapping[Severity, Tone] = {
    Severity.ERROR: Tone.BAD,
    Severity.WARNING: Tone.WATCH,
    Severity.INFO: Tone.INFO,
}
UNDER = "↳ "
"""Stands before a finding that the one above it explains."""

_MOST_REFS = 4
_WHOLE = "ทั้งฉบับ"
_OTHER = "อื่น ๆ"


def finding_facts(findings: Sequence[Finding]) -> Facts:
    """Count findings by severity; accepted ones stand apart."""
    counts = [
        Fact(
            SEVERITY_TH[severity],
            sum(1 for one in findings if one.severity is severity and not one.waived),
            tone=TONES[severity],
        )
        for severity in Severity
    ]
    waived = sum(1 for one in findings if one.waived)
    return Facts("ข้อตรวจพบ", (*counts, Fact("รับทราบและยกเว้นแล้ว", waived)))


def family_table(findings: Sequence[Finding], families: Mapping[str, str]) -> Table:
    """Count findings by family of rules and severity.

    Parameters
    ----------
    findings : sequence of Finding
        What was found, accepted ones too.
    families : Mapping of str to str
        Thai name of the family of each rule, in the order in which to show them.
    """
    counts = Counter((families.get(one.rule, _OTHER), _column(one)) for one in findings)
    named = [*dict.fromkeys([*families.values(), _OTHER])]
    heads = [*SEVERITY_TH.values(), "ยกเว้นแล้ว"]
    rows = [
        row_of(family, *(counts[family, head] or None for head in heads))
        for family in named
        if any(counts[family, head] for head in heads)
    ]
    sums = [sum(counts[family, head] for family in named) for head in heads]
    total = row_of(TOTAL, *sums, role=RowRole.TOTAL)
    columns = (Column("หมวดของกฎ", width=2), *(Column(head, Unit.COUNT) for head in heads))
    return Table("ข้อตรวจพบตามหมวดและระดับ", columns, (*rows, total))


def findings_table(
    findings: Sequence[Finding], projects: pd.DataFrame, *, info: bool = True
) -> Part:
    """List findings under their project: what is wrong, what it should be, where it stands.

    A finding that another one explains stands below it, wherever it was found.
    """
    shown = still_open(findings, info=info)
    if not shown:
        return Paragraph("ไม่มีข้อตรวจพบที่ต้องแก้ไข")
    titles = project_titles(projects)
    rows: list[Row] = []
    for project_no, members in by_project(shown):
        rows.append(row_of(titles.get(project_no, project_no) or _WHOLE, role=RowRole.GROUP))
        rows += [_row(one, under=under) for one, under in members]
    return Table(
        f"ข้อตรวจพบ {len(shown)} ข้อ",
        (
            Column("ระดับ", width=0.9),
            Column("ข้อตรวจพบ", width=4),
            Column("พบ", width=1.1),
            Column("ควรเป็น", width=1.1),
            Column("ข้อแนะนำ", width=2.2),
        ),
        tuple(rows),
        name_column=1,
    )


def waived_table(findings: Sequence[Finding]) -> Part:
    """List the findings that somebody has accepted, with the reason."""
    waived = [one for one in findings if one.waived]
    if not waived:
        return Paragraph("ไม่มีข้อตรวจพบที่ได้รับการยกเว้น")
    rows = tuple(
        row_of(Cell(one.message, ref=one.id), SEVERITY_TH[one.severity], one.waived)
        for one in waived
    )
    columns = (Column("ข้อตรวจพบ", width=4), Column("ระดับ"), Column("เหตุผลที่ยกเว้น", width=2.5))
    return Table(f"ข้อตรวจพบที่ยกเว้นแล้ว {len(waived)} ข้อ", columns, rows)


def still_open(findings: Sequence[Finding], *, info: bool) -> list[Finding]:
    """Leave out what somebody has accepted, and what is only worth knowing unless ``info``."""
    return [
        one for one in findings if not one.waived and (info or one.severity is not Severity.INFO)
    ]


def project_titles(projects: pd.DataFrame) -> dict[str, str]:
    """Return number and name of each project, by number."""
    pairs = zip(projects["project_no"], projects["name"], strict=True)
    return {number: f"{number} {name}".strip() for number, name in pairs}


def by_project(
    findings: Sequence[Finding],
) -> list[tuple[str, list[tuple[Finding, bool]]]]:
    """Gather findings by project, in the order given; what another explains follows it.

    The second of each pair tells whether the finding stands under the one above.
    """
    known = {(one.district, one.id) for one in findings}
    below: dict[tuple[str, str], list[Finding]] = {}
    for one in findings:
        if (one.district, one.because_of) in known:
            below.setdefault((one.district, one.because_of), []).append(one)
    gathered: dict[str, list[tuple[Finding, bool]]] = {}
    for one in findings:
        if (one.district, one.because_of) not in known:
            members = gathered.setdefault(one.project_no, [])
            members.append((one, False))
            members += [(other, True) for other in below.get((one.district, one.id), ())]
    return list(gathered.items())


def _column(one: Finding) -> str:
    return "ยกเว้นแล้ว" if one.waived else SEVERITY_TH[one.severity]


def _row(one: Finding, *, under: bool) -> Row:
    where = ", ".join(ref.ref for ref in one.refs[:_MOST_REFS])
    more = len(one.refs) - _MOST_REFS
    place = f"{where} และอีก {more} แห่ง" if more > 0 else where
    return row_of(
        Cell(SEVERITY_TH[one.severity], tone=TONES[one.severity]),
        Cell(f"{UNDER if under else ''}{one.message}", ref=place),
        one.found,
        one.expected,
        one.hint,
    )
