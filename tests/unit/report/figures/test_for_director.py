"""What the director decides and asks: the weightiest first, nothing when all is well."""

from __future__ import annotations

from dataclasses import replace

import pytest
from helpers.reporting import ROUNDS, a_round, facts_of, ordinary

from plantrack_nb.core.findings import Finding, Severity
from plantrack_nb.report.figures import asks, decisions


def wrong(project_no: str = "", rule: str = "r", waived: str = "") -> Finding:
    """Invent an error."""
    return Finding(rule, project_no, Severity.ERROR, "ข้อความ", project_no, waived=waived)


def test_asks_go_by_the_money_concerned() -> None:
    """The project with most money left and behind the target comes first, then wrong figures."""
    found = asks(facts_of(ordinary()), [wrong("2.2")])
    assert [one.project_no for one in found] == ["1.2", "1.1", "2.2", "2.1"]
    assert found[0].text == "ยังไม่เบิกจ่ายจาก 300 บาท จะเริ่มเบิกจ่ายเมื่อใด"
    assert found[1].text == "รายการย่อยเบิกเกินงบ 50 บาท ใช้เงินจากแหล่งใด"
    assert found[2].text == "ข้อมูลขัดแย้งกันเอง 1 แห่ง ข้อใดถูกต้อง"


def test_a_project_on_target_is_left_in_peace() -> None:
    """Nothing is asked of a project that is on its way and without faults."""
    loaded = a_round(projects=[{}], lines=[{"budget": 10, "disbursed": 9}])
    assert asks(facts_of(loaded), [wrong("1.1", waived="ตรวจแล้ว")]) == []
    assert decisions(facts_of(loaded), []) == []


def test_a_high_target_asks_more() -> None:
    """Towards the end of the year 80 percent is behind."""
    loaded = a_round(projects=[{}], lines=[{"budget": 10, "disbursed": 8}])
    assert asks(facts_of(loaded), []) == []
    assert [one.stake for one in asks(facts_of(loaded, 93), [])] == [2.0]


def test_decisions_are_short_and_weighty() -> None:
    """Untouched, overspent, awaited money, an absent project and wrong figures: five at most."""
    said = decisions(facts_of(ordinary()), [wrong(rule="claim-absent-project"), wrong("1.1")])
    assert len(said) == 5
    idle = "เร่งรัดการเบิกจ่ายหรือปรับแผน 1 โครงการ ที่ยังไม่เบิกจ่าย งบประมาณรวม 300 บาท (1.2)"
    assert said[0] == idle
    assert said[1] == "ให้ชี้แจงรายการที่เบิกจ่ายเกินงบประมาณ รวม 50 บาท ใน 1 โครงการ (1.1)"
    assert said[2] == (
        "ติดตามงบประมาณที่รอจัดสรรของ 1 โครงการ (2.1) ในจำนวนนี้เริ่มดำเนินการแล้ว 1 โครงการ (2.1)"
    )
    assert said[4] == "ให้ผู้รับผิดชอบแก้ไขข้อมูลที่ขัดแย้งกันเอง 1 แห่ง ในโครงการ 1.1 ก่อนลงนาม"


def test_what_this_report_has_put_right_is_no_errand() -> None:
    """Printed sums computed anew, follow-ons and accepted faults are nobody's to mend."""
    given = [
        wrong(rule="claim-table-total"),
        replace(wrong("1.1"), because_of="another"),
        wrong("1.1", waived="รับทราบ"),
    ]
    assert not [one for one in decisions(facts_of(ordinary()), given) if "แก้ไข" in one]
    assert decisions(facts_of(ordinary()), [wrong(rule="claim-memo-sum")])[-1].endswith("ก่อนลงนาม")


@pytest.mark.parametrize("name", ROUNDS)
def test_no_more_than_six_decisions(name: str) -> None:
    """One screen is enough for any round."""
    assert len(decisions(facts_of(ROUNDS[name]()), [wrong()])) <= 6
