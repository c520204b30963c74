"""The printed figures that hold."""

from __future__ import annotations

from typing import Any

from helpers.rounds import stacked, tables
from helpers.summaries import PLAN, summed_up

from plantrack_nb.check.agreed import agreed
from plantrack_nb.core.schema import RoundKey


def _claim(kind: str, subject: str, value: float | None, text: str = "") -> dict[str, Any]:
    return {"kind": kind, "subject": subject, "value": value, "text": text or f"{value:g}"}


def _round(percent: float, **claims: float) -> dict[str, Any]:
    """One group with one project of strategy 1; claims by kind and column."""
    group = "group=กลุ่มอำนวยการ"
    return tables(
        projects=[{"owner_groups": "กลุ่มอำนวยการ"}],
        lines=[{"budget": 1000, "disbursed": 283, "reported_pct": percent, "raw": f"{percent}"}],
        activities=[{}],
        claims=[
            _claim("strategy_table", f"{group}; strategy_no=1; column=projects", claims["count"]),
            _claim("strategy_table", f"{group}; strategy_no=1; column=disbursed_pct", percent),
            _claim("level_table", f"{group}; column=projects", 1),
            _claim("level_table", f"{group}; column=upto_70", claims["band"]),
            _claim("level_table", f"{group}; column=over_70", 0),
            _claim("level_table", "group=รวม; column=projects", claims["total"]),
        ],
    )


def test_all_that_is_right() -> None:
    """Percents of lines and groups, counts, bands and totals are listed, zeros are not."""
    found = agreed(_round(28.3, count=1, band=1, total=1))
    assert [one.what for one in found] == [
        "โครงการ 1.1 รายการที่ 1",
        "กลุ่มอำนวยการ กลยุทธ์ที่ 1: จำนวนโครงการ",
        "กลุ่มอำนวยการ กลยุทธ์ที่ 1: ร้อยละการเบิกจ่าย",
        "กลุ่มอำนวยการ: เบิกจ่าย ≤ 70%",
        "แถวรวม: จำนวนโครงการ",
    ]
    assert [one.printed for one in found] == ["28.30", "1", "28.30", "1", "1"]
    assert all(one.printed == one.computed for one in found)
    assert found[0].ref.ref == "budget_lines!A1"
    assert found[0].district == "0101"


def test_everything_that_is_told_of_a_figure() -> None:
    """Where it stands, what it is, both figures, its cell and its district."""
    strategies, levels = "ตารางร้อยละการเบิกจ่ายรายกลยุทธ์", "ตารางระดับการดำเนินการและการเบิกจ่าย"
    found = agreed(stacked(summed_up(), summed_up(key=RoundKey("0102", 2565, 2))))
    told = [(one.where, one.what, one.printed, one.computed, one.ref.ref) for one in found]
    group = f"group={PLAN}; strategy_no=2"
    for expected in (
        (strategies, f"{PLAN} กลยุทธ์ที่ 2: จำนวนโครงการ", "1", "1", f"{group}; column=projects"),
        (
            strategies,
            f"{PLAN} กลยุทธ์ที่ 2: ร้อยละการเบิกจ่าย",
            "33.33",
            "33.33",
            f"{group}; column=disbursed_pct",
        ),
        (levels, f"{PLAN}: เบิกจ่าย > 70%", "1", "1", f"group={PLAN}; column=over_70"),
        (levels, "แถวรวม: สำเร็จแล้ว", "2", "2", "group=รวม; column=done"),
    ):
        assert told.count(expected) == 2
    assert [one.district for one in found if one.what == "แถวรวม: สำเร็จแล้ว"] == ["0101", "0102"]
    assert len(told) == 2 * len(set(told))


def test_lines_are_named_and_passed_over_one_by_one() -> None:
    """Lines without a percent or a budget hold nothing; those behind them do."""
    lines: list[dict[str, Any]] = [
        {"budget": 100, "disbursed": 50},
        {"line_no": 2, "disbursed": 50, "reported_pct": 50},
        {"line_no": 3, "budget": 100, "disbursed": 50, "reported_pct": 50, "raw": "50 (50)"},
    ]
    (one,) = agreed(tables(projects=[{}], lines=lines))
    assert (one.where, one.what) == ("ร้อยละการเบิกจ่ายในตารางความก้าวหน้า", "โครงการ 1.1 รายการที่ 3")


def test_what_is_wrong_is_left_out() -> None:
    """A figure that differs from the recomputed one holds nowhere."""
    assert agreed(_round(30, count=2, band=2, total=2)) == []


def test_rounding_and_cutting_hold() -> None:
    """A percent printed in fewer decimals is right."""
    found = agreed(_round(28, count=2, band=2, total=2))
    assert [(one.printed, one.computed) for one in found] == [("28", "28.30")] * 2


def test_total_of_a_strategy() -> None:
    """A total in a strategy's column is named with it."""
    rows = [
        _claim("strategy_table", f"group={name}; strategy_no=3; column=projects", value)
        for name, value in (("กลุ่มอำนวยการ", 2), ("กลุ่มนโยบายและแผน", 3), ("รวม", 5))
    ]
    assert [one.what for one in agreed(tables(claims=rows))] == ["แถวรวม กลยุทธ์ที่ 3: จำนวนโครงการ"]
    rows[2]["value"] = 6
    assert agreed(tables(claims=rows)) == []
