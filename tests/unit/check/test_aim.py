"""Findings about text over pages point to the page that holds their words."""

from __future__ import annotations

import pytest

from plantrack_nb.check.aim import aimed
from plantrack_nb.core.findings import Finding, Severity
from plantrack_nb.core.provenance import SourceRef
from plantrack_nb.core.schema import RoundKey
from plantrack_nb.measures.places import Place, Places

RAW = "8.ผลการทดสอบ ⏎ ระดับประเทศ 61.12"
PLACES = Places(
    {
        RoundKey("0101", 2565, 2): [
            Place("2.6", "L172.8", "8", "text", "ผลการทดสอบ", "L172.8", "8.ผลการทดสอบ"),
            Place("2.6", "L172.8", "8", "text", "ระดับประเทศ 61.12", "L178.8", "ระดับประเทศ 61.12"),
        ]
    }
)


def refs(found: str, message: str = "ก", raw: str = RAW, district: str = "0101") -> list[str]:
    """Return where a finding about activity 8 points to."""
    ref = SourceRef("a.txt", "L172.8", raw)
    finding = Finding(
        "r",
        "s",
        Severity.ERROR,
        message,
        project_no="2.6",
        found=found,
        refs=(ref,),
        district=district,
    )
    (one,) = aimed([finding], PLACES)
    return [ref.ref for ref in one.refs]


def test_words_on_the_next_page() -> None:
    """The cell is the one that holds what was found, or what the message quotes."""
    assert refs("61.12") == ["L178.8"]
    assert refs("“…ประเทศ 61.12”") == ["L178.8"]
    assert refs("ขาด", "พิมพ์ “…การทดสอบ”") == ["L172.8"]


def test_words_over_the_break() -> None:
    """Words that the break cut stand in both cells; so does what is found in neither."""
    assert refs("“…ทดสอบระดับประเทศ”") == ["L172.8", "L178.8"]
    assert refs("ไม่พบ") == ["L172.8", "L178.8"]


@pytest.mark.parametrize(("raw", "district"), [("8.ผลการทดสอบ", "0101"), (RAW, "0102")])
def test_other_texts(raw: str, district: str) -> None:
    """A text that stands in one cell, or in another round, is left alone."""
    assert refs("61.12", raw=raw, district=district) == ["L172.8"]
