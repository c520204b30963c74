"""Which file is a round's source."""

from __future__ import annotations

from pathlib import Path

import pytest

from plantrack_nb.core.errors import SourceError
from plantrack_nb.core.schema import RoundKey
from plantrack_nb.run.sources import Sources

KEY = RoundKey("7301", 2565, 2)


def folder(path: Path, *names: str) -> Path:
    """Make a folder of files that hold something."""
    path.mkdir()
    for name in names:
        (path / name).write_text("x", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (["7301.xlsx", "7302.xlsx", "17301.xlsx", "73012.xlsx"], "7301.xlsx"),
        (["สพป.นครปฐม 7301 ไตรมาส.docx"], "สพป.นครปฐม 7301 ไตรมาส.docx"),
        (["7301.xlsx", "7301-2565-q2.xlsx", "7301.txt"], "7301-2565-q2.xlsx"),
        (["7301-2565-q1.xlsx", "7301-2564-q2.xlsx", "7301_2565_Q2.xlsx"], "7301_2565_Q2.xlsx"),
        (["7301.xlsx", "~$7301.xlsx", ".7301.xlsx", "7301.pdf"], "7301.xlsx"),
        (["7301.pdf"], "7301.pdf"),
        (["7301-2565-q1.xlsx", "7302.xlsx"], "7301-2565-q2.xlsx"),
        ([], "7301-2565-q2.xlsx"),
    ],
)
def test_a_folder_is_searched_by_code(tmp_path: Path, names: list[str], found: str) -> None:
    """The name holds the code, and no other year or quarter; a lock file is none."""
    received = folder(tmp_path / "in", *names)
    assert Sources(str(received)).of(KEY) == received / found


def test_nothing_is_guessed(tmp_path: Path) -> None:
    """Two files that could be it are an error that names them and the way out."""
    received = folder(tmp_path / "in", "7301 new.xlsx", "7301 old.xlsx", "7302.txt")
    with pytest.raises(SourceError) as told:
        Sources(str(received)).of(KEY)
    assert told.value.why == "7301 new.xlsx, 7301 old.xlsx"
    assert "7301-2565-q2.xlsx" in told.value.hint


def test_a_pattern_is_filled_in(tmp_path: Path) -> None:
    """The braces take the round; a star any letters, also beside a bracket; a path is a path."""
    received = folder(tmp_path / "in [old]", "7301-a.txt", "7302-b.txt")
    assert Sources(str(received / "{district}-*.txt")).of(KEY) == received / "7301-a.txt"
    pattern = str(tmp_path / "{fiscal_year}" / "q{quarter}" / "{district}.csv")
    assert Sources(pattern).of(KEY) == tmp_path / "2565" / "q2" / "7301.csv"
    (tmp_path / "7301").mkdir()
    (tmp_path / "7301" / "table 7301.csv").write_text("x", encoding="utf-8")
    by_folder = Sources(str(tmp_path / "{district}"))
    assert by_folder.of(KEY) == tmp_path / "7301" / "table 7301.csv"


@pytest.mark.parametrize("other", ["7301.xls", "7301.ods", "7301.mht"])
def test_every_kind_that_is_read_is_a_candidate(tmp_path: Path, other: str) -> None:
    """A text beside a file of another kind is not taken silently."""
    received = folder(tmp_path / "in", "7301.txt", other)
    with pytest.raises(SourceError, match="Several files"):
        Sources(str(received)).of(KEY)
