"""Heads × rate × months as the words give them, against the amount of the line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plantrack_nb.check.facts import Facts, ref_of, round_of, rows
from plantrack_nb.check.registry import Family, Settings, rule
from plantrack_nb.check.texts import TARGET, dates_of, figures_of, source_rows, texts
from plantrack_nb.check.tree import Key, project_key, tree_of
from plantrack_nb.findings import Finding, Severity
from plantrack_nb.provenance import SourceRef
from plantrack_nb.thai.dates import months_between
from plantrack_nb.thai.numbers import format_baht, format_count
from plantrack_nb.thai.units import BAHT

_RATED = r"[\d๐-๙].*(?:บาท|/)|(?:บาท|/|ละ) ?[\d๐-๙]"
_PAID_BY = frozenset(["month", "term", "person"])
_HEADS = ("person", "post")


@dataclass(frozen=True)
class Term:
    """Heads × rate × periods as one text gives them, with where it stands."""

    heads: float
    rate: float
    periods: float
    monthly: bool
    refs: tuple[SourceRef, ...]

    @property
    def product(self) -> float:
        """Baht that the text implies, without the employer's social security."""
        return self.heads * self.rate * self.periods


@rule(
    "text-pay",
    Family.TEXT,
    Severity.WARNING,
    title="งบประมาณไม่เท่ากับ จำนวนคน × อัตรา × จำนวนเดือน ที่เขียนไว้",
    title_en="The budget is not heads × rate × months",
    why="ค่าจ้างคำนวณได้แน่นอน ถ้าไม่ตรงอาจตั้งงบขาดจนจ่ายไม่ครบปี หรือพิมพ์จำนวนคนผิด",
    example="“เดือนละ 9,000 บาท จำนวน 10 คน” 12 เดือน ต้องใช้ 1,080,000 บาท แต่ตั้งงบ 900,000 บาท",
    todo="ตรวจจำนวนคน อัตรา และจำนวนเดือนตามสัญญาจ้าง ถ้างบถูกแล้วให้เขียนจำนวนเดือนที่จ้างจริงไว้",
    months=12.0,
    employer_share=0.05,
    room=0.01,
)
def text_pay(facts: Facts, settings: Settings) -> Iterator[Finding]:
    """Hold each line's budget against its text, with or without social security."""
    terms = _terms_by_line(facts, settings["months"])
    room = settings["room"]
    for row in rows(facts.lines[facts.lines["budget"] > 0]):
        found = terms.get((*project_key(row), str(row.line_no)), [])
        if not found:
            continue
        low = sum(one.product for one in found)
        high = sum(one.product * (1 + one.monthly * settings["employer_share"]) for one in found)
        if low * (1 - room) <= row.budget <= high * (1 + room):
            continue
        yield Finding(
            "text-pay",
            f"{row.project_no}/line {row.line_no}",
            Severity.WARNING,
            f"โครงการ {row.project_no} รายการงบประมาณที่ {row.line_no} ตั้งงบ"
            f" {format_baht(row.budget)} บาท แต่ข้อความ {_said(found)} เท่ากับ {format_baht(low)} บาท",
            project_no=str(row.project_no),
            expected=format_baht(low),
            found=format_baht(row.budget),
            hint=_pay_hint(found, low, float(row.budget)),
            refs=tuple(dict.fromkeys([ref_of(row), *(ref for one in found for ref in one.refs)])),
            district=round_of(row),
        )


def _said(terms: Sequence[Term]) -> str:
    shown = (
        f"{format_count(one.heads)} คน × {format_baht(one.rate)} บาท"
        + (f" × {format_count(one.periods)} เดือน" if one.monthly else "")
        for one in terms
    )
    return " + ".join(shown)


def _pay_hint(terms: Sequence[Term], low: float, budget: float) -> str:
    if not all(one.monthly for one in terms) or low <= 0:
        return "ตรวจจำนวนคนและอัตราต่อคน แล้วแก้ข้อความหรืองบประมาณให้ตรงกัน"
    months = terms[0].periods * budget / low
    return (
        f"งบที่ตั้งไว้พอจ่ายประมาณ {months:.1f} เดือน ถ้าจ้างไม่เต็มปีหรือไม่ครบอัตรา ให้เขียนจำนวนคนและเดือนที่จ้างจริง"
    )


def _terms_by_line(facts: Facts, months: float) -> dict[Key, list[Term]]:
    """Read each line's own words; where they say nothing, its activity's sub-activities."""
    spans = _spans_by_row(facts)
    lines = facts.lines.assign(place=source_rows(facts.lines["source_ref"]))
    terms: dict[Key, list[Term]] = defaultdict(list)
    by_label: dict[Key, Key] = {}
    own: set[Key] = set()
    for row in rows(lines[lines["label"] != ""]):
        line = (*project_key(row), str(row.line_no))
        by_label.setdefault((*project_key(row), str(row.label)), line)
        span = spans.get((*project_key(row), str(row.place)))
        term = _term(str(row.label), span, months, ref_of(row))
        if term:
            terms[line].append(term)
            own.add(line)
    tree = tree_of(facts.activities)
    acts = facts.activities.assign(place=source_rows(facts.activities["source_ref"]))
    for row in rows(acts[acts["text"].str.contains(_RATED) & (acts["activity_no"] != "")]):
        node = tree.nodes[(*project_key(row), str(row.activity_no))]
        line_of = (by_label.get((*project_key(row), one.text)) for one in tree.line(node))
        found = next((one for one in line_of if one), None)
        span = spans.get((*project_key(row), str(row.place)))
        term = _term(str(row.text), span, months, ref_of(row))
        if found and found not in own and term:
            terms[found].append(term)
    return dict(terms)


def _spans_by_row(facts: Facts) -> dict[Key, tuple[float, SourceRef]]:
    """Months of service that a target cell names, by the row it stands in."""
    cells = texts(facts, r"[\d๐-๙]", (TARGET,))
    cells["place"] = source_rows(cells["source_ref"])
    made: dict[Key, tuple[float, SourceRef]] = {}
    for row in rows(cells):
        months = _months(str(row.text))
        if months:
            made[(*project_key(row), str(row.place))] = (months, ref_of(row))
    return made


def _term(
    text: str, span: tuple[float, SourceRef] | None, months: float, ref: SourceRef
) -> Term | None:
    """Read a text that gives one number of heads and one rate by the month, term or head."""
    figures = figures_of(text)
    heads = [one for one in figures if one.unit in _HEADS]
    rates = [one for one in figures if one.unit.startswith(f"{BAHT}/")]
    if len(heads) != 1 or len(rates) != 1 or heads[0].value <= 0 or rates[0].value <= 0:
        return None
    per = rates[0].unit.split("/")[1:]
    if not _PAID_BY.issuperset(per):
        return None
    monthly = "month" in per
    said = _months(text) or next((one.value for one in figures if one.unit == "month"), 0.0)
    periods = (said or (span[0] if span else months)) if monthly else 1.0
    refs = (ref, span[1]) if span and monthly and not said else (ref,)
    return Term(heads[0].value, rates[0].value, periods, monthly, refs)


def _months(text: str) -> float:
    """Months of the one span of at least two months that a text names, else 0."""
    spans = [months_between(one) for one in dates_of(text) if not one.impossible]
    longer = [one for one in spans if one > 1]
    return float(longer[0]) if len(longer) == 1 else 0.0
