"""Wording: right figures in official sentences, for ordinary and for odd rounds."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from helpers.reporting import (
    ROUNDS,
    a_round,
    all_awaiting,
    facts_of,
    nothing_marked,
    ordinary,
    without_money,
    without_projects,
)

from plantrack_nb.core.records import rows
from plantrack_nb.core.schema import Round
from plantrack_nb.measures.claims import printed_figures
from plantrack_nb.report.figures import memo, written
from plantrack_nb.report.figures import sentences as w
from plantrack_nb.report.figures.differences import Compared
from plantrack_nb.report.figures.facts import RoundFacts
from plantrack_nb.report.figures.listing import numbers

_BROKEN = re.compile(r"nan|None|  |-0|\bร้อยละ (?!\d)|\{|\}", re.IGNORECASE)


def with_money(*amounts: tuple[float, float]) -> Round:
    """Build a round of projects with (budget, disbursed), all in one strategy each."""
    numbers = [f"{at}.1" for at in range(1, len(amounts) + 1)]
    return a_round(
        projects=[{"project_no": number} for number in numbers],
        lines=[
            {"project_no": number, "budget": budget, "disbursed": disbursed}
            for number, (budget, disbursed) in zip(numbers, amounts, strict=True)
        ],
    )


def test_overview_and_money_of_an_ordinary_round() -> None:
    """The opening names office, plan, round, projects; then come the sums."""
    facts = facts_of(ordinary())
    assert w.overview(facts) == (
        "สพป.ตัวอย่าง เขต 1 ได้ติดตามผลการดำเนินงานตามแผนปฏิบัติการประจำปีงบประมาณ พ.ศ. 2565"
        " รอบ 6 เดือน (1 ตุลาคม 2564 – 31 มีนาคม 2565) จำนวน 4 โครงการ/กิจกรรม ใน 2 กลยุทธ์"
    )
    assert w.money(facts) == (
        "งบประมาณที่ได้รับจัดสรร 1,500 บาท เบิกจ่ายแล้ว 1,050 บาท คิดเป็นร้อยละ 70 คงเหลือ 450 บาท"
    )


@pytest.mark.parametrize(
    ("loaded", "said"),
    [
        (without_projects(), "ยังไม่มีโครงการใดได้รับจัดสรรงบประมาณ"),
        (without_money(), "ทุกโครงการไม่ใช้งบประมาณ"),
        (with_money((100, 0)), "งบประมาณที่ได้รับจัดสรร 100 บาท ยังไม่มีการเบิกจ่าย"),
        (
            with_money((100, 100)),
            "งบประมาณที่ได้รับจัดสรร 100 บาท เบิกจ่ายแล้ว 100 บาท คิดเป็นร้อยละ 100",
        ),
        (
            with_money((100, 150.5)),
            (
                "งบประมาณที่ได้รับจัดสรร 100 บาท เบิกจ่ายแล้ว 150.50 บาท คิดเป็นร้อยละ 150.50"
                " เกินงบประมาณ 50.50 บาท"
            ),
        ),
        (
            with_money((0, 20)),
            "ยังไม่มีโครงการใดได้รับจัดสรรงบประมาณ แต่มีรายงานการเบิกจ่าย 20 บาท",
        ),
    ],
    ids=["no projects", "no money", "nothing spent", "all spent", "too much spent", "not given"],
)
def test_money_of_odd_rounds(loaded: Round, said: str) -> None:
    """Money is told plainly whatever there is of it."""
    assert w.money(facts_of(loaded)) == said


def test_below_the_target_says_how_much_is_lacking() -> None:
    """A round behind the target hears what would reach it."""
    assert w.against_target(facts_of(ordinary(), 80)) == (
        "ต่ำกว่าเป้าหมายการเบิกจ่ายภาพรวมของประเทศ ณ สิ้นไตรมาสที่ 2 (ร้อยละ 80) 10 จุด"
        " ต้องเบิกจ่ายเพิ่ม 150 บาท จึงจะถึงเป้าหมาย"
    )


def test_an_unconfirmed_target_is_not_signed() -> None:
    """A figure from memory stands in no sentence of memo and summary."""
    assert w.against_target(facts_of(ordinary(), 51, "M")) == ""
    assert w.against_target(facts_of(ordinary(), 51, "S")) != ""
    assert w.against_target(facts_of(ordinary(), 70)).startswith("เท่ากับเป้าหมาย")


def test_without_target_or_money_nothing_is_compared() -> None:
    """Unknown targets are not made up."""
    assert w.against_target(facts_of(ordinary())) == ""
    assert w.against_target(facts_of(without_money(), 51)) == ""


def test_counts_leave_out_what_is_not_there() -> None:
    """Only states, levels and bands that occur are told."""
    facts = facts_of(ordinary())
    assert w.states(facts) == (
        "ได้รับจัดสรรงบประมาณแล้ว 2 โครงการ รอจัดสรรงบประมาณ 1 โครงการ ไม่ใช้งบประมาณ 1 โครงการ"
    )
    assert w.bands(facts_of(all_awaiting())) == "รอจัดสรร 2 โครงการ"
    assert w.levels(facts_of(nothing_marked())) == "ยังไม่มีโครงการใดรายงานสถานะการดำเนินงาน"


def test_what_nobody_has_is_not_counted() -> None:
    """Without money a round is counted by level only; states and bands would say it again."""
    (said,) = w.parts_of_whole(facts_of(without_money()))
    assert said.startswith("จำแนกตามระดับการดำเนินการ")
    waiting = w.parts_of_whole(facts_of(all_awaiting()))
    assert [one.split()[0] for one in waiting] == [
        "จำแนกตามการจัดสรรงบประมาณ",
        "จำแนกตามระดับการดำเนินการ",
    ]


def test_strategies_name_the_most_and_the_least() -> None:
    """Of strategies with money the highest and lowest are named; one alone is not compared."""
    assert w.strategies(facts_of(with_money((10, 9), (10, 5)))) == (
        "กลยุทธ์ที่ 1 เบิกจ่ายได้สูงสุด ร้อยละ 90 กลยุทธ์ที่ 2 ต่ำสุด ร้อยละ 50"
    )
    assert w.strategies(facts_of(with_money((10, 9), (10, 0), (5, 0)))) == (
        "กลยุทธ์ที่ 1 เบิกจ่ายได้สูงสุด ร้อยละ 90 กลยุทธ์ที่ 2 และ 3 ยังไม่มีการเบิกจ่าย"
    )
    assert w.strategies(facts_of(with_money((10, 0), (10, 0)))) == ""
    assert w.strategies(facts_of(ordinary())) == ""


def test_the_table_beside_the_money_received() -> None:
    """What the document says it received is set beside the table, never mixed with it."""

    def beside(value: float) -> str:
        claim = {"kind": "memo", "subject": "item=2", "value": value, "unit": "baht"}
        told = printed_figures(rows(a_round(claims=[{**claim, "raw": "ได้รับจัดสรร"}]).claims))
        return w.beside_received(replace(facts_of(ordinary()), told=tuple(told)))

    assert beside(2000).endswith(
        "1,500 บาท น้อยกว่าวงเงินที่เอกสารของเขตระบุว่าได้รับจัดสรร 2,000 บาท อยู่ 500 บาท"
    )
    assert "มากกว่า" in beside(1000)
    assert "เท่ากับ" in beside(1500)
    assert w.beside_received(facts_of(ordinary())) == ""


def test_many_projects_are_listed_in_part() -> None:
    """A long list names twelve and counts the others."""
    said = numbers(facts_of(with_money(*[(1, 0)] * 20)).projects)
    assert said.endswith("12.1 และอีก 8 โครงการ")


def test_compared_says_when_nothing_was_printed() -> None:
    """An office's own spreadsheet has no printed tables."""
    assert "ไม่ได้พิมพ์" in w.compared(Compared(0))
    assert w.compared(Compared(5)).endswith("5 ช่อง ตรงกับที่คำนวณใหม่ทุกช่อง")


@pytest.mark.parametrize("name", ROUNDS)
@pytest.mark.parametrize("percent", [None, 51.0])
def test_no_sentence_of_any_round_is_broken(name: str, percent: float | None) -> None:
    """No missing figure, stray blank or leftover brace gets into the prose."""
    loaded = ROUNDS[name]()
    facts = facts_of(loaded, percent)
    for text in _sentences(facts, loaded):
        if "<script>" not in text:
            assert not _BROKEN.search(text), text


def _sentences(facts: RoundFacts, loaded: Round) -> list[str]:
    said = [one.text for one in memo(facts, written(loaded))]
    return [*said, *w.summary(facts), *w.preface(facts, "สำนักงาน"), w.to_hasten(facts)]
