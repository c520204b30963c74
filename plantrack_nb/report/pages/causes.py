"""The findings of the report's annex: by what they are about, what follows from one below it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from plantrack_nb.core.findings import SEVERITY_TH, Finding
from plantrack_nb.render import parts as p
from plantrack_nb.report.pages.findings import NOTHING_TO_MEND, still_open
from plantrack_nb.report.pages.labels import TONES

_OTHER = "อื่น ๆ"
_FOLLOWS = "เป็นผลจากข้อข้างต้น: "


def causes_table(findings: Sequence[Finding], families: Mapping[str, str]) -> p.Part:
    """List findings by family of rules, each cause with what follows from it, the proved first.

    Parameters
    ----------
    findings : sequence of Finding
        What was found; what somebody has accepted, or is only worth knowing, is left out.
    families : Mapping of str to str
        Thai name of the family of each rule, in the order in which to show them.
    """
    shown = still_open(findings, info=False)
    if not shown:
        return NOTHING_TO_MEND
    rows: list[p.Row] = []
    for family in dict.fromkeys([*families.values(), _OTHER]):
        own = [one for one in _causes(shown) if families.get(one.rule, _OTHER) == family]
        own.sort(key=lambda one: (one.severity.rank, one.rule))
        rows += [p.group(f"{family} ({_counted(own)})")] if own else []
        rows += [row for one in own for row in _with_followers(one, shown)]
    columns: p.Columns = {"โครงการ": 0.7, "ข้อตรวจพบ": 5.2, "ข้อแนะนำ": 2.6, "ตำแหน่ง": 0.9}
    causes = len(_causes(shown))
    follow = f" และผลที่ตามมา {len(shown) - causes} ข้อ" if len(shown) > causes else ""
    note = f"{' '.join(_legend(shown))} ตำแหน่ง +2 คือยังมีอีก 2 แห่ง"
    return p.table(f"ข้อตรวจพบ {causes} ข้อ{follow}", columns, rows, name_column=1, note=note)


def _legend(shown: Sequence[Finding]) -> Iterator[str]:
    for severity in dict.fromkeys(one.severity for one in shown):
        words = {p.Tone.BAD: "สีแดง", p.Tone.WATCH: "สีส้ม"}
        yield f"{words.get(TONES[severity], '')} คือ {SEVERITY_TH[severity]}"


def _causes(shown: Sequence[Finding]) -> list[Finding]:
    known = {(one.district, one.id) for one in shown}
    return [one for one in shown if (one.district, one.because_of) not in known]


def _counted(own: Sequence[Finding]) -> str:
    return f"{len(own)} ข้อ"


def _with_followers(one: Finding, shown: Sequence[Finding]) -> Iterator[p.Row]:
    yield _row(one, "")
    for other in shown:
        if (other.district, other.because_of) == (one.district, one.id):
            yield _row(other, _FOLLOWS)


def _row(one: Finding, before: str) -> p.Row:
    where = one.refs[0].ref if one.refs else ""
    rest = f"+{len(one.refs) - 1}" if len(one.refs) > 1 else ""
    found = _unsaid(one)
    return p.row(
        p.Cell(one.project_no or "ทั้งฉบับ", tone=TONES[one.severity]),
        f"{before}{one.message}{found}",
        "" if before else one.hint,
        f"{where} {rest}".strip(),
    )


def _unsaid(one: Finding) -> str:
    """Say what was found and expected where the message itself does not."""
    lacking = [text for text in (one.found, one.expected) if text and text not in one.message]
    if len(lacking) < 2:
        return ""
    return f" (พบ {one.found} ควรเป็น {one.expected})"
