"""Rounds that keep to the declared tables and are odd in every other way."""

from __future__ import annotations

import math
from collections.abc import Mapping

from helpers.any_round import TEXTS
from hypothesis import strategies as st

from plantrack_nb.core.schema import TABLES, Column, Kind, Round, RoundKey
from plantrack_nb.core.tables import frame

KEY = RoundKey("7301", 2565, 2)
Row = dict[str, object]

_NUMBERS = (
    "1.1",
    "6.10",
    "6.2",
    "1",
    "[/x]",
    "ก",
    "..",
    "=1+1",
    "<b>",
    "1.1.1",
    "๑.๑",
    "รวม",
    "a/b",
)
_STRATEGIES = ("1", "2", "รวม", "ก", "6", "<i>")
_GROUPS = (
    "", "กลุ่มอำนวยการ", "กลุ่มนโยบายและแผน", "กลุ่มอำนวยการ; กลุ่มนโยบายและแผน", "รวม", "ทุกกลุ่ม",
    "ก", "<script>", "column=done", "1. กลุ่มอำนวยการ 2. กลุ่มนโยบายและแผน",
)  # fmt: skip
_COLUMNS = (
    "", "done", "partial", "in_progress", "not_started", "unmarked", "over_70", "upto_70",
    "nothing", "awaiting", "no_budget", "projects", "disbursed_pct", "page", "สำเร็จ", "budget", "x",
)  # fmt: skip
_UNITS = ("", "baht", "percent", "project", "person", "school", "page", "ตัว")
_AMOUNTS = (math.nan, 0.0, 0.01, 1.0, 3.0, 70.0, 100.0, 250.5, 12500.5, 137_815_517.25, 1e15, -5.0)
_WORDS = (
    "", "ก", "โครงการพัฒนาคุณภาพการศึกษา", "ได้รับจัดสรร 12,500 บาท", "ร้อยละ 70 (12 โครงการ)", *TEXTS,
)  # fmt: skip


def odd_rounds() -> st.SearchStrategy[Round]:
    """Give rounds of a few projects with lines, activities, paragraphs and printed figures."""
    tables = {name: _rows(name) for name in TABLES}
    return st.fixed_dictionaries(tables).map(odd_round)


def odd_round(rows: Mapping[str, list[Row]]) -> Round:
    """Make a round of the rows given by table."""
    source = {"source_file": "report.txt", "source_ref": "L1", "raw": "1 | หนึ่ง"}
    kept = {name: [source | row for row in _once(name, rows.get(name, []))] for name in TABLES}
    return Round(KEY, **{name: frame(name, some, KEY) for name, some in kept.items()})


def _rows(name: str) -> st.SearchStrategy[list[Row]]:
    made = {one.name: _values(one) for one in TABLES[name].own_columns}
    places = st.sampled_from(["L1", "L2", "ตาราง!E12", ""])
    row = st.fixed_dictionaries({**made, "source_ref": places})
    return st.lists(row, max_size=9 if name == "claims" else 5)


def _values(one: Column) -> st.SearchStrategy[object]:
    if one.allowed is not None:
        return st.sampled_from([*one.allowed, *([] if one.required else [""])])
    other = st.sampled_from(_AMOUNTS if one.kind is Kind.FLOAT else _WORDS)
    made = _VALUES.get(one.name, other)
    return made.filter(bool) if one.required else made


_VALUES: dict[str, st.SearchStrategy[object]] = {
    "project_no": st.sampled_from(_NUMBERS),
    "strategy_no": st.sampled_from(_STRATEGIES),
    "line_no": st.integers(1, 3),
    "activity_no": st.sampled_from(["", "1", "1)", "-", "ก"]),
    "parent_no": st.sampled_from(["", "1", "9"]),
    "owner_groups": st.sampled_from(_GROUPS),
    "persons": st.sampled_from(["", "นายสมมติ ตัวอย่าง", "ก; ข"]),
    "unit": st.sampled_from(_UNITS),
    "subject": st.lists(
        st.one_of(
            st.sampled_from(_GROUPS).map("group={}".format),
            st.sampled_from(_COLUMNS).map("column={}".format),
            st.sampled_from(_STRATEGIES).map("strategy_no={}".format),
            st.sampled_from(
                ["item=1", "item=1.1", "item=1.2", "item=ก", "paragraph=L1", "title=ก"]
            ),
            st.sampled_from(_NUMBERS).map("project_no={}".format),
            st.sampled_from(_WORDS),
        ),
        max_size=4,
    ).map("; ".join),
}


def _once(name: str, rows: list[Row]) -> list[Row]:
    key = TABLES[name].key
    return [*{tuple(row[one] for one in key) or at: row for at, row in enumerate(rows)}.values()]
