"""Units that do not fit what is counted."""

from __future__ import annotations

import pytest
from helpers.rules import targeted

from plantrack_nb.core.findings import Severity


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("2.ข้าราชการครูในสังกัด จำนวน 100 แห่ง", "คน"),
        ("1.โรงเรียน 5 แห่ง 2.นักเรียน 30 แห่ง", "คน"),
        ("โรงเรียนในสังกัด จำนวน 100 คน", "แห่ง"),
        ("1.สถานศึกษา 12 คน", "แห่ง"),
    ],
)
def test_unit_that_cannot_be(text: str, right: str) -> None:
    """People are not counted in places, nor schools in people."""
    (one,) = targeted("text-unit", text)
    assert (one.severity, one.expected) == (Severity.WARNING, right)


@pytest.mark.parametrize(
    "text",
    [
        "ข้าราชการครูในสังกัด จำนวน 100 คน",
        "ครูผู้สอนทุกโรงเรียน จำนวน 121 โรงเรียน",
        "บุคลากร สพป. และโรงเรียน 121 แห่ง",
        "โรงเรียนในสังกัด 121 แห่ง",
        "โรงเรียนละ 10 คน",
        "โรงเรียนในสังกัด ครู 100 คน",
        "กิจกรรมครู 5 แห่ง",
    ],
)
def test_unit_that_fits(text: str) -> None:
    """Where the words name a place, places are counted."""
    assert targeted("text-unit", text) == []
