"""Our report beside the published one: docs/published-report.md tells the truth."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.published import DOCUMENT, END, START, compare_sample, listed

from plantrack_nb.office.register import Register
from plantrack_nb.report.figures.differences import Cause, Compared


@pytest.fixture(scope="module")
def compared(sample_workbook: Path, register: Register) -> Compared:
    """Return the sample round's printed figures beside ours."""
    return compare_sample(sample_workbook, register)


def test_every_figure_of_the_two_tables_is_ours_or_has_a_reason(compared: Compared) -> None:
    """No printed figure differs without our knowing why."""
    assert compared.printed > 250
    assert [one for one in compared.differences if one.cause is Cause.UNKNOWN] == []
    assert all(one.reason for one in compared.differences)


def test_the_document_lists_the_differences(compared: Compared, root: Path) -> None:
    """The table in the docs is the one computed now; after a change, paste the new one."""
    text = (root / DOCUMENT).read_text(encoding="utf-8")
    shown = text.partition(START)[2].partition(END)[0].strip()
    assert shown == listed(compared)
