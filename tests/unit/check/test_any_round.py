"""Whatever stands in the tables, rules find faults and never fail."""

from __future__ import annotations

from helpers.any_round import any_round, empty_round
from hypothesis import HealthCheck, given, settings

from plantrack_nb.check import agreed, all_rules, check_tables
from plantrack_nb.core.findings import from_json, to_json
from plantrack_nb.core.records import row_names
from plantrack_nb.core.schema import TABLES, Round
from plantrack_nb.office.targets import Target, Targets

NAMED = [name for name, table in TABLES.items() if table.named_by]
TARGETS = Targets((Target(2565, "overall", 2, 51.0, "M", "memory"),))


@settings(
    max_examples=15, deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)  # fmt: skip
@given(any_round())
def test_any_round_can_be_checked(given_round: Round) -> None:
    """Every finding says something, stands once, comes again, and survives its JSON."""
    findings = check_tables(given_round.tables, targets=TARGETS)
    assert {one.rule for one in findings} <= set(all_rules())
    assert all(one.message.strip() and one.subject for one in findings)
    assert {one.district for one in findings} <= {given_round.key.district}
    assert from_json(to_json(findings)) == findings
    assert len(set(findings)) == len(findings)
    names = {name: {*row_names(name, given_round.tables[name])} for name in NAMED}
    for cell in (cell for one in findings for cell in (*one.cells, *one.beside)):
        assert cell.row in names[cell.table]
        assert cell.column in TABLES[cell.table].names
    assert findings == check_tables(given_round.tables, targets=TARGETS)
    assert all(one.printed and one.computed for one in agreed(given_round.tables))


def test_an_empty_round_is_silent() -> None:
    """Nothing was written, so nothing is wrong."""
    assert check_tables(empty_round().tables, targets=TARGETS) == []
    assert agreed(empty_round().tables) == []
