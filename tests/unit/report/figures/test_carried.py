"""Carried figures: the memo's own, recomputed only from the memo itself."""

from __future__ import annotations

from helpers.reporting import a_round

from plantrack_nb.report.figures import carried, received


def claim(item: str, value: float, unit: str = "baht", raw: str = "") -> dict[str, object]:
    """Write one figure of the memo."""
    return {"kind": "memo", "subject": f"item={item}", "value": value, "unit": unit, "raw": raw}


def test_an_amount_is_the_sum_of_the_items_right_below() -> None:
    """1 is checked against 1.1 and 1.2, not against 1.1.1."""
    claims = [claim("1", 30), claim("1.1", 10), claim("1.1.1", 10), claim("1.2", 20)]
    found = carried(a_round(claims=claims).claims)
    assert (found[0].parts, found[0].again, found[0].agrees) == (("1.1", "1.2"), 30.0, True)
    assert [one.again for one in found[1:]] == [None, None, None]


def test_a_wrong_sum_is_told() -> None:
    """A memo that contradicts itself does not pass."""
    claims = [claim("1", 31), claim("1.1", 10), claim("1.2", 20)]
    assert not carried(a_round(claims=claims).claims)[0].agrees


def test_a_percent_is_the_ratio_of_the_amounts_beside_it() -> None:
    """Two amounts in one item give the percent beside them."""
    claims = [claim("2", 200), claim("2", 150), claim("2", 75, "percent")]
    found = carried(a_round(claims=claims).claims)[2]
    assert (found.again, found.agrees) == (75.0, True)


def test_money_received_is_that_of_a_main_item() -> None:
    """Money expected is not money received; without such a sentence there is none."""
    expected = claim("1", 10, raw="คาดว่าจะได้รับจัดสรร 10 บาท")
    given = claim("2", 20, raw="ได้รับจัดสรร 20 บาท")
    found = received(a_round(claims=[expected, given]).claims)
    assert found is not None
    assert found.value == 20
    assert received(a_round(claims=[expected]).claims) is None
    assert received(a_round().claims) is None
