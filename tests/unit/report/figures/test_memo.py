"""The memo: composed from facts, carried figures marked, unwritten parts in plain words."""

from __future__ import annotations

import pytest
from helpers.reporting import ROUNDS, facts_of, ordinary

from plantrack_nb.report.figures.memo import Said, memo
from plantrack_nb.report.figures.narrative import Item, Written


def test_carried_items_come_first_and_are_marked() -> None:
    """What the document said of its money keeps its numbers; ours follow on."""
    written = Written(facts=(Item("กรอบ", "1"), Item("ส่วนแรก", "1.1"), Item("เหตุผล")))
    said = memo(facts_of(ordinary()), written)
    numbers = [one.number for one in said if one.number]
    assert numbers[:4] == ["1", "1.1", "2", "2.1"]
    note = next(one for one in said if one.lead == "หมายเหตุ")
    assert "ข้อ 1 ถึง 1.1 ยกมาจากเอกสาร" in note.text
    assert Said("เหตุผล") in said


def test_nothing_is_carried_into_a_round_that_has_none() -> None:
    """Without a written frame the memo starts with our own figures, unmarked."""
    said = memo(facts_of(ordinary()), Written())
    assert next(one.number for one in said if one.number) == "1"
    assert "หมายเหตุ" not in [one.lead for one in said]


@pytest.mark.parametrize("name", ROUNDS)
def test_every_memo_has_its_four_parts(name: str) -> None:
    """Facts, law, proposal and points are there whatever the round holds."""
    said = memo(facts_of(ROUNDS[name]()), Written())
    leads = [one.lead for one in said if one.lead]
    assert leads == ["ข้อเท็จจริง", "ข้อกฎหมาย/ระเบียบ", "ข้อเสนอ", "ข้อพิจารณา"]
    assert all(one.text for one in said[1:])


def test_levels_follow_the_numbers() -> None:
    """1.1.1 stands two levels in."""
    assert [Said("", number).level for number in ("", "1", "1.1", "1.1.1")] == [1, 1, 2, 3]


def test_the_proposal_names_what_to_hasten() -> None:
    """A written proposal stays, and the untouched and awaited money follows it."""
    said = memo(facts_of(ordinary()), Written(proposal="เห็นควรแจ้ง"))
    assert next(one.text for one in said if one.lead == "ข้อเสนอ") == (
        "เห็นควรแจ้ง ทั้งนี้ ควรเร่งรัดโครงการที่ได้รับงบประมาณแล้วแต่ยังไม่เบิกจ่าย 1 โครงการ"
        " รวม 300 บาท และติดตามงบประมาณของโครงการที่รอจัดสรร 1 โครงการ"
    )
