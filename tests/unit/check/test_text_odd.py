"""Rules over words take any table: empty, hostile, huge, repeated, or of no calendar."""

from __future__ import annotations

import pytest
from helpers.any_round import any_round
from helpers.rounds import stacked, tables
from hypothesis import HealthCheck, given, settings

from plantrack_nb.check.facts import Facts
from plantrack_nb.check.registry import Family
from plantrack_nb.check.runner import all_rules
from plantrack_nb.core.schema import Round, RoundKey

FAMILIES = (Family.TEXT, Family.DATES, Family.NAMES)
CODES = [code for code, rule in all_rules().items() if rule.family in FAMILIES]

ODD = {
    "empty": tables(),
    "one row": tables(projects=[{}], activities=[{}], lines=[{}], claims=[{}], narrative=[{}]),
    "nothing in it": tables(
        projects=[{"targets": "", "indicators": "", "name": "", "persons": "", "owner_groups": ""}],
        activities=[{"activity_no": "", "text": "", "status": ""}],
        lines=[{"label": "", "budget": None}],
    ),
    "repeated keys": tables(
        projects=[{}, {}], activities=[{}, {}], lines=[{"label": "กิจกรรม", "budget": 1}] * 2
    ),
    "huge": tables(
        activities=[{"text": f"ครู {'9' * 400} คน เดือนละ {'9' * 300} บาท (ต.ค.64-ก.ย.65)"}],
        lines=[{"label": f"ครู {'9' * 30} คน เดือนละ 9 บาท", "budget": 1e300, "disbursed": 1e-300}],
    ),
    "hostile": tables(
        projects=[{"targets": "<script>1 คน (2 คน/3 คน)</script>", "persons": "<b>นาง</b> 😀"}],
        activities=[{"text": "=1+1 ((((( ร้อยละ ร้อยละ 5 ของ / ละ ละ5 รวม รวม 😀 คือ ("}],
        narrative=[{"text": "วันที่ 99 มกราคม 2565 รอบ 6 เดือน ("}],
        claims=[{"kind": "activity_text", "subject": "column=targets", "unit": "post"}],
    ),
    "no calendar": tables(activities=[{"text": "ข้อมูล 1 ม.ค. 65"}], key=RoundKey("0101", -5, 77)),
}


FACTS = {name: Facts(given) for name, given in ODD.items()}
ALL = Facts(stacked(*ODD.values()))


@pytest.mark.parametrize("code", CODES)
def test_odd_tables_are_no_reason_to_fail(code: str) -> None:
    """A rule gives findings or none, on each odd table and on all of them stacked."""
    rule = all_rules()[code]
    for given_facts in (*FACTS.values(), ALL):
        assert all(one.refs for one in rule.check(given_facts, rule.parameters))


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(any_round())
def test_any_round_is_taken(one: Round) -> None:
    """Whatever the cells hold, each finding has a subject, a sentence and a place."""
    facts = Facts(one.tables)
    for code in CODES:
        rule = all_rules()[code]
        for finding in rule.check(facts, rule.parameters):
            assert finding.rule == code
            assert finding.subject
            assert finding.message
            assert finding.refs
            assert finding.district == one.key.district
