"""Any office's table is read as a careful clerk reads it, or the reader says what it did not read.

A sample of what ``python -m benchmarks.layouts`` measures on thousands.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from helpers.any_layout import any_case
from helpers.layouts.reading import Verdict, verdict

SEED, SAMPLE = 11, 60
LEAST_RIGHT = 0.65


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Verdict]:
    """Read the sample once."""
    folder: Path = tmp_path_factory.mktemp("layouts")
    return {number: verdict(any_case(SEED, number), folder) for number in range(SAMPLE)}


def test_no_layout_is_read_wrongly_in_silence(verdicts: dict[int, Verdict]) -> None:
    """What is read otherwise than a clerk reads it is told, cell, column or row."""
    wrong = {
        number: one.silent or one.message
        for number, one in verdicts.items()
        if one.kind in {"silent", "crash"}
    }
    assert not wrong, f"see: python -m benchmarks.layouts --seed {SEED} --cases {min(wrong)}"


def test_no_money_is_lost_between_the_tables(verdicts: dict[int, Verdict]) -> None:
    """Money is the same over all lines, by project, by strategy and in the totals."""
    assert not {number: one.broken for number, one in verdicts.items() if one.broken}


def test_most_layouts_are_read_right(verdicts: dict[int, Verdict]) -> None:
    """The share read right does not fall."""
    kinds = Counter(one.kind for one in verdicts.values())
    assert kinds["right"] / SAMPLE >= LEAST_RIGHT, kinds


def test_a_case_comes_out_the_same_again(tmp_path: Path) -> None:
    """A case is named by its seed and number: the same truth, layout and bytes."""
    for number in range(4):
        first, second = (any_case(SEED, number) for _ in range(2))
        assert first == second
        assert first.clerk == second.clerk
