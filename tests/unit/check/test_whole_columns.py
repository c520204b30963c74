"""A column that a document does not have is told once, of no single cell."""

from __future__ import annotations

import pytest
from helpers.rounds import tables

from plantrack_nb.check.runner import check_tables
from plantrack_nb.core.findings import Finding


def missing(projects: int, without: int) -> list[Finding]:
    """Return what is told of indicators where some of the projects have none."""
    rows = [
        {
            "project_no": f"1.{nth}",
            "name": f"โครงการที่ {nth}",
            "indicators": "" if nth <= without else "ก",
        }
        for nth in range(1, projects + 1)
    ]
    found = check_tables(tables(projects=rows))
    return [one for one in found if one.rule == "project-missing"]


def test_a_column_that_no_project_has_is_told_of_the_document() -> None:
    """No group is asked for it; a few places are shown."""
    (one,) = missing(5, 5)
    assert (one.project_no, one.subject, one.cells) == ("", "column=indicators", ())
    assert one.message == "ทั้ง 5 โครงการไม่มีตัวชี้วัดความสำเร็จ"
    assert len(one.refs) == 3


@pytest.mark.parametrize(("projects", "without"), [(5, 4), (2, 2)])
def test_what_some_lack_is_told_of_each(projects: int, without: int) -> None:
    """Each finding keeps its cell; two projects are too few to speak of a column."""
    found = missing(projects, without)
    assert [cell.row for one in found for cell in one.cells] == [
        f"1.{nth}" for nth in range(1, without + 1)
    ]
