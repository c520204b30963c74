"""Names of projects."""

from __future__ import annotations

from helpers.checking import run_rule, subjects
from helpers.rounds import stacked, tables

from plantrack_nb.core.schema import RoundKey

OTHER = RoundKey("0102", 2565, 2)


def test_names_that_repeat() -> None:
    """Equal names in a round are told once, spaces apart; empty ones and other rounds' are not."""
    rows = [
        {"project_no": one, "name": name}
        for one, name in [("1.1", "โครงการ ก"), ("1.2", "โครงการก"), ("2.1", ""), ("2.2", "")]
    ]
    (one,) = run_rule("project-name-repeated", tables(projects=rows))
    assert one.subject == "name=โครงการก"
    assert "1.1 และ 1.2" in one.message
    assert one.project_no == "1.2"
    assert len(one.refs) == 2
    both = stacked(tables(projects=rows[:1]), tables(projects=rows[:1], key=OTHER))
    assert not subjects("project-name-repeated", both)
    assert not subjects("project-name-repeated", tables(projects=rows[:1] * 2))


def test_name_that_begins_otherwise() -> None:
    """One name in ten without the usual first word is told; fewer projects show no habit."""
    ten = [{"project_no": f"1.{nth}", "name": f"โครงการ {nth}"} for nth in range(1, 10)]
    odd = {"project_no": "1.10", "name": "นวัตกรรม"}
    assert subjects("project-name-start", tables(projects=[*ten, odd])) == ["project_no=1.10"]
    assert not subjects("project-name-start", tables(projects=[*ten[:8], odd]))
    assert not subjects("project-name-start", tables(projects=[*ten[:8], odd, odd]))
    assert not subjects("project-name-start", tables(projects=ten))
    assert not subjects("project-name-start", tables(projects=[*ten, {**odd, "name": " "}]))
    assert subjects(
        "project-name-start", tables(projects=[*ten[:2], odd]),
        at_least_projects=3, others_percent=60,
    )  # fmt: skip
