"""The record of what people have corrected."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.corrected import MENDED, corrected

from plantrack_nb.core.corrections import (
    add_corrections,
    corrections_file,
    read_corrections,
    same,
    version_of,
)
from plantrack_nb.core.errors import OutputError, SourceError
from plantrack_nb.core.schema import RoundKey


def test_what_is_added_is_read_back(tmp_path: Path) -> None:
    """Every field comes back; lines are added behind, Thai and odd line ends included."""
    path = corrections_file(tmp_path, RoundKey("7301", 2565, 2))
    odd = corrected(version=2, before=None, after="ก\u2028ข\n", column="label")
    assert read_corrections(path) == ()
    add_corrections(path, (), [MENDED])
    add_corrections(path, [MENDED], [odd])
    assert read_corrections(path) == (MENDED, odd)
    assert version_of(read_corrections(path)) == 2
    assert path.parts[-3:] == ("rounds", "7301-2565-q2", "corrections.jsonl")


def test_two_people_at_once_do_not_lose_each_others(tmp_path: Path) -> None:
    """Whoever comes second is told, and nothing is written over."""
    path = tmp_path / "corrections.jsonl"
    add_corrections(path, (), [MENDED])
    with pytest.raises(OutputError, match="just now"):
        add_corrections(path, (), [corrected(after=24.0)])
    assert read_corrections(path) == (MENDED,)


@pytest.mark.parametrize("line", ["{", "[]", '{"version": 1}'])
def test_a_damaged_line_is_named(tmp_path: Path, line: str) -> None:
    """Nothing is guessed from a damaged record."""
    path = tmp_path / "corrections.jsonl"
    path.write_text(line + "\n", encoding="utf-8")
    with pytest.raises(SourceError, match="line 1"):
        read_corrections(path)


def test_missing_numbers_are_one_value() -> None:
    """A missing number equals a missing number, and nothing else."""
    assert same(None, float("nan"))
    assert not same(None, 0.0)
    assert same("ก\r\nข", "ก\nข")
