"""What a round's folder and those before it say together."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from helpers.kept_year import keep_year

from plantrack_nb.analysis import KeptRound, compare_rounds, kept_round, rounds, save_round
from plantrack_nb.core.errors import SourceError
from plantrack_nb.core.schema import RoundKey
from plantrack_nb.office.project import find_project, round_folder
from plantrack_nb.office.register import Register
from plantrack_nb.office.round_folder import Workplace


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Keep a year of one office."""
    return keep_year(tmp_path_factory.mktemp("kept"), 1)


def at(outputs: Path, quarter: int, *, show_persons: bool = True) -> KeptRound:
    """Open a quarter of the only office."""
    key = replace(rounds(outputs=outputs).keys[0], quarter=quarter)
    folder = round_folder(outputs, key)
    here = Workplace(find_project(), Register(()), key, Path("none"), folder)
    return kept_round(here, show_persons=show_persons)


def test_a_first_round_stands_alone(outputs: Path) -> None:
    """Nothing before it, no changes, no ages; what was kept of changes goes."""
    first = at(outputs, 1)
    assert first.earlier is None
    assert first.since is None
    assert first.ages == {}
    assert first.fixed == []
    assert first.totals_of_year == {}
    assert compare_rounds(first) is None
    first.here.changes.write_text("old", encoding="utf-8")
    assert save_round(None, first.here) == []
    assert not first.here.changes.exists()


def test_a_later_round_knows_those_before_it(outputs: Path) -> None:
    """The changes since the last one, sums of all of the year, findings that stay."""
    third = at(outputs, 3)
    assert third.earlier is not None
    assert third.earlier.round.key.quarter == 2
    assert third.since is not None
    assert third.since.before.quarter == 2
    made = compare_rounds(third)
    assert made is not None
    assert made.since == third.since
    assert sorted(third.totals_of_year) == [1, 2]
    assert {one.rounds for one in third.ages.values()} >= {1}
    against = compare_rounds(third, "2565-q1")
    assert against is not None
    assert against.before.round.key.quarter == 1


def test_names_are_hidden_in_changes_too(outputs: Path) -> None:
    """As in findings: the shared report shows none."""
    shown, hidden = at(outputs, 2), at(outputs, 2, show_persons=False)
    assert shown.since is not None
    assert hidden.since is not None
    assert len(shown.since.changes) == len(hidden.since.changes)
    persons = {
        name for names in shown.round.projects["persons"] for name in names.split("; ") if name
    }
    said = " ".join(one.message + one.before + one.after for one in hidden.since.changes)
    assert not [name for name in persons if name in said]


def test_an_earlier_round_that_is_damaged_counts_as_none(outputs: Path, tmp_path: Path) -> None:
    """It is told where it is made; damaged changes are told at once."""
    copy = shutil.copytree(outputs, tmp_path / "copy")
    second = at(copy, 2)
    first = round_folder(copy, RoundKey(second.here.key.district, 2565, 1))
    (first / "tables" / "projects.parquet").write_bytes(b"torn")
    assert second.earlier is None
    second.here.changes.write_text('{"before": "x"}', encoding="utf-8")
    with pytest.raises(SourceError, match="What has changed"):
        _ = at(copy, 2).since
