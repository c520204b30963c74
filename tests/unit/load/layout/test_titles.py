"""Lines that say what stands below them, and the sheets that rows stand in."""

from __future__ import annotations

import pytest

from plantrack_nb.load.layout.titles import sheet_of


@pytest.mark.parametrize(
    ("ref", "sheet"),
    [
        ("งบ!E12", "งบ"),
        ("p1!E12", "p1"),
        ("p12!R3C5", ""),
        ("p12!L4", ""),
        ("table2!E12", ""),
        ("L3", ""),
    ],
)
def test_sheet_of(ref: str, sheet: str) -> None:
    """Only workbooks have sheets; the pages of a document are no tables of their own."""
    assert sheet_of(ref) == sheet
