"""Rounds with everything a cell may hold, for properties that must hold for any round."""

from __future__ import annotations

import math
import string
from collections.abc import Callable
from functools import partial

from hypothesis import strategies as st

from plantrack_nb.core.schema import TABLES, Column, Kind, Round, RoundKey, Table
from plantrack_nb.core.tables import frame

KEY = RoundKey("0101", 2565, 2)
SOURCE = {"source_file": "report.txt", "source_ref": "L1", "raw": "1 | หนึ่ง"}

TEXTS = (
    "=1+1", "'=1+1", "''=1", "+66", "-1+2", "- ข้อความ", "-ข้อความ", "-", "@SUM(A1)", "\tx", "\r",
    "- 1+cmd|' /C calc'!A0", "＝1", "\n=1", "a\r\nb", "a\nb", " เว้นวรรค ", "0101", "6.10", "1e5",
    "๑๒,๕๐๐.-", "NA", "nan", "NULL", "None", "TRUE", '"อ้าง"', "a,b;c", "<script>alert(1)</script>",
    "&amp;", "https://example.org/x", "_x000D_", "😀🇹🇭", "น้ำ", "ยาว " * 2000,
)  # fmt: skip
"""Texts that spreadsheets, CSV readers and pandas like to turn into something else."""

NUMBERS = (math.nan, 0.0, 0.01, 23.59, 100.0, 12500.5, 137_815_517.25, 999_999_999_999.99)

_texts = st.sampled_from(TEXTS) | st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Cn"]), max_size=30
)
_numbers_as_text = st.text(string.ascii_letters + string.digits + ".กขค", max_size=5)
_numbers = st.sampled_from(NUMBERS) | st.integers(0, 10**12).map(lambda satang: satang / 100)


def any_round() -> st.SearchStrategy[Round]:
    """Give rounds whose seven tables hold up to four rows of any text and number each."""
    frames = {
        name: st.lists(_row(table), max_size=4, unique_by=_key_of(table)).map(
            partial(frame, name, key=KEY)
        )
        for name, table in TABLES.items()
    }
    return st.fixed_dictionaries(frames).map(lambda made: Round(KEY, **made))


def empty_round(key: RoundKey = KEY, **rows: list[dict[str, object]]) -> Round:
    """Return a round with the given rows, each with a source, and no others."""
    return Round(
        key,
        **{name: frame(name, [SOURCE | row for row in rows.get(name, [])], key) for name in TABLES},
    )


def _key_of(table: Table) -> Callable[[dict[str, object]], object]:
    return lambda row: tuple(row[name] for name in table.key) if table.key else id(row)


def _row(table: Table) -> st.SearchStrategy[dict[str, object]]:
    columns = {column.name: _values(column) for column in table.own_columns}
    return st.fixed_dictionaries(
        {**columns, "source_file": st.just("report.txt"), "source_ref": _texts, "raw": _texts}
    )


def _values(column: Column) -> st.SearchStrategy[object]:
    if column.allowed is not None:
        return st.sampled_from([*column.allowed, *([] if column.required else [""])])
    if column.kind is Kind.INT:
        return st.integers(1, 99)
    if column.kind is Kind.FLOAT:
        return _numbers
    texts = _numbers_as_text if column.name.endswith("_no") else _texts
    return texts.filter(str.strip) if column.required else texts
