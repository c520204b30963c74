"""Money of the last fiscal year that stands among this year's."""

from __future__ import annotations

from helpers.earlier import a_round, found

from plantrack_nb.core.schema import RoundKey

CODE = "history-carried-over"
LAST, NEXT = RoundKey("0101", 2565, 4), RoundKey("0101", 2566, 1)


def lines(budget: float, disbursed: float, label: str = "ค่าวิทยากร") -> list[dict[str, object]]:
    """Return one budget line."""
    return [{"budget": budget, "disbursed": disbursed, "label": label}]


def test_money_that_did_not_begin_anew() -> None:
    """What was disbursed in all of last year is no disbursement of this one."""
    [one] = found(CODE, a_round(LAST, lines=lines(900, 700)), a_round(NEXT, lines=lines(950, 700)))
    assert [cell.column for cell in one.cells] == ["disbursed"]
    assert "2565" in one.message


def test_what_was_left_is_no_budget_of_this_year() -> None:
    """Unless the line says that it was kept for paying later."""
    before = a_round(LAST, lines=lines(900, 700))
    [one] = found(CODE, before, a_round(NEXT, lines=lines(200, 0)))
    assert [cell.column for cell in one.cells] == ["budget"]
    assert not found(CODE, before, a_round(NEXT, lines=lines(200, 0, "เงินกันไว้เบิกเหลื่อมปี")))


def test_a_year_that_begins_anew_is_fine() -> None:
    """So are later rounds, two years between, and the same year."""
    before = a_round(LAST, lines=lines(900, 700))
    assert not found(CODE, before, a_round(NEXT, lines=lines(900, 0)))
    assert not found(CODE, before, a_round(RoundKey("0101", 2566, 3), lines=lines(950, 700)))
    assert not found(CODE, before, a_round(RoundKey("0101", 2567, 1), lines=lines(950, 700)))
