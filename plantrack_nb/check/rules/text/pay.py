"""Heads × rate × months as the words give them, against the amount of the line."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from plantrack_nb.check.facts import LineKey, line_key, project_key
from plantrack_nb.check.reading.budget_lines import line_subject
from plantrack_nb.check.reading.texts import TARGET, dates_of, figures_of, texts
from plantrack_nb.check.reading.tree import activity_tree
from plantrack_nb.check.rules import Facts, Hit, Hits, Row, Settings, Spot, cell, rule
from plantrack_nb.measures.places import line_of
from plantrack_nb.thai.dates import months_between
from plantrack_nb.thai.numbers import format_baht, format_count
from plantrack_nb.thai.units import BAHT

_RATED = re.compile(r"[\d๐-๙].*(?:บาท|/)|(?:บาท|/|ละ) ?[\d๐-๙]")
_PAID_BY = frozenset(["month", "term", "person"])
_HEADS = ("person", "post")


@dataclass(frozen=True)
class Term:
    """Heads × rate × periods as one text gives them, with where it stands."""

    heads: float
    rate: float
    periods: float
    monthly: bool
    spots: tuple[Spot, ...]

    @property
    def product(self) -> float:
        """Baht that the text implies, without the employer's social security."""
        return self.heads * self.rate * self.periods


@rule(
    "text-pay",
    title="งบประมาณไม่เท่ากับ จำนวนคน × อัตรา × จำนวนเดือน ที่เขียนไว้",
    title_en="The budget is not heads × rate × months",
    why="ค่าจ้างคำนวณได้แน่นอน ถ้าไม่ตรงอาจตั้งงบขาดจนจ่ายไม่ครบปี หรือพิมพ์จำนวนคนผิด",
    example="“เดือนละ 9,000 บาท จำนวน 10 คน” 12 เดือน ต้องใช้ 1,080,000 บาท แต่ตั้งงบ 900,000 บาท",
    todo="ตรวจจำนวนคน อัตรา และจำนวนเดือนตามสัญญาจ้าง ถ้างบถูกแล้วให้เขียนจำนวนเดือนที่จ้างจริงไว้",
    months=12.0,
    employer_share=0.05,
    room=0.01,
)
def text_pay(facts: Facts, settings: Settings) -> Hits:
    """Hold each line's budget against its text, with or without social security."""
    terms = _terms_by_line(facts, settings["months"])
    room = settings["room"]
    for row in facts.lines:
        found = terms.get(line_key(row), [])
        if not found or not row.budget > 0:
            continue
        low = sum(one.product for one in found)
        high = sum(one.product * (1 + one.monthly * settings["employer_share"]) for one in found)
        if low * (1 - room) <= row.budget <= high * (1 + room):
            continue
        yield Hit(
            cell(row, "budget"),
            line_subject(row),
            f"โครงการ {row.project_no} รายการงบประมาณที่ {row.line_no} ตั้งงบ"
            f" {format_baht(row.budget)} บาท แต่ข้อความ {_said(found)} เท่ากับ {format_baht(low)} บาท",
            expected=format_baht(low),
            found=format_baht(row.budget),
            hint=_pay_hint(found, low, float(row.budget)),
            beside=[spot for one in found for spot in one.spots],
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


def _terms_by_line(facts: Facts, months: float) -> Mapping[LineKey, list[Term]]:
    """Read each line's own words; where they say nothing, its activity's sub-activities."""
    spans = _spans_by_row(facts)
    terms: dict[LineKey, list[Term]] = defaultdict(list)
    by_label: dict[tuple[object, ...], LineKey] = {}
    for row in facts.lines:
        if row.label != "":
            by_label.setdefault((*project_key(row), row.label), line_key(row))
            if term := _term(row, "label", spans, months):
                terms[line_key(row)].append(term)
    own = set(terms)
    for row in facts.activities:
        if row.activity_no == "" or not _RATED.search(row.text):
            continue
        project = project_key(row)
        above = facts.once(activity_tree).line(
            facts.once(activity_tree).nodes[*project, row.activity_no]
        )
        lines = (by_label.get((*project, one.text)) for one in above)
        found = next((one for one in lines if one), None)
        if found and found not in own and (term := _term(row, "text", spans, months)):
            terms[found].append(term)
    return terms


_Spans = Mapping[tuple[object, ...], tuple[float, Spot]]
"""Months of service that a target cell names, and the cell, by project and row."""


def _spans_by_row(facts: Facts) -> _Spans:
    made: dict[tuple[object, ...], tuple[float, Spot]] = {}
    for row in texts(facts, r"[\d๐-๙]", (TARGET,)):
        months = _months(row.text)
        if months:
            made[*project_key(row), line_of(row.source_ref)] = (months, row.spot())
    return made


def _term(row: Row, column: str, spans: _Spans, months: float) -> Term | None:
    """Read a text that gives one number of heads and one rate by the month, term or head."""
    text = getattr(row, column)
    figures = figures_of(text)
    heads = [one for one in figures if one.unit in _HEADS]
    rates = [one for one in figures if one.unit.startswith(f"{BAHT}/")]
    if len(heads) != 1 or len(rates) != 1 or heads[0].value <= 0 or rates[0].value <= 0:
        return None
    per = rates[0].unit.split("/")[1:]
    if not _PAID_BY.issuperset(per):
        return None
    monthly = "month" in per
    span = spans.get((*project_key(row), line_of(row.source_ref)))
    said = _months(text) or next((one.value for one in figures if one.unit == "month"), 0.0)
    periods = (said or (span[0] if span else months)) if monthly else 1.0
    spots = (cell(row, column), span[1]) if span and monthly and not said else (cell(row, column),)
    return Term(heads[0].value, rates[0].value, periods, monthly, spots)


def _months(text: str) -> float:
    """Months of the one span of at least two months that a text names, else 0."""
    spans = [months_between(one) for one in dates_of(text) if not one.impossible]
    longer = [one for one in spans if one > 1]
    return float(longer[0]) if len(longer) == 1 else 0.0
