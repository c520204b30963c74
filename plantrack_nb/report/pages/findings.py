"""Findings for people: how many and of what kind, then one by one under their project."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from plantrack_nb.core.findings import SEVERITY_TH, Finding, Severity
from plantrack_nb.core.vocabulary import TOTAL
from plantrack_nb.render import parts as p
from plantrack_nb.report.pages.labels import TONES, more, project_titles

if TYPE_CHECKING:
    import pandas as pd

NOTHING_TO_MEND = p.Paragraph("ไม่มีข้อตรวจพบที่ต้องแก้ไข")
_MOST_REFS = 4
_FOLLOWS = "เป็นผลจากข้อข้างต้น: "
_WHOLE = "ทั้งฉบับ"
_OTHER = "อื่น ๆ"
_WAIVED = "ยกเว้นแล้ว"


def finding_facts(findings: Sequence[Finding], *, info: bool = True) -> p.Facts | None:
    """Count findings by severity; accepted ones stand apart, and what is listed nowhere is not.

    What there is none of has no card, and one number alone needs none.
    """
    counts = Counter(_column(one) for one in findings)
    shown = [one for one in Severity if info or one is not Severity.INFO]
    facts = [p.Fact(SEVERITY_TH[one], counts[SEVERITY_TH[one]], tone=TONES[one]) for one in shown]
    facts.append(p.Fact("รับทราบและยกเว้นแล้ว", counts[_WAIVED]))
    some = tuple(one for one in facts if one.value)
    return p.Facts("ข้อตรวจพบ", some) if len(some) > 1 else None


def family_table(findings: Sequence[Finding], families: Mapping[str, str]) -> p.Table:
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
    heads = [*SEVERITY_TH.values(), _WAIVED]
    rows = [
        p.row(family, *(counts[family, head] or None for head in heads))
        for family in named
        if any(counts[family, head] for head in heads)
    ]
    sums = [sum(counts[family, head] for family in named) for head in heads]
    total = p.row(TOTAL, *sums, role=p.RowRole.TOTAL)
    columns: p.Columns = {"หมวดของกฎ": 2, **dict.fromkeys(heads, p.Unit.COUNT)}
    return p.table("ข้อตรวจพบตามหมวดและระดับ", columns, (*rows, total))


def findings_table(
    findings: Sequence[Finding], projects: pd.DataFrame, *, info: bool = True
) -> p.Part:
    """List findings under their project: what is wrong, what it should be, where it stands.

    A finding that another one explains stands below it, wherever it was found.
    """
    shown = still_open(findings, info=info)
    if not shown:
        return NOTHING_TO_MEND
    rows: list[p.Row] = []
    for title, members in by_project(shown, projects):
        rows.append(p.group(title))
        rows += [_row(one, under) for one, under in members]
    columns = {"ระดับ": 0.9, "ข้อตรวจพบ": 4, "พบ": 1.1, "ควรเป็น": 1.1, "ข้อแนะนำ": 2.2}
    return p.table(f"ข้อตรวจพบ {len(shown)} ข้อ", columns, rows, name_column=1)


def waived_table(findings: Sequence[Finding]) -> p.Part:
    """List the findings that somebody has accepted, with the reason."""
    waived = [one for one in findings if one.waived]
    if not waived:
        return p.Paragraph("ไม่มีข้อตรวจพบที่ได้รับการยกเว้น")
    rows = (
        (p.Cell(one.message, ref=one.id), SEVERITY_TH[one.severity], one.waived) for one in waived
    )
    columns = {"ข้อตรวจพบ": 4, "ระดับ": 1, "เหตุผลที่ยกเว้น": 2.5}
    return p.table(f"ข้อตรวจพบที่ยกเว้นแล้ว {len(waived)} ข้อ", columns, rows)


def still_open(findings: Sequence[Finding], *, info: bool) -> list[Finding]:
    """Leave out what somebody has accepted, and what is only worth knowing unless ``info``."""
    return [
        one for one in findings if not one.waived and (info or one.severity is not Severity.INFO)
    ]


def by_project(
    findings: Sequence[Finding], projects: pd.DataFrame
) -> list[tuple[str, list[tuple[Finding, str]]]]:
    """Gather findings under the title of their project, in the order given.

    What another finding explains follows it; the second of each pair is the sign before it.
    """
    titles = project_titles(projects)
    known = {(one.district, one.id) for one in findings}
    below: dict[tuple[str, str], list[Finding]] = {}
    for one in findings:
        if (one.district, one.because_of) in known:
            below.setdefault((one.district, one.because_of), []).append(one)
    gathered: dict[str, list[tuple[Finding, str]]] = {}
    for one in findings:
        if (one.district, one.because_of) not in known:
            members = gathered.setdefault(one.project_no, [])
            members.append((one, ""))
            members += [(other, _FOLLOWS) for other in below.get((one.district, one.id), ())]
    return [(titles.get(number, number) or _WHOLE, members) for number, members in gathered.items()]


def _column(one: Finding) -> str:
    return _WAIVED if one.waived else SEVERITY_TH[one.severity]


def _row(one: Finding, under: str) -> p.Row:
    where = ", ".join(ref.ref for ref in one.refs[:_MOST_REFS])
    rest = more(len(one.refs), _MOST_REFS, "แห่ง")
    return p.row(
        p.Cell(SEVERITY_TH[one.severity], tone=TONES[one.severity]),
        p.Cell(f"{under}{one.message}", ref=f"{where} {rest}".strip()),
        one.found,
        one.expected,
        one.hint,
    )
