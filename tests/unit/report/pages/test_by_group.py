"""The two tables: totals hold, nobody is lost."""

from __future__ import annotations

import pytest
from helpers.reporting import ROUNDS, a_round, facts_of, nothing_marked, ordinary, without_money

from plantrack_nb.core.vocabulary import COLUMN_TH, TOTAL, UNMARKED
from plantrack_nb.render.parts import Figure, Paragraph, Table, Unit
from plantrack_nb.report import pages as views


def figures(table: Table, heading: str) -> dict[str, list[object]]:
    """Return the figures under a heading that spans columns, by the row's name."""
    at = [at for at, one in enumerate(table.columns) if heading in (one.group, one.heading)]
    return {str(row.cells[0].value): [row.cells[one].value for one in at] for row in table.rows}


@pytest.mark.parametrize("name", ROUNDS)
def test_levels_and_bands_add_up_to_the_projects(name: str) -> None:
    """In each row the levels, unmarked ones too, and the bands count every project once."""
    loaded = ROUNDS[name]()
    table = views.level_table(facts_of(loaded))
    projects = {group: [sum(one)] for group, one in figures(table, "รวม").items()}  # type: ignore[arg-type]
    bands = ["การเบิกจ่ายงบประมาณ"] if name != "without_money" else []
    for heading in ("ระดับการดำเนินการ", *bands):
        parts = figures(table, heading)
        assert {group: [sum(one)] for group, one in parts.items()} == projects  # type: ignore[arg-type]
    assert projects[TOTAL] == [len(loaded.projects)]


def test_unmarked_projects_have_a_column_of_their_own() -> None:
    """The column is there only when it is needed."""
    unmarked, marked = facts_of(nothing_marked()), facts_of(ordinary())
    for shown, wanted in ((unmarked, True), (marked, False)):
        heads = [one.heading for one in views.level_table(shown).columns]
        assert (COLUMN_TH[UNMARKED] in heads) is wanted
        assert (COLUMN_TH[UNMARKED] in views.level_chart(shown).alt) is wanted


def test_groups_follow_the_document() -> None:
    """Printed groups first, those without projects left out, the total last."""
    printed = [
        {"kind": "level_table", "subject": f"group={group}; column=done", "value": 1}
        for group in ("กลุ่มนโยบายและแผน", "กลุ่มกฎหมายและคดี")
    ]
    loaded = a_round(
        projects=[
            {"project_no": "1.1"},
            {"project_no": "1.2", "owner_groups": "กลุ่มนโยบายและแผน"},
        ],
        claims=printed,
    )
    rows = [*figures(views.level_table(facts_of(loaded)), "รวม")]
    assert rows == ["กลุ่มนโยบายและแผน", "กลุ่มอำนวยการ", TOTAL]


def test_without_money_nothing_is_said_of_it() -> None:
    """No column of bands or percents, no chart of percents, where no project needs money."""
    facts = facts_of(without_money())
    heads = {one.group for one in views.level_table(facts).columns}
    assert heads == {"", "ระดับการดำเนินการ"}
    assert {one.unit for one in views.strategy_table(facts).columns} == {Unit.TEXT, Unit.COUNT}
    assert views.strategy_chart(facts) is None
    made = (views.strategy_money_table, views.group_money_table, views.group_money_chart)
    assert [one(facts) for one in made] == [None] * 3
    assert [one.label for one in views.round_facts(facts).facts] == ["โครงการ", "งบประมาณ"]


def test_percents_that_show_nothing_are_told_in_words() -> None:
    """Bars that are all empty, or a single one, make no chart."""
    idle = a_round(
        projects=[{}, {"project_no": "2.1"}],
        lines=[{"project_no": one, "budget": 10, "disbursed": 0} for one in ("1.1", "2.1")],
    )
    alone = a_round(projects=[{}], lines=[{"budget": 10, "disbursed": 7}])
    (said, one) = (views.strategy_chart(facts_of(each)) for each in (idle, alone))
    assert isinstance(said, Paragraph)
    assert said.text.endswith("ยังไม่มีการเบิกจ่าย")
    assert isinstance(one, Paragraph)
    assert one.text.endswith("กลยุทธ์ที่ 1 กลุ่มอำนวยการ ร้อยละ 70.00")


def test_the_total_percent_is_of_the_sums() -> None:
    """The total of a strategy is not the mean of its groups; without money there is none."""
    percents = figures(views.strategy_table(facts_of(ordinary())), "ร้อยละการเบิกจ่าย รายกลยุทธ์ที่")
    assert percents[TOTAL] == [pytest.approx(70.0), None]


def test_a_group_without_money_has_no_bar() -> None:
    """Only groups with a budget in the strategy are drawn, and strategies with a bar."""
    chart = views.strategy_chart(facts_of(ordinary()))
    assert isinstance(chart, Figure)
    assert [[cell.value for cell in row.cells] for row in chart.data.rows] == [
        ["กลยุทธ์ที่ 1", "กลุ่มอำนวยการ", pytest.approx(87.5)],
        ["กลยุทธ์ที่ 1", "กลุ่มนโยบายและแผน", 0.0],
    ]
