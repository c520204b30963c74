"""What a printed figure is about."""

from __future__ import annotations

import pytest
from helpers.rounds import Row, tables
from helpers.summaries import JOINT, PLAN
from hypothesis import given
from hypothesis import strategies as st

from plantrack_nb.core import records
from plantrack_nb.measures.claims import (
    group_key,
    is_total,
    keys_of,
    printed_figures,
)

_WORDS = st.text(st.characters(categories=["L", "Nd", "Zs"], include_characters="/.,()\n"))


@given(st.dictionaries(st.from_regex(r"[a-z_]{1,9}", fullmatch=True), _WORDS, min_size=1))
def test_a_subject_gives_back_its_keys(pairs: dict[str, str]) -> None:
    """Whatever words stand behind a key, line breaks too, are read back."""
    assert keys_of("; ".join(f"{name}={value}" for name, value in pairs.items())) == pairs


@pytest.mark.parametrize(
    ("subject", "keys"),
    [
        ("", {}),
        ("level_table", {}),
        ("group=กลุ่มแผน; งานพัสดุ; column=done", {"group": "กลุ่มแผน; งานพัสดุ", "column": "done"}),
        ("item=1; item=2", {"item": "1"}),
    ],
)
def test_odd_subjects(subject: str, keys: dict[str, str]) -> None:
    """Words without a key belong to the key before them; of equal keys the first counts."""
    assert keys_of(subject) == keys


def test_group_keys() -> None:
    """Spelling, order and numbering of owner groups do not matter; only totals are totals."""
    assert group_key("2.ทุกกลุ่ม 1.กลุ่มนโยบายฯ") == group_key(JOINT) == f"{PLAN}|ทุกกลุ่ม"
    assert group_key("") == ""
    assert group_key("ร.ร. วัดตัวอย่าง") == "ร.ร.วัดตัวอย่าง"
    assert [is_total(one) for one in ("รวม", " รวม ทั้งสิ้น", "รวมกลุ่มใหญ่", "")] == [
        True,
        True,
        False,
        False,
    ]


def _printed(*claims: Row) -> list[records.Row]:
    return printed_figures(records.rows(tables(claims=claims)["claims"]))


def test_rows_are_named_officially() -> None:
    """The label of a row has the official names in the printed order."""
    groups = ("กลุ่มนโยบายฯ", "1. ทุกกลุ่ม 2. กลุ่มแผน", "ยอดรวมทั้งสิ้น")
    claims = [{"kind": "level_table", "subject": f"group={one}; column=done"} for one in groups]
    labels = [one.label for one in _printed(*claims)]
    assert labels == [PLAN, f"1.ทุกกลุ่ม 2.{PLAN}", "รวม"]


def test_words_of_activities_are_no_figures_about_the_document() -> None:
    """They are read by the rules on text."""
    assert _printed({"kind": "activity_text", "subject": "project_no=1.1", "value": 1}) == []
