"""Rows that go on, on paper: named above, over all columns, again on each page."""

from __future__ import annotations

from typing import Any

from plantrack_nb.render import parts as p
from plantrack_nb.render.typesetting.families import goes_on, lifted
from plantrack_nb.render.typesetting.table_layout import table

_COLUMNS = (p.Column("ที่"), p.Column("โครงการ"), p.Column("งาน"), p.Column("เหตุ"))


def _made() -> p.Table:
    rows = (
        p.group("กลยุทธ์ที่ 1"),
        p.row("1.1", "โครงการหนึ่ง", "ยาวมาก " * 30, "สั้น"),
        p.row("", "", "ต่อ " * 30, "", role=p.RowRole.CONTINUED),
        p.row("1.2", "โครงการสอง", "งาน", "เหตุ"),
    )
    return p.table("ตาราง", _COLUMNS, rows, name_column=1)


def test_the_name_stands_above_its_rows() -> None:
    """Number and name leave their columns; each first row of a family is headed by them."""
    bare, names = lifted(_made())
    assert names == ("", "1.1 โครงการหนึ่ง", "", "1.2 โครงการสอง")
    assert [one.heading for one in bare.columns] == ["งาน", "เหตุ"]
    rows: Any = table(_made(), 480.0)["rows"]
    assert [row["role"] for row in rows] == [
        *("group", "name", "body", "continued", "name", "body"),
    ]


def test_other_tables_stay_as_they_are() -> None:
    """Where no row goes on, or one sums up, nothing is lifted."""
    plain = p.table("ตาราง", _COLUMNS, [("1.1", "ก", "ข", "ค")], name_column=1)
    assert not goes_on(plain)
    assert goes_on(_made())
