"""The memo's own figures, as the annex quotes them."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantrack_nb.render import parts as p
from plantrack_nb.render.table_text import body_rows
from plantrack_nb.report import pages


def _shown(**more: Any) -> list[str]:
    held = {"item": "2.1", "text": "", "value": 14.0, "unit": "project", "source_ref": "L1"}
    one: Any = SimpleNamespace(**{**held, "parts": (), "agrees": True, **more})
    table = pages.carried_table([one])
    assert isinstance(table, p.Table)
    [row] = body_rows(table)
    return [cell.text for cell in row if cell is not None]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("\u0e33นวน 14 โครงการ/กิจกรรมหลัก", "…14 โครงการ/กิจกรรมหลัก"),
        ("่อขับเคลื่อนภารกิจ จำนวน 14 โครงการ", "…ขับเคลื่อนภารกิจ จำนวน 14 โครงการ"),
        ("๒.๑ งบประมาณ  จำนวน 14 โครงการ", "งบประมาณ จำนวน 14 โครงการ"),
        ("14", "…14"),
        ("", ""),
    ],
)
def test_a_quotation_begins_with_a_word(text: str, quoted: str) -> None:
    """No half word, no sign without its letter; one that begins at its number is whole."""
    assert _shown(text=text)[1] == quoted


@given(st.text("กจำ่ะ 1.", max_size=30))
def test_a_quotation_is_the_end_of_what_was_written(text: str) -> None:
    """Nothing is put into it."""
    assert " ".join(text.split()).endswith(_shown(text=text)[1].removeprefix("…"))


def test_each_figure_is_written_in_its_unit() -> None:
    """Projects and whole baht have no decimals beside a percent."""
    said = [
        _shown(value=value, unit=unit)[2]
        for value, unit in ((14.0, "project"), (1200.0, "baht"), (0.5, "baht"), (78.4, "percent"))
    ]
    assert said == ["14", "1,200", "0.50", "78.40"]
