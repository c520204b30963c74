"""Money is the same wherever it is added up; what belongs to nothing is told as an error.

Held over random rounds in random layouts, and over the same rounds with a part taken out of them.
"""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from helpers.any_layout import any_case
from helpers.layouts.reading import register

from plantrack_nb import check_round
from plantrack_nb.core.errors import SourceError
from plantrack_nb.load import Wanted, read_source
from plantrack_nb.measures.projects import of_round
from plantrack_nb.measures.totals import totals_of
from plantrack_nb.report.figures.facts import round_facts

if TYPE_CHECKING:
    from plantrack_nb.core.findings import Finding
    from plantrack_nb.core.schema import Round

SEED, SAMPLE = 12, 30
MONEY = ("budget", "disbursed")


@pytest.fixture(scope="module")
def rounds(tmp_path_factory: pytest.TempPathFactory) -> list[Round]:
    """Read the sample once; what is refused has no tables."""
    folder: Path = tmp_path_factory.mktemp("invariant")
    read = []
    for number in range(SAMPLE):
        case = any_case(SEED, number)
        clerk = case.clerk
        wanted = Wanted(clerk.district, clerk.year, clerk.quarter)
        try:
            read.append(read_source(case.write(folder), register(), wanted).round)
        except SourceError:
            continue
    return read


def test_most_are_read(rounds: list[Round]) -> None:
    """The properties below are not held over nothing."""
    assert len(rounds) > SAMPLE / 2
    assert sum(bool(one.budget_lines["budget"].sum()) for one in rounds) > SAMPLE / 2


def test_money_is_one(rounds: list[Round]) -> None:
    """Lines, projects, strategies, totals.json and the report's figures give the same sums."""
    for one in rounds:
        for field, sums in _sums(one).items():
            first = next(iter(sums.values()))
            same = [math.isclose(amount, first, abs_tol=0.005) for amount in sums.values()]
            assert all(same), (str(one.key), field, sums)


def test_project_keys_are_unique(rounds: list[Round]) -> None:
    """No number stands for two projects, however an office numbers them."""
    assert all(one.projects["project_no"].is_unique for one in rounds)


def test_money_of_no_project_is_an_error(rounds: list[Round]) -> None:
    """A line whose project is not there is told at error level, with its number."""
    for one in rounds:
        paid = one.budget_lines[one.budget_lines["budget"].fillna(0) > 0]
        if paid.empty or len(one.projects) < 2:
            continue
        gone = str(paid["project_no"].iloc[0])
        left = replace(one, projects=one.projects[one.projects["project_no"] != gone])
        assert gone in _errors(check_round(left), "orphan-money"), str(one.key)


def test_a_project_of_no_strategy_is_an_error(rounds: list[Round]) -> None:
    """A project whose strategy is not there is told at error level."""
    for one in rounds:
        if len(one.strategies) < 2:
            continue
        number = str(one.projects["strategy_no"].iloc[0])
        left = replace(one, strategies=one.strategies[one.strategies["strategy_no"] != number])
        first = str(one.projects["project_no"].iloc[0])
        assert first in _errors(check_round(left), "orphan-strategy"), str(one.key)


def _sums(one: Round) -> dict[str, dict[str, float]]:
    """Add up the same money in every way in which it is shown."""
    totals, facts = totals_of(of_round(one.tables)), round_facts(one, "")
    joined = one.projects.merge(one.budget_lines, on="project_no")
    return {
        field: {
            "lines": float(one.budget_lines[field].sum()),
            "projects": float(joined[field].sum()),
            "strategies": float(joined.groupby("strategy_no")[field].sum().sum()),
            "totals.json": float(getattr(totals, field)),
            "report": float(getattr(facts.whole, field)),
            "report by strategy": float(sum(getattr(part, field) for part in facts.strategies)),
            "report by group": float(sum(getattr(part, field) for part in facts.groups)),
        }
        for field in MONEY
    }


def _errors(findings: list[Finding], rule: str) -> set[str]:
    return {one.project_no for one in findings if one.rule == rule and one.severity == "error"}
