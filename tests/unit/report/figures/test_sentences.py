"""Every sentence made of figures, held against those figures for rounds of any kind."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

from helpers.reporting import OFFICE, target
from helpers.rounds import KEY
from hypothesis import given, settings
from hypothesis import strategies as st

from plantrack_nb.core.schema import RoundKey
from plantrack_nb.core.vocabulary import BudgetState, Status
from plantrack_nb.measures.projects import band_of, percent_of
from plantrack_nb.report.figures import asks, decisions
from plantrack_nb.report.figures import sentences as w
from plantrack_nb.report.figures.facts import Project, RoundFacts, Sum
from plantrack_nb.report.figures.memo import memo
from plantrack_nb.report.figures.narrative import Written
from plantrack_nb.thai.numbers import format_percent

_NUMBER = r"([\d,]+(?:\.\d+)?)"
_COUNTED = re.compile(r"(\d+) โครงการ[^()]*?\((\d[^()]*)\)")
_MORE = re.compile(r"และอีก (\d+)(?: โครงการ)?$")
_BROKEN = re.compile(r"nan|None|  |-0|ร้อยละ (?!\d)|\{|\}|\b0 โครงการ|\(\)", re.IGNORECASE)

_amounts = st.sampled_from([0.0, 0.25, 1.0, 10.0, 50.0, 99.99, 100.0, 12_345_678.9])
_groups = st.sampled_from(["กลุ่มอำนวยการ", "กลุ่มนโยบายและแผน", "หน่วยตรวจสอบภายใน", ""])


@st.composite
def _projects(draw: Callable[..., object], at: int) -> Project:
    state = draw(st.sampled_from([*BudgetState, BudgetState.BUDGETED]))
    budgeted = state == BudgetState.BUDGETED
    budget: float = draw(_amounts) if budgeted else 0.0  # type: ignore[assignment]
    share: float = draw(st.sampled_from([0.0, 0.3, 0.7, 1.0, 1.5]))  # type: ignore[assignment]
    spent = round(budget * share, 2)
    status = draw(st.sampled_from(["", *Status]))
    strategy = draw(st.sampled_from(["1", "2", "3"]))
    group = draw(_groups)
    return Project(
        f"{strategy}.{at}", f"โครงการที่ {at}", str(strategy), str(group), str(status), str(state),
        band_of(str(state), percent_of(spent, budget)), budget, spent, 0,
    )  # fmt: skip


@st.composite
def rounds(draw: Callable[..., object]) -> RoundFacts:
    """Invent a round: none, one or many projects, with and without money, ties, any quarter."""
    many: int = draw(st.sampled_from([0, 1, 1, 2, 3, 5, 8, 20]))  # type: ignore[assignment]
    projects = tuple(draw(_projects(at)) for at in range(1, many + 1))
    quarter: int = draw(st.integers(1, 4))  # type: ignore[assignment]
    percent = draw(st.sampled_from([None, 0.5, 51.0, 70.0, 100.0]))
    grade = draw(st.sampled_from("SM"))
    goal = None if percent is None else target(percent, str(grade))  # type: ignore[arg-type]
    key = RoundKey(KEY.district, KEY.fiscal_year, quarter)
    over = {one.project_no: -one.left for one in projects if one.left < -0.004}  # type: ignore[attr-defined]
    strategies, groups = _sums(projects, "strategy_no"), _sums(projects, "group")  # type: ignore[arg-type]
    return RoundFacts(key, OFFICE, projects, strategies, groups, over, goal)  # type: ignore[arg-type]


def _sums(projects: tuple[Project, ...], by: str) -> tuple[Sum, ...]:
    names = dict.fromkeys(getattr(one, by) for one in projects)
    members = {name: [one for one in projects if getattr(one, by) == name] for name in names}
    return tuple(
        Sum(name, name, len(of), sum(p.budget for p in of), sum(p.disbursed for p in of))
        for name, of in members.items()
    )


def _value(text: str) -> float:
    return float(text.replace(",", ""))


def _listed(text: str) -> tuple[list[str], int]:
    """Take a list apart: the numbers it names, and how many more it says there are."""
    more = _MORE.search(text)
    return re.findall(r"\d+\.\d+", text), int(more[1]) if more else 0


@settings(max_examples=300, deadline=None)
@given(rounds())
def test_counts_agree_with_their_lists(facts: RoundFacts) -> None:
    """Whoever says seven lists seven, or says how many are not listed."""
    texts = [*decisions(facts, []), *w.summary(facts), w.awaiting(facts), w.to_hasten(facts)]
    for text in texts:
        assert not _BROKEN.search(text), text
        for many, named in _COUNTED.findall(text):
            shown, more = _listed(named)
            assert int(many) == len(shown) + more, text
            assert set(shown) <= {one.project_no for one in facts.projects}


@settings(max_examples=300, deadline=None)
@given(rounds())
def test_money_is_the_money_of_the_projects(facts: RoundFacts) -> None:
    """Budget, disbursed, percent and what is left are sums over the projects."""
    said = w.money(facts)
    budget = sum(one.budget for one in facts.projects)
    spent = sum(one.disbursed for one in facts.projects)
    if budget <= 0:
        no_need = {one.budget_state for one in facts.projects} == {BudgetState.NONE}
        assert ("ทุกโครงการไม่ใช้งบประมาณ" if no_need else "มีโครงการใดได้รับจัดสรร") in said
        return
    assert _value(re.search(f"จัดสรร {_NUMBER} บาท", said)[1]) == round(budget, 2)  # type: ignore[index]
    if spent > 0:
        assert _value(re.search(f"แล้ว {_NUMBER} บาท", said)[1]) == round(spent, 2)  # type: ignore[index]
        assert abs(_value(re.search(f"ร้อยละ {_NUMBER}", said)[1]) - 100 * spent / budget) <= 0.01  # type: ignore[index]
    left = re.search(f"(คงเหลือ|เกินงบประมาณ) {_NUMBER} บาท", said)
    assert (left is None) == (spent <= 0 or abs(budget - spent) < 0.005)
    if left:
        assert abs(_value(left[2]) - abs(budget - spent)) < 0.01
        assert (left[1] == "คงเหลือ") == (budget > spent)


@settings(max_examples=300, deadline=None)
@given(rounds())
def test_what_dominates_is_told_with_what_is_left(facts: RoundFacts) -> None:
    """One to three projects with over half of the money that stand off from the others."""
    said = w.besides_largest(facts)
    held = sorted((one.budget for one in facts.projects), reverse=True)
    whole = sum(held)
    heavy = [n for n in (1, 2, 3) if whole > 0 and sum(held[:n]) > whole / 2 and sum(held[n:]) > 0]
    assert not said or heavy, said
    if not said:
        return
    shown = re.findall(r"\d+\.\d+", said.partition("มีงบประมาณ")[0])
    assert 1 <= len(shown) <= 3
    rest = [one for one in facts.projects if one.project_no not in shown]
    assert f"ที่เหลือ {len(rest)} โครงการ" in said
    budget, spent = sum(one.budget for one in rest), sum(one.disbursed for one in rest)
    assert budget < whole / 2
    assert abs(_value(re.findall(f"งบประมาณ {_NUMBER} บาท", said)[-1]) - budget) < 0.01
    all_spent = sum(one.disbursed for one in facts.projects)
    assert abs(all_spent / whole - spent / budget) > 0.0099
    stands = re.search(f"เบิกจ่ายได้ร้อยละ {_NUMBER}", said)
    assert (stands is None) == (spent <= 0)
    if stands:
        assert abs(_value(stands[1]) - 100 * spent / budget) <= 0.01


@settings(max_examples=300, deadline=None)
@given(rounds())
def test_parts_count_every_project_once(facts: RoundFacts) -> None:
    """Levels, bands and states each add up to all projects."""
    for text in (w.states(facts), w.levels(facts), w.bands(facts)):
        counted = sum(int(one) for one in re.findall(r"(\d+) โครงการ", text))
        assert counted == len(facts.projects) or "ยังไม่มีโครงการใด" in text


@settings(max_examples=300, deadline=None)
@given(rounds())
def test_decisions_go_by_money(facts: RoundFacts) -> None:
    """The first is about most baht; each names what it is about, and only that."""
    said = decisions(facts, [])
    idle = [one for one in facts.projects if one.budget > 0 and one.disbursed == 0]
    waiting = [one.project_no for one in facts.projects if one.budget_state == "awaiting"]
    for text in said:
        shown = re.findall(r"\d+\.\d+", " ".join(re.findall(r"\((\d+\..*?)\)", text)))
        if "ที่ยังไม่เบิกจ่าย" in text or "ไม่ได้เบิกจ่ายตลอดปี" in text:
            assert set(shown) <= {one.project_no for one in idle}
            assert f"{len(idle)} โครงการ" in text
        if "จัดสรร" in text:
            assert set(shown) <= set(waiting)
            assert f"{len(waiting)} โครงการ" in text
    if not facts.is_over and idle and facts.overspent:
        ahead = [at for at, text in enumerate(said) if "ยังไม่เบิกจ่าย" in text]
        over = [at for at, text in enumerate(said) if "เกินงบประมาณ" in text]
        money = sum(one.budget for one in idle) - sum(facts.overspent.values())
        assert abs(money) < 0.01 or (ahead[0] < over[0]) == (money > 0)


@settings(max_examples=300, deadline=None)
@given(rounds())
def test_what_is_below_the_target_is_named(facts: RoundFacts) -> None:
    """Strategies and groups below it, all of them, with their own percents."""
    (said, *_) = [one for one in decisions(facts, []) if "ต่ำกว่าเป้าหมาย" in one] or [""]
    spent = any(one.disbursed > 0 for one in facts.projects)
    goal = facts.target.percent if facts.target is not None and spent else None
    for sums, what in ((facts.strategies, "กลยุทธ์"), (facts.groups, "กลุ่ม")):
        late = [
            one
            for one in sums
            if goal and one.budget > 0 and 100 * one.disbursed / one.budget < goal
        ]
        told = re.search(rf"(\d+) {what}:", said)
        assert (int(told[1]) if told else 0) == len(late)
        for one in late[:1] if len(late) == 1 else []:
            assert f"ร้อยละ {format_percent(one.percent)}" in said


@settings(max_examples=300, deadline=None)
@given(rounds())
def test_strategies_are_ranked(facts: RoundFacts) -> None:
    """The highest and lowest are all that stand there, those that share a place too."""
    said = w.strategies(facts)
    percents = {one.label: one.percent for one in facts.strategies if one.percent is not None}
    assert bool(said) == (len(percents) > 1 and any(one.disbursed > 0 for one in facts.projects))
    if "สูงสุด" in said:
        named = re.findall(r"\b\d\b", said.partition("เบิกจ่ายได้สูงสุด")[0])
        most = max(percents.values())
        assert sorted(named) == sorted(no for no, one in percents.items() if one == most)


@settings(max_examples=300, deadline=None)
@given(rounds())
def test_nothing_unconfirmed_is_signed(facts: RoundFacts) -> None:
    """An unconfirmed target stands neither in the memo nor in the summary; a confirmed one does."""
    signed = " ".join([*(one.text for one in memo(facts, Written())), *w.summary(facts)])
    confirmed = facts.target is not None and facts.target.is_confirmed
    told = confirmed and facts.whole.percent is not None
    assert ("เป้าหมายการเบิกจ่ายภาพรวมของประเทศ" in signed) == told
    assert "ยืนยัน" not in signed
    assert not re.search(r"\.(?:py|csv|xlsx|ipynb|parquet)", signed)
    if facts.is_over:
        assert "รอจัดสรร" not in signed
        assert "ยังไม่เบิกจ่าย" not in signed


@settings(max_examples=200, deadline=None)
@given(rounds())
def test_questions_go_by_money(facts: RoundFacts) -> None:
    """Each project is asked about once at most, the most baht first."""
    found = asks(facts, [])
    stakes = [one.stake for one in found]
    assert stakes == sorted(stakes, reverse=True)
    assert max(Counter(one.project_no for one in found).values(), default=1) == 1
