"""What people have said about who is who."""

from __future__ import annotations

from pathlib import Path

import pytest

from plantrack_nb.core.errors import SourceError
from plantrack_nb.core.schema import RoundKey
from plantrack_nb.year.confirmed import (
    Confirmed,
    confirm,
    confirmed_pairs,
    identity_file,
    read_confirmed,
)

KEY = RoundKey("7301", 2565, 2)
BEFORE = RoundKey("7301", 2565, 1)


def test_it_is_kept_and_the_last_word_counts(tmp_path: Path) -> None:
    """Pairs are added, never lost; what was said last about a project holds."""
    path = identity_file(tmp_path, KEY)
    assert read_confirmed(path) == ()
    confirm(path, [Confirmed("2565-q1", "2.1", "1.3", "ก", "2022-04-01")])
    confirm(path, [Confirmed("2565-q1", "2.1", ""), Confirmed("2564-q4", "2.1", "9.9")])
    assert len(read_confirmed(path)) == 3
    assert confirmed_pairs(read_confirmed(path), BEFORE) == {"2.1": ""}


def test_a_damaged_file_is_told(tmp_path: Path) -> None:
    """With what its first line ought to be."""
    path = tmp_path / "identity.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(SourceError, match="cannot be read"):
        read_confirmed(path)
