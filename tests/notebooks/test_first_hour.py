"""An analyst's first hour runs as it is shipped, and makes a report."""

from __future__ import annotations

from pathlib import Path

import pytest

from plantrack_nb.run.notebook import Engine, Format, export, report_of, run_notebook

pytestmark = pytest.mark.notebooks


def test_the_first_hour(tmp_path: Path, root: Path) -> None:
    """Read, see, check, compare, make, report: with the names of the face alone."""
    source = root / "notebooks" / "first_hour.ipynb"
    done = run_notebook(source, tmp_path / "a.ipynb", {}, engine=Engine.PLANTRACK, folder=root)
    document = report_of({"first_hour": done})
    assert document.left_out == ()
    assert document.masthead.title == "ชั่วโมงแรกของนักวิเคราะห์"
    page = export(document, Format.HTML).decode().replace("<wbr>", "")
    for said in (
        "Round 7301-2565-q2",
        "findings:",
        "ข้อที่ต้องแก้ไข",
        "7301-2565-q2 → 7301-2565-q2",
        "การเบิกจ่ายรายกลุ่ม",
        "กลุ่มที่เบิกจ่ายไม่ถึงครึ่ง",
    ):
        assert said.replace(">", "&gt;") in page
    assert "nbconvert" not in page
    assert export(document, Format.PDF).startswith(b"%PDF")
